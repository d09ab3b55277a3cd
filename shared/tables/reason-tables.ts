import type { Lang } from '../kit/words.ts'
import type { OfficeInfo } from '../office/office.ts'
import { REASONS } from '../survey/rating.ts'
import type { ReasonsView } from '../survey/reasons.ts'
import { reasonsText } from '../text/reasons.ts'
import { say } from '../text/text.ts'
import { figure, tableOf, type Table } from './table.ts'

/** Reasons by service; a service that is held back has no row. */
export function reasonsTable({ services }: ReasonsView, office: Pick<OfficeInfo, 'services'>, lang: Lang): Table {
  const shown = services.flatMap(({ serviceId, rated, reasons, suggestions }) =>
    reasons ? [{ service: office.services.find(s => s.id === serviceId)!, rated, reasons, suggestions }] : [],
  )
  return tableOf(
    [reasonsText.title],
    [
      [reasonsText.service, r => say(r.service.name, lang)],
      [reasonsText.rated, r => figure(r.rated)],
      ...REASONS.map(({ key, words }) => [words, (r: (typeof shown)[number]) => figure(r.reasons[key])] as const),
      [reasonsText.suggestions, r => figure(r.suggestions)],
    ],
    shown,
    lang,
  )
}

/** Suggestions as they are read on the page: their words alone. */
export function suggestionsTable(suggestions: readonly string[], lang: Lang): Table {
  return tableOf([reasonsText.suggestions], [[reasonsText['file.suggestion'], text => text]], suggestions, lang)
}
