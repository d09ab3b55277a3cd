import { AppError } from '../../../shared/kit/errors.ts'
import type { Instant } from '../../../shared/kit/time.ts'
import { noteSignIn } from '../../store/accounts/accounts.ts'
import type { Database } from '../../store/open/database.ts'
import { findByUsername, type StaffMember, type StaffWithPassword } from '../../store/staff.ts'
import type { Passwords } from './passwords.ts'
import { createSessions, type Begun, type Sessions, type SignIn } from './sessions.ts'

export { hashPassword } from './passwords.ts'

/** Who works here and who is signed in. */
export interface StaffService extends Sessions {
  /** A new session's secret for the right password; throws `WRONG_PASSWORD`. */
  login(username: string, password: string, device?: string | null): Promise<Begun>
}

export function createStaffService(deps: {
  readonly db: Database
  readonly now: () => Instant
  readonly passwords: Passwords
  /** Whether somebody has to have a second factor. */
  readonly mustHaveSecond: (member: StaffMember) => boolean
}): StaffService {
  const { db, now, passwords } = deps
  const sessions = createSessions(db, now, deps.mustHaveSecond)

  async function begin(member: StaffWithPassword, how: SignIn): Promise<Begun> {
    const begun = await sessions.begin(member, how)
    // When somebody came last is a comfort: a disk that takes nothing keeps nobody out.
    await noteSignIn(db, member.id, how.at).catch(() => undefined)
    return begun
  }

  return {
    ...sessions,
    async login(username, password, device = null) {
      const at = now()
      const member = await findByUsername(db, username)
      // Somebody unknown costs the same time as somebody known, so that names cannot be guessed by the clock.
      const right = await passwords.isRight(member?.passwordHash, password)
      if (!member?.active || !right) throw new AppError('WRONG_PASSWORD')
      return begin(member, { how: 'password', device, at })
    },
  }
}
