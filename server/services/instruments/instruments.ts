import { AppError } from '../../../shared/kit/errors.ts'
import { grouped } from '../../../shared/kit/grouped.ts'
import type { Instant } from '../../../shared/kit/time.ts'
import { BUILT_IN, BUILT_IN_IDS, builtIn, type BuiltIn } from '../../../shared/survey/instrument/built-in.ts'
import { SKM, type Instrument } from '../../../shared/survey/instrument/instrument.ts'
import { OFFICIAL_SKM } from '../../../shared/survey/asked.ts'
import { problemsOf } from '../../../shared/survey/instrument/sound.ts'
import { onRecord } from '../../store/audit.ts'
import type { Database } from '../../store/open/database.ts'
import { staffOfOffice } from '../../store/staff.ts'
import { instrumentRow, instrumentVersion, instrumentVersions, newestVersion } from '../../store/survey/instruments.ts'
import type { Offices } from '../office/offices.ts'

/** A questionnaire in its newest version, with when and by whom each was saved, the newest first. */
export interface InstrumentView {
  readonly id: string
  readonly official: boolean
  /** 0 as long as a built-in one was never changed. */
  readonly version: number
  readonly versions: readonly { readonly version: number; readonly savedAt: Instant; readonly savedBy: string }[]
  readonly instrument: Instrument
}

/** Who saves: the person, and as the record names them. */
export interface Saver {
  readonly id: string
  readonly by: string
}

/** The questionnaires of an office, in versions. */
export interface Instruments {
  list(office: string): Promise<readonly InstrumentView[]>
  /** Throws `NOT_FOUND` where there is no such version. */
  version(office: string, id: string, version: number): Promise<Instrument>
  /** Saves the version after the one that was seen; gives its number. Throws `SETTINGS_CHANGED` where somebody else saved first. */
  save(who: Saver, office: string, id: string, instrument: Instrument, seen: number): Promise<number>
}

export function createInstruments(deps: {
  readonly db: Database
  readonly offices: Pick<Offices, 'get'>
  readonly now: () => Instant
}): Instruments {
  const { db, offices, now } = deps

  return {
    async list(office) {
      const rows = await instrumentVersions(db, offices.get(office).id)
      const names = new Map((await staffOfOffice(db, office)).map(one => [one.id, one.name]))
      const byId = grouped(rows, row => row.id)
      const own = [...byId.keys()].filter(id => !builtIn(id))
      return [...BUILT_IN_IDS, ...own].map(id => {
        const saved = byId.get(id) ?? []
        return {
          ...{ id, official: builtIn(id) !== undefined, version: saved[0]?.version ?? 0 },
          versions: saved.map(row => ({
            ...{ version: row.version, savedAt: Number(row.at), savedBy: names.get(row.by_id) ?? row.by_id },
          })),
          instrument: saved[0] ? bodyOf(saved[0].body) : unchanged(id as BuiltIn),
        }
      })
    },

    async version(office, id, version) {
      const first = version === 0 ? builtIn(id) : undefined
      if (first) return first
      const row = await instrumentVersion(db, offices.get(office).id, id, version)
      if (!row) throw new AppError('NOT_FOUND', { instrument: id })
      return bodyOf(row.body)
    },

    async save({ id: by_id, by }, office, id, instrument, seen) {
      offices.get(office)
      const [problem] = problemsOf(instrument, id)
      if (problem) throw new AppError('BAD_REQUEST', { where: 'body', problem: problem.what })
      const version = seen + 1
      const body = JSON.stringify(instrument)
      // The same once more, because its answer was lost, is saved.
      const before = await instrumentVersion(db, office, id, version)
      if (before?.body === body && before.by_id === by_id) return version
      if ((await newestVersion(db, office, id)) !== seen) throw new AppError('SETTINGS_CHANGED')
      const at = now()
      const asks = id === SKM ? 1 : 0
      const first = instrumentRow(db, { office, id, version, body, by_id, at, asks })
      const entry = { at, who: by, what: 'instrument.save', detail: { office, instrument: id, version } }
      if (!(await onRecord(db, { first, then: [] }, entry))) throw new AppError('SETTINGS_CHANGED')
      return version
    },
  }
}

/** A built-in one as it is asked until an office saves its own: the SKM of the visits in the order of the annex. */
function unchanged(id: BuiltIn): Instrument {
  const instrument: Instrument = BUILT_IN[id]
  if (id !== SKM) return instrument
  const place = ({ key }: { readonly key: string }) => OFFICIAL_SKM.order.indexOf(key)
  return { ...instrument, questions: [...instrument.questions].sort((a, b) => place(a) - place(b)) }
}

function bodyOf(body: string): Instrument {
  return JSON.parse(body) as Instrument
}
