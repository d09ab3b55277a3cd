import { html, type TemplateResult } from 'lit'
import type { FixedPeriod, PeriodKind } from '../../shared/survey/fixed-periods.ts'
import type { Showing } from '../../shared/survey/showing.ts'
import { dateYearText, periodText } from '../../shared/text/period.ts'
import { numberText } from '../../shared/text/text.ts'
import { lang, t } from '../../shared/web/lang.ts'
import '../../shared/web/ui/ui-state.ts'

/** Why a figure is not shown, and when it will be; of `n` answers so far, where it needs `min`. */
export function heldBack(
  showing: Exclude<Showing, { through: string }>,
  {
    n,
    min,
    part,
    kind,
  }: { readonly n: number; readonly min: number; readonly part: boolean; readonly kind: PeriodKind },
): TemplateResult {
  const values = {
    ...{ n: numberText(n, lang()), min: numberText(min, lang()) },
    on: 'on' in showing ? dateYearText(showing.on, lang()) : '',
  }
  const why =
    showing.why === 'running'
      ? t(periodText[part ? 'held.running.part' : 'held.running.whole'], values)
      : [
          t(periodText[`held.${showing.why}.why`], values),
          ...(kind === 'year' || showing.why === 'officer' ? [] : [t(periodText['held.longer'])]),
        ].join(' ')
  return html`<ui-state kind="empty" heading=${t(periodText[`held.${showing.why}`], values)}>${why}</ui-state>`
}

/** From and up to which day a period is counted; nothing of one that is counted whole. */
export function countedText(showing: Showing, { from, to }: Pick<FixedPeriod, 'from' | 'to'>): string {
  if (!('through' in showing)) return ''
  const day = (date: string) => dateYearText(date, lang())
  const said = [
    ...(showing.from === from ? [] : [t(periodText.from, { day: day(showing.from) })]),
    ...(showing.through === to ? [] : [t(periodText.through, { day: day(showing.through) })]),
  ]
  return said.join(' ')
}
