import { AppError } from '../../../shared/kit/errors.ts'
import { HOUR, MINUTE, type Instant } from '../../../shared/kit/time.ts'
import { permissionsOf, type OwnRole } from '../../../shared/office/permissions.ts'
import { onRecord, type AuditEntry } from '../../store/audit.ts'
import type { Database } from '../../store/open/database.ts'
import { administeredBy } from '../../store/people/administrations.ts'
import type { SignedInBy } from '../../store/schema/account-tables.ts'
import {
  deleteSession,
  deleteSessionsBefore,
  insertSession,
  sessionByHash,
  sessionsEnd,
  sessionsOf,
  setSessionOffice,
  touchSession,
  type Session,
} from '../../store/sessions.ts'
import { staffById, type StaffMember, type StaffWithPassword } from '../../store/staff.ts'
import type { Staff } from './access.ts'
import { hashOf, randomId } from './secrets.ts'

/** A session ends after so long without use, and in any case. */
export const IDLE = 4 * HOUR
export const ABSOLUTE = 12 * HOUR
const SEEN_EVERY = MINUTE
/** How long a session's rights may be remembered before they are read again: what another process ended ends here so late. */
const REMEMBERED = 2_000

/** How a session came to its end. */
export type SessionEnd = 'signedOut' | 'idle' | 'expired' | 'changed'

/** Where somebody is signed in, as they may see it. */
export interface SessionView {
  /** Names it without opening it. */
  readonly id: string
  readonly device: string | null
  readonly how: SignedInBy
  readonly since: Instant
  readonly seenAt: Instant
}

/** A session that has begun: its secret, and for how many seconds the browser keeps it. */
export interface Begun {
  readonly session: string
  readonly staff: Staff
  readonly seconds: number
}

/** How somebody signed in, and where. */
export interface SignIn {
  readonly how: SignedInBy
  readonly device: string | null
  /** When the proof was begun: whatever has changed since then counts. */
  readonly at: Instant
}

/** Who is signed in. */
export interface Sessions {
  /** Throws `WRONG_PASSWORD` when the account has changed since it was looked at. */
  begin(member: StaffWithPassword, how: SignIn): Promise<Begun>
  /** Whose session it is, when it is still good. */
  bySession(session: string): Promise<Staff | undefined>
  logout(session: string): Promise<void>
  /** At work in another of the offices that they set up, in this browser; throws `FORBIDDEN` for any other. */
  moveTo(session: string, staff: Staff, office: string): Promise<Staff>
  /** Where this person is signed in, the newest first. */
  of(staffId: string): Promise<readonly SessionView[]>
  /** Ends one by its public id, together with its entry in the audit log; `false` when this person has none such. */
  endOne(staffId: string, id: string, why: SessionEnd, entry?: AuditEntry): Promise<boolean>
  /** Ends all of a person but the one with this secret; at once, with their live connections. */
  endAll(
    staffId: string,
    why: SessionEnd,
    how?: { readonly but?: string | undefined; readonly entry?: AuditEntry },
  ): Promise<void>
  /** What is remembered of a person is read again at the next request. */
  forget(staffId: string): void
  /** Hears the hash of every session that ended, and why, so that its live connections end too. */
  onEnded(listener: (sessionHash: string, why: SessionEnd) => void): void
  /** Hears the hash of every session that went to work in another office. */
  onMoved(listener: (sessionHash: string) => void): void
  /** Ends those of these sessions, by their hashes, that are over by now, although nobody uses them. */
  review(sessions: readonly string[]): Promise<void>
  sweep(): Promise<void>
}

export function createSessions(
  db: Database,
  now: () => Instant,
  /** Whether somebody has to have a second factor. */
  mustHaveSecond: (member: StaffMember) => boolean,
  /** The roles that an office has made for itself. */
  ownRoles: (office: string) => readonly OwnRole[],
): Sessions {
  const remembered = new Map<string, { staff: Staff; until: Instant; expiresAt: Instant }>()
  const listeners: ((sessionHash: string, why: SessionEnd) => void)[] = []
  const movedListeners: ((sessionHash: string) => void)[] = []
  let forgotten = 0

  async function end(hashes: readonly string[], why: SessionEnd, entry?: AuditEntry): Promise<void> {
    if (hashes.length === 0) return
    if (entry) await onRecord(db, sessionsEnd(db, hashes), entry)
    else for (const hash of hashes) await deleteSession(db, hash)
    // Behind the end: whoever asked in between has read what was still there.
    forgotten++
    for (const hash of hashes) {
      remembered.delete(hash)
      for (const listener of listeners) listener(hash, why)
    }
  }

  function forget(staffId: string): void {
    forgotten++
    for (const [key, { staff }] of remembered) if (staff.id === staffId) remembered.delete(key)
  }

  /** A session that is good, with its member; one that is over is ended here. */
  async function standing(sessionHash: string) {
    const stored = await sessionByHash(db, sessionHash)
    const member = stored && (await staffById(db, stored.staffId))
    const why = endOf(stored, member, now())
    if (why === undefined) return { stored: stored!, member: member! }
    await end([sessionHash], why)
    return undefined
  }

  /** Whoever sets up further offices is there administrator of the whole office, and nothing else. */
  async function staffAt(member: StaffMember, office: string | null): Promise<Staff> {
    const further = member.agency === null && member.roles.includes('administrator')
    const others = further ? await administeredBy(db, member.id) : []
    const offices = [member.officeId, ...others]
    if (office === null || !others.includes(office)) return staffView(member, offices)
    return staffView({ ...member, officeId: office, roles: ['administrator'] }, offices)
  }

  function staffView(member: StaffMember, offices: readonly string[]): Staff {
    const owesSecond = member.secondFactorSince === null && mustHaveSecond(member)
    const { id, username, name, officeId, agency, roles } = member
    // Whoever owes a second factor may get one, and nothing else.
    const permissions = owesSecond ? new Set<never>() : permissionsOf(roles, ownRoles(officeId))
    return { id, username, name, officeId, offices, agency, roles, owesSecond, permissions }
  }

  return {
    async begin(member, { how, device, at }) {
      const session = randomId() + randomId()
      const begun = { createdAt: at, seenAt: at, expiresAt: at + ABSOLUTE, roles: rolesText(member) }
      const row = { hash: hashOf(session), staffId: member.id, how, device, ...begun }
      if (!(await insertSession(db, row, member.passwordHash))) throw new AppError('WRONG_PASSWORD')
      return { session, staff: await staffAt(member, null), seconds: ABSOLUTE / 1000 }
    },

    logout: session => end([hashOf(session)], 'signedOut'),

    async moveTo(session, { id, offices }, office) {
      if (!offices.includes(office)) throw new AppError('FORBIDDEN', { office })
      await setSessionOffice(db, hashOf(session), office === offices[0] ? null : office)
      forget(id)
      for (const listener of movedListeners) listener(hashOf(session))
      const member = await staffById(db, id)
      if (!member) throw new AppError('NOT_SIGNED_IN')
      return staffAt(member, office)
    },

    async bySession(session) {
      const key = hashOf(session)
      const at = now()
      const kept = remembered.get(key)
      if (kept && at < kept.until && at < kept.expiresAt) return kept.staff
      const before = forgotten
      const good = await standing(key)
      if (!good) return undefined
      const { stored, member } = good
      // A disk that takes nothing signs nobody out.
      if (at - stored.seenAt > SEEN_EVERY) await touchSession(db, key, at).catch(() => undefined)
      const staff = await staffAt(member, stored.office)
      // What was read before something ended is no longer sure.
      if (before === forgotten) remembered.set(key, { staff, until: at + REMEMBERED, expiresAt: stored.expiresAt })
      return staff
    },

    async of(staffId) {
      const at = now()
      const member = await staffById(db, staffId)
      const good = (await sessionsOf(db, staffId)).filter(session => endOf(session, member, at) === undefined)
      return good.map(({ hash, device, how, createdAt, seenAt }) => ({
        ...{ id: sessionId(hash), device, how },
        ...{ since: createdAt, seenAt },
      }))
    },

    async endOne(staffId, id, why, entry) {
      const found = (await sessionsOf(db, staffId)).find(({ hash }) => sessionId(hash) === id)
      if (found) await end([found.hash], why, entry)
      return found !== undefined
    },

    async endAll(staffId, why, { but, entry } = {}) {
      forget(staffId)
      const kept = but === undefined ? undefined : hashOf(but)
      const hashes = (await sessionsOf(db, staffId)).map(({ hash }) => hash)
      await end(
        hashes.filter(hash => hash !== kept),
        why,
        entry,
      )
    },

    forget,
    onEnded: listener => void listeners.push(listener),
    onMoved: listener => void movedListeners.push(listener),

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

/** The public id of the session with this secret; it opens nothing. */
export function sessionIdOf(session: string): string {
  return sessionId(hashOf(session))
}

function sessionId(sessionHash: string): string {
  return hashOf(`session ${sessionHash}`).slice(0, 22)
}

/** Why a session is over; `undefined` while it is good. One that is gone was swept, or ended by another process. */
function endOf(stored: Session | undefined, member: StaffMember | undefined, at: Instant): SessionEnd | undefined {
  if (!stored || at >= stored.expiresAt) return 'expired'
  if (at - stored.seenAt > IDLE) return 'idle'
  if (!member?.active || stored.createdAt < member.passwordChangedAt) return 'changed'
  return stored.roles !== null && stored.roles !== rolesText(member) ? 'changed' : undefined
}

/** What a session began with; another role or another agency ends it. */
function rolesText({ roles, agency }: StaffMember): string {
  return [...[...roles].sort(), ...(agency === null ? [] : [`@${agency}`])].join(' ')
}
