import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openSqlite } from '../../server/store/open/open-sqlite.ts'
import { atClock } from '../../shared/kit/time.ts'
import { formIn } from '../helpers/booking-app.ts'
import { byPages, openScan, post, tokenOf, upload } from '../helpers/by-pages.ts'
import { removeFolder, temporaryFolder } from '../helpers/dialects.ts'
import { listener } from '../helpers/listeners.ts'
import { allRows, marksOf, overhear, people, personalIn, type Exchange } from '../helpers/overheard.ts'
import { counterPath, MORNING, surveyAt, TICKETS, type TestApp, type Visitor } from '../helpers/test-app.ts'
import { drain, handOverAll, inbound, KEYS, office, OFFICE, places, toldOffice } from '../helpers/told-office.ts'
import { DEFAULT_SERVICE_BOOKING } from '../../shared/office/defaults.ts'

/** Three days of bookings with everything that people tell of themselves, then a search for it wherever it may not be. */
const TODAY = '2026-06-09'
const WEDNESDAY = '2026-06-10'
const THURSDAY = '2026-06-11'
const BOOKINGS = `${OFFICE}/bookings`
const at = (time: string, date = TODAY) => atClock(date, time, 'WITA')
const folder = temporaryFolder()
const uploads = path.join(folder, 'uploads')
let app: TestApp
let told: Awaited<ReturnType<typeof toldOffice>>
let heard: Exchange[]
const clock = { now: MORNING }
/** Keyed hashes and sealed texts that were ever stored. */
const marks = new Set<string>()
const links = { own: '', family: '' }
const sockets: Record<string, string> = {}
let during: Map<string, string>

const someone = (n: number) => people[n]!
const contact = (n: number, channel?: string) => ({ ...someone(n), ...(channel ? { channel } : {}) })
async function noted(): Promise<void> {
  await app.settled()
  for (const mark of await marksOf(app.db)) marks.add(mark)
  await app.messages.deliverDue(clock.now)
}

beforeAll(async () => {
  told = await toldOffice(undefined, clock, undefined, {
    db: await openSqlite(path.join(folder, 'tanggap.db')),
    dataDir: folder,
  })
  app = told.app
  heard = overhear(app)
  const url = await app.listen()
  const desk = await app.as('meja')
  const display = await app.device('display')
  const ears = {
    hall: await listener(url, 'hall', display),
    staff: await listener(url, 'staff', desk),
  }
  const withFiles = { ...DEFAULT_SERVICE_BOOKING, release: { kind: 'open' }, dailyQuota: null, files: true }
  const small = { ...DEFAULT_SERVICE_BOOKING, release: { kind: 'open' }, dailyQuota: 3, files: false }
  const draw = {
    ...DEFAULT_SERVICE_BOOKING,
    release: { kind: 'draw', opensDaysAhead: 3, closesDaysAhead: 1 },
    dailyQuota: 20,
    files: false,
  }
  const services = [
    { id: 'ktp-el', booking: withFiles },
    { id: 'akta-kelahiran', booking: small },
    { id: 'pindah-datang', booking: draw },
  ]
  await office(app, { priorityShare: 0, heldBackMinutes: 0 }, { services })
  // By the API: with a scan, a browser that wants to be told, and a link for the family.
  const first = app.visitor()
  const wish = {
    serviceId: 'ktp-el',
    slotId: `${TODAY}T10:30`,
    contact: contact(0, 'whatsapp'),
    papers: ['kk', 'surat-hilang'],
  }
  const { token } = (await first.post(BOOKINGS, wish)).body
  links.own = token
  await upload(app, token, `KK ${someone(0).name} ${someone(0).nik}.pdf`)
  await first.post(`/api/tickets/${token}/push`, { subscription: { endpoint: 'https://push.example/a', keys: KEYS } })
  links.family = (await first.get(`/api/tickets/${token}`)).body.sharePath
  for (const page of ['', '/bagikan', '/jadwal', '/kalender.ics']) await first.get(`/t/${token}${page}`)
  // By the pages: held, typed wrong once, booked, cancelled.
  const second = app.visitor()
  const chosen = await second.get('/b/samarinda/ktp-el/jadwal?papers=kk&lang=id')
  const held = await post(
    second,
    '/b/samarinda/ktp-el/jadwal',
    formIn(chosen.text, 'slots', { slot: `${TODAY}T11:00` }),
  )
  const query = held.to.split('?')[1]!
  expect((await byPages(second, 'ktp-el', query, 1, { nik: '123' })).status).toBe(400)
  const paged = await byPages(second, 'ktp-el', query, 1, { channel: 'sms' })
  expect([paged.status, paged.to]).toEqual([303, expect.stringContaining('/t/')])
  await noted()
  await post(second, `/t/${tokenOf(paged.to)}/cancel`, new URLSearchParams())
  // A draw, by both ways.
  const entered = await byPages(app.visitor(), 'pindah-datang', `draw=${THURSDAY}&wish=${THURSDAY}T09:00&any=1`, 2)
  expect(entered.status).toBe(303)
  const wishes = [`${THURSDAY}T09:30`]
  const drawPath = `${OFFICE}/services/pindah-datang/draws/${THURSDAY}`
  const entry = await app.visitor().post(`${drawPath}/entries`, { wishes, contact: contact(3, 'telegram') })
  expect(entry.status).toBe(201)
  await app.visitor().get(`/t/${entry.body.token}`)
  // A full day: waitlist, a place given back, offered and taken.
  const akta = await places(app, 'akta-kelahiran', WEDNESDAY)
  expect(akta.length).toBeLessThan(4)
  const bookers = []
  for (const [i, slotId] of akta.entries())
    bookers.push(await app.visitor().post(BOOKINGS, { serviceId: 'akta-kelahiran', slotId, contact: contact(4 + i) }))
  const waiting = await byPages(app.visitor(), 'akta-kelahiran', `waitlist=${WEDNESDAY}`, 8, { channel: 'whatsapp' })
  expect(waiting.status).toBe(303)
  await first.post(`/api/tickets/${bookers[0]!.body.token}/cancel`)
  clock.now += 60_000
  await app.passOn()
  expect((await first.post(`/api/tickets/${tokenOf(waiting.to)}/offer`)).status).toBe(200)

  // By the desk for a family, by chat, and moved twice.
  const family = [9, 10].map(n => ({ name: someone(n).name, phone: someone(n).phone }))
  const group = await desk.post(`${BOOKINGS}/group`, { serviceId: 'ktp-el', slotId: `${TODAY}T13:00`, people: family })
  expect(group.body.booked).toHaveLength(2)
  const from = `+62${someone(11).phone.replace(/\D/g, '').slice(1)}`
  for (const [i, text] of ['ANTRI', 'ktp', '1', 'status'].entries())
    expect((await inbound(app, clock, { id: `m${i}`, channel: 'whatsapp', from, text })).status).toBe(200)
  const mover = app.visitor()
  const move = { serviceId: 'kartu-keluarga', slotId: `${TODAY}T13:00`, contact: contact(12, 'sms') }
  const moved = (await mover.post(BOOKINGS, move)).body
  await mover.post(`/api/tickets/${moved.token}/reschedule`, { slotId: `${TODAY}T13:30` })
  expect((await mover.post(`/api/tickets/${moved.token}/reschedule`, { slotId: `${WEDNESDAY}T09:00` })).status).toBe(
    200,
  )
  await mover.get(`/t/${moved.token}`)

  // In a busy hour, without scripts: what was typed waits in the page.
  await office(app, { proof: 'always' })
  const patient = app.visitor()
  const wait = await byPages(patient, 'kartu-keluarga', `slot=${WEDNESDAY}T11:00`, 13)
  expect([wait.status, wait.to]).toEqual([200, ''])
  clock.now += 60_000
  expect((await post(patient, '/b/samarinda/kartu-keluarga/data', formIn(wait.text, 'book'))).to).toContain('/t/')
  await office(app, { proof: 'never' })

  // What is refused: a second booking, bad fields, a wrong door.
  const again = { serviceId: 'ktp-el', slotId: `${TODAY}T13:30` }
  const refused = [
    await app.visitor().post(BOOKINGS, { ...again, contact: contact(0) }),
    await app.visitor().post(BOOKINGS, { ...again, contact: { ...contact(13), nik: `${someone(13).nik}9` } }),
    await app.visitor().post(BOOKINGS, { ...again, contact: { ...contact(13), alias: someone(13).name } }),
    await app.visitor().post(BOOKINGS, { ...again, serviceId: 'lain', contact: contact(13) }),
    await app.visitor().post('/api/gateway/inbound', { id: 'x', channel: 'sms', from, text: someone(13).name }),
    await app.visitor().post(BOOKINGS, `{"contact":{"name":"${someone(13).name}"`),
  ]
  expect(refused.map(r => r.status)).toEqual([409, 400, 400, 404, 401, 400])

  // Bookings that came together, voided.
  const phone = app.visitor()
  for (const [i, serviceId] of ['legalisir', 'perubahan-data', 'identitas-digital'].entries())
    await phone.post(BOOKINGS, { serviceId, slotId: `${WEDNESDAY}T10:00`, contact: i > 0 ? contact(13) : {} })
  await noted()
  const admin = await app.as('admin')
  const { clusters } = (await admin.get(`${OFFICE}/clusters`)).body
  const own = clusters.find((c: { kind: string }) => c.kind === 'device')
  await admin.post(`${OFFICE}/clusters/void`, { cluster: own.id, reason: 'test' })
  // Prepared, checked in, called, served, rated, answered.
  const prepared = (await desk.get(`${BOOKINGS}?date=${TODAY}`)).body.bookings
  const [file] = prepared.flatMap((b: { files: { id: string }[] }) => b.files)
  expect((await openScan(desk, file.id, 'help')).status).toBe(200)
  const { ticketId } = prepared.find((b: { files: unknown[] }) => b.files.length > 0)
  expect((await desk.post(`${BOOKINGS}/${ticketId}/open`, { reason: 'help' })).status).toBe(200)
  clock.now = at('10:20')
  const kiosk = await app.device('kiosk')
  expect((await kiosk.post(`${OFFICE}/check-in`, { token })).status).toBe(200)
  const walkIn = (await kiosk.post(TICKETS, { serviceId: 'ktp-el' })).body
  const browser = { endpoint: 'https://push.example/b', keys: KEYS }
  await app.visitor().post(`/api/tickets/${walkIn.token}/push`, { subscription: browser })
  const officer = await app.as('petugas1')
  await officer.post(counterPath('1', 'open'))
  clock.now = at('10:30')
  for (let served = 0; served < 2; served++) {
    expect((await officer.post(counterPath('1', 'call-next'))).status).toBe(200)
    clock.now += 300_000
    await officer.post(counterPath('1', 'finish'))
    const survey = await surveyAt(app, '1')
    await first.post(`${survey}/rating`, { rating: 4, reasons: [] })
    await first.post(`${survey}/answers`, { answers: { waktu: 4, biaya: 3 } })
  }
  expect(await handOverAll(app, officer)).toBe(2)
  await noted()
  clock.now = at('19:00', WEDNESDAY)
  await app.passOn()
  await app.draws.holdDue()
  await noted()
  for (const pathOf of [`/api/tickets/${links.family.slice(3)}`, links.family, `/t/${token}`]) await first.get(pathOf)
  for (const pathOf of ['board', 'day', 'messages', 'clusters']) await admin.get(`${OFFICE}/${pathOf}`)
  for (const pathOf of [drawPath, '/metrics']) await first.get(pathOf)
  during = await allRows(app.db)
  await drain(app, clock)
  for (const [name, ear] of Object.entries(ears)) {
    sockets[name] = ear.words.join('\n')
    ear.close()
  }
})
afterAll(async () => {
  await app.close()
  removeFolder(folder)
})

/** Answers that may name people: the desk's preparation and its own group, and the typist's form and own file list. */
function mayName({ method, path: at }: Exchange): boolean {
  if (at.startsWith(`${BOOKINGS}/group`) || (method === 'POST' && /\/bookings\/[\w-]+\/open$/.test(at))) return true
  return [`/api/tickets/${links.own}`, `/t/${links.own}`].includes(at)
}

describe('what people tell of themselves', () => {
  it('is in no address, no redirect and no header [R1]', () => {
    expect(heard.length).toBeGreaterThan(75)
    for (const { path: at, location, cookies } of heard)
      expect([
        at,
        personalIn([decodeURIComponent(at), decodeURIComponent(location), cookies].join('\n'), marks),
      ]).toEqual([at, []])
  })

  it('is in no answer but the desk’s, where a name was opened; a form gives back what its own writer typed', () => {
    for (const exchange of heard) {
      const { path: at, text, asked, method } = exchange
      // The mark of a cluster is what an administrator voids it by.
      const shown = at.endsWith('/clusters') ? text.replace(/"id":"(device|network)\.[\w-]+"/g, '') : text
      const found = personalIn(shown, marks)
      const typed = method === 'POST' && at.endsWith('/data') && asked.includes('name=')
      const given = typed ? found.filter(word => !decodeURIComponent(asked).includes(word)) : found
      if (!mayName(exchange)) expect([method, at, given]).toEqual([method, at, []])
      else if (at.includes(links.own)) {
        // The holder's own page names the scans that were sent, and nothing else.
        const { name, nik } = someone(0)
        expect([at, found.filter(word => ![name, nik].includes(word))]).toEqual([at, []])
      } else {
        expect(
          personalIn(text.replace(/"files":\[[^\]]*\]/g, ''), marks).filter(word => !people.some(p => p.name === word)),
        ).toEqual([])
      }
    }
    const prepared = heard.find(e => e.path === `${BOOKINGS}?date=${TODAY}`)!
    for (const n of [0, 9, 10]) expect(prepared.text).toContain(`"name":"${someone(n).name[0]}•••"`)
    expect(heard.find(e => e.path.endsWith('/open') && e.method === 'POST')!.text).toContain(someone(0).name)
  })

  it('is in no error', () => {
    const errors = heard.filter(e => e.status >= 400 && !e.path.endsWith('/data'))
    expect(errors.length).toBeGreaterThan(5)
    for (const { path: at, text } of errors) expect([at, personalIn(text, marks)]).toEqual([at, []])
  })

  it('is in nothing that hall and desks are sent [R1]', () => {
    for (const [name, words] of Object.entries(sockets)) {
      expect(words.length).toBeGreaterThan(1_000)
      expect([name, personalIn(words, marks)]).toEqual([name, []])
    }
  })

  it('is in neither log nor failures, and in no message [M6]', () => {
    expect(app.failures).toEqual([])
    expect(personalIn(JSON.stringify([app.log, app.failures]), marks)).toEqual([])
    const sent = [...told.phones, ...told.push]
    expect(sent.length).toBeGreaterThan(8)
    for (const { to: _to, ...message } of sent) expect(personalIn(JSON.stringify(message), marks)).toEqual([])
  })

  it('stands in the database sealed, and its hashes with the holders alone [R3]', () => {
    for (const [table, rows] of during) expect([table, personalIn(rows)]).toEqual([table, []])
    const own = ['holders', 'claims', 'files', 'messages', 'push_subscriptions']
    for (const [table, rows] of during)
      if (!own.includes(table)) expect([table, personalIn(rows, marks)]).toEqual([table, []])
    for (const file of ['tanggap.db', 'tanggap.db-wal'])
      expect([file, personalIn(readFileSync(path.join(folder, file), 'latin1'))]).toEqual([file, []])
  })
})

describe('three days after the last service day', () => {
  it('nothing personal is left in any table or folder, and every total is what it was [R5]', async () => {
    // Every day that is over has ended for good by then.
    clock.now = at('12:30', '2026-06-12')
    await app.draws.holdDue()
    await app.passOn()
    await app.endDays()
    await app.settled()
    const range = `from=${TODAY}&to=${THURSDAY}`
    const totals = async (manager: Visitor, officer: Visitor) => [
      (await manager.get(`${OFFICE}/figures?${range}`)).text,
      (await manager.get(`${OFFICE}/ikm?period=2026-Q2`)).text,
      (await manager.get(`${OFFICE}/ratings?period=2026-Q2`)).text,
      (await officer.get(`/api/me/record?${range}`)).text.replace(/"computedAt":\d+/, ''),
      ...['tickets', 'visits', 'ratings', 'skm_answers', 'journal', 'draws', 'draw_entries', 'outages'].map(
        table => rows.get(table) ?? '',
      ),
    ]
    let rows = await allRows(app.db)
    const staff = async () => [await app.as('manajer'), await app.as('petugas1')] as const
    const before = await totals(...(await staff()))
    expect(before[0]).toContain('"done":2')
    expect(readdirSync(uploads)).toHaveLength(1)

    clock.now = at('09:30', '2026-06-14')
    const erased = await app.retain()
    rows = await allRows(app.db)
    console.log(`retention: ${erased.holders} holders, ${erased.files} files, ${marks.size} marks looked for`)
    expect(erased.files).toBe(1)
    expect(existsSync(uploads) ? readdirSync(uploads) : []).toEqual([])
    for (const [table, text] of rows) expect([table, personalIn(text, marks)]).toEqual([table, []])
    for (const table of ['holders', 'claims', 'files', 'push_subscriptions'])
      expect([table, rows.get(table)]).toEqual([table, ''])
    expect(await totals(...(await staff()))).toEqual(before)
    expect(await app.retain()).toMatchObject({ holders: 0, files: 0 })
  })
})
