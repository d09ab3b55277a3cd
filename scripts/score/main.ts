import { casesCommand } from '../lib/cases.ts'
import { casesFile } from './cases.ts'
import { resultOf } from './results.ts'

/** `npm run score`: computes scores of officers, changes and audits of a file of cases with the office's own functions. */
export function main(args: readonly string[]): number {
  return casesCommand({ name: 'score', file: casesFile, resultOf }, args)
}
