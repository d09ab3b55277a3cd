import type { LocalDate } from '../../../shared/kit/time.ts'
import { assessorOn, readable, teamWithin, toldOf, type Chain, type Readable } from '../../../shared/oversight/team.ts'
import type { Offices } from '../office/offices.ts'

/** Whose days somebody reads and answers: never by role, always by who assesses whom on the day, or stands in for who does. */
export interface Leading {
  /** Who assesses an officer on a day. */
  assessorOf(office: string, officer: string, date: LocalDate): Promise<string | undefined>
  /** Whom a report or an absence of that day waits for: who assesses, and who stands in for them today. */
  toldOf(office: string, officer: string, date: LocalDate): Promise<readonly string[]>
  /** In whose right somebody acts on the day of an officer; `undefined` where in nobody's. */
  rightOf(office: string, person: string, officer: string, date: LocalDate): Promise<Readable | undefined>
  /** The officers of whom somebody reads any of these days, with the days. */
  within(office: string, person: string, from: LocalDate, to: LocalDate): Promise<readonly Led[]>
}

/** Days of an officer that somebody reads. */
export interface Led {
  readonly officerId: string
  /** For whom the reader stands in, where in somebody else's right. */
  readonly forId: string | undefined
  readonly from: LocalDate
  readonly to: LocalDate
}

export function createLeading(deps: {
  /** Who assesses whom in an office, and who stands in for whom. */
  readonly chain: (office: string) => Promise<Chain>
  readonly offices: Pick<Offices, 'today'>
}): Leading {
  const { chain, offices } = deps
  return {
    assessorOf: async (office, officer, date) => assessorOn(await chain(office), officer, date),
    toldOf: async (office, officer, date) => toldOf(await chain(office), officer, date, offices.today(office)),
    rightOf: async (office, person, officer, date) =>
      readable(await chain(office), person, officer, { from: date, to: date }, offices.today(office))[0],
    async within(office, person, from, to) {
      const team = teamWithin(await chain(office), person, { from, to }, offices.today(office))
      return [...team].flatMap(([officerId, days]) =>
        days.map(d => ({ officerId, forId: forOf(d), from: d.from, to: d.to })),
      )
    },
  }
}

/** For whom somebody stands in who acts in a right; undefined in the own one. */
export const forOf = ({ of, onBehalf }: Pick<Readable, 'of' | 'onBehalf'>) => (onBehalf ? of : undefined)
