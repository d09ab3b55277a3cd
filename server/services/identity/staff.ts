import { AppError } from '../../../shared/kit/errors.ts'
import { MINUTE, type Instant } from '../../../shared/kit/time.ts'
import type { OwnRole } from '../../../shared/office/permissions.ts'
import { accountById, endInvitation, noteSignIn } from '../../store/accounts/accounts.ts'
import type { SignedInBy } from '../../store/schema/account-tables.ts'
import type { Database } from '../../store/open/database.ts'
import { findByUsername, type StaffMember, type StaffWithPassword } from '../../store/staff.ts'
import type { Passwords } from './passwords.ts'
import type { SecondFactors } from './second-factor.ts'
import type { Signer } from './secrets.ts'
import { createSessions, type Begun, type Sessions, type SignIn } from './sessions.ts'

export { hashPassword } from './passwords.ts'

/** How long the right password waits for its code. */
const HALF_MS = 5 * MINUTE

/** Half-way: the password was right, and a code is asked for next. */
export interface HalfWay {
  /** For the same browser alone, for some minutes. */
  readonly half: string
  readonly seconds: number
}

/** Who works here and who is signed in. */
export interface StaffService extends Sessions {
  /** A new session for the right password, or half of the way where a second factor is asked for; throws `WRONG_PASSWORD`. */
  login(username: string, password: string, device?: string | null): Promise<Begun | HalfWay>
  /** Who is half-way; throws `SIGN_IN_AGAIN`. */
  halfWay(half: string | undefined): Promise<StaffWithPassword>
  /** The same for somebody whom the provider of the office's accounts has named. */
  admit(id: string, device?: string | null): Promise<Begun | HalfWay>
  /** A session for somebody who has proved who they are in another way. */
  enter(id: string, how: SignedInBy, device?: string | null): Promise<Begun>
  /** The other half; throws `SIGN_IN_AGAIN`, `WRONG_CODE`, `CODE_USED`. */
  secondStep(half: string | undefined, code: string, device?: string | null): Promise<Begun>
}

export function createStaffService(deps: {
  readonly db: Database
  readonly now: () => Instant
  readonly passwords: Passwords
  readonly second: SecondFactors
  /** Signs who is half-way. */
  readonly halves: Signer
  /** Whether somebody has to have a second factor. */
  readonly mustHaveSecond: (member: StaffMember) => boolean
  /** The roles that an office has made for itself. */
  readonly ownRoles: (office: string) => readonly OwnRole[]
}): StaffService {
  const { db, now, passwords, halves } = deps
  const sessions = createSessions(db, now, deps.mustHaveSecond, deps.ownRoles)

  async function begin(member: StaffWithPassword, how: SignIn): Promise<Begun> {
    // Whoever has come without a password needs none any more: the invitation to choose one would be a second way in.
    if (how.how === 'oidc') await endInvitation(db, member.id)
    const begun = await sessions.begin(member, how)
    // When somebody came last is a comfort: a disk that takes nothing keeps nobody out.
    await noteSignIn(db, member.id, how.at).catch(() => undefined)
    return begun
  }

  /** A session, or half of the way where a second factor is asked for. */
  async function next(member: StaffWithPassword, how: SignIn): Promise<Begun | HalfWay> {
    if (member.secondFactorSince === null) return begin(member, how)
    const half = halves.sign(`${member.id}~${member.passwordChangedAt}~${how.at + HALF_MS}~${how.how}`)
    return { half, seconds: HALF_MS / 1000 }
  }

  async function opened(half: string | undefined) {
    const [id, changedAt, until, first] = (halves.open(half ?? '') ?? '').split('~')
    const member = id ? await accountById(db, id) : undefined
    const stands = member?.active && now() < Number(until) && member.passwordChangedAt === Number(changedAt)
    if (!stands) throw new AppError('SIGN_IN_AGAIN')
    const how: SignedInBy = first === 'oidc' ? 'oidc' : 'password+code'
    return { member, how }
  }

  return {
    ...sessions,
    halfWay: async half => (await opened(half)).member,
    async login(username, password, device = null) {
      const at = now()
      const member = await findByUsername(db, username)
      // Somebody unknown costs the same time as somebody known, so that names cannot be guessed by the clock.
      const right = await passwords.isRight(member?.passwordHash, password)
      if (!member?.active || !right) throw new AppError('WRONG_PASSWORD')
      return next(member, { how: 'password', device, at })
    },
    async admit(id, device = null) {
      const member = await accountById(db, id)
      if (!member?.active) throw new AppError('OIDC_PERSON_OFF')
      return next(member, { how: 'oidc', device, at: now() })
    },
    async enter(id, how, device = null) {
      const member = await accountById(db, id)
      if (!member?.active) throw new AppError('WRONG_PASSWORD')
      return begin(member, { how, device, at: now() })
    },
    async secondStep(half, code, device = null) {
      const at = now()
      const { member, how } = await opened(half)
      await deps.second.check(member.id, code)
      return begin(member, { how, device, at })
    },
  }
}
