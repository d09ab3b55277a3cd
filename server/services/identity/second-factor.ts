import { randomInt } from 'node:crypto'
import { Secret, TOTP } from 'otpauth'
import { AppError } from '../../../shared/kit/errors.ts'
import { MINUTE, type Instant } from '../../../shared/kit/time.ts'
import {
  firstFactorRows,
  otherCodes,
  recoveryCodesLeft,
  secondFactor,
  secondFactorOf,
  takeRecoveryCode,
  takeStep,
} from '../../store/accounts/second-factors.ts'
import { onRecord } from '../../store/audit.ts'
import type { Database, Rows } from '../../store/open/database.ts'
import { createHasher, createSealer } from './secrets.ts'

const SECONDS = 30
const SECRET_BYTES = 20
/** A phone whose clock is one step off is still right. */
const STEPS_OFF = 1
const ENROL_MS = 10 * MINUTE
const CODES = 10
/** Thirty letters that are not mixed up, twelve of them: 58 bits. */
const CODE_LETTERS = 'ABCDEFGHJKLMNPQRSTVWXYZ2345678'
const CODE_LENGTH = 12

/** Whose, which secret, until when, and since when the one was there that it replaces. */
type Enrolment = [string, string, Instant, Instant | null]

/** What an authenticator needs, and the token by which its first code is confirmed. */
export interface Offer {
  /** `otpauth://…`, as a QR code. */
  readonly address: string
  /** The same to type, in groups of four. */
  readonly key: string
  readonly enrolment: string
}

/** A second factor: codes of an authenticator (RFC 6238), and recovery codes for when it is lost. */
export interface SecondFactors {
  /** A new secret; nothing is stored until its first code is confirmed. */
  offer(of: { readonly id: string; readonly username: string; readonly since: Instant | null }, issuer: string): Offer
  /** Stores the one that was offered, on record; the recovery codes, to be shown once. Throws `ENROLMENT_ENDED`, `WRONG_CODE`. */
  confirm(id: string, enrolment: string, code: string): Promise<readonly string[]>
  /** The same for somebody who is only being written, with a secret of their own; throws `WRONG_CODE`. */
  first(id: string, secret: string, code: string): { readonly rows: Rows; readonly codes: readonly string[] }
  /** Accepts a code of the authenticator or a recovery code, each once; throws `WRONG_CODE`, `CODE_USED`. */
  check(id: string, code: string): Promise<void>
  /** Other recovery codes, on record; throws `SECOND_FACTOR_NEEDED` where there is nothing for which they stand in. */
  renewCodes(id: string): Promise<readonly string[]>
  codesLeft(id: string): Promise<number>
}

export function createSecondFactors(db: Database, key: Buffer, now: () => Instant): SecondFactors {
  const sealer = createSealer(key, 'second factor')
  const enrolments = createSealer(key, 'second factor offered')
  const hash = createHasher(key, 'recovery code')

  function newCodes(id: string) {
    const codes = Array.from({ length: CODES }, newCode)
    return { codes, hashes: codes.map(code => hash(`${id} ${plain(code)}`)) }
  }

  const entryOf = (id: string, what: string, detail: object = {}) => ({
    ...{ at: now(), who: `staff:${id}`, what },
    detail: { staff: id, ...detail },
  })

  /** The time step whose code this is, within the steps allowed. */
  function stepOf(secret: string, code: string): number | undefined {
    const at = now()
    const delta = totpOf(secret).validate({ token: code, timestamp: at, window: STEPS_OFF })
    return delta === null ? undefined : Math.floor(at / 1000 / SECONDS) + delta
  }

  /** What is stored of a secret whose code was right, and the codes to be shown; throws `WRONG_CODE`. */
  function proved(id: string, secret: string, code: string) {
    const step = stepOf(secret, digits(code))
    if (step === undefined) throw new AppError('WRONG_CODE')
    const { codes, hashes } = newCodes(id)
    return { codes, set: { secret: sealer.seal(secret), step, at: now(), codes: hashes } }
  }

  return {
    offer({ id, username, since }, issuer) {
      const secret = new Secret({ size: SECRET_BYTES }).base32
      return {
        address: totpOf(secret, { issuer, label: username }).toString(),
        key: secret.match(/.{1,4}/g)!.join(' '),
        enrolment: enrolments.seal(JSON.stringify([id, secret, now() + ENROL_MS, since] satisfies Enrolment)),
      }
    },

    async confirm(id, enrolment, code) {
      const [whose, secret, until, before] = JSON.parse(enrolments.open(enrolment) ?? '[]') as Partial<Enrolment>
      if (whose !== id || secret === undefined || !(now() < until!)) throw new AppError('ENROLMENT_ENDED')
      const { set, codes } = proved(id, secret, code)
      const entry = entryOf(id, 'account.secondFactor', { set: true })
      if (!(await onRecord(db, secondFactor(db, id, set, before ?? null), entry))) throw new AppError('ENROLMENT_ENDED')
      return codes
    },

    first(id, secret, code) {
      const { set, codes } = proved(id, secret, code)
      return { rows: firstFactorRows(db, id, set), codes }
    },

    async check(id, code) {
      const given = digits(code)
      if (!/^\d{6}$/.test(given)) {
        if (await takeRecoveryCode(db, id, hash(`${id} ${plain(code)}`))) return
        throw new AppError('WRONG_CODE')
      }
      const stored = await secondFactorOf(db, id)
      const secret = stored && sealer.open(stored.secret)
      const step = secret === undefined ? undefined : stepOf(secret, given)
      if (step === undefined) throw new AppError('WRONG_CODE')
      if (!(await takeStep(db, id, step))) throw new AppError('CODE_USED')
    },

    async renewCodes(id) {
      const { codes, hashes } = newCodes(id)
      if (!(await onRecord(db, otherCodes(db, id, hashes), entryOf(id, 'account.recoveryCodes'))))
        throw new AppError('SECOND_FACTOR_NEEDED')
      return codes
    },

    codesLeft: id => recoveryCodesLeft(db, id),
  }
}

function totpOf(secret: string, said: { readonly issuer?: string; readonly label?: string } = {}): TOTP {
  return new TOTP({ ...said, algorithm: 'SHA1', digits: 6, period: SECONDS, secret })
}

/** `XXXX-XXXX-XXXX` */
function newCode(): string {
  const letters = Array.from({ length: CODE_LENGTH }, () => CODE_LETTERS[randomInt(CODE_LETTERS.length)])
  return letters.join('').match(/.{4}/g)!.join('-')
}

/** As people type them: with blanks, dashes and small letters. */
function plain(code: string): string {
  return code.toUpperCase().replace(/[^A-Z0-9]/g, '')
}

function digits(code: string): string {
  return code.replace(/\s/g, '')
}
