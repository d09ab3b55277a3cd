import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { emptyDay, type DayPlan, type QueueDay } from '../../shared/queue/day.ts'
import type { DayEvent } from '../../shared/queue/events.ts'
import { fold } from '../../shared/queue/evolve.ts'
import { aPlan, DATE, OFFICE, OPENING, openHall, type Hall } from '../helpers/days.ts'

/** The usual plan, with counter 1 for these services. */
const planned = (...services: readonly string[]): DayPlan =>
  aPlan({ counters: aPlan().counters.map(c => (c.id === '1' ? { ...c, services } : c)) })
const replan = (hall: Hall, ...services: readonly string[]) =>
  hall.ask('system', { verb: 'planDay', plan: planned(...services) })
const open = (hall: Hall, ...services: readonly string[]) =>
  hall.staff('sari', { verb: 'openCounter', counterId: '1', ...(services.length > 0 ? { services } : {}) })
const served = (hall: Hall) => hall.day.counters['1']!.services

describe('what a counter serves', () => {
  it('is what is planned now, unless its officer chose otherwise [A43]', () => {
    const hall = openHall({ 1: 'sari' })
    replan(hall, 'kk')
    expect(served(hall)).toEqual(['kk'])
    open(hall, 'ktp', 'kk')
    replan(hall, 'ktp')
    expect(served(hall)).toEqual(['ktp', 'kk'])
  })

  it('stays what its officer chose, also once a plan said the same in between [A43]', () => {
    const hall = openHall()
    open(hall, 'ktp', 'kk')
    replan(hall, 'ktp', 'kk')
    replan(hall, 'kk')
    expect(served(hall)).toEqual(['ktp', 'kk'])
    hall.staff('sari', { verb: 'takeBreak', counterId: '1', minutes: 5 })
    open(hall)
    replan(hall, 'ktp')
    expect(served(hall)).toEqual(['ktp', 'kk'])
  })

  it('is what is planned again once its officer chose that, or opened it anew [A43]', () => {
    const hall = openHall()
    open(hall, 'ktp', 'kk')
    open(hall, 'ktp')
    replan(hall, 'kk')
    expect(served(hall)).toEqual(['kk'])
    open(hall, 'ktp', 'kk')
    hall.staff('sari', { verb: 'closeCounter', counterId: '1' })
    open(hall)
    replan(hall, 'ktp')
    expect(served(hall)).toEqual(['ktp'])
  })

  it('is kept by whoever goes on there, as chosen or as planned [A43 D17]', () => {
    for (const chosen of [true, false]) {
      const hall = openHall()
      open(hall, ...(chosen ? ['ktp', 'kk'] : []))
      hall.take('ktp')
      hall.next('sari', '1')
      hall.staff('sari', { verb: 'start', counterId: '1' })
      hall.staff('wati', { verb: 'takeOver', counterId: '1', reason: 'ill', end: 'continue', leads: true })
      replan(hall, 'kk')
      expect(served(hall)).toEqual(chosen ? ['ktp', 'kk'] : ['kk'])
    }
  })

  it('is what is planned by then once a takeover is taken back [A43 Y4]', () => {
    for (const end of ['continue', 'back'] as const) {
      const hall = openHall({ 1: 'sari', 3: 'budi' })
      hall.take('ktp')
      hall.next('sari', '1')
      hall.staff('sari', { verb: 'start', counterId: '1' })
      hall.staff('budi', { verb: 'takeOver', counterId: '1', reason: 'ill', end, leads: true })
      const counters = planned('ktp', 'kk').counters.map(c => (c.id === '3' ? { ...c, services: ['kk'] } : c))
      hall.ask('system', { verb: 'planDay', plan: aPlan({ counters }) })
      hall.staff('budi', { verb: 'undo', counterId: '1' })
      expect([served(hall), hall.day.counters['3']!.services, hall.at('1')?.no]).toEqual([['ktp', 'kk'], ['kk'], 0])
    }
  })
})

/** A day of several steps, a takeover and its undo, with five plans, as the program wrote it then: its journal and the day itself. */
const lines = readFileSync(new URL('../fixtures/journal-before-choices.jsonl', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .map(line => JSON.parse(line) as { readonly event?: DayEvent; readonly day?: QueueDay })
const recorded = lines.flatMap(l => l.event ?? [])
const [then] = lines.flatMap(l => l.day ?? [])

/** A day as it was written before a plan that was changed reached the counters: planned, opened, chosen, planned anew. */
const OLD: readonly DayEvent[] = (
  [
    { type: 'dayPlanned', plan: planned('ktp') },
    { type: 'counterOpened', counterId: '1', officerId: 'sari', services: ['ktp'] },
    { type: 'counterOpened', counterId: '3', officerId: 'budi', services: ['kk'] },
    { type: 'dayPlanned', plan: { ...planned('kk'), counters: [...planned('kk').counters.slice(0, 1)] } },
    {
      type: 'dayPlanned',
      plan: { ...planned('kk'), counters: planned('kk').counters.map(c => ({ ...c, services: ['kk'] })) },
    },
  ] as const
).map((event, i) => ({ seq: i + 1, at: OPENING, by: 'system', ...event }))

describe('a journal from before a changed plan reached the counters', () => {
  it('gives the day that the office had then: open or closed its counters keep what they served [A43 J5]', () => {
    expect(recorded.filter(e => e.type === 'dayPlanned')).toHaveLength(5)
    expect(fold(emptyDay(OFFICE, DATE), recorded)).toMatchObject(then!)
    for (const { id, services } of then!.plan!.counters) expect(then!.counters[id]!.services).not.toEqual(services)
  })

  it('goes on by the rule of today: who followed the plan serves what is planned next, who had chosen keeps it [A43]', () => {
    const plan = aPlan({ counters: ['1', '2', '3'].map(id => ({ id, services: ['ktp', 'kk'] })) })
    const next = { seq: 6, at: OPENING, by: 'system', type: 'dayPlanned', plan, reaches: true } as const
    const { counters } = fold(emptyDay(OFFICE, DATE), [...OLD, next])
    expect(Object.values(counters).map(c => c.services)).toEqual([['ktp', 'kk'], ['ktp', 'kk'], ['kk']])
  })
})
