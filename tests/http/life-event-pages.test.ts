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
    // Where one part takes a copy and another does not, the original is what people bring.
    expect(words).not.toContain('Asli atau fotokopi')
    expect(words).toContain('Kartu Keluarga Asli')
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

  it('is booked through times and form, says so on every page, is one act however often it is sent, and is booked again as one [D51 D52 D53 D55]', async () => {
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
    // Nothing of it is at hand before its holder comes, nor once it is given back; and all of it is what is booked again.
    expect(own.visit.steps.map((s: { state: string }) => s.state)).toEqual(['later', 'later'])
    expect(ticket).not.toMatch(/Langkah 1 dari 2|sekarang/)
    expect(wordsIn((await phone.get(`${booked.to.split('?')[0]}/jadwal`)).text)).toContain(
      'Anak lahir: Akta Kelahiran, Kartu Keluarga, Kartu Identitas Anak',
    )
    expect((await app.visitor().post(`/api/tickets/${tokenOf(booked.to)}/cancel`, {})).status).toBe(200)
    const given = await page(booked.to)
    expect(wordsIn(given)).not.toMatch(/Langkah 1 dari 2|sekarang/)
    expect(hrefs(given)).toContain(`${EVENTS}/anak-lahir?lang=id`)
    expect(hrefs(given)).not.toContain('/b/samarinda/akta-kelahiran?lang=id')
  })

  it('is booked without what its day does not offer, moves with what the new day offers, and says so each time [D56 D52]', async () => {
    const office = app.offices.get('samarinda')
    const agency = { id: 'anak', code: 'AN', name: ['Anak', 'Children'], detail: ['', ''], where: ['', ''] } as const
    await app.offices.replace(
      {
        ...office,
        agencies: [{ ...agency, weekdays: [3], active: true }],
        services: office.services.map(s => (s.id === 'kartu-identitas-anak' ? { ...s, agency: 'anak' } : s)),
      },
      { who: 'test', what: 'office.configure' },
      [],
    )
    const only = 'Kartu Identitas Anak hanya dilayani pada hari Rabu'
    expect(wordsIn(await page(`${EVENTS}/anak-lahir?lang=id`))).toContain(only)
    const phone = app.visitor()
    const way = '/b/samarinda/akta-kelahiran/data?event=anak-lahir&case=baru&lang=id'
    const form = (await phone.get(`${way}&slot=2026-06-11T09:00`)).text
    expect(wordsIn(form)).toContain(`Anak lahir: Akta Kelahiran, Kartu Keluarga. ${only}`)
    const token = tokenOf((await post(phone, '/b/samarinda/akta-kelahiran/data', formIn(form, 'book'))).to)
    const visit = async (of: string) => (await app.visitor().get(`/api/tickets/${of}`)).body.visit
    const services = (of: { steps: readonly { services: readonly (readonly string[])[] }[] }) =>
      of.steps.flatMap(step => step.services.map(s => s[0]))
    expect(services(await visit(token))).toEqual(['Akta Kelahiran', 'Kartu Keluarga'])
    expect((await visit(token)).dropped).toEqual([{ service: ['Kartu Identitas Anak', expect.any(String)], days: [3] }])
    expect(wordsIn(await page(`/t/${token}?lang=id`))).toContain(`${only}.`)
    const moved = await app.visitor().post(`/api/tickets/${token}/reschedule`, { slotId: SLOT })
    expect(services(await visit(moved.body.token))).toEqual([
      ...['Akta Kelahiran', 'Kartu Keluarga', 'Kartu Identitas Anak'],
    ])
    // And back: what the day does not offer refuses nothing.
    const back = await app.visitor().post(`/api/tickets/${moved.body.token}/reschedule`, { slotId: '2026-06-11T09:30' })
    expect(back.status).toBe(200)
    expect((await visit(back.body.token)).dropped).toHaveLength(1)
  })
})
