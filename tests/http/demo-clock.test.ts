import { afterEach, describe, expect, it } from 'vitest'
import { HOUR, MINUTE } from '../../shared/kit/time.ts'
import { MORNING, testApp, TICKETS, type TestApp } from '../helpers/test-app.ts'

const CLOCK = '/api/demo/clock'
const DAY = 24 * HOUR

let app: TestApp
afterEach(() => app.close())

const yesterday = { from: MORNING - DAY, to: MORNING - DAY + 2 * HOUR, speed: 60 }
const now = async () => (await app.visitor().get('/api/health')).body.now as number

describe('a past day in fast motion', () => {
  it('passes as fast as asked, and ends by itself on the real clock', async () => {
    app = await testApp()
    const admin = await app.as('admin')
    expect((await admin.post(CLOCK, { play: yesterday })).body.now).toBe(yesterday.from)
    app.clock.now += MINUTE
    expect(await now()).toBe(yesterday.from + HOUR)
    app.clock.now += MINUTE
    expect(await now()).toBe(app.clock.now)
  })

  it('gives its numbers on the played date and leaves today untouched', async () => {
    app = await testApp()
    const admin = await app.as('admin')
    await admin.post(CLOCK, { play: yesterday })
    const manager = await app.as('manajer')
    const taken = await manager.post(TICKETS, { serviceId: 'ktp-el' })
    expect(taken.body.ticket.takenAt).toBe(yesterday.from)
    expect((await app.visitor().get('/api/offices/samarinda/board')).body.date).toBe('2026-06-08')
    expect((await admin.post(CLOCK, { play: null })).body.now).toBe(app.clock.now)
    const board = (await app.visitor().get('/api/offices/samarinda/board')).body
    expect(board).toMatchObject({ date: '2026-06-09', waiting: { 'ktp-el': 0 } })
  })

  it.each([
    ['reaches into the future', { ...yesterday, to: MORNING + HOUR }],
    ['ends before it begins', { ...yesterday, to: yesterday.from }],
    ['is longer than a day', { ...yesterday, from: MORNING - 3 * DAY }],
    ['is faster than a thousand days in one', { ...yesterday, speed: 1_001 }],
  ])('is refused when it %s', async (_, play) => {
    app = await testApp()
    const answer = await (await app.as('admin')).post(CLOCK, { play })
    expect(answer.body.error.code).toBe('BAD_REQUEST')
    expect(await now()).toBe(MORNING)
  })

  it('is refused from behind a proxy', async () => {
    app = await testApp()
    const admin = await app.as('admin')
    const answer = await admin.post(CLOCK, { play: yesterday }, { 'x-forwarded-for': '203.0.113.9' })
    expect(answer.body.error.code).toBe('DEMO_ONLY')
    expect(await now()).toBe(MORNING)
  })

  it('is refused in production', async () => {
    app = await testApp({ env: { TANGGAP_MODE: 'production' } })
    const answer = await (await app.as('admin')).post(CLOCK, { play: yesterday })
    // An administrator who has no second key yet gets no further than that.
    expect(answer.body.error.code).toBe('SECOND_FACTOR_NEEDED')
    expect(await now()).toBe(MORNING)
  })
})
