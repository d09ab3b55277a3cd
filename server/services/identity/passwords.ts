import { hash, verify } from '@node-rs/argon2'
import { AppError, type ErrorCode } from '../../../shared/kit/errors.ts'
import {
  PASSWORD_LEAST,
  PASSWORD_MOST,
  passwordForm,
  passwordProblem,
  type PasswordProblem,
} from '../../../shared/office/passwords.ts'
import { isCommonPassword } from './common-passwords.ts'
import { randomId } from './secrets.ts'

/** Argon2id (the library's own default algorithm) with 19 MiB and two passes. */
const ARGON = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

const CODES: Readonly<Record<PasswordProblem, ErrorCode>> = {
  short: 'PASSWORD_SHORT',
  long: 'PASSWORD_LONG',
  common: 'PASSWORD_COMMON',
  ownName: 'PASSWORD_OWN_NAME',
}

/** The stored form of a password. */
export function hashPassword(password: string): Promise<string> {
  return hash(passwordForm(password), ARGON)
}

/** Which passwords somebody may take, and whether one is right. */
export interface Passwords {
  /** The stored form of a new password; throws `PASSWORD_…` when nobody, or not this person, may take it. */
  accept(password: string, own: readonly (string | null)[]): Promise<string>
  /** Without a stored form it costs the same time and is wrong, so that the clock tells nothing. */
  isRight(stored: string | undefined, password: string): Promise<boolean>
}

export function createPasswords(): Passwords {
  const decoy = hashPassword(randomId())
  return {
    accept(password, own) {
      const names = own.filter(name => name !== null)
      const problem = passwordProblem(password, names, isCommonPassword)
      if (problem) throw new AppError(CODES[problem], { least: PASSWORD_LEAST, most: PASSWORD_MOST })
      return hashPassword(password)
    },
    async isRight(stored, password) {
      const right = await verify(stored || (await decoy), passwordForm(password))
      return right && stored !== undefined && stored !== ''
    },
  }
}
