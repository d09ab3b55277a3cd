import { createHash } from 'node:crypto'

/** The hash by which a draw is promised and checked. */
export function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
