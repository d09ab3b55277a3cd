import { isOneLine } from '../kit/seen.ts'

/*
 * What is kept of a person, the same by whichever way it comes in: a form, a list, a file of the office, the provider of accounts,
 * the set-up. What one of them takes can be typed, corrected and signed in by at every other one.
 */

/** Signs of a name, an e-mail or a user name. */
export const MOST_OF_PERSON = 120

const ADDRESS = "(?:[a-z0-9_'+-]+\\.)*[a-z0-9_'+-]+@(?:[a-z0-9][a-z0-9-]*\\.)+[a-z]{2,}"
/** An e-mail in small letters. */
export const EMAIL = new RegExp(`^${ADDRESS}$`)
/** A user name in small letters: one of its own, or an e-mail. */
export const USERNAME = new RegExp(`^(?:[a-z0-9][a-z0-9._@+/-]{1,79}|${ADDRESS})$`)
/** Of whatever agency; of digits that are nearly as many as those of a NIP there are 18, which no spreadsheet has rounded. */
export const EMPLOYEE_NUMBER = /^(?!\d{15}000$)(?!\d{15,17}$|\d{19,21}$)[0-9A-Za-z./-]{3,30}$/

/** An employee number without the signs by which people group a NIP. */
export function employeeNumberOf(written: string): string {
  const bare = written.replace(/[\s'’]/g, '')
  const digits = bare.replaceAll('.', '')
  return /^\d{15,}$/.test(digits) ? digits : bare
}

export const isName = (name: string): boolean => name !== '' && name.length <= MOST_OF_PERSON && isOneLine(name)
export const isEmail = (email: string): boolean => email.length <= MOST_OF_PERSON && EMAIL.test(email)
export const isUsername = (username: string): boolean => username.length <= MOST_OF_PERSON && USERNAME.test(username)
