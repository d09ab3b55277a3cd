import { roundHalfUp } from '../kit/stats.ts'
import type { Lang } from '../kit/words.ts'
import type { OfficeInfo } from '../office/office.ts'
import type { Evidence, EvidenceLine } from '../officer/evidence/evidence.ts'
import { evidenceText as words } from '../text/evidence.ts'
import { say } from '../text/text.ts'
import { timeText } from '../text/ui.ts'
import { figure, tableOf, type Table } from './table.ts'

type Names = Pick<OfficeInfo, 'services' | 'counters' | 'zone'>

/** A line in words, field by field in the order of the form of Progres Harian. */
export interface LineWords {
  /** `09-07-2026`, as the form writes it. */
  readonly date: string
  readonly from: string
  readonly to: string
  readonly activity: string
  readonly output: string
  readonly quantity: string
}

/** A line as it is copied and printed. */
export function lineWords(line: EvidenceLine, office: Names, lang: Lang): LineWords {
  const counter = office.counters.find(c => c.id === line.counterId)?.name ?? line.counterId
  const nameOf = (id: string) => {
    const service = office.services.find(s => s.id === id)
    return service ? say(service.name, lang) : id
  }
  const list = line.services.map(s => `${nameOf(s.serviceId)} ${s.n}`).join(', ')
  const [year, month, day] = line.date.split('-')
  return {
    date: `${day}-${month}-${year}`,
    from: timeText(line.from, office.zone, lang),
    to: timeText(line.to, office.zone, lang),
    activity: say(words['activity.at'], lang, { counter, list }),
    output: say(words['output.n'], lang, { n: line.quantity }),
    quantity: String(roundHalfUp(line.quantity, 0)),
  }
}

/** The lines of a period as a spreadsheet gets them, in the order of the form; `link` leads to the check page. */
export function evidenceTable({ lines }: Evidence, office: Names, lang: Lang, link: string): Table {
  return tableOf<EvidenceLine>(
    [words.title],
    [
      [words.date, l => ({ date: l.date })],
      [words.from, l => lineWords(l, office, lang).from],
      [words.to, l => lineWords(l, office, lang).to],
      [words.activity, l => lineWords(l, office, lang).activity],
      [words.output, l => lineWords(l, office, lang).output],
      [words.quantity, l => figure(l.quantity)],
      [words.skp, () => null],
      [words.link, () => link],
    ],
    lines,
    lang,
  )
}
