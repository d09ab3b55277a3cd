import type { Instant } from '../../kit/time.ts'
import type { Medium } from './publication.ts'

/** What the product knows of what evaluators of digital services ask for. */
export interface EvaluationFacts {
  /** The last closed quarter, and how many of its visits ended, were invited to the survey at once, and answered. */
  readonly period: string
  readonly finished: number
  readonly invited: number
  readonly answered: number
  /** What was published last, since when, and the first publication of all. */
  readonly published: {
    readonly period: string
    readonly ikm: number
    readonly at: Instant
    readonly since: Instant
    readonly media: readonly Medium[]
  } | null
  /** The IKM that the office wants to be above. */
  readonly target: number
  /** Complaints after low ratings, and how many carry a number of LAPOR. */
  readonly complaints: { readonly all: number; readonly numbered: number }
  /** Lines of the newest plan that is saved, and how many are done. */
  readonly plan: { readonly period: string; readonly all: number; readonly done: number } | null
  /** The last year whose report was saved. */
  readonly report: string | null
  /** From the period before the published one. */
  readonly change: { readonly before: string; readonly difference: number; readonly moreThanChance: boolean } | null
}

/** What is asked for, in the order of the levels. Source: evidence list of one program for PermenPANRB 8/2026, and PEKPPP; confidence: one source. */
export const EVALUATION = [
  ['L3', 'offered'],
  ['L3', 'procedure'],
  ['L3', 'yearly'],
  ['L4', 'public'],
  ['L4', 'lapor'],
  ['L4', 'target'],
  ['L5', 'plan'],
  ['L5', 'improved'],
  ['L5', 'trend'],
  ['PEKPPP', 'media'],
] as const
export type EvaluationItem = (typeof EVALUATION)[number][1]

/** Whether the product can prove an item; what it knows nothing of, such as a procedure on paper, it never can. */
export function isProven(item: EvaluationItem, facts: EvaluationFacts): boolean {
  const { published, complaints, plan, change, target } = facts
  switch (item) {
    case 'offered':
      return facts.invited > 0
    case 'procedure':
      return false
    case 'yearly':
      return facts.report !== null
    case 'public':
      return published !== null
    case 'lapor':
      return complaints.numbered > 0
    case 'target':
      return published !== null && published.ikm > target
    case 'plan':
      return plan !== null && plan.all > 0
    case 'improved':
      return plan !== null && plan.done > 0
    case 'trend':
      return change !== null && change.difference > 0 && change.moreThanChance
    case 'media':
      return published !== null && published.media.length > 0
  }
}
