import { casesCommand } from '../lib/cases.ts'
import { casesFile } from './cases.ts'
import { resultOf } from './results.ts'
import { textOf } from './text.ts'

/** `npm run skm-stat`: computes the statistics of the SKM of a file of cases with the office's own functions. */
export function main(args: readonly string[]): number {
  return casesCommand({ name: 'skm-stat', file: casesFile, resultOf, text: textOf }, args)
}
