import { codeOf } from '../shared/web/client.ts'

/** The sentence for anything that a request throws, in the language shown now. */
export function sentenceOf(error: unknown): string {
  return codeOf(error)
}
