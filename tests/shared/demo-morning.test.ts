import { describe, expect, it } from 'vitest'
import { lastMorning } from '../../server/demo/morning.ts'
import { atClock, HOUR } from '../../shared/kit/time.ts'

const at = (date: string, time: string) => atClock(date, time, 'WITA')

describe('a trial office', () => {
  it('begins on the last working morning when it is started on a Sunday at half past two in the night', () => {
    const sunday = at('2026-11-29', '02:30')
    expect(lastMorning(sunday, 'WITA', undefined)).toEqual({
      from: at('2026-11-27', '08:30'),
      to: at('2026-11-28', '08:30'),
      speed: 1,
    })
  })

  it('begins this morning when it is started in the evening, and yesterday when it is started before the doors', () => {
    expect(lastMorning(at('2026-06-09', '19:00'), 'WITA', undefined)?.from).toBe(at('2026-06-09', '08:30'))
    expect(lastMorning(at('2026-06-09', '05:00'), 'WITA', undefined)?.from).toBe(at('2026-06-08', '08:30'))
    expect(lastMorning(at('2026-06-08', '05:00'), 'WITA', undefined)?.from).toBe(at('2026-06-05', '08:30'))
  })

  it('goes by the real clock on a working morning', () => {
    expect(lastMorning(at('2026-06-09', '08:30'), 'WITA', undefined)).toBeUndefined()
    expect(lastMorning(at('2026-06-09', '13:00'), 'WITA', undefined)).toBeUndefined()
  })

  it('goes on after its newest event when it is started again, and never before it', () => {
    const sunday = at('2026-11-29', '02:30')
    const ten = at('2026-11-27', '10:00')
    expect(lastMorning(sunday, 'WITA', ten)?.from).toBe(ten + 1)
    expect(lastMorning(sunday, 'WITA', sunday - HOUR)).toBeUndefined()
  })
})
