import { byName } from '../../../shared/kit/by-name.ts'
import { AppError } from '../../../shared/kit/errors.ts'
import type { LocalDate } from '../../../shared/kit/time.ts'
import { belowOn } from '../../../shared/oversight/record-days.ts'
import {
  assessorOn,
  leads,
  mayAct,
  mayDecide,
  mayRead,
  readable,
  superiorOn,
  teamOn,
  teamWithin,
  type Chain,
  type Readable,
  type Span,
  type Standing,
} from '../../../shared/oversight/team.ts'
import type { Database } from '../../store/open/database.ts'
import { atCounters, atWork, chainOf } from '../../store/record/team.ts'
import { staffOfOffice } from '../../store/staff.ts'
import type { Staff } from '../identity/access.ts'
import type { Offices } from '../office/offices.ts'
import { mayStandIn } from './standing-in.ts'

/** Who asks: somebody at work in an office, who sees all of it or one agency. */
export type Reader = Pick<Staff, 'id' | 'officeId' | 'agency'>

/** Somebody of a team. */
export interface Member {
  readonly id: string
  readonly name: string
  readonly standing: Standing
  /** By name for whom the reader stands in; `null` in the own right. */
  readonly behalf: string | null
}

/** Somebody of a team within a period, with the days that the reader may read. */
export interface MemberWithin {
  readonly id: string
  readonly name: string
  readonly days: readonly Readable[]
}

/** Who is of whose team. Read anew each time: who becomes an assessor acts in the same minute. */
export interface Team {
  /** The chain of an office; for whoever decides several things of one moment. */
  chain(office: string): Promise<Chain>
  /** Whether somebody leads anybody today, in the own right or for somebody. */
  leads(reader: Reader): Promise<boolean>
  /** Whom somebody assesses today, by name. */
  today(reader: Reader): Promise<readonly Member[]>
  /** Over whose assessments somebody decides today, by name, with the name of who assesses them. */
  below(reader: Reader): Promise<readonly { readonly id: string; readonly name: string; readonly assessor: string }[]>
  /** Whoever else may assess where the reader sees, by name: whom the own work can be handed over to. */
  colleagues(reader: Reader): Promise<readonly { readonly id: string; readonly name: string }[]>
  /** Colleagues whom the reader can thank, by name: at work where the reader sees, neither over them nor only running or watching the office. */
  peers(reader: Reader): Promise<readonly { readonly id: string; readonly name: string }[]>
  /** Whom somebody may read within a period, by name. */
  within(reader: Reader, period: Span): Promise<readonly MemberWithin[]>
  /** The days of a period that somebody may read; throws `NOT_OF_TEAM` where there is none. */
  mustRead(reader: Reader, officer: string, period: Span): Promise<readonly Readable[]>
  /** In whose right somebody acts on an officer now; throws `NOT_OF_TEAM` where in nobody's. */
  mustAct(reader: Reader, officer: string): Promise<Standing>
  /** In whose right somebody decides now over an assessment about some days; throws `NOT_OF_TEAM` where in nobody's. */
  mustDecide(reader: Reader, officer: string, about: Span): Promise<Standing>
  /** Who assesses an officer on a date. */
  assessorOn(office: string, officer: string, date: LocalDate): Promise<string | undefined>
  /** Who decides over the assessments of an officer on a date. */
  superiorOn(office: string, officer: string, date: LocalDate): Promise<string | undefined>
}

export function createTeam(deps: { readonly db: Database; readonly offices: Pick<Offices, 'get' | 'today'> }): Team {
  const { db, offices } = deps
  const chain = (office: string) => chainOf(db, office)

  /** Names of an office. Of an officer's days opens what the chain says, in whatever agency the officer is by now. */
  async function named({ officeId }: Reader): Promise<ReadonlyMap<string, string>> {
    return new Map((await staffOfOffice(db, officeId)).map(s => [s.id, s.name]))
  }

  /** In whose right, or a refusal. */
  function must<T>(found: T | undefined): T {
    if (found === undefined) throw new AppError('NOT_OF_TEAM')
    return found
  }

  return {
    chain,

    async leads(reader) {
      return leads(await chain(reader.officeId), reader.id, offices.today(reader.officeId))
    },

    async today(reader) {
      const names = await named(reader)
      const team = teamOn(await chain(reader.officeId), reader.id, offices.today(reader.officeId))
      const behalf = ({ of, onBehalf }: Standing) => (onBehalf ? (names.get(of) ?? of) : null)
      return byName(
        [...team].flatMap(([id, standing]) => {
          const name = names.get(id)
          return name === undefined ? [] : [{ id, name, standing, behalf: behalf(standing) }]
        }),
      )
    },

    async below(reader) {
      const names = await named(reader)
      const led = belowOn(await chain(reader.officeId), reader.id, offices.today(reader.officeId))
      return byName(
        led.flatMap(({ officer: id, assessor }) => {
          const name = names.get(id)
          return name === undefined ? [] : [{ id, name, assessor: names.get(assessor) ?? assessor }]
        }),
      )
    },

    async colleagues({ id, officeId, agency }) {
      const fit = await mayStandIn(db, offices.get(officeId), agency)
      return byName((await atWork(db, officeId, agency)).filter(s => s.id !== id && fit.has(s.id)))
    },

    async peers(reader) {
      const today = offices.today(reader.officeId)
      const of = await chain(reader.officeId)
      const over = [assessorOn(of, reader.id, today), superiorOn(of, reader.id, today)]
      const all = await atWork(db, reader.officeId, reader.agency)
      const at = await atCounters(
        db,
        all.map(s => s.id),
      )
      return byName(all.filter(s => s.id !== reader.id && at.has(s.id) && !over.includes(s.id)))
    },

    async within(reader, period) {
      const names = await named(reader)
      const team = teamWithin(await chain(reader.officeId), reader.id, period, offices.today(reader.officeId))
      return byName(
        [...team].flatMap(([id, days]) => {
          const name = names.get(id)
          return name === undefined ? [] : [{ id, name, days }]
        }),
      )
    },

    async mustRead(reader, officer, period) {
      const today = offices.today(reader.officeId)
      const all = await chain(reader.officeId)
      return must(
        mayRead(all, reader.id, officer, period, today) ? readable(all, reader.id, officer, period, today) : undefined,
      )
    },

    async mustAct(reader, officer) {
      return must(mayAct(await chain(reader.officeId), reader.id, officer, offices.today(reader.officeId)))
    },

    async mustDecide(reader, officer, about) {
      return must(mayDecide(await chain(reader.officeId), reader.id, officer, offices.today(reader.officeId), about))
    },

    assessorOn: async (office, officer, date) => assessorOn(await chain(office), officer, date),
    superiorOn: async (office, officer, date) => superiorOn(await chain(office), officer, date),
  }
}

/** What an audit line tells of an act in somebody else's name: `a.n.` whom; nothing in the own right. */
export function onBehalf({ of, onBehalf: acts }: Standing): { readonly onBehalf?: string } {
  return acts ? { onBehalf: of } : {}
}
