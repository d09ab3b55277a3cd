import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { api, type RouteKey } from '../../shared/contracts/api.ts'
import type { Route } from '../../shared/contracts/route.ts'
import { ROLES, type Role } from '../../shared/office/permissions.ts'
import { AGENCIES, agencyApp, type AgencyId } from '../helpers/agencies.ts'
import type { TestApp, Visitor } from '../helpers/test-app.ts'
import { AGENCY } from './access.agencies.ts'
import { ACCESS } from './access.matrix.ts'

const SIDES = ['penduduk', 'sipil'] as const
const SERVICE = { penduduk: 'ktp-el', sipil: 'akta-kelahiran' } as const
const COUNTER = { penduduk: '1', sipil: '7' } as const

let app: TestApp
const people = {} as Record<AgencyId | 'timur', Record<Role, Visitor>>
/** A ticket that waits, and one whose document is being made, of each agency. */
const waits = {} as Record<AgencyId, string>
const files = {} as Record<AgencyId, string>
const done = {} as Record<AgencyId, string>
const numbers = {} as Record<AgencyId, string>

beforeAll(async () => {
  app = await agencyApp()
  for (const place of [...SIDES, 'timur'] as const) {
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

/** Asks a route about what is of one agency; what matters is only whether the door opens. */
async function refused(who: Visitor, key: RouteKey, of: AgencyId, office = 'samarinda'): Promise<boolean> {
  const [method, path] = key.split(' ') as [string, string]
  const place = path
    .replace(':office', office)
    .replace(':counter', COUNTER[of])
    .replace(':service', SERVICE[of])
    .replace(':ticket', waits[of])
    .replace(':application', files[of])
    .replace(':date', '2026-06-10')
    .replace(':week', '2026-06-08')
    .replace(':version', '1')
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

const ofOffice = (Object.keys(api) as RouteKey[]).filter(
  key => key.includes(':office') && typeof (api[key] as Route).access === 'object',
)

describe('what is answered to somebody of one agency', () => {
  const get = async (side: AgencyId, role: Role, path: string) => {
    const answer = await people[side][role].get(`/api/offices/samarinda/${path}`)
    expect(answer.status, `${path} ${answer.text}`).toBe(200)
    return answer
  }
  /** Services, counters, people and tickets of the other agency that a text names. */
  const strange = (text: string, side: AgencyId) => {
    const other = side === 'sipil' ? 'penduduk' : 'sipil'
    const theirs = [...AGENCIES[other].services, `-${other}"`, waits[other], done[other], files[other]]
    return theirs.filter(word => text.includes(word))
  }

  it.each(SIDES)('tells %s of its own figures, documents and bookings alone [A20]', async side => {
    for (const path of ['figures', 'application-figures', 'missing-papers', 'reasons?month=2026-05'])
      expect(strange((await get(side, 'manager', path)).text, side), path).toEqual([])
    for (const path of ['applications', 'bookings'])
      expect(strange((await get(side, 'officer', path)).text, side), path).toEqual([])
  })

  it('adds an agency’s figures up from its own visits [A20]', async () => {
    for (const side of SIDES) {
      const { body } = await get(side, 'manager', 'figures')
      expect(body.counters.map((c: { id: string }) => c.id)).toEqual(AGENCIES[side].counters)
      expect(body.officers.map((o: { id: string }) => o.id)).toEqual([`officer-${side}`])
    }
  })

  it('shows the day of the others only as it hangs in the hall [A21]', async () => {
    const { body, text } = await get('sipil', 'officer', 'day')
    const tickets = body.day.tickets.flat().filter(Boolean)
    const own = tickets.filter((t: { id?: string }) => t.id !== undefined)
    expect(own.map((t: { id: string }) => t.id).sort()).toEqual([waits.sipil, done.sipil].sort())
    for (const t of tickets) if (t.serviceId === SERVICE.penduduk) expect(Object.keys(t)).not.toContain('officerId')
    expect(body.day.counters[COUNTER.penduduk]).not.toHaveProperty('officerId')
    expect(body.day.counters[COUNTER.sipil].officerId).toBe('officer-sipil')
    expect(Object.keys(body.day.lastActs)).toEqual([COUNTER.sipil])
    expect(text).not.toContain('officer-penduduk')
    expect(body.staff.every((s: { id: string }) => s.id.endsWith('-sipil'))).toBe(true)
  })

  it('opens no service, counter or suggestion of another agency in figures of what citizens said [A20]', async () => {
    const { manager } = people.sipil
    for (const query of ['service=ktp-el', 'counter=1'])
      expect((await manager.get(`/api/offices/samarinda/ikm?period=2026-Q1&${query}`)).status, query).toBe(403)
    const suggestions = { month: '2026-05', service: 'ktp-el' }
    expect((await manager.post('/api/offices/samarinda/suggestions', suggestions)).status).toBe(403)
    for (const table of ['ratings', 'searches'])
      expect(
        (await manager.post('/api/offices/samarinda/tables', { table, format: 'csv', lang: 'id', period: '2026-05' }))
          .status,
        table,
      ).toBe(403)
  })

  it('checks nobody in for another agency [A20]', async () => {
    const { officer } = people.sipil
    const answer = await officer.post('/api/offices/samarinda/check-in', { number: numbers.penduduk })
    expect(answer.body.error.code).toBe('FORBIDDEN')
  })
})

describe('every route of an office asked by the people of two agencies and of another office', () => {
  it('says in the matrix how far an agency reaches', () => {
    const said = Object.entries(api).flatMap(([key, r]) => ('agency' in r ? [[key, (r as Route).agency]] : []))
    expect(Object.fromEntries(said)).toEqual(AGENCY)
  })

  it.each(ofOffice)('%s keeps each agency to its own [A20]', async key => {
    const wall = AGENCY[key]
    for (const role of ROLES) {
      const may = ACCESS[key].includes(role)
      for (const [own, other] of [SIDES, [SIDES[1], SIDES[0]] as const]) {
        const who = people[own][role]
        // What it names of another agency opens nowhere; a route about the whole hall opens for nobody of an agency.
        const named = wall !== undefined && !['own', 'hall', 'part'].includes(wall)
        expect(await refused(who, key, own), `${role} of ${own} at ${own}`).toBe(!may || wall === undefined)
        if (named) expect(await refused(who, key, other), `${role} of ${own} at ${other}`).toBe(true)
      }
    }
  })

  it.each(ofOffice)('%s is closed to the people of another office, whatever their role [A1]', async key => {
    for (const role of ROLES) {
      expect(await refused(people.timur[role], key, 'sipil'), `${role} of the east`).toBe(true)
      expect(await refused(people.sipil[role], key, 'sipil', 'timur'), `${role} in the east`).toBe(true)
    }
  })
})

describe('a visitor who is sent on to another agency', () => {
  it('goes there, and the first agency has no say over them any more [A21]', async () => {
    const office = '/api/offices/samarinda'
    const kiosk = await app.device('kiosk')
    await kiosk.post(`${office}/tickets`, { serviceId: SERVICE.sipil })
    const { officer } = people.sipil
    const act = async (name: string, body = {}) => {
      const answer = await officer.post(`${office}/counters/7/${name}`, body)
      expect(answer.status, `${name} ${answer.text}`).toBe(200)
      return answer.body
    }
    await act('open')
    const { ticket } = await act('call-next')
    await act('start')
    await act('transfer', { serviceId: SERVICE.penduduk })
    expect((await officer.post(`${office}/tickets/${ticket.id}/cancel`)).body.error.code).toBe('FORBIDDEN')
    // Their own act can be taken back for a moment; the ticket itself is no longer theirs.
    expect(JSON.stringify((await officer.get(`${office}/day`)).body.day.tickets)).not.toContain(ticket.id)
    expect((await people.penduduk.officer.get(`${office}/day`)).text).toContain(ticket.id)
  })
})

describe('an officer who moves to another agency at noon', () => {
  it('leaves the visits of the morning in the figures of the first one [A22]', async () => {
    const office = '/api/offices/samarinda'
    const visits = async (side: AgencyId): Promise<readonly [string, number][]> => {
      const { body } = await people[side].manager.get(`${office}/figures`)
      return body.officers.map((o: { id: string; visits: number }) => [o.id, o.visits])
    }
    const before = { penduduk: await visits('penduduk'), sipil: await visits('sipil') }
    expect(before.sipil.map(([id]) => id)).toEqual(['officer-sipil'])
    await app.db.kysely.updateTable('staff').set({ agency: 'penduduk' }).where('id', '=', 'officer-sipil').execute()
    expect(await visits('sipil')).toEqual(before.sipil)
    expect(await visits('penduduk')).toEqual(before.penduduk)
  })
})
