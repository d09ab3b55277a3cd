import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { atClock } from '../../shared/kit/time.ts'
import type { SkmAnswers } from '../../shared/survey/ikm.ts'
import { UNSUR } from '../../shared/survey/instruments.ts'
import { NOTHING_DECIDED, TEXT_IDS, type ReportDraft } from '../../shared/survey/report/draft.ts'
import { nine, surveyed } from '../helpers/surveyed.ts'
import { testApp, type TestApp, type Visitor } from '../helpers/test-app.ts'

const REPORT = '/api/offices/samarinda/reports/2026-Q2'
let app: TestApp
let manager: Visitor

beforeEach(async () => {
  app = await testApp()
  app.clock.now = atClock('2026-07-20', '11:00', 'WITA')
  manager = await app.as('manajer')
})
afterEach(async () => {
  expect(app.failures).toEqual([])
  await app.close()
})

/** Answers of a quarter at two counters of two officers, no two days and no two respondents quite alike. */
async function answered(n: number, month = '05', year = '2026') {
  const said = surveyed(app.db)
  for (let i = 0; i < n; i++) {
    const [officer, counter] = i % 2 === 0 ? ['p1', '1'] : ['p2', '2']
    const date = `${year}-${month}-${String(4 + (i % 15)).padStart(2, '0')}`
    const ids = await said.visits(1, officer!, counter!, date)
    const answers: Record<string, number> = { ...nine(3) }
    UNSUR.forEach((unsur, u) => (answers[unsur] = 2 + ((i + u * u) % 3)))
    if (i % 7 === 0) delete answers.pengaduan
    await said.answered(ids, answers as SkmAnswers)
  }
}
const save = (draft: Partial<ReportDraft>, version: number, headers = {}) =>
  manager.post(REPORT, { draft: { ...NOTHING_DECIDED, ...draft }, version }, headers)
const file = async (body: object, who = manager) => {
  const reply = await who.post(`${REPORT}/file`, body)
  const { content = '', ...rest } = reply.body as { content?: string; name: string; type: string }
  return { status: reply.status, bytes: Buffer.from(content, 'base64'), ...rest }
}

describe('the report of a period', () => {
  it('is there once the period is closed, each text proposed from its figures [S64]', async () => {
    await answered(64)
    const { body } = await manager.get(REPORT)
    expect(body).toMatchObject({ version: 0, versions: [], shown: true, n: 64, rows: true, draft: NOTHING_DECIDED })
    expect(Object.keys(body.proposals)).toEqual([...TEXT_IDS])
    expect(body.proposals.index).toContain(`adalah ${body.ikm.toFixed(2).replace('.', ',')} dengan mutu ${body.mutu}`)
    expect((await manager.get('/api/offices/samarinda/reports/2026-Q3')).body.error.code).toBe('SKM_EARLY')
    expect((await manager.get('/api/offices/samarinda/reports/2026-Q5')).status).toBe(400)
  })

  it('is saved in versions, each on record; of two who save at once one is told, and a second sending is the first [S64]', async () => {
    const key = { 'idempotency-key': 'report-1-of-the-office' }
    const texts = { background: 'Ditulis bersama.' }
    expect((await save({ texts }, 0, key)).body).toEqual({ version: 1 })
    expect((await save({ texts }, 0, key)).body).toEqual({ version: 1 })
    expect((await save({}, 0)).body.error.code).toBe('SKM_CHANGED')
    const both = await Promise.all(['a', 'b'].map(background => save({ texts: { background } }, 1)))
    expect(both.map(b => b.status).sort()).toEqual([200, 409])
    const { versions } = (await manager.get(REPORT)).body
    expect(versions.map((v: { version: number; by: string }) => [v.version, v.by])).toEqual([
      [2, 'Kepala Bidang (contoh)'],
      [1, 'Kepala Bidang (contoh)'],
    ])
    const acts = await app.db.kysely.selectFrom('audit').selectAll().where('what', '=', 'report.save').execute()
    expect(acts.length).toBe(2)
  })

  it('begins with what the last report said where that does not come from figures, again as a proposal [S64]', async () => {
    await answered(20, '02')
    const earlier = { texts: { background: 'Latar kami.', index: 'Nilai lama.' }, titles: { team: 'Tim SKM' } }
    const draft = { ...NOTHING_DECIDED, ...earlier }
    expect((await manager.post('/api/offices/samarinda/reports/2026-Q1', { draft, version: 0 })).status).toBe(200)
    const { body } = await manager.get(REPORT)
    expect(body.proposals.background).toBe('Latar kami.')
    expect(body.proposals.index).not.toBe('Nilai lama.')
    expect(body.draft).toEqual({ ...NOTHING_DECIDED, titles: { team: 'Tim SKM' } })
  })

  it('keeps what was proposed when a text was accepted, and marks it on each copy once the figures propose another [S64]', async () => {
    await answered(64)
    const { proposals } = (await manager.get(REPORT)).body as { proposals: Record<string, string> }
    const draft = { texts: { index: proposals.index! }, on: { index: proposals.index! } }
    expect((await save(draft, 0)).status).toBe(200)
    const marked = async () =>
      (await file({ format: 'html' })).bytes
        .toString()
        .includes('<b>Disetujui sebelum angka atau rencananya berubah</b>')
    expect(await marked()).toBe(false)
    await answered(30, '06')
    const { body } = await manager.get(REPORT)
    expect(body.draft).toEqual({ ...NOTHING_DECIDED, ...draft })
    expect(body.proposals.index).not.toBe(proposals.index)
    expect(await marked()).toBe(true)
    expect((await file({ format: 'pdf' })).bytes.toString('latin1', 0, 5)).toBe('%PDF-')
  })

  it('is given as a file in each format, and who took which is on record [S67]', async () => {
    await answered(64)
    await save({ texts: { background: 'Teks <b>kami</b>.' } }, 0)
    const [page, book, csv] = [
      await file({ format: 'html' }),
      await file({ format: 'xlsx' }),
      await file({ format: 'csv' }),
    ]
    expect(page.bytes.toString()).toContain('Teks &lt;b&gt;kami&lt;/b&gt;.')
    expect(page).toMatchObject({ name: 'laporan-skm_2026-Q2.html', type: 'text/html; charset=utf-8' })
    expect(book.bytes.toString('latin1', 0, 2)).toBe('PK')
    expect(csv.name).toBe('jawaban-skm_2026-Q2.csv')
    const [pdf, again] = [await file({ format: 'pdf' }), await file({ format: 'pdf' })]
    expect(pdf.bytes.toString('latin1', 0, 5)).toBe('%PDF-')
    expect(pdf.bytes.equals(again.bytes)).toBe(true)
    expect((await file({ format: 'pdf', attached: true })).bytes.toString('latin1')).toContain('jawaban.csv')
    const acts = await app.db.kysely.selectFrom('audit').selectAll().where('what', '=', 'report.taken').execute()
    expect(acts.map(act => (JSON.parse(act.detail as string) as { format: string }).format)).toEqual([
      ...['html', 'xlsx', 'csv', 'pdf', 'pdf', 'pdf'],
    ])
  })

  it('gives the answers of its respondents, all of them, in an order that tells nothing and is the same each time [S66]', async () => {
    await answered(64)
    const rows = async () =>
      (await file({ format: 'csv' })).bytes
        .toString()
        .trim()
        .split('\r\n')
        .slice(1)
        .map(line => line.split(';').slice(1))
    const stored = await app.db.kysely.selectFrom('skm_answers').selectAll().orderBy('date').orderBy('id').execute()
    const kept = stored.map(row => UNSUR.map(unsur => String(row[unsur] ?? '')))
    const given = await rows()
    const sorted = (of: readonly (readonly string[])[]) => of.map(row => row.join()).sort()
    expect(sorted(given)).toEqual(sorted(kept))
    expect(given).not.toEqual(kept)
    expect(await rows()).toEqual(given)
  })

  it('has neither figure nor row of a period of too few answers [S66]', async () => {
    await answered(9)
    const { body } = await manager.get(REPORT)
    expect(body).toMatchObject({ shown: false, rows: false, ikm: null, mutu: null })
    expect((await file({ format: 'csv' })).status).toBe(404)
    const page = (await file({ format: 'html' })).bytes.toString()
    expect(page).not.toContain('NILAI IKM UNIT PELAYANAN')
    expect(page).toContain('belum dapat ditampilkan')
  })
})
