import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { demoOffice } from '../../server/demo/samarinda.ts'
import { seedDemo } from '../../server/seed.ts'
import { applicationsOfTicket } from '../../server/store/applications.ts'
import { saveOffice } from '../../server/store/offices.ts'
import { MINUTE } from '../../shared/kit/time.ts'
import { freshDatabase } from '../helpers/databases.ts'
import { wordsIn } from '../helpers/page-words.ts'
import { counterPath, MORNING, testApp, TICKETS, type TestApp, type Visitor } from '../helpers/test-app.ts'

const CHAIN: Readonly<Record<string, string>> = { 'ktp-el': 'perubahan-data', 'perubahan-data': 'legalisir' }
const BIRTH = { serviceId: 'akta-kelahiran', case: 'baru', lifeEvent: 'anak-lahir' }
/** Who sits where, and for what. */
const DESKS: Readonly<Record<string, readonly [officer: string, services: readonly string[]]>> = {
  1: ['petugas1', ['ktp-el']],
  3: ['petugas2', ['perubahan-data', 'kartu-identitas-anak']],
  8: ['petugas3', ['legalisir']],
  5: ['petugas4', ['akta-kelahiran', 'kartu-keluarga']],
}

let app: TestApp
let kiosk: Visitor
let officers: Map<string, Visitor>
beforeEach(async () => {
  const db = await freshDatabase()
  await seedDemo(db, MORNING)
  const services = demoOffice.services.map(s => ({ ...s, next: CHAIN[s.id] ?? null }))
  await saveOffice(db, { ...demoOffice, services })
  app = await testApp({ db })
  kiosk = await app.device('kiosk')
  officers = new Map()
  for (const [counter, [officer, services]] of Object.entries(DESKS)) {
    officers.set(counter, await app.as(officer))
    await at(counter, 'open', { services })
  }
})
afterEach(async () => {
  expect(app.failures).toEqual([])
  await app.close()
})

const at = (counter: string, act: string, body: object = {}) =>
  officers.get(counter)!.post(counterPath(counter, act), body)
const taken = async (wish: object) =>
  (await kiosk.post(TICKETS, wish)).body as { ticket: { id: string; number: string }; token: string }
const own = async (token: string) => (await app.visitor().get(`/api/tickets/${token}`)).body
const waits = (minutes: number) => (app.clock.now += minutes * MINUTE)

/** Called after some minutes in line, served for ten. */
async function served(counter: string, after: number, ending: object = {}) {
  waits(after)
  await at(counter, 'call-next')
  await at(counter, 'start')
  waits(10)
  const finished = await at(counter, 'finish', ending)
  expect(finished.status).toBe(200)
  return finished.body.ticket
}

const visits = () =>
  app.db.kysely
    .selectFrom('visits')
    .select(['counter_id', 'service_id', 'outcome', 'parts', 'queued_at', 'called_at', 'started_at', 'ended_at'])
    .orderBy('seq')
    .execute()
const invitations = () => app.db.kysely.selectFrom('invitations').selectAll().execute()

describe('a visit through three desks', () => {
  it('has one number, a wait and a service time at each desk, credited there, and one survey at the end [D41 D45 D50]', async () => {
    const { ticket, token } = await taken({ serviceId: 'ktp-el' })
    expect(await served('1', 5)).toMatchObject({ number: ticket.number, state: 'waiting', serviceId: 'perubahan-data' })
    expect(await invitations()).toEqual([])
    expect((await served('3', 3)).serviceId).toBe('legalisir')
    expect(await own(token)).toMatchObject({
      ticket: { number: ticket.number, joined: 'step' },
      visit: {
        steps: [{ state: 'done', counter: 'Loket 1' }, { state: 'done', counter: 'Loket 3' }, { state: 'now' }],
      },
      survey: null,
    })
    expect((await served('8', 2)).state).toBe('done')
    const rows = await visits()
    expect(rows.map(v => [v.counter_id, v.service_id, v.outcome, (v.called_at - v.queued_at!) / MINUTE])).toEqual([
      ['1', 'ktp-el', 'step', 5],
      ['3', 'perubahan-data', 'step', 3],
      ['8', 'legalisir', 'done', 2],
    ])
    for (const v of rows) expect(v.ended_at - v.started_at!).toBe(10 * MINUTE)
    // Nobody could tell of which of three officers a rating of the whole visit speaks.
    expect(await invitations()).toMatchObject([{ ticket_id: ticket.id, service_id: 'legalisir', officer_id: '' }])
    expect((await own(token)).survey).toMatchObject({ state: 'open' })
  })

  it('is three services and one visitor in the figures of the day [D50]', async () => {
    await taken({ serviceId: 'ktp-el' })
    for (const counter of ['1', '3', '8']) await served(counter, 1)
    const manager = await app.as('manajer')
    const figures = (await manager.get('/api/offices/samarinda/figures?from=2026-06-09&to=2026-06-09')).body
    expect(figures.done).toBe(1)
    const by = (rows: readonly { id: string; served: number }[]) =>
      rows.filter(r => r.served > 0).map(r => [r.id, r.served])
    expect(by(figures.counters)).toEqual([
      ['1', 1],
      ['3', 1],
      ['8', 1],
    ])
    expect(by(figures.services).sort()).toEqual([
      ['ktp-el', 1],
      ['legalisir', 1],
      ['perubahan-data', 1],
    ])
  })
})

describe('an event of life', () => {
  it('is one number at the kiosk, done in two steps, with a document for each service [D41 D51 P9]', async () => {
    const { ticket, token } = await taken(BIRTH)
    await served('5', 4)
    await served('3', 1)
    await app.settled()
    expect((await visits()).map(v => [v.counter_id, v.outcome, v.parts])).toEqual([
      ['5', 'step', 2],
      ['3', 'done', null],
    ])
    const files = await applicationsOfTicket(app.db, ticket.id)
    expect(files.map(f => f.serviceId).sort()).toEqual(['akta-kelahiran', 'kartu-identitas-anak', 'kartu-keluarga'])
    const { visit, application } = await own(token)
    expect(visit.event).toEqual(['Anak lahir', 'A child is born'])
    expect(visit.documents).toHaveLength(3)
    expect(application.promisedOn).toBe(
      visit.documents
        .map((d: { date: string }) => d.date)
        .sort()
        .at(-1),
    )
  })

  it('takes the documents of a step back with its end, and opens each once when it ends anew [Y3]', async () => {
    const { ticket } = await taken(BIRTH)
    await served('5', 4)
    await app.settled()
    expect(await applicationsOfTicket(app.db, ticket.id)).toHaveLength(2)
    await at('5', 'undo')
    await app.settled()
    expect([await applicationsOfTicket(app.db, ticket.id), await visits()]).toEqual([[], []])
    await at('5', 'finish', { parts: 1, document: false })
    await app.settled()
    expect(await applicationsOfTicket(app.db, ticket.id)).toEqual([])
    expect(await visits()).toMatchObject([{ outcome: 'step', parts: null }])
  })

  it('ends where the rest is not needed, and its one officer is rated [D46 D50]', async () => {
    const { ticket } = await taken(BIRTH)
    expect(await served('5', 4, { rest: 'notNeeded' })).toMatchObject({ state: 'done' })
    expect(await invitations()).toMatchObject([{ ticket_id: ticket.id, counter_id: '5' }])
    expect((await invitations())[0]!.officer_id).not.toBe('')
  })

  it('is put in another order at the desk, and refused with what does not begin it [D47]', async () => {
    await taken(BIRTH)
    await at('5', 'call-next')
    const planned = (later: readonly object[]) => at('5', 'steps', { later })
    expect((await planned([{ serviceId: 'kartu-identitas-anak' }, { serviceId: 'legalisir' }])).status).toBe(200)
    expect((await planned([{ serviceId: 'sim' }])).body.error.code).toBe('SERVICE_UNKNOWN')
    expect((await kiosk.post(TICKETS, { ...BIRTH, serviceId: 'ktp-el' })).body.error.code).toBe('SERVICE_UNKNOWN')
    expect((await kiosk.post(TICKETS, { ...BIRTH, lifeEvent: 'wisuda' })).body.error.code).toBe('SERVICE_UNKNOWN')
  })
})

describe('the page of a ticket', () => {
  it('tells the steps with the wait at each, which one it is, and when all documents are ready [D51 D55]', async () => {
    const { token } = await taken(BIRTH)
    await served('5', 4)
    await app.settled()
    const page = (await app.visitor().get(`/t/${token}?lang=id`)).text
    for (const words of [
      'Anak lahir',
      'Langkah 2 dari 2',
      'Loket 5 · menunggu 4 menit · dilayani 10 menit',
      'sekarang',
    ])
      expect(page).toContain(words)
    expect(page).toContain('Ambil sekaligus:')
    // The ticket itself says it too: it is what people look at in the hall.
    expect(wordsIn(page)).toMatch(/Nomor antrean Anda C-001 .*Langkah 2 dari 2 · Kartu Identitas Anak/)
    const plain = await taken({ serviceId: 'legalisir' })
    expect((await app.visitor().get(`/t/${plain.token}`)).text).not.toContain('visit-title')
  })
})

describe('an event of life that is booked', () => {
  it('is one booking of its first service, and keeps its other parts when it moves to another day [D52]', async () => {
    const front = await app.as('meja')
    const book = (more: object) =>
      front.post('/api/offices/samarinda/bookings', {
        ...{ serviceId: 'akta-kelahiran', slotId: '2026-06-10T09:00', contact: { name: 'Contoh Satu' } },
        ...more,
      })
    expect((await book({ lifeEvent: 'wisuda' })).body.error.code).toBe('SERVICE_UNKNOWN')
    const booked = await book({ lifeEvent: 'anak-lahir' })
    expect(booked.status).toBe(201)
    const moved = await front.post(`/api/tickets/${booked.body.token}/reschedule`, { slotId: '2026-06-11T09:00' })
    expect(moved.status).toBe(200)
    const { visit } = await own(moved.body.token)
    expect(visit.event[0]).toBe('Anak lahir')
    expect(visit.steps.map((s: { services: unknown[] }) => s.services.length)).toEqual([2, 1])
  })
})
