import { describe, expect, it } from 'vitest'
import {
  advance,
  APPLICATION_STATES,
  isBack,
  againstPromise,
  RETURN_REASONS,
  workingDaysFrom,
  type Application,
  type Step,
} from '../../shared/documents/application.ts'
import { promisedDate } from '../../shared/documents/workdays.ts'
import { MINUTE } from '../../shared/kit/time.ts'
import { applicationOf, calendar, wita } from '../helpers/applications.ts'
import { fc } from '../helpers/property.ts'

const go = (application: Application, step: Step, now = wita('2026-06-10')) => advance(application, step, now, calendar)
const refusal = (act: () => unknown) => {
  try {
    act()
  } catch (error) {
    return error as { code: string; data?: unknown }
  }
  return undefined
}

describe('the promised date', () => {
  it.each([
    ['2026-06-09', 0, '2026-06-09'],
    ['2026-06-09', 1, '2026-06-10'],
    ['2026-06-09', 3, '2026-06-12'],
    ['2026-06-12', 1, '2026-06-15'],
    ['2026-06-13', 1, '2026-06-15'],
    ['2026-06-16', 1, '2026-06-18'],
  ])('of a visit on %s with %i working days is %s [P2]', (from, days, on) => {
    expect(promisedDate(from, days, calendar)).toBe(on)
    expect(workingDaysFrom(from, on, calendar)).toBe(days)
  })

  it('comes to an end for an office that never opens', () => {
    expect(promisedDate('2026-06-09', 3, { ...calendar, hours: calendar.hours.map(() => null) }) > '2026-06-09').toBe(
      true,
    )
  })

  it('counts working days backwards too', () => {
    expect(workingDaysFrom('2026-06-15', '2026-06-12', calendar)).toBe(-1)
  })
})

describe('an application', () => {
  it('goes from received to handed over, and keeps when it was ready [P3]', () => {
    const processing = go(applicationOf(), { to: 'processing' })
    const ready = go(processing, { to: 'ready' }, wita('2026-06-11'))
    const handed = go(ready, { to: 'handedOver' }, wita('2026-06-15'))
    expect(handed).toMatchObject({ state: 'handedOver', readyAt: wita('2026-06-11'), handedAt: wita('2026-06-15') })
    expect(handed).toMatchObject({ before: 'ready', steps: 3, promisedOn: '2026-06-12' })
  })

  it('jumps over no step [P3]', () => {
    expect(refusal(() => go(applicationOf(), { to: 'ready' }))).toMatchObject({
      code: 'APPLICATION_STATE',
      data: { state: 'received' },
    })
    expect(refusal(() => go(applicationOf({ state: 'handedOver', before: 'ready' }), { to: 'received' }))).toBeDefined()
  })

  it('is returned with a reason, and only then has one [P4]', () => {
    expect(go(applicationOf(), { to: 'returned', reason: 'unreadable' }).reason).toBe('unreadable')
    expect(refusal(() => go(applicationOf(), { to: 'returned' }))).toMatchObject({ code: 'BAD_REQUEST' })
    expect(refusal(() => go(applicationOf(), { to: 'processing', reason: 'other' }))).toMatchObject({
      code: 'BAD_REQUEST',
    })
  })

  it('has no reason any more once it goes on [P4]', () => {
    const returned = go(applicationOf(), { to: 'returned', reason: 'unreadable' })
    expect(go(returned, { to: 'received' }, wita('2026-06-15')).reason).toBeNull()
  })

  it('has a new promise once the papers are complete [P5]', () => {
    const returned = go(applicationOf({ state: 'processing', before: 'received' }), {
      to: 'returned',
      reason: 'missingPaper',
    })
    const received = go(returned, { to: 'received' }, wita('2026-06-15'))
    expect(received).toMatchObject({ state: 'received', reason: null, promisedOn: '2026-06-19' })
  })

  it('keeps a promise that had passed before the papers were asked for [P5]', () => {
    const late = applicationOf({ promisedOn: '2026-06-08' })
    const returned = go(late, { to: 'returned', reason: 'missingPaper' })
    expect(go(returned, { to: 'received' }, wita('2026-06-15')).promisedOn).toBe('2026-06-08')
  })

  it('takes a slip back to where it was, with the promise it had [P6]', () => {
    const returned = go(applicationOf(), { to: 'returned', reason: 'other' })
    expect(isBack(returned, 'received')).toBe(true)
    const back = go(returned, { to: 'received' }, wita('2026-06-10') + 10_000)
    expect(back).toMatchObject({ state: 'received', reason: null, promisedOn: '2026-06-12' })
    const handed = applicationOf({ state: 'handedOver', before: 'ready', readyAt: 5, handedAt: 9 })
    expect(go(handed, { to: 'ready' })).toMatchObject({ state: 'ready', readyAt: 5, handedAt: null })
    const ready = applicationOf({ state: 'ready', before: 'processing', readyAt: 5 })
    expect(go(ready, { to: 'processing' })).toMatchObject({ state: 'processing', readyAt: null })
  })

  it('has one minute to take a slip back, that minute included; after it the papers count as complete [P6]', () => {
    const returned = go(applicationOf(), { to: 'returned', reason: 'other' })
    const promisedAfter = (ms: number) => go(returned, { to: 'received' }, returned.changedAt + ms).promisedOn
    expect([promisedAfter(MINUTE), promisedAfter(MINUTE + 1)]).toEqual(['2026-06-12', '2026-06-15'])
  })

  it('goes back no further than the last step [P6]', () => {
    const ready = applicationOf({ state: 'ready', before: 'processing', readyAt: 5 })
    const back = go(ready, { to: 'processing' })
    expect(refusal(() => go(back, { to: 'received' }))).toMatchObject({ code: 'APPLICATION_STATE' })
  })

  it('whatever is pressed, has a reason only while returned and is ready only with a time', () => {
    const step = fc.record({
      to: fc.constantFrom(...APPLICATION_STATES),
      wait: fc.integer({ min: 1, max: 3 * 24 * 60 }),
    })
    fc.assert(
      fc.property(fc.array(step, { maxLength: 25 }), steps => {
        let application = applicationOf()
        let now = application.openedAt
        for (const { to, wait } of steps) {
          now += wait * MINUTE
          const reason = to === 'returned' ? RETURN_REASONS[wait % 5] : undefined
          if (refusal(() => (application = go(application, { to, reason }, now)))) continue
          expect(application.reason !== null).toBe(application.state === 'returned')
          expect(application.readyAt !== null).toBe(['ready', 'handedOver'].includes(application.state))
          expect(application.handedAt !== null).toBe(application.state === 'handedOver')
          expect(application.promisedOn >= '2026-06-12').toBe(true)
        }
      }),
    )
  })
})

describe('an application against its promise', () => {
  it.each([
    ['on the promised day', applicationOf(), '2026-06-12', { late: 0, settled: false }],
    ['on the weekend after it', applicationOf(), '2026-06-14', { late: 0, settled: false }],
    ['two working days later', applicationOf(), '2026-06-16', { late: 2, settled: false }],
    [
      'ready in time',
      applicationOf({ state: 'ready', readyAt: wita('2026-06-11') }),
      '2026-06-20',
      { late: 0, settled: true },
    ],
    [
      'ready late',
      applicationOf({ state: 'handedOver', readyAt: wita('2026-06-18') }),
      '2026-07-01',
      { late: 3, settled: true },
    ],
    ['returned in time', applicationOf({ state: 'returned' }), '2026-07-01', { late: 0, settled: true }],
  ])('stands as it is on record: %s [P8]', (_when, application, today, expected) => {
    expect(againstPromise(application, today, calendar)).toEqual(expected)
  })
})
