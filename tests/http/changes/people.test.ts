import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { SECOND } from '../../../shared/kit/time.ts'
import { enrolled } from '../../helpers/authenticator.ts'
import { counterPath, testApp, TICKETS, type Answer, type TestApp, type Visitor } from '../../helpers/test-app.ts'

let app: TestApp
let [admin, gone, next]: Visitor[] = []
let ticketId: string
beforeEach(async () => {
  app = await testApp()
  ;[admin, gone, next] = [await app.as('admin'), await app.as('petugas1'), await app.as('petugas2')]
  ticketId = (await (await app.device('kiosk')).post(TICKETS, { serviceId: 'ktp-el' })).body.ticket.id
  for (const act of ['open', 'call-next', 'start']) expect(code(await at(gone, '1', act))).toBe(200)
})
afterEach(async () => {
  expect(app.failures).toEqual([])
  await app.close()
})

const code = ({ status, body }: Answer) => body.error?.code ?? status
const at = (who: Visitor, counter: string, act: string, body: object = {}) => who.post(counterPath(counter, act), body)
const counter = async () => (await app.days.today('samarinda')).counters['1']!
const account = (act: string, body: object = {}) => admin!.post(`/api/offices/samarinda/people/p1/${act}`, body)
const ACTS = [
  ['is switched off', 'deactivate', {}],
  ['gets roles that serve nobody', 'roles', { roles: ['manager'] }],
] as const

describe('an officer at work', () => {
  it.each(ACTS)('%s: by whoever was told of the counter, as it is now [A46]', async (_, act, body) => {
    const untold = await account(act, body)
    expect([code(untold), untold.body.error.data]).toEqual(['PERSON_AT_COUNTER', { counterId: '1' }])
    expect(code(await account(act, { ...body, foreseen: '2' }))).toBe('PERSON_AT_COUNTER')
    // Whoever administers accounts follows no day: the list of people tells them.
    const { people } = (await admin!.get('/api/offices/samarinda/people')).body
    const worksAt = (id: string) => people.find((p: { id: string }) => p.id === id).atWork
    expect([worksAt('p1'), worksAt('p2')]).toEqual([{ counterId: '1', number: 'A-001' }, null])
    expect(code(await at(gone!, '1', 'mind'))).toBe(200)
    expect(code(await account(act, { ...body, foreseen: '1' }))).toBe(200)
    expect((await at(gone!, '1', 'finish')).status).toBe(401)
    await app.mind()
    expect(await counter()).toMatchObject({ state: 'open', leftAt: app.clock.now })
  })

  it('is switched off or serves no more: the next officer goes on with the visit [A46 D17]', async () => {
    await account('deactivate', { foreseen: '1' })
    await app.mind()
    expect(code(await at(next!, '2', 'open'))).toBe(200)
    const body = { reason: 'other', end: 'continue', ticketId }
    expect((await at(next!, '1', 'take-over', body)).body).toMatchObject({ counter: { state: 'closed' } })
    for (const act of ['finish', 'close']) expect([act, code(await at(next!, '2', act))]).toEqual([act, 200])
  })

  it('who serves no more holds no counter, also signed in anew and in a break that was announced [A46 D19]', async () => {
    for (const [act, body] of [
      ['finish', {}],
      ['break', { minutes: 15 }],
    ] as const)
      expect(code(await at(gone!, '1', act, body))).toBe(200)
    expect(code(await account('roles', { roles: ['manager'], foreseen: '1' }))).toBe(200)
    const manager = await app.as('petugas1')
    expect(code(await at(manager, '1', 'close'))).toBe('FORBIDDEN')
    await app.mind()
    expect(await counter()).toMatchObject({ leftAt: app.clock.now })
    expect(code(await at(next!, '1', 'take-over', { reason: 'other', end: 'back' }))).toBe(200)
    expect(code(await at(next!, '1', 'open'))).toBe(200)
  })

  it('who serves on under other roles signs in anew and finishes; undone once it is as before [A46]', async () => {
    await account('roles', { roles: ['supervisor'], foreseen: '1' })
    const anew = await app.as('petugas1')
    await app.mind()
    expect(await counter()).not.toHaveProperty('leftAt')
    expect(code(await at(anew, '1', 'finish'))).toBe(200)
    expect(code(await account('roles', { roles: ['officer'], foreseen: '1' }))).toBe(200)
    const back = await app.as('petugas1')
    expect(code(await at(back, '1', 'close'))).toBe(200)
    expect(code(await account('deactivate'))).toBe(200)
  })

  it('leaves planned shifts empty: told before by the account, open in the plan, and back with the person [A46]', async () => {
    const week = '/api/offices/samarinda/roster/2026-06-08'
    const shift = { counterId: '7', from: '08:00', to: '15:00', rest: null, insteadOf: null }
    const cells = ['2026-06-09', '2026-06-11'].map(date => ({ staffId: 'p1', date, seen: [], shifts: [shift] }))
    expect(code(await admin!.post(week, { cells }))).toBe(200)
    const told = async () => {
      const { people } = (await admin!.get('/api/offices/samarinda/people')).body
      return people.find((p: { id: string }) => p.id === 'p1').planned
    }
    const fit = async () => {
      const { people } = (await admin!.get(week)).body
      const { active, counter } = people.find((p: { id: string }) => p.id === 'p1')
      return [active, counter]
    }
    const own = async () => (await (await app.as('petugas1')).get('/api/me/roster')).body.shifts.length
    const planned = [{ counterId: '7', count: 2, first: '2026-06-09' }]
    expect([await told(), await fit(), await own()]).toEqual([planned, [true, true], 2])
    expect(code(await account('roles', { roles: ['manager'], foreseen: '1' }))).toBe(200)
    expect([await told(), await fit(), await own()]).toEqual([[], [true, false], 0])
    expect(code(await account('roles', { roles: ['officer'], foreseen: '1' }))).toBe(200)
    expect([await told(), await fit(), await own()]).toEqual([planned, [true, true], 2])
    expect(code(await account('deactivate', { foreseen: '1' }))).toBe(200)
    expect([await told(), (await fit())[0]]).toEqual([[], false])
  })

  it('is held up where all must have a second factor: told before, and set up in the middle of the visit [A41 A17]', async () => {
    const settings = '/api/offices/samarinda/settings'
    const all = { secondFactorForAll: true }
    const { consequences } = (await admin!.post(`${settings}/effects`, all)).body
    const { count } = consequences.find((c: { kind: string }) => c.kind === 'secondOwed')
    const accounts = (await admin!.get('/api/offices/samarinda/people')).body.people
    expect(count).toBe(accounts.filter((p: { state: string }) => p.state === 'active').length)
    expect(code(await admin!.patch(settings, all))).toBe('BOOKINGS_TOUCHED')
    expect(code(await admin!.patch(settings, { ...all, foreseen: count }))).toBe(200)
    app.clock.now += 3 * SECOND
    expect(code(await at(gone!, '1', 'finish'))).toBe('SECOND_FACTOR_NEEDED')
    await enrolled(app, gone!)
    expect(code(await at(gone!, '1', 'finish'))).toBe(200)
  })
})
