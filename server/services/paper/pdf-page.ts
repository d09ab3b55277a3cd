import { createRequire } from 'node:module'
import path from 'node:path'
import qrcode from 'qrcode'
import type { Instant } from '../../../shared/kit/time.ts'
import type { Lang } from '../../../shared/kit/words.ts'

/** A4 in points, and what is left free around it. */
const MARGIN = 40
const WIDTH = 595.28 - 2 * MARGIN
const BOTTOM = 841.89 - 58
const PAD = 3
/** Rows after which other requests have their turn. */
const ROWS_AT_ONCE = 5

/** A column of a table: its head, its share of the width, and whether it holds numbers. */
export interface Column {
  readonly head: string
  readonly share: number
  readonly numeric?: boolean
}

/** A paper that is written from top to bottom, page after page. */
export interface Paper {
  text(words: string, how?: { readonly bold?: boolean; readonly size?: number; readonly after?: number }): void
  line(): void
  /** Rows are never divided over two pages, and each page begins with the head. */
  table(columns: readonly Column[], rows: readonly (readonly string[])[]): Promise<void>
  /** A code with words beside it, on one page. */
  code(address: string, words: readonly string[]): void
  /** The file; `foot` stands at the foot of each page. */
  end(foot: (page: number, of: number) => string): Promise<Buffer>
}

/** Begins a PDF on A4. Its text can be searched and copied; only the signs that it uses of its fonts are in it. */
export async function createPaper(about: {
  readonly title: string
  readonly lang: Lang
  readonly at: Instant
}): Promise<Paper> {
  const { default: PDFDocument } = await import('pdfkit')
  const doc = new PDFDocument({
    ...{ size: 'A4', margin: MARGIN, bufferPages: true, lang: about.lang, displayTitle: true, pdfVersion: '1.7' },
    info: { Title: about.title, Producer: 'Tanggap', Creator: 'Tanggap', CreationDate: new Date(about.at) },
  })
  const parts: Buffer[] = []
  doc.on('data', (part: Buffer) => parts.push(part))
  const done = new Promise<Buffer>((resolve, reject) => {
    doc.on('end', () => resolve(Buffer.concat(parts)))
    doc.on('error', reject)
  })
  const folder = path.dirname(
    createRequire(import.meta.url).resolve('@expo-google-fonts/plus-jakarta-sans/package.json'),
  )
  doc.registerFont('plain', path.join(folder, '400Regular/PlusJakartaSans_400Regular.ttf'))
  doc.registerFont('bold', path.join(folder, '700Bold/PlusJakartaSans_700Bold.ttf'))
  let y = MARGIN

  function room(height: number): void {
    if (y + height <= BOTTOM) return
    doc.addPage()
    y = MARGIN
  }

  function rule(): void {
    doc
      .moveTo(MARGIN, y)
      .lineTo(MARGIN + WIDTH, y)
      .lineWidth(0.5)
      .strokeColor('#999')
      .stroke()
  }

  function row(cells: readonly string[], columns: readonly Column[], widths: readonly number[], height: number): void {
    let x = MARGIN
    for (const [i, words] of cells.entries()) {
      const align = columns[i]!.numeric ? ('right' as const) : ('left' as const)
      doc.text(words, x + PAD, y + PAD, { width: widths[i]! - 2 * PAD, align })
      x += widths[i]!
    }
    y += height
    rule()
  }

  return {
    text(words, { bold = false, size = 9, after = 2 } = {}) {
      doc.font(bold ? 'bold' : 'plain').fontSize(size)
      const height = doc.heightOfString(words, { width: WIDTH })
      room(height)
      doc.fillColor('#000').text(words, MARGIN, y, { width: WIDTH })
      y += height + after
    },

    line() {
      y += 4
      rule()
      y += 8
    },

    async table(columns, rows) {
      const all = columns.reduce((sum, c) => sum + c.share, 0)
      const widths = columns.map(c => (WIDTH * c.share) / all)
      const heads = columns.map(c => c.head)
      const heightOf = (cells: readonly string[]) =>
        Math.max(...cells.map((words, i) => doc.heightOfString(words, { width: widths[i]! - 2 * PAD }))) + 2 * PAD
      const head = () => {
        doc.font('bold').fontSize(8)
        row(heads, columns, widths, heightOf(heads))
        doc.font('plain').fontSize(8)
      }
      doc.font('plain').fontSize(8)
      room(40 + (rows[0] ? heightOf(rows[0]) : 0))
      head()
      for (const [i, cells] of rows.entries()) {
        const height = heightOf(cells)
        if (y + height > BOTTOM) {
          room(height)
          head()
        }
        row(cells, columns, widths, height)
        if (i % ROWS_AT_ONCE === ROWS_AT_ONCE - 1) await new Promise(setImmediate)
      }
      y += 10
    },

    code(address, words) {
      const side = 84
      room(side + 8)
      drawCode(doc, address, { x: MARGIN, y, side })
      doc.font('plain').fontSize(8.5)
      doc
        .fillColor('#000')
        .text([...words, address].join('\n'), MARGIN + side + 14, y + 10, { width: WIDTH - side - 14 })
      y += side + 8
    },

    async end(foot) {
      const { count } = doc.bufferedPageRange()
      for (let page = 0; page < count; page++) {
        doc.switchToPage(page)
        // The foot stands in the margin, where a text would begin a new page.
        doc.page.margins.bottom = 0
        doc.font('plain').fontSize(7.5).fillColor('#333')
        doc.text(foot(page + 1, count), MARGIN, BOTTOM + 18, { width: WIDTH, align: 'center', lineBreak: false })
        if (page % ROWS_AT_ONCE === ROWS_AT_ONCE - 1) await new Promise(setImmediate)
      }
      await new Promise(setImmediate)
      doc.end()
      return done
    },
  }
}

/** A QR code as one path: a scanner sees no seams between its squares. */
function drawCode(
  doc: PDFKit.PDFDocument,
  address: string,
  { x, y, side }: { readonly x: number; readonly y: number; readonly side: number },
): void {
  const { modules } = qrcode.create(address, { errorCorrectionLevel: 'M' })
  const one = side / modules.size
  for (let line = 0; line < modules.size; line++)
    for (let at = 0; at < modules.size; at++)
      if (modules.get(line, at)) doc.rect(x + at * one, y + line * one, one, one)
  doc.fillColor('#000').fill()
}
