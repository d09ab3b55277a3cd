import { readFileSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { withPlainForm } from '../../server/http/pages/pages.ts'
import { HOUR } from '../../shared/kit/time.ts'
import { UNSUR } from '../../shared/survey/instruments.ts'
import { post } from '../helpers/by-pages.ts'
import { counterPath, testApp, TICKETS, type TestApp, type Visitor } from '../helpers/test-app.ts'

let app: TestApp
let phone: Visitor
let officer: Visitor
beforeEach(async () => {
  app = await testApp()
  phone = app.visitor()
  officer = await app.as('petugas1')
  await officer.post(counterPath('1', 'open'))
})
afterEach(async () => {
  expect(app.failures).toEqual([])
  await app.close()
})

/** One served visit: the address of its survey. */
async function served(serviceId = 'ktp-el'): Promise<string> {
  const [kiosk, tablet] = [await app.device('kiosk'), await app.device('tablet')]
  await kiosk.post(TICKETS, { serviceId })
  for (const act of ['call-next', 'start', 'finish']) await officer.post(counterPath('1', act))
  return ((await tablet.get(counterPath('1', 'survey'))).body as { path: string }).path
}

/** The hidden fields of a drawn form. */
const hidden = (page: string) =>
  Object.fromEntries([...page.matchAll(/type="hidden" name="(\w+)" value="([^"]*)"/g)].map(m => [m[1]!, m[2]!]))
const send = (to: string, fields: Record<string, string>, more: [string, string][] = []) =>
  post(phone, `${to}?lang=id`, new URLSearchParams([...Object.entries(fields), ...more]))
const ratings = () => app.db.kysely.selectFrom('ratings').select(['rating', 'reasons']).execute()
const sheets = () => app.db.kysely.selectFrom('skm_answers').selectAll().execute()

describe('the survey without scripts', () => {
  it('is where a browser without scripts is led, and a link on the page of all others [S87]', async () => {
    const built = readFileSync(new URL('../../survey/index.html', import.meta.url), 'utf8')
    const page = withPlainForm(built, 'a"b.c', 'en')
    const to = '/s/a%22b.c/formulir?lang=en'
    expect(page).toContain(`<noscript><meta http-equiv="refresh" content="0; url=${to}" /></noscript></head>`)
    expect(page).toContain(`<survey-app><p class="plain"><a href="${to}">Does the page not open?`)
    expect(built).not.toContain('formulir')
    expect((await phone.get(`${await served()}/formulir`)).text).not.toContain('<script')
  })

  it('goes from one tap to the nine questions, who answers and thanks, each once [S2 S85 S87]', async () => {
    const survey = await served()
    const form = `${survey}/formulir`
    const first = await phone.get(form)
    expect(first.text).toContain('Bagaimana layanan tadi?')
    expect(first.text).toMatch(/Bisa dijawab sampai .+, \d\d[.:]\d\d/)
    const { key } = hidden(first.text)
    for (const _ of [1, 2]) {
      const rated = await send(`${form}/nilai`, { key: key!, rating: '4' })
      expect([rated.status, rated.to]).toEqual([303, `${form}?baru=1&lang=id`])
    }
    expect(await ratings()).toEqual([{ rating: 4, reasons: '[]' }])
    const thanks = (await phone.get(`${form}?baru=1`)).text
    expect(thanks).toContain('Terima kasih, sudah kami terima')
    expect(thanks).not.toContain('keluhan')
    expect(thanks).toContain(`${form}/skm`)
    const skm = await phone.get(`${form}/skm`)
    const marks = Object.fromEntries(UNSUR.map(unsur => [unsur, '3']))
    const filled = { ...hidden(skm.text), ...marks, suggestion: 'Tambah kursi', sex: 'P', age: '60+', education: '' }
    for (const _ of [1, 2]) {
      const sent = await send(`${form}/skm`, filled)
      expect([sent.status, sent.to]).toEqual([303, `${form}?lang=id`])
    }
    expect(await sheets()).toMatchObject([{ waktu: 3, biaya: 4, sarana: 3, suggestion: 'Tambah kursi' }])
    const profiles = await app.db.kysely.selectFrom('skm_profiles').selectAll().execute()
    expect(profiles).toMatchObject([{ sex: 'P', age_group: '60+', education: null, work: null }])
    const end = (await phone.get(form)).text
    expect(end).toContain('Anda boleh menutup halaman ini')
    expect(end).not.toContain('/skm')
    // What is complete is asked no more.
    expect((await phone.get(`${form}/skm`)).status).toBe(303)
    expect((await send(`${form}/skm`, { ...filled, key: 'another-sheet-of-it' })).status).toBe(409)
  })

  it('keeps a low mark at once, and takes its reasons for a minute [S2 S3 S41]', async () => {
    const form = `${await served()}/formulir`
    const low = async (key: string) => (await send(`${form}/nilai`, { key, rating: '1' })).text
    const reasons = await low('the-only-tap-of-it')
    expect(reasons).toContain('Apa yang kurang?')
    expect(await ratings()).toEqual([{ rating: 1, reasons: '[]' }])
    // Whoever reloads has no second minute, and goes on.
    expect(await low('the-only-tap-of-it')).toBe('')
    const sent = await send(`${form}/alasan`, hidden(reasons), [
      ['reason', 'slow'],
      ['reason', 'room'],
      ['reason', 'p1'],
    ])
    expect([sent.status, sent.to]).toEqual([303, `${form}?keluhan=1&lang=id`])
    expect(await ratings()).toEqual([{ rating: 1, reasons: '["slow","room"]' }])
    expect((await phone.get(`${form}?keluhan=1`)).text).toContain('Tulis keluhan, kami jawab')
    // Back, or the link once more, until the time is over.
    expect((await phone.get(form)).text).toContain('Tulis keluhan, kami jawab')
    app.clock.now += 8 * 86_400_000
    expect((await phone.get(form)).text).not.toContain('Tulis keluhan')
  })

  it('says so where reasons came too late, and keeps the mark [S2]', async () => {
    const form = `${await served()}/formulir`
    const reasons = (await send(`${form}/nilai`, { key: 'the-only-tap-of-it', rating: '2' })).text
    app.clock.now += 60_001
    const sent = await send(`${form}/alasan`, hidden(reasons), [['reason', 'slow']])
    expect((await phone.get(sent.to)).text).toContain('lebih dari satu menit kemudian')
    expect(await ratings()).toEqual([{ rating: 2, reasons: '[]' }])
    expect((await send(`${form}/alasan`, hidden(reasons))).to).toBe(`${form}?keluhan=1&lang=id`)
  })

  it('keeps what was filled in where it cannot be sent yet [S87]', async () => {
    const form = `${await served('legalisir')}/formulir`
    const { key } = hidden((await phone.get(`${form}/skm`)).text)
    const nothing = await send(`${form}/skm`, { key: key!, work: 'TNI' })
    expect(nothing.status).toBe(422)
    expect(nothing.text).toContain('Jawab paling sedikit satu pertanyaan.')
    expect(nothing.text).toContain('<title>Belum terkirim')
    expect(nothing.text).toContain('<option value="TNI" selected>')
    expect(hidden(nothing.text)['key']).toBe(key)
    const long = await send(`${form}/skm`, { key: key!, waktu: '2', suggestion: `<b>${'a'.repeat(1000)}` })
    expect(long.status).toBe(422)
    expect(long.text).toContain('name="waktu" value="2" checked')
    expect(long.text).toContain('&lt;b&gt;aaa')
    expect(long.text).toContain('Paling banyak 1000 huruf')
    expect(await sheets()).toEqual([])
    // What no form asks is no answer.
    const odd = await send(`${form}/skm`, { key: key!, waktu: '7', sex: 'X', suggestion: 'Baik' })
    expect(odd.status).toBe(303)
    expect(await sheets()).toMatchObject([{ waktu: null, suggestion: 'Baik' }])
  })

  it('shows a second mark that the first one counts, and what may still be answered [S2]', async () => {
    const form = `${await served()}/formulir`
    await send(`${form}/nilai`, { key: 'the-first-tap-of-it', rating: '3' })
    const second = await send(`${form}/nilai`, { key: 'the-second-tap-of-it', rating: '1' })
    expect(second.status).toBe(409)
    expect(second.text).toContain('Setiap kunjungan dinilai satu kali')
    expect(second.text).toContain(`${form}/skm`)
    expect(await ratings()).toEqual([{ rating: 3, reasons: '[]' }])
  })

  it('is closed after its time, unknown without a visit, and closed to staff, to tablets and to other sites [S1 S15]', async () => {
    const survey = await served()
    const form = `${survey}/formulir`
    for (const who of [await app.as('manajer'), await app.device('tablet')])
      expect((await who.get(form)).text).toContain('dipakai untuk bekerja di kantor')
    expect((await phone.get('/s/nobody.nothing/formulir')).status).toBe(404)
    const foreign = { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'cross-site' }
    expect((await phone.post(`${form}/nilai`, 'key=the-only-tap-of-it&rating=1', foreign)).status).toBe(403)
    app.clock.now += 72 * HOUR
    for (const page of [form, `${form}/skm`]) expect((await phone.get(page)).text).toContain('Waktu survei sudah lewat')
    const late = await send(`${form}/nilai`, { key: 'the-only-tap-of-it', rating: '4' })
    expect([late.status, await ratings()]).toEqual([410, []])
  })
})
