import { afterAll, beforeAll, expect } from 'vitest'
import type { RouteKey } from '../../shared/contracts/api.ts'
import { ROLES, type Role } from '../../shared/office/permissions.ts'
import { agencyApp, type AgencyId } from './agencies.ts'
import type { TestApp, Visitor } from './test-app.ts'

export const SIDES = ['penduduk', 'sipil'] as const
export const SERVICE = { penduduk: 'ktp-el', sipil: 'akta-kelahiran' } as const
export const COUNTER = { penduduk: '1', sipil: '7' } as const

export let app: TestApp
export const people = {} as Record<AgencyId | 'timur' | 'sipil-timur', Record<Role, Visitor>>
/** A ticket that waits, and one whose document is being made, of each agency. */
export const waits = {} as Record<AgencyId, string>
export const files = {} as Record<AgencyId, string>
export const done = {} as Record<AgencyId, string>
export const numbers = {} as Record<AgencyId, string>

/** One program for the tests of a file, with everybody of both agencies and of the other hall, and visits of each agency. */
export function withAgencies(): void {
  beforeAll(async () => {
    app = await agencyApp()
    for (const place of [...SIDES, 'timur', 'sipil-timur'] as const) {
      people[place] = {} as Record<Role, Visitor>
      for (const role of ROLES) people[place][role] = await app.as(`${role}-${place}`.toLowerCase())
    }
    const kiosk = await app.device('kiosk')
    for (const side of SIDES) {
      const take = async (): Promise<string> => {
        const { ticket } = (await kiosk.post('/api/offices/samarinda/tickets', { serviceId: SERVICE[side] })).body
        numbers[side] = ticket.number
        return ticket.id
      }
      done[side] = await take()
      const officer = people[side].officer
      for (const act of ['open', 'call-next', 'start', 'finish'])
        expect((await officer.post(`/api/offices/samarinda/counters/${COUNTER[side]}/${act}`)).status, act).toBe(200)
      waits[side] = await take()
    }
    await app.settled()
    for (const side of SIDES) files[side] = (await app.applications.list('samarinda', {}, side)).applications[0]!.id
  }, 60_000)
  afterAll(() => app.close())
}

/** Asks a route about what is of one agency; what matters is only whether the door opens. */
export async function refused(who: Visitor, key: RouteKey, of: AgencyId, office = 'samarinda'): Promise<boolean> {
  const [method, path] = key.split(' ') as [string, string]
  const place = path
    .replace(':office', office)
    .replace(':counter', COUNTER[of])
    .replace(':service', SERVICE[of])
    .replace(':ticket', waits[of])
    .replace(':application', files[of])
    .replace(':date', '2026-06-10')
    .replace(':week', '2026-06-08')
    .replace(':period', '2026-Q1')
    .replace(':month', '2026-06')
    .replace(':version', '1')
    .replace(':year', '2026')
    .replace(/:\w+/, 'none')
  // What a body names is looked at before the act refuses it.
  const slotId = '2026-06-10T08:00'
  const body = /bookings\/group$/.test(path)
    ? { serviceId: SERVICE[of], slotId, people: [{ name: 'Contoh' }] }
    : /tickets$/.test(path)
      ? { serviceId: SERVICE[of] }
      : {}
  const answer =
    method === 'GET'
      ? await who.get(place)
      : method === 'PATCH'
        ? await who.patch(place, body)
        : await who.post(place, body)
  return ['NOT_SIGNED_IN', 'FORBIDDEN'].includes(answer.body?.error?.code)
}
