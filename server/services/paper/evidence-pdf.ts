import { officeDate, type Instant } from '../../../shared/kit/time.ts'
import type { Lang } from '../../../shared/kit/words.ts'
import type { OfficeInfo } from '../../../shared/office/office.ts'
import type { Evidence } from '../../../shared/officer/evidence/evidence.ts'
import { evidenceRows } from '../../../shared/tables/evidence-table.ts'
import { evidenceText as words } from '../../../shared/text/evidence.ts'
import { dateYearText } from '../../../shared/text/period.ts'
import { say } from '../../../shared/text/text.ts'
import { timeText } from '../../../shared/text/ui.ts'
import { createPaper } from './pdf-page.ts'

/** Evidence as a file to hand in: the lines in the order of the form, the sums by service, and the code by which it is checked. */
export async function evidencePdf(
  evidence: Evidence,
  about: {
    readonly office: OfficeInfo
    readonly officer: string
    /** The name of the period as people say it. */
    readonly period: string
    readonly version: number
    readonly at: Instant
    /** Of the check page. */
    readonly address: string
    readonly lang: Lang
  },
): Promise<Buffer> {
  const { office, officer, lang, at, address } = about
  const t = (key: keyof typeof words, values?: Record<string, string | number>) => say(words[key], lang, values)
  const title = `${t('title')}: ${about.period}`
  const paper = await createPaper({ title, lang, at })
  paper.text(office.name, { bold: true, size: 13, after: 1 })
  paper.text(office.city)
  paper.line()
  paper.text(title, { bold: true, size: 11.5, after: 3 })
  paper.text(officer)
  const made = `${dateYearText(officeDate(at, office.zone), lang)} ${timeText(at, office.zone, lang)} ${office.zone}`
  paper.text(t('version.n', { n: about.version, at: made }), { after: 10 })

  const rows = evidenceRows(evidence, office, lang)
  await new Promise(setImmediate)
  await paper.table(
    [
      { head: t('date'), share: 66 },
      { head: t('from'), share: 36 },
      { head: t('to'), share: 40 },
      { head: `${t('activity')}, ${t('link')}`, share: 136 },
      { head: t('output'), share: 56 },
      { head: t('quantity'), share: 44, numeric: true },
      { head: t('skp'), share: 108 },
      { head: t('report'), share: 58 },
    ],
    rows.map(r => {
      return [r.date, r.from, r.to, `${r.activity}\n${r.link || address}`, r.output, r.quantity, r.skp, r.report]
    }),
  )
  if (evidence.services.length > 0) {
    paper.text(t('summary'), { bold: true, size: 10, after: 4 })
    const nameOf = (id: string) => {
      const service = office.services.find(s => s.id === id)
      return service ? say(service.name, lang) : id
    }
    await paper.table(
      [
        { head: t('service'), share: 200 },
        ...(['served', 'within', 'shut', 'unclocked'] as const).map(key => ({
          head: t(key),
          share: 80,
          numeric: true,
        })),
      ],
      evidence.services.map(s => [
        ...[nameOf(s.serviceId), String(s.served)],
        ...[s.judged === 0 ? '–' : t('of', { n: s.within, of: s.judged }), String(s.shut), String(s.unclocked)],
      ]),
    )
  }
  const { served, days, activities } = evidence
  paper.text(t('sum.paper', { served, days, others: activities.length }), { after: 10 })
  paper.code(address, [t('check.print')])
  return paper.end((page, of) => `${office.name} · ${t('page.of', { n: page, of })} · ${address}`)
}
