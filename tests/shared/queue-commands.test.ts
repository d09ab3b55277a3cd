import { describe, expect, it } from 'vitest'
import type { Request } from '../../shared/queue/command.ts'
import { emptyDay } from '../../shared/queue/day.ts'
import { decide } from '../../shared/queue/decide.ts'
import {
  after,
  callNext,
  cancel,
  closeCounter,
  comeBack,
  finish,
  openCounter,
  park,
  recall,
  resume,
  skip,
  start,
  takeBreak,
  takeTicket,
  transfer,
  withTickets,
} from '../helpers/acts.ts'
import { aPlan, DATE, OFFICE, openHall, OPENING, refusalOf, type Hall } from '../helpers/days.ts'

/** Each state in which sari's counter 1 can be when somebody gives a command. */
const SCENES = {
  'nobody has planned the day': () => openHallWithoutPlan(),
  'no counter is open': () => withTickets(openHall()),
  'the counter is free': () => withTickets(openHall({ 1: 'sari' })),
  'the counter is free and nobody waits': () => openHall({ 1: 'sari' }),
  'the officer is on a break': () => after(withTickets(openHall({ 1: 'sari' })), takeBreak),
  'a ticket is called': () => after(withTickets(openHall({ 1: 'sari' })), callNext),
  'a ticket is served': () => after(withTickets(openHall({ 1: 'sari' })), callNext, start),
  'the first ticket was missed': () => after(withTickets(openHall({ 1: 'sari' })), callNext, skip),
  'the first ticket is parked': () => after(withTickets(openHall({ 1: 'sari' })), callNext, start, park),
  'the first ticket is done': () => after(withTickets(openHall({ 1: 'sari' })), callNext, start, finish),
} as const satisfies Record<string, () => Hall>

function openHallWithoutPlan(): Hall {
  const day = emptyDay(OFFICE, DATE)
  const ask: Hall['ask'] = (by, request) => decide(day, { id: 'c', by, ...request }, OPENING)
  return { ...openHall(), day, ask, staff: (officer, request) => ask(`staff:${officer}`, request) }
}

describe('each command in each scene', () => {
  type Scene = keyof typeof SCENES
  type Row = readonly [Scene, Request, string]
  const unplanned = 'nobody has planned the day'
  const shut = 'no counter is open'
  const free = 'the counter is free'
  const empty = 'the counter is free and nobody waits'
  const rest = 'the officer is on a break'
  const called = 'a ticket is called'
  const served = 'a ticket is served'
  const missed = 'the first ticket was missed'
  const parked = 'the first ticket is parked'
  const done = 'the first ticket is done'

  const happens: readonly Row[] = [
    [free, takeTicket, 'ticketTaken'],
    [shut, takeTicket, 'ticketTaken'],
    [free, callNext, 'ticketCalled'],
    [served, callNext, 'ticketFinished ticketCalled'],
    [called, recall, 'ticketRecalled'],
    [called, skip, 'ticketSkipped'],
    [called, start, 'ticketStarted'],
    [called, finish, 'ticketFinished'],
    [served, finish, 'ticketFinished'],
    [called, transfer, 'ticketTransferred'],
    [served, transfer, 'ticketTransferred'],
    [served, park, 'ticketParked'],
    [parked, resume, 'ticketCalled'],
    [missed, resume, 'ticketCalled'],
    [missed, comeBack, 'ticketReturned'],
    [free, cancel, 'ticketCancelled'],
    [missed, cancel, 'ticketCancelled'],
    [shut, openCounter, 'counterOpened'],
    [rest, openCounter, 'counterOpened'],
    [free, closeCounter, 'counterClosed'],
    [rest, closeCounter, 'counterClosed'],
    [free, takeBreak, 'breakStarted'],
    [rest, takeBreak, 'breakStarted'],
  ]
  it.each(happens)('when %s, %o makes %s happen [N10]', (scene, request, types) => {
    const events = SCENES[scene]().staff('sari', request)
    expect(events.map(e => e.type).join(' ')).toBe(types)
  })

  const nothing: readonly (readonly [Scene, Request])[] = [
    [free, openCounter],
    [called, openCounter],
    [shut, closeCounter],
    [free, { verb: 'planDay', plan: aPlan() }],
  ]
  it.each(nothing)('when %s, %o changes nothing, because it is so already', (scene, request) => {
    expect(SCENES[scene]().staff('sari', request)).toEqual([])
  })

  const refused: readonly Row[] = [
    [unplanned, takeTicket, 'OFFICE_CLOSED'],
    [unplanned, comeBack, 'OFFICE_CLOSED'],
    [unplanned, openCounter, 'OFFICE_CLOSED'],
    [unplanned, callNext, 'COUNTER_UNKNOWN'],
    [free, { ...takeTicket, serviceId: 'sim' }, 'SERVICE_UNKNOWN'],
    [free, { ...callNext, counterId: '9' }, 'COUNTER_UNKNOWN'],
    [shut, callNext, 'COUNTER_CLOSED'],
    [empty, callNext, 'QUEUE_EMPTY'],
    [rest, callNext, 'COUNTER_ON_BREAK'],
    [called, callNext, 'COUNTER_BUSY'],
    [free, { ...callNext, pick: { no: 99, reason: 'emergency' } }, 'TICKET_UNKNOWN'],
    [missed, { ...callNext, pick: { no: 0, reason: 'emergency' } }, 'TICKET_STATE'],
    [parked, { ...callNext, pick: { no: 0, reason: 'emergency' } }, 'TICKET_STATE'],
    [done, { ...callNext, pick: { no: 0, reason: 'emergency' } }, 'TICKET_STATE'],
    ...[recall, skip, start, finish, transfer, park].flatMap((request): Row[] => [
      [shut, request, 'COUNTER_CLOSED'],
      [free, request, 'NO_CURRENT_TICKET'],
      [rest, request, 'NO_CURRENT_TICKET'],
      [done, request, 'NO_CURRENT_TICKET'],
      [unplanned, request, 'COUNTER_UNKNOWN'],
    ]),
    [called, park, 'TICKET_STATE'],
    [served, recall, 'TICKET_STATE'],
    [served, skip, 'TICKET_STATE'],
    [served, start, 'TICKET_STATE'],
    [served, { ...transfer, serviceId: 'ktp' }, 'SAME_SERVICE'],
    [served, { ...transfer, serviceId: 'sim' }, 'SERVICE_UNKNOWN'],
    [shut, resume, 'COUNTER_CLOSED'],
    [rest, resume, 'COUNTER_ON_BREAK'],
    [called, { ...resume, no: 1 }, 'COUNTER_BUSY'],
    [served, { ...resume, no: 1 }, 'COUNTER_BUSY'],
    [free, resume, 'TICKET_STATE'],
    [done, resume, 'TICKET_STATE'],
    [free, { ...resume, no: 99 }, 'TICKET_UNKNOWN'],
    [free, { ...comeBack, no: 99 }, 'TICKET_UNKNOWN'],
    ...([free, called, served, parked, done] as const).map((scene): Row => [scene, comeBack, 'TICKET_STATE']),
    [free, { ...cancel, no: 99 }, 'TICKET_UNKNOWN'],
    [parked, cancel, 'TICKET_PARKED'],
    ...([called, served, done] as const).map((scene): Row => [scene, cancel, 'TICKET_STATE']),
    [shut, { ...openCounter, counterId: '9' }, 'COUNTER_UNKNOWN'],
    [shut, { ...openCounter, services: ['sim'] }, 'SERVICE_UNKNOWN'],
    [called, { ...openCounter, counterId: '3' }, 'OFFICER_ELSEWHERE'],
    [called, closeCounter, 'COUNTER_BUSY'],
    [served, closeCounter, 'COUNTER_BUSY'],
    [shut, { ...closeCounter, counterId: '9' }, 'COUNTER_UNKNOWN'],
    [shut, takeBreak, 'COUNTER_CLOSED'],
    [called, takeBreak, 'COUNTER_BUSY'],
    [served, takeBreak, 'COUNTER_BUSY'],
  ]
  it.each(refused)('when %s, %o is refused as %s [N10 C4 C8 D6]', (scene, request, code) => {
    expect(refusalOf(() => SCENES[scene]().staff('sari', request))).toBe(code)
  })

  const foreign = [callNext, recall, skip, start, finish, transfer, park, resume, closeCounter, takeBreak]
  it.each(foreign)('at a colleague’s counter $verb is refused [D3]', request => {
    expect(refusalOf(() => SCENES[called]().staff('budi', request))).toBe('NOT_YOUR_COUNTER')
    expect(refusalOf(() => SCENES[called]().ask('device:kiosk', request))).toBe('NOT_YOUR_COUNTER')
  })
})

it('a service and a counter that are named as what every object has are served like any other', () => {
  const named = { id: 'constructor', services: ['constructor', 'toString'] }
  const services = named.services.map((id, i) => ({ ...aPlan().services[i]!, id }))
  const hall = openHall({}, aPlan({ services, counters: [named] }))
  for (const id of named.services) hall.take(id)
  hall.staff('sari', { verb: 'openCounter', counterId: 'constructor' })
  for (const verb of ['callNext', 'start', 'finish', 'callNext'] as const)
    hall.staff('sari', { verb, counterId: 'constructor' })
  expect(hall.at('constructor')?.number).toBe('B-001')
  expect(refusalOf(() => openHall().staff('sari', { verb: 'openCounter', counterId: 'constructor' }))).toBe(
    'COUNTER_UNKNOWN',
  )
})
