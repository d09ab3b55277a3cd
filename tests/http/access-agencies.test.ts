import { describe, expect, it } from 'vitest'
import { api, type RouteKey } from '../../shared/contracts/api.ts'
import { DAY } from '../../shared/kit/time.ts'
import type { Route } from '../../shared/contracts/route.ts'
import { ROLES, type Role } from '../../shared/office/permissions.ts'
import { AGENCIES, type AgencyId } from '../helpers/agencies.ts'
import { insertStaff } from '../../server/store/staff.ts'
import { saved } from '../helpers/test-app.ts'
import { AGENCY } from './access.agencies.ts'
import { ACCESS } from './access.matrix.ts'
import {
  app,
  COUNTER,
  done,
  files,
  numbers,
  people,
  refused,
  SERVICE,
  SIDES,
  waits,
  withAgencies,
} from '../helpers/agency-people.ts'

withAgencies()

const ofOffice = (Object.keys(api) as RouteKey[]).filter(
  key => /:office\b/.test(key) && typeof (api[key] as Route).access === 'object',
)

/** Roles of the office's own, each of one right: a column of the matrix that follows from the contract. */
const ONE_RIGHT = ['queue.free', 'unit.read', 'queue.close'] as const

describe('somebody of one agency with a role of the office’s own', () => {
  it.each(ONE_RIGHT)(
    'that has %s alone gets the routes of that right, in that agency, and no other [A1 A20 A23]',
    async right => {
      const id = right.replace('.', '-')
      await saved(app, { roles: [{ id, name: [id, id], permissions: [right] }] })
      const { password_hash: passwordHash } = await app.db.kysely
        .selectFrom('staff')
        .select('password_hash')
        .where('id', '=', 'officer-penduduk')
        .executeTakeFirstOrThrow()
      const known = { officeId: 'samarinda', agency: 'penduduk', active: true, passwordChangedAt: 0, passwordHash }
      await insertStaff(app.db, { ...known, id, username: id, name: 'Contoh', roles: [id] })
      const who = await app.as(id)
      const opened: string[] = []
      for (const key of ofOffice) {
        if (!(await refused(who, key, 'penduduk'))) opened.push(key)
        expect([key, await refused(who, key, 'penduduk', 'timur')]).toEqual([key, true])
      }
      const walls: Readonly<Record<string, string>> = AGENCY
      const rightOf = (key: RouteKey) => ((api[key] as Route).access as { staff?: string }).staff
      expect(opened.sort()).toEqual(ofOffice.filter(key => rightOf(key) === right && walls[key] !== undefined).sort())
      expect(opened.length).toBeGreaterThan(0)
    },
  )
})

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

  it('opens a counter for no service of another agency, and calls and takes up none of its visitors there [A20]', async () => {
    const { supervisor } = people.penduduk
    const at = (act: string, body: object) => supervisor.post(`/api/offices/samarinda/counters/2/${act}`, body)
    const bodies = (of: AgencyId): [string, object][] => [
      ['open', { services: [SERVICE[of]] }],
      ['call-next', { pick: { ticketId: waits[of], reason: 'emergency' } }],
      ['resume', { ticketId: waits[of] }],
    ]
    for (const [act, body] of bodies('sipil'))
      expect([act, (await at(act, body)).body.error?.code]).toEqual([act, 'FORBIDDEN'])
    for (const [act, body] of bodies('penduduk'))
      expect([act, (await at(act, body)).body.error?.code]).not.toEqual([act, 'FORBIDDEN'])
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
      for (const place of ['timur', 'sipil-timur'] as const)
        expect(await refused(people[place][role], key, 'sipil'), `${role} of ${place}`).toBe(true)
      expect(await refused(people.sipil[role], key, 'sipil', 'timur'), `${role} in the east`).toBe(true)
    }
  })
})

describe('two halls whose agencies bear the same name', () => {
  it('know nothing of each other: neither people nor figures, documents, bookings or plans [A1 A20]', async () => {
    const there = '/api/offices/timur'
    const { manager, officer, administrator } = people['sipil-timur']
    const seen = (await administrator.get(`${there}/people`)).body.people.map((p: { id: string }) => p.id)
    expect(seen.sort()).toEqual(ROLES.map(role => `${role}-sipil-timur`.toLowerCase()).sort())
    const { body } = await manager.get(`${there}/figures`)
    expect([body.tickets, body.officers]).toEqual([0, []])
    expect((await officer.get(`${there}/applications`)).body.applications).toEqual([])
    for (const path of ['day', 'bookings', 'applications', 'roster/2026-06-08', 'days/2026-06-09', 'served'])
      expect((await manager.get(`${there}/${path}`)).text, path).not.toMatch(/-sipil"|-penduduk"|samarinda/)
    const move = await people.timur.administrator.post(`${there}/people/officer-sipil/agency`, { agency: null })
    expect([move.status, move.body.error.code]).toEqual([404, 'NOT_FOUND'])
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

describe('the ground under somebody of an agency who serves', () => {
  it('stays until they close: counter, agency and account; what their counter serves they call and finish [A43 A80]', async () => {
    const office = '/api/offices/samarinda'
    const hall = await app.as('admin')
    const { officer } = people.sipil
    const take = async (): Promise<string> => {
      const kiosk = await app.device('kiosk')
      return (await kiosk.post(`${office}/tickets`, { serviceId: SERVICE.sipil })).body.ticket.id
    }
    const act = async (name: string, body = {}) => {
      const answer = await officer.post(`${office}/counters/7/${name}`, body)
      expect(answer.status, `${name} ${answer.text}`).toBe(200)
      return answer.body
    }
    const elsewhere = { counters: [{ id: '7', agency: 'penduduk' }] }
    const struck = {
      agencies: [{ id: 'sipil', removed: true }],
      services: AGENCIES.sipil.services.map((id, i) => ({ id, agency: null, letter: 'UV'[i]! })),
      counters: [{ id: '7', agency: null }],
    }
    const told = async (change: object): Promise<string[]> =>
      ((await hall.post(`${office}/settings/effects`, change)).body.error?.data.problems ?? []).map(
        ({ field, problem }: { field: string; problem: string }) => `${field} ${problem}`,
      )
    const move = () => hall.post(`${office}/people/officer-sipil/agency`, { agency: 'sipil' })
    await act('open')
    await take()
    const { ticket } = await act('call-next', { ticketId: null })
    await act('start')
    expect(await told(elsewhere)).toEqual(['counters.7.agency counterAttended'])
    expect(await told(struck)).toEqual(['counters.7.agency counterAttended', 'agencies.sipil.removed agencyPeopled'])
    expect((await move()).body.error).toMatchObject({ code: 'COUNTER_ATTENDED', data: { counterId: '7' } })
    await take()
    await saved(app, { services: [{ id: SERVICE.sipil, agency: 'penduduk' }] })
    await act('call-next', { ticketId: ticket.id })
    await act('start')
    await act('finish')
    await act('close')
    await saved(app, { services: [{ id: SERVICE.sipil, agency: 'sipil' }] })
    expect(await told(elsewhere)).toEqual([])
    expect(await told(struck)).toEqual(['agencies.sipil.removed agencyPeopled'])
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

describe('a service that moves to another agency', () => {
  it('counts for the new one from that day on; the days before stay with the old one, also on paper [A81]', async () => {
    const office = '/api/offices/samarinda'
    const [first, next] = ['2026-06-09', '2026-06-10'] as const
    const took = async (side: AgencyId, from: string, to: string): Promise<Record<string, number>> => {
      const { body } = await people[side].manager.get(`${office}/figures?from=${from}&to=${to}`)
      return Object.fromEntries(body.services.map((s: { id: string; tickets: number }) => [s.id, s.tickets]))
    }
    const before = await took('sipil', first, first)
    expect(before['akta-kelahiran']).toBeGreaterThan(0)
    app.clock.now += DAY
    for (const side of SIDES) people[side].manager = await app.as(`manager-${side}`)
    await saved(app, {
      services: [{ id: 'akta-kelahiran', agency: 'penduduk' }],
      counters: [
        { id: '7', services: ['akta-kematian'] },
        { id: '1', services: ['ktp-el', 'akta-kelahiran'] },
      ],
    })
    await (await app.device('kiosk')).post(`${office}/tickets`, { serviceId: 'akta-kelahiran' })
    expect(await took('sipil', first, first)).toEqual(before)
    expect((await took('sipil', first, next))['akta-kelahiran']).toBe(before['akta-kelahiran'])
    expect(await took('sipil', next, next)).not.toHaveProperty('akta-kelahiran')
    expect(await took('penduduk', first, first)).not.toHaveProperty('akta-kelahiran')
    expect((await took('penduduk', first, next))['akta-kelahiran']).toBe(1)
    const table = { table: 'services', format: 'csv', lang: 'id', from: first, to: next }
    const file = await people.sipil.manager.post(`${office}/tables`, table)
    expect(Buffer.from(file.body.content, 'base64').toString()).toContain('Akta Kelahiran')
  })

  it('is of neither in what citizens said of a period in which it moved, only of the hall [A81]', async () => {
    const asks = (side: AgencyId, period: string) =>
      people[side].manager.get(`/api/offices/samarinda/ikm?period=${period}&service=akta-kelahiran`)
    expect((await asks('sipil', '2026-Q1')).status).toBe(200)
    expect((await asks('penduduk', '2026-Q1')).status).toBe(403)
    for (const side of SIDES) expect((await asks(side, '2026-Q2')).status, side).toBe(403)
    expect(
      (await (await app.as('manajer')).get('/api/offices/samarinda/ikm?period=2026-Q2&service=akta-kelahiran')).status,
    ).toBe(200)
    const reasons = async (side: AgencyId, month: string) =>
      (await people[side].manager.get(`/api/offices/samarinda/reasons?month=${month}`)).text.includes('akta-kelahiran')
    expect([await reasons('sipil', '2026-05'), await reasons('penduduk', '2026-05')]).toEqual([true, false])
    expect([await reasons('sipil', '2026-06'), await reasons('penduduk', '2026-06')]).toEqual([false, false])
  })
})
