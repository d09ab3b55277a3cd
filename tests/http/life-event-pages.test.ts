import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { formIn } from '../helpers/booking-app.ts'
import { post, tokenOf } from '../helpers/by-pages.ts'
import { wordsIn } from '../helpers/page-words.ts'
import { testApp, type TestApp } from '../helpers/test-app.ts'

const EVENTS = '/b/samarinda/peristiwa'
const SLOT = '2026-06-10T09:00'

let app: TestApp
beforeEach(async () => {
  app = await testApp()
  const booking = { ...app.offices.get('samarinda').booking, proof: 'never', priorityShare: 0 }
  await (await app.as('admin')).patch('/api/offices/samarinda/settings', { booking, alwaysOpen: false })
})
afterEach(async () => {
  expect(app.failures).toEqual([])
  await app.close()
})

const page = async (path: string) => (await app.visitor().get(path)).text
const hrefs = (text: string) => [...text.matchAll(/href="([^"]*)"/g)].map(m => m[1]!.replaceAll('&amp;', '&'))
const firstFound = (text: string) => /id="answers".*?<b>([^<]*)/s.exec(text)?.[1]

describe('a life event on the phone', () => {
  it('is asked for on the first page and found by its own words before all services [Z1 D53]', async () => {
    const home = await page('/?lang=id')
    expect(wordsIn(home)).toContain('Apa yang terjadi? Anak lahir Pindah rumah Anggota keluarga meninggal')
    expect(hrefs(home)).toContain(`${EVENTS}/anak-lahir?lang=id`)
    for (const [q, name] of [
      ['anak lahir', 'Anak lahir'],
      ['pindah', 'Pindah rumah'],
      ['meninggal', 'Anggota keluarga meninggal'],
      ['melahir', 'Anak lahir'],
    ])
      expect(firstFound(await page(`/b/samarinda?q=${encodeURIComponent(q!)}`)), q).toBe(name)
    // Whoever names a service gets it first.
    const deed = await page('/b/samarinda?q=akta+kelahiran')
    expect(firstFound(deed)).toContain('Akta Kelahiran')
    expect(hrefs(deed)).toContain(`${EVENTS}/anak-lahir?lang=id`)
  })

  it('tells its sum, what one gets and when, each paper once, and the desks in their order [D53 D54]', async () => {
    const text = await page(`${EVENTS}/anak-lahir?lang=id`)
    const words = wordsIn(text)
    const { services } = app.offices.get('samarinda')
    const of = (id: string) => services.find(s => s.id === id)!
    const own = [of('akta-kelahiran'), of('kartu-keluarga'), of('kartu-identitas-anak')]
    const minutes = (what: 'typicalMinutes' | 'standardMinutes') => own.reduce((n, s) => n + s[what], 0)
    expect(words).toContain(`nomor antrean 1 menit di loket ${minutes('typicalMinutes')}–${minutes('standardMinutes')}`)
    expect(words).toContain('semuanya Gratis')
    expect(words).toMatch(/Akta Kelahiran, anak belum punya akta Kutipan akta kelahiran 3 hari kerja/)
    const papers = [...text.matchAll(/name="papers" value="([^"]*)"/g)].map(m => m[1])
    expect(papers).toEqual(['lahir', 'nikah', 'kk', 'ktp-ortu', 'saksi'])
    expect(words).toContain('Bawa 5 berkas, masing-masing sekali')
    expect(words).toContain('Asli atau fotokopi. Asli')
    expect(words).toContain('Tidak perlu dibawa: dibuat pada kunjungan ini Kutipan akta kelahiran anak')
    expect(words).toMatch(/Urutan di kantor 1 Loket \d.*Satu petugas untuk \d layanan/)
    expect((await app.visitor().get(`${EVENTS}/wisuda`)).status).toBe(404)
  })

  it('leaves out what is not needed without scripts, and never all of it [D53]', async () => {
    const all = await page(`${EVENTS}/pindah-rumah?lang=id`)
    expect(wordsIn(all)).toContain('Berkas lain menurut keperluan: Kartu Keluarga, KTP-el.')
    expect(wordsIn(all)).toContain('Pindah Datang, Kartu Keluarga tetap satu paket.')
    const some = await page(`${EVENTS}/pindah-rumah?without=ktp-el&lang=id`)
    expect(wordsIn(some)).toContain('2 layanan, satu nomor')
    expect(some).toMatch(/name="without" value="ktp-el" checked/)
    const times = await app.visitor().get(`${EVENTS}/pindah-rumah/jadwal?without=ktp-el&lang=id`)
    expect(times.headers.get('location')).toBe(
      '/b/samarinda/pindah-datang/jadwal?case=datang&event=pindah-rumah&without=ktp-el&lang=id',
    )
  })

  it('is booked through times and form, says so on every page, and is one act however often it is sent [D52 D53]', async () => {
    const phone = app.visitor()
    const to = (await phone.get(`${EVENTS}/anak-lahir/jadwal?papers=kk&lang=id`)).headers.get('location')!
    const times = (await phone.get(to)).text
    expect(wordsIn(times)).toContain('Anak lahir: Akta Kelahiran, Kartu Keluarga, Kartu Identitas Anak')
    expect(hrefs(times).some(h => h.startsWith(`${EVENTS}/anak-lahir?papers=kk`))).toBe(true)
    const chosen = await post(phone, '/b/samarinda/akta-kelahiran/jadwal', formIn(times, 'slots', { slot: SLOT }))
    expect(chosen.to).toContain('event=anak-lahir')
    const form = (await phone.get(chosen.to)).text
    expect(wordsIn(form)).toContain('Anak lahir: Akta Kelahiran, Kartu Keluarga, Kartu Identitas Anak')
    const fields = formIn(form, 'book')
    const booked = await post(phone, '/b/samarinda/akta-kelahiran/data', fields)
    const again = await post(phone, '/b/samarinda/akta-kelahiran/data', fields)
    expect(booked.status).toBe(303)
    expect(again.to).toBe(booked.to)
    const own = (await app.visitor().get(`/api/tickets/${tokenOf(booked.to)}`)).body
    expect(own.visit.event[0]).toBe('Anak lahir')
    const ticket = wordsIn((await phone.get(booked.to)).text)
    expect(ticket).toContain('Anak lahir')
  })
})
