import { every } from '../../server/jobs/every.ts'
import path from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { openSqlite } from '../../server/store/open/open-sqlite.ts'
import { removeFolder, temporaryFolder } from '../helpers/dialects.ts'
import { message, phoneOf, SECRET, shakyGateway } from '../helpers/outbox.ts'
import { testApp, MORNING, type TestApp } from '../helpers/test-app.ts'

/** An outbox that talks over the network to a real adapter, on a clock that the test sets. */
const closing: (() => unknown)[] = []
/** The adapter's clock goes with the office's. */
let clock = { now: MORNING }
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close()
})

async function office(gateway: { url: string }, given: Partial<Parameters<typeof testApp>[0]> = {}): Promise<TestApp> {
  const app = await testApp({
    every,
    env: { GATEWAY_URL: gateway.url, GATEWAY_SECRET: SECRET, GATEWAY_ALLOW_PRIVATE: 'true' },
    ...given,
  })
  clock = app.clock
  return app
}

/** Lets time pass until nothing waits any more; the minutes that it took. */
async function drain(app: TestApp): Promise<number> {
  const began = app.clock.now
  while ((await app.messages.byState()).queued > 0 && app.clock.now - began < 7_200_000) {
    await app.messages.deliverDue(app.clock.now)
    app.clock.now += 2_000
  }
  return (app.clock.now - began) / 60_000
}

describe('a gateway that fails one time in ten', () => {
  it('has every one of 300 messages exactly once in the end, and retries are counted [M1]', async () => {
    const gateway = await shakyGateway(() => clock.now)
    closing.push(gateway.close)
    const app = await office(gateway)
    closing.push(app.close)
    for (let n = 0; n < 300; n++) await app.messages.queue(message(n))
    await drain(app)

    expect(await app.messages.byState()).toEqual({ queued: 0, sent: 300, failed: 0, dropped: 0 })
    const { seen } = gateway
    expect([...seen.delivered.values()].sort()).toEqual(Array.from({ length: 300 }, (_, n) => phoneOf(n)))
    expect(seen.refused).toBeGreaterThan(5)
    expect(seen.cut).toBeGreaterThan(5)
    // What was cut after it was accepted came again under its own id, so the gateway could tell.
    expect(seen.repeats).toBeGreaterThanOrEqual(seen.cut - 1)
    expect(seen.unsigned).toBe(0)
    const { retries } = await app.messages.figures('samarinda')
    expect(retries).toBe(seen.requests - 300)
    expect(retries).toBe(seen.refused + seen.cut)
  })
})

describe('a gateway that is down', () => {
  it('is waited for: the queue stands, then drains', async () => {
    const gateway = await shakyGateway(() => clock.now, 0)
    closing.push(gateway.close)
    const app = await office(gateway)
    closing.push(app.close)
    gateway.turn(false)
    for (let n = 0; n < 40; n++) await app.messages.queue(message(n))
    const until = app.clock.now + 240_000
    for (; app.clock.now < until; app.clock.now += 2_000) await app.messages.deliverDue(app.clock.now)
    expect(await app.messages.byState()).toMatchObject({ queued: 40, failed: 0 })
    expect(await app.messages.figures('samarinda')).toMatchObject({
      oldestWaiting: MORNING,
      errors: { ECONNRESET: 40 },
    })
    gateway.turn(true)
    expect(await drain(app)).toBeLessThan(10)
    expect(gateway.seen.delivered.size).toBe(40)
  })

  it('and a server restarted meanwhile: nothing is lost', async () => {
    const folder = temporaryFolder()
    closing.push(() => removeFolder(folder))
    const file = path.join(folder, 'tanggap.db')
    const key = Buffer.alloc(32, 5)
    const gateway = await shakyGateway(() => clock.now, 0)
    closing.push(gateway.close)
    gateway.turn(false)
    const before = await office(gateway, { db: await openSqlite(file), key })
    for (let n = 0; n < 50; n++) await before.messages.queue(message(n))
    await before.messages.deliverDue(before.clock.now)
    await before.close()

    gateway.turn(true)
    const app = await office(gateway, { db: await openSqlite(file), key })
    closing.push(app.close)
    app.clock.now += 30_000
    await drain(app)
    expect(await app.messages.byState()).toMatchObject({ sent: 50, queued: 0 })
    expect(new Set(gateway.seen.delivered.values()).size).toBe(50)
  })

  it('is nobody’s business in the log: no phone number in errors, log or metrics', async () => {
    const gateway = await shakyGateway(() => clock.now, 1)
    closing.push(gateway.close)
    const app = await office(gateway)
    closing.push(app.close)
    for (let n = 0; n < 10; n++) await app.messages.queue(message(n))
    await app.messages.deliverDue(app.clock.now)
    const metrics = (await app.visitor().get('/metrics')).text
    const figures = (await (await app.as('manajer')).get('/api/offices/samarinda/messages')).text
    expect(figures).toContain('HTTP_500')
    for (const text of [metrics, figures, JSON.stringify([app.log, app.failures])]) expect(text).not.toContain('+62')
  })
})

describe('the timer of the outbox', () => {
  it('delivers by itself within two seconds', async () => {
    const gateway = await shakyGateway(() => clock.now, 0)
    closing.push(gateway.close)
    const app = await office(gateway)
    closing.push(app.close)
    await app.messages.queue(message(1))
    await expect.poll(() => gateway.seen.delivered.size, { timeout: 5_000 }).toBe(1)
  })
})
