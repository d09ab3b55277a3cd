import { describe, expect, it } from 'vitest'
import { faceOf, inDay, isFinal, returnUntil } from '../../shared/ticket/own-ticket.ts'
import { emptyDay, type DayPlan, type QueueDay } from '../../shared/queue/day.ts'
import type { Happening } from '../../shared/queue/events.ts'
import { evolve } from '../../shared/queue/evolve.ts'
import { projectDay } from '../../shared/contracts/views.ts'
import { DATE, at, ownTicket } from '../helpers/own-ticket.ts'
import { DEFAULT_RULES } from '../../shared/queue/whole-plan.ts'

const plan: DayPlan = {
  doors: null,
  services: [{ id: 'ktp', letter: 'A', typicalMs: 600_000, open: true }],
  counters: [
    { id: '3', services: ['ktp'] },
    { id: '7', services: ['ktp'] },
  ],
  ...DEFAULT_RULES,
  priorityCreditMs: 0,
  returnGraceMs: 0,
  returnPlaces: 3,
}

const take = (no: number, time: string): [string, Happening] => [
  time,
  { type: 'ticketTaken', no, number: `A-00${no + 1}`, serviceId: 'ktp', priority: false, due: at(time), ahead: no },
]

function day(...happened: readonly [time: string, Happening][]): QueueDay {
  const all: [string, Happening][] = [
    ['08:00', { type: 'dayPlanned', plan }],
    ['08:00', { type: 'counterOpened', counterId: '3', services: ['ktp'] }],
    ...happened,
  ]
  return all.reduce((d, [time, it], i) => evolve(d, { ...it, seq: i + 1, at: at(time) }), emptyDay('samarinda', DATE))
}

const call = (no: number, time: string): [string, Happening] => [
  time,
  { type: 'ticketCalled', no, counterId: '3', because: { kind: 'walkIn', due: at(time), among: 1 } },
]

const second = ownTicket({ ahead: 9 }, { no: 1, number: 'A-002', takenAt: at('08:02'), due: at('08:02') })

describe('a ticket in the followed day', () => {
  it('has as many people ahead as stand before it, and its own range', () => {
    const range = { from: at('08:10'), to: at('08:20') }
    const seen = inDay(
      second,
      day(take(0, '08:01'), take(1, '08:02'), take(2, '08:03')),
      {
        at: at('08:03'),
        services: {},
        tickets: { 1: range },
      },
      at('08:04'),
    )
    expect(seen).toMatchObject({ ahead: 1, range, now: at('08:04'), counters: [{ id: '3', name: 'Loket 3' }] })
  })

  it('is called to its counter, and nobody is ahead any more', () => {
    const seen = inDay(second, day(take(0, '08:01'), take(1, '08:02'), call(1, '08:05')), undefined, at('08:05'))
    expect(seen?.ticket).toMatchObject({ state: 'called', counterId: '3', calledAt: at('08:05') })
    expect(seen).toMatchObject({ ahead: 0, range: null })
  })

  it('may return until the grace after the missed call has passed', () => {
    const skipped: [string, Happening] = ['08:07', { type: 'ticketSkipped', no: 1, counterId: '3' }]
    const seen = inDay(
      second,
      day(take(0, '08:01'), take(1, '08:02'), call(1, '08:05'), skipped),
      undefined,
      at('08:08'),
    )
    expect(seen?.returnUntil).toBe(at('08:22'))
    expect(returnUntil(seen!)).toBe(at('08:22'))
  })

  it('names a counter that opened later by its id', () => {
    const opened: [string, Happening] = ['08:04', { type: 'counterOpened', counterId: '7', services: ['ktp'] }]
    const seen = inDay(second, day(take(0, '08:01'), take(1, '08:02'), opened), undefined, at('08:05'))
    expect(seen?.counters.map(c => c.name)).toEqual(['Loket 3', 'Loket 7'])
  })

  it('is unknown to a day that left it out, to another date and to a number of somebody else', () => {
    const done = day(take(0, '08:01'), take(1, '08:02'), ['08:03', { type: 'ticketCancelled', no: 1 }])
    expect(inDay(second, done, undefined, at('08:04'))?.ticket.state).toBe('cancelled')
    expect(inDay(second, projectDay(done, 'public'), undefined, at('08:04'))).toBeUndefined()
    expect(inDay(second, { ...done, date: '2026-06-10' }, undefined, at('08:04'))).toBeUndefined()
    expect(inDay(ownTicket({}, { no: 0 }), done, undefined, at('08:04'))).toBeUndefined()
  })
})

describe('the page a ticket gets', () => {
  it.each([
    ['waiting', ownTicket({ ahead: 4 })],
    ['soon', ownTicket({ ahead: 3 })],
    ['soon', ownTicket({ ahead: 0 })],
    ['called', ownTicket({ ahead: 0 }, { state: 'called' })],
    ['missed', ownTicket({}, { state: 'missed' })],
    ['unserved', ownTicket({ over: true })],
    ['over', ownTicket({ over: true }, { state: 'booked' })],
    ['over', ownTicket({ over: true }, { state: 'missed' })],
    ['done', ownTicket({ over: true }, { state: 'done' })],
    ['cancelled', ownTicket({ over: true }, { state: 'cancelled' })],
  ] as const)('is %s', (face, own) => {
    expect(faceOf(own)).toBe(face)
    expect(isFinal(own)).toBe(['over', 'unserved', 'done', 'cancelled'].includes(face))
  })
})
