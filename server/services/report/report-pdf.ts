import type { Instant } from '../../../shared/kit/time.ts'
import type { ReportDocument } from '../../../shared/survey/report/document.ts'
import { drawable } from './glyphs.ts'
import { clockOf } from './made-at.ts'
import type { PaperThread } from './paper-thread.ts'

/**
 * The report as PDF, tagged for readers of screens (PDF/UA-1); with the raw answers attached as PDF/A-3a instead. The same report of
 * the same instant has the same bytes. Throws what the thread does.
 */
export async function reportPdf(
  papers: PaperThread,
  report: ReportDocument,
  about: {
    readonly author: string
    readonly at: Instant
    readonly logo: Uint8Array | undefined
    readonly attached: Uint8Array | undefined
  },
): Promise<Buffer> {
  const { at, logo, attached, author } = about
  const signs = await papers.signs()
  const doc = {
    ...report,
    author,
    made: clockOf(at),
    logo: logo !== undefined,
    logoAlt: `Logo ${author}`,
    attached: attached === undefined ? null : 'Jawaban per responden',
  }
  return papers.make({
    is: 'pdf',
    template: 'report',
    doc: JSON.stringify(doc, (_, value: unknown) => (typeof value === 'string' ? drawable(value, signs) : value)),
    files: [...(logo ? [['logo.png', logo] as const] : []), ...(attached ? [['jawaban.csv', attached] as const] : [])],
    standard: attached ? 'a-3a' : 'ua-1',
    at: Math.floor(at / 1000),
  })
}
