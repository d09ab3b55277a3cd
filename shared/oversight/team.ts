import { addDays, type LocalDate } from '../kit/time.ts'
import { holdsOn } from './observed.ts'
import { meets } from './over.ts'
import type { Superior, Supervision } from './supervision.ts'

/** Days from one date to another, both included. */
export interface Span {
  readonly from: LocalDate
  readonly to: LocalDate
}

/** Somebody reads and acts for somebody else, from one date to another, both included. */
export interface Delegation extends Span {
  readonly id: string
  readonly personId: string
  readonly delegateId: string
  /** The day from which on it no longer holds, where it was taken back. */
  readonly endedOn: LocalDate | null
}

/** Who assesses whom in an office, who decides over them, and who stands in for whom. */
export interface Chain {
  readonly supervisions: readonly Supervision[]
  readonly superiors: readonly Superior[]
  readonly delegations: readonly Delegation[]
}

/** In whose right somebody acts: in the own one, or for somebody (`atas nama`). */
export interface Standing {
  readonly as: 'assessor' | 'superior'
  /** Whose right it is. */
  readonly of: string
  /** Somebody else acts in it. */
  readonly onBehalf: boolean
}

/** Days of an officer that somebody may read, and in whose right. */
export interface Readable extends Span, Standing {}

/** Who assesses an officer on a date; undefined where nobody does. */
export function assessorOn({ supervisions }: Pick<Chain, 'supervisions'>, officer: string, date: LocalDate) {
  return supervisions.find(s => s.officerId === officer && holdsOn(s, date))?.assessorId
}

/** Who decides over an officer's assessments on a date: who assesses the assessor, else who was set over them; undefined where there is nobody. */
export function superiorOn(chain: Chain, officer: string, date: LocalDate): string | undefined {
  const assessor = assessorOn(chain, officer, date)
  return assessor === undefined ? undefined : overAssessor(chain, assessor, date)
}

/** Who stands over an assessor on a date: who assesses them, else who was set over them; undefined where there is nobody. */
export function overAssessor(chain: Chain, assessor: string, date: LocalDate): string | undefined {
  return (
    assessorOn(chain, assessor, date) ??
    chain.superiors.find(s => s.assessorId === assessor && holdsOn(s, date))?.superiorId
  )
}

/** Whether a delegation holds on a date. */
export function delegatedOn(delegation: Delegation, date: LocalDate): boolean {
  return holdsOn(heldDays(delegation), date)
}

/** For whom somebody acts on a date, themselves first. It is not handed on: who stands in for somebody stands in for them alone. */
export function actsFor({ delegations }: Pick<Chain, 'delegations'>, person: string, date: LocalDate): string[] {
  const others = delegations.filter(d => d.delegateId === person && delegatedOn(d, date)).map(d => d.personId)
  return [person, ...others.filter(id => id !== person)]
}

/** In whose right somebody acts on an officer on a date, as who assesses them; undefined where in nobody's. Never on oneself. */
export function mayAct(chain: Chain, person: string, officer: string, date: LocalDate): Standing | undefined {
  return standing(chain, person, officer, date, 'assessor', assessorOn(chain, officer, date))
}

/**
 * In whose right somebody decides over an assessment of an officer on a date; undefined where in nobody's. Never over oneself, and never
 * over an own assessment: neither who assesses the officer on that date nor who did on a day of `about`, themselves or for somebody.
 */
export function mayDecide(
  chain: Chain,
  person: string,
  officer: string,
  date: LocalDate,
  about: Span,
): Standing | undefined {
  if (mayAct(chain, person, officer, date) || assessedWithin(chain, person, officer, about)) return undefined
  return standing(chain, person, officer, date, 'superior', superiorOn(chain, officer, date))
}

/** Whether somebody assessed an officer on a day of some days, or stood in for who did. */
export function assessedWithin(chain: Chain, person: string, officer: string, days: Span): boolean {
  return supervisedWithin(chain, officer, days).some(
    s =>
      s.assessorId === person ||
      chain.delegations.some(
        d => d.delegateId === person && d.personId === s.assessorId && stoodIn(heldDays(d), s, days),
      ),
  )
}

function standing(
  chain: Chain,
  person: string,
  officer: string,
  date: LocalDate,
  as: Standing['as'],
  of: string | undefined,
): Standing | undefined {
  if (of === undefined || person === officer || of === officer) return undefined
  return actsFor(chain, person, date).includes(of) ? { as, of, onBehalf: of !== person } : undefined
}

/**
 * Which days of a period of an officer somebody may read today: those on which they assess or assessed them, and those of whom they
 * stand in for today. What was once theirs stays theirs; who assesses now reads from their own first day on.
 */
export function readable(
  chain: Chain,
  reader: string,
  officer: string,
  period: Span,
  today: LocalDate,
): readonly Readable[] {
  if (reader === officer) return []
  const whose = actsFor(chain, reader, today)
  return supervisedWithin(chain, officer, period)
    .filter(s => whose.includes(s.assessorId))
    .map(s => ({
      ...within(s, period),
      ...{ as: 'assessor' as const, of: s.assessorId, onBehalf: s.assessorId !== reader },
    }))
    .sort((a, b) => (a.from < b.from ? -1 : 1))
}

/** Whether somebody may read what is about a whole period of an officer, such as a score: they assess or assessed them on a day of it. */
export function mayRead(chain: Chain, reader: string, officer: string, period: Span, today: LocalDate): boolean {
  return readable(chain, reader, officer, period, today).length > 0
}

/** The officers whom somebody assesses on a date, each once, with in whose right. */
export function teamOn(chain: Chain, person: string, date: LocalDate): ReadonlyMap<string, Standing> {
  return new Map(
    chain.supervisions
      .filter(s => holdsOn(s, date))
      .flatMap(s => {
        const of = mayAct(chain, person, s.officerId, date)
        return of ? [[s.officerId, of] as const] : []
      }),
  )
}

/** The officers of whom somebody may read days of a period, with those days. */
export function teamWithin(
  chain: Chain,
  reader: string,
  period: Span,
  today: LocalDate,
): ReadonlyMap<string, readonly Readable[]> {
  const officers = new Set(chain.supervisions.map(s => s.officerId))
  return new Map(
    [...officers].flatMap(officer => {
      const days = readable(chain, reader, officer, period, today)
      return days.length > 0 ? [[officer, days] as const] : []
    }),
  )
}

/** Whether somebody leads anybody: assesses, assessed, decides over assessments, or stands in for who does. */
export function leads(chain: Chain, person: string, today: LocalDate): boolean {
  const whose = actsFor(chain, person, today)
  return (
    chain.supervisions.some(s => whose.includes(s.assessorId)) ||
    chain.superiors.some(s => whose.includes(s.superiorId))
  )
}

/** Everybody who assesses, decides over assessments or stands in, on whatever days. */
export function leading({ supervisions, superiors, delegations }: Chain): ReadonlySet<string> {
  return new Set([
    ...supervisions.map(s => s.assessorId),
    ...superiors.map(s => s.superiorId),
    ...delegations.map(d => d.delegateId),
  ])
}

function supervisedWithin({ supervisions }: Pick<Chain, 'supervisions'>, officer: string, days: Span) {
  return supervisions.filter(s => s.officerId === officer && meets(s, days))
}

/** Whether there is a day of these days on which both hold. */
function stoodIn(held: Span, supervision: Supervision, days: Span): boolean {
  return held.from <= held.to && meets(held, supervision) && meets(held, days)
}

/** The days on which a delegation holds in the end; `to` is before `from` where it was taken back before it began. */
export function heldDays({ from, to, endedOn }: Delegation): Span {
  return { from, to: endedOn !== null && endedOn <= to ? addDays(endedOn, -1) : to }
}

function within(s: Supervision, period: Span): Span {
  return {
    from: s.from > period.from ? s.from : period.from,
    to: s.to !== null && s.to < period.to ? s.to : period.to,
  }
}

/** Whom the news of an officer's day concerns: who assesses on that day, and who stands in for them, as far as they read it today. */
export function toldOf(chain: Chain, officer: string, date: LocalDate, today: LocalDate): readonly string[] {
  const assessor = assessorOn(chain, officer, date)
  if (assessor === undefined) return []
  const delegates = chain.delegations.filter(d => d.personId === assessor).map(d => d.delegateId)
  const reads = (id: string) => readable(chain, id, officer, { from: date, to: date }, today).length > 0
  return [assessor, ...delegates].filter(reads)
}
