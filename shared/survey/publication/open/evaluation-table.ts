import type { Lang } from '../../../kit/words.ts'
import { officeDate, type Zone } from '../../../kit/time.ts'
import { fixedPeriod } from '../../fixed-periods.ts'
import { EVALUATION, isProven, type EvaluationFacts, type EvaluationItem } from '../evaluation.ts'
import { evaluationItemText, evaluationProofText, evaluationText as words } from '../../../text/evaluation.ts'
import { dateYearText, periodName } from '../../../text/period.ts'
import { mediumText } from '../../../text/publication.ts'
import { numberText, say } from '../../../text/text.ts'
import { tableOf, type Table } from '../../../tables/table.ts'

/** A line of the list of evidence. */
export interface EvaluationLine {
  readonly level: string
  readonly item: string
  readonly proven: boolean
  readonly proof: string
}

/** The list of evidence in words; `link` is the public page, `zone` that of the office. */
export function evaluationLines(
  facts: EvaluationFacts,
  { link, zone, lang }: { readonly link: string; readonly zone: Zone; readonly lang: Lang },
): readonly EvaluationLine[] {
  const values = valuesOf(facts, link, zone, lang)
  return EVALUATION.map(([level, item]) => {
    const proven = isProven(item, facts)
    const proof = proven || told(item, facts) ? say(evaluationProofText[item], lang, values) : ''
    const none = proven ? '' : say(words.none, lang)
    return {
      ...{ level, item: say(evaluationItemText[item], lang), proven },
      proof: [none, proof].filter(text => text !== '').join(': '),
    }
  })
}

/** The same as a table to take along. */
export function evaluationTable(lines: readonly EvaluationLine[], lang: Lang): Table {
  return tableOf(
    [words.title],
    [
      [words.level, line => line.level],
      [words.item, line => line.item],
      [words.proof, line => line.proof],
    ],
    lines,
    lang,
  )
}

/** What is known though it proves nothing yet. */
function told(item: EvaluationItem, { published, plan, complaints }: EvaluationFacts): boolean {
  if (item === 'target') return published !== null
  if (item === 'improved') return plan !== null && plan.all > 0
  return item === 'lapor' && complaints.all > 0
}

function valuesOf(facts: EvaluationFacts, link: string, zone: Zone, lang: Lang): Record<string, string> {
  const { published, plan, change, complaints } = facts
  const n = (value: number, digits = 0) => numberText(value, lang, digits)
  const day = (at: number) => dateYearText(officeDate(at, zone), lang)
  const name = (key: string) => {
    const period = fixedPeriod(key)
    return period ? periodName(period, lang) : key
  }
  return {
    ...{ link, period: name(facts.period), finished: n(facts.finished), answered: n(facts.answered) },
    ...{ share: n(facts.finished > 0 ? (100 * facts.invited) / facts.finished : 0, 1), target: n(facts.target) },
    ...{ numbered: n(complaints.numbered), all: n(complaints.all), report: facts.report ?? '' },
    ...(published
      ? {
          ...{ published: name(published.period), ikm: n(published.ikm, 2), at: day(published.at) },
          ...{ since: day(published.since), count: n(published.media.length) },
          media: published.media.map(one => say(mediumText[one], lang)).join(', '),
        }
      : {}),
    ...(plan ? { plan: name(plan.period), lines: n(plan.all), done: n(plan.done) } : {}),
    ...(change ? { difference: n(change.difference, 2), before: name(change.before) } : {}),
  }
}
