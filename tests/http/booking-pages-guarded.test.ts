import { describe, expect, it } from 'vitest'
import { demoOffice } from '../../server/demo/samarinda.ts'
import { servicesPage } from '../../server/http/pages/booking/services-page.ts'
import { papersPage } from '../../server/http/pages/booking/papers-page.ts'
import { atForm, bookingApp, formIn, KK, KTP, PERSON } from '../helpers/booking-app.ts'
import { front, NOW } from '../helpers/booking-desk.ts'
import { wordsIn } from '../helpers/page-words.ts'

describe('a busy hour for a browser without scripts', () => {
  it('waits on a page that is the form once more, which books what was typed when it is sent again [G4]', async () => {
    const it = bookingApp()
    const { page } = await atForm(it)
    it.next.wait = { token: 'patience-1', from: NOW + 20_000 }
    const sent = formIn(page.html, 'book', PERSON)
    const wait = await it.post(`${KTP}/data`, sent)
    expect([wait.status, wait.to]).toEqual([200, ''])
    expect(wordsIn(wait.html)).toContain('Belum dipesan. Tunggu 21 detik, lalu tekan tombol di bawah.')
    expect(wait.html).not.toContain('http-equiv')
    const addresses = [...wait.html.matchAll(/(?:href|action)="([^"]*)"/g)].map(m => m[1]!).join(' ')
    for (const said of [...Object.values(PERSON), 'patience-1', sent.get('key')!]) expect(addresses).not.toContain(said)
    const booked = await it.post(`${KTP}/data`, formIn(wait.html, 'book'))
    expect([booked.status, booked.to]).toEqual([303, '/t/token-of-a-booking-0001?lang=id'])
    expect(it.asked.at(-1)).toMatchObject({
      patience: 'patience-1',
      key: sent.get('key'),
      contact: { phone: PERSON.phone },
      papers: ['kk', 'ktp-rusak'],
      priority: true,
    })
  })

  it('says how long is left to whoever presses too soon, with the same place in the wait', async () => {
    const it = bookingApp()
    const { page } = await atForm(it)
    it.next.wait = { token: 'patience-1', from: NOW + 20_000 }
    const wait = await it.post(`${KTP}/data`, formIn(page.html, 'book', PERSON))
    it.clock.now += 12_000
    it.refuse('book', 'PROOF_REQUIRED', { why: 'early' })
    const early = await it.post(`${KTP}/data`, formIn(wait.html, 'book'))
    expect(wordsIn(early.html)).toContain('Tunggu 9 detik lagi, lalu tekan sekali.')
    it.accept()
    expect((await it.post(`${KTP}/data`, formIn(early.html, 'book'))).status).toBe(303)
    expect(it.asked.at(-1)).toMatchObject({ patience: 'patience-1' })
  })
})

describe('the form sent by the script', () => {
  const asData = { accept: 'application/json' }

  it('gets the address of the ticket as data', async () => {
    const it = bookingApp()
    const { page } = await atForm(it)
    const sent = await it.post(`${KTP}/data`, formIn(page.html, 'book'), asData)
    expect([sent.status, JSON.parse(sent.html)]).toEqual([201, { path: '/t/token-of-a-booking-0001' }])
    expect(it.asked.at(-1)).toMatchObject({ scripts: true })
  })

  it('gets a refusal with its code and challenge, and hands in the proof', async () => {
    const it = bookingApp()
    const { page } = await atForm(it)
    it.refuse('book', 'PROOF_REQUIRED', { challenge: { a: 1 }, why: 'missing' })
    const refused = await it.post(`${KTP}/data`, formIn(page.html, 'book'), asData)
    expect(refused.status).toBe(428)
    expect(JSON.parse(refused.html).error.data.challenge).toEqual({ a: 1 })
    it.accept()
    await it.post(`${KTP}/data`, formIn(page.html, 'book', { proof: 'work' }), asData)
    expect(it.asked.at(-1)).toMatchObject({ proof: 'work' })
  })
})

describe('the booking pages under a strict policy', () => {
  const hostile = `<script>alert("x")</script><img src=x onerror='y'>`
  const [service] = demoOffice.services
  const evil = {
    ...service!,
    name: [hostile, hostile],
    detail: [hostile, hostile],
    requirements: [{ id: 'kk', name: [hostile, hostile], note: [hostile, hostile] }],
    cases: [],
  } as const
  const evilFront = { ...front, office: { ...front.office, name: hostile, services: [evil] } }
  const way = { lang: 'id', papers: [], priority: false } as const

  it('writes out everything that somebody typed', async () => {
    const pages = [
      servicesPage(evilFront, way, hostile, { styles: [] }),
      papersPage(evilFront, evil, way, { styles: [] }),
      (await bookingApp().get(`/b/samarinda?q=${encodeURIComponent(hostile)}`)).html,
    ]
    for (const html of pages) {
      expect(html).not.toContain('<script>')
      expect(html).not.toContain('<img')
    }
  })

  it('carries no inline script, style or handler', async () => {
    const it = bookingApp()
    const { page } = await atForm(it)
    for (const html of [
      page.html,
      ...(await Promise.all(['/b/samarinda', KTP, `${KTP}/jadwal`, `${KK}/jadwal`].map(p => it.get(p)))).map(
        p => p.html,
      ),
    ]) {
      expect(html.match(/<script(?![^>]*src=)/)).toBeNull()
      expect(html.match(/<style|<[^>]+\s(style|on\w+)=/)).toBeNull()
    }
  })

  it('has a page for what is not there', async () => {
    const it = bookingApp()
    expect(wordsIn((await it.get('/b/nowhere')).html)).toContain('Halaman ini tidak ada')
    for (const path of ['/b/samarinda/nothing', `${KK}/undian/2026-02-30`]) {
      const answer = await it.get(path)
      expect([path, answer.status]).toEqual([path, 404])
      expect(wordsIn(answer.html)).toContain('Halaman tidak ditemukan')
    }
    expect(it.failures).toEqual([])
  })

  it('speaks English on demand and keeps the way when the language changes', async () => {
    const { html } = await bookingApp().get(`${KTP}/jadwal?papers=kk&priority=1&lang=en`)
    expect(wordsIn(html)).toContain('When will you come?')
    expect(html).toContain('href="/b/samarinda/ktp-el/jadwal?papers=kk&amp;priority=1&amp;lang=id"')
  })
})
