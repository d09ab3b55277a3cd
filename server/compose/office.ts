import { mountOffices } from '../http/api/offices.ts'
import { mountStructure } from '../http/api/structure.ts'
import { mountSearches } from '../http/api/searches.ts'
import { addressOf, type Ctx } from '../http/context.ts'
import type { Door } from '../http/mount.ts'
import { networkOf } from '../services/gate/network.ts'
import { createHealth } from '../services/health/health.ts'
import { createHasher } from '../services/identity/secrets.ts'
import { createOften } from '../services/office/often.ts'
import { createOffices } from '../services/office/offices.ts'
import { createUnfound } from '../services/office/unfound.ts'
import { createInHall } from '../services/publication/in-hall.ts'
import { listVersions } from '../store/versions/versions.ts'
import type { Ground } from './ground.ts'

const LOOK_MS = 30_000
/** Versions of the settings that are listed at once. */
const VERSIONS = 50

/** The offices with their settings. */
export async function composeOffice({ around, config, db, key, now, realNow, every, failed }: Ground) {
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
  const often = createOften(db, offices)
  const inHall = createInHall(db, offices, now)
  const unfound = createUnfound({ db, offices, hash: createHasher(key, 'unfound'), now: realNow })
  const networkAt = (c: Ctx) => networkOf(addressOf(c, config.trustProxy))
  return {
    offices,
    ills: health.ills,
    /** A page found nothing perhaps; it is shown also when that cannot be counted. */
    unfoundWords: unfound.words,
    unfound: (c: Ctx, office: string, query: string) =>
      unfound.count(office, query, networkAt(c)).catch(error => failed(error, 'unfound')),
    mount(door: Door, rest: Pick<Parameters<typeof mountOffices>[1], 'effects' | 'followers'>) {
      mountOffices(door, {
        offices,
        often,
        inHall,
        demo: config.demo,
        oidc: config.oidc?.name ?? null,
        channels: config.gateway?.channels ?? [],
        version: config.version,
        database: db.dialect,
        now,
        ills: health.ills,
        ...rest,
      })
      mountStructure(door, {
        ...{ offices, effects: rest.effects },
        versions: (office, before) => listVersions(db, office, VERSIONS, before),
      })
      mountSearches(door, { unfound, networkAt })
    },
    stop: looking.stop,
  }
}
