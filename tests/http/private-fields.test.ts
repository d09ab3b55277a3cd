import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { saveOffice } from '../../server/store/offices.ts'
import { api } from '../../shared/contracts/api.ts'
import { projectDay, projectEvent } from '../../shared/contracts/views.ts'
import { listener } from '../helpers/listeners.ts'
import { counterPath, testApp, TICKETS, type TestApp, type Visitor } from '../helpers/test-app.ts'

/** What a later version may keep in a record and nobody outside may read. */
const SECRET = 'hanya-untuk-server'
const PRIVATE = { secretNote: SECRET }
const ROOMS = ['staff', 'hall'] as const

/** The same records, each with a private field in it. */
function planted<T>(value: T): T {
  return JSON.parse(JSON.stringify(value), (_key, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part) ? { ...part, ...PRIVATE } : part,
  )
}

let app: TestApp
let askers: Readonly<Record<string, Visitor>>
let token: string
let url: string
beforeAll(async () => {
  const before = await testApp()
  await saveOffice(before.db, planted(before.offices.get('samarinda')))
  // The office is read anew from disk, with all that was written there.
  app = await testApp({ db: before.db })
  url = await app.listen()
  askers = {
    visitor: app.visitor(),
    kiosk: await app.device('kiosk'),
    display: await app.device('display'),
    officer: await app.as('petugas1'),
    desk: await app.as('meja'),
    chief: await app.as('atasan'),
    manager: await app.as('manajer'),
    admin: await app.as('admin'),
  }
  token = (await askers.kiosk!.post(TICKETS, { serviceId: 'ktp-el' })).body.token
  await askers.kiosk!.post(TICKETS, { serviceId: 'ktp-el' })
  await askers.officer!.post(counterPath('1', 'open'))
  await askers.officer!.post(counterPath('1', 'call-next'))
})
afterAll(() => app.close())

const paths = Object.keys(api)
  .filter(key => key.startsWith('GET '))
  .map(key => key.slice(4))
const filled = (path: string) =>
  path
    .replace(':office', 'samarinda')
    .replace(':service', 'ktp-el')
    .replace(':counter', '1')
    .replace(':token', token)
    .replace(':date', '2026-06-10')
    .replace('/devices/me', '/devices/me?kind=kiosk')

describe('a private field of a stored record', () => {
  it('is in memory with the office, its rules and every service', () => {
    const office = app.offices.get('samarinda')
    for (const record of [office, office.rules, office.booking, ...office.services])
      expect(record).toMatchObject(PRIVATE)
  })

  it.each(paths)('is in no answer to %s, whoever asks', async path => {
    for (const asker of Object.values(askers)) expect((await asker.get(filled(path))).text).not.toContain(SECRET)
  })

  it('is in no answer to a change of settings', async () => {
    const answer = await askers.admin!.patch('/api/offices/samarinda/settings', { reading: 'digits' })
    expect(answer.status).toBe(200)
    expect(answer.text).not.toContain(SECRET)
  })

  it.each(['/b/', '/b/samarinda/', '/b/samarinda/ktp-el/', '/b/samarinda/ktp-el/jadwal', '/in', '/kiosk/'])(
    'is on no page %s',
    async path => {
      expect((await askers.visitor!.get(path)).text).not.toContain(SECRET)
    },
  )

  it('is on no page of a ticket', async () => {
    expect((await askers.visitor!.get(`/t/${token}`)).text).not.toContain(SECRET)
  })

  it.each(ROOMS)('reaches nobody of the %s over a live connection', async audience => {
    const heard = await listener(url, audience, askers.officer)
    expect(heard.reply.ok).toBe(true)
    expect(heard.words.join('')).not.toContain(SECRET)
    heard.close()
  })

  it.each([...ROOMS, 'public'] as const)('is in no day that the %s may see', async audience => {
    const day = await app.days.today('samarinda')
    const { tickets, counters, calls, slots } = day
    const secret = { ...day, ...planted({ tickets, calls }), ...PRIVATE }
    const named = Object.entries({ ...counters }).map(([id, counter]) => [id, { ...counter, ...PRIVATE }])
    const seen = projectDay({ ...secret, counters: Object.fromEntries(named), slots }, audience)
    expect(seen.tickets.flat().length).toBeGreaterThan(1)
    expect(JSON.stringify(seen)).not.toContain(SECRET)
  })

  it.each(ROOMS)('is in no event that the %s may see', async audience => {
    const { date } = await app.days.today('samarinda')
    const events = app.days.since('samarinda', date, 0) ?? []
    expect(new Set(events.map(e => e.type))).toEqual(
      new Set(['dayPlanned', 'ticketTaken', 'ticketCalled', 'counterOpened']),
    )
    for (const event of events.map(e => ({ ...e, ...PRIVATE, ...('because' in e && planted({ because: e.because })) })))
      expect(JSON.stringify(projectEvent(event, audience))).not.toContain(SECRET)
  })
})
