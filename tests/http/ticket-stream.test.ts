import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { DAY, HOUR, MINUTE } from '../../shared/kit/time.ts'
import type { OwnTicket } from '../../shared/ticket/own-ticket.ts'
import { streamed, type Streamed } from '../helpers/streamed.ts'
import { wordsIn } from '../helpers/page-words.ts'
import { until } from '../helpers/listeners.ts'
import { counterPath, testApp, TICKETS, type TestApp, type Visitor } from '../helpers/test-app.ts'

let app: TestApp
let url: string
let kiosk: Visitor
let officer: Visitor
let passed = 0
const open: Streamed[] = []
beforeEach(async () => {
  passed = 0
  app = await testApp({ elapsed: () => performance.now() + passed })
  url = await app.listen()
  kiosk = await app.device('kiosk')
  officer = await app.as('petugas1')
})
afterEach(async () => {
  for (const one of open.splice(0)) one.close()
  await app.close()
})

const take = async (serviceId = 'ktp-el') => (await kiosk.post(TICKETS, { serviceId })).body as { path: string }
const at = (act: string, body?: unknown) => officer.post(counterPath('1', act), body)
async function follow(path: string, how: { known?: string | undefined } = {}) {
  const one = await streamed(url, path, how)
  open.push(one)
  if (one.status === 200) await until(() => one.messages.length > 0)
  return one
}
const serve = async () => {
  for (const act of ['call-next', 'start', 'finish']) expect((await at(act)).status).toBe(200)
}
const read = async (path: string) => (await app.visitor().get(`/api/tickets/${path.slice(3)}`)).body as OwnTicket

describe('a ticket’s own stream', () => {
  it('begins with where the ticket stands, as its page has it, and is kept by no proxy', async () => {
    await at('open')
    await take()
    const { path } = await take()
    const phone = await follow(path)
    expect(phone.headers).toMatchObject({
      'content-type': 'text/event-stream',
      'cache-control': 'no-store, no-transform',
      'x-accel-buffering': 'no',
    })
    expect(phone.text()).toMatch(/^retry: \d{4}\nid: [\w-]{8}\ndata: /)
    const own = await read(path)
    expect(phone.messages[0]).toMatchObject({ ahead: 1, counters: [{ id: '1', name: 'Loket 1' }], calls: 0 })
    expect(phone.standing(own)).toEqual(own)
  })

  it('tells the steps of the visit as they are read, and each that its desk adds, puts in another order or takes away [D47 D51]', async () => {
    const { path } = await take()
    const phone = await follow(path)
    expect(phone.messages[0]!.steps).toBeNull()
    for (const act of ['open', 'call-next']) await at(act)
    for (const later of [['perubahan-data', 'legalisir'], ['legalisir', 'perubahan-data'], ['legalisir'], []]) {
      const before = phone.messages.length
      expect((await at('steps', { later: later.map(serviceId => ({ serviceId })) })).status).toBe(200)
      const { steps } = await phone.next(m => m.steps !== undefined, before)
      const { visit } = await read(path)
      // Word for word, or the phone would read again and again.
      expect(JSON.stringify(steps)).toBe(JSON.stringify(visit?.steps ?? null))
      expect(visit?.steps[0]?.calledAt).toBe(later.length > 0 ? app.clock.now : undefined)
      expect(steps?.flatMap(step => step.services) ?? ['']).toHaveLength(1 + later.length)
    }
  })

  it('tells the new name of its service to a phone that is open [A41]', async () => {
    const { path } = await take()
    const phone = await follow(path)
    const name = ['KTP baru', 'New ID card']
    const change = { services: [{ id: 'ktp-el', name }], foreseen: 9 }
    expect((await (await app.as('admin')).patch('/api/offices/samarinda/settings', change)).status).toBe(200)
    expect((await phone.next(m => m.service !== undefined, 1)).service).toEqual(name)
    expect((await read(path)).service.name).toEqual(name)
  })

  it('tells people ahead, the call, the second call and the counter, and nothing of others [R13]', async () => {
    const [first, second] = [await take(), await take()]
    const phone = await follow(second.path)
    expect(phone.messages[0]).toMatchObject({ ahead: 1, counters: [] })
    await at('open')
    expect(await phone.next(m => m.counters?.length === 1)).toMatchObject({ counters: [{ id: '1' }] })
    await at('call-next')
    expect(await phone.next(m => m.ahead === 0)).toMatchObject({ ahead: 0 })
    await at('finish')
    await at('call-next')
    expect(await phone.next(m => m.ticket?.state === 'called')).toMatchObject({
      ticket: { state: 'called', counterId: '1' },
      calls: 1,
    })
    await at('recall')
    expect(await phone.next(m => m.calls === 2)).toMatchObject({ calls: 2 })
    expect(phone.text()).not.toContain(first.path.slice(3))
    expect(phone.text()).not.toMatch(/A-001|staff|petugas|officerId/)
    expect(phone.standing(await read(second.path))).toEqual({ ...(await read(second.path)), now: expect.any(Number) })
  })

  it('tells a closing and the opening again at once', async () => {
    const { path } = await take()
    const phone = await follow(path)
    const boss = await app.as('meja')
    const service = '/api/offices/samarinda/services/ktp-el'
    await boss.post(`${service}/close`, { reason: 'systemDown' })
    expect(await phone.next(m => m.closed?.reason !== undefined)).toMatchObject({ closed: { reason: 'systemDown' } })
    await boss.post(`${service}/open`)
    expect(await phone.next(m => m.closed === null, 1)).toMatchObject({ closed: null })
  })

  it('tells that the office closed that day and opened again, with no range meanwhile, also on its page', async () => {
    await at('open')
    const { path } = await take()
    const phone = await follow(path)
    expect(phone.messages[0]).toMatchObject({ shut: false, range: expect.anything() })
    const admin = await app.as('admin')
    const settings = (hours: object) => admin.patch('/api/offices/samarinda/settings', hours)
    const name = ['Libur contoh', 'Made-up holiday']
    const special = { name, from: '2026-06-09', to: '2026-06-09', hours: Array<null>(7).fill(null) }
    expect((await settings({ alwaysOpen: false, specialHours: [special] })).status).toBe(200)
    expect(await phone.next(m => m.shut === true)).toMatchObject({ range: null })
    expect(wordsIn((await app.visitor().get(path)).text)).toContain('Kantor tutup hari ini')
    await settings({ alwaysOpen: true, specialHours: [] })
    expect(await phone.next(m => m.shut === false, 1)).toMatchObject({ shut: false, range: expect.anything() })
    expect(wordsIn((await app.visitor().get(path)).text)).not.toContain('Kantor tutup')
  })

  it('takes the range away while its service is closed, also on the page that is loaded then', async () => {
    await at('open')
    const { path } = await take()
    const phone = await follow(path)
    const front = await app.as('meja')
    await front.post('/api/offices/samarinda/services/ktp-el/close', { reason: 'systemDown' })
    expect(await phone.next(m => m.closed?.reason !== undefined)).toMatchObject({ range: null })
    const page = wordsIn((await app.visitor().get(path)).text)
    expect(page).toContain('Sistem pusat sedang tidak bisa dipakai.')
    expect(page).not.toMatch(/Berikutnya giliran|sebentar lagi/)
  })

  it('tells whoever still waits when the day is closed', async () => {
    const { path } = await take()
    const phone = await follow(path)
    await (await app.as('admin')).patch('/api/offices/samarinda/settings', { alwaysOpen: false })
    app.clock.now += 10 * HOUR
    const front = await app.as('meja')
    expect((await front.post('/api/offices/samarinda/days/2026-06-09/close')).status).toBe(200)
    expect(await phone.next(m => m.ticket?.state === 'unserved')).toMatchObject({ ticket: { state: 'unserved' } })
    expect(wordsIn((await app.visitor().get(path)).text)).toContain('Kantor tidak sempat melayani Anda')
  })

  it('holds back for ten seconds what only moves far ahead, and tells it with the rest', async () => {
    await at('open')
    for (let i = 0; i < 14; i++) await take()
    const near = await follow((await take()).path)
    const far = await follow((await take()).path)
    expect([near, far].map(p => p.messages[0]!.ahead)).toEqual([14, 15])
    for (let i = 0; i < 4; i++) {
      await at('call-next')
      await at('finish')
    }
    await near.next(m => m.ahead === 10)
    expect(far.messages.map(m => m.ahead)).toEqual([15])
    passed += 10_000
    await app.streams.tick()
    await far.next(m => m.ahead === 11)
    expect(far.messages.filter(m => m.ahead !== undefined)).toHaveLength(2)
  })

  it('costs a phone near its turn less than 2 KiB a minute at 71 calls an hour', async () => {
    await at('open')
    for (let i = 0; i < 10; i++) await take()
    const phone = await follow((await take()).path)
    const wire = phone.answer.socket
    const before = wire.bytesRead
    // Eighty an hour: a call every 45 seconds.
    for (let call = 1; call <= 10; call++) {
      for (let quarter = 0; quarter < 3; quarter++) {
        passed += 15_000
        app.clock.now += 15_000
        await app.streams.tick()
      }
      await serve()
      await take()
      await phone.next(m => m.ahead === 10 - call)
    }
    expect((wire.bytesRead - before) / 7.5).toBeLessThan(2_048)
    expect(phone.messages.length).toBeGreaterThan(30)
  })

  it('gives a sign of life every fifteen seconds', async () => {
    const phone = await follow((await take()).path)
    await app.streams.tick()
    expect(phone.messages).toHaveLength(1)
    passed += 15_000
    app.clock.now += 15_000
    await app.streams.tick()
    expect(await phone.next(() => true, 1)).toEqual({ now: app.clock.now })
  })

  it('says nothing anew to a phone that comes again and has missed nothing, and all to one that has', async () => {
    await at('open')
    await take()
    const { path } = await take()
    const before = await follow(path)
    before.close()
    expect((await follow(path, { known: before.mark() })).messages[0]).toEqual({ now: app.clock.now })
    await at('call-next')
    expect((await follow(path, { known: before.mark() })).messages[0]).toMatchObject({ ahead: 0, ticket: {}, calls: 0 })
  })

  it('is the same message for the family, which hears nothing of the document [R13]', async () => {
    await at('open')
    const { path } = await take()
    const own = await follow(path)
    const family = await follow((await read(path)).sharePath!)
    expect(family.messages[0]).toEqual(own.messages[0])
    await serve()
    const done = await family.next(m => m.ticket?.state === 'done')
    expect(done.document).toBeUndefined()
    const { document } = await own.next(m => typeof m.document === 'number')
    expect(document).toBe((await read(path)).application!.changedAt)
    expect(family.messages.every(m => typeof m.document !== 'number')).toBe(true)
  })

  it('tells that the document is gone when the end that opened it is taken back', async () => {
    await at('open')
    const { path } = await take()
    const own = await follow(path)
    await serve()
    await own.next(m => typeof m.document === 'number')
    const seen = own.messages.length
    expect((await at('undo')).status).toBe(200)
    expect((await own.next(m => m.document === null, seen)).document).toBeNull()
  })

  it('does not tell the family what the ticket is for, nor whether it has priority [B16 B22]', async () => {
    const taken = await kiosk.post(TICKETS, { serviceId: 'akta-perkawinan', case: 'cerai', priority: true })
    const { path } = taken.body as { path: string }
    const share = (await read(path)).sharePath!
    expect((await read(path)).ticket).toMatchObject({ case: 'cerai', priority: true })
    const family = await read(share)
    expect([family.ticket.case, family.ticket.priority]).toEqual([undefined, false])
    const [phone, page] = [await follow(share), await app.visitor().get(share)]
    expect(phone.text()).not.toContain('cerai')
    expect(phone.messages[0]!.ticket!.priority).toBe(false)
    expect((await follow(path)).messages[0]!.ticket!.case).toBe('cerai')
    const about = /<h1[\s\S]*?<\/header>|<title>[^<]*/g
    expect((page.text.match(about) ?? []).join()).not.toMatch(/cerai/i)
  })

  it('tells each step of the document after the visit, also on a later day, until it is handed over', async () => {
    await at('open')
    const { path } = await take()
    await serve()
    await app.settled()
    const desk = await app.as('petugas1')
    const [file] = (await desk.get('/api/offices/samarinda/applications')).body.applications as { id: string }[]
    const step = (to: string) => desk.post(`/api/offices/samarinda/applications/${file!.id}/advance`, { to })
    const phone = await follow(path)
    expect(phone.messages[0]!.document).toBe((await read(path)).application!.changedAt)
    app.clock.now += MINUTE
    await step('processing')
    expect((await phone.next(m => m.document !== undefined, 1)).document).toBe(app.clock.now)
    app.clock.now += DAY
    const later = await follow(path)
    expect(later.messages).toEqual([{ now: app.clock.now, document: app.clock.now - DAY }])
    const officerAgain = await app.as('petugas1')
    const advance = (to: string) => officerAgain.post(`/api/offices/samarinda/applications/${file!.id}/advance`, { to })
    await advance('ready')
    expect((await later.next(m => m.document !== undefined, 1)).document).toBe(app.clock.now)
    await advance('handedOver')
    expect(await later.next(m => m.document === null, 1)).toBeDefined()
    passed += MINUTE
    await app.streams.tick()
    await until(later.closed)
    expect(later.messages.at(-1)).toMatchObject({ end: true })
  })

  it('ends for good a minute after the ticket did, and not before: an end may be taken back', async () => {
    const { path } = await take()
    const phone = await follow(path)
    await app.visitor().post(`/api/tickets/${path.slice(3)}/cancel`)
    await phone.next(m => m.ticket?.state === 'cancelled')
    passed += 59_000
    await app.streams.tick()
    expect(phone.messages.some(m => m.end)).toBe(false)
    passed += 1_000
    await app.streams.tick()
    expect(await phone.next(m => m.end === true)).toBeDefined()
    await until(phone.closed)
    expect(app.streams.size()).toBe(0)
  })

  it('is cut at midnight, so that the page reads what the day has become', async () => {
    const { path } = await take()
    const phone = await follow(path)
    app.clock.now += DAY
    await app.streams.tick()
    await until(phone.closed)
    expect(phone.messages.every(m => m.end === undefined)).toBe(true)
    expect((await follow(path)).messages).toEqual([{ now: app.clock.now, end: true }])
  })

  it('is refused to whoever has no link, and is nothing that one asks by its head', async () => {
    expect((await streamed(url, '/t/no-such-link-000000')).status).toBe(404)
    const { path } = await take()
    const head = await fetch(`${url}${path}/stream`, { method: 'HEAD' })
    expect([head.status, app.streams.size()]).toEqual([200, 0])
  })
})
