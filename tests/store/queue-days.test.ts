import { describe, expect, it } from 'vitest'
import { MINUTE } from '../../shared/kit/time.ts'
import { DATE, next, numberOf, office, open, take } from '../helpers/write-path.ts'

describe('the write path', () => {
  it('keeps the line in order when the machine’s clock is set back [J8]', async () => {
    const { clock, days } = await office()
    const first = await days.execute('o', take('a'))
    clock.now -= 30 * MINUTE
    const second = await days.execute('o', take('b'))
    expect(second.ticket!.due).toBeGreaterThanOrEqual(first.ticket!.due)
    await days.execute('o', open)
    expect(await numberOf(days, next('n'))).toBe('A-001')
  })

  it('keeps the line in order when the clock is set back while the program is down [J8]', async () => {
    const { clock, days, again } = await office()
    const first = await days.execute('o', take('a'))
    clock.now -= 30 * MINUTE
    const second = await again().execute('o', take('b'))
    expect(second.ticket!.due).toBeGreaterThanOrEqual(first.ticket!.due)
  })

  it('writes commands of one turn together', async () => {
    const sizes: number[] = []
    const { days } = await office(journal => ({
      ...journal,
      append: entries => {
        sizes.push(entries[0]!.events.length)
        return journal.append(entries)
      },
    }))
    await days.execute('o', take('first'))
    sizes.length = 0
    await Promise.all(Array.from({ length: 50 }, (_, i) => days.execute('o', take(`t${i}`))))
    expect(sizes.reduce((a, b) => a + b)).toBe(50)
    expect(sizes.length).toBeLessThanOrEqual(2)
  })

  it('answers the first of a crowd while the crowd goes on coming', async () => {
    const { days } = await office()
    await days.execute('o', take('opened'))
    let answered = false
    const first = days.execute('o', take('first')).then(() => (answered = true))
    let crowd = 0
    while (!answered && crowd < 500) {
      void days.execute('o', take(`crowd${crowd++}`))
      // A turn of a millisecond each: what parsing the crowd's requests takes.
      const end = performance.now() + 1
      while (performance.now() < end);
      await new Promise(resolve => setImmediate(resolve))
    }
    await first
    expect(crowd).toBeLessThan(100)
  })

  it('gives the missed events while all of them are at hand, to the very first, and none when one is not', async () => {
    const { days } = await office()
    const takes = (from: number, n: number) =>
      Promise.all(Array.from({ length: n }, (_, i) => days.execute('o', take(`s${from + i}`))))
    await takes(0, 3)
    const seqs = (seq: number) => days.since('o', DATE, seq)?.map(e => e.seq)
    expect([seqs(0), seqs(2), seqs(4), seqs(5)]).toEqual([[1, 2, 3, 4], [3, 4], [], undefined])
    for (let n = 0; n < 4_000; n += 500) await takes(3 + n, 500)
    // Two thousand are kept at least: the oldest at hand is the first of those.
    const { seq } = await days.today('o')
    const oldest = Array.from({ length: seq }, (_, i) => i).find(at => days.since('o', DATE, at) !== undefined)!
    expect(seq - oldest).toBeGreaterThanOrEqual(2_000)
    expect(oldest).toBeGreaterThan(0)
    expect(seqs(oldest)).toEqual(Array.from({ length: seq - oldest }, (_, i) => oldest + 1 + i))
  })
})
