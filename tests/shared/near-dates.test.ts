import { describe, expect, it } from 'vitest'
import { atClock } from '../../shared/kit/time.ts'
import { nearDateText, shortDateText } from '../../shared/text/ui.ts'

const NOW = atClock('2026-06-09', '23:30', 'WITA')
const at = (date: string, time = '00:00') => atClock(date, time, 'WITA')

describe('a date that a citizen reads', () => {
  it('is today and tomorrow by the office’s own clock, with the date beside the word [Z3]', () => {
    const text = (date: string) => nearDateText(at(date), 'WITA', 'id', NOW)
    expect(['2026-06-08', '2026-06-09', '2026-06-10', '2026-06-11'].map(text)).toEqual([
      'Senin, 8 Juni',
      'hari ini, Selasa 9 Juni',
      'besok, Rabu 10 Juni',
      'Kamis, 11 Juni',
    ])
    expect(nearDateText(at('2026-06-10', '23:59'), 'WITA', 'en', NOW)).toBe('tomorrow, Wednesday 10 June')
  })

  it('is the word alone in a list', () => {
    const text = (date: string) => shortDateText(at(date), 'WITA', 'id', NOW)
    expect(['2026-06-09', '2026-06-10', '2026-06-11'].map(text)).toEqual(['hari ini', 'besok', 'Kamis, 11 Juni'])
  })
})
