import { isDeepStrictEqual } from 'node:util'
import { AppError } from '../../../shared/kit/errors.ts'
import type { Instant } from '../../../shared/kit/time.ts'
import { mustDelegate, takenBack } from '../../../shared/oversight/delegation.ts'
import type { Scope } from '../../../shared/office/scope.ts'
import type { Delegation } from '../../../shared/oversight/team.ts'
import { onRecord } from '../../store/audit.ts'
import type { Database } from '../../store/open/database.ts'
import { chainOf, delegationById, delegationEnds, delegationOf, delegationRow } from '../../store/record/team.ts'
import { staffById, staffOfOffice } from '../../store/staff.ts'
import { hashOf } from '../identity/secrets.ts'
import type { Offices } from '../office/offices.ts'
import { mayStandIn } from './standing-in.ts'
import type { By } from './supervisions.ts'
import type { InTurn } from '../office/turn.ts'

/** Who stands in for whom, with their names. */
export interface NamedDelegation extends Delegation {
  readonly person: string
  readonly delegate: string
}

/** What is asked for: who stands in for whom, from when to when. */
export type WantedDelegation = Omit<Delegation, 'id' | 'endedOn'>

/** Acting delegations of an office. */
export interface Delegations {
  /** All of an office, or those that somebody gave. */
  of(office: string, person?: string): Promise<readonly NamedDelegation[]>
  /** Within the scope of whoever decides. Throws `NOT_FOUND` for somebody outside of it, what `mustDelegate` does, `DELEGATION_RIGHT` for who may not assess, and `COMMAND_ID_REUSED` for anything but what stands by this key. */
  add(by: By, wanted: WantedDelegation, key: string, scope?: Scope): Promise<NamedDelegation>
  /** Taken back from now on. Throws `NOT_FOUND` for one that `person` did not give, and what `takenBack` does. */
  end(by: By, id: string, person?: string): Promise<NamedDelegation>
}

export function createDelegations(deps: {
  readonly db: Database
  readonly offices: Pick<Offices, 'get' | 'today'>
  readonly now: () => Instant
  readonly inTurn: InTurn
  /** Tells whoever leads in an office that this is another by now. */
  readonly changed: (office: string) => Promise<void>
}): Delegations {
  const { db, offices, now, inTurn, changed } = deps

  async function all(office: string, person?: string): Promise<readonly NamedDelegation[]> {
    const [{ delegations }, staff] = [await chainOf(db, office), await staffOfOffice(db, office)]
    const nameOf = (id: string) => staff.find(s => s.id === id)?.name ?? id
    return delegations
      .filter(d => person === undefined || d.personId === person)
      .map(one => ({ ...one, person: nameOf(one.personId), delegate: nameOf(one.delegateId) }))
  }
  const named = async (office: string, id: string) => (await all(office)).find(d => d.id === id)!

  return {
    of: all,

    add: ({ who, office }, wanted, key, scope = null) =>
      inTurn(async () => {
        const id = hashOf(`delegation ${who} ${key}`).slice(0, 22)
        const known = await delegationById(db, id)
        if (known) {
          const asWanted = { ...delegationOf(known), endedOn: null }
          if (known.office !== office || !isDeepStrictEqual(asWanted, { id, ...wanted, endedOn: null }))
            throw new AppError('COMMAND_ID_REUSED')
          return named(office, id)
        }
        const people = new Set((await staffOfOffice(db, office, scope)).map(s => s.id))
        if (!people.has(wanted.personId) || !people.has(wanted.delegateId)) throw new AppError('NOT_FOUND')
        mustDelegate(await chainOf(db, office), { id, ...wanted, endedOn: null }, offices.today(office))
        const agency = (await staffById(db, wanted.personId))?.agency ?? null
        if (!(await mayStandIn(db, offices.get(office), agency)).has(wanted.delegateId))
          throw new AppError('DELEGATION_RIGHT')
        const row = {
          ...{ id, office, person_id: wanted.personId, delegate_id: wanted.delegateId },
          ...{ from_date: wanted.from, to_date: wanted.to, ended_on: null },
          ...{ decided_by: who.slice('staff:'.length), decided_at: now() },
        }
        const entry = { at: now(), who, what: 'delegation.add', detail: { office, delegation: id, ...wanted } }
        await onRecord(db, { first: delegationRow(db, row), then: [] }, entry)
        await changed(office)
        return named(office, id)
      }),

    end: ({ who, office }, id, person) =>
      inTurn(async () => {
        const known = (await all(office, person)).find(d => d.id === id)
        if (!known) throw new AppError('NOT_FOUND')
        const { endedOn } = takenBack(known, offices.today(office))
        const entry = { at: now(), who, what: 'delegation.end', detail: { office, delegation: id } }
        await onRecord(db, { first: delegationEnds(db, id, endedOn!), then: [] }, entry)
        await changed(office)
        return named(office, id)
      }),
  }
}
