import { serialize } from 'hono/utils/cookie'
import type { Instant } from '../../shared/kit/time.ts'
import type { Caller, Device } from '../services/identity/access.ts'
import type { Devices } from '../services/identity/devices.ts'
import { randomId, type Signer } from '../services/identity/secrets.ts'
import type { StaffService } from '../services/identity/staff.ts'
import { cookieOf } from './context.ts'

const SESSION = 'tanggap_session'
const HALF = 'tanggap_half'
const ATTEMPT = 'tanggap_oidc'
const AT_WORK = 'tanggap_work'
const BROWSER = 'tanggap_browser_'
const BROWSERS = /(?:^|;)\s*tanggap_browser_([\w-]{16})=/g
/** Marks of names looked at, in a browser that many share: each costs a proof. */
const MOST_LOOKED_AT = 8
/** Seconds for which a browser is still one of the desk after its session has ended. */
const AT_WORK_SECONDS = 6 * 3600
const BROWSER_SECONDS = 400 * 86_400
const DEVICE_SECONDS = 400 * 86_400
const DEVICE_KINDS = ['kiosk', 'display', 'tablet'] as const

/** Cookies in, callers out; the same for requests and for live connections. */
export interface Identity {
  callerOf(cookies: string | undefined): Promise<Caller>
  /** Whether a browser carries the mark of the desk: somebody of the staff is signed in with it, or was a few hours ago. */
  atWork(cookies: string | undefined): boolean
  /** What a browser gets that signs in, and when it signs out: the session, and the mark of a browser of the desk. */
  sessionCookies(session: string, seconds: number): readonly string[]
  /** Who is half-way signed in, in this browser alone. */
  halfCookie(half: string, seconds: number): string
  halfOf(cookies: string | undefined): string | undefined
  /** An attempt to sign in at the provider of the office's accounts, in this browser alone. */
  attemptCookie(attempt: string, seconds: number): string
  attemptOf(cookies: string | undefined): string | undefined
  noSessionCookies(caller: Caller): readonly string[]
  /** Whether somebody of the staff has signed in with this browser before. */
  knowsBrowser(cookies: string | undefined): boolean
  /** Id of this browser when that name has signed in with it before; of the name it keeps a keyed hash. */
  browserOf(cookies: string | undefined, username: string): string | undefined
  /** What makes a browser known after the name has signed in with it; nothing where it is already. */
  browserCookies(of: { readonly username: string; readonly browser: string | undefined }): readonly string[]
  deviceCookie(kind: Device['kind'], token: string): string
}

export function createIdentity(deps: {
  staff: StaffService
  devices: Devices
  signer: Signer
  /** Signs the mark of a browser of the desk. */
  marks: Signer
  /** Signs the ids of browsers, and hashes the names that they know. */
  browsers: { readonly signer: Signer; readonly hash: (text: string) => string }
  now: () => Instant
  secure: boolean
}): Identity {
  const options = { httpOnly: true, sameSite: 'Lax', path: '/', secure: deps.secure } as const

  async function deviceOf(cookies: string, kind: Device['kind']): Promise<Device[]> {
    const token = cookieOf(cookies, `tanggap_${kind}`)
    const device = token ? await deps.devices.byToken(token) : undefined
    return device?.kind === kind ? [device] : []
  }

  const cookie = (name: string, value: string, maxAge: number) => serialize(name, value, { ...options, maxAge })
  const mark = (seconds: number) => cookie(AT_WORK, deps.marks.sign(`${deps.now() + seconds * 1000}`), seconds)
  const atWork = (cookies: string | undefined) =>
    Number(deps.marks.open(cookieOf(cookies, AT_WORK) ?? '') ?? 0) > deps.now()

  const nameOf = (username: string) => deps.browsers.hash(username.toLowerCase()).slice(0, 16)

  /** Id of the browser under the hash of a name. */
  function browserUnder(cookies: string | undefined, name: string): string | undefined {
    const known = deps.browsers.signer.open(cookieOf(cookies, BROWSER + name) ?? '')
    return known?.startsWith(`${name}~`) ? known : undefined
  }

  return {
    atWork,
    knowsBrowser: cookies =>
      [...(cookies ?? '').matchAll(BROWSERS)]
        .slice(0, MOST_LOOKED_AT)
        .some(([, name]) => browserUnder(cookies, name!) !== undefined),
    browserOf: (cookies, username) => browserUnder(cookies, nameOf(username)),
    browserCookies({ username, browser }) {
      if (browser !== undefined) return []
      const name = nameOf(username)
      return [cookie(BROWSER + name, deps.browsers.signer.sign(`${name}~${randomId()}`), BROWSER_SECONDS)]
    },
    async callerOf(cookies) {
      if (!cookies) return { devices: [] }
      const signed = cookieOf(cookies, SESSION)
      const session = signed ? deps.signer.open(signed) : undefined
      const staff = session ? await deps.staff.bySession(session) : undefined
      const devices = (await Promise.all(DEVICE_KINDS.map(kind => deviceOf(cookies, kind)))).flat()
      const caller: Caller = atWork(cookies) ? { devices, atWork: true } : { devices }
      return staff ? { ...caller, staff, session: session! } : caller
    },
    sessionCookies: (session, seconds) => [
      cookie(SESSION, deps.signer.sign(session), seconds),
      mark(seconds + AT_WORK_SECONDS),
    ],
    halfCookie: (half, seconds) => cookie(HALF, half, seconds),
    halfOf: cookies => cookieOf(cookies, HALF),
    attemptCookie: (attempt, seconds) => cookie(ATTEMPT, attempt, seconds),
    attemptOf: cookies => cookieOf(cookies, ATTEMPT),
    noSessionCookies: caller => [cookie(SESSION, '', 0), ...(caller.staff ? [mark(AT_WORK_SECONDS)] : [])],
    deviceCookie: (kind, token) => cookie(`tanggap_${kind}`, token, DEVICE_SECONDS),
  }
}
