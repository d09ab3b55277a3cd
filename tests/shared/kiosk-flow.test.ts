import { describe, expect, it } from 'vitest'
import { REST, atRest, step, type Act, type Flow, type Taken } from '../../kiosk/parts/flow.ts'

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

  it('starts with the case that the search named, and goes on from its question to advice [Q6]', () => {
    expect(after({ do: 'choose', serviceId: 'ktp-el', case: 'hilang' }).page).toMatchObject({ case: 'hilang' })
    const advice = after(chosen, { do: 'choose', serviceId: 'konsultasi' })
    expect(advice.page).toMatchObject({ serviceId: 'konsultasi', case: null })
  })

  it('ticks a paper and takes the tick away again', () => {
    expect(after(chosen, { do: 'tick', paper: 'kk' }).page).toMatchObject({ have: ['kk'] })
    expect(after(chosen, { do: 'tick', paper: 'kk' }, { do: 'tick', paper: 'kk' }).page).toMatchObject({ have: [] })
  })

  it('leads from papers that are not complete back to them, on to a number all the same, or to the start [B25]', () => {
    const short: Act = { do: 'short', on: true }
    const ticked: Act = { do: 'tick', paper: 'kk' }
    const at = after(chosen, { do: 'case', id: 'hilang' }, ticked, short)
    expect(at.page).toMatchObject({ short: true, case: 'hilang', have: ['kk'] })
    expect(step(at, { do: 'back' }).page).toMatchObject({ short: false, case: 'hilang', have: ['kk'] })
    expect(step(at, { do: 'case', id: null }).page).toMatchObject({ short: false })
    expect(keyOf(step(at, tap('k1')))).toBe('k1')
    expect(step(step(at, tap('k1')), { do: 'taken', key: 'k1', taken }).page.name).toBe('ticket')
    expect(step(at, { do: 'reset' })).toBe(REST)
    // A number that may have been made is asked for first.
    expect(step(after(chosen, tap('k1'), { do: 'unsaved', key: 'k1' }), short).page).toMatchObject({ short: false })
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

describe('the check-in of a booking', () => {
  const claim = { token: 'y'.repeat(43) }
  const scan = (key: string, it: { token: string } | { number: string; proof?: string } = claim): Act => ({
    do: 'present',
    key,
    claim: it,
  })
  const open: Act = { do: 'checkIn' }
  const late = { ...taken, late: false }
  const typed: Act[] = [
    { do: 'series', letter: 'A' },
    { do: 'digit', digit: '1' },
    { do: 'digit', digit: '2' },
  ]
  const next: Act = { do: 'present', key: 'k1' }
  const digits = (signs: string) => [...signs].map((digit): Act => ({ do: 'digit', digit }))
  const asks = ({ page }: Flow) => (page.name === 'checkIn' ? page.asks : undefined)
  const claimOf = ({ page }: Flow) => (page.name === 'checkIn' ? page.claim : undefined)
  const codeOf = ({ page }: Flow) =>
    page.name === 'checkIn' && page.take.state === 'refused' ? page.take.code : undefined
  const keyOfCheckIn = ({ page }: Flow) => (page.name === 'checkIn' && 'key' in page.take ? page.take.key : undefined)

  it('is one touch and a scan, and a scan alone where the first page still greets', () => {
    for (const acts of [[open, scan('k1')], [scan('k1')]])
      expect(after(...acts, { do: 'taken', key: 'k1', taken: late }).page).toMatchObject({
        name: 'ticket',
        taken: late,
      })
  })

  it('takes the number as it stands on the ticket', () => {
    expect(asks(after(open, ...typed, { do: 'present', key: 'k1' }))).toBe('AR-12')
    expect(asks(after(open, typed[0]!, { do: 'digit', digit: '7' }, { do: 'present', key: 'k1' }))).toBe('AR-07')
  })

  it('sends a number only with what its holder knows besides, typed or scanned [I8]', () => {
    for (const number of [after(open, ...typed, next), after(open, scan('k1', { number: 'AR-12' }))]) {
      expect(number.page).toMatchObject({ asks: 'AR-12', proof: '', take: { state: 'resting' } })
      expect(number.open).toBe(null)
      expect([...digits('48'), next].reduce(step, number).page).toMatchObject({ take: { state: 'resting' } })
      for (const proof of ['123', '4821'])
        expect(claimOf([...digits(proof), next].reduce(step, number))).toEqual({ number: 'AR-12', proof })
      expect([...digits('48217')].reduce(step, number).page).toMatchObject({ proof: '4821' })
    }
  })

  it('begins the digits anew after a wrong one, and goes back to the number by erasing or “Kembali” [I8]', () => {
    const sent = after(open, ...typed, next, ...digits('123'), next)
    const wrong = step(sent, { do: 'refused', key: 'k1', code: 'CHECK_IN_PROOF' })
    expect(step(wrong, { do: 'digit', digit: '4' }).page).toMatchObject({ proof: '4', take: { state: 'resting' } })
    const erase: Act = { do: 'erase' }
    const asked = after(open, ...typed, next, ...digits('1'))
    expect(step(asked, erase).page).toMatchObject({ asks: 'AR-12', proof: '' })
    for (const left of [[erase, erase].reduce(step, asked), step(asked, { do: 'back' })])
      expect(left.page).toMatchObject({ asks: null, proof: '', letter: 'A', digits: '12' })
    expect(step(asked, { do: 'series', letter: 'B' })).toBe(asked)
  })

  it('asks nothing while the letters or the digits are missing', () => {
    for (const few of [[], [typed[0]!], typed.slice(1)]) {
      const flow = after(open, ...few)
      expect(step(flow, { do: 'present', key: 'k1' })).toBe(flow)
    }
  })

  it('erases digit by digit, then the letters, and takes four digits at most', () => {
    const erase: Act = { do: 'erase' }
    expect(after(open, ...typed, erase).page).toMatchObject({ letter: 'A', digits: '1' })
    expect(after(open, ...typed, erase, erase, erase).page).toMatchObject({ letter: '', digits: '' })
    const long = after(open, ...Array.from({ length: 6 }, (): Act => ({ do: 'digit', digit: '9' })))
    expect(long.page).toMatchObject({ digits: '9999' })
  })

  it('repeats an act whose answer never came with its own key, also after going back and scanning anew', () => {
    const lost = after(open, scan('k1'), { do: 'unsaved', key: 'k1' })
    expect(keyOfCheckIn(step(lost, { do: 'present', key: 'k2' }))).toBe('k1')
    expect(claimOf(step(lost, { do: 'present', key: 'k2' }))).toEqual(claim)
    expect(keyOfCheckIn([{ do: 'back' } as Act, open, scan('k2')].reduce(step, lost))).toBe('k1')
    const other = scan('k2', { number: 'AR-12', proof: '123' })
    expect(keyOfCheckIn([{ do: 'back' } as Act, open, other].reduce(step, lost))).toBe('k2')
  })

  it('hears nothing of a second scan, a touch or "Kembali" while the first is being saved', () => {
    const busy = after(open, scan('k1'))
    for (const act of [scan('k2'), ...typed, { do: 'unread' }, { do: 'back' }] satisfies Act[])
      expect(step(busy, act)).toBe(busy)
  })

  it('keeps what a refusal tells, and forgets it with the next key', () => {
    const data = { from: 1_200_000 }
    const early = after(open, scan('k1'), { do: 'refused', key: 'k1', code: 'CHECK_IN_EARLY', data })
    expect(early.page).toMatchObject({ take: { state: 'refused', code: 'CHECK_IN_EARLY', data } })
    expect(step(early, typed[0]!).page).toMatchObject({ take: { state: 'resting' } })
    expect(codeOf(after(open, { do: 'unread' }))).toBe('TICKET_UNKNOWN')
  })

  it('does not scan over somebody who is choosing papers or reading a ticket', () => {
    const papers = after(chosen)
    expect(step(papers, scan('k1'))).toBe(papers)
    const read = after(chosen, tap('k1'), { do: 'taken', key: 'k1', taken })
    expect(step(read, scan('k2'))).toBe(read)
  })

  it('leaves nothing to the next person', () => {
    const flow = after(open, ...typed)
    expect(atRest(flow)).toBe(false)
    expect(step(flow, { do: 'reset' })).toBe(REST)
  })

  it('goes back from the digits to the letters in the accessible mode', () => {
    const low = after({ do: 'low', on: true }, open, ...typed)
    expect(step(low, { do: 'back' }).page).toMatchObject({ name: 'checkIn', letter: '' })
    expect(after({ do: 'low', on: true }, open, { do: 'back' }).page.name).toBe('home')
  })
})
