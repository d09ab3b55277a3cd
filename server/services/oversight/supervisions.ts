import { isDeepStrictEqual } from 'node:util'
import { compareNames } from '../../../shared/kit/by-name.ts'
import { AppError } from '../../../shared/kit/errors.ts'
import { addDays, type Instant, type LocalDate } from '../../../shared/kit/time.ts'
import { endedOn, mustFit, type Supervision } from '../../../shared/oversight/supervision.ts'
import { onRecord } from '../../store/audit.ts'
import type { Database } from '../../store/open/database.ts'
import { supervisionById, supervisionEnds, supervisionRow, supervisionsOf } from '../../store/people/oversight.ts'
import { chainOf, supervisionOf } from '../../store/record/team.ts'
import { staffOfOffice } from '../../store/staff.ts'
import { hashOf } from '../identity/secrets.ts'
import type { Offices } from '../office/offices.ts'
import type { InTurn } from '../office/turn.ts'

/** Who assesses whom, with their names. */
export interface Named extends Supervision {
  readonly officer: string
  readonly assessor: string
}

/** Who decides, in which office. */
export interface By {
  readonly who: string
  readonly office: string
}

/** Who assesses whom in an office. */
export interface Supervisions {
  of(office: string): Promise<readonly Named[]>
  /** Throws `NOT_FOUND` for somebody of another office, what `mustFit` does, and `COMMAND_ID_REUSED` for anything but what stands by this key. */
  add(by: By, wanted: Omit<Supervision, 'id'>, ends: string | undefined, key: string): Promise<Named>
  /** Throws `NOT_FOUND`, and what `endedOn` does. */
  end(by: By, id: string, to: LocalDate): Promise<Named>
}

export function createSupervisions(deps: {
  readonly db: Database
  readonly offices: Pick<Offices, 'today'>
  readonly now: () => Instant
  readonly inTurn: InTurn
  /** Tells whoever leads in an office that this is another by now. */
  readonly changed: (office: string) => Promise<void>
}): Supervisions {
  const { db, offices, now, inTurn, changed } = deps

  async function all(office: string): Promise<readonly Named[]> {
    const [rows, staff] = await Promise.all([supervisionsOf(db, office), staffOfOffice(db, office)])
    const nameOf = (id: string) => staff.find(s => s.id === id)?.name ?? id
    return rows
      .map(supervisionOf)
      .map(one => ({ ...one, officer: nameOf(one.officerId), assessor: nameOf(one.assessorId) }))
      .sort((a, b) => compareNames(a.officer, b.officer) || a.from.localeCompare(b.from))
  }
  const named = async (office: string, id: string) => (await all(office)).find(s => s.id === id)!

  return {
    of: all,

    add: ({ who, office }, wanted, ends, key) =>
      inTurn(async () => {
        const id = hashOf(`supervision ${who} ${key}`).slice(0, 22)
        const standing = await all(office)
        const known = await supervisionById(db, id)
        if (known) {
          const asEnded = ends === undefined || standing.find(s => s.id === ends)?.to === addDays(wanted.from, -1)
          if (known.office !== office || !asEnded || !isDeepStrictEqual(supervisionOf(known), { id, ...wanted }))
            throw new AppError('COMMAND_ID_REUSED')
          return named(office, id)
        }
        const people = new Set((await staffOfOffice(db, office)).map(s => s.id))
        if (!people.has(wanted.officerId) || !people.has(wanted.assessorId)) throw new AppError('NOT_FOUND')
        const ended = mustFit(standing, { id, ...wanted }, ends, (await chainOf(db, office)).superiors)
        const { officerId, assessorId, from, to } = wanted
        const row = {
          ...{ id, office, officer_id: officerId, assessor_id: assessorId, from_date: from, to_date: to },
          ...{ decided_by: who.slice('staff:'.length), decided_at: now() },
        }
        const detail = { office, supervision: id, ...wanted, ...(ended ? { ends: ended.id, until: ended.to } : {}) }
        const then = ended ? [supervisionEnds(db, ended.id, ended.to!)] : []
        const entry = { at: now(), who, what: 'supervision.add', detail }
        await onRecord(db, { first: supervisionRow(db, row), then }, entry)
        await changed(office)
        return named(office, id)
      }),

    end: ({ who, office }, id, to) =>
      inTurn(async () => {
        const known = (await all(office)).find(s => s.id === id)
        if (!known) throw new AppError('NOT_FOUND')
        endedOn(known, to, offices.today(office))
        const entry = { at: now(), who, what: 'supervision.end', detail: { office, supervision: id, to } }
        await onRecord(db, { first: supervisionEnds(db, id, to), then: [] }, entry)
        await changed(office)
        return named(office, id)
      }),
  }
}
