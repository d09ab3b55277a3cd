/** The token of a ticket: its id and the proof that we gave it, with a dot between them. */
export const TOKEN = /^[\w.-]{20,80}$/

/**
 * The token in what was scanned, pasted or typed: a ticket's link with whatever follows it, or the bare token;
 * `undefined` for anything else, such as the QR code of another office's paper.
 */
export function tokenIn(text: string): string | undefined {
  const read = text.trim()
  const token = /\/t\/([^/?#]+)/.exec(read)?.[1] ?? read
  return TOKEN.test(token) ? token : undefined
}
