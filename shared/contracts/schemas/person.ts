import { z } from 'zod'
import { isOneLine } from '../../kit/seen.ts'
import { EMAIL, EMPLOYEE_NUMBER, MOST_OF_PERSON, USERNAME, employeeNumberOf } from '../../office/person.ts'
import { ONE_LINE } from './parts.ts'

/** The fields of a person, for every boundary over which one comes. */
export const personName = z.string().trim().min(1).max(MOST_OF_PERSON).refine(isOneLine, ONE_LINE)
export const email = z
  .string()
  .trim()
  .toLowerCase()
  .max(MOST_OF_PERSON)
  .check(z.email({ pattern: EMAIL }))
export const username = z.string().trim().toLowerCase().max(MOST_OF_PERSON).regex(USERNAME)
export const employeeNumber = z.string().overwrite(employeeNumberOf).regex(EMPLOYEE_NUMBER)
/** A user name as it is typed to sign in or to name somebody. */
export const typedUsername = z.string().trim().toLowerCase().min(1).max(MOST_OF_PERSON)
