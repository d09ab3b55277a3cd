import { createHmac } from 'node:crypto'
import { verifySolution } from 'altcha-lib'
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2'
import { describe, expect, it } from 'vitest'
import { solveInNode } from '../../bench/lib/proof.ts'
import { createOnce } from '../../server/services/gate/once.ts'
import { createProofs } from '../../server/services/gate/proof.ts'
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
  it('buys one act [G3]', async () => {
    const office = desk()
    const payload = await solveInNode(office.challenge(KTP))
    expect(office.spend(payload, KTP)).toBe('ok')
    expect(office.spend(payload, KTP)).toBe('spent')
  })

  it('buys the same act again, so that a retry after a lost answer needs no second work [G3]', async () => {
    const office = desk()
    const payload = await solveInNode(office.challenge(KTP))
    const acts = ['first', 'first', 'second'].map(act => office.spend(payload, KTP, act))
    expect(acts).toEqual(['ok', 'ok', 'spent'])
  })

  it('is a challenge of ALTCHA, which its own library accepts', async () => {
    const secret = (purpose: string) => createHmac('sha256', KEY).update(purpose).digest()
    const challenge = desk().challenge(KTP)
    const text = JSON.stringify(challenge.parameters)
    expect(challenge.signature).toBe(createHmac('sha256', secret('proof')).update(text).digest('hex'))
    // The library takes secrets as text only, so the same parameters are signed once more for it.
    const signature = createHmac('sha256', 'as text').update(text).digest('hex')
    const { solution } = JSON.parse(Buffer.from(await solveInNode(challenge), 'base64').toString())
    const checked = { challenge: { ...challenge, signature }, solution, deriveKey, hmacSignatureSecret: 'as text' }
    expect((await verifySolution(checked)).verified).toBe(true)
  })

  it('counts for its own service only [G3]', async () => {
    const office = desk()
    const payload = await solveInNode(office.challenge(KTP))
    expect(office.spend(payload, KK)).toBe('bad')
    const renamed = changed(payload, given => (given.challenge.parameters.data.subject = KK))
    expect(office.spend(renamed, KK)).toBe('bad')
    expect(office.spend(payload, KTP)).toBe('ok')
  })

  it('ends after five minutes, whatever the payload says [G3]', async () => {
    const office = desk()
    const payload = await solveInNode(office.challenge(KTP))
    office.clock.now += 5 * MINUTE
    expect(office.spend(payload, KTP)).toBe('expired')
    const longer = changed(payload, given => (given.challenge.parameters.data.until += 10 * MINUTE))
    expect(office.spend(longer, KTP)).toBe('bad')
  })

  it('is over at its end for a retry too [G3]', async () => {
    const office = desk()
    const payload = await solveInNode(office.challenge(KTP))
    expect(office.spend(payload, KTP, 'first')).toBe('ok')
    office.clock.now += 5 * MINUTE - 1
    expect(office.spend(payload, KTP, 'first')).toBe('ok')
    office.clock.now += 1
    expect(office.spend(payload, KTP, 'first')).toBe('expired')
  })

  it('is refused when the challenge is not ours or was made easier', async () => {
    const office = desk()
    const foreign = await solveInNode(desk(Buffer.alloc(32, 8)).challenge(KTP))
    expect(office.spend(foreign, KTP)).toBe('bad')
    const payload = await solveInNode(office.challenge(KTP))
    const easier = changed(payload, given => (given.challenge.parameters.cost = 1))
    expect(office.spend(easier, KTP)).toBe('bad')
    const invented = changed(payload, given => (given.solution.derivedKey = '00'.repeat(32)))
    expect(office.spend(invented, KTP)).toBe('bad')
    const unsigned = changed(payload, given => delete given.challenge.signature)
    expect(office.spend(unsigned, KTP)).toBe('bad')
  })

  it('is refused without fuss when it is no proof at all', () => {
    const office = desk()
    for (const rubbish of ['', '%%%', 'bnVsbA==', Buffer.from('{"challenge":{}}').toString('base64'), 'A'.repeat(1e6)])
      expect(office.spend(rubbish, KTP)).toBe('bad')
  })

  it('never takes more tries than the difficulty', async () => {
    const most: number[] = []
    const office = createProofs({ key: KEY, now: () => MORNING, difficulty: 40, random: b => (most.push(b), b - 1) })
    const challenge = office.challenge(KTP)
    const { solution } = JSON.parse(Buffer.from(await solveInNode(challenge), 'base64').toString())
    expect([most, solution.counter, challenge.parameters.data!['most']]).toEqual([[40], 39, 40])
  })

  it('leaves nothing in memory when only challenges are asked for', () => {
    const office = desk(KEY, 1)
    for (let i = 0; i < 5_000; i++) office.challenge(KTP)
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

  it('takes no paper at the end of its life', () => {
    const clock = { now: MORNING }
    const once = createOnce(() => clock.now, 5 * MINUTE, 1_000)
    clock.now += 5 * MINUTE
    expect([MORNING, MORNING + 1].map(issued => once.use(`paper ${issued}`, issued, 'act'))).toEqual(['expired', 'ok'])
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
