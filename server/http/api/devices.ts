import { AppError } from '../../../shared/kit/errors.ts'
import type { Devices } from '../../services/identity/devices.ts'
import type { Offices } from '../../services/office/offices.ts'
import { isDirect, type Ctx } from '../context.ts'
import type { Identity } from '../identity.ts'
import { mount, type Door } from '../mount.ts'

const DEMO_NAMES = { kiosk: 'Kiosk contoh', display: 'Layar contoh', tablet: 'Tablet contoh' } as const

/** Pairing kiosks, displays and tablets, and taking them out again. */
export function mountDevices(
  door: Door,
  deps: {
    devices: Devices
    offices: Offices
    identity: Identity
    demo: boolean
    /** The address that people type, as far as it is known. */
    originOf: (c: Ctx) => string
  },
): void {
  const { devices, identity } = deps

  function mustHaveArea(office: string, area: string | null): void {
    if (area !== null && !deps.offices.get(office).areas.some(a => a.id === area)) throw new AppError('NOT_FOUND')
  }

  mount(door, 'POST /api/devices/pairings', a => devices.pair(a.body.kind))
  mount(door, 'POST /api/devices/pairings/claim', async a => {
    const { token, device } = await devices.claim(a.body.pairingId, a.body.secret)
    a.c.header('Set-Cookie', identity.deviceCookie(device.kind, token), { append: true })
    return { device }
  })
  mount(door, 'POST /api/devices/demo', async a => {
    const office = deps.offices.all()[0]
    if (!deps.demo || !office || !isDirect(a.c)) throw new AppError('DEMO_ONLY')
    const { token, device } = await devices.adopt(office.id, a.body.kind, DEMO_NAMES[a.body.kind])
    a.c.header('Set-Cookie', identity.deviceCookie(device.kind, token), { append: true })
    return { device }
  })
  mount(door, 'GET /api/devices/me', async a => {
    const mine = a.caller.devices.find(d => d.kind === a.query.kind)
    const device = mine && (await devices.list(mine.officeId)).find(d => d.id === mine.id)
    return { device: device ?? null }
  })
  mount(door, 'GET /api/offices/:office/devices', async a => ({
    devices: await devices.list(a.params.office),
    awaited: await devices.awaited(a.params.office),
    origin: deps.originOf(a.c),
  }))
  mount(door, 'GET /api/offices/:office/hall-devices', async a => ({ devices: await devices.list(a.params.office) }))
  mount(door, 'POST /api/offices/:office/devices', async a => {
    const { code, name, area = null } = a.body
    mustHaveArea(a.params.office, area)
    return { device: await devices.approve({ who: a.by, office: a.params.office }, code, name, area) }
  })
  mount(door, 'POST /api/offices/:office/devices/:device/area', async a => {
    const { params, body } = a
    mustHaveArea(params.office, body.area)
    await devices.place({ who: a.by, office: params.office }, params.device, body.area)
    return { ok: true as const }
  })
  mount(door, 'POST /api/offices/:office/devices/:device/revoke', async a => {
    await devices.revoke({ who: a.by, office: a.params.office }, a.params.device)
    return { ok: true as const }
  })
}
