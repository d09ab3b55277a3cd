import { sql } from 'kysely'
import { readSheet } from 'read-excel-file/node'
import { extractText, getDocumentProxy } from 'unpdf'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { atClock } from '../../shared/kit/time.ts'
import { playWeek } from '../helpers/played-week.ts'
import { testApp, type TestApp, type Visitor } from '../helpers/test-app.ts'

/** Days that are played by the program itself: over a month, a quarter and a year. */
const DAYS = ['2025-12-30', '2026-03-31', '2026-05-26', '2026-06-09'] as const
const DAY = '2026-06-09'
const PERIODS = [
  [DAY, DAY, DAY],
  ['2026-06', '2026-06-01', '2026-06-30'],
  ['2026-Q2', '2026-04-01', '2026-06-30'],
  ['2026-Q1', '2026-01-01', '2026-03-31'],
  ['2026', '2026-01-01', '2026-12-31'],
] as const
const OFFICERS = [
  ['petugas1', 'p1'],
  ['petugas2', 'p2'],
] as const
let app: TestApp
let officer: Visitor
beforeAll(async () => {
  app = await testApp()
  await playWeek(app, DAYS, atClock(DAY, '14:40', 'WITA'))
  officer = await app.as('petugas1')
})
afterAll(() => app.close())

const at = (clock: string) => atClock(DAY, clock, 'WITA')
const file = async (who: Visitor, period: string, format: 'csv' | 'xlsx' | 'pdf') => {
  const { status, body } = await who.post(`/api/me/evidence/${period}/file`, { format, lang: 'id' })
  expect(status, `${period} ${format}`).toBe(200)
  return { name: body.name as string, type: body.type as string, bytes: Buffer.from(body.content, 'base64') }
}
const words = async (bytes: Buffer) => {
  const { totalPages, text } = await extractText(await getDocumentProxy(new Uint8Array(bytes)))
  return { totalPages, pages: text, all: text.join('\n') }
}
/** What each line of work at a counter counts, in the words of the file. */
const counted = (text: string) =>
  [...text.matchAll(/(\d+) layanan\b(?! pada)/g)].reduce((sum, m) => sum + Number(m[1]), 0)

describe('what an officer takes along of a played office', () => {
  it('adds up in each file to what SQL counts by itself, in a day, a month, a quarter and a year [O164 O274]', async () => {
    let all = 0
    for (const [name, id] of OFFICERS) {
      const who = await app.as(name)
      for (const [period, from, to] of PERIODS) {
        const { rows } = await sql<{ n: number }>`
          select count(*) as n from journal j join visits v on v.office = j.office and v.date = j.date and v.seq = j.seq
          where v.office = 'samarinda' and v.officer_id = ${id} and v.outcome in ('done', 'step')
            and v.date between ${from} and ${to}`.execute(app.db.kysely)
        const n = Number(rows[0]!.n)
        all += n
        const { evidence, journal } = (await who.get(`/api/me/evidence/${period}`)).body
        expect([evidence.served, journal], `${name} ${period}`).toEqual([n, n])
        if (n === 0 || id !== 'p1') continue
        const csv = (await file(who, period, 'csv')).bytes.toString('utf8')
        expect(counted(csv), `${name} ${period} csv`).toBe(n)
        const [head, ...lines] = await readSheet((await file(who, period, 'xlsx')).bytes)
        expect(lines.at(-1)![0], `${name} ${period} xlsx`).toContain(`Jumlah: ${n} layanan pada`)
        const at = head!.indexOf('Jumlah')
        expect(
          lines.reduce((sum, line) => sum + Number(line[at]), 0),
          `${name} ${period} xlsx`,
        ).toBe(n)
        const paper = await words((await file(who, period, 'pdf')).bytes)
        expect(counted(paper.all.replaceAll('\n', ' ')), `${name} ${period} pdf`).toBe(n)
        expect(paper.all).toContain(`Jumlah: ${n} layanan pada`)
      }
    }
    expect(all).toBeGreaterThan(60)
  })

  it('is on paper with the head of the office, Indonesian dates, a head on each page, page numbers and the code [O274]', async () => {
    const paper = await file(officer, '2026', 'pdf')
    expect([paper.name, paper.type, paper.bytes.subarray(0, 5).toString()]).toEqual([
      ...['progres-harian_2026.pdf', 'application/pdf', '%PDF-'],
    ])
    const { totalPages, pages } = await words(paper.bytes)
    const { versions } = (await officer.get('/api/me/evidence/2026')).body
    expect(pages[0]).toContain('Bukti untuk e-Kinerja: 2026')
    expect(pages[0]).toContain('Versi 1, 9 Juni 2026 14.40 WITA')
    expect(pages[0]).toContain('Petugas 1 (contoh)')
    for (const [i, page] of pages.entries()) {
      expect(page).toContain(`halaman ${i + 1} dari ${totalPages}`)
      expect(page).toContain(`/periksa/${versions[0].code}`)
    }
    expect(pages.at(-1)).toContain('Ringkasan per layanan')
  })

  it('has what the daily report adds, and is another version after each answer and each line of the SKP [O272 O273]', async () => {
    const activity = {
      ...{ id: 'a1', what: 'Berkas jemput bola', from: '12:15', to: '12:45', quantity: '35 berkas', output: 'berkas' },
      ...{ skp: 'Layanan jemput bola', link: 'https://contoh.go.id/berkas', files: [] },
    }
    const before = (await officer.get(`/api/me/evidence/${DAY}`)).body.evidence
    const sent = {
      ...{ device: 'ponsel-0001-uji', rev: 1, begunAt: at('14:00'), writtenAt: at('14:10'), seen: 0 },
      text: { activities: [activity], note: '' },
    }
    expect((await officer.post(`/api/me/reports/${DAY}/send`, sent)).status).toBe(200)
    expect((await officer.post('/api/me/skp/2026', { line: ' Pelayanan administrasi kependudukan ' })).status).toBe(200)
    const { evidence, versions } = (await officer.get(`/api/me/evidence/${DAY}`)).body
    expect([evidence.served, evidence.days, evidence.services]).toEqual([before.served, before.days, before.services])
    expect(evidence.activities).toMatchObject([
      { what: 'Berkas jemput bola', from: '12:15', skp: 'Layanan jemput bola' },
    ])
    expect(evidence.reports).toEqual([{ date: DAY, state: 'waiting', late: false }])
    expect(versions.map((v: { current: boolean }) => v.current)).toEqual([false])
    const paper = (await words((await file(officer, DAY, 'pdf')).bytes)).all.replaceAll('\n', ' ')
    for (const word of [
      'Berkas jemput bola',
      'https://contoh.go.id/berkas',
      '35 berkas',
      'terkirim',
      '1 kegiatan lain',
    ])
      expect(paper).toContain(word)
    expect(paper).toMatch(/Pelayanan administrasi/)
    const csv = (await file(officer, DAY, 'csv')).bytes.toString('utf8')
    expect(csv).toMatch(/12\.15;12\.45;Berkas jemput bola;berkas;35 berkas;Layanan jemput bola;/)
    const after = (await officer.get(`/api/me/evidence/${DAY}`)).body.versions
    expect(after.map((v: { current: boolean; sums: { others: number } }) => [v.current, v.sums.others])).toEqual([
      [false, 0],
      [true, 1],
    ])
    const stored = await app.db.kysely.selectFrom('skp_lines').selectAll().execute()
    expect(JSON.stringify(stored)).not.toContain('kependudukan')
    expect((await (await app.as('petugas2')).get(`/api/me/evidence/${DAY}`)).body.evidence).toMatchObject({
      ...{ skp: '', activities: [], reports: [] },
    })
    await officer.post('/api/me/skp/2026', { line: 'Pelayanan administrasi kependudukan' })
    const audit = await app.db.kysely.selectFrom('audit').select('detail').where('what', '=', 'evidence.skp').execute()
    expect(audit).toHaveLength(1)
    expect((await officer.post('/api/me/skp/1999', { line: 'x' })).status).toBe(400)
  })

  it('changes with the record when an outage is marked afterwards, and the older code says that there is a newer version [O165 O166]', async () => {
    // On the day after, when it is over; a session of the day before has ended.
    app.clock.now = atClock('2026-06-10', '10:00', 'WITA')
    officer = await app.as('petugas1')
    const first = (await officer.post(`/api/me/evidence/${DAY}/version`)).body.version
    const shutOf = async () => {
      const { record } = (await officer.get(`/api/me/record?from=${DAY}&to=${DAY}`)).body
      return [record.served, record.shut]
    }
    const { rows } = await sql<{ n: number }>`
      select count(*) as n from visits where officer_id = 'p1' and date = ${DAY} and service_id = 'ktp-el'
        and outcome in ('done', 'step') and called_at < ${at('10:00')} and ended_at > ${at('09:00')}`.execute(
      app.db.kysely,
    )
    const touched = Number(rows[0]!.n)
    expect([touched > 0, await shutOf()]).toEqual([true, [first.sums.served, 0]])
    const outage = { serviceId: 'ktp-el', date: DAY, from: '09:00', to: '10:00', reason: 'systemDown' }
    const late = '/api/offices/samarinda/late-outages'
    expect((await (await app.as('atasan')).post(late, outage)).status).toBe(200)
    expect(await shutOf()).toEqual([first.sums.served, 0])
    const another = await app.as('manajer')
    const [marked] = (await another.get(late)).body.outages
    expect((await another.post(`${late}/${marked.id}/agree`)).status).toBe(200)
    expect(await shutOf()).toEqual([first.sums.served, touched])
    const page = await app.visitor().get(`/periksa/${first.code}`)
    expect(/<h1[^>]*>([^<]+)/.exec(page.text)?.[1]).toBe('Sah, ada versi yang lebih baru')
    const second = (await officer.post(`/api/me/evidence/${DAY}/version`)).body.version
    expect(second.version).toBe(first.version + 1)
    expect(second.sums.served).toBe(first.sums.served)
    expect([first.sums.shut, second.sums.shut]).toEqual([0, touched])
    const { versions } = (await officer.get(`/api/me/evidence/${DAY}`)).body
    expect(versions.slice(-2)).toEqual([{ ...first, current: false }, second])
  })
})
