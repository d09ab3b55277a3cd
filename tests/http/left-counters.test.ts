import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { addDays, MINUTE } from '../../shared/kit/time.ts'
import { DATE } from '../helpers/days.ts'
import { done, leftHall } from '../helpers/left-hall.ts'
import type { TestApp, Visitor } from '../helpers/test-app.ts'

const OFFICE = '/api/offices/samarinda'

let hall: Awaited<ReturnType<typeof leftHall>>
let app: TestApp
let [gone, next, lead]: Visitor[] = []
beforeEach(async () => {
  hall = await leftHall()
  ;({ app, gone, next, lead } = hall)
})
afterEach(async () => {
  expect(app.failures).toEqual([])
  await app.close()
})
const take = () => hall.take()
const deserted = () => hall.deserted()
const visits = () => hall.visits()
const invitations = () => hall.invitations()

describe('a counter at which nobody acts or is signed in', () => {
  it('keeps its officer over a break that was announced, also signed out, and not after it [D19]', async () => {
    await done(gone!, '1', 'open')
    await done(gone!, '1', 'break', { minutes: 15 })
    await gone!.post('/api/logout')
    app.clock.now += 14 * MINUTE
    await app.mind()
    expect((await counter()).leftAt).toBeUndefined()
    app.clock.now += 2 * MINUTE
    await app.mind()
    expect(await counter()).toMatchObject({ state: 'break', leftAt: app.clock.now })
  })

  const counter = async () => (await app.days.today('samarinda')).counters['1']!

  it('is held for left once its officer is signed out, and counts for nobody until the officer is back [D19]', async () => {
    const { token } = await take()
    for (const act of ['open', 'call-next', 'start']) await done(gone!, '1', act)
    await app.mind()
    expect((await counter()).leftAt).toBeUndefined()
    await gone!.post('/api/logout', {})
    await app.mind()
    expect((await counter()).leftAt).toBe(app.clock.now)
    const countersOf = async (of: string) => (await app.visitor().get(`/api/tickets/${of}`)).body.counters
    expect(await countersOf((await take()).token)).toEqual([])
    // Whoever is served there belongs there nevertheless, whatever other counter is open.
    expect(await countersOf(token)).toEqual([{ id: '1', name: 'Loket 1' }])
    const back = await app.as('petugas1')
    await done(back, '1', 'mind')
    expect((await counter()).leftAt).toBeUndefined()
  })

  it('is held for left when a call stays without an act and the question without an answer [D20]', async () => {
    await take()
    for (const act of ['open', 'call-next']) await done(gone!, '1', act)
    app.clock.now += 7 * MINUTE
    await app.mind()
    expect((await counter()).leftAt).toBeUndefined()
    app.clock.now += MINUTE
    await app.mind()
    await app.mind()
    expect((await counter()).leftAt).toBe(app.clock.now)
    const events = (await app.db.kysely.selectFrom('journal').select('type').execute()).map(e => e.type)
    expect(events.filter(type => type === 'counterLeft')).toHaveLength(1)
  })
})

describe('a visit without an end', () => {
  it('is ended by whoever leads, also the day after, and counts on its own day [D21 D13]', async () => {
    const { id } = await deserted()
    expect((await next!.post(`${OFFICE}/tickets/${id}/settle`, { end: 'done' })).status).toBe(403)
    app.clock.now += 24 * 60 * MINUTE
    const answer = await (await app.as('meja')).post(`${OFFICE}/tickets/${id}/settle`, { end: 'done' })
    expect(answer.body.ticket).toMatchObject({ id, state: 'done' })
    expect(await visits()).toMatchObject([{ date: DATE, outcome: 'done', started_at: null }])
    expect((await app.days.read('samarinda', DATE)).counters['1']!.state).toBe('closed')
    expect((await app.days.read('samarinda', addDays(DATE, 1))).taken).toBe(0)
  })

  it('is no visit that its holder gave back: put aside it ends as a visit, with its survey [D21 D24 O14]', async () => {
    const { ticket } = await take()
    for (const act of ['open', 'call-next', 'start']) await done(gone!, '1', act)
    app.clock.now += 8 * MINUTE
    await done(gone!, '1', 'park', { reason: 'copy' })
    for (const who of [gone!, lead!])
      expect((await who.post(`${OFFICE}/tickets/${ticket.id}/cancel`)).body.error?.code).toBe('TICKET_PARKED')
    expect((await lead!.post(`${OFFICE}/tickets/${ticket.id}/settle`, { end: 'left' })).body.error?.code).toBe(
      'COUNTER_ATTENDED',
    )
    await done(gone!, '1', 'leave')
    expect((await lead!.post(`${OFFICE}/tickets/${ticket.id}/settle`, { end: 'done' })).status).toBe(200)
    expect(await invitations()).toHaveLength(1)
    const { body: figures } = await (await app.as('manajer')).get(`${OFFICE}/figures?from=${DATE}&to=${DATE}`)
    expect(figures).toMatchObject({ tickets: 1, done: 1, cancelled: 0 })
  })
})
