/** An id that was never used before, for a new member of a list. */
export function newId(): string {
  return crypto.randomUUID().slice(0, 13)
}
