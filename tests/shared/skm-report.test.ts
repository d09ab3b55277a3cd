import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { LocalDate } from '../../shared/kit/time.ts'
import { UNSUR } from '../../shared/survey/instruments.ts'
import { emptyRow, type Plan } from '../../shared/survey/loop/plan.ts'
import { reportDocument } from '../../shared/survey/report/chapters/report.ts'
import { cellText, tablesOf, type ReportDocument } from '../../shared/survey/report/document.ts'
import { proposed } from '../../shared/survey/report/chapters/proposals.ts'
import {
  MOST_TEXT,
  NOTHING_DECIDED,
  TEXT_IDS,
  keptProposal,
  outdatedOf,
  type ReportDraft,
} from '../../shared/survey/report/draft.ts'
import { onNewest, writingOn } from '../../shared/survey/report/writing.ts'
import { MOST_ROWS } from '../../shared/survey/report/facts.ts'
import { fc } from '../helpers/property.ts'
import { reportFacts } from '../helpers/report-facts.ts'

const plan: Plan = {
  rows: [{ ...emptyRow('waktu'), program: 'Loket pagi', quarters: [3, 4], owner: 'Kepala Seksi', percent: 40 }],
  forumOn: '2026-07-08',
  minutes: 'BA 3/2026',
}
const made = (of: Parameters<typeof reportFacts>[0] = {}, draft: Partial<ReportDraft> = {}) =>
  reportDocument(reportFacts(of), { ...NOTHING_DECIDED, ...draft })
const headings = ({ blocks }: ReportDocument) =>
  blocks.flatMap(b => (b.is === 'chapter' || b.is === 'section' ? [`${b.number} ${b.title}`.trim()] : []))
const rowsOf = (report: ReportDocument, id: string) =>
  tablesOf(report)
    .find(table => table.id === id)!
    .rows.map(row => row.map(cellText))
const said = ({ blocks }: ReportDocument) =>
  blocks
    .flatMap(b => (b.is === 'text' ? b.paragraphs : b.is === 'note' || b.is === 'warning' ? [b.text] : []))
    .join('\n')

describe('the official report', () => {
  it('has the chapters, sections and annexes that units use since 2023, in their order [S60]', () => {
    expect(headings(made())).toEqual([
      ...['BAB I PENDAHULUAN', '1.1 Latar Belakang', '1.2 Dasar Pelaksanaan Survei Kepuasan Masyarakat'],
      ...['1.3 Maksud dan Tujuan', 'BAB II PENGUMPULAN DATA SKM', '2.1 Pelaksana SKM', '2.2 Metode Pengumpulan Data'],
      ...['2.3 Lokasi Pengumpulan Data', '2.4 Waktu Pelaksanaan SKM', '2.5 Penentuan Jumlah Responden'],
      ...['BAB III HASIL PENGOLAHAN DATA', '3.1 Jumlah Responden SKM'],
      '3.2 Indeks Kepuasan Masyarakat (Unit Layanan dan Per Unsur Layanan)',
      ...['BAB IV ANALISIS HASIL SKM', '4.1 Analisis Permasalahan/Kelemahan dan Kelebihan Unsur Layanan'],
      ...['4.2 Rencana Tindak Lanjut', '4.3 Tren Nilai SKM', 'BAB V KESIMPULAN', 'LAMPIRAN', 'Lampiran 1 Kuesioner'],
      ...['Lampiran 2 Hasil Olah Data SKM', 'Lampiran 3 Dokumentasi'],
      'Lampiran 4 Laporan Hasil Tindak Lanjut SKM Periode Sebelumnya',
    ])
  })

  it('ends its table of respondents with sums, means, weighted means and the IKM, each marked as the form has it [S61]', () => {
    const facts = reportFacts({ n: 57 })
    const rows = rowsOf(reportDocument(facts, NOTHING_DECIDED), 'processing')
    expect(rows.length).toBe(57 + 4)
    const foot = rows.slice(-4)
    expect(foot.map(row => row[0])).toEqual([
      ...['∑ Nilai/Unsur', 'NRR/Unsur', 'NRR Tertimbang/Unsur', 'IKM Unit Pelayanan'],
    ])
    const sums = UNSUR.map((_, i) => facts.marks.reduce((sum, row) => sum + (row[i] ?? 0), 0))
    expect(foot[0]!.slice(1, 10)).toEqual(sums.map(sum => String(sum)))
    expect(foot[2]!.at(-1)).toMatch(/^\*\) \d,\d{4}$/)
    expect(foot[3]!.at(-1)).toBe(`**) ${facts.figures.figures!.result.ikm!.toFixed(2).replace('.', ',')}`)
  })

  it.each([
    [MOST_ROWS, true],
    [MOST_ROWS + 1, false],
  ])('prints rows of %i respondents: %s; of more how often each mark was given [S61]', (n, each) => {
    const facts = reportFacts({ n })
    const rows = rowsOf(reportDocument(facts, NOTHING_DECIDED), 'processing')
    expect(rows.length).toBe(each ? n + 4 : 5 + 4)
    if (each) return
    for (const place of UNSUR.keys()) {
      const counted = rows.slice(0, 5).map(row => Number(row[place + 1]!.replace('.', '')))
      expect(counted.reduce((sum, one) => sum + one)).toBe(n)
    }
  })

  it('says by which method the IKM was computed, and what all the others give [S62]', () => {
    for (const method of ['exact', '0.11', '0.111', '0.1111'] as const) {
      const report = made({ method })
      expect(rowsOf(report, 'methods').length).toBe(6)
      expect(said(report)).toContain('Cara menghitung: bobot')
      expect(said(report)).toContain(`per unsur × ${method === 'exact' ? '1/9' : method.replace('.', ',')} per unsur`)
    }
  })

  it('warns inside where fewer answered than the sample asks for, and only then [S63]', () => {
    const warned = (n: number) => made({ n, population: 40 }).blocks.filter(b => b.is === 'warning').length
    expect(warned(35)).toBeGreaterThan(0)
    expect(warned(36)).toBe(0)
    expect(said(made({ n: 35, population: 40 }))).toContain('belum memenuhi')
  })

  it('names none as the strongest where chance alone may have put others above, nor a weakest [S60 S35]', () => {
    const facts = reportFacts({ n: 200 })
    const shown = facts.figures.figures!
    const told = (lowest: Partial<typeof shown.lowest>) =>
      proposed({
        ...facts,
        figures: { ...facts.figures, figures: { ...shown, lowest: { ...shown.lowest, ...lowest } } },
      }).analysis
    expect(told({})).toContain('Unsur dengan nilai tertinggi: Biaya')
    const none = told({ three: [], highest: [], unclear: true })
    expect(none).toContain('Belum jelas unsur mana yang terlemah')
    expect(none).not.toContain('tertinggi')
  })

  it('marks each text as a proposal until somebody accepts or rewrites it [S64]', () => {
    const open = (report: ReportDocument) => report.blocks.filter(b => b.is === 'text' && b.proposed).length
    expect(open(made())).toBe(TEXT_IDS.length)
    expect(made().draft).toBe(true)
    const one = made({}, { texts: { background: 'Ditulis sendiri.\n\nBaris kedua.' } })
    expect(open(one)).toBe(TEXT_IDS.length - 1)
    expect(said(one)).toContain('Ditulis sendiri.\nBaris kedua.')
    const all = made({}, { texts: Object.fromEntries(TEXT_IDS.map(id => [id, 'Diterima.'])) })
    expect([open(all), all.draft]).toEqual([0, false])
  })

  it('marks a text that was accepted before figures or plan changed, and stays a draft until somebody looks [S64]', () => {
    const now = proposed(reportFacts())
    const all = Object.fromEntries(TEXT_IDS.map(id => [id, now[id]]))
    const on = { ...all, index: 'Nilai IKM 83,00.', plan: 'Rencana belum disusun.', place: 'Di kantor lama.' }
    const old = { texts: { ...all, index: 'Nilai IKM 83,00.', place: 'Di kantor lama.' }, on }
    const marked = (draft: Partial<ReportDraft>) =>
      made({}, draft).blocks.flatMap(b => (b.is === 'text' && b.outdated ? [b.paragraphs[0]] : []))
    expect(outdatedOf(old, now)).toEqual(['index'])
    expect(marked(old)).toEqual(['Nilai IKM 83,00.'])
    expect(made({}, old).draft).toBe(true)
    // Accepted before it was kept what was proposed, emptied, or the same words again.
    expect(outdatedOf({ texts: old.texts }, now)).toEqual([])
    expect(outdatedOf({ texts: { index: '', plan: now.plan }, on }, now)).toEqual([])
    expect(made({}, { texts: all, on: all }).draft).toBe(false)
    // One longer than a text may be is known by its beginning.
    const long = 'Layanan '.repeat(MOST_TEXT)
    expect(keptProposal(long).length).toBeLessThanOrEqual(MOST_TEXT)
    expect(outdatedOf({ texts: { sample: 'Pendek.' }, on: { sample: keptProposal(long) } }, { sample: long })).toEqual(
      [],
    )
  })

  it('puts what two wrote from the same version together, whatever they wrote [S64]', () => {
    const some = fc.record({
      texts: fc.dictionary(fc.constantFrom(...TEXT_IDS), fc.constantFrom('a', 'b', '')),
      titles: fc.dictionary(fc.constantFrom(...TEXT_IDS), fc.constantFrom('a', 'b')),
      stages: fc.constant(null),
      signedOn: fc.constantFrom(null, '2026-07-01' as LocalDate),
    })
    fc.assert(
      fc.property(some, some, some, (ground, mine, newest) => {
        const { draft, theirs, version } = onNewest({ ...writingOn(ground, 1), draft: mine }, newest, 2)
        expect(version).toBe(2)
        for (const id of TEXT_IDS) {
          const changed = mine.texts[id] !== ground.texts[id]
          expect(draft.texts[id]).toBe((changed ? mine : newest).texts[id])
          const both = changed && newest.texts[id] !== ground.texts[id] && newest.texts[id] !== mine.texts[id]
          expect(theirs[id]).toBe(both ? (newest.texts[id] ?? '') : undefined)
        }
      }),
    )
  })

  it('calls a heading as the office calls it, and leaves out a text that is emptied [S64]', () => {
    const report = made({}, { titles: { conclusion: 'Penutup', team: 'Tim SKM' }, texts: { place: '' } })
    expect(headings(report)).toContain('2.1 Tim SKM')
    expect(headings(report)).toContain('BAB V PENUTUP')
    expect(said(report)).not.toContain('Data dikumpulkan di')
    expect(headings(report)).not.toContain('2.3 Lokasi Pengumpulan Data')
  })

  it('has the plan with its forum, and the plan of the period before as annex 4 [S65]', () => {
    const earlier = reportFacts().figures.figures!.compared.before
    const report = made({ of: { plan, before: { period: earlier, plan } } })
    expect(said(report)).toContain('Forum Konsultasi Publik (FKP) pada 8 Juli 2026, dengan berita acara BA 3/2026')
    expect(rowsOf(report, 'plan')).toEqual([
      ['1', 'Waktu Penyelesaian', 'Loket pagi', '', '', 'X', 'X', 'Kepala Seksi'],
    ])
    expect(rowsOf(report, 'followed')[0]).toContain('Sedang dilaksanakan (40%)')
    const hurdle = 'Anggaran kursi baru turun pada September'
    const hindered = { ...plan, rows: [{ ...plan.rows[0]!, hurdle }] }
    const told = made({ of: { before: { period: earlier, plan: hindered } } })
    expect(rowsOf(told, 'followed')[0]!.at(-1)).toBe(hurdle)
    expect([said(report), said(told)].map(text => text.includes('hambatan: tidak dicatat'))).toEqual([true, false])
    expect(said(made({ of: { plan: { ...plan, forumOn: null } } }))).toContain('belum dicatat tanggalnya')
  })

  it('says wherever it counts how many the head left out, and counts in its table of respondents who stands in it [S53]', () => {
    const { figures, ...facts } = reportFacts({ n: 40 })
    const shown = { ...figures.figures!, leftOut: 9 }
    const services = figures.services.map((one, i) => ({ ...one, answered: one.answered + (i === 0 ? 9 : 0) }))
    const profile = facts.profile.map(({ name, rows }) => ({
      name,
      rows: rows.map((row, i) => ({ ...row, n: row.n + (i === 0 ? 9 : 0) })),
    }))
    const report = reportDocument(
      { ...facts, profile, figures: { ...figures, services, figures: shown } },
      NOTHING_DECIDED,
    )
    const table = tablesOf(report).find(one => one.id === 'profile')!
    expect(table.caption).toContain('(n = 49)')
    const counted = (of: readonly string[]) =>
      rowsOf(report, 'profile')
        .filter(row => of.includes(row.at(-3)!))
        .reduce((sum, row) => sum + Number(row.at(-2)), 0)
    expect([counted(['Laki-laki', 'Perempuan']), counted(['KTP-el', 'Kartu Keluarga'])]).toEqual([49, 49])
    expect(said(report).match(/9 jawaban yang perlu diperiksa tidak dihitung/g)).toHaveLength(3)
    expect(said(report)).toContain('Terkumpul 40 responden')
    expect(said(made())).not.toContain('tidak dihitung atas keputusan')
  })

  it('prints the sample of Krejcie and Morgan as their table has it [S63]', () => {
    const { table } = JSON.parse(readFileSync(new URL('../fixtures/krejcie-morgan.json', import.meta.url), 'utf8')) as {
      table: readonly { N: number; S: number }[]
    }
    const printed = rowsOf(made(), 'krejcie-morgan')
      .flatMap(row => [row.slice(0, 2), row.slice(2, 4), row.slice(4, 6)])
      .filter(([population]) => population !== '')
      .map(pair => pair.map(text => Number(text.replaceAll('.', ''))))
      .sort((a, b) => a[0]! - b[0]!)
    expect(printed).toEqual(table.map(row => [row.N, row.S]))
  })

  it('says the same figures in its table, its picture and its sums, whatever was answered', () => {
    fc.assert(
      fc.property(fc.integer({ min: 10, max: 60 }), n => {
        const report = made({ n })
        const bars = report.blocks.find(b => b.is === 'bars')!.bars.map(bar => bar.text)
        const nrr = rowsOf(report, 'processing').at(-3)!.slice(1, 10)
        expect(
          rowsOf(report, 'result')
            .slice(0, 9)
            .map(row => row[2]),
        ).toEqual(nrr)
        for (const [i, bar] of bars.entries())
          expect(Math.abs(Number(bar.replace(',', '.')) - Number(nrr[i]!.replace(',', '.')))).toBeLessThan(0.0056)
      }),
      { numRuns: 30 },
    )
  })

  it('shows no figure, and no respondent, of a period whose figures are held back [S66]', () => {
    const facts = reportFacts()
    const { figures: _, ...held } = facts.figures
    const report = reportDocument(
      { ...facts, figures: { ...held, showing: { why: 'few' } }, rows: null },
      NOTHING_DECIDED,
    )
    expect(tablesOf(report).map(table => table.id)).toEqual(['stages', 'krejcie-morgan', 'services', 'questionnaire'])
    expect(said(report)).toContain('belum dapat ditampilkan')
  })
})
