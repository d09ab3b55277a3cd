import { hash, verify } from '@node-rs/argon2'
import { AppError } from '../../../shared/kit/errors.ts'
import { HOUR, MINUTE, type Instant } from '../../../shared/kit/time.ts'
import { permissionsOf } from '../../../shared/office/permissions.ts'
import type { Database } from '../../store/open/database.ts'
import {
  deleteSession,
  deleteSessionsBefore,
  insertSession,
  sessionByHash,
  touchSession,
  type Session,
} from '../../store/sessions.ts'
import { findByUsername, staffById, type StaffMember } from '../../store/staff.ts'
import type { Staff } from './access.ts'
import { hashOf, randomId } from './secrets.ts'

const IDLE = 4 * HOUR
const ABSOLUTE = 12 * HOUR
const SEEN_EVERY = MINUTE
/** How long a session's rights may be remembered before they are read again. */
const REMEMBERED = 15_000

/** Argon2id (the library's own default algorithm) with 19 MiB and two passes. */
const ARGON = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

/** How a session came to its end. */
export type SessionEnd = 'signedOut' | 'idle' | 'expired' | 'changed'

/** Who works here and who is signed in. */
export interface StaffService {
  /** A new session's secret for the right password; throws `WRONG_PASSWORD`. */
  login(username: string, password: string): Promise<{ session: string; staff: Staff; seconds: number }>
  logout(session: string): Promise<void>
  /** Whose session it is, when it is still good. */
  bySession(session: string): Promise<Staff | undefined>
  /** Hears the hash of every session that ended, and why, so that its live connections end too. */
  onEnded(listener: (sessionHash: string, why: SessionEnd) => void): void
  /** Ends those of these sessions, by their hashes, that are over by now, although nobody uses them. */
  review(sessions: readonly string[]): Promise<void>
  sweep(): Promise<void>
}

/** The stored form of a password. */
export function hashPassword(password: string): Promise<string> {
  return hash(password, ARGON)
}

export function createStaffService(db: Database, now: () => Instant): StaffService {
  const remembered = new Map<string, { staff: Staff; until: Instant; seenAt: Instant; expiresAt: Instant }>()
  const listeners: ((sessionHash: string, why: SessionEnd) => void)[] = []
  // Somebody unknown costs the same time as somebody known, so that names cannot be guessed by the clock.
  const decoy = hashPassword(randomId())

  async function end(sessionHash: string, why: SessionEnd): Promise<void> {
    remembered.delete(sessionHash)
    await deleteSession(db, sessionHash)
    for (const listener of listeners) listener(sessionHash, why)
  }

  /** A session that is good, with its member; one that is over is ended here. */
  async function standing(sessionHash: string) {
    const stored = await sessionByHash(db, sessionHash)
    const member = stored && (await staffById(db, stored.staffId))
    const why = endOf(stored, member, now())
    if (why === undefined) return { stored: stored!, member: member! }
    await end(sessionHash, why)
    return undefined
  }

  return {
    async login(username, password) {
      const member = await findByUsername(db, username)
      const right = await verify(member?.passwordHash ?? (await decoy), password)
      if (!member || !right || !member.active) throw new AppError('WRONG_PASSWORD')
      const session = randomId() + randomId()
      const at = now()
      await insertSession(db, {
        hash: hashOf(session),
        staffId: member.id,
        createdAt: at,
        seenAt: at,
        expiresAt: at + ABSOLUTE,
        roles: rolesText(member),
      })
      return { session, staff: staffView(member), seconds: ABSOLUTE / 1000 }
    },

    logout: session => end(hashOf(session), 'signedOut'),

    async bySession(session) {
      const key = hashOf(session)
      const at = now()
      const kept = remembered.get(key)
      if (kept && at < kept.until && at < kept.expiresAt) return kept.staff
      const good = await standing(key)
      if (!good) return undefined
      const { stored, member } = good
      // A disk that takes nothing signs nobody out.
      if (at - stored.seenAt > SEEN_EVERY) await touchSession(db, key, at).catch(() => undefined)
      const staff = staffView(member)
      remembered.set(key, { staff, until: at + REMEMBERED, seenAt: stored.seenAt, expiresAt: stored.expiresAt })
      return staff
    },

    onEnded: listener => void listeners.push(listener),

    async review(sessions) {
      for (const session of sessions) await standing(session)
    },

    async sweep() {
      const at = now()
      for (const [key, kept] of remembered) if (at >= kept.until) remembered.delete(key)
      await deleteSessionsBefore(db, { expiredBefore: at, idleSince: at - IDLE })
    },
  }
}

/** Why a session is over; `undefined` while it is good. One that is gone was swept, or ended by another process. */
function endOf(stored: Session | undefined, member: StaffMember | undefined, at: Instant): SessionEnd | undefined {
  if (!stored || at >= stored.expiresAt) return 'expired'
  if (at - stored.seenAt > IDLE) return 'idle'
  if (!member?.active || stored.createdAt < member.passwordChangedAt) return 'changed'
  return stored.roles !== null && stored.roles !== rolesText(member) ? 'changed' : undefined
}

function rolesText(member: StaffMember): string {
  return [...member.roles].sort().join(' ')
}

function staffView(member: StaffMember): Staff {
  return {
    id: member.id,
    username: member.username,
    name: member.name,
    officeId: member.officeId,
    roles: member.roles,
    permissions: permissionsOf(member.roles),
  }
}
