import { afterEach, beforeEach, expect, it } from 'vitest'
import { seedDemo } from '../../server/seed.ts'
import { atClock } from '../../shared/kit/time.ts'
import { enrolled, password } from '../helpers/authenticator.ts'
import { freshDatabase } from '../helpers/databases.ts'
import { DATE } from '../helpers/days.ts'
import { listener, until } from '../helpers/listeners.ts'
import { testApp, TICKETS, type Answer, type TestApp, type Visitor } from '../helpers/test-app.ts'

const NEW = 'kuda minum kopi'
/** Half past eight in the east: its doors are open, those of the first office not yet. */
const NOW = atClock(DATE, '07:30', 'WITA')
let app: TestApp
beforeEach(async () => {
  const db = await freshDatabase()
  await seedDemo(db, NOW)
  app = await testApp({ db, now: () => NOW })
  app.clock.now = NOW
})
afterEach(() => app.close())

function good({ status, text, body }: Answer): Answer['body'] {
  if (status >= 300) throw new Error(`${status} ${text}`)
  return body
}

/** Somebody who chose a password by a link of this answer, and signed in. */
async function byLink(username: string, { link }: { link: { url: string } }): Promise<Visitor> {
  const secret = link.url.split('/').at(-1)!
  good(await app.visitor().post('/api/account-links/use', { secret, password: NEW }))
  const who = app.visitor()
  good(await password(who, username, NEW))
  return who
}

it('is begun in the console, set up by who comes by the link, and calls its first number: nothing of the first is seen there [A95 A96 A1]', async () => {
  const home = await app.as('admin')
  const wish = { name: 'Kecamatan Contoh Timur', city: 'Jayapura', zone: 'WIT', template: 'kecamatan' }
  const administrator = { name: 'Dewi Contoh', email: 'dewi@timur.example' }
  const begun = good(await home.post('/api/offices/samarinda/offices', { ...wish, administrator }))
  const there = `/api/offices/${begun.office.id}`

  // Its administrator sets it up, hires and opens, and knows of no other office.
  const dewi = await byLink('dewi@timur.example', begun)
  await enrolled(app, dewi, NEW)
  good(await dewi.patch(`${there}/settings`, { address: 'Jalan Contoh 1', seen: { address: begun.office.address } }))
  const eko = { name: 'Eko Contoh', username: 'eko', roles: ['officer'] }
  const officer = await byLink('eko', good(await dewi.post(`${there}/people`, eko)))
  expect(good(await dewi.post(`${there}/opening`)).openedAt).toBe(NOW)
  const kiosk = app.visitor()
  const { pairingId, secret, code } = good(await kiosk.post('/api/devices/pairings', { kind: 'kiosk' }))
  good(await dewi.post(`${there}/devices`, { code, name: 'Kios contoh' }))
  good(await kiosk.post('/api/devices/pairings/claim', { pairingId, secret }))
  for (const path of ['structure', 'people', 'devices', 'offices', 'versions', 'day'])
    expect([path, (await dewi.get(`/api/offices/samarinda/${path}`)).status]).toEqual([path, 403])

  // The first number is taken, called and heard there; the hall of the first hears of it nothing, nor the other way.
  const url = await app.listen()
  const desk = await listener(url, 'staff', officer, undefined, begun.office.id)
  const first = await app.device('kiosk')
  const hall = await listener(url, 'hall', first)
  const other = await listener(url, 'staff', officer, undefined, 'samarinda')
  expect(other.reply).toMatchObject({ ok: false })
  const elsewhere = good(await first.post(TICKETS, { serviceId: 'ktp-el' })).ticket
  const { counters } = app.offices.get(begun.office.id)
  const { id: counter, services } = counters[0]!
  const { ticket, token } = good(await kiosk.post(`${there}/tickets`, { serviceId: services[0] }))
  for (const act of ['open', 'call-next', 'start', 'finish', 'close'])
    good(await officer.post(`${there}/counters/${counter}/${act}`))
  await until(() => desk.heard.flatMap(m => m.events).some(e => e.type === 'counterClosed'))
  expect(desk.day()).toMatchObject({ office: begun.office.id, date: DATE })
  expect(desk.words.join('\n')).toContain(ticket.id)
  expect(desk.words.join('\n')).not.toContain(elsewhere.id)
  await until(() => hall.heard.flatMap(m => m.events).some(e => e.type === 'ticketTaken'))
  expect(hall.words.join('\n')).not.toContain(begun.office.id)

  // Shown by its own clock; figures, people and staff of each are of that office alone.
  const page = (await app.visitor().get(`/t/${token}`)).text
  expect(page).toContain('Kecamatan Contoh Timur')
  expect(page).not.toContain('Samarinda')
  for (const what of ['tickets', 'counters/1/open'])
    expect((await kiosk.post(`/api/offices/samarinda/${what}`, { serviceId: 'ktp-el' })).status).toBe(403)
  const visits = await app.db.kysely.selectFrom('visits').select(['office', 'date', 'outcome']).execute()
  expect(visits).toEqual([{ office: begun.office.id, date: DATE, outcome: 'done' }])
  const people = good(await dewi.get(`${there}/people`)).people as { username: string }[]
  expect(people.map(p => p.username).sort()).toEqual(['dewi@timur.example', 'eko'])
  expect(good(await home.get('/api/offices/samarinda/people')).people).not.toContainEqual(
    expect.objectContaining({ username: 'eko' }),
  )
  for (const one of [desk, hall, other]) one.close()
})
