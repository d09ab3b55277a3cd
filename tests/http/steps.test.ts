import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { demoOffice } from '../../server/demo/samarinda.ts'
import { seedDemo } from '../../server/seed.ts'
import { applicationsOfTicket } from '../../server/store/applications.ts'
import { saveOffice } from '../../server/store/offices.ts'
import type { Reply } from '../../shared/contracts/api.ts'
import { MINUTE } from '../../shared/kit/time.ts'
import { freshDatabase } from '../helpers/databases.ts'
import { wordsIn } from '../helpers/page-words.ts'
import { streamed } from '../helpers/streamed.ts'
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
  (await kiosk.post(TICKETS, wish)).body as Reply<'POST /api/offices/:office/tickets'>
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
    .select(['promised_from', 'promised_to'])
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

  it('is told in each of its lines that its turn is near and that it is called, with the step and of how many [D55]', async () => {
    const { token } = await taken({ serviceId: 'ktp-el' })
    const keys = { p256dh: 'B'.repeat(87), auth: 'a'.repeat(22) }
    const subscription = { endpoint: 'https://push.example/steps', keys }
    await app.visitor().post(`/api/tickets/${token}/push`, { subscription, lang: 'id' })
    for (const counter of ['1', '3', '8']) await served(counter, 1)
    await app.settled()
    const rows = await app.db.kysely.selectFrom('messages').select(['kind', 'values', 'created_at']).execute()
    const told = rows
      .sort((a, b) => a.created_at - b.created_at)
      .map(r => `${r.kind} ${(JSON.parse(r.values) as { service: string }).service}`)
    expect(told.filter(line => line.startsWith('called'))).toEqual([
      'called KTP-el, langkah 1 dari 3',
      expect.stringMatching(/^called .*, langkah 2 dari 3$/),
      expect.stringMatching(/^called .*, langkah 3 dari 3$/),
    ])
    expect(told.filter(line => line.startsWith('threeLeft')).map(line => line.slice(-16))).toEqual([
      ...[1, 2, 3].map(n => `langkah ${n} dari 3`),
    ])
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

  it('ends once on the sheet of its day, whose ends add up to those who were served [D50 O15 O16]', async () => {
    await taken({ serviceId: 'ktp-el' })
    await taken({ serviceId: 'ktp-el' })
    for (const counter of ['1', '3', '8', '1']) await served(counter, 1)
    const day = (await (await app.as('manajer')).get('/api/offices/samarinda/days/2026-06-09')).body
    expect(day.sheet).toMatchObject({ taken: 2, served: 1, waiting: 1 })
    expect(day.results).toEqual({ complete: 1, papersMissing: 0, refused: 0, advice: 0 })
    expect(day.figures.done).toBe(1)
  })
})

describe('an event of life', () => {
  it('is one number at the kiosk, told with its desks, done in two steps, with a document for each service [D41 D51 D55 P9]', async () => {
    const { ticket, token, visit: ahead } = await taken(BIRTH)
    expect(ahead).toMatchObject({ eventId: 'anak-lahir', at: 1, of: 2 })
    expect(ahead?.steps.map(s => [s.parts.map(p => p.serviceId), s.counters])).toEqual([
      [['akta-kelahiran', 'kartu-keluarga'], ['5']],
      [['kartu-identitas-anak'], ['3']],
    ])
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

  it('tells its open page of each of its documents until all are handed over, whichever comes first [D51]', async () => {
    const { ticket, token } = await taken(BIRTH)
    await served('5', 4)
    await served('3', 1)
    await app.settled()
    const phone = await streamed(await app.listen(), `/t/${token}`)
    const files = await applicationsOfTicket(app.db, ticket.id)
    const front = await app.as('petugas4')
    for (const [i, { id }] of files.entries()) {
      waits(1)
      for (const to of ['processing', 'ready', 'handedOver'])
        await front.post(`/api/offices/samarinda/applications/${id}/advance`, { to })
      const document = i === files.length - 1 ? null : app.clock.now
      await phone.next(m => m.document === document)
      expect((await own(token)).document).toBe(document)
    }
    phone.close()
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

  it('keeps what its holder was told of the line of the next step with the visit that is called from it [E5]', async () => {
    await taken(BIRTH)
    await served('5', 4)
    const now = app.clock.now
    await served('3', 1)
    await app.settled()
    expect((await visits()).map(v => [v.outcome, v.promised_from, v.promised_to])).toEqual([
      ['step', null, null],
      // The desk of the card stood free.
      ['done', now, now + 3 * MINUTE],
    ])
  })

  it('gets a file by hand for the step that it ended with, though one before has its own [P9]', async () => {
    const { ticket } = await taken(BIRTH)
    await served('5', 4)
    await served('3', 1, { document: false })
    await app.settled()
    const file = await officers.get('3')!.post(`/api/offices/samarinda/tickets/${ticket.id}/application`, {})
    expect([file.status, file.body.application?.serviceId]).toEqual([200, 'kartu-identitas-anak'])
    const again = await officers.get('3')!.post(`/api/offices/samarinda/tickets/${ticket.id}/application`, {})
    expect(again.body.application.id).toBe(file.body.application.id)
    expect(await applicationsOfTicket(app.db, ticket.id)).toHaveLength(3)
  })

  it('keeps a service from being removed that somebody only goes on to [A42]', async () => {
    await taken(BIRTH)
    await at('5', 'call-next')
    await at('5', 'steps', { later: [{ serviceId: 'akta-perceraian' }] })
    const admin = await app.as('admin')
    const change = { services: [{ id: 'akta-perceraian', removed: true }] }
    const gone = await admin.patch('/api/offices/samarinda/settings', change)
    expect(gone.body.error?.data.problems).toEqual([
      { field: 'services.akta-perceraian.removed', problem: 'serviceUsed', with: 'akta-perceraian' },
    ])
  })

  it('that is booked is counted where the service that it comes to later has no counter or is offered no more [A41]', async () => {
    for (const counter of ['3', '8']) await at(counter, 'close')
    for (const [i, wish] of [{ serviceId: 'ktp-el' }, BIRTH].entries()) {
      const asked = { ...wish, slotId: '2026-06-10T10:00', contact: { phone: `0800-0005-000${i}` } }
      expect((await app.visitor().post('/api/offices/samarinda/bookings', asked)).status).toBe(201)
    }
    const admin = await app.as('admin')
    const settings = '/api/offices/samarinda/settings'
    const told = async (change: object) => {
      const { consequences } = (await admin.post(`${settings}/effects`, change)).body
      return consequences
        .filter((c: { kind: string }) => c.kind === 'bookedStranded' || c.kind === 'partsFall')
        .map((c: { kind: string; of: string; count: number }) => `${c.kind} ${c.of} ${c.count}`)
    }
    for (const id of ['legalisir', 'kartu-identitas-anak']) {
      const counters = demoOffice.counters
        .filter(c => c.services.includes(id))
        .map(c => ({ id: c.id, services: c.services.filter(s => s !== id) }))
      expect(await told({ counters })).toEqual([`bookedStranded ${id} 1`])
      expect((await admin.patch(settings, { counters })).body.error?.code).toBe('BOOKINGS_TOUCHED')
      expect(await told({ services: [{ id, open: false }] })).toEqual([`partsFall ${id} 1`])
    }
    const retired = {
      services: [
        { id: 'perubahan-data', next: null },
        { id: 'legalisir', retired: true },
      ],
    }
    expect(await told(retired)).toEqual(['partsFall legalisir 1'])
  })

  it('ends where the rest is not needed, and its one officer is rated [D46 D50]', async () => {
    const { ticket } = await taken(BIRTH)
    expect(await served('5', 4, { rest: 'notNeeded' })).toMatchObject({ state: 'done' })
    expect(await invitations()).toMatchObject([{ ticket_id: ticket.id, counter_id: '5' }])
    expect((await invitations())[0]!.officer_id).not.toBe('')
  })

  it('is put in another order at the desk, and refused with what does not begin it; said twice it stays so [D47 J6]', async () => {
    await taken(BIRTH)
    await at('5', 'call-next')
    const planned = (later: readonly object[]) => at('5', 'steps', { later })
    expect((await planned([{ serviceId: 'kartu-identitas-anak' }, { serviceId: 'legalisir' }])).status).toBe(200)
    const same = await planned([{ serviceId: 'kartu-identitas-anak' }, { serviceId: 'legalisir' }])
    expect([same.status, same.body.ticket?.state]).toEqual([200, 'called'])
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
    // No step is at hand before its holder comes.
    expect(booked.body.visit).toMatchObject({ eventId: 'anak-lahir', at: null, of: 2 })
    const moved = await front.post(`/api/tickets/${booked.body.token}/reschedule`, { slotId: '2026-06-11T09:00' })
    expect(moved.status).toBe(200)
    const { visit } = await own(moved.body.token)
    expect(visit.event[0]).toBe('Anak lahir')
    expect(visit.steps.map((s: { services: unknown[] }) => s.services.length)).toEqual([2, 1])
  })

  it('is told with all its desks from the booking on, those that follow from its parts too: on slip, phone and at check-in [D43 D55]', async () => {
    const front = await app.as('meja')
    const wish = { serviceId: 'pindah-datang', slotId: '2026-06-09T10:00', contact: { name: 'Contoh Satu' } }
    const booked = await front.post('/api/offices/samarinda/bookings', { ...wish, lifeEvent: 'pindah-rumah' })
    expect(booked.body.error).toBe(undefined)
    const desks = ['pindah-datang', 'kartu-keluarga', 'ktp-el', 'perubahan-data', 'legalisir']
    const partsOf = ({ visit }: Reply<'POST /api/offices/:office/bookings'>) =>
      visit!.steps.flatMap(s => s.parts.map(p => p.serviceId))
    expect(partsOf(booked.body)).toEqual(desks)
    const onPhone = async (token = booked.body.token) =>
      (await own(token)).visit.steps.flatMap((s: { services: unknown[] }) => s.services)
    const before = await onPhone()
    expect(before).toHaveLength(desks.length)
    waits(50)
    const come = await kiosk.post('/api/offices/samarinda/check-in', { token: booked.body.token })
    expect(come.status).toBe(200)
    expect(partsOf(come.body)).toEqual(desks)
    expect(await onPhone()).toEqual(before)
    // A single service with a chain of its own is told the same way.
    const plain = await front.post('/api/offices/samarinda/bookings', {
      ...{ serviceId: 'ktp-el', slotId: '2026-06-10T09:00', contact: { name: 'Contoh Dua' } },
    })
    expect(partsOf(plain.body)).toEqual(['ktp-el', 'perubahan-data', 'legalisir'])
    expect(await onPhone(plain.body.token)).toHaveLength(3)
  })
})
