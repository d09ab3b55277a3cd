import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { api } from '../../shared/contracts/api.ts'
import { HOUR } from '../../shared/kit/time.ts'
import { textOf, type Markup } from '../../shared/ticket/markup.ts'
import { listener, until } from '../helpers/listeners.ts'
import { drawnQr } from '../../server/http/pages/drawn-qr.ts'
import type { Gateway } from '../../server/services/messages/messages.ts'
import { formIn } from '../helpers/booking-app.ts'
import { post, tokenOf } from '../helpers/by-pages.ts'
import { KEYS } from '../helpers/told-office.ts'
import { counterPath, surveyAt, testApp, TICKETS, type TestApp, type Visitor } from '../helpers/test-app.ts'

/** What is drawn of a code. */
const pathOf = (qr: Markup) => / d="([^"]+)"/.exec(textOf(qr))![1]!

/** Every way in which somebody who works at the office could answer in the place of a citizen. */
const OFFICE = '/api/offices/samarinda'
let app: TestApp
let officer: Visitor
let kiosk: Visitor
let pushed: { path: string | undefined }[]
beforeEach(async () => {
  pushed = []
  const push: Gateway = {
    send: async message => {
      pushed.push(message)
      return { ok: true }
    },
  }
  app = await testApp({ gateways: { push } })
  officer = await app.as('petugas1')
  kiosk = await app.device('kiosk')
  await officer.post(counterPath('1', 'open'))
})
afterEach(() => app.close())

/** A visit that was served: the links of its ticket and of its survey, as a citizen has them. */
async function served(taker = kiosk) {
  const { token } = (await taker.post(TICKETS, { serviceId: 'ktp-el' })).body as { token: string }
  await officer.post(counterPath('1', 'call-next'))
  await officer.post(counterPath('1', 'start'))
  const finished = await officer.post(counterPath('1', 'finish'))
  return { token, survey: await surveyAt(app, '1'), finished }
}

/** The browser neither reads the survey nor answers it, and the ticket's page does not lead there. */
async function cannotAnswer(who: Visitor, { token, survey }: { token: string; survey: string }): Promise<void> {
  expect((await who.get(survey)).body.error?.code).toBe('SURVEY_NOT_HERE')
  expect((await who.post(`${survey}/rating`, { rating: 4 })).body.error?.code).toBe('SURVEY_NOT_HERE')
  expect((await who.post(`${survey}/answers`, { answers: { waktu: 4 } })).body.error?.code).toBe('SURVEY_NOT_HERE')
  expect((await who.get(`/api/tickets/${token}`)).body.survey).toBeNull()
  expect((await who.get(`/t/${token}`)).text).not.toContain('/s/')
}

describe('an officer cannot rate', () => {
  it('a visit of the own counter, a colleague’s, or with the signed-in browser of anybody who works here [S15]', async () => {
    const visit = await served()
    await cannotAnswer(officer, visit)
    for (const name of ['petugas2', 'meja', 'atasan', 'manajer', 'admin']) await cannotAnswer(await app.as(name), visit)
    expect((await app.visitor().post(`${visit.survey}/rating`, { rating: 4 })).status).toBe(201)
  })

  it('after signing out, for six hours to the instant [S15]', async () => {
    const visit = await served()
    await officer.post('/api/logout')
    expect(officer.cookies.has('tanggap_session')).toBe(false)
    await cannotAnswer(officer, visit)
    app.clock.now += 6 * HOUR - 1
    await cannotAnswer(officer, visit)
    app.clock.now += 1
    expect((await officer.post(`${visit.survey}/rating`, { rating: 4 })).status).toBe(201)
  })

  it('with a session that ended by itself, or a mark that was made up [S15]', async () => {
    const visit = await served()
    app.clock.now += 13 * HOUR
    expect((await officer.get('/api/me')).status).toBe(401)
    await cannotAnswer(officer, visit)
    const stranger = app.visitor(new Map([['tanggap_work', `${app.clock.now + HOUR}.${'A'.repeat(22)}`]]))
    expect((await stranger.get(visit.survey)).body.state).toBe('open')
  })

  it('with a hall screen [S15]', async () => {
    const visit = await served()
    await cannotAnswer(await app.device('display'), visit)
    expect((await (await app.device('tablet')).post(`${visit.survey}/rating`, { rating: 4 })).status).toBe(201)
  })

  it('on a tablet on which somebody of the staff is signed in [S15]', async () => {
    const visit = await served()
    const tablet = await app.device('tablet')
    await tablet.post('/api/login', { username: 'petugas1', password: 'tanggap-demo' })
    expect((await tablet.get(counterPath('1', 'survey'))).body.error.code).toBe('SURVEY_NOT_HERE')
    await cannotAnswer(tablet, visit)
  })

  it('by the answer to “finish”, by asking for the counter’s survey, or by guessing [S15]', async () => {
    const { token, survey, finished } = await served()
    expect(Object.keys(finished.body)).toEqual(['ticket'])
    for (const name of ['petugas1', 'petugas2', 'meja', 'manajer'])
      expect((await (await app.as(name)).get(counterPath('1', 'survey'))).status).toBe(403)
    const id = finished.body.ticket.id as string
    const mac = token.split('.')[1]!
    const alone = app.visitor()
    for (const guess of [id, `${id}.${mac}`, `${id}.${'A'.repeat(22)}`])
      expect((await alone.get(`/api/surveys/${guess}`)).status).not.toBe(200)
    expect(survey).toContain(id)
  })

  it('with the slip that the desk printed, also in a private window, nor one printed again [S15]', async () => {
    const desk = await app.as('meja')
    const { token } = await served(desk)
    const alone = app.visitor()
    expect((await alone.get(`/api/tickets/${token}`)).body.ticket.state).toBe('done')
    expect((await alone.get(`/api/tickets/${token}`)).body.survey).toBeNull()
    expect((await alone.get(`/t/${token}`)).text).not.toContain('/s/')
    expect((await alone.get(`/api/surveys/${token}`)).status).toBe(404)
  })

  it('by checking in for somebody: the desk gets no link with rights [S15]', async () => {
    const slots = (await app.visitor().get(`${OFFICE}/services/ktp-el/slots`)).body.slots as { id: string }[]
    const citizen = app.visitor()
    const wish = { serviceId: 'ktp-el', slotId: slots[0]!.id }
    const booked = (await citizen.post(`${OFFICE}/bookings`, wish)).body
    const start = booked.ticket.slot.start as number
    app.clock.now = start
    const desk = await app.as('meja')
    const { token } = (await desk.post(`${OFFICE}/check-in`, { number: booked.ticket.number })).body
    expect(token).not.toBe(booked.token)
    expect((await desk.post(`/api/tickets/${token}/cancel`)).body.error.code).toBe('TICKET_UNKNOWN')
  })

  it('by scanning the QR code of the page, which checks in and opens nothing, nor is answered with a link that does [S15] [I10]', async () => {
    const { id } = (await app.visitor().get(`${OFFICE}/services/ktp-el/slots`)).body.slots[0]
    const citizen = app.visitor()
    const booked = (await citizen.post(`${OFFICE}/bookings`, { serviceId: 'ktp-el', slotId: id })).body
    app.clock.now = booked.ticket.slot.start as number
    const code = app.tickets.sign(app.tickets.open(booked.token)!.id, 'checkIn')
    expect((await citizen.get(booked.path)).text).toContain(pathOf(drawnQr(code, '')))
    const alone = app.visitor()
    for (const wanted of [`/api/tickets/${code}`, `/t/${code}`]) expect((await alone.get(wanted)).status).toBe(404)
    for (const act of ['cancel', 'check-in', 'undo-check-in', 'let-pass', 'here'])
      expect((await alone.post(`/api/tickets/${code}/${act}`, act === 'let-pass' ? { people: 1 } : {})).status).toBe(
        404,
      )
    const checkedIn = await officer.post(`${OFFICE}/check-in`, { token: code })
    expect([checkedIn.status, checkedIn.body.ticket.state]).toEqual([200, 'waiting'])
    expect(app.tickets.open(checkedIn.body.token)).toMatchObject({ kind: 'look' })
  })

  it('by scanning a slip, or the holder’s own link: each checks in, and the desk is given back one that looks [S15] [I10]', async () => {
    const desk = await app.as('meja')
    for (const [taker, kind] of [
      [app.visitor(), 'own'],
      [desk, 'desk'],
    ] as const) {
      const { slots } = (await app.visitor().get(`${OFFICE}/services/ktp-el/slots`)).body
      const { id } = slots.find((s: { free: number }) => s.free > 0)
      const booked = (await taker.post(`${OFFICE}/bookings`, { serviceId: 'ktp-el', slotId: id })).body
      expect(app.tickets.open(booked.token)).toMatchObject({ kind })
      app.clock.now = booked.ticket.slot.start as number
      const checkedIn = (await officer.post(`${OFFICE}/check-in`, { token: booked.token })).body
      expect(checkedIn.ticket.state).toBe('waiting')
      expect(app.tickets.open(checkedIn.token)).toMatchObject({ kind: 'look' })
    }
  })
})

describe('a browser of the desk that books like a citizen', () => {
  const slotOf = async (n: number) =>
    ((await app.visitor().get(`${OFFICE}/services/ktp-el/slots`)).body.slots as { id: string }[])[n]!.id

  it('gets a link that opens no survey, by the API and by the pages, signed in or out [S15]', async () => {
    const { booking } = app.offices.get('samarinda')
    await (await app.as('admin')).patch(`${OFFICE}/settings`, { booking: { ...booking, proof: 'never', perDevice: 9 } })
    const links = []
    const book = async (who: Visitor, n: number) =>
      (await who.post(`${OFFICE}/bookings`, { serviceId: 'ktp-el', slotId: await slotOf(n), contact: contact(n) })).body
    const contact = (n: number) => ({ phone: `0800-0001-000${n}` })
    links.push((await book(officer, 0)).token)
    await officer.post('/api/logout')
    links.push((await book(officer, 1)).token)
    const form = (await officer.get(`/b/samarinda/ktp-el/data?slot=${await slotOf(2)}&lang=id`)).text
    const sent = await post(officer, '/b/samarinda/ktp-el/data', formIn(form, 'book', contact(2)))
    links.push(tokenOf(sent.to))
    for (const link of links) expect(app.tickets.open(link)).toMatchObject({ kind: 'desk' })
    expect(app.tickets.open((await book(app.visitor(), 3)).token)).toMatchObject({ kind: 'own' })
  })

  it('keeps such a link when the booking moves, also to another day [S15]', async () => {
    const desk = await app.as('meja')
    const { slots } = (await app.visitor().get(`${OFFICE}/services/ktp-el/slots?days=2`)).body
    const on = (date: string) => slots.filter((s: { id: string; free: number }) => s.id.startsWith(date) && s.free > 0)
    const [first, second] = on('2026-06-09')
    const { token } = (await desk.post(`${OFFICE}/bookings`, { serviceId: 'ktp-el', slotId: first.id })).body
    const move = async (to: { id: string }) =>
      (await app.visitor().post(`/api/tickets/${token}/reschedule`, { slotId: to.id })).body.token as string
    expect(app.tickets.open(await move(second))).toMatchObject({ kind: 'desk' })
    expect(app.tickets.open(await move(on('2026-06-10')[0]))).toMatchObject({ kind: 'desk' })
    const { movedTo } = (await app.visitor().get(`/api/tickets/${token}`)).body
    expect(app.tickets.open(movedTo.slice(3))).toMatchObject({ kind: 'desk' })
  })

  it('is led back to the link that it followed by a push, and not to the holder’s own [S15]', async () => {
    const { token } = (await officer.post(TICKETS, { serviceId: 'ktp-el' })).body as { token: string }
    const subscription = { endpoint: 'https://push.example/own', keys: KEYS }
    expect((await app.visitor().post(`/api/tickets/${token}/push`, { subscription })).status).toBe(200)
    await officer.post(counterPath('1', 'call-next'))
    await app.settled()
    await app.messages.deliverDue(app.clock.now)
    expect([...new Set(pushed.map(m => m.path))]).toEqual([`/t/${token}`])
  })
})

describe('the way to the survey', () => {
  it('is in no answer, page or frame that the desk gets [S15]', async () => {
    const url = await app.listen()
    const heard = await listener(url, 'staff', officer)
    const { token, survey, finished } = await served()
    const secret = survey.split('/').at(-1)!
    const { slots } = (await app.visitor().get(`${OFFICE}/services/ktp-el/slots`)).body
    const wish = { serviceId: 'ktp-el', slotId: slots[0].id }
    const booked = (await app.visitor().post(`${OFFICE}/bookings`, wish)).body
    app.clock.now = booked.ticket.slot.start as number
    const checkedIn = await officer.post(`${OFFICE}/check-in`, { token: booked.token })
    const helped = await (await app.as('meja')).post(TICKETS, { serviceId: 'ktp-el' })
    const id = finished.body.ticket.id as string
    const seen: string[] = []
    const staff = [officer, ...(await Promise.all(['meja', 'manajer', 'atasan', 'admin'].map(name => app.as(name))))]
    // A kiosk is given the paper's own link to ask of its visit; nobody works with one.
    for (const who of [...staff, await app.device('display')]) {
      for (const key of Object.keys(api)) {
        const [method, path] = key.split(' ') as [string, string]
        if (method !== 'GET') continue
        const place = path
          .replace(':office', 'samarinda')
          .replace(':counter', '1')
          .replace(':token', path.includes('tickets') ? token : secret)
          .replace(':service', 'ktp-el')
          .replace(':date', '2026-06-09')
        seen.push((await who.get(place)).text)
      }
      for (const page of ['/console/', `/t/${token}`, `/t/${token}/bagikan`]) seen.push((await who.get(page)).text)
    }
    await until(() => heard.day()?.calls.length === 1 && heard.words.some(w => w.includes('ticketFinished')))
    const all = [finished.text, checkedIn.text, helped.text, ...seen, ...heard.words].join('\n')
    expect(all).toContain(id)
    expect(all).not.toContain(secret)
    expect(all).not.toMatch(/"\/s\//)
    const links = [...all.matchAll(/[\w-]{22}\.[\w-]{22}/g)].map(
      ([link]) => link !== token && app.tickets.open(link)?.kind,
    )
    expect(all).not.toContain(booked.token)
    expect([...new Set(links)]).toEqual(expect.arrayContaining(['look', 'desk']))
    expect(links).not.toContain('own')
  })
})
