import { describe, expect, it } from 'vitest'
import { REST, atRest, step, type Act, type Flow, type Taken } from '../../kiosk/flow.ts'

const taken: Taken = {
  ticket: {
    id: 't1',
    no: 46,
    number: 'A-047',
    serviceId: 'ktp-el',
    state: 'waiting',
    priority: false,
    takenAt: 0,
    due: 0,
    calls: 0,
  },
  token: 'x'.repeat(43),
  path: `/t/${'x'.repeat(43)}`,
  ahead: 12,
  range: { from: 1_200_000, to: 2_100_000 },
}

const after = (...acts: readonly Act[]): Flow => acts.reduce(step, REST)
const chosen: Act = { do: 'choose', serviceId: 'ktp-el' }
const tap = (key: string, priority?: boolean): Act => ({
  do: 'take',
  key,
  ...(priority === undefined ? {} : { priority }),
})
const keyOf = ({ page }: Flow) => (page.name === 'requirements' && 'key' in page.take ? page.take.key : undefined)

describe('the way through a kiosk', () => {
  it('is two touches: a service, then "Ambil nomor"', () => {
    const flow = after(chosen, tap('k1'), { do: 'taken', key: 'k1', taken })
    expect(flow.page).toEqual({ name: 'ticket', taken, printing: false })
  })

  it('starts in the general line with no paper ticked, and no tick stands in the way', () => {
    const { page } = after(chosen)
    expect(page).toMatchObject({ have: [], priority: false })
    expect(keyOf(after(chosen, tap('k1')))).toBe('k1')
  })

  it('ticks a paper and takes the tick away again', () => {
    expect(after(chosen, { do: 'tick', place: 2 }).page).toMatchObject({ have: [2] })
    expect(after(chosen, { do: 'tick', place: 2 }, { do: 'tick', place: 2 }).page).toMatchObject({ have: [] })
  })

  it('remembers the line only until the number is taken', () => {
    const flow = after(
      chosen,
      { do: 'lane', priority: true },
      tap('k1'),
      { do: 'taken', key: 'k1', taken },
      { do: 'reset' },
    )
    expect(flow).toBe(REST)
  })
})

describe('one act, one number', () => {
  it('makes nothing of a second tap while the first is under way', () => {
    const once = after(chosen, tap('k1'))
    expect(step(once, tap('k2'))).toBe(once)
  })

  it('repeats an act whose answer never came with its own key', () => {
    expect(keyOf(after(chosen, tap('k1'), { do: 'unsaved', key: 'k1' }, tap('k2')))).toBe('k1')
  })

  it('keeps that key when the person goes back and chooses the same again', () => {
    const again = after(chosen, tap('k1'), { do: 'unsaved', key: 'k1' }, { do: 'back' }, chosen, tap('k2'))
    expect(keyOf(again)).toBe('k1')
  })

  it('takes a new key for another service, and for the next person', () => {
    const lost = after(chosen, tap('k1'), { do: 'unsaved', key: 'k1' }, { do: 'back' })
    expect(keyOf([{ do: 'choose', serviceId: 'legalisir' } as Act, tap('k2')].reduce(step, lost))).toBe('k2')
    expect(keyOf([{ do: 'reset' } as Act, chosen, tap('k3')].reduce(step, lost))).toBe('k3')
  })

  it('holds the line still while an answer is open, or the repeat would be another act', () => {
    const open = after(chosen, tap('k1'), { do: 'unsaved', key: 'k1' })
    expect(step(open, { do: 'lane', priority: true })).toBe(open)
    expect(step(open, tap('k2', true)).page).toMatchObject({ priority: false })
  })

  it('does not go back while an answer is awaited', () => {
    const busy = after(chosen, tap('k1'))
    expect(step(busy, { do: 'back' })).toBe(busy)
  })

  it('does not show a number that comes after the person has left', () => {
    const left = after(chosen, tap('k1'), { do: 'reset' })
    expect(step(left, { do: 'taken', key: 'k1', taken })).toBe(left)
    const next = [chosen, tap('k2')].reduce(step, left)
    expect(step(next, { do: 'taken', key: 'k1', taken })).toBe(next)
  })

  it('asks anew after a clear no', () => {
    const refused = after(chosen, tap('k1'), { do: 'refused', key: 'k1', code: 'TOO_MANY_REQUESTS' })
    expect(keyOf(step(refused, tap('k2')))).toBe('k2')
  })
})

describe('the next person', () => {
  it('finds nothing of the one before: no page, no search, no view, no help', () => {
    for (const act of [
      chosen,
      { do: 'search', query: 'ktp' },
      { do: 'turn', sheet: 1 },
      { do: 'low', on: true },
      { do: 'help', open: true },
    ] satisfies Act[]) {
      const touched = after(act)
      expect(atRest(touched)).toBe(false)
      expect(atRest(step(touched, { do: 'reset' }))).toBe(true)
    }
  })
})

describe('the accessible mode', () => {
  it('opens with contrast, and starts its pages anew when larger text shows fewer services', () => {
    const second = after({ do: 'low', on: true }, { do: 'turn', sheet: 2 })
    expect(second.low).toMatchObject({ contrast: true, big: false })
    expect(step(second, { do: 'adjust', low: { big: true } }).page).toMatchObject({ sheet: 0 })
    expect(step(second, { do: 'adjust', low: { slow: true } }).page).toMatchObject({ sheet: 2 })
  })

  it('takes a number in the line that was pressed', () => {
    const flow = after({ do: 'low', on: true }, chosen, tap('k1', true))
    expect(flow.page).toMatchObject({ priority: true, take: { state: 'busy' } })
  })
})
