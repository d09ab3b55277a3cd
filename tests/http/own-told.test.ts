import { afterEach, describe, expect, it } from 'vitest'
import { KEYS, OFFICE, toldOffice } from '../helpers/told-office.ts'
import { wordsIn } from '../helpers/page-words.ts'
import { TICKETS, testApp, type TestApp } from '../helpers/test-app.ts'

let app: TestApp
afterEach(() => app.close())

const NUMBER = '6281200009934'

/** A booking whose holder chose to be told, or not. */
async function booked(contact: object) {
  const { body } = await app.visitor().get(`${OFFICE}/services/ktp-el/slots`)
  const slot = (body.slots as { id: string; free: number }[]).find(s => s.free > 0)!
  const answer = await app.visitor().post(`${OFFICE}/bookings`, { serviceId: 'ktp-el', slotId: slot.id, contact })
  expect(answer.status).toBe(201)
  return answer.body.token as string
}
const own = async (token: string) => (await app.visitor().get(`/api/tickets/${token}`)).body
const page = async (token: string) => (await app.visitor().get(`/t/${token}`)).text

describe('the page of a ticket', () => {
  it('says by which road and of what its holder is told, with the end of the number and no more [M15]', async () => {
    ;({ app } = await toldOffice())
    const token = await booked({ phone: '0812-0000-9934', channel: 'whatsapp' })
    expect((await own(token)).told).toEqual({ phone: { channel: 'whatsapp', end: '34' }, push: false })
    const html = await page(token)
    expect(wordsIn(html)).toContain(
      'Kami memberi tahu lewat WhatsApp ke nomor yang berakhiran ••34: sebelum jamnya, saat giliran mendekat, dan saat dipanggil.',
    )
    for (const digits of [NUMBER, NUMBER.slice(-4), '0812-0000']) expect(html).not.toContain(digits)
  })

  it('says nothing of it on the link of the family [M15]', async () => {
    ;({ app } = await toldOffice())
    const token = await booked({ phone: '0812-0000-9934', channel: 'whatsapp' })
    const looks = (await own(token)).sharePath.slice(3) as string
    expect((await own(looks)).told).toBeNull()
    expect(wordsIn(await page(looks))).not.toMatch(/memberi tahu|dikabari|••34/)
    expect(wordsIn((await app.visitor().get(`/t/${token}/bagikan`)).text)).not.toContain('••34')
  })

  it('says that nobody is told where no channel was chosen, or where the installation has lost it [M15]', async () => {
    ;({ app } = await toldOffice())
    const token = await booked({ phone: '0812-0000-9934', channel: 'sms' })
    expect((await own(token)).told).toEqual({ phone: { channel: null, end: '34' }, push: false })
    expect(wordsIn(await page(token))).toContain('Nomor ponsel ••34 dipakai meja depan untuk menemukan reservasi Anda')
    await app.close()
    app = await testApp()
    const walkIn = await (await app.device('kiosk')).post(TICKETS, { serviceId: 'ktp-el' })
    expect(wordsIn(await page(walkIn.body.token))).toContain('Kami tidak mengirim pesan untuk nomor ini.')
  })

  it('says that a browser is told once one has asked [M15]', async () => {
    ;({ app } = await toldOffice())
    const token = await booked({ name: 'Contoh' })
    const subscription = { endpoint: 'https://push.example/one', keys: KEYS }
    expect((await app.visitor().post(`/api/tickets/${token}/push`, { lang: 'id', subscription })).status).toBe(200)
    expect((await own(token)).told).toEqual({ phone: null, push: true })
    expect(wordsIn(await page(token))).toContain('Kami memberi tahu peramban yang meminta kabar nomor ini:')
  })
})
