import { describe, expect, it } from 'vitest'
import { readLedger, type Row } from '../../bench/lib/ledger.ts'

const NOON = 1_780_977_600_000
const plan = {
  slots: { starts: [NOON] },
  services: [{ id: 'ktp', booking: { places: [1] } }],
}

/** A morning of two walk-ins and one booking, told as the journal tells it. */
const morning: readonly Record<string, unknown>[] = [
  { type: 'dayPlanned', plan },
  { type: 'counterOpened', counterId: '1', services: ['ktp'] },
  { type: 'ticketTaken', no: 0, id: 'a', number: 'A-001', serviceId: 'ktp', due: 10 },
  { type: 'ticketTaken', no: 1, id: 'b', number: 'A-002', serviceId: 'ktp', due: 20 },
  { type: 'slotHeld', serviceId: 'ktp', start: NOON, holdId: 'h', until: 90 },
  {
    type: 'ticketBooked',
    no: 2,
    id: 'c',
    number: 'AR-01',
    serviceId: 'ktp',
    slot: { start: NOON },
    due: 5,
    holdId: 'h',
    held: 5,
  },
  { type: 'ticketCalled', no: 0, counterId: '1' },
  { type: 'ticketStarted', no: 0, counterId: '1' },
  { type: 'ticketFinished', no: 0, counterId: '1' },
  { type: 'ticketCalled', no: 1, counterId: '1' },
]

const rowsOf = (events: readonly Record<string, unknown>[]): Row[] =>
  events.map((event, i) => {
    const body = { seq: i + 1, at: i + 1, commandId: `c${i}`, asked: 'x', ...event }
    return { office: 'o', date: '2026-06-09', seq: body.seq, body: JSON.stringify(body) }
  })
const faultsOf = (events: readonly Record<string, unknown>[]) =>
  Object.entries(readLedger(rowsOf(events)).faults).filter(([, n]) => n > 0)
/** The morning with one event changed or put in. */
const but = (at: number, change: Record<string, unknown>, instead = 1) => [
  ...morning.slice(0, at),
  { ...(instead ? morning[at] : {}), ...change },
  ...morning.slice(at + instead),
]

describe('the ledger of a journal', () => {
  it('finds nothing wrong with a morning that went by the rules, and knows how it ended', () => {
    const ledger = readLedger(rowsOf(morning))
    expect(faultsOf(morning)).toEqual([])
    expect(Object.fromEntries(ledger.states)).toEqual({ a: 'done', b: 'called', c: 'booked' })
    expect([ledger.events, ledger.calls]).toEqual([10, 2])
  })

  it.each([
    ['a gap', but(4, { seq: 9 }), 'gapsInJournal'],
    ['a clock that goes back', but(4, { at: 1 }), 'clockGoesBack'],
    ['a command that happened twice', but(9, { commandId: 'c6' }), 'commandsTwice'],
    ['a command without a digest', but(9, { asked: undefined }), 'commandsWithoutDigest'],
    ['a number given twice', but(3, { number: 'A-001' }), 'numbersTwice'],
    ['a number left out', but(3, { number: 'A-003' }), 'numbersLeftOut'],
    ['a ticket given twice', but(3, { id: 'a' }), 'ticketsTwice'],
    ['a ticket called twice', but(9, { no: 0 }), 'impossibleSteps'],
    ['a finish of somebody who was never called', but(6, { type: 'ticketFinished', no: 1 }, 0), 'impossibleSteps'],
    ['a call out of order', but(2, { due: 30 }), 'calledOutOfOrder'],
    [
      'a place sold twice',
      [...morning, { ...morning[5], no: 3, id: 'd', number: 'AR-02', holdId: undefined, held: undefined }],
      'slotsOverfull',
    ],
    ['a phone with two holds', but(5, { ...morning[4] }, 0), 'phonesWithTwoHolds'],
  ])('finds %s', (_what, events, fault) => {
    expect(faultsOf(events).map(([name]) => name)).toContain(fault)
  })
})
