import { describe, expect, it } from 'vitest'
import { solveInNode } from '../../bench/lib/proof.ts'
import { createOnce } from '../../server/services/once.ts'
import { createProofs } from '../../server/services/proof.ts'
import { MINUTE } from '../../shared/kit/time.ts'
import { MORNING } from '../helpers/test-app.ts'

const KEY = Buffer.alloc(32, 7)
const KTP = 'samarinda/ktp-el'
const KK = 'samarinda/kk'

function desk(key = KEY, difficulty = 5) {
  const clock = { now: MORNING }
  return { clock, ...createProofs({ key, now: () => clock.now, difficulty }) }
}

/** A payload with one thing in it changed. */
function changed(payload: string, change: (given: ReturnType<typeof JSON.parse>) => void): string {
  const given = JSON.parse(Buffer.from(payload, 'base64').toString())
  change(given)
  return Buffer.from(JSON.stringify(given)).toString('base64')
}

describe('a proof of work', () => {
  it('buys one act', async () => {
    const office = desk()
    const payload = await solveInNode(await office.challenge(KTP))
    expect(await office.spend(payload, KTP)).toBe('ok')
    expect(await office.spend(payload, KTP)).toBe('spent')
  })

  it('buys the same act again, so that a retry after a lost answer needs no second work', async () => {
    const office = desk()
    const payload = await solveInNode(await office.challenge(KTP))
    const acts = ['first', 'first', 'second'].map(act => office.spend(payload, KTP, act))
    expect(await Promise.all(acts)).toEqual(['ok', 'ok', 'spent'])
  })

  it('is bought by one of many who hand it in at the same moment', async () => {
    const office = desk()
    const payload = await solveInNode(await office.challenge(KTP))
    const answers = await Promise.all(Array.from({ length: 50 }, () => office.spend(payload, KTP)))
    expect(answers.filter(a => a === 'ok')).toHaveLength(1)
  })

  it('counts for its own service only', async () => {
    const office = desk()
    const payload = await solveInNode(await office.challenge(KTP))
    expect(await office.spend(payload, KK)).toBe('bad')
    const renamed = changed(payload, given => (given.challenge.parameters.data.subject = KK))
    expect(await office.spend(renamed, KK)).toBe('bad')
    expect(await office.spend(payload, KTP)).toBe('ok')
  })

  it('ends after five minutes, whatever the payload says', async () => {
    const office = desk()
    const payload = await solveInNode(await office.challenge(KTP))
    office.clock.now += 5 * MINUTE
    expect(await office.spend(payload, KTP)).toBe('expired')
    const longer = changed(payload, given => (given.challenge.parameters.data.until += 10 * MINUTE))
    expect(await office.spend(longer, KTP)).toBe('bad')
  })

  it('is refused when the challenge is not ours or was made easier', async () => {
    const office = desk()
    const foreign = await solveInNode(await desk(Buffer.alloc(32, 8)).challenge(KTP))
    expect(await office.spend(foreign, KTP)).toBe('bad')
    const payload = await solveInNode(await office.challenge(KTP))
    const easier = changed(payload, given => (given.challenge.parameters.cost = 1))
    expect(await office.spend(easier, KTP)).toBe('bad')
    const invented = changed(payload, given => (given.solution.derivedKey = '00'.repeat(32)))
    expect(await office.spend(invented, KTP)).toBe('bad')
    const unsigned = changed(payload, given => delete given.challenge.signature)
    expect(await office.spend(unsigned, KTP)).toBe('bad')
  })

  it('is refused without fuss when it is no proof at all', async () => {
    const office = desk()
    for (const rubbish of ['', '%%%', 'bnVsbA==', Buffer.from('{"challenge":{}}').toString('base64'), 'A'.repeat(1e6)])
      expect(await office.spend(rubbish, KTP)).toBe('bad')
  })

  it('never takes more tries than the difficulty', async () => {
    const most: number[] = []
    const office = createProofs({ key: KEY, now: () => MORNING, difficulty: 40, random: b => (most.push(b), b - 1) })
    const challenge = await office.challenge(KTP)
    const { solution } = JSON.parse(Buffer.from(await solveInNode(challenge), 'base64').toString())
    expect([most, solution.counter, challenge.parameters.data!['most']]).toEqual([[40], 39, 40])
  })

  it('leaves nothing in memory when only challenges are asked for', async () => {
    const office = desk(KEY, 1)
    for (let i = 0; i < 1_000; i++) await office.challenge(KTP)
    expect(office.remembered).toBe(0)
  })
})

describe('the memory of what was handed in', () => {
  it('stays bounded under 100,000 papers, and an overflow brings none of them back', () => {
    const clock = { now: MORNING }
    const once = createOnce(() => clock.now, 5 * MINUTE, 1_000)
    const papers = Array.from({ length: 100_000 }, (_, i) => ({ id: `paper ${i}`, issued: MORNING + i }))
    let largest = 0
    for (const { id, issued } of papers) {
      clock.now = issued + 1
      once.use(id, issued, 'first')
      largest = Math.max(largest, once.size)
    }
    expect(largest).toBeLessThanOrEqual(1_000)
    expect(papers.filter(({ id, issued }) => once.use(id, issued, 'second') === 'ok')).toEqual([])
  })

  it('is swept as time goes by, and a clock set back does not revive a paper', () => {
    const clock = { now: MORNING }
    const once = createOnce(() => clock.now, 5 * MINUTE, 1_000)
    expect(once.use('paper', MORNING, 'first')).toBe('ok')
    clock.now += 4 * MINUTE
    expect(once.use('paper', MORNING, 'second')).toBe('spent')
    clock.now += 20 * MINUTE
    expect(once.use('other', clock.now, 'first')).toBe('ok')
    expect(once.size).toBe(1)
    clock.now = MORNING + MINUTE
    expect(once.use('paper', MORNING, 'third')).toBe('expired')
  })
})
