import { isDeepStrictEqual } from 'node:util'
import { compareNames } from '../../../shared/kit/by-name.ts'
import { AppError } from '../../../shared/kit/errors.ts'
import { addDays, type Instant, type LocalDate } from '../../../shared/kit/time.ts'
import { endedOn, mustFitSuperior, type Superior } from '../../../shared/oversight/supervision.ts'
import { onRecord } from '../../store/audit.ts'
import type { Database } from '../../store/open/database.ts'
import { chainOf, superiorById, superiorEnds, superiorOf, superiorRow } from '../../store/record/team.ts'
import { staffOfOffice } from '../../store/staff.ts'
import { hashOf } from '../identity/secrets.ts'
import type { Offices } from '../office/offices.ts'
import type { By } from './supervisions.ts'
import type { InTurn } from '../office/turn.ts'

/** Who decides over the assessments of whom, with their names. */
export interface NamedSuperior extends Superior {
  readonly assessor: string
  readonly superior: string
}

/** Superiors of assessors whom nobody in the office assesses. */
export interface Superiors {
  of(office: string): Promise<readonly NamedSuperior[]>
  /** Throws `NOT_FOUND` for somebody of another office, what `mustFitSuperior` does, and `COMMAND_ID_REUSED` for anything but what stands by this key. */
  add(by: By, wanted: Omit<Superior, 'id'>, ends: string | undefined, key: string): Promise<NamedSuperior>
  /** Throws `NOT_FOUND`, and what `endedOn` does. */
  end(by: By, id: string, to: LocalDate): Promise<NamedSuperior>
}

export function createSuperiors(deps: {
  readonly db: Database
  readonly offices: Pick<Offices, 'today'>
  readonly now: () => Instant
  readonly inTurn: InTurn
  /** Tells whoever leads in an office that this is another by now. */
  readonly changed: (office: string) => Promise<void>
}): Superiors {
  const { db, offices, now, inTurn, changed } = deps

  async function all(office: string): Promise<readonly NamedSuperior[]> {
    const [{ superiors }, staff] = [await chainOf(db, office), await staffOfOffice(db, office)]
    const nameOf = (id: string) => staff.find(s => s.id === id)?.name ?? id
    return superiors
      .map(one => ({ ...one, assessor: nameOf(one.assessorId), superior: nameOf(one.superiorId) }))
      .sort((a, b) => compareNames(a.assessor, b.assessor) || a.from.localeCompare(b.from))
  }
  const named = async (office: string, id: string) => (await all(office)).find(s => s.id === id)!

  return {
    of: all,

    add: ({ who, office }, wanted, ends, key) =>
      inTurn(async () => {
        const id = hashOf(`superior ${who} ${key}`).slice(0, 22)
        const { superiors, supervisions } = await chainOf(db, office)
        const known = await superiorById(db, id)
        if (known) {
          const asEnded = ends === undefined || superiors.find(s => s.id === ends)?.to === addDays(wanted.from, -1)
          if (known.office !== office || !asEnded || !isDeepStrictEqual(superiorOf(known), { id, ...wanted }))
            throw new AppError('COMMAND_ID_REUSED')
          return named(office, id)
        }
        const people = new Set((await staffOfOffice(db, office)).map(s => s.id))
        if (!people.has(wanted.assessorId) || !people.has(wanted.superiorId)) throw new AppError('NOT_FOUND')
        const ended = mustFitSuperior(superiors, { id, ...wanted }, ends, supervisions)
        const row = {
          ...{ id, office, assessor_id: wanted.assessorId, superior_id: wanted.superiorId },
          ...{ from_date: wanted.from, to_date: wanted.to },
          ...{ decided_by: who.slice('staff:'.length), decided_at: now() },
        }
        const detail = { office, superior: id, ...wanted, ...(ended ? { ends: ended.id, until: ended.to } : {}) }
        const then = ended ? [superiorEnds(db, ended.id, ended.to!)] : []
        await onRecord(db, { first: superiorRow(db, row), then }, { at: now(), who, what: 'superior.add', detail })
        await changed(office)
        return named(office, id)
      }),

    end: ({ who, office }, id, to) =>
      inTurn(async () => {
        const known = (await all(office)).find(s => s.id === id)
        if (!known) throw new AppError('NOT_FOUND')
        endedOn(known, to, offices.today(office))
        const entry = { at: now(), who, what: 'superior.end', detail: { office, superior: id, to } }
        await onRecord(db, { first: superiorEnds(db, id, to), then: [] }, entry)
        await changed(office)
        return named(office, id)
      }),
  }
}
