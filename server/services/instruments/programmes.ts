import { AppError } from '../../../shared/kit/errors.ts'
import { addDays, type Instant } from '../../../shared/kit/time.ts'
import type { Instrument } from '../../../shared/survey/instrument/instrument.ts'
import {
  mayBecome,
  programmeState,
  type Programme,
  type ProgrammeState,
} from '../../../shared/survey/instrument/programme.ts'
import type { Marks } from '../../../shared/survey/instrument/score.ts'
import { onRecord } from '../../store/audit.ts'
import type { Database } from '../../store/open/database.ts'
import type { ProgrammesTable } from '../../store/schema/survey/instrument-tables.ts'
import {
  allProgrammes,
  eraseReceipts,
  keepSheet,
  programmeBegun,
  programmeById,
  programmeByToken,
  programmeChanged,
  programmesOf,
  sentFromOnePlace,
  sheetCounts,
} from '../../store/survey/programmes.ts'
import type { Offices } from '../office/offices.ts'
import type { Instruments, Saver } from './instruments.ts'
import type { AskedProgramme, ClosedResult } from './programme-result.ts'

/** From so many sheets on one place on the network is told of, as a burst of answers is. */
const TOGETHER = 8
/** Days after the last one for which it is known from where sheets came. */
const RECEIPT_DAYS = 30

/** A programme as its office sees it. */
export interface ProgrammeView {
  readonly id: string
  readonly path: string
  readonly programme: Programme
  readonly state: ProgrammeState
  readonly answered: number
  readonly steps: number
}

/** What was said, or why it is not told yet; with how many sheets came together, as long as that is known. */
export type ProgrammeResult =
  | { readonly state: 'running' }
  | Exclude<ClosedResult, { state: 'open' }>
  | (Extract<ClosedResult, { state: 'open' }> & { readonly together: number | undefined })

/** A programme as everybody sees it who has its link. */
export interface OpenedProgramme {
  readonly office: string
  readonly programme: Programme
  readonly instrument: Instrument
  readonly state: ProgrammeState
}

/** One filled sheet; `key` is that of the form. */
export interface Sheet {
  readonly key: string
  readonly marks: Marks
  readonly place: string | null
}

/** Surveys that hang on no ticket. */
export interface Programmes {
  list(office: string): Promise<readonly ProgrammeView[]>
  /** Throws `PROGRAMME_FIXED` where it is too late for the change, `SETTINGS_CHANGED` where somebody else saved first. */
  save(who: Saver, office: string, id: string, programme: Programme, steps: number): Promise<void>
  result(office: string, id: string): Promise<ProgrammeResult>
  /** Throws `SURVEY_UNKNOWN` for a link of no programme. */
  opened(token: string): Promise<OpenedProgramme>
  /** Keeps a sheet once; `source` is a keyed hash of where it came from. Throws `SURVEY_EXPIRED` outside the period. */
  answer(token: string, sheet: Sheet, source: string): Promise<void>
  /** Erases from where sheets came, thirty days after the last one. */
  pass(): Promise<void>
}

/** The results of closed programmes that are remembered. */
const MOST_CLOSED = 100

export function createProgrammes(deps: {
  readonly db: Database
  readonly offices: Pick<Offices, 'get' | 'today'>
  readonly instruments: Pick<Instruments, 'version'>
  readonly addedUp: (office: string, of: AskedProgramme) => Promise<ClosedResult>
  readonly newId: () => string
  readonly hash: (text: string) => string
  readonly now: () => Instant
}): Programmes {
  const { db, offices, instruments, addedUp, newId, hash, now } = deps
  const closed = new Map<string, Promise<ClosedResult>>()

  async function found(token: string): Promise<{ row: ProgrammesTable; programme: Programme }> {
    const row = await programmeByToken(db, token)
    if (!row) throw new AppError('SURVEY_UNKNOWN')
    return { row, programme: bodyOf(row) }
  }

  /** What a programme that is over brought: nothing of it changes any more, so it is added up once. */
  async function closedResult(
    { key, office }: ProgrammesTable,
    programme: Programme,
    minRatings: number,
  ): Promise<ClosedResult> {
    const instrument = await instruments.version(office, programme.instrument, programme.version)
    return addedUp(office, { key, programme, instrument, minRatings })
  }

  return {
    async list(office) {
      const today = offices.today(office)
      const [rows, counts] = await Promise.all([programmesOf(db, office), sheetCounts(db, office)])
      return rows
        .map(row => {
          const programme = bodyOf(row)
          return {
            ...{ id: row.id, path: `/survei/${row.token}`, programme, steps: row.steps },
            ...{ state: programmeState(programme, today), answered: counts.get(row.key) ?? 0 },
          }
        })
        .sort((a, b) => (a.programme.to < b.programme.to ? 1 : a.programme.to > b.programme.to ? -1 : 0))
    },

    async save({ by }, office, id, programme, steps) {
      const today = offices.today(office)
      const row = await programmeById(db, office, id)
      const body = JSON.stringify(programme)
      // The same once more, because its answer was lost, is saved.
      if (row?.body === body) return
      if ((row?.steps ?? 0) !== steps) throw new AppError('SETTINGS_CHANGED')
      if (!mayBecome(row && bodyOf(row), programme, today)) throw new AppError('PROGRAMME_FIXED')
      await instruments.version(office, programme.instrument, programme.version)
      const first = row
        ? programmeChanged(db, row.key, steps, body)
        : programmeBegun(db, { key: newId(), id, office, token: newId(), body, steps: 1 })
      const { from, to, instrument, version } = programme
      const detail = { office, programme: id, from, to, instrument, version }
      if (!(await onRecord(db, { first, then: [] }, { at: now(), who: by, what: 'programme.save', detail }))) {
        // Of two presses at once the second is the first.
        if ((await programmeById(db, office, id))?.body !== body) throw new AppError('SETTINGS_CHANGED')
      }
    },

    async result(office, id) {
      const row = await programmeById(db, office, id)
      if (!row) throw new AppError('NOT_FOUND', { programme: id })
      const programme = bodyOf(row)
      if (programmeState(programme, offices.today(office)) !== 'closed') return { state: 'running' }
      // A sheet of the last minute is on its way at midnight.
      const rests = addDays(programme.to, 1) < offices.today(office)
      const { minRatings } = offices.get(office)
      const memory = `${row.key} ${minRatings}`
      const known = (rests ? closed.get(memory) : undefined) ?? closedResult(row, programme, minRatings)
      known.catch(() => closed.delete(memory))
      closed.delete(memory)
      closed.set(memory, known)
      if (closed.size > MOST_CLOSED) closed.delete(closed.keys().next().value!)
      const [result, together] = await Promise.all([known, sentFromOnePlace(db, row.key, TOGETHER)])
      return result.state === 'open' ? { ...result, together } : result
    },

    async opened(token) {
      const { row, programme } = await found(token)
      const instrument = await instruments.version(row.office, programme.instrument, programme.version)
      const state = programmeState(programme, offices.today(row.office))
      return { office: row.office, programme, instrument, state }
    },

    async answer(token, { key, marks, place }, source) {
      const { row, programme } = await found(token)
      const day = offices.today(row.office)
      if (programmeState(programme, day) !== 'running') throw new AppError('SURVEY_EXPIRED')
      await keepSheet(
        db,
        { programme_id: row.key, sheet: hash(key), source },
        {
          ...{ id: newId(), programme_id: row.key, version: programme.version, day },
          ...{ place: place !== null && programme.places.includes(place) ? place : null, marks: JSON.stringify(marks) },
        },
      )
    },

    async pass() {
      const over = (await allProgrammes(db)).filter(
        row => addDays(bodyOf(row).to, RECEIPT_DAYS) < offices.today(row.office),
      )
      await eraseReceipts(
        db,
        over.map(({ key }) => key),
      )
    },
  }
}

function bodyOf(row: ProgrammesTable): Programme {
  return JSON.parse(row.body) as Programme
}
