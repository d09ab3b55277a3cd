import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { atClock, DAY, MINUTE } from '../../shared/kit/time.ts'
import { testApp, type TestApp, type Visitor } from '../helpers/test-app.ts'

/** Whoever knows a neighbour's number stands before the kiosk. */
const OFFICE = '/api/offices/samarinda'
const at = (time: string) => atClock('2026-06-09', time, 'WITA')
let app: TestApp
let kiosk: Visitor
let holder: Visitor
beforeEach(async () => {
  app = await testApp()
  kiosk = await app.device('kiosk')
  holder = app.visitor()
})
afterEach(() => app.close())

/** A booking for eleven o'clock, and the clock ten minutes before. */
async function booked(contact: object = { phone: '0800-0000-0123', name: 'Nur' }) {
  const wish = { serviceId: 'ktp-el', slotId: '2026-06-09T11:00', contact }
  const { ticket, token, code } = (await holder.post(`${OFFICE}/bookings`, wish)).body
  app.clock.now = at('10:50')
  return { number: ticket.number as string, token: token as string, code: code as string }
}
const typed = (number: string, proof?: string, who = kiosk) =>
  who.post(`${OFFICE}/check-in`, { number, ...(proof === undefined ? {} : { proof }) })
const codeOf = async (answer: ReturnType<typeof typed>) => (await answer).body.error?.code
const events = async () => (await app.db.kysely.selectFrom('journal').select('seq').execute()).length
const stateOf = async (token: string) => (await holder.get(`/api/tickets/${token}`)).body.ticket.state

describe('check-in at the kiosk by number', () => {
  it('needs the last three digits of the phone or the booking code besides [I8]', async () => {
    const { number, token, code } = await booked()
    expect(code).toMatch(/^\d{4}$/)
    expect((await holder.get(`/api/tickets/${token}`)).body.code).toBe(code)
    for (const proof of [undefined, '124', code.slice(0, 3) === '123' ? '999' : code.slice(0, 3)])
      expect(await codeOf(typed(number, proof))).toBe('CHECK_IN_PROOF')
    expect(await stateOf(token)).toBe('booked')
    expect((await typed(number, '123')).status).toBe(200)
    const other = await booked({ name: 'Budi', nik: '0000000000000002' })
    expect((await typed(other.number, other.code)).status).toBe(200)
  })

  it('says of a number that there is none what it says of a wrong proof [I8]', async () => {
    const { number } = await booked()
    const [wrong, none] = [await typed(number, '999'), await typed('ZR-99', '999')]
    const said = ({ body }: typeof wrong) => ({ ...body.error, requestId: '' })
    expect(said(none)).toEqual(said(wrong))
  })

  it('gives a link that only looks [I10]', async () => {
    const { number, token } = await booked()
    const reply = (await typed(number, '123')).body
    const seen = (await app.visitor().get(`/api/tickets/${reply.token}`)).body
    expect(seen).toMatchObject({ ticket: { number, state: 'waiting' }, sharePath: null, code: null })
    expect((await app.visitor().post(`/api/tickets/${reply.token}/cancel`)).status).toBe(404)
    expect((await app.visitor().post(`/api/tickets/${reply.token}/undo-check-in`)).status).toBe(404)
    expect((await holder.post(`/api/tickets/${token}/undo-check-in`)).status).toBe(200)
    const code = app.tickets.sign(app.tickets.open(token)!.id, 'checkIn')
    const byQr = (await kiosk.post(`${OFFICE}/check-in`, { token: code })).body
    expect([byQr.ticket.state, app.tickets.open(byQr.token)?.kind]).toEqual(['waiting', 'look'])
    expect((await holder.post(`/api/tickets/${token}/undo-check-in`)).body.error.code).toBe('TICKET_STATE')
  })

  it('by the link of an older QR code or a slip keeps that link on the slip [I10]', async () => {
    const { token } = await booked()
    const byLink = (await kiosk.post(`${OFFICE}/check-in`, { token })).body
    expect([byLink.ticket.state, byLink.token]).toEqual(['waiting', token])
  })

  it('is not done for the family link, at the kiosk nor at the desk, and says why [B16]', async () => {
    const { token } = await booked()
    const share = (await holder.get(`/api/tickets/${token}`)).body.sharePath.slice(3) as string
    const desk = await app.as('meja')
    for (const who of [kiosk, desk])
      expect(await codeOf(who.post(`${OFFICE}/check-in`, { token: share }))).toBe('LINK_LOOKS')
    expect(await stateOf(token)).toBe('booked')
    expect((await kiosk.post(`${OFFICE}/check-in`, { token })).status).toBe(200)
    expect(await codeOf(kiosk.post(`${OFFICE}/check-in`, { token: share }))).toBe('LINK_LOOKS')
  })

  it('takes five wrong proofs of a number a day, also at once, and then the QR code only [I12]', async () => {
    const { number, token } = await booked()
    const guesses = Array.from({ length: 12 }, (_, i) => typed(number, String(500 + i)))
    const codes = (await Promise.all(guesses)).map(a => a.body.error.code)
    expect(codes.filter(c => c === 'CHECK_IN_PROOF')).toHaveLength(5)
    expect(codes.filter(c => c === 'TOO_MANY_ATTEMPTS')).toHaveLength(7)
    expect(await codeOf(typed(number, '123'))).toBe('TOO_MANY_ATTEMPTS')
    expect((await kiosk.post(`${OFFICE}/check-in`, { token })).status).toBe(200)
  })

  it('takes twenty wrong tries at a kiosk, over all numbers; another kiosk goes on [I12]', async () => {
    const { number } = await booked()
    for (let i = 0; i < 20; i++) expect(await codeOf(typed(`ZR-${i + 10}`, '999'))).toBe('CHECK_IN_PROOF')
    expect(await codeOf(typed(number, '123'))).toBe('TOO_MANY_ATTEMPTS')
    expect((await typed(number, '123', await app.device('kiosk'))).status).toBe(200)
  })

  it('gives the same answer to the same press, also when the first answer was lost', async () => {
    const { number } = await booked()
    const press = () => kiosk.post(`${OFFICE}/check-in`, { number, proof: '123' }, { 'idempotency-key': 'press-1' })
    const first = await press()
    expect(first.status).toBe(200)
    expect((await press()).body.ticket).toEqual(first.body.ticket)
  })
})

describe('a holder who has checked in, once more before the kiosk', () => {
  it('is told the place and the estimate again, by QR code and by number, and nothing happens twice [I13]', async () => {
    const { number, token } = await booked()
    await (await app.as('petugas1')).post(`${OFFICE}/counters/1/open`)
    const first = (await kiosk.post(`${OFFICE}/check-in`, { token })).body
    const happened = await events()
    app.clock.now += MINUTE
    for (const again of [await kiosk.post(`${OFFICE}/check-in`, { token }), await typed(number, '123')]) {
      expect(again.status).toBe(200)
      expect(again.body).toMatchObject({ ticket: { id: first.ticket.id, number }, ahead: 0, late: false })
      expect(again.body.range).not.toBeNull()
    }
    expect(await events()).toBe(happened)
    expect(await codeOf(typed(number, '124'))).toBe('CHECK_IN_PROOF')
    // The desk sees them in its list.
    expect(await codeOf(typed(number, undefined, await app.as('meja')))).toBe('TICKET_STATE')
  })

  it('is told to look at the screen once the number is called [I13]', async () => {
    const { token } = await booked()
    await kiosk.post(`${OFFICE}/check-in`, { token })
    app.clock.now = at('11:00')
    const officer = await app.as('petugas1')
    await officer.post(`${OFFICE}/counters/1/open`)
    await officer.post(`${OFFICE}/counters/1/call-next`)
    expect((await kiosk.post(`${OFFICE}/check-in`, { token })).body.error).toMatchObject({
      code: 'TICKET_STATE',
      data: { state: 'called' },
    })
  })
})

describe('the holder of a booking that somebody else checked in', () => {
  it('reads it on the own page and takes it back by one tap; the number alone opens nothing more [I11]', async () => {
    const { number, token, code } = await booked()
    await typed(number, '123')
    const page = (await holder.get(`/t/${token}`)).text
    expect(page).toContain('Check-in di kiosk pukul 10.50')
    expect(page).toContain(`action="/t/${token}/bukan-saya?lang=id"`)
    const answer = await holder.post(`/t/${token}/bukan-saya`, undefined, {
      'content-type': 'application/x-www-form-urlencoded',
    })
    expect(answer.status).toBe(303)
    expect(await stateOf(token)).toBe('booked')
    for (const proof of ['123', code]) expect(await codeOf(typed(number, proof))).toBe('CHECK_IN_PROOF')
    expect((await kiosk.post(`${OFFICE}/check-in`, { token })).status).toBe(200)
  })

  it('finds nothing to take back after the own check-in, nor on the family’s page [I11]', async () => {
    const { token } = await booked()
    await kiosk.post(`${OFFICE}/check-in`, { token })
    expect((await holder.get(`/t/${token}`)).text).not.toContain('bukan-saya')
    expect((await holder.post(`/api/tickets/${token}/undo-check-in`)).body.error.code).toBe('TICKET_STATE')
    const other = await booked({ phone: '0800-0000-0456' })
    await typed(other.number, '456')
    const share = (await holder.get(`/api/tickets/${other.token}`)).body.sharePath as string
    expect((await app.visitor().get(share)).text).not.toContain('bukan-saya')
  })

  it('is not blamed: the booking taken back is released in its time, as one that did not come', async () => {
    const { number, token } = await booked()
    await typed(number, '123')
    await holder.post(`/api/tickets/${token}/undo-check-in`)
    app.clock.now = at('11:00') + 11 * MINUTE
    await app.passOn()
    expect(await stateOf(token)).toBe('released')
    app.clock.now += DAY
    expect((await holder.post(`/api/tickets/${token}/undo-check-in`)).body.error.code).toBe('TICKET_STATE')
  })
})

describe('the front desk', () => {
  it('checks in by number without a proof, for it sees who stands there, and gets a link that only looks [I8 I10]', async () => {
    const { number } = await booked()
    const desk = await app.as('meja')
    const { token } = (await typed(number, undefined, desk)).body
    expect((await app.visitor().get(`/api/tickets/${token}`)).body.sharePath).toBeNull()
  })

  it('is told once the holder has said that it was somebody else, and asks for the QR code or the booking code [I11]', async () => {
    const { number, token, code } = await booked()
    await typed(number, '123')
    expect((await holder.post(`/api/tickets/${token}/undo-check-in`)).status).toBe(200)
    const desk = await app.as('meja')
    const wrong = code === '0000' ? '1111' : '0000'
    for (const proof of [undefined, wrong]) expect(await codeOf(typed(number, proof, desk))).toBe('CHECK_IN_PROOF')
    expect(await stateOf(token)).toBe('booked')
    expect((await typed(number, code, desk)).body.ticket.state).toBe('waiting')
  })
})
