import { Hono } from 'hono'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Env } from '../../server/http/context.ts'
import { createKept } from '../../server/http/kept.ts'
import { counterPath, testApp, TICKETS, type TestApp } from '../helpers/test-app.ts'

/** Every kind of page and answer that the public shares. */
const SHARED = [
  '/b/samarinda',
  '/b/samarinda?q=ktp',
  '/b/samarinda/ktp-el',
  '/b/samarinda/ktp-el/jadwal',
  '/b/samarinda/ktp-el/jadwal?lang=en&priority=1',
  '/b/samarinda/ktp-el/belum?papers=kk',
  '/b/samarinda/ktp-el/syarat',
  '/api/offices',
  '/api/offices/samarinda',
  '/api/offices/samarinda/board',
  '/api/offices/samarinda/services/ktp-el/slots?days=14',
  '/kiosk/',
]

describe('what is kept for all', () => {
  let app: TestApp
  beforeEach(async () => void (app = await testApp()))
  afterEach(() => app.close())

  it('is the very answer that somebody with a cookie of their own gets, drawn anew', async () => {
    const mine = app.visitor(new Map([['my', 'cookie']]))
    const nobody = app.visitor()
    for (const path of SHARED) {
      const first = await nobody.get(path)
      const [again, drawn] = [await nobody.get(path), await mine.get(path)]
      expect([first.status, again.text], path).toEqual([200, first.text])
      // Equal also when drawn twice: nothing random, no secret of one form, stands in what is shared.
      expect(drawn.text, path).toBe(first.text)
      const fixed = (headers: Headers) => [...headers].filter(([name]) => name !== 'x-request-id')
      expect(fixed(again.headers), path).toEqual(fixed(drawn.headers))
      expect(again.headers.get('x-request-id'), path).not.toBe(first.headers.get('x-request-id'))
      expect(again.headers.getSetCookie(), path).toEqual([])
    }
  })

  it('is told in the log and the figures as what it is', async () => {
    for (let i = 0; i < 3; i++) await app.visitor().get('/b/samarinda')
    expect(app.log.slice(-3).map(request => request.route)).toEqual(Array(3).fill('GET /b/:office'))
  })

  it('is gone with the next number, with a changed setting and with the second', async () => {
    const nobody = app.visitor()
    const board = async () => (await nobody.get('/api/offices/samarinda/board')).body
    const kiosk = await app.device('kiosk')
    const officer = await app.as('petugas1')
    await officer.post(counterPath('1', 'open'))
    const before = await board()
    await kiosk.post(TICKETS, { serviceId: 'ktp-el' })
    const after = await board()
    expect(after).not.toEqual(before)

    const offices = async () => (await nobody.get('/api/offices/samarinda')).body.office.minRatings
    expect(await offices()).toBe(60)
    await (await app.as('admin')).patch('/api/offices/samarinda/settings', { minRatings: 80 })
    expect(await offices()).toBe(80)

    const slots = async () => (await nobody.get('/api/offices/samarinda/services/ktp-el/slots')).body.now
    const first = await slots()
    app.clock.now += 1_000
    expect(await slots()).toBe(first + 1_000)
  })

  it('does not show staff’s places to the public, nor the public’s to staff', async () => {
    const slots = '/api/offices/samarinda/services/ktp-el/slots?days=14'
    const front = await app.as('meja')
    const nobody = app.visitor()
    const [publics, desks] = [await nobody.get(slots), await front.get(slots)]
    expect((await nobody.get(slots)).text).toBe(publics.text)
    expect((await front.get(slots)).text).toBe(desks.text)
  })

  it('has no body for who asks by HEAD, and is whole for the next', async () => {
    const url = await app.listen()
    const head = await fetch(`${url}/b/samarinda`, { method: 'HEAD' })
    expect([head.status, await head.text()]).toEqual([200, ''])
    const page = await (await fetch(`${url}/b/samarinda`)).text()
    expect(page).toContain('</html>')
    expect(await (await fetch(`${url}/b/samarinda`, { method: 'HEAD' })).text()).toBe('')
    expect(await (await fetch(`${url}/b/samarinda`)).text()).toBe(page)
  })

  it('is never a form, a ticket, or an answer to one person', async () => {
    const key = /name="key" value="([^"]+)"/
    const { slots } = (await app.visitor().get('/api/offices/samarinda/services/ktp-el/slots?days=14')).body
    const form = `/b/samarinda/ktp-el/data?slot=${slots.at(-1).id}`
    const keys = [await app.visitor().get(form), await app.visitor().get(form)].map(page => key.exec(page.text)?.[1])
    expect(keys[0]).toBeTruthy()
    expect(keys[1]).toBeTruthy()
    expect(keys[0]).not.toBe(keys[1])
  })
})

describe('keeping', () => {
  /** An app whose pages count how often they are drawn, and wait until the test lets them. */
  function pages() {
    const state = { stamp: 'one', drawn: 0, status: 200, cookie: false, let: () => {}, waits: false }
    const app = new Hono<Env>()
    app.use(createKept(() => state.stamp))
    app.get('*', async c => {
      state.drawn++
      if (state.waits) await new Promise<void>(resolve => (state.let = resolve))
      if (state.cookie) c.header('Set-Cookie', 'a=b')
      c.header('X-Kind', 'page')
      return c.text(`${c.req.path} ${state.drawn}`, state.status as 200)
    })
    const get = async (path: string, headers: Record<string, string> = {}) => {
      const answer = await app.request(path, { headers })
      return `${answer.status} ${await answer.text()} ${answer.headers.get('x-kind')}`
    }
    return { state, get }
  }

  it('draws a page once for all who ask while it is being drawn', async () => {
    const { state, get } = pages()
    state.waits = true
    const asked = Array.from({ length: 100 }, () => get('/b/a'))
    await Promise.resolve()
    state.let()
    expect(new Set(await Promise.all(asked))).toEqual(new Set(['200 /b/a 1 page']))
    expect(state.drawn).toBe(1)
  })

  it('draws it anew for another state, address, coding, kind or host', async () => {
    const { state, get } = pages()
    await get('/b/a')
    const others = [
      { 'accept-encoding': 'br' },
      { 'accept-encoding': 'gzip, deflate' },
      { accept: 'application/json' },
      { host: 'x' },
    ]
    for (const headers of others) await get('/b/a', headers)
    await get('/b/a?lang=en')
    expect(state.drawn).toBe(6)
    await get('/b/a', { 'accept-encoding': 'deflate, gzip;q=1' })
    expect(state.drawn).toBe(6)
    state.stamp = 'two'
    expect(await get('/b/a')).toBe('200 /b/a 7 page')
  })

  it('does not keep refusals, answers with a cookie, answers to a cookie, or of other addresses', async () => {
    const { state, get } = pages()
    const cases: [() => void, string, Record<string, string>][] = [
      [() => (state.status = 404), '/b/a', {}],
      [() => (state.cookie = true), '/b/b', {}],
      [() => {}, '/b/c', { cookie: 'a=b' }],
      [() => {}, '/b/a/b/data', {}],
      [() => {}, '/t/token', {}],
      [() => {}, '/api/tickets/token', {}],
      [() => {}, `/b/d?q=${'x'.repeat(200)}`, {}],
    ]
    for (const [set, path, headers] of cases) {
      Object.assign(state, { status: 200, cookie: false })
      set()
      const [first, second] = [await get(path, headers), await get(path, headers)]
      expect(second, path).not.toBe(first)
    }
  })

  it('lets those who waited for a refusal ask for themselves', async () => {
    const { state, get } = pages()
    Object.assign(state, { waits: true, status: 503 })
    const [first, second] = [get('/b/a'), get('/b/a')]
    await Promise.resolve()
    state.waits = false
    state.let()
    expect([await first, await second]).toEqual(['503 /b/a 1 page', '503 /b/a 2 page'])
  })

  it('keeps three hundred pages at most, the newest', async () => {
    const { state, get } = pages()
    for (let i = 0; i < 301; i++) await get(`/b/p${i}`)
    await get('/b/p300')
    expect(state.drawn).toBe(301)
    await get('/b/p0')
    expect(state.drawn).toBe(302)
  })
})
