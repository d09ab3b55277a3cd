import { merged } from '../../kit/merged.ts'
import type { Plan, PlanRow } from './plan.ts'

/** A plan that somebody writes and has not saved. */
export interface PlanWriting {
  readonly plan: Plan
  /** The plan on which it stands, and its version; 0 before the first. */
  readonly ground: Plan
  readonly version: number
  /** What both changed of what somebody else saved meanwhile: lines by their unsur, and the forum. */
  readonly both: readonly string[]
}

/**
 * The same work on a version that was saved meanwhile: fields of a line that were not changed here are as saved there, and what both changed
 * stays as written here; a line that one took out and the other changed stays.
 */
export function planOnNewest(work: PlanWriting, newest: Plan, version: number): PlanWriting {
  if (version === work.version) return work
  const [ground, mine, theirs] = [partsOf(work.ground), partsOf(work.plan), partsOf(newest)]
  const both: string[] = []
  const rows: PlanRow[] = []
  for (const unsur of new Set([...theirs.rows.keys(), ...mine.rows.keys()])) {
    const was = ground.rows.get(unsur)
    const own = mine.rows.get(unsur)
    const other = theirs.rows.get(unsur)
    if (own && other) {
      const fields = merged<PlanRow>(was ?? {}, own, other)
      rows.push(fields.now)
      if (fields.both.length > 0) both.push(unsur)
    } else {
      const left = own ?? other!
      if (was && JSON.stringify(was) === JSON.stringify(left)) continue
      rows.push(left)
      if (was) both.push(unsur)
    }
  }
  const rest = merged(ground.rest, mine.rest, theirs.rest)
  return { plan: { ...rest.now, rows }, ground: newest, version, both: [...both, ...rest.both] }
}

function partsOf({ rows, ...rest }: Plan) {
  return { rows: new Map(rows.map(row => [row.unsur, row])), rest }
}
