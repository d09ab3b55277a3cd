import { describe, expect, it } from 'vitest'
import { isOfficeOpen, partOfDay } from '../../kiosk/doors.ts'
import { adviceBeside, cardsOf, found, sheetOf } from '../../kiosk/parts/services.ts'
import { takeNumber } from '../../kiosk/ticket/take.ts'
import type { Act, Taken } from '../../kiosk/parts/flow.ts'
import { demoOffice } from '../../server/demo/samarinda.ts'
import { AppError } from '../../shared/kit/errors.ts'
import { MINUTE, atClock } from '../../shared/kit/time.ts'
import { nextOpening } from '../../shared/office/hours.ts'
import { projectDay } from '../../shared/contracts/views.ts'
import { seeded } from '../../shared/kit/random.ts'
import { emptyDay, type QueueDay } from '../../shared/queue/day.ts'
import { estimate } from '../../shared/queue/estimate/estimate.ts'
import { Unreachable } from '../../shared/web/client.ts'
import { openHall } from '../helpers/days.ts'
import { DEFAULT_RULES } from '../../shared/queue/whole-plan.ts'

const TUESDAY = '2026-06-09'
const at = (time: string, date = TUESDAY) => atClock(date, time, 'WITA')
const office = { ...demoOffice, alwaysOpen: false }
const now = at('10:24')

const day: QueueDay = {
  ...emptyDay('samarinda', TUESDAY),
  waiting: { 'ktp-el': [0, 1, 2].map(no => ({ no, due: now + no })) },
  counters: {
    1: { id: '1', state: 'open', since: now, services: ['ktp-el'] },
    2: { id: '2', state: 'closed', since: now, services: ['ktp-el'] },
    3: { id: '3', state: 'break', since: now, services: ['ktp-el'] },
  },
}
const estimates = {
  at: now,
  services: { 'ktp-el': { from: now + 20.6 * MINUTE, to: now + 34.2 * MINUTE } },
  tickets: {},
}
const answer = (query: string) => found(cardsOf(office, day, estimates, now, true), office, query)
const ids = (query: string) => answer(query).cards.map(c => c.service.id)

describe('a service on the kiosk', () => {
  it('tells how many wait, minutes in steps of five, and the counters that are staffed', () => {
    const [ktp] = cardsOf(office, day, estimates, now, true)
    expect(ktp).toMatchObject({ waiting: 3, told: { kind: 'between', minutes: [20, 35] }, counters: ['1', '3'] })
  })

  it('counts no counter that was left or taken over, from that moment on [D19]', () => {
    const hall = openHall({ 1: 'sari', 3: 'budi' })
    const services = [{ ...office.services[0]!, id: 'ktp' }]
    const seen = () => {
      const own = estimate(hall.day, hall.now, seeded(1))
      const [card] = cardsOf({ ...office, services }, projectDay(hall.day, 'hall'), own, hall.now, true)
      return [card!.counters, card!.told !== undefined]
    }
    hall.take('ktp')
    hall.next('sari', '1')
    hall.take('ktp')
    expect(seen()).toEqual([['1', '3'], true])
    hall.ask('system', { verb: 'leaveCounter', counterId: '1', why: 'silent' })
    expect(seen()).toEqual([['3'], true])
    hall.staff('budi', { verb: 'leaveCounter', counterId: '3', why: 'handed' })
    expect(seen()).toEqual([[], false])
    hall.staff('wati', { verb: 'takeOver', counterId: '1', reason: 'ill', end: 'back' })
    expect(seen()).toEqual([[], false])
    hall.staff('wati', { verb: 'openCounter', counterId: '1' })
    expect(seen()).toEqual([['1'], true])
  })

  it('tells no minutes from an old picture', () => {
    expect(cardsOf(office, day, estimates, now, false)[0]).toMatchObject({ waiting: 3, told: undefined })
  })

  it('never tells minutes below zero', () => {
    const [ktp] = cardsOf(office, day, estimates, now + 60 * MINUTE, true)
    expect(ktp!.told).toEqual({ kind: 'soon' })
  })

  it('is closed as the plan of the day says, not as the office was read this morning', () => {
    const service = { id: 'ktp-el', letter: 'A', typicalMs: 1, open: false }
    const closed = { ...day, plan: { doors: null, services: [service], counters: [], ...DEFAULT_RULES } }
    expect(cardsOf(office, closed, estimates, now, true)[0]!.open).toBe(false)
  })
})

describe('the search', () => {
  it('finds a service by its everyday words, in both languages', () => {
    expect(ids('ktp hilang')).toContain('ktp-el')
    expect(ids('KK')).toContain('kartu-keluarga')
    expect(ids('birth')).toContain('akta-kelahiran')
  })

  it('understands antri as antre, and neither narrows the search', () => {
    expect(ids('antri ktp hilang')).toEqual(ids('antre ktp hilang'))
    expect(ids('nomor antrian ktp hilang')).toEqual(ids('ktp hilang'))
  })

  it('says where what the office does not do is done, and keeps advice last [Q4 Q5 Q6]', () => {
    expect(ids('paspor')).toEqual(['konsultasi'])
    expect(answer('paspor').elsewhere.map(e => e.name[0])).toEqual(['Paspor'])
    expect(ids('akta kelahran')[0]).toBe('akta-kelahiran')
    expect(ids('akta kelahran').at(-1)).toBe('konsultasi')
  })

  it('leads whoever knows none of the cases to advice, while it gives numbers, as the phone does [Q5]', () => {
    const ktp = office.services.find(s => s.id === 'ktp-el')!
    const cards = cardsOf(office, day, estimates, now, true)
    expect(adviceBeside(cards, ktp)?.id).toBe('konsultasi')
    expect(adviceBeside(cards, adviceBeside(cards, ktp)!)).toBeUndefined()
    const shut = cards.map(card => (card.service.advises ? { ...card, open: false } : card))
    expect(adviceBeside(shut, ktp)).toBeUndefined()
  })

  it('shows a sheet that exists when the list has become shorter', () => {
    expect(sheetOf([1, 2, 3], 4, 2)).toEqual({ items: [3], sheet: 1, of: 2 })
    expect(sheetOf([], 0, 12)).toEqual({ items: [], sheet: 0, of: 1 })
  })
})

describe('the doors', () => {
  it('are open from the first to the last minute of the published hours', () => {
    expect(isOfficeOpen(office, undefined, at('08:00'))).toBe(true)
    expect(isOfficeOpen(office, undefined, at('07:59'))).toBe(false)
    expect(isOfficeOpen(office, undefined, at('15:00'))).toBe(false)
  })

  it('stay shut while the office is being prepared, whatever its hours say [A62]', () => {
    expect(isOfficeOpen({ ...office, openedAt: null }, undefined, at('10:00'))).toBe(false)
  })

  it('open next on Monday when Friday has ended', () => {
    expect(nextOpening(office, at('12:00', '2026-06-12'))).toBe(at('08:00', '2026-06-15'))
    expect(nextOpening(office, at('06:00'))).toBe(at('08:00'))
  })

  it('greet by the part of the day', () => {
    expect(['09:00', '12:00', '16:00', '20:00'].map(time => partOfDay(office, at(time)))).toEqual([
      'morning',
      'noon',
      'afternoon',
      'evening',
    ])
  })
})

describe('taking a number', () => {
  const run = async (answers: readonly (Error | Taken)[]) => {
    const [told, keys, pauses]: [Act[], string[], number[]] = [[], [], []]
    await takeNumber(
      'k1',
      async key => {
        keys.push(key)
        const answer = answers[keys.length - 1] ?? answers[answers.length - 1]!
        if (answer instanceof Error) throw answer
        return answer
      },
      act => told.push(act),
      async ms => void pauses.push(ms),
    )
    return { told: told.map(act => act.do), keys, pauses }
  }
  const saved = { token: 't' } as Taken

  it('asks again with the same key when no answer came, three times at most', async () => {
    const { told, keys, pauses } = await run([new Unreachable()])
    expect(keys).toEqual(['k1', 'k1', 'k1', 'k1'])
    expect(pauses).toHaveLength(3)
    expect(told).toEqual(['retrying', 'retrying', 'retrying', 'unsaved'])
  })

  it('shows the number when a repeat is answered', async () => {
    expect((await run([new Unreachable(), saved])).told).toEqual(['retrying', 'taken'])
  })

  it('does not repeat a clear no', async () => {
    expect(await run([new AppError('OFFICE_CLOSED')])).toMatchObject({ told: ['refused'], keys: ['k1'] })
  })

  it('leaves it to the person when the server itself does not know', async () => {
    expect(await run([new AppError('UNAVAILABLE')])).toMatchObject({ told: ['unsaved'], keys: ['k1'] })
  })
})
