import type { Reply } from '../../../shared/contracts/api.ts'

/** Somebody who was invited, with the link to hand over. */
export type Invitation = Reply<'POST /api/offices/:office/lists/staff/invite'>['invited'][number]

/** A server that does not know its own name gives a path. */
export function urlOf({ url }: Pick<Invitation, 'url'>): string {
  return url.startsWith('/') ? location.origin + url : url
}

/** Text as a list is sent: its bytes in base64. */
export function contentOf(bytes: Uint8Array): string {
  return btoa(Array.from(bytes, byte => String.fromCharCode(byte)).join(''))
}

/** Rows as CSV. */
export function csvOf(rows: readonly (readonly string[])[]): Uint8Array {
  const quoted = (cell: string) => `"${cell.replaceAll('"', '""')}"`
  return new TextEncoder().encode(rows.map(row => row.map(quoted).join(';')).join('\n'))
}
