import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { draw, entriesText, keyText, type DrawEntry } from '../../shared/booking/draw.ts'
import { seeded, type Random } from '../../shared/kit/random.ts'
import { fc } from '../helpers/property.ts'

const sha256 = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex')
const sum = (numbers: readonly number[]) => numbers.reduce((all, n) => all + n, 0)
const code = (n: number) => `K${String(n).padStart(5, '0')}`

/** The draw as the office holds it. */
function held(entries: readonly DrawEntry[], places: readonly number[], seed: string) {
  const digest = sha256(entriesText(entries))
  return draw(entries, places, c => sha256(keyText(seed, digest, c)))
}

function shuffled<T>(list: readonly T[], random: Random): readonly T[] {
  return list
    .map(item => ({ item, at: random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ item }) => item)
}

const byName = (c: string) => c

describe('a draw', () => {
  const wants = (c: string, wishes: readonly number[], anySlot = false): DrawEntry => ({ code: c, wishes, anySlot })

  it('gives each in turn the first wish that is free, else any slot if they like, else a turn on the waitlist [U4]', () => {
    const entries = [
      wants('A', [1]),
      wants('B', [1, 2]),
      wants('C', [1]),
      wants('D', [1], true),
      wants('E', [2]),
      wants('F', [], true),
    ]
    expect(draw(entries, [1, 1, 1], byName)).toEqual([
      { code: 'A', turn: 1, slot: 1, waitlist: null },
      { code: 'B', turn: 2, slot: 2, waitlist: null },
      { code: 'C', turn: 3, slot: null, waitlist: 1 },
      { code: 'D', turn: 4, slot: 0, waitlist: null },
      { code: 'E', turn: 5, slot: null, waitlist: 2 },
      { code: 'F', turn: 6, slot: null, waitlist: 3 },
    ])
  })

  it('takes no notice of a wish for a slot that does not exist', () => {
    expect(draw([wants('A', [7, -1, 0])], [1], byName)[0]!.slot).toBe(0)
  })

  it('breaks a tie by the code', () => {
    expect(draw([wants('B', [0]), wants('A', [0])], [1], () => 'same').map(o => o.code)).toEqual(['A', 'B'])
  })

  const anyEntries = fc.uniqueArray(
    fc.record({
      code: fc.stringMatching(/^[A-Z0-9]{1,6}$/),
      wishes: fc.uniqueArray(fc.nat(7), { maxLength: 5 }),
      anySlot: fc.boolean(),
    }),
    { selector: e => e.code, maxLength: 80 },
  )
  const anyPlaces = fc.array(fc.nat(8), { maxLength: 8 })

  it('comes out the same for the same seed, in whatever order people asked [U1]', () => {
    fc.assert(
      fc.property(anyEntries, anyPlaces, fc.string(), fc.nat(), (entries, places, seed, mix) => {
        expect(held(shuffled(entries, seeded(mix)), places, seed)).toEqual(held(entries, places, seed))
      }),
    )
  })

  it('never gives a place twice, and passes nobody over while a wished place is free [U4]', () => {
    fc.assert(
      fc.property(anyEntries, anyPlaces, fc.string(), (entries, places, seed) => {
        const left = [...places]
        const free = (slot: number) => (left[slot] ?? 0) > 0
        const result = held(entries, places, seed)
        result.forEach(({ code: c, turn, slot, waitlist }, i) => {
          const { wishes, anySlot } = entries.find(e => e.code === c)!
          expect(turn).toBe(i + 1)
          expect(waitlist === null).toBe(slot !== null)
          const better = slot !== null && wishes.includes(slot) ? wishes.slice(0, wishes.indexOf(slot)) : wishes
          expect(better.some(free)).toBe(false)
          if (slot === null) return expect(anySlot && left.some(n => n > 0)).toBe(false)
          expect(free(slot)).toBe(true)
          left[slot]!--
        })
        expect(result.map(o => o.code).sort()).toEqual(entries.map(e => e.code).sort())
        const waiting = result.flatMap(o => o.waitlist ?? [])
        expect(waiting).toEqual(waiting.map((_, i) => i + 1))
      }),
    )
  })
})

describe('five thousand who ask for four hundred places', () => {
  const entries = Array.from({ length: 5_000 }, (_, n): DrawEntry => ({
    code: code(n),
    wishes: [n % 10],
    anySlot: true,
  }))
  const places = Array<number>(10).fill(40)
  const won = Array.from({ length: 30 }, (_, seed) => {
    const codes = held(entries, places, `benih-${seed}`).flatMap(o => (o.slot === null ? [] : [o.code]))
    return new Set(codes)
  })
  const chanceOf = (group: readonly DrawEntry[]) =>
    sum(won.map(winners => group.filter(e => winners.has(e.code)).length)) / (group.length * won.length)

  it('are given exactly the places there are, in every draw [U5]', () => {
    expect(won.map(winners => winners.size)).toEqual(won.map(() => 400))
  })

  it.each([
    ['bots that asked in the first second', entries.slice(0, 500)],
    ['the last five hundred', entries.slice(-500)],
    ['every seventh', entries.filter((_, n) => n % 7 === 0)],
    ['half of them by chance', shuffled(entries, seeded(5)).slice(0, 2_500)],
    ['three hundred by chance', shuffled(entries, seeded(6)).slice(0, 300)],
  ])('have the same chance of eight in a hundred to within two points: %s [U1]', (_, group) => {
    expect(Math.abs(chanceOf(group) - 400 / 5_000)).toBeLessThan(0.02)
  })

  it('get another order from another seed', () => {
    expect(held(entries, places, 'a')[0]).not.toEqual(held(entries, places, 'b')[0])
  })

  it('cannot tell their key before the window has closed, for one more entry changes every one', () => {
    const more = [...entries, { code: 'LATE', wishes: [], anySlot: true }]
    const order = (list: readonly DrawEntry[]) => held(list, places, 'a').map(o => o.code)
    expect(order(more).filter(c => c !== 'LATE')).not.toEqual(order(entries))
  })
})

describe('a stranger', () => {
  it('recomputes the draw from what is published, with nothing but SHA-256 [U3]', () => {
    const entries = Array.from({ length: 60 }, (_, n): DrawEntry => ({
      code: code(n),
      wishes: [n % 4, (n * 3) % 4],
      anySlot: n % 2 === 0,
    }))
    const [seed, places] = ['3f9c-benih-rahasia', [5, 5, 5, 5]]
    const published = { commitment: sha256(seed), text: entriesText(entries), result: held(entries, places, seed) }

    expect(createHash('sha256').update(seed).digest('hex')).toBe(published.commitment)
    const digest = createHash('sha256').update(published.text).digest('hex')
    const lines = published.text.split('\n').map(line => line.split(';'))
    const inOrder = lines
      .map(line => ({ line, key: createHash('sha256').update(`${seed}:${digest}:${line[0]}`).digest('hex') }))
      .sort((a, b) => (a.key < b.key ? -1 : 1))
    const left = [...places]
    const recomputed = inOrder.map(({ line: [name, wishes, any] }) => {
      const wished = wishes!.split(',').map(Number)
      const slot = wished.find(w => left[w]! > 0) ?? (any === 'any' ? left.findIndex(n => n > 0) : -1)
      if (slot >= 0) left[slot]!--
      return [name, slot >= 0 ? slot : null]
    })
    expect(recomputed).toEqual(published.result.map(o => [o.code, o.slot]))
  })
})
