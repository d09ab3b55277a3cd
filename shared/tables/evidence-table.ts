import { roundHalfUp } from '../kit/stats.ts'
import { atClock, isDate, type Instant, type LocalDate } from '../kit/time.ts'
import type { Lang } from '../kit/words.ts'
import type { OfficeInfo } from '../office/office.ts'
import type { Evidence, EvidenceLine } from '../officer/evidence/evidence.ts'
import type { ActivityLine, ReportedDay } from '../officer/evidence/reported.ts'
import { fixedPeriod } from '../survey/fixed-periods.ts'
import { evidenceText as words } from '../text/evidence.ts'
import { dateYearText, periodName } from '../text/period.ts'
import { say } from '../text/text.ts'
import { timeText } from '../text/ui.ts'
import { figure, tableOf, type Cell, type Table } from './table.ts'

type Names = Pick<OfficeInfo, 'services' | 'counters' | 'zone'>

/** A line in words, field by field in the order of the form of Progres Harian. */
export interface LineWords {
  readonly day: LocalDate
  /** `09-07-2026`, as the form writes it. */
  readonly date: string
  readonly from: string
  readonly to: string
  readonly activity: string
  readonly output: string
  readonly quantity: string
  readonly skp: string
  /** Evidence of its own; empty where the check page is its evidence. */
  readonly link: string
  /** Where the daily report of its day stands. */
  readonly report: string
}

/** The lines of a period as they are copied and printed, by when they began: work at counters and what daily reports add. */
export function evidenceRows(evidence: Evidence, office: Names, lang: Lang): readonly LineWords[] {
  const counters = evidence.lines.map(line => ({ at: line.from, row: counterWords(line, evidence, office, lang) }))
  const others = evidence.activities.map(line => {
    const clock = line.from === '' ? '23:59' : line.from
    return { at: atClock(line.date, clock, office.zone), row: activityWords(line, evidence, lang) }
  })
  return [...counters, ...others].sort((a, b) => a.at - b.at).map(({ row }) => row)
}

function counterWords(line: EvidenceLine, { skp, reports }: Evidence, office: Names, lang: Lang): LineWords {
  const counter = office.counters.find(c => c.id === line.counterId)?.name ?? line.counterId
  const nameOf = (id: string) => {
    const service = office.services.find(s => s.id === id)
    return service ? say(service.name, lang) : id
  }
  const list = line.services.map(s => `${nameOf(s.serviceId)} ${s.n}`).join(', ')
  const clock = (at: Instant) => timeText(at, office.zone, lang)
  return {
    ...{ day: line.date, date: dateOf(line.date), from: clock(line.from), to: clock(line.to) },
    activity: say(words['activity.at'], lang, { counter, list }),
    output: say(words['output.n'], lang, { n: line.quantity }),
    quantity: String(roundHalfUp(line.quantity, 0)),
    ...{ skp, link: '', report: reportWords(line.date, reports, lang) },
  }
}

function activityWords(line: ActivityLine, { reports }: Evidence, lang: Lang): LineWords {
  const { date, what: activity, output, quantity, skp, link } = line
  const [from, to] = [line.from, line.to].map(clock => (lang === 'id' ? clock.replace(':', '.') : clock))
  const fields = { activity, output, quantity, skp, link }
  return { day: date, date: dateOf(date), from: from!, to: to!, ...fields, report: reportWords(date, reports, lang) }
}

function dateOf(date: LocalDate): string {
  return date.split('-').reverse().join('-')
}

function reportWords(date: LocalDate, reports: readonly ReportedDay[], lang: Lang): string {
  const report = reports.find(r => r.date === date)
  if (!report) return say(words['report.none'], lang)
  const state = say(words[`report.${report.state}`], lang)
  return report.late ? say(words['report.late'], lang, { state }) : state
}

/**
 * A period of evidence as people say it, by its name.
 * @example evidenceName('2026-Q2', 'id') // 'Triwulan II 2026'
 */
export function evidenceName(period: string, lang: Lang): string {
  return isDate(period) ? dateYearText(period, lang) : periodName(fixedPeriod(period)!, lang)
}

/** The lines of a period as a spreadsheet gets them, in the order of the form, then whose they are and their sum; `link` leads to the check page. */
export function evidenceTable(
  evidence: Evidence,
  office: Names,
  lang: Lang,
  { link, officer, period }: { readonly link: string; readonly officer: string; readonly period: string },
): Table {
  const { served, days, activities } = evidence
  const sum = say(words['sum.paper'], lang, { served, days, others: activities.length })
  const table = tableOf<LineWords>(
    [words.title],
    [
      [words.date, l => ({ date: l.day })],
      [words.from, l => l.from],
      [words.to, l => l.to],
      [words.activity, l => l.activity],
      [words.output, l => l.output],
      [words.quantity, l => quantityOf(l.quantity)],
      [words.skp, l => l.skp || null],
      [words.link, l => l.link || link],
      [words.report, l => l.report],
    ],
    evidenceRows(evidence, office, lang),
    lang,
  )
  return { ...table, notes: [officer, evidenceName(period, lang), sum] }
}

/** A number where it is one; what an officer wrote with its unit stays words. */
function quantityOf(quantity: string): Cell {
  return /^\d{1,9}$/.test(quantity) ? figure(Number(quantity)) : quantity || null
}
