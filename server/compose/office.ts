import { mountOffices } from '../http/api/offices.ts'
import type { Door } from '../http/mount.ts'
import { createOffices } from '../services/office/offices.ts'
import type { Ground } from './ground.ts'

/** The offices with their settings. */
export async function composeOffice({ config, db, now, record }: Ground) {
  const offices = await createOffices(db, now)
  return {
    offices,
    mount(door: Door, rest: Pick<Parameters<typeof mountOffices>[1], 'changed' | 'followers'>) {
      mountOffices(door, {
        offices,
        demo: config.demo,
        version: config.version,
        database: db.dialect,
        now,
        record,
        ...rest,
      })
    },
  }
}
