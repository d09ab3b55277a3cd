import { mountOffices } from '../http/api/offices.ts'
import type { Door } from '../http/mount.ts'
import { createOffices } from '../services/office/offices.ts'
import type { Ground } from './ground.ts'

/** The offices with their settings. */
export async function composeOffice({ config, db, now, record }: Ground) {
  const offices = await createOffices(db, now)
  return {
    offices,
    /** `changed` is called after the settings of an office were changed. */
    mount(door: Door, changed: (office: string) => Promise<void>) {
      mountOffices(door, {
        offices,
        demo: config.demo,
        version: config.version,
        database: db.dialect,
        now,
        changed,
        record,
      })
    },
  }
}
