import { createHmac } from 'node:crypto'
import { Secret } from 'otpauth'
import { AppError } from '../../../shared/kit/errors.ts'
import type { Instant } from '../../../shared/kit/time.ts'
import { officeInPreparation } from '../../../shared/office/opening/in-preparation.ts'
import { takenBy } from '../../store/accounts/accounts.ts'
import { onRecord } from '../../store/audit.ts'
import type { Database } from '../../store/open/database.ts'
import { listOffices, officeQueries } from '../../store/offices.ts'
import { hasAdministrator, newStaffRows } from '../../store/staff.ts'
import { hashOf, randomId } from '../identity/secrets.ts'
import type { Passwords } from '../identity/passwords.ts'
import type { SecondFactors } from '../identity/second-factor.ts'

const FACTOR_BYTES = 20

/** Whoever opens the installation. */
export interface FirstAdministrator {
  readonly name: string
  /** Also the name for signing in. */
  readonly email: string
  readonly password: string
  /** Six digits of the second factor, which prove that it was read. */
  readonly code: string
}

/** The way from an empty installation to its first administrator. */
export interface FirstStart {
  /** What the page shows; throws `SETUP_LINK` for a link that is wrong, over or used, and says no more. */
  look(link: string): Promise<{ readonly until: Instant; readonly secret: string }>
  /** Makes the administrator and an office in preparation, all or nothing, once; throws `SETUP_LINK`, `PASSWORD_…`, `EMAIL_TAKEN`, `WRONG_CODE`. */
  create(
    link: string,
    who: FirstAdministrator,
  ): Promise<{ readonly staffId: string; readonly recoveryCodes: readonly string[] }>
}

/** `standing` is the link as it stands now, which a new one may have replaced a moment ago. */
export function createFirstStart(deps: {
  readonly db: Database
  readonly key: Buffer
  readonly now: () => Instant
  readonly passwords: Passwords
  readonly second: SecondFactors
  readonly standing: () => { readonly hash: string; readonly until: Instant } | undefined
}): FirstStart {
  const { db, key, now, standing } = deps

  async function opened(link: string): Promise<{ readonly hash: string; readonly until: Instant }> {
    const good = standing()
    // One sentence for all three: whoever tries links learns nothing from the answer.
    if (!good || good.hash !== hashOf(link) || now() >= good.until || (await hasAdministrator(db)))
      throw new AppError('SETUP_LINK')
    return good
  }

  /** The same for the same link, so that a page that is loaded again shows the code that was scanned already. */
  const secondFactor = (hash: string) => {
    const { buffer, byteOffset } = createHmac('sha256', key).update(`second factor ${hash}`).digest()
    return new Secret({ buffer: buffer.slice(byteOffset, byteOffset + FACTOR_BYTES) as ArrayBuffer })
  }

  return {
    async look(link) {
      const { hash, until } = await opened(link)
      return { until, secret: secondFactor(hash).base32 }
    },
    async create(link, who) {
      const { hash } = await opened(link)
      const passwordHash = await deps.passwords.accept(who.password, [who.name, who.email])
      // A file may have named somebody already who was never let in.
      if (await takenBy(db, { username: who.email, email: who.email, employeeNumber: null }))
        throw new AppError('EMAIL_TAKEN')
      const office = (await listOffices(db))[0] ?? officeInPreparation(`kantor-${randomId().slice(0, 8)}`)
      const id = randomId()
      const factor = deps.second.first(id, secondFactor(hash).base32, who.code)
      const one = db.kysely
        .insertInto('meta')
        .values({ key: 'first administrator', value: id })
        .onConflict(there => there.column('key').doNothing())
        .compile()
      const rows = [
        ...officeQueries(db, office),
        ...newStaffRows(db, {
          id,
          officeId: office.id,
          username: who.email,
          name: who.name,
          roles: ['administrator'],
          active: true,
          passwordChangedAt: now(),
          passwordHash,
          email: who.email,
        }),
        ...factor.rows,
      ]
      const entry = { at: now(), who: `staff:${id}`, what: 'setup.administrator', detail: { office: office.id } }
      // Of two browsers at once one has made it, and the link with which the other one came is used.
      if (!(await onRecord(db, { first: one, then: rows }, entry))) throw new AppError('SETUP_LINK')
      return { staffId: id, recoveryCodes: factor.codes }
    },
  }
}
