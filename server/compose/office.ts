import { mountOffices } from '../http/api/offices.ts'
import type { Door } from '../http/mount.ts'
import { createHealth } from '../services/health/health.ts'
import { createOffices } from '../services/office/offices.ts'
import type { Ground } from './ground.ts'

const LOOK_MS = 30_000

/** The offices with their settings. */
export async function composeOffice({ around, config, db, now, realNow, record, every, failed }: Ground) {
  const health = createHealth({
    db,
    folder: around.dataDir,
    now: realNow,
    elapsed: around.elapsed ?? (() => performance.now()),
    ...(around.freeBytes ? { freeBytes: around.freeBytes } : {}),
  })
  // Looked at also while nobody asks, so that a jump of the clock is seen when it happens.
  const looking = every(LOOK_MS, health.ills, error => failed(error, 'health'))
  const offices = await createOffices(db, now)
  return {
    offices,
    mount(door: Door, rest: Pick<Parameters<typeof mountOffices>[1], 'effects' | 'followers'>) {
      mountOffices(door, {
        offices,
        demo: config.demo,
        version: config.version,
        database: db.dialect,
        now,
        record,
        ills: health.ills,
        ...rest,
      })
    },
    stop: looking.stop,
  }
}
