import { describe, expect, it } from 'vitest'
import { AppError } from '../../shared/kit/errors.ts'
import type { Instant } from '../../shared/kit/time.ts'
import { UNDOABLE, UNDO_MS } from '../../shared/queue/act.ts'
import type { Command, Request } from '../../shared/queue/command.ts'
import { undoableBy } from '../../shared/queue/commands/undo.ts'
import { ticketAt, type QueueDay } from '../../shared/queue/day.ts'
import { decide } from '../../shared/queue/decide.ts'
import type { DayEvent } from '../../shared/queue/events.ts'
import { fold } from '../../shared/queue/evolve.ts'
import { counterOf } from '../../shared/queue/guards.ts'
import { TAKEOVER_ENDS, type TakeoverEnd } from '../../shared/queue/leaving.ts'
import { after, callNext, finish, park, recall, resume, skip, start, transfer, withTickets } from '../helpers/acts.ts'
import { openHall, refusalOf, type Hall } from '../helpers/days.ts'
import { histories, type Moment } from '../helpers/histories.ts'
import { pick } from '../helpers/booking-wishes.ts'
import { fc, runs } from '../helpers/property.ts'
import { commandOf, step, type Step } from '../helpers/wishes.ts'

const undo = { verb: 'undo', counterId: '1' } as const satisfies Request

/** Two wait and sari has called, started, or put aside the first. */
const called = () => after(withTickets(openHall({ 1: 'sari', 3: 'budi' })), callNext)
const serving = () => after(called(), start)
const aside = () => after(serving(), park)

/** Each act that can be undone, from where the hall stood before it. */
const ACTS: readonly (readonly [string, () => Hall, Request])[] = [
  ['a call', () => withTickets(openHall({ 1: 'sari', 3: 'budi' })), callNext],
  ['a start', called, start],
  ['an end', serving, finish],
  ['an end that calls the next', serving, callNext],
  ['a skip', called, skip],
  ['a transfer', serving, transfer],
  ['a putting aside', serving, park],
  ['a calling back', aside, resume],
]

describe('the last act at a counter', () => {
  it.each(ACTS)('%s is undone, and all is as it was before [Y1]', (_, before, act) => {
    const hall = before()
    const day = plain(hall.day)
    hall.wait(0.2)
    after(hall, act, undo)
    expect(plain(hall.day)).toEqual(day)
  })

  it.each(ACTS)('%s is undone after a colleague called somebody meanwhile [Y1]', (_, before, act) => {
    const hall = before()
    after(hall, act)
    hall.take('kk', true)
    hall.staff('budi', { verb: 'openCounter', counterId: '3', services: ['kk'] })
    hall.next('budi', '3')
    after(hall, undo)
    const other = before()
    other.take('kk', true)
    other.staff('budi', { verb: 'openCounter', counterId: '3', services: ['kk'] })
    other.next('budi', '3')
    expect(seqless(hall.day)).toEqual(seqless(other.day))
  })

  it('is one act where calling the next finished who stood there [Y1]', () => {
    const hall = after(serving(), callNext)
    const made = hall.staff('sari', undo)
    expect(made.map(e => [e.type, 'no' in e && e.no])).toEqual([
      ['actUndone', 1],
      ['actUndone', 0],
    ])
    expect(hall.at('1')).toMatchObject({ no: 0, state: 'serving' })
    expect(hall.day.waiting.ktp).toMatchObject([{ no: 1 }])
  })

  it.each([
    ['another counter of its service', { ...transfer, serviceId: 'ktp', sentTo: '3' }, 'lost'],
    ['another service', transfer, 'first'],
  ] as const)('sent to %s keeps what it was last said to be for [Y1]', (_, sent, kept) => {
    const hall = withTickets(openHall({ 1: 'sari', 3: 'budi' }))
    const says = (value: string) => hall.ask('holder', { verb: 'chooseCase', no: 0, case: value })
    says('first')
    after(hall, callNext, start, sent)
    says('lost')
    after(hall, undo)
    expect(ticketAt(hall.day, 0)).toMatchObject({ serviceId: 'ktp', state: 'serving', case: kept })
  })

  it('takes repeated calls back with their call, and nothing for themselves [Y1]', () => {
    const hall = withTickets(openHall({ 1: 'sari' }))
    const day = plain(hall.day)
    after(hall, callNext, recall, recall, undo)
    expect(plain(hall.day)).toEqual(day)
  })

  it('is undone once: an undo is not undone, nor the act before it [Y2]', () => {
    const hall = after(called(), start, undo)
    expect(refusalOf(() => hall.staff('sari', undo))).toBe('UNDO_NOTHING')
  })

  it('is undone for 30 seconds and no longer [Y2]', () => {
    const hall = called()
    hall.until(hall.now + UNDO_MS)
    expect(refusalOf(() => decide(hall.day, { id: 'c', by: 'staff:sari', ...undo }, hall.now))).toBeUndefined()
    hall.until(hall.now + 1)
    expect(refusalOf(() => hall.staff('sari', undo))).toBe('UNDO_LATE')
  })

  it('is undone by its own officer alone, where there is one [Y2]', () => {
    expect(refusalOf(() => called().staff('budi', undo))).toBe('NOT_YOUR_COUNTER')
    expect(refusalOf(() => openHall({ 1: 'sari' }).staff('sari', undo))).toBe('UNDO_NOTHING')
    expect(refusalOf(() => openHall().staff('sari', undo))).toBe('COUNTER_CLOSED')
  })

  it('is the one that was shown: an undo that comes after another act touches nothing [Y2]', () => {
    const hall = called()
    const act = hall.day.lastActs['1']!.seq
    after(hall, start)
    expect(refusalOf(() => hall.staff('sari', { ...undo, act }))).toBe('UNDO_OVERTAKEN')
    expect(hall.at('1')).toMatchObject({ state: 'serving' })
  })

  it('stays done once the officer left, also when the officer is back at once [Y2]', () => {
    const hall = after(called(), { verb: 'leaveCounter', counterId: '1', why: 'handed' })
    expect(refusalOf(() => hall.staff('sari', undo))).toBe('UNDO_NOTHING')
    expect(hall.day.counters['1']!.leftAt).toBe(hall.now)
    after(hall, { verb: 'mindCounter', counterId: '1' })
    expect(refusalOf(() => hall.staff('sari', undo))).toBe('UNDO_NOTHING')
  })

  const takeOver = (end: TakeoverEnd): Request => ({ verb: 'takeOver', counterId: '1', reason: 'ill', end })
  const leave = { verb: 'leaveCounter', counterId: '1', why: 'handed' } as const
  /** Sari has left counter 1 with somebody called or served there, or with nobody. */
  const deserted = (by: Hall) => {
    after(by, leave)
    by.wait(0.1)
    return by
  }
  const LEFT: readonly (readonly [string, () => Hall])[] = [
    ['with somebody served', serving],
    ['with somebody called', called],
    ['alone', () => withTickets(openHall({ 1: 'sari', 3: 'budi' }))],
  ]
  it.each(LEFT.flatMap(([how, before]) => TAKEOVER_ENDS.map(end => [end, how, before] as const)))(
    'a takeover (%s) of a counter that was left %s is undone by who did it, at a counter or at none [Y1 Y4]',
    (end, _, before) => {
      for (const who of ['budi', 'wati']) {
        const hall = deserted(before())
        const day = plain(hall.day)
        const [one, three] = [hall.day.counters['1'], hall.day.counters['3']]
        hall.wait(0.1)
        hall.staff(who, takeOver(end))
        expect(plain(hall.day)).not.toEqual(day)
        hall.wait(0.2)
        expect(undoableBy(hall.day, `staff:${who}`, hall.now)?.counterId).toBe('1')
        expect(refusalOf(() => hall.staff('meja', undo))).toBeDefined()
        hall.staff(who, undo)
        expect(plain(hall.day)).toEqual(day)
        // Nobody is there, as before.
        expect(hall.day.counters['1']).toEqual(one)
        expect({ ...hall.day.counters['3'], actedAt: 0 }).toEqual({ ...three, actedAt: 0 })
        expect(refusalOf(() => hall.staff(who, undo))).toBeDefined()
      }
    },
  )

  const WENT_ON: readonly (readonly [string, TakeoverEnd, (hall: Hall) => unknown])[] = [
    ['its ticket was called elsewhere', 'back', hall => hall.next('wati', '2')],
    ['its officer sat down elsewhere', 'done', hall => hall.staff('sari', { verb: 'openCounter', counterId: '2' })],
    ['the counter was opened anew', 'left', hall => hall.staff('wati', { verb: 'openCounter', counterId: '1' })],
    ['whoever goes on ended the visit', 'continue', hall => hall.staff('budi', { ...finish, counterId: '3' })],
    ['whoever goes on left', 'continue', hall => hall.staff('budi', { ...leave, counterId: '3' })],
    ['the day was closed', 'done', hall => hall.staff('meja', { verb: 'settleDay', shutAt: hall.now })],
  ]
  it.each(WENT_ON)('a takeover stays once %s [Y2 Y4]', (_, end, wentOn) => {
    const hall = deserted(serving())
    if (end === 'back') hall.staff('wati', { verb: 'openCounter', counterId: '2', services: ['ktp'] })
    hall.staff('budi', takeOver(end))
    wentOn(hall)
    const { day } = hall
    expect(undoableBy(day, 'staff:budi', hall.now)?.last.verb).not.toBe('takeOver')
    expect(refusalOf(() => hall.staff('budi', undo))).toBeDefined()
    expect(hall.day).toBe(day)
  })

  const FOLLOWED: readonly (readonly [string, Request, (hall: Hall) => unknown])[] = [
    ['a skipped ticket came back', skip, hall => hall.ask('holder', { verb: 'return', no: 0 })],
    ['a skipped ticket was called elsewhere', skip, hall => hall.staff('budi', { ...resume, counterId: '3' })],
    ['a ticket sent on was called there', transfer, hall => hall.next('budi', '3')],
    ['a ticket put aside was given up', park, hall => hall.ask('holder', { verb: 'cancel', no: 0 })],
    ['the officer rests', finish, hall => hall.staff('sari', { verb: 'takeBreak', counterId: '1', minutes: 5 })],
  ]
  it.each(FOLLOWED)('stays done once %s [Y2]', (_, act, followed) => {
    const hall = after(called(), ...(act === park ? [start] : []), act)
    followed(hall)
    const day = hall.day
    expect(refusalOf(() => hall.staff('sari', undo))).toBe('UNDO_OVERTAKEN')
    expect(hall.day).toBe(day)
  })
})

/** All events of takeovers of some tickets that were taken back, and of taking them back. */
function takenBack(events: readonly DayEvent[], touched: readonly number[]): readonly DayEvent[] {
  return events.flatMap(undone => {
    if (undone.type !== 'takeoverUndone') return []
    const { commandId } = events.find(e => e.seq === undone.undoneSeq) ?? {}
    const all = events.filter(e => e.commandId !== undefined && e.commandId === commandId)
    return all.some(e => 'no' in e && touched.includes(e.no as number)) ? [...all, undone] : []
  })
}

describe('whatever happened before, and whatever others do between', () => {
  it('an act and its undo leave the day as if neither had been [Y1]', () => {
    const tried = new Set<string>()
    fc.assert(
      fc.property(histories, fc.nat(), fc.array(step, { maxLength: 8 }), ({ moments }, which, steps) => {
        const acts = moments.filter(m => m.events?.length && UNDOABLE.some(v => v === m.command.verb))
        // Of each kind as often, where there is one: most acts of a day are calls.
        const alike = acts.filter(m => m.command.verb === UNDOABLE[which % UNDOABLE.length])
        const act = pick(alike.length > 0 ? alike : acts, which >> 3)
        if (!act || !('counterId' in act.command)) return
        const { counterId, by } = act.command
        const between = others(act, steps)
        const last = { id: 'undo', by, verb: 'undo', counterId } as const
        const events = attempt(between.day, last, between.now)
        const touched = act.events!.flatMap(e => ('no' in e && e.no !== undefined ? e.no : []))
        // What others did with its own tickets and took back themselves leaves nothing: of a takeover the counters neither.
        const tookBack = takenBack(between.events, touched)
        const alone = fold(
          act.before,
          between.events.filter(
            e =>
              !tookBack.includes(e) &&
              (!('no' in e && touched.includes(e.no)) ||
                e.type === 'ticketHere' ||
                (e.type === 'caseChosen' && !sentOn(act, e.no))),
          ),
        )
        const moved = touched.some(no => !same(standing(between.day, no), standing(act.after, no)))
        const changed = (id: string) => !same(seat(between.day, id), seat(act.after, id))
        const [taken] = act.events!.filter(e => e.type === 'counterTakenOver')
        const its = taken
          ? Object.keys(act.before.counters).filter(id => act.before.counters[id] !== act.after.counters[id])
          : [counterId]
        // Whoever had left sits elsewhere by now, or the day was closed meanwhile.
        const elsewhere = taken?.officerId !== undefined && counterOf(between.day, taken.officerId) !== undefined
        const settled = taken !== undefined && between.events.some(e => e.type === 'daySettled')
        expect(events === undefined).toBe(moved || its.some(changed) || elsewhere || settled)
        if (!events) return
        tried.add(act.command.verb)
        const back = fold(between.day, events)
        expect(seqless(back)).toEqual(seqless(alone))
        // The lists of paces and calls are as they were, but that the oldest may have dropped out.
        for (const [id, paces] of Object.entries(back.paces))
          expect(sorted(alone.paces[id] ?? [])).toEqual(expect.arrayContaining(sorted(paces)))
        expect(alone.calls.slice(0, back.calls.length)).toEqual(back.calls)
      }),
      { numRuns: runs(400) },
    )
    expect([...tried].sort()).toEqual([...UNDOABLE].sort())
  })
})

/** The act sent the ticket to another service: what is said of it there is no case of the one it comes back to. */
function sentOn({ before, after: day }: Moment, no: number): boolean {
  return ticketAt(before, no)?.serviceId !== ticketAt(day, no)?.serviceId
}

/** What others than the officer of `act` do within the half minute after it. */
function others(act: Moment, steps: readonly Step[]) {
  let [day, now] = [act.after, act.now]
  const events: DayEvent[] = []
  const own = 'counterId' in act.command ? act.command.counterId : ''
  for (const wish of steps) {
    now = Math.min(now + (wish.waitMs % 5_000), act.now + UNDO_MS)
    const [by, request] = commandOf(day, now, wish)
    if (by === act.command.by || ('counterId' in request && request.counterId === own)) continue
    if (request.verb === 'endDay') continue
    const made = attempt(day, { id: `other-${events.length}`, by, ...request } as Command, now) ?? []
    day = fold(day, made)
    events.push(...made)
  }
  return { day, now, events }
}

function attempt(day: QueueDay, command: Command, now: Instant): readonly DayEvent[] | undefined {
  try {
    return decide(day, command, now)
  } catch (error) {
    if (error instanceof AppError) return undefined
    throw error
  }
}

/** The day without the record of what happened, that a ticket was called before included, and lists that are empty as if they were not there. */
function plain({ seq: _s, lastActs: _l, calledBefore: _c, waiting, counted, counters: all, ...day }: QueueDay) {
  // That somebody acted at a counter, and so is there, stays true.
  const counters = Object.entries(all).map(
    ([id, { actedAt: _a, leftAt: _f, nudgedAt: _n, ...counter }]) => [id, counter] as const,
  )
  const kept = <T>(record: Readonly<Record<string, T>>, holds: (value: T) => boolean) =>
    Object.fromEntries(Object.entries(record).filter(([, value]) => holds(value)))
  return {
    ...day,
    counters: Object.fromEntries(counters),
    waiting: kept(waiting, line => line.length > 0),
    counted: kept(counted, n => n > 0),
  }
}

/** The same without lists of recent values, of which the newest go on and the oldest drop out, and with no places of events. */
function seqless(day: QueueDay) {
  const { paces: _p, gaps: _g, calls, ...rest } = plain(day)
  return { ...rest, calls: calls.slice(0, 4).map(({ seq: _, ...call }) => call) }
}

function standing(day: QueueDay, no: number): unknown {
  const { case: _, hereAt: _h, ...ticket } = ticketAt(day, no)!
  return Object.entries(ticket).sort()
}

/** How a counter stands, but for what was asked of its officer. */
function seat(day: QueueDay, id: string): unknown {
  const { state, since, officerId, current, leftAt } = day.counters[id] ?? {}
  return [state, since, officerId, current, leftAt]
}

function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}

const sorted = (values: readonly number[]) => [...values].sort((a, b) => a - b)
