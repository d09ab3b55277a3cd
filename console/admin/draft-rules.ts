import type { BookingRules } from '../../shared/office/office.ts'
import { numberProblem, type Problem, type Problems } from './draft-days.ts'

/** The whole numbers of the booking rules with the bounds that the contract sets. */
export const RULE_BOUNDS = {
  slotMinutes: [5, 240],
  horizonDays: [1, 60],
  holdMinutes: [1, 30],
  offerMinutes: [1, 120],
  heldBackMinutes: [0, 240],
  creditMinutes: [0, 240],
  checkInEarlyMinutes: [0, 240],
  checkInGraceMinutes: [0, 240],
  perDevice: [1, 50],
  perNetworkHour: [1, 100_000],
} as const

/** The shares, typed as percentages. */
export const RULE_SHARES = { walkInReserve: [0, 100], priorityShare: [0, 50] } as const

export type RuleNumber = keyof typeof RULE_BOUNDS
export type RuleShare = keyof typeof RULE_SHARES
export const PROOFS = ['never', 'underPressure', 'always'] as const

/** The booking rules as they are typed. */
export type DraftRules = Readonly<Record<RuleNumber | RuleShare, string>> & {
  readonly releaseTime: string
  readonly proof: BookingRules['proof']
}

/** The rules, ready to be typed over. */
export function draftRules(rules: BookingRules): DraftRules {
  const numbers = Object.keys(RULE_BOUNDS).map(name => [name, String(rules[name as RuleNumber])])
  const shares = Object.keys(RULE_SHARES).map(name => [name, percentText(rules[name as RuleShare])])
  return { ...Object.fromEntries([...numbers, ...shares]), releaseTime: rules.releaseTime, proof: rules.proof }
}

/** What is wrong with the rules, by `booking.slotMinutes`. */
export function ruleProblems(draft: DraftRules): Problems {
  const found: Record<string, Problem> = {}
  const note = (name: string, problem: Problem | undefined) => problem && (found[`booking.${name}`] = problem)
  for (const [name, [min, max]] of Object.entries(RULE_BOUNDS)) {
    note(name, numberProblem(draft[name as RuleNumber], min, max))
  }
  for (const [name, [min, max]] of Object.entries(RULE_SHARES)) {
    note(name, percentProblem(draft[name as RuleShare], min, max))
  }
  if (!/^\d{2}:\d{2}$/.test(draft.releaseTime)) note('releaseTime', { word: 'wrong.time' })
  return found
}

/** The rules as the server takes them. Only for a draft without problems. */
export function rulesOf(draft: DraftRules): BookingRules {
  const numbers = Object.keys(RULE_BOUNDS).map(name => [name, Number(draft[name as RuleNumber])])
  const shares = Object.keys(RULE_SHARES).map(name => [name, shareOf(draft[name as RuleShare])])
  return { ...Object.fromEntries([...numbers, ...shares]), releaseTime: draft.releaseTime, proof: draft.proof }
}

/** A share (0 to 1) as a percentage without needless digits. */
export function percentText(share: number): string {
  return String(Number((share * 100).toFixed(4)))
}

/** The share (0 to 1) of a typed percentage; a comma or a point before decimals. */
export function shareOf(typed: string): number {
  return Number((Number(typed.trim().replace(',', '.')) / 100).toFixed(6))
}

/** A percentage typed in its bounds, or why not. */
export function percentProblem(typed: string, min: number, max: number): Problem | undefined {
  const value = shareOf(typed) * 100
  const right = /^\d+([.,]\d+)?$/.test(typed.trim()) && value >= min && value <= max
  return right ? undefined : { word: 'wrong.percent', values: { min, max } }
}
