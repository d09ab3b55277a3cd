import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { formIn } from '../helpers/booking-app.ts'
import { post, tokenOf } from '../helpers/by-pages.ts'
import { wordsIn } from '../helpers/page-words.ts'
import { testApp, type TestApp, type Visitor } from '../helpers/test-app.ts'

const KTP = '/b/samarinda/ktp-el'
const SLOTS = ['2026-06-10T09:00', '2026-06-10T10:00']

let app: TestApp
beforeEach(async () => {
  app = await testApp()
  const booking = { ...app.offices.get('samarinda').booking, proof: 'never', priorityShare: 0 }
  await (await app.as('admin')).patch('/api/offices/samarinda/settings', { booking })
})
afterEach(async () => {
  expect(app.failures).toEqual([])
  await app.close()
})

/** Books by the pages without a name. */
async function book(who: Visitor, slot: string) {
  const form = await who.get(`${KTP}/data?slot=${slot}&lang=id`)
  return post(who, `${KTP}/data`, formIn(form.text, 'book', {}))
}
/** The tap, as the form of the ticket's page sends it. */
const forget = (who: Visitor, token: string) => post(who, `/t/${token}/lupakan?lang=id`, new URLSearchParams())

describe('a borrowed phone', () => {
  it('is parted from the ticket by one tap: its owner books as somebody else, and sees nothing of it [R12 B3 B4]', async () => {
    const phone = app.visitor()
    const token = tokenOf((await book(phone, SLOTS[0]!)).to)
    const before = new Map(phone.cookies)
    expect(await who(phone, SLOTS[1]!)).toBe('sees the booking')
    const left = await forget(phone, token)
    expect([left.status, left.to]).toEqual([303, '/b/?lupa=1&lang=id'])
    expect([...phone.cookies.keys()]).not.toContain('tanggap_phone')
    const told = wordsIn((await phone.get('/b/samarinda?lupa=1')).text)
    expect(told).toContain('Ponsel ini sudah melupakan nomor tadi. Nomornya tetap berlaku.')
    // Also with the cookie of before, from a page that was still open.
    expect(await who(app.visitor(before), SLOTS[1]!)).toBe('books')
    expect((await app.visitor().get(`/api/tickets/${token}`)).body.ticket.state).toBe('booked')
  })

  it('is parted from nothing by a link that only looks, or of a ticket that it did not book [R12 B16]', async () => {
    const [phone, other] = [app.visitor(), app.visitor()]
    const token = tokenOf((await book(phone, SLOTS[0]!)).to)
    const theirs = await book(other, SLOTS[1]!)
    const look = (await phone.get(`/api/tickets/${token}`)).body.sharePath.slice(3)
    await forget(phone, look)
    await forget(phone, tokenOf(theirs.to))
    expect([...phone.cookies.keys()]).toContain('tanggap_phone')
    expect(await who(phone, SLOTS[1]!)).toBe('sees the booking')
    expect(await who(other, SLOTS[0]!)).toBe('sees the booking')
  })

  async function who(phone: Visitor, slot: string): Promise<string> {
    const answer = await book(phone, slot)
    if (answer.status === 303) return 'books'
    return answer.text.includes('href="/t/') ? 'sees the booking' : 'is refused'
  }
})

it('every page of the way to a booking says which day it is, for the phone to forget what is over [R12]', async () => {
  const who = app.visitor()
  const pages = ['', '/ktp-el', '/ktp-el/belum', '/ktp-el/syarat', '/ktp-el/jadwal', `/ktp-el/data?slot=${SLOTS[0]}`]
  for (const page of pages) {
    const { status, text } = await who.get(`/b/samarinda${page}`)
    expect([page, status, /data-today="([^"]*)"/.exec(text)?.[1]]).toEqual([page, 200, '2026-06-09'])
  }
})
