import { serialize } from 'hono/utils/cookie'
import type { Caller, Device } from '../services/identity/access.ts'
import type { Devices } from '../services/identity/devices.ts'
import type { Signer } from '../services/identity/secrets.ts'
import type { StaffService } from '../services/identity/staff.ts'
import { cookieOf } from './context.ts'

const SESSION = 'tanggap_session'
const DEVICE_SECONDS = 400 * 86_400

/** Cookies in, callers out; the same for requests and for live connections. */
export interface Identity {
  callerOf(cookies: string | undefined): Promise<Caller>
  sessionCookie(session: string, seconds: number): string
  noSessionCookie(): string
  deviceCookie(kind: Device['kind'], token: string): string
}

export function createIdentity(deps: {
  staff: StaffService
  devices: Devices
  signer: Signer
  secure: boolean
}): Identity {
  const options = { httpOnly: true, sameSite: 'Lax', path: '/', secure: deps.secure } as const

  async function deviceOf(cookies: string, kind: Device['kind']): Promise<Device[]> {
    const token = cookieOf(cookies, `tanggap_${kind}`)
    const device = token ? await deps.devices.byToken(token) : undefined
    return device?.kind === kind ? [device] : []
  }

  return {
    async callerOf(cookies) {
      if (!cookies) return { devices: [] }
      const signed = cookieOf(cookies, SESSION)
      const session = signed ? deps.signer.open(signed) : undefined
      const staff = session ? await deps.staff.bySession(session) : undefined
      const devices = [...(await deviceOf(cookies, 'kiosk')), ...(await deviceOf(cookies, 'display'))]
      return staff ? { staff, session: session!, devices } : { devices }
    },
    sessionCookie: (session, seconds) => serialize(SESSION, deps.signer.sign(session), { ...options, maxAge: seconds }),
    noSessionCookie: () => serialize(SESSION, '', { ...options, maxAge: 0 }),
    deviceCookie: (kind, token) => serialize(`tanggap_${kind}`, token, { ...options, maxAge: DEVICE_SECONDS }),
  }
}
