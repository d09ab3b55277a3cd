import {
  EMPLOYEE_NUMBER,
  employeeNumberOf,
  isEmail,
  isName,
  isUsername,
  MOST_OF_PERSON,
} from '../../../../shared/office/person.ts'
import type { Claims } from './provider.ts'

/** By what somebody of the provider is looked for here: in the form in which every way in keeps it. */
export function linkOf({ email, employeeNumber }: Claims, by: 'email' | 'employeeNumber'): string | undefined {
  return by === 'email' ? email?.trim().toLowerCase() : employeeNumber && employeeNumberOf(employeeNumber)
}

/** What the account of somebody new is known by; nothing where nobody could sign in by it. */
export function newcomerOf(claims: Claims, by: 'email' | 'employeeNumber') {
  const address = claims.emailVerified ? linkOf(claims, 'email') : undefined
  const email = address !== undefined && isEmail(address) ? address : null
  const number = by === 'employeeNumber' ? linkOf(claims, by) : undefined
  const employeeNumber = number !== undefined && EMPLOYEE_NUMBER.test(number) ? number : null
  const username = { email, employeeNumber }[by]?.toLowerCase()
  if (username === undefined || !isUsername(username)) return undefined
  // Nobody is asked to type their name again: what cannot be kept of it is left out.
  const shown = (claims.name ?? '').replace(/[\p{Cc}\u2028\u2029\uFFFE\uFFFF]+/gu, ' ').trim()
  const name = shown.slice(0, MOST_OF_PERSON).trim()
  return { username, email, employeeNumber, name: isName(name) ? name : username }
}
