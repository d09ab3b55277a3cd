/** What a client may name its command: signs without a blank. */
const GIVEN = /^[\x21-\x7e]{1,100}$/

/** Whether a client may use such an id. */
export function isGiven(id: string): boolean {
  return GIVEN.test(id)
}

/**
 * The id of a command that the office makes by itself, out of what it is about, so that done again it is the same command.
 * It begins with a blank, which no id of a client can hold: nobody uses it first, by whatever they know.
 */
export function ownId(about: string, ...of: readonly (string | number)[]): string {
  return ['', about, ...of].join(' ')
}

/** Whether a command was made by the office about such a thing. */
export function isOwnId(id: string | undefined, about: string): boolean {
  return id?.startsWith(ownId(about, '')) ?? false
}
