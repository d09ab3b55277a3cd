import { mountInstruments } from '../../http/api/survey/instruments.ts'
import type { Ctx } from '../../http/context.ts'
import type { Door } from '../../http/mount.ts'
import { mountProgrammePages } from '../../http/pages/survey/programme-mount.ts'
import { createHasher, randomId } from '../../services/identity/secrets.ts'
import { createInstruments } from '../../services/instruments/instruments.ts'
import { createProgrammes } from '../../services/instruments/programmes.ts'
import type { Offices } from '../../services/office/offices.ts'
import type { Ground } from '../ground.ts'

const SIX_HOURS = 6 * 3_600_000

/** Questionnaires as data, and surveys that hang on no ticket. */
export function composeInstruments(
  { around, config, db, key, now, every, failed }: Ground,
  deps: {
    readonly offices: Offices
    readonly originOf: (c: Ctx) => string
    /** A keyed hash of the network from which something comes. */
    readonly networkAt: (c: Ctx) => string
  } & Pick<Parameters<typeof createProgrammes>[0], 'addedUp'>,
) {
  const { offices, originOf, networkAt, addedUp } = deps
  const instruments = createInstruments({ db, offices, now })
  const hash = createHasher(key, 'sheet of a programme')
  const programmes = createProgrammes({ db, offices, instruments, addedUp, newId: randomId, hash, now })
  const job = every(SIX_HOURS, programmes.pass, error => failed(error, 'programmes'))
  return {
    list: programmes.list,
    pass: programmes.pass,
    stop: job.stop,
    mount(door: Door) {
      mountInstruments(door, { instruments, programmes })
      mountProgrammePages(door, {
        ...{ programmes, offices, originOf, networkAt, demo: config.demo },
        web: around.web,
      })
    },
  }
}
