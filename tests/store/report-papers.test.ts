import readXlsx from 'read-excel-file/node'
import { getDocumentProxy } from 'unpdf'
import { afterAll, describe, expect, it } from 'vitest'
import { UNSUR } from '../../shared/survey/instruments.ts'
import { reportDocument } from '../../shared/survey/report/chapters/report.ts'
import { cellText, tablesOf } from '../../shared/survey/report/document.ts'
import { NOTHING_DECIDED } from '../../shared/survey/report/draft.ts'
import { answersCsv, rowsOf, shuffled } from '../../server/services/report/answers.ts'
import { drawable } from '../../server/services/report/glyphs.ts'
import { createPaperThread } from '../../server/services/report/paper-thread.ts'
import { reportHtml } from '../../server/services/report/report-html.ts'
import { reportPdf } from '../../server/services/report/report-pdf.ts'
import { reportWorkbook } from '../../server/services/report/report-workbook.ts'
import { reportFacts } from '../helpers/report-facts.ts'

const papers = createPaperThread()
afterAll(() => papers.stop())

const facts = reportFacts({ n: 45 })
const hostile = 'Teks #let x = 1 *tebal* $y$ <b>nakal</b> @preview/x ✓ \u0627'
const report = reportDocument(facts, { ...NOTHING_DECIDED, texts: { background: hostile } })
const marks = Uint8Array.from(facts.marks.flatMap(row => row.map(mark => mark ?? 0)))
const about = { author: 'Kantor Contoh', at: Date.UTC(2026, 6, 9, 1), logo: undefined, attached: undefined }
const check = {
  unsur: UNSUR.map((_, i) => `U${i + 1}`),
  weights: Array.from({ length: 9 }, () => '1/9'),
  nrr: facts.figures.figures!.unsur.map(one => one.nrr),
  ikm: facts.figures.figures!.result.ikm,
}

async function textOf(pdf: Uint8Array) {
  const doc = await getDocumentProxy(new Uint8Array(pdf))
  const pages: string[] = []
  for (let page = 1; page <= doc.numPages; page++) {
    const { items } = await (await doc.getPage(page)).getTextContent()
    pages.push(items.map(item => ('str' in item ? item.str : '')).join(' '))
  }
  const files = (await doc.getAttachments()) as Record<string, { filename: string; content: Uint8Array }> | null
  return { text: pages.join(' ').replace(/\s+/g, ' '), files, meta: await doc.getMetadata() }
}

const squeezed = (text: string) => text.replace(/\s+/g, '')

describe('the report as files', () => {
  it('says in PDF and HTML every cell of every table, and in the workbook the same numbers [S67]', async () => {
    const pdf = squeezed((await textOf(await reportPdf(papers, report, about))).text)
    const page = squeezed((await reportHtml(report, undefined)).replace(/<[^>]*>/g, ' '))
    const sheets = await readXlsx(await reportWorkbook(papers, report, marks, check))
    const cells = sheets.flatMap(sheet => sheet.data.flat())
    const numbers = new Set(cells.filter(cell => typeof cell === 'number').map(n => n.toFixed(4)))
    for (const table of tablesOf(report))
      for (const cell of table.rows.flat()) {
        const words = squeezed(cellText(cell))
        expect(pdf, words).toContain(words)
        expect(page, words).toContain(words)
        if (typeof cell !== 'string' && cell.n !== undefined) {
          const digits = cell.digits ?? 0
          expect(numbers, words).toContain(Number(cell.n.toFixed(digits)).toFixed(4))
        }
      }
  })

  it('takes what people wrote as words, never as a command, and puts a question mark for what the font lacks [S67]', async () => {
    const { text } = await textOf(await reportPdf(papers, report, about))
    expect(text).toContain('Teks #let x = 1 *tebal* $y$ <b>nakal</b> @preview/x ? ?')
    expect(await reportHtml(report, undefined)).toContain('&lt;b&gt;nakal&lt;/b&gt;')
    expect(drawable('a✓b', await papers.signs())).toBe('a?b')
  })

  it('is the same file each time, is in Indonesian, has a title, and holds the answers only where they were asked for [S67]', async () => {
    const [once, again] = [await reportPdf(papers, report, about), await reportPdf(papers, report, about)]
    expect(once.equals(again)).toBe(true)
    const { files, meta } = await textOf(once)
    expect(files).toBeNull()
    expect(meta.info).toMatchObject({ Title: report.title, Language: 'id-ID' })
    const csv = await answersCsv(marks)
    const attached = await textOf(await reportPdf(papers, report, { ...about, attached: csv }))
    expect(Object.values(attached.files ?? {}).map(file => Buffer.from(file.content))).toEqual([Buffer.from(csv)])
  })

  it('draws its PDF with the fonts of the program alone [S67]', async () => {
    const pdf = (await reportPdf(papers, report, about)).toString('latin1')
    const fonts = new Set([...pdf.matchAll(/\/BaseFont\s*\/([\w+-]+)/g)].map(([, name]) => name!.split('+').at(-1)))
    expect([...fonts].sort().filter(name => !name!.startsWith('PlusJakartaSans-'))).toEqual([])
    expect(fonts.size).toBeGreaterThan(0)
  })

  it('computes the figures once more in the sheet of checks, from the answers of the sheet beside it [S68]', async () => {
    const sheets = await readXlsx(await reportWorkbook(papers, report, marks, check))
    const rows = sheets.find(sheet => sheet.sheet === 'Jawaban')!.data
    expect(rows.length).toBe(46)
    expect(rows.slice(1).map(row => row.slice(1).map(cell => cell ?? null))).toEqual(facts.marks)
    expect(sheets.some(sheet => sheet.sheet === 'Periksa')).toBe(true)
    const without = await readXlsx(await reportWorkbook(papers, report, undefined, check))
    expect(without.map(sheet => sheet.sheet)).not.toContain('Jawaban')
  })

  it('puts respondents into an order of its own, the same each time and another for each key [S66]', async () => {
    const [a, b] = [Buffer.alloc(32, 1), Buffer.alloc(32, 2)]
    const [one, same, other] = [await shuffled(marks, a), await shuffled(marks, a), await shuffled(marks, b)]
    expect(one).toEqual(same)
    expect(one).not.toEqual(other)
    expect(one).not.toEqual(marks)
    const sorted = (of: Uint8Array) =>
      rowsOf(of)
        .map(row => row.join())
        .sort()
    expect(sorted(one)).toEqual(sorted(marks))
  })

  it('says so where the library of PDFs is missing, and still writes the workbook', async () => {
    const without = createPaperThread({ setsPdf: false })
    expect(without.setsPdf).toBe(false)
    await expect(reportPdf(without, report, about)).rejects.toMatchObject({ code: 'PAPER_AWAY' })
    expect((await reportWorkbook(without, report, marks, check)).length).toBeGreaterThan(1000)
    await without.stop()
  })
})
