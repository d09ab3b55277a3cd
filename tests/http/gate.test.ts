import type { Challenge } from 'altcha-lib'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { solveInNode } from '../../bench/lib/proof.ts'
import { createGate, type Asking } from '../../server/services/gate/gate.ts'
import { createNetworks, networkOf, plainAddress } from '../../server/services/gate/network.ts'
import { AppError } from '../../shared/kit/errors.ts'
import { HOUR, MINUTE } from '../../shared/kit/time.ts'
import { MORNING } from '../helpers/test-app.ts'

const KEY = Buffer.alloc(32, 7)
const HOME = '203.0.113.7'
const CAFE = '198.51.100.20'
const subject = 'samarinda/ktp-el'
const ALWAYS = { proof: 'always', perNetworkHour: 120 } as const
const UNDER_PRESSURE = { proof: 'underPressure', perNetworkHour: 120 } as const
const NEVER = { proof: 'never', perNetworkHour: 120 } as const

let acts = 0

function gateway() {
  const clock = { now: MORNING }
  const gate = createGate({ key: KEY, now: () => clock.now, difficulty: 3 })
  const ask = (more: Partial<Asking> = {}) => {
    const common = {
      office: 'samarinda',
      rules: ALWAYS,
      network: HOME,
      device: undefined,
      subject,
      stranger: false,
      hold: false,
    }
    return gate.admit({ ...common, act: `act ${++acts}`, ...more })
  }
  return { clock, ask, wait: (network = HOME, of = subject) => gate.waitTicket({ subject: of, network }) }
}

/** The refusal of an admission: its code and its data. */
async function refusal(admitted: Promise<unknown>): Promise<{ code: string; data: Readonly<Record<string, unknown>> }> {
  try {
    await admitted
  } catch (error) {
    if (error instanceof AppError) return { code: error.code, data: error.data ?? {} }
    throw error
  }
  return { code: 'ADMITTED', data: {} }
}
const outcome = async (admitted: Promise<unknown>) => {
  const { code, data } = await refusal(admitted)
  return code === 'PROOF_REQUIRED' ? data['why'] : code
}

afterEach(() => void vi.useRealTimers())

describe('the gate before a booking', () => {
  it('gives work to somebody without a proof and opens for the solution, once', async () => {
    const { ask } = gateway()
    const { code, data } = await refusal(ask())
    expect([code, data['why']]).toEqual(['PROOF_REQUIRED', 'missing'])
    const proof = await solveInNode(data['challenge'] as Challenge)
    expect(await outcome(ask({ proof }))).toBe('ADMITTED')
    expect(await outcome(ask({ proof }))).toBe('spent')
  })

  it('opens again for the same act with the same proof', async () => {
    const { ask } = gateway()
    const proof = await solveInNode((await refusal(ask())).data['challenge'] as Challenge)
    expect(await outcome(ask({ proof, act: 'sent twice' }))).toBe('ADMITTED')
    expect(await outcome(ask({ proof, act: 'sent twice' }))).toBe('ADMITTED')
  })

  it('gives new work with every refusal', async () => {
    const { ask, clock } = gateway()
    const first = await refusal(ask())
    const proof = await solveInNode(first.data['challenge'] as Challenge)
    clock.now += 6 * MINUTE
    const late = await refusal(ask({ proof }))
    expect(late.data['why']).toBe('expired')
    const again = await solveInNode(late.data['challenge'] as Challenge)
    expect(await outcome(ask({ proof: again, subject: 'samarinda/kk' }))).toBe('bad')
    expect(await outcome(ask({ proof: again }))).toBe('ADMITTED')
  })

  it('asks for nothing in quiet hours, for work in a rush, and for nothing again after it [G2]', async () => {
    const { ask, clock } = gateway()
    for (let i = 0; i < 20; i++) expect(await outcome(ask({ rules: UNDER_PRESSURE }))).toBe('ADMITTED')
    expect(await outcome(ask({ rules: UNDER_PRESSURE }))).toBe('missing')
    expect(await outcome(ask({ rules: UNDER_PRESSURE, office: 'medan' }))).toBe('ADMITTED')
    clock.now += MINUTE
    expect(await outcome(ask({ rules: UNDER_PRESSURE }))).toBe('ADMITTED')
  })

  it('asks for nothing where the office wants none, however hard it is pressed [G2]', async () => {
    const { ask } = gateway()
    for (let i = 0; i < 50; i++) expect(await outcome(ask({ rules: NEVER }))).toBe('ADMITTED')
  })
})

describe('a network', () => {
  it('that asks absurdly often is told when to come back, while others are served [G6]', async () => {
    const { ask } = gateway()
    for (let i = 0; i < 300; i++) await ask({ rules: { ...NEVER, perNetworkHour: 1_000 } })
    const { code, data } = await refusal(ask({ rules: NEVER }))
    expect(code).toBe('TOO_MANY_REQUESTS')
    expect(data['retryAfter']).toBeGreaterThan(0)
    expect(data['retryAfter']).toBeLessThanOrEqual(10)
    expect(await outcome(ask({ rules: NEVER, network: CAFE }))).toBe('ADMITTED')
  })

  it('makes no more bookings an hour than the office allows, at each office [G5]', async () => {
    vi.useFakeTimers({ toFake: ['Date', 'setTimeout', 'clearTimeout'] })
    const { ask } = gateway()
    const rules = { proof: 'never', perNetworkHour: 3 } as const
    for (let i = 0; i < 3; i++) await (await ask({ rules })).settle(true)
    const { code, data } = await refusal(ask({ rules }))
    expect([code, data['retryAfter']]).toEqual(['TOO_MANY_BOOKINGS', 3_600])
    expect(await outcome(ask({ rules, office: 'medan' }))).toBe('ADMITTED')
    expect(await outcome(ask({ rules, network: CAFE }))).toBe('ADMITTED')
    await vi.advanceTimersByTimeAsync(HOUR)
    expect(await outcome(ask({ rules }))).toBe('ADMITTED')
  })

  it('cannot pass its limit by asking many times at the same moment [G5]', async () => {
    const { ask } = gateway()
    const rules = { proof: 'never', perNetworkHour: 5 } as const
    const answers = await Promise.all(Array.from({ length: 100 }, () => outcome(ask({ rules }))))
    expect(answers.filter(a => a === 'ADMITTED')).toHaveLength(5)
  })

  it('is not charged for what was not booked [G5]', async () => {
    const { ask } = gateway()
    const rules = { proof: 'never', perNetworkHour: 2 } as const
    for (let i = 0; i < 10; i++) await (await ask({ rules })).settle(false)
    expect(await outcome(ask({ rules }))).toBe('ADMITTED')
  })

  it('is not charged for what was refused at the same moment [G5]', async () => {
    const { ask } = gateway()
    const rules = { proof: 'never', perNetworkHour: 2 } as const
    const asked = await Promise.allSettled(Array.from({ length: 10 }, () => ask({ rules })))
    for (const one of asked) if (one.status === 'fulfilled') await one.value.settle(false)
    expect(await outcome(ask({ rules }))).toBe('ADMITTED')
  })

  it('is not given work for a place that it would not get [G7]', async () => {
    const { ask } = gateway()
    await (await ask({ rules: { proof: 'never', perNetworkHour: 1 } })).settle(true)
    expect(await outcome(ask({ rules: { proof: 'always', perNetworkHour: 1 } }))).toBe('TOO_MANY_BOOKINGS')
  })

  it('is the /64 of an IPv6 subscriber and the single address of IPv4 [G8]', () => {
    expect(networkOf('2001:db8:1:2:aaaa::1')).toBe(networkOf('2001:0DB8:0001:0002:0:0:0:9'))
    expect(networkOf('2001:db8:1:2::1')).not.toBe(networkOf('2001:db8:1:3::1'))
    expect(networkOf('2001:db8::7')).toBe('2001:db8:0:0::/64')
    expect(networkOf('::1')).toBe('0:0:0:0::/64')
    expect(networkOf('fe80::1%eth0')).toBe('fe80:0:0:0::/64')
    expect(networkOf('64:ff9b::192.0.2.1')).toBe('64:ff9b:0:0::/64')
    expect(networkOf('::ffff:203.0.113.7')).toBe(HOME)
    expect(networkOf(HOME)).not.toBe(networkOf('203.0.113.8'))
  })

  it.each(
    [
      HOME,
      `${HOME}:52611`,
      `"${HOME}:52611"`,
      ` ${HOME} `,
      `::ffff:${HOME}`,
      `::FFFF:${HOME}`,
      `0::ffff:${HOME}`,
      `0:0:0:0:0:ffff:${HOME}`,
      '::ffff:cb00:7107',
      '0000:0000:0000:0000:0000:ffff:cb00:7107',
      `[::ffff:${HOME}]:443`,
      `[0::ffff:${HOME}]`,
    ].map(spelling => [spelling]),
  )('of IPv4 is one, however a proxy writes it: %s [G8]', spelling => {
    expect(networkOf(spelling)).toBe(HOME)
    expect(plainAddress(spelling)).toBe(HOME)
  })

  it.each(
    ['2001:db8:1:2::7', '[2001:db8:1:2::7]:52611', '[2001:DB8:1:2:0::7]', '2001:db8:1:2:0:0:0:7%en0'].map(a => [a]),
  )('of IPv6 is one, however a proxy writes it: %s [G8]', spelling => {
    expect(networkOf(spelling)).toBe('2001:db8:1:2::/64')
    expect(plainAddress(spelling)).toBe('2001:db8:1:2:0:0:0:7')
  })

  it('is remembered under a hash in which no address can be read [G8]', () => {
    const hashed = createNetworks(KEY)
    expect(hashed(HOME)).toMatch(/^[\w-]{22}$/)
    expect(hashed('2001:db8:1:2::1')).toBe(hashed('2001:db8:1:2::2'))
    expect(createNetworks(Buffer.alloc(32, 8))(HOME)).not.toBe(hashed(HOME))
  })
})

describe('a phone', () => {
  it('that hammers is slowed down alone, not the network around it [G6]', async () => {
    const { ask } = gateway()
    for (let i = 0; i < 30; i++) await ask({ rules: NEVER, device: 'stuck' })
    expect(await outcome(ask({ rules: NEVER, device: 'stuck' }))).toBe('TOO_MANY_REQUESTS')
    expect(await outcome(ask({ rules: NEVER, device: 'calm' }))).toBe('ADMITTED')
  })
})

describe('patience in place of work', () => {
  it('is early before twenty seconds, good after them, and spent when used [G4]', async () => {
    const { ask, wait, clock } = gateway()
    const { token, from, until } = wait()
    expect([from - clock.now, until - clock.now]).toEqual([20_000, 10 * MINUTE])
    clock.now = from - 1
    expect(await outcome(ask({ patience: token }))).toBe('early')
    clock.now = from
    expect(await outcome(ask({ patience: token, act: 'form' }))).toBe('ADMITTED')
    expect(await outcome(ask({ patience: token, act: 'form' }))).toBe('ADMITTED')
    expect(await outcome(ask({ patience: token }))).toBe('spent')
  })

  it('counts for its own network, its own service and ten minutes only [G4]', async () => {
    const { ask, wait, clock } = gateway()
    const { token, until } = wait()
    clock.now += MINUTE
    expect(await outcome(ask({ patience: token, network: CAFE }))).toBe('bad')
    expect(await outcome(ask({ patience: token, subject: 'samarinda/kk' }))).toBe('bad')
    expect(await outcome(ask({ patience: `9${token}` }))).toBe('bad')
    clock.now = until
    expect(await outcome(ask({ patience: token }))).toBe('expired')
  })

  it('is had three times at once by a network, and again when one was used or ended [G4]', async () => {
    const { ask, wait, clock } = gateway()
    const [first] = [wait(), wait(), wait()]
    expect(() => wait()).toThrow('TOO_MANY_REQUESTS')
    expect(() => wait('203.0.113.8')).not.toThrow()
    clock.now += MINUTE
    expect(await outcome(ask({ patience: first!.token }))).toBe('ADMITTED')
    expect(() => wait()).not.toThrow()
    expect(() => wait()).toThrow('TOO_MANY_REQUESTS')
    clock.now += 10 * MINUTE
    expect(() => [wait(), wait(), wait()]).not.toThrow()
  })

  it('shows neither the address nor the service', () => {
    const { token } = gateway().wait()
    expect(token).not.toContain('203')
    expect(token).not.toContain('ktp')
  })
})
