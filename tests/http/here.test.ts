import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { testApp, TICKETS, type TestApp, type Visitor } from '../helpers/test-app.ts'

const OFFICE = '/api/offices/samarinda'
const FORM = { 'content-type': 'application/x-www-form-urlencoded', origin: 'http://localhost' }

let app: TestApp
let phone: Visitor
let token: string
let look: string
beforeEach(async () => {
  app = await testApp()
  phone = app.visitor()
  token = (await (await app.device('kiosk')).post(TICKETS, { serviceId: 'ktp-el' })).body.token
  look = (await phone.get(`/api/tickets/${token}`)).body.sharePath.split('/').at(-1)
})
afterEach(async () => {
  expect(app.failures).toEqual([])
  await app.close()
})

/** What the desk knows of the first ticket of the day. */
async function seen() {
  const { day } = (await (await app.as('petugas1')).get(`${OFFICE}/day`)).body
  return day.tickets[0][0]
}

describe('“I am here” while a number waits', () => {
  it('is one tap without scripts, once, and the desk is told since when [L12]', async () => {
    const page = async () => (await phone.get(`/t/${token}`)).text
    const [, moment] = /\/here\?[^]*?name="moment" value="([^"]*)"/.exec(await page())!
    const tap = () => phone.post(`/t/${token}/here?lang=id`, `moment=${moment}`, FORM)
    const said = app.clock.now
    expect((await tap()).status).toBe(303)
    expect(await seen()).toMatchObject({ state: 'waiting', hereAt: said })
    app.clock.now += 60_000
    expect((await tap()).status).toBe(303)
    expect(await seen()).toMatchObject({ hereAt: said })
    expect(await page()).toContain('Petugas tahu Anda sudah di sini.')
    expect(await page()).not.toContain(`/t/${token}/here`)
  })

  it('answers the same tap as before, also once the call was missed meanwhile [L12 J3]', async () => {
    const key = { 'idempotency-key': 'here-once-0001' }
    const tap = () => phone.post(`/api/tickets/${token}/here`, {}, key)
    const first = await tap()
    expect([first.status, first.body]).toEqual([200, { state: 'waiting', late: false, ahead: 0 }])
    const desk = await app.as('petugas1')
    const at = `${OFFICE}/counters/1`
    for (const name of ['open', 'call-next']) expect((await desk.post(`${at}/${name}`)).status).toBe(200)
    app.clock.now += 60_000
    expect((await desk.post(`${at}/skip`, { ticketId: (await seen()).id })).status).toBe(200)
    expect((await tap()).status).toBe(200)
    expect(await seen()).toMatchObject({ state: 'missed' })
    expect((await phone.post(`/api/tickets/${token}/here`)).body.state).toBe('waiting')
  })

  it('is answered like the first where it is said in two places [L12 J6]', async () => {
    const [first, second] = [phone, app.visitor()].map(who => who.post(`/api/tickets/${token}/here`))
    expect((await first)!.body).toEqual({ state: 'waiting', late: false, ahead: 0 })
    expect((await second)!.body).toEqual({ state: 'waiting', late: false, ahead: 0 })
  })

  it('is nothing for a link that only looks, nor is it told to one [L12 B16]', async () => {
    expect((await phone.post(`/api/tickets/${look}/here`)).body.error.code).toBe('TICKET_UNKNOWN')
    expect((await phone.post(`/api/tickets/${token}/here`)).status).toBe(200)
    expect((await phone.get(`/api/tickets/${token}`)).body.ticket.hereAt).toBe(app.clock.now)
    expect((await phone.get(`/api/tickets/${look}`)).text).not.toContain('hereAt')
    expect((await phone.get(`${OFFICE}/board`)).text).not.toContain('hereAt')
  })
})
