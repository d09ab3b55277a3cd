import { isUsername } from '../person.ts'
import { freeUsername } from './same-person.ts'

/** What an account is known by. */
export interface KnownBy {
  readonly username: string
  readonly name: string
  readonly email: string | null
  readonly employeeNumber: string | null
}

/** Of which of the two a user name was made, if of any: it goes where that goes, for it keeps its true owner out. */
export function usernameMadeOf({ username, email, employeeNumber }: KnownBy): 'email' | 'employeeNumber' | undefined {
  if (username === email) return 'email'
  return employeeNumber !== null && username === employeeNumber.toLowerCase() ? 'employeeNumber' : undefined
}

/**
 * By what somebody signs in once they are corrected; made of the name where that of which it was made is taken away, or is none by
 * which anybody could sign in.
 */
export function usernameAfter(
  account: KnownBy,
  to: Omit<KnownBy, 'username'>,
  isTaken: (username: string) => boolean,
): string {
  const madeOf = usernameMadeOf(account)
  if (madeOf === undefined) return account.username
  const same = to[madeOf]?.toLowerCase()
  return same !== undefined && isUsername(same) ? same : freeUsername(to.name, isTaken)
}
