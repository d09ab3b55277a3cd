import { describe, expect, it } from 'vitest'
import { boardOf, FRESH_MS, PAGE_MS, pageAt, shiftAt, type Board, type BoardInput } from '../../display/board.ts'

import { projectDay } from '../../shared/contracts/views.ts'
import { atClock, HOUR, MINUTE } from '../../shared/kit/time.ts'
import { PLAIN_COUNTER } from '../../shared/office/defaults.ts'
import type { OfficeInfo } from '../../shared/office/office.ts'
import { emptyDay } from '../../shared/queue/day.ts'
import { aPlan, DATE, OPENING, openHall, type Hall } from '../helpers/days.ts'
import { anOffice, aService } from '../helpers/display-office.ts'

const PAUSE = { from: OPENING + 4 * HOUR, to: OPENING + 4.5 * HOUR }

function wall(hall: Hall, change: Partial<BoardInput> = {}): Board {
  const day = projectDay(hall.day, 'hall')
  return boardOf({ day, estimates: undefined, office: anOffice(), now: hall.now, stale: false, ...change })
}

function shown({ panel }: Board) {
  return panel.kind === 'call' ? `${panel.call.number} ${panel.call.counterName}` : panel.kind
}

function finish(hall: Hall, officer: string, counterId: string) {
  hall.staff(officer, { verb: 'start', counterId })
  hall.staff(officer, { verb: 'finish', counterId })
}

describe('the call on the wall', () => {
  it('waits for the first call with a designed empty panel', () => {
    const board = wall(openHall({ 1: 'sari' }))
    expect(shown(board)).toBe('empty')
    expect(board.recent).toEqual([])
  })

  it('is the one called last, with its counter and service; the ones before it stand beside it', () => {
    const hall = openHall({ 1: 'sari', 2: 'budi', 3: 'tari' })
    hall.take('ktp')
    hall.take('kk')
    hall.take('ktp')
    hall.next('sari', '1')
    hall.wait(1)
    hall.next('budi', '2')
    hall.wait(1)
    hall.next('tari', '3')
    const board = wall(hall)
    expect(shown(board)).toBe('A-002 Loket 3')
    expect(board.panel).toMatchObject({ call: { service: ['KTP-el', 'KTP-el (en)'], at: hall.now } })
    expect(board.recent.map(c => `${c.number} ${c.counterName}`)).toEqual(['B-001 Loket 2', 'A-001 Loket 1'])
  })

  it('shows a recalled number again as the newest, and only once', () => {
    const hall = openHall({ 1: 'sari', 2: 'budi' })
    hall.take('ktp')
    hall.take('kk')
    hall.next('sari', '1')
    hall.next('budi', '2')
    hall.wait(2)
    hall.staff('sari', { verb: 'recall', counterId: '1' })
    const board = wall(hall)
    expect(shown(board)).toBe('A-001 Loket 1')
    expect(board.panel).toMatchObject({ call: { fresh: true } })
    expect(board.recent.map(c => c.number)).toEqual(['B-001'])
  })

  it('keeps four calls beside it', () => {
    const hall = openHall({ 1: 'sari' })
    for (let i = 0; i < 8; i++) {
      hall.take('ktp')
      hall.next('sari', '1')
      finish(hall, 'sari', '1')
    }
    const board = wall(hall)
    expect(shown(board)).toBe('A-008 Loket 1')
    expect(board.recent.map(c => c.number)).toEqual(['A-007', 'A-006', 'A-005', 'A-004'])
  })

  it('is new for twelve seconds of the server clock', () => {
    const hall = openHall({ 1: 'sari' })
    hall.take('ktp')
    hall.next('sari', '1')
    const fresh = (later: number) => wall(hall, { now: hall.now + later }).panel
    expect(fresh(FRESH_MS - 1)).toMatchObject({ call: { fresh: true } })
    expect(fresh(FRESH_MS)).toMatchObject({ call: { fresh: false } })
  })

  it('is never new while the connection is gone', () => {
    const hall = openHall({ 1: 'sari' })
    hall.take('ktp')
    hall.next('sari', '1')
    expect(wall(hall, { stale: true }).panel).toMatchObject({ call: { number: 'A-001', fresh: false } })
  })

  it('takes the number down when the date has changed', () => {
    const hall = openHall({ 1: 'sari' })
    hall.take('ktp')
    hall.next('sari', '1')
    const board = wall(hall, { now: atClock('2026-06-10', '09:00', 'WITA') })
    expect(shown(board)).toBe('empty')
    expect(board.recent).toEqual([])
  })
})

describe('the doors on the wall', () => {
  it('say when the office opens, today or on the next working day', () => {
    const hall = openHall()
    const opens = (date: string, time: string) => {
      const { panel } = wall(hall, { now: atClock(date, time, 'WITA') })
      return panel.kind === 'closed' ? panel.opens : panel.kind
    }
    expect(opens(DATE, '07:30')).toBe(OPENING)
    expect(opens(DATE, '15:00')).toBe(atClock('2026-06-10', '08:00', 'WITA'))
    expect(opens('2026-06-12', '18:00')).toBe(atClock('2026-06-15', '08:00', 'WITA'))
  })

  it('tell a day without service, such as a holiday, from the hours around an open one', () => {
    const allDay = (date: string, time: string) => {
      const { panel } = wall(openHall(), { now: atClock(date, time, 'WITA') })
      return panel.kind === 'closed' ? panel.allDay : panel.kind
    }
    expect(allDay(DATE, '07:30')).toBe(false)
    expect(allDay(DATE, '16:00')).toBe(false)
    expect(allDay('2026-06-13', '10:00')).toBe(true)
  })

  it('promise no opening to an office that never opens again', () => {
    const never = anOffice({ hours: Array.from({ length: 7 }, () => null) })
    const now = atClock(DATE, '16:00', 'WITA')
    expect(wall(openHall(), { office: never, now }).panel).toEqual({ kind: 'closed', opens: undefined, allDay: false })
  })

  it('say that the office is being prepared, and promise no opening [A62]', () => {
    const now = atClock(DATE, '10:00', 'WITA')
    expect(wall(openHall(), { office: anOffice({ openedAt: null }), now }).panel).toEqual({ kind: 'preparing' })
  })

  it('stay out of the way while somebody is still waiting or served after hours', () => {
    const hall = openHall({ 1: 'sari' })
    hall.take('ktp')
    hall.take('ktp')
    hall.wait(7 * 60)
    hall.next('sari', '1')
    hall.wait(5)
    expect(shown(wall(hall))).toBe('A-001 Loket 1')
    finish(hall, 'sari', '1')
    hall.wait(1)
    expect(shown(wall(hall))).toBe('A-001 Loket 1')
    hall.next('sari', '1')
    hall.wait(5)
    expect(shown(wall(hall))).toBe('A-002 Loket 1')
    finish(hall, 'sari', '1')
    hall.wait(1)
    expect(shown(wall(hall))).toBe('closed')
  })

  it('tell when the break ends, unless somebody is being served', () => {
    const plan = aPlan({ doors: { from: OPENING, to: OPENING + 7 * HOUR, breaks: [PAUSE] } })
    const hall = openHall({ 1: 'sari' }, plan)
    hall.take('ktp')
    hall.next('sari', '1')
    const noon = PAUSE.from + 10 * MINUTE
    expect(shown(wall(hall, { now: noon }))).toBe('A-001 Loket 1')
    finish(hall, 'sari', '1')
    expect(wall(hall, { now: noon }).panel).toEqual({ kind: 'break', until: PAUSE.to })
  })

  it('follow the published hours before the day is planned', () => {
    const hall = openHall()
    const day = emptyDay('samarinda', DATE)
    expect(wall(hall, { day, now: OPENING + HOUR }).hours).toEqual({
      from: OPENING,
      to: OPENING + 7 * HOUR,
      breaks: [PAUSE],
    })
    expect(shown(wall(hall, { day, now: OPENING + HOUR }))).toBe('empty')
  })
})

describe('the doors that close while people wait', () => {
  it('are told beside the calls, not before they close', () => {
    const hall = openHall({ 1: 'sari' })
    hall.take('ktp')
    expect(wall(hall, { now: OPENING + HOUR }).shut).toBe(false)
    const late = wall(hall, { now: OPENING + 8 * HOUR })
    expect([shown(late), late.shut]).toEqual(['empty', true])
    const holiday = { ...hall.day, plan: { ...hall.day.plan!, doors: null } }
    expect(wall(hall, { day: projectDay(holiday, 'hall'), now: OPENING + HOUR }).shut).toBe(true)
  })
})

describe('the day on the wall', () => {
  it('is not drawn for a trial office, whose doors never close: no hours stand beside open doors [H5]', () => {
    const night = atClock(DATE, '23:00', 'WITA')
    const board = wall(openHall(), {
      office: anOffice({ alwaysOpen: true }),
      day: emptyDay('samarinda', DATE),
      now: night,
    })
    expect(board.hours).toBeNull()
    expect(shown(board)).toBe('empty')
  })
})

describe('the counters on the wall', () => {
  it('tell who stands where, who is called, who is free, on a break or closed', () => {
    const hall = openHall({ 1: 'sari', 2: 'budi', 3: 'tari' }, fiveCounters())
    hall.staff('wati', { verb: 'openCounter', counterId: '4' })
    hall.take('ktp')
    hall.take('kk')
    hall.next('sari', '1')
    hall.staff('sari', { verb: 'start', counterId: '1' })
    hall.next('budi', '2')
    hall.staff('wati', { verb: 'takeBreak', counterId: '4', minutes: 10 })
    const counters = wall(hall, { office: withCounters(5) }).counters
    expect(counters.map(c => [c.name, c.state, c.number, c.until])).toEqual([
      ['Loket 1', 'serving', 'A-001', undefined],
      ['Loket 2', 'called', 'B-001', undefined],
      ['Loket 3', 'free', undefined, undefined],
      ['Loket 4', 'break', undefined, hall.now + 10 * MINUTE],
      ['Loket 5', 'closed', undefined, undefined],
    ])
  })

  it.each(['left', 'freed'])('names no counter that was %s, nor a number there once it waits again [D17 D19]', how => {
    const hall = openHall({ 1: 'sari', 3: 'budi' })
    hall.take('ktp')
    hall.next('sari', '1')
    expect(shown(wall(hall))).toBe('A-001 Loket 1')
    hall.ask('system', { verb: 'leaveCounter', counterId: '1', why: 'silent' })
    if (how === 'left') return expect(wall(hall).counters[0]).toMatchObject({ state: 'closed' })
    hall.staff('budi', { verb: 'takeOver', counterId: '1', reason: 'ill', end: 'back' })
    expect(wall(hall).counters[0]).toMatchObject({ state: 'closed', number: undefined })
    expect(wall(hall).panel.kind).not.toBe('call')
    hall.staff('budi', { verb: 'undo', counterId: '1' })
    expect(shown(wall(hall))).toBe('A-001 Loket 1')
  })

  it('leave out the end of a break that is already over', () => {
    const hall = openHall({ 1: 'sari' })
    hall.staff('sari', { verb: 'takeBreak', counterId: '1', minutes: 1 })
    hall.wait(2)
    expect(wall(hall).counters[0]).toMatchObject({ state: 'break', until: undefined })
  })

  it('leave out the closed ones when there are many', () => {
    const plan = aPlan({ counters: Array.from({ length: 64 }, (_, i) => ({ id: `${i + 1}`, services: ['ktp'] })) })
    const hall = openHall({ 7: 'sari', 64: 'budi' }, plan)
    expect(wall(hall, { office: withCounters(64) }).counters.map(c => c.name)).toEqual(['Loket 7', 'Loket 64'])
  })
})

describe('the waiting on the wall', () => {
  it('counts the people of each open service and gives a range of minutes', () => {
    const hall = openHall({ 1: 'sari' })
    hall.take('ktp')
    hall.take('ktp')
    const range = { from: hall.now + 20 * MINUTE, to: hall.now + 35 * MINUTE }
    const estimates = { at: hall.now, services: { ktp: range, kk: null }, tickets: {} }
    expect(wall(hall, { estimates }).waits.map(w => [w.letter, w.waiting, w.told])).toEqual([
      ['A', 2, { kind: 'between', ...range, minutes: [20, 35] }],
      ['B', 0, undefined],
    ])
  })

  it('promises nothing while the connection is gone, and never a time in the past', () => {
    const hall = openHall({ 1: 'sari' })
    const range = { from: hall.now, to: hall.now + 2 * MINUTE }
    const estimates = { at: hall.now, services: { ktp: range }, tickets: {} }
    expect(wall(hall, { estimates, stale: true }).waits[0]!.told).toBe(undefined)
    expect(wall(hall, { estimates, now: hall.now + MINUTE }).waits[0]!.told).toEqual({ kind: 'soon' })
  })

  it('leaves out a closed service once nobody waits for it', () => {
    const office = anOffice({ services: [aService('ktp', 'A', 'KTP-el', false), aService('kk', 'B', 'KK', false)] })
    const hall = openHall({ 1: 'sari' })
    hall.take('kk')
    expect(wall(hall, { office }).waits.map(w => w.letter)).toEqual(['B'])
  })
})

describe('a long list', () => {
  const items = Array.from({ length: 12 }, (_, i) => i)

  it('takes turns in pages of the same length, ten seconds each', () => {
    expect(pageAt(items, 8, 0)).toEqual({ items: items.slice(0, 6), page: 1, pages: 2 })
    expect(pageAt(items, 8, PAGE_MS - 1).page).toBe(1)
    expect(pageAt(items, 8, PAGE_MS)).toEqual({ items: items.slice(6), page: 2, pages: 2 })
    expect(pageAt(items, 8, 2 * PAGE_MS).page).toBe(1)
  })

  it('stands still when it fits, or is empty', () => {
    expect(pageAt(items, 12, 7 * PAGE_MS)).toEqual({ items, page: 1, pages: 1 })
    expect(pageAt([], 8, PAGE_MS)).toEqual({ items: [], page: 1, pages: 1 })
  })

  it('shows every one of 64 counters in turn', () => {
    const many = Array.from({ length: 64 }, (_, i) => i)
    const seen = [0, 1, 2, 3].flatMap(turn => pageAt(many, 20, turn * PAGE_MS).items)
    expect(seen).toEqual(many)
  })
})

describe('the picture as a whole', () => {
  it('wanders by a few pixels every ten minutes', () => {
    const places = Array.from({ length: 8 }, (_, i) => shiftAt(i * 10 * MINUTE))
    expect(new Set(places.map(String)).size).toBe(8)
    expect(Math.max(...places.flat().map(Math.abs))).toBeLessThanOrEqual(4)
    expect(shiftAt(10 * MINUTE - 1)).toEqual(shiftAt(0))
  })
})

function withCounters(count: number): OfficeInfo {
  const ids = Array.from({ length: count }, (_, i) => `${i + 1}`)
  return anOffice({ counters: ids.map(id => ({ id, name: `Loket ${id}`, services: ['ktp'], ...PLAIN_COUNTER })) })
}

function fiveCounters() {
  return aPlan({
    counters: ['1', '2', '3', '4', '5'].map(id => ({ id, services: id === '2' ? ['kk'] : ['ktp', 'kk'] })),
  })
}
