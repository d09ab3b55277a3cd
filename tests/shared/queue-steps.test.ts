import { describe, expect, it } from 'vitest'
import { MINUTE } from '../../shared/kit/time.ts'
import type { Request } from '../../shared/queue/command.ts'
import type { DayPlan } from '../../shared/queue/day.ts'
import { goOf } from '../../shared/queue/commands/finish.ts'
import { lineFor } from '../../shared/queue/policy.ts'
import { aPlan, OPENING, openHall, refusalOf, type Hall } from '../helpers/days.ts'

const serviceOf = (id: string, letter: string, next?: string) => ({
  ...{ id, letter, typicalMs: 10 * MINUTE, open: true },
  ...(next === undefined ? {} : { next }),
})
/** Capture, print and collect follow from each other; deed, family card and child card stand alone. */
const plan = (change: Partial<DayPlan> = {}) =>
  aPlan({
    services: [
      ...[serviceOf('rekam', 'A', 'cetak'), serviceOf('cetak', 'B', 'ambil'), serviceOf('ambil', 'C')],
      ...[serviceOf('akta', 'D'), serviceOf('kk', 'E'), serviceOf('kia', 'F')],
    ],
    counters: [
      ...[['rekam'], ['cetak'], ['ambil']].map((services, i) => ({ id: `${i + 1}`, services })),
      ...[['akta'], ['akta', 'kk'], ['kia']].map((services, i) => ({ id: `${i + 4}`, services })),
    ],
    ...change,
  })

const SEATS = { 1: 'sari', 2: 'budi', 3: 'tini', 5: 'joko', 6: 'wati' }
const chain = () => openHall(SEATS, plan())

/** Somebody for whom a child was born. */
function birth(hall: Hall): number {
  const no = hall.day.taken
  const later = [{ serviceId: 'kk', case: 'new' }, { serviceId: 'kia' }]
  hall.ask('device:kiosk', {
    ...{ verb: 'takeTicket', serviceId: 'akta', priority: false, ticketId: `t${no}` },
    ...{ case: 'birth', later, lifeEvent: 'lahir' },
  })
  return no
}

/** An officer calls, starts and, ten minutes later, finishes; the events of the finish. */
function serve(
  hall: Hall,
  officer: string,
  counterId: string,
  ending: Partial<Extract<Request, { verb: 'finish' }>> = {},
) {
  hall.next(officer, counterId)
  hall.staff(officer, { verb: 'start', counterId })
  hall.wait(10)
  return hall.staff(officer, { verb: 'finish', counterId, ...ending })
}

describe('a visit of several steps', () => {
  it('goes through three desks with one number, each step with the line and the desk that it had [D41 D45]', () => {
    const hall = chain()
    const no = hall.take('rekam')
    expect(hall.ticket(no)).toMatchObject({ number: 'A-001', later: [{ serviceId: 'cetak' }, { serviceId: 'ambil' }] })
    hall.wait(5)
    expect(serve(hall, 'sari', '1')).toMatchObject([{ type: 'stepFinished', serviceId: 'cetak' }])
    expect(hall.ticket(no)).toMatchObject({ number: 'A-001', state: 'waiting', serviceId: 'cetak', joined: 'step' })
    hall.wait(3)
    serve(hall, 'budi', '2')
    hall.wait(2)
    expect(serve(hall, 'tini', '3')).toMatchObject([{ type: 'ticketFinished' }])
    const { been, later, state } = hall.ticket(no)
    expect([state, later]).toEqual(['done', undefined])
    expect(
      been!.map(s => [s.counterId, s.officerId, s.parts[0]!.serviceId, waited(s), s.endedAt - s.startedAt!]),
    ).toEqual([
      ['1', 'sari', 'rekam', 5 * MINUTE, 10 * MINUTE],
      ['2', 'budi', 'cetak', 3 * MINUTE, 10 * MINUTE],
      ['3', 'tini', 'ambil', 2 * MINUTE, 10 * MINUTE],
    ])
  })

  it('stands before who came after it and behind who came before it, at each desk [D42]', () => {
    const hall = chain()
    const first = hall.take('cetak')
    hall.wait(1)
    const steps = hall.take('rekam')
    hall.wait(1)
    const last = hall.take('cetak')
    serve(hall, 'sari', '1')
    expect(hall.day.waiting['cetak']!.map(w => w.no)).toEqual([first, steps, last])
    expect(hall.ticket(steps).due).toBe(OPENING + MINUTE)
  })

  it('of a booking is planned at its check-in by the plan of that moment [D43]', () => {
    const slots = {
      ...{ starts: [OPENING + 30 * MINUTE], slotMs: 30 * MINUTE, creditMs: 0 },
      earlyMs: 60 * MINUTE,
      graceMs: 0,
    }
    const services = plan().services.map(s => ({ ...s, booking: { places: [2], priorityPlaces: [0], openings: [] } }))
    const hall = openHall(SEATS, plan({ services, slots: { ...aPlan().slots!, ...slots } }))
    hall.ask('holder', {
      verb: 'book',
      serviceId: 'rekam',
      start: OPENING + 30 * MINUTE,
      priority: false,
      ticketId: 'b',
    })
    expect(hall.ticket(0).later).toBeUndefined()
    hall.ask('holder', { verb: 'checkIn', no: 0 })
    expect(hall.ticket(0).later).toEqual([{ serviceId: 'cetak' }, { serviceId: 'ambil' }])
    expect(hall.day.waiting['rekam']).toMatchObject([{ next: ['cetak', 'ambil'] }])
  })

  it('follows a circle of services once, and nothing that is not offered [D43]', () => {
    const services = [serviceOf('a', 'A', 'b'), serviceOf('b', 'B', 'a'), serviceOf('c', 'C', 'd')]
    const shut = { ...serviceOf('d', 'D'), open: false }
    const hall = openHall({}, plan({ services: [...services, shut], counters: [] }))
    expect([hall.take('a'), hall.take('c')].map(no => hall.ticket(no).later)).toEqual([[{ serviceId: 'b' }], undefined])
  })
})

describe('an event of life', () => {
  it('is one number, and what one desk does in a row is one step there [D41 D45]', () => {
    const hall = chain()
    const no = birth(hall)
    expect(hall.ticket(no)).toMatchObject({ number: 'D-001', lifeEvent: 'lahir' })
    hall.next('joko', '5')
    expect(goOf(hall.day, hall.ticket(no), '5')).toBe(2)
    hall.wait(20)
    expect(hall.staff('joko', { verb: 'finish', counterId: '5' })).toMatchObject([{ serviceId: 'kia', done: 2 }])
    serve(hall, 'wati', '6')
    expect(hall.ticket(no).been!.map(s => s.parts.map(p => p.serviceId))).toEqual([['akta', 'kk'], ['kia']])
    // How long one of two services took is unknown.
    expect(hall.day.paces).toEqual({ kia: [10 * MINUTE] })
  })

  it('is left to the counter that does more of it in one go while that one is free, for the minute of a call [D44]', () => {
    const hall = openHall({ 4: 'sari', 5: 'joko', 6: 'wati' }, plan())
    birth(hall)
    expect(refusalOf(() => hall.next('sari', '4'))).toBe('QUEUE_EMPTY')
    expect(lineFor(hall.day, hall.day.counters['5']!, hall.now)).toHaveLength(1)
    hall.wait(0.9)
    expect(refusalOf(() => hall.next('sari', '4'))).toBe('QUEUE_EMPTY')
    hall.wait(0.1)
    expect(hall.next('sari', '4')).toBe('D-001')
  })

  it('is not left to a counter that is busy, on a break, or has somebody else to call before [D44]', () => {
    const [busy, rest, other] = [1, 2, 3].map(() => openHall({ 4: 'sari', 5: 'joko' }, plan()))
    birth(busy!)
    busy!.next('joko', '5')
    rest!.staff('joko', { verb: 'takeBreak', counterId: '5', minutes: 10 })
    other!.take('kk')
    for (const hall of [busy!, rest!, other!]) {
      birth(hall)
      expect(hall.next('sari', '4')).toMatch('D-00')
    }
  })

  it('lets no counter stand idle before a line: of ten each free one calls its own, and so on till the end [D44]', () => {
    const services = [serviceOf('ktp', 'A', 'ubah'), serviceOf('ubah', 'B')]
    const counters = [['ktp'], ['ktp'], ['ktp', 'ubah']].map((s, i) => ({ id: `${i + 1}`, services: s }))
    const seats = { 1: 'sari', 2: 'budi', 3: 'tini' }
    const hall = openHall(seats, plan({ services, counters }))
    for (let i = 0; i < 10; i++) hall.take('ktp')
    for (const [id, officer] of Object.entries(seats)) hall.next(officer, id)
    for (let i = 0; i < 2; i++)
      for (const [id, officer] of Object.entries(seats)) {
        hall.staff(officer, { verb: 'start', counterId: id })
        hall.wait(4)
        hall.next(officer, id)
      }
    expect(hall.events.filter(e => e.type === 'ticketCalled')).toHaveLength(9)
  })

  it('goes on after one part, where its officer says that only that was done [D45]', () => {
    const hall = chain()
    const no = birth(hall)
    expect(serve(hall, 'joko', '5', { parts: 1 })).toMatchObject([{ type: 'stepFinished', serviceId: 'kk' }])
    expect(hall.ticket(no)).toMatchObject({ case: 'new', later: [{ serviceId: 'kia' }] })
  })

  it('is not called again by the press that ends the part, at a counter that serves the next one too [C3 D45]', () => {
    const hall = chain()
    const [no, other] = [birth(hall), hall.take('kk')]
    hall.next('joko', '5')
    hall.staff('joko', { verb: 'start', counterId: '5' })
    hall.staff('joko', { verb: 'callNext', counterId: '5', parts: 1 })
    expect([hall.at('5')!.no, hall.ticket(no)]).toMatchObject([other, { state: 'waiting', serviceId: 'kk' }])
    hall.staff('joko', { verb: 'start', counterId: '5' })
    hall.next('joko', '5')
    expect(hall.at('5')!.no).toBe(no)
  })

  it('ends at once where the rest is not needed, and where a step did not end complete [D46]', () => {
    const [hall, other] = [chain(), chain()]
    const no = birth(hall)
    expect(serve(hall, 'joko', '5', { rest: 'notNeeded' })).toMatchObject([{ type: 'ticketFinished', done: 2 }])
    expect(hall.ticket(no)).toMatchObject({ state: 'done' })
    expect(hall.ticket(no).later).toBeUndefined()
    birth(other)
    serve(other, 'joko', '5', { result: { kind: 'refused', reason: 'dataDiffers' } })
    expect(other.ticket(no)).toMatchObject({ state: 'done', later: [{ serviceId: 'kk' }, { serviceId: 'kia' }] })
  })

  it('is refused with a service that comes twice [D41]', () => {
    const hall = openHall({}, plan())
    const refused = (...ids: readonly string[]) =>
      refusalOf(() =>
        hall.ask('device:kiosk', {
          ...{ verb: 'takeTicket', serviceId: 'akta', priority: false, ticketId: 't' },
          later: ids.map(serviceId => ({ serviceId })),
        }),
      )
    expect([refused('akta'), refused('kia', 'kia')]).toEqual(['SAME_SERVICE', 'SAME_SERVICE'])
  })

  it('gets nothing at its counter that is not known or not offered [D47]', () => {
    const services = plan().services.map(s => (s.id === 'kk' ? { ...s, open: false } : s))
    const hall = openHall({ 4: 'sari' }, plan({ services }))
    hall.take('akta')
    hall.next('sari', '4')
    const refused = (serviceId: string) =>
      refusalOf(() => hall.staff('sari', { verb: 'planSteps', counterId: '4', later: [{ serviceId }] }))
    expect([refused('sim'), refused('kk')]).toEqual(['SERVICE_UNKNOWN', 'SERVICE_CLOSED'])
  })
})

describe('what comes next', () => {
  it('is added, dropped and put in another order by the officer at whose counter the visit stands [D47]', () => {
    const hall = chain()
    const no = birth(hall)
    hall.next('joko', '5')
    const planned = (...ids: readonly string[]) =>
      hall.staff('joko', { verb: 'planSteps', counterId: '5', later: ids.map(serviceId => ({ serviceId })) })
    planned('kia', 'rekam')
    expect(hall.ticket(no).later).toEqual([{ serviceId: 'kia' }, { serviceId: 'rekam' }])
    expect(planned('kia', 'rekam')).toEqual([])
    planned()
    expect(hall.ticket(no).later).toBeUndefined()
    expect(refusalOf(() => planned('akta'))).toBe('SAME_SERVICE')
    expect(refusalOf(() => hall.staff('sari', { verb: 'planSteps', counterId: '5', later: [] }))).toBe(
      'NOT_YOUR_COUNTER',
    )
  })

  it('waits where nobody serves it yet or its service is closed for a while, and falls away once struck [D46]', () => {
    const hall = chain()
    hall.ask('system', { verb: 'closeService', serviceId: 'cetak', reason: 'systemDown' })
    hall.staff('budi', { verb: 'closeCounter', counterId: '2' })
    const no = hall.take('rekam')
    serve(hall, 'sari', '1')
    expect(hall.day.waiting['cetak']).toMatchObject([{ no }])
    const other = hall.take('rekam')
    hall.ask('system', { verb: 'planDay', plan: plan({ services: plan().services.filter(s => s.id !== 'cetak') }) })
    expect(serve(hall, 'sari', '1')).toMatchObject([{ type: 'stepFinished', no: other, serviceId: 'ambil' }])
  })

  it('is not begun on a day that was closed: the visit ends, and says what was left [D46]', () => {
    const hall = chain()
    const no = hall.take('rekam')
    hall.next('sari', '1')
    hall.staff('sari', { verb: 'start', counterId: '1' })
    hall.until(OPENING + 8 * 60 * MINUTE)
    hall.staff('budi', { verb: 'settleDay', shutAt: OPENING + 7 * 60 * MINUTE })
    expect(hall.staff('sari', { verb: 'finish', counterId: '1' })).toMatchObject([{ type: 'ticketFinished' }])
    expect(hall.ticket(no)).toMatchObject({ state: 'done', later: [{ serviceId: 'cetak' }, { serviceId: 'ambil' }] })
  })

  it('stays through a missed call, coming back, putting aside and a transfer of the present step [D48]', () => {
    const hall = chain()
    const no = birth(hall)
    const wanted = ['kk', 'kia']
    const later = () => hall.ticket(no).later?.map(p => p.serviceId)
    hall.next('joko', '5')
    hall.staff('joko', { verb: 'skip', counterId: '5' })
    hall.ask('holder', { verb: 'return', no })
    expect(later()).toEqual(wanted)
    expect(hall.day.waiting['akta']).toMatchObject([{ next: wanted }])
    hall.next('joko', '5')
    hall.staff('joko', { verb: 'start', counterId: '5' })
    hall.staff('joko', { verb: 'park', counterId: '5', reason: 'copy' })
    hall.staff('joko', { verb: 'resume', counterId: '5', no })
    hall.staff('joko', { verb: 'transfer', counterId: '5', serviceId: 'rekam' })
    expect(later()).toEqual(wanted)
    serve(hall, 'sari', '1')
    // What it is sent to is not still to come.
    hall.next('joko', '5')
    hall.staff('joko', { verb: 'transfer', counterId: '5', serviceId: 'kia' })
    expect([hall.ticket(no).serviceId, later()]).toEqual(['kia', undefined])
  })

  it('comes back with an end that is undone, and the next line knows nothing of it [D48]', () => {
    const hall = chain()
    const no = birth(hall)
    hall.next('joko', '5')
    hall.staff('joko', { verb: 'start', counterId: '5' })
    const before = hall.ticket(no)
    hall.staff('joko', { verb: 'finish', counterId: '5' })
    hall.staff('joko', { verb: 'undo', counterId: '5' })
    expect(hall.ticket(no)).toEqual(before)
    expect([hall.day.waiting['kia'], hall.at('5')?.no]).toEqual([[], no])
    hall.staff('joko', { verb: 'finish', counterId: '5' })
    hall.next('wati', '6')
    expect(refusalOf(() => hall.staff('joko', { verb: 'undo', counterId: '5' }))).toBe('UNDO_OVERTAKEN')
  })

  it('is gone on to when a colleague says that a deserted visit was finished [D48]', () => {
    const hall = chain()
    const no = hall.take('rekam')
    hall.next('sari', '1')
    hall.staff('sari', { verb: 'start', counterId: '1' })
    hall.ask('system', { verb: 'leaveCounter', counterId: '1', why: 'silent' })
    hall.staff('budi', { verb: 'takeOver', counterId: '1', reason: 'ill', end: 'done' })
    expect(hall.ticket(no)).toMatchObject({ state: 'waiting', serviceId: 'cetak', part: { officerId: 'sari' } })
  })

  it('counts against no other quota: a visit counts where it began, also when it is given up [D49]', () => {
    const hall = chain()
    const no = hall.take('rekam')
    serve(hall, 'sari', '1')
    expect(hall.day.counted).toEqual({ rekam: 1 })
    hall.ask('holder', { verb: 'cancel', no })
    expect(hall.day.counted).toEqual({ rekam: 1 })
  })
})

function waited({ queuedAt, calledAt }: { queuedAt?: number; calledAt?: number }): number {
  return calledAt! - queuedAt!
}
