import { describe, expect, it } from 'vitest'
import {
  callReason,
  deskState,
  listsOf,
  minutesIn,
  primaryAct,
  rowReason,
  serviceNames,
  stopwatch,
  tripOf,
} from '../../console/desk/desk.ts'
import { DESK_ACTS, KEYS, may, type DeskAct } from '../../console/desk/desk-acts.ts'
import { numberMatches } from '../../console/parts/names.ts'
import { ownFigures } from '../../console/parts/own-figures.ts'
import { demoOffice } from '../../server/demo/samarinda.ts'
import { MINUTE } from '../../shared/kit/time.ts'
import { officerRecord } from '../../shared/officer/record.ts'
import type { Request } from '../../shared/queue/command.ts'
import { undoableBy } from '../../shared/queue/commands/undo.ts'
import { currentAt, emptyDay, ticketAt, type QueueDay } from '../../shared/queue/day.ts'
import { decide } from '../../shared/queue/decide.ts'
import { fold } from '../../shared/queue/evolve.ts'
import { DEFAULT_RULES } from '../../shared/queue/whole-plan.ts'

const AT = Date.UTC(2026, 5, 9, 2, 0)
const at = (minute: number) => AT + minute * MINUTE

let commands = 0
function did(day: QueueDay, minute: number, request: Request): QueueDay {
  return fold(day, decide(day, { ...request, id: String(++commands), by: 'staff:p3' }, at(minute)))
}

function opened(): QueueDay {
  const plan = {
    doors: { from: at(-60), to: at(600), breaks: [] },
    services: [
      { id: 'ktp', letter: 'A', typicalMs: 9 * MINUTE, open: true },
      { id: 'kia', letter: 'D', typicalMs: 6 * MINUTE, open: true },
      { id: 'kk', letter: 'C', typicalMs: 6 * MINUTE, open: true },
    ],
    counters: [{ id: '3', services: ['ktp', 'kia'] }],
    ...DEFAULT_RULES,
    // A call is heard at once where a test does not say otherwise.
    skipAfterMs: 0,
    priorityCreditMs: 15 * MINUTE,
    returnGraceMs: 15 * MINUTE,
    returnPlaces: 3,
  }
  return did(did(emptyDay('samarinda', '2026-06-09'), 0, { verb: 'planDay', plan }), 0, {
    verb: 'openCounter',
    counterId: '3',
  })
}

function took(day: QueueDay, minute: number, serviceId: string, priority = false): QueueDay {
  return did(day, minute, { verb: 'takeTicket', serviceId, priority, ticketId: `t${day.taken}` })
}

const counter = (day: QueueDay) => day.counters['3']!
const stateOf = (day: QueueDay) => deskState(counter(day), currentAt(day, '3'))
const busyMorning = () => took(took(took(opened(), 1, 'ktp'), 2, 'kia'), 10, 'ktp', true)

describe('the next right thing at a counter', () => {
  it('follows the work: call, start, finish and call, and opens again after a break', () => {
    const ready = busyMorning()
    const called = did(ready, 11, { verb: 'callNext', counterId: '3' })
    const serving = did(called, 12, { verb: 'start', counterId: '3' })
    expect([ready, called, serving].map(stateOf)).toEqual(['ready', 'called', 'serving'])
    expect(primaryAct('ready', 3)).toBe('callNext')
    expect(primaryAct('called', 3)).toBe('start')
    expect(primaryAct('serving', 3)).toBe('callNext')
    const resting = did(opened(), 5, { verb: 'takeBreak', counterId: '3', minutes: 10 })
    expect(primaryAct(stateOf(resting), 3)).toBe('open')
  })

  it('only finishes when nobody waits, and is nothing at all at an empty counter', () => {
    expect(primaryAct('serving', 0)).toBe('finish')
    expect(primaryAct('ready', 0)).toBeUndefined()
  })

  it('lets nobody rest or leave while somebody stands at the counter', () => {
    for (const state of ['called', 'serving'] as const) {
      expect(may('break', state)).toBe(false)
      expect(may('close', state)).toBe(false)
    }
  })

  it('skips and recalls only whom it called, and parks only whom it serves', () => {
    const allowed = (act: DeskAct) => (['break', 'ready', 'called', 'serving'] as const).filter(s => may(act, s))
    expect(allowed('skip')).toEqual(['called'])
    expect(allowed('recall')).toEqual(['called'])
    expect(allowed('park')).toEqual(['serving'])
    expect(allowed('papers')).toEqual(['serving'])
  })

  it('gives every letter one act', () => {
    expect(new Set(Object.values(KEYS)).size).toBe(Object.keys(KEYS).length)
    const letters = Object.values(DESK_ACTS).flatMap(({ key }) => key ?? [])
    expect(new Set(letters).size).toBe(letters.length)
    expect(letters).toHaveLength(Object.keys(KEYS).length)
  })
})

describe('the lists of a counter', () => {
  it('show who waits in the order of the rule, priority earlier by its credit, other services not at all', () => {
    const day = took(busyMorning(), 11, 'kk')
    expect(listsOf(day, counter(day), AT).waiting.map(t => t.number)).toEqual(['A-002', 'A-001', 'D-001'])
  })

  it('show who was put aside and who missed a call, the latest first', () => {
    let day = busyMorning()
    for (const minute of [11, 13]) {
      day = did(day, minute, { verb: 'callNext', counterId: '3' })
      day = did(day, minute + 1, { verb: 'skip', counterId: '3' })
    }
    day = did(day, 15, { verb: 'callNext', counterId: '3' })
    day = did(day, 16, { verb: 'start', counterId: '3' })
    day = did(day, 16, { verb: 'park', counterId: '3', reason: 'copy' })
    const { waiting, parked, missed } = listsOf(day, counter(day), AT)
    expect(waiting).toEqual([])
    expect(parked.map(t => t.number)).toEqual(['D-001'])
    expect(missed.map(t => t.number)).toEqual(['A-001', 'A-002'])
  })

  it('find a number however it is typed, and nothing for nothing', () => {
    for (const typed of ['24', '024', 'a24', 'A-024', 'a 2']) expect(numberMatches('A-024', typed)).toBe(true)
    for (const typed of ['', '-', '4', 'D24', '25']) expect(numberMatches('A-024', typed)).toBe(false)
    expect(numberMatches('AR-08', 'ar')).toBe(true)
  })
})

describe('why a number stands where it stands', () => {
  it('says a walk-in came, a priority came and how much earlier it stands', () => {
    const day = busyMorning()
    expect(rowReason(ticketAt(day, 0)!, 'WITA', 'id')).toBe('Datang langsung 10.01')
    expect(rowReason(ticketAt(day, 2)!, 'WITA', 'id')).toBe('Prioritas, datang 10.10, maju 15 menit')
    expect(rowReason(ticketAt(day, 2)!, 'WITA', 'en')).toBe('Priority, came 10:10, 15 min earlier')
  })

  it('says when somebody came back after a missed call and when a ticket was transferred', () => {
    let day = did(took(opened(), 1, 'ktp'), 2, { verb: 'callNext', counterId: '3' })
    const moved = did(day, 4, { verb: 'transfer', counterId: '3', serviceId: 'kia' })
    expect(rowReason(ticketAt(moved, 0)!, 'WITA', 'id')).toBe('Dialihkan 10.04, gilirannya tetap')
    day = did(did(day, 5, { verb: 'skip', counterId: '3' }), 9, { verb: 'return', no: 0 })
    expect(rowReason(ticketAt(day, 0)!, 'WITA', 'id')).toBe('Kembali setelah terlewat, 10.09')
    expect(minutesIn(ticketAt(day, 0)!, at(12))).toBe(3)
  })

  it('claims to be the earliest only when the answer to the call said so', () => {
    const ticket = ticketAt(did(busyMorning(), 11, { verb: 'callNext', counterId: '3' }), 2)!
    const reason = (because?: { kind: string; reason?: 'emergency' }) =>
      callReason(ticket, because, 'KTP dan KIA', 'WITA', 'id')
    expect(reason({ kind: 'priority' })).toBe('Gilirannya 09.55 (prioritas), paling awal di antara KTP dan KIA.')
    expect(reason()).toBe('Gilirannya 09.55 (prioritas).')
    expect(reason({ kind: 'picked', reason: 'emergency' })).toBe('Dipanggil di luar urutan: Keadaan darurat.')
    expect(reason({ kind: 'resumed' })).toContain('Dipanggil kembali')
  })

  it('names two services and counts more', () => {
    const [a, b, c] = demoOffice.services
    expect(serviceNames(demoOffice, [a!.id, b!.id], 'id')).toBe(`${a!.name[0]} dan ${b!.name[0]}`)
    expect(serviceNames(demoOffice, [a!.id, b!.id, c!.id], 'id')).toBe('3 layanan')
  })
})

describe('a visit in time', () => {
  it('waits, walks and is served, each from the end of the one before', () => {
    let day = did(took(opened(), 1, 'ktp'), 6, { verb: 'callNext', counterId: '3' })
    expect(tripOf(ticketAt(day, 0)!)).toEqual([
      { kind: 'waiting', from: at(1), to: at(6) },
      { kind: 'walking', from: at(6) },
    ])
    day = did(day, 8, { verb: 'start', counterId: '3' })
    expect(tripOf(ticketAt(day, 0)!).map(s => s.kind)).toEqual(['waiting', 'walking', 'serving'])
  })

  it('shows that it was held when it was called back from being put aside', () => {
    let day = did(took(opened(), 1, 'ktp'), 6, { verb: 'callNext', counterId: '3' })
    day = did(day, 7, { verb: 'start', counterId: '3' })
    day = did(day, 7, { verb: 'park', counterId: '3', reason: 'copy' })
    day = did(day, 20, { verb: 'resume', counterId: '3', no: 0 })
    expect(tripOf(ticketAt(day, 0)!)[0]).toEqual({ kind: 'held', from: at(7), to: at(20) })
  })

  it('reads like a stopwatch, with hours when needed and never below zero', () => {
    expect([stopwatch(65_000), stopwatch(3_725_000), stopwatch(-5)]).toEqual(['01:05', '1:02:05', '00:00'])
  })

  it('offers to undo the last act for thirty seconds, whatever it was, and not where it would be refused [Y1 Y2]', () => {
    const called = did(busyMorning(), 11, { verb: 'callNext', counterId: '3' })
    const skipped = did(called, 12, { verb: 'skip', counterId: '3' })
    const undoableAt = (day: QueueDay, now: number) => undoableBy(day, 'staff:p3', now)?.last
    expect(undoableAt(called, at(11) + 30_000)?.verb).toBe('callNext')
    expect(undoableAt(skipped, at(12) + 30_000)?.verb).toBe('skip')
    expect(undoableAt(skipped, at(12) + 30_001)).toBeUndefined()
    const returned = did(skipped, 12, { verb: 'return', no: 2 })
    expect(undoableAt(returned, at(12) + 1_000)).toBeUndefined()
    const resting = did(skipped, 12, { verb: 'takeBreak', counterId: '3', minutes: 5 })
    expect(undoableAt(resting, at(12) + 1_000)).toBeUndefined()
  })
})

describe('the own figures of today', () => {
  it('are dashes before anything was measured', () => {
    expect(ownFigures(undefined, 'id').map(f => f.value)).toEqual(['–', '–', '–', '–', '–', '– / –'])
  })

  it('show medians in minutes with a decimal comma, each with how many it rests on [O13]', () => {
    const visit = {
      serviceId: 'ktp',
      called: true,
      isShut: false,
      heldMs: 0,
      withinStandard: true,
      ...{ isUnclocked: false, priority: false },
    }
    const done = { ...visit, wayMs: 54_000, serveMs: 552_000, outcome: 'done' } as const
    const nobody = { ...visit, wayMs: undefined, serveMs: undefined }
    const of = (n: number) =>
      officerRecord([
        ...Array.from({ length: n }, () => done),
        { ...nobody, outcome: 'missed' },
        { ...nobody, outcome: 'cameBack' },
        { ...nobody, outcome: 'parked' },
      ])
    expect(ownFigures(of(5), 'id').map(f => f.value)).toEqual(['5', '9,2', '5', '0,9', '1', '1 / 0'])
    expect(ownFigures(of(5), 'id')[1]).toMatchObject({ unit: 'menit, nilai tengah, n = 5' })
    expect(ownFigures(of(4), 'id').map(f => f.value)).toEqual(['4', '–', '4', '–', '1', '1 / 0'])
    expect(ownFigures(of(4), 'id')[1]).toMatchObject({ unit: 'menit, nilai tengah, n = 4' })
  })

  it('call what was finished services, and say how many have no time because their service was closed [O15 T7]', () => {
    const done = { serviceId: 'ktp', called: true, priority: false, outcome: 'done' } as const
    const visit = { ...done, wayMs: 0, heldMs: 0, isUnclocked: false }
    const timed = { ...visit, serveMs: 552_000, isShut: false, withinStandard: true }
    const shut = { ...visit, serveMs: undefined, isShut: true, withinStandard: undefined }
    const figures = ownFigures(officerRecord([...Array.from({ length: 5 }, () => timed), shut, shut]), 'id')
    expect(figures[0]).toMatchObject({ value: '7', unit: 'layanan' })
    const unit = 'menit, nilai tengah, n = 5, 2 saat layanan ditutup tidak dihitung'
    expect(figures[1]).toMatchObject({ value: '9,2', unit })
    expect(figures[2]).toMatchObject({ value: '5', unit: 'dari 5' })
  })
})
