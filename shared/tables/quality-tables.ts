import type { Lang } from '../kit/words.ts'
import type { OfficeInfo } from '../office/office.ts'
import { METHOD_WORDS } from '../survey/ikm.ts'
import { QUESTIONS, UNSUR } from '../survey/instruments.ts'
import type { IkmView, RatingsView } from '../survey/quality.ts'
import { RATINGS } from '../survey/rating.ts'
import { fewestAnswers } from '../survey/weakest.ts'
import { managerText } from '../text/manager.ts'
import { say } from '../text/text.ts'
import { figure, tableOf, type Table } from './table.ts'

/** Whether the page shows an IKM at all, by the fewest answers of an office. */
export function isShown({ result, sample }: IkmView, { minRatings }: Pick<OfficeInfo, 'minRatings'>): boolean {
  return result.ikm !== undefined && result.n >= fewestAnswers(minRatings, sample.target)
}

/** The nine unsur in the order of the page; nothing while they are held back. */
export function unsurTable(view: IkmView, office: Pick<OfficeInfo, 'minRatings'>, lang: Lang): Table {
  const { result } = view
  const rows = isShown(view, office) ? UNSUR.flatMap(name => ({ name, ...result.unsur[name] })) : []
  return tableOf(
    [managerText['quality.perUnsur']],
    [
      [managerText['quality.unsur'], r => say(QUESTIONS[r.name].name, lang)],
      [managerText['quality.nrr'], r => figure(r.nrr, 2)],
      [managerText['quality.letter'], r => r.mutu ?? null],
      [managerText['quality.n'], r => figure(r.n)],
    ],
    rows.filter(r => r.nrr !== undefined),
    lang,
  )
}

/** The same answers by each method; nothing while they are held back. */
export function methodsTable(view: IkmView, office: Pick<OfficeInfo, 'minRatings'>, lang: Lang): Table {
  return tableOf(
    [managerText['quality.method.table']],
    [
      [managerText['quality.method.head'], r => say(METHOD_WORDS[r.method], lang)],
      [managerText['quality.ikm'], r => figure(r.ikm, 2)],
      [managerText['quality.letter'], r => r.mutu ?? null],
    ],
    isShown(view, office) ? view.audit : [],
    lang,
  )
}

/** How many gave each rating; nothing while they are held back. */
export function ratingsTable({ ratings }: RatingsView, lang: Lang): Table {
  return tableOf(
    [managerText['quality.ratings']],
    [
      [managerText['quality.answer'], r => say(r.words, lang)],
      [managerText['quality.count'], r => figure(r.n)],
    ],
    ratings.shown ? [...RATINGS].reverse().map(r => ({ ...r, n: ratings.counts[r.value - 1]! })) : [],
    lang,
  )
}
