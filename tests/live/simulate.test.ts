import { spawn } from 'node:child_process'
import path from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { testApp, type TestApp } from '../helpers/test-app.ts'

const root = path.resolve(import.meta.dirname, '../..')

let app: TestApp
afterEach(() => app.close())

/** Plays as a person would, from the command line. */
function simulate(...args: string[]): Promise<{ code: number | null; out: string; err: string }> {
  const child = spawn(process.execPath, ['scripts/simulate.mjs', ...args], { cwd: root })
  let [out, err] = ['', '']
  child.stdout.on('data', d => (out += d))
  child.stderr.on('data', d => (err += d))
  return new Promise(resolve => child.once('close', code => resolve({ code, out, err })))
}

describe('npm run simulate', () => {
  it('plays a past day on the running server, with times as people would have known them', async () => {
    app = await testApp({ now: Date.now })
    const url = await app.listen()
    const { code, out, err } = await simulate('--url', url, '--tickets', '60', '--speed', '1000', '--json')
    expect(err).not.toContain('error')
    const score = JSON.parse(out)
    expect(code).toBe(0)
    expect(score).toMatchObject({ duplicates: 0, doubleCalls: 0, heardOutOfOrder: 0, errors: 0 })
    // Some of those who booked stay away.
    expect(score.tickets).toBeGreaterThan(45)
    expect(score.heard).toBe(score.calls)
    expect(score.served).toBeGreaterThan(45)
    // A machine that is slower than the day it plays tells fewer of them a range.
    expect(score.ranges.n).toBeGreaterThan(20)
    const manager = await app.as('manajer')
    const period = `?from=${score.date}&to=${score.date}`
    const figures = (await manager.get(`/api/offices/samarinda/figures${period}`)).body
    expect(figures).toMatchObject({ tickets: score.tickets, done: score.served })
    const { answered } = (await manager.get('/api/offices/samarinda/ratings')).body
    expect(answered).toBe(score.ratings)
    expect(figures.wait).toMatchObject({ n: score.waits, uncalled: 0 })
    expect(figures.wait.p50.ms / 60_000).toBeCloseTo(score.waitMedianMinutes, 0)
    expect(Math.abs((await manager.get('/api/health')).body.now - Date.now())).toBeLessThan(5_000)
  }, 150_000)

  it('says in one sentence that no server answers', async () => {
    app = await testApp()
    const { code, err } = await simulate('--url', 'http://127.0.0.1:9')
    expect(code).toBe(2)
    expect(err.trim().split('\n')).toEqual([expect.stringContaining('No server answers at http://127.0.0.1:9')])
  })
})
