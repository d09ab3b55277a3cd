import { afterAll, beforeAll, expect, it } from 'vitest'
import { seedDemo } from '../../server/seed.ts'
import { hashPassword } from '../../server/services/identity/staff.ts'
import { saveOffice } from '../../server/store/offices.ts'
import { insertStaff } from '../../server/store/staff.ts'
import { seeded } from '../../shared/kit/random.ts'
import { MINUTE } from '../../shared/kit/time.ts'
import { crosses, scopedDay, scopedEvent } from '../../shared/contracts/scoped/scoped-views.ts'
import type { DayReport } from '../../shared/officer/day-report.ts'
import type { UnitFigures } from '../../shared/officer/figures.ts'
import { liveUnit } from '../../shared/officer/live-unit.ts'
import { within } from '../../shared/office/scope.ts'
import { emptyDay, type QueueDay } from '../../shared/queue/day.ts'
import type { DayEvent } from '../../shared/queue/events.ts'
import { evolve } from '../../shared/queue/evolve.ts'
import { AGENCIES, sharedHall, type AgencyId } from '../helpers/agencies.ts'
import { freshDatabase } from '../helpers/databases.ts'
import { counterPath, MORNING, testApp, TICKETS, type TestApp, type Visitor } from '../helpers/test-app.ts'

/** A card is followed by a deed at the other agency, a birth goes from there through two desks here. */
const NEXT: Readonly<Record<string, string>> = { 'ktp-el': 'akta-kematian' }
const DESKS: Readonly<Record<string, readonly [officer: string, services: readonly string[]]>> = {
  1: ['petugas1', ['ktp-el']],
  2: ['petugas2', ['kartu-identitas-anak', 'kartu-keluarga']],
  4: ['petugas3', ['kartu-keluarga']],
  7: ['petugas4', ['akta-kelahiran', 'akta-kematian']],
}
const OFFICE = '/api/offices/samarinda'
const DATE = '2026-06-09'

let app: TestApp
let day: DayReport
let whole: UnitFigures
const own = new Map<AgencyId, UnitFigures>()
const sheets = new Map<AgencyId, DayReport>()
const boards = new Map<AgencyId, QueueDay>()
let events: readonly DayEvent[]
let lines: readonly (readonly string[])[]
let calls: Readonly<Record<string, number>>
let counted: ReturnType<typeof recount>

/** What one walk through the journal says, by no code of the product. */
function recount(events: readonly DayEvent[]) {
  interface Visit {
    cameFor: string
    at: string
    state: string
    inLine: number | undefined
    desk?: string
    /** Some of it was served. */
    part: boolean
    over?: boolean
  }
  const visits = new Map<number, Visit>()
  const desks = new Map<string, number>()
  const services = new Map<string, number>()
  const stays = new Map<string, number>()
  const waits: { service: string; minutes: number; called: boolean }[] = []
  const add = (to: Map<string, number>, key: string) => to.set(key, (to.get(key) ?? 0) + 1)
  for (const event of events) {
    if (event.type === 'ticketTaken')
      visits.set(event.no, {
        ...{ cameFor: event.serviceId, at: event.serviceId, state: 'waiting', inLine: event.at, part: false },
      })
    if (!('no' in event) || event.no === undefined) continue
    const visit = visits.get(event.no)!
    const stands = (state: string, inLine?: number) => Object.assign(visit, { state, inLine })
    switch (event.type) {
      case 'ticketCalled':
        if (visit.inLine !== undefined)
          waits.push({ service: visit.at, minutes: (event.at - visit.inLine) / MINUTE, called: true })
        stands('called')
        visit.desk = event.counterId
        add(stays, event.counterId)
        break
      case 'ticketStarted':
        visit.part = true
        break
      case 'stepFinished':
      case 'ticketFinished':
        add(desks, event.counterId)
        add(services, visit.at)
        stands('done')
        if (event.type === 'stepFinished') {
          visit.part = true
          visit.at = event.serviceId
          stands('waiting', event.at)
        }
        break
      case 'ticketTransferred':
        visit.at = event.serviceId
        stands('waiting', event.at)
        break
      case 'ticketSkipped':
        // Whoever was served in part did come, and may rate that once nobody waits for them any more.
        stands(visit.part ? 'partly' : 'missed')
        break
      case 'ticketReturned':
        stands('waiting', event.at)
        break
      case 'ticketParked':
        stands('parked')
        break
      case 'ticketUnserved':
        stands(visit.part ? 'partly' : 'unserved')
        visit.over = true
        break
      case 'ticketCancelled':
        if (visit.inLine !== undefined)
          waits.push({ service: visit.at, minutes: (event.at - visit.inLine) / MINUTE, called: false })
        stands('left')
        break
    }
  }
  return { visits: [...visits.values()], desks, services, stays, waits }
}

beforeAll(async () => {
  const db = await freshDatabase()
  await seedDemo(db, MORNING)
  await saveOffice(db, {
    ...sharedHall,
    services: sharedHall.services.map(s => ({ ...s, next: NEXT[s.id] ?? null })),
  })
  const passwordHash = await hashPassword('tanggap-demo')
  for (const agency of ['penduduk', 'sipil'])
    await insertStaff(db, {
      ...{ id: `m-${agency}`, username: `m-${agency}`, name: `Manajer ${agency} (contoh)`, roles: ['manager'], agency },
      ...{ officeId: 'samarinda', active: true, passwordChangedAt: MORNING - 1, passwordHash },
    })
  app = await testApp({ db })
  await play(seeded(11))
  const manager = await app.as('manajer')
  const read = async <T>(who: Visitor, path: string) => {
    const { status, body } = await who.get(`${OFFICE}/${path}`)
    expect([path, status]).toEqual([path, 200])
    return body as T
  }
  day = await read<DayReport>(manager, `days/${DATE}`)
  whole = await read<UnitFigures>(manager, `figures?from=${DATE}&to=${DATE}`)
  for (const agency of ['penduduk', 'sipil'] as const) {
    const theirs = await app.as(`m-${agency}`)
    own.set(agency, await read(theirs, `figures?from=${DATE}&to=${DATE}`))
    sheets.set(agency, await read(theirs, `days/${DATE}`))
    boards.set(agency, (await read<{ readonly day: QueueDay }>(theirs, 'day')).day)
  }
  const table = { table: 'counters', format: 'csv', lang: 'id', from: DATE, to: DATE }
  const { content } = (await manager.post(`${OFFICE}/tables`, table)).body
  lines = Buffer.from(content, 'base64')
    .toString('utf8')
    .trim()
    .split('\r\n')
    .map(line => line.split(';'))
  const seats = Object.entries(DESKS)
  const called = async ([counter, [officer]]: (typeof seats)[number]) =>
    [counter, (await (await app.as(officer)).get('/api/me/record')).body.record.called] as const
  calls = Object.fromEntries(await Promise.all(seats.map(called)))
  events = await db.journal.read('samarinda', DATE)
  counted = recount(events)
})
afterAll(async () => {
  expect(app.failures).toEqual([])
  await app.close()
})

/** A morning of people: some go through one desk, some through three, some leave, are missed, or are put aside. */
async function play(random: () => number): Promise<void> {
  const kiosk = await app.device('kiosk')
  const officers = new Map<string, Visitor>()
  const lead = await app.as('atasan')
  const at = (counter: string, act: string, body: object = {}) =>
    officers.get(counter)!.post(counterPath(counter, act), body)
  for (const [counter, [officer, services]] of Object.entries(DESKS)) {
    officers.set(counter, await app.as(officer))
    expect((await at(counter, 'open', { services })).status).toBe(200)
  }
  const wishes = [
    { serviceId: 'akta-kelahiran', case: 'baru', lifeEvent: 'anak-lahir' },
    ...['ktp-el', 'ktp-el', 'kartu-keluarga', 'akta-kematian'].map(serviceId => ({ serviceId })),
  ]
  for (let turn = 0; turn < 90; turn++) {
    app.clock.now += MINUTE * (1 + Math.floor(random() * 3))
    if (turn % 2 === 0 && turn < 80) {
      const { token } = (await kiosk.post(TICKETS, wishes[Math.floor(random() * wishes.length)])).body
      if (random() < 0.1) {
        app.clock.now += MINUTE
        await app.visitor().post(`/api/tickets/${token}/cancel`)
      }
    }
    for (const counter of officers.keys()) {
      if ((await at(counter, 'call-next')).status !== 200) continue
      app.clock.now += MINUTE
      if (random() < 0.12) {
        app.clock.now += 5 * MINUTE
        await at(counter, 'skip')
        continue
      }
      const whyLeft = random()
      if (whyLeft > 0.04) await at(counter, 'start')
      app.clock.now += MINUTE * (2 + Math.floor(random() * 6))
      if (whyLeft < 0.1) {
        await at(counter, 'leave')
        await lead.post(counterPath(counter, 'take-over'), { reason: 'ill', end: 'left' })
        await at(counter, 'open', { services: DESKS[counter]![1] })
      } else if (random() < 0.08) await at(counter, 'park', { reason: 'copy' })
      else if (counter === '1' && turn % 10 === 0) await at(counter, 'transfer', { serviceId: 'akta-kematian' })
      else await at(counter, 'finish')
    }
  }
  for (const wish of wishes) await kiosk.post(TICKETS, wish)
}

const by = (rows: readonly { readonly id: string; readonly served: number }[]) =>
  Object.fromEntries(rows.filter(r => r.served > 0).map(r => [r.id, r.served]))
const states = () => (state: string) => counted.visits.filter(v => v.state === state).length

it('a day of several steps and agencies counts each visit once, on its sheet and in its figures [O15 O16 D50]', () => {
  const n = states()
  const { sheet, results } = day
  const taken = counted.visits.length
  expect(sheet).toMatchObject({ taken, served: n('done'), waiting: n('waiting'), open: n('called') + n('parked') })
  expect(sheet).toMatchObject({ missed: n('missed'), left: n('left'), partly: n('partly'), unserved: n('unserved') })
  const { served, missed, left, partly, unserved, waiting, open } = sheet
  expect(served + missed + left + partly + unserved + waiting + open).toBe(taken)
  expect(results.complete).toBe(n('done'))
  expect([whole.tickets, whole.done, whole.partly]).toEqual([taken, n('done'), partly])
  // The day has all that it is meant to have.
  const steps = [...counted.desks.values()].reduce((a, b) => a + b, 0)
  const some = {
    missed: n('missed'),
    left: n('left'),
    parked: n('parked'),
    waiting: n('waiting'),
    partly: n('partly'),
    unserved: n('unserved'),
    later: steps - n('done'),
  }
  expect(Object.entries(some).filter(([, count]) => count === 0)).toEqual([])
})

it('each step is one service done, of its desk and of its service, on the pages and in the file [O15 O19 D50]', () => {
  expect(by(whole.counters)).toEqual(Object.fromEntries(counted.desks))
  expect(by(whole.services)).toEqual(Object.fromEntries(counted.services))
  expect(by(day.figures.counters)).toEqual(by(whole.counters))
  expect(whole.officers.map(o => o.served)).toEqual(whole.counters.filter(c => c.served > 0).map(c => c.served))
  // Each call that is over is one stay of the officer who called, however it ended.
  const stand = (counter: string) => counted.visits.filter(v => v.state === 'called' && v.desk === counter).length
  const over = Object.keys(DESKS).map(id => [id, (counted.stays.get(id) ?? 0) - stand(id)])
  expect(calls).toEqual(Object.fromEntries(over))
  const [head, ...rows] = lines
  const done = head!.findIndex(cell => cell.includes('Layanan selesai'))
  expect(done).toBeGreaterThan(0)
  expect(rows.filter(r => r[done] !== '0').map(r => Number(r[done]))).toEqual(
    whole.counters.filter(c => c.served > 0).map(c => c.served),
  )
})

it('each wait counts in the line in which it was waited, of the whole hall and of each agency [A22 O12 D50]', () => {
  const open = counted.visits.filter(v => v.state === 'waiting' && v.inLine !== undefined)
  const lineOf = (service: string) => [
    ...counted.waits.filter(w => w.service === service),
    ...open.filter(v => v.at === service).map(v => ({ minutes: (app.clock.now - v.inLine!) / MINUTE, called: false })),
  ]
  for (const { id, wait } of whole.services) {
    const waits = lineOf(id)
    expect([id, wait.n, wait.uncalled]).toEqual([id, waits.length, waits.filter(w => !w.called).length])
    // Where all were called the median is that of the minutes themselves.
    if (wait.uncalled > 0 || wait.n < 5) continue
    const sorted = waits.map(w => w.minutes).sort((a, b) => a - b)
    const middle = (sorted.length - 1) / 2
    const median = (sorted[Math.floor(middle)]! + sorted[Math.ceil(middle)]!) / 2
    expect([id, wait.p50!.ms / MINUTE]).toEqual([id, median])
  }
  for (const agency of ['penduduk', 'sipil'] as const) {
    const { services, wait, tickets } = own.get(agency)!
    const mine: readonly string[] = AGENCIES[agency].services
    const waits = mine.flatMap(lineOf)
    expect([wait.n, wait.uncalled]).toEqual([waits.length, waits.filter(w => !w.called).length])
    expect(tickets).toBe(counted.visits.filter(v => mine.includes(v.cameFor)).length)
    expect(by(services)).toEqual(Object.fromEntries([...counted.services].filter(([id]) => mine.includes(id))))
    expect(services.filter(s => s.wait.n + s.tickets + s.served > 0).every(s => mine.includes(s.id))).toBe(true)
  }
})

it('an agency’s sheet and live board say the same of its visits as its figures, wherever they went on to [A21 A22 O15 O16]', () => {
  for (const agency of ['penduduk', 'sipil'] as const) {
    const [figures, { sheet, results, survey }] = [own.get(agency)!, sheets.get(agency)!]
    const mine = counted.visits.filter(v => (AGENCIES[agency].services as readonly string[]).includes(v.cameFor))
    const done = mine.filter(v => v.state === 'done').length
    expect([agency, sheet.taken, sheet.served]).toEqual([agency, mine.length, done])
    expect([figures.tickets, figures.done]).toEqual([sheet.taken, sheet.served])
    const partly = mine.filter(v => v.state === 'partly')
    expect([sheet.partly, figures.partly]).toEqual([partly.length, partly.length])
    expect([results.complete, survey.invited]).toEqual([done, done + partly.filter(v => v.over).length])
    // A page that is loaded now, and one that has been open all day.
    for (const board of [boards.get(agency)!, followed(agency)]) {
      const now = liveUnit(board, within(sharedHall, agency), app.clock.now)
      expect([now.tickets, now.done]).toEqual([sheet.taken, sheet.served])
      expect(now.counters.map(c => [c.id, c.done])).toEqual(figures.counters.map(c => [c.id, c.served]))
    }
  }
})

/** The day of an agency's board that heard each event, and got the day anew where a visit came to it or went on. */
function followed(agency: AgencyId): QueueDay {
  let day = emptyDay('samarinda', DATE)
  return events.reduce((seen, event) => {
    const [before, after] = [day, evolve(day, event)]
    day = after
    if (crosses([event], { before, after }, sharedHall, agency)) return scopedDay(after, sharedHall, agency)
    return evolve(seen, scopedEvent(event, after, sharedHall, agency))
  }, day)
}
