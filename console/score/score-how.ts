import { html, type TemplateResult } from 'lit'
import type { ToldScore } from '../../shared/officer/score/told.ts'
import { scoreHowText as words } from '../../shared/text/score-how.ts'
import { t } from '../../shared/web/lang.ts'
import { meaningOf, one, whole } from './score-words.ts'

export type Figures = Extract<ToldScore, { told: 'figures' }>

/** The sentences of the method with the figures of one score: told to whom it is about, or to somebody else. */
export function howSentences(score: Figures, reader: 'own' | 'row'): readonly string[] {
  const { value, low, high, n, leftOut, among } = score
  const own = { n: whole(n), leftOut: whole(leftOut), value: one(value), low: one(low), high: one(high) }
  const first = t(words[`${reader}1`], own)
  const third = t(words.own3, own)
  if (!among) return [first, third, t(words.alone, { why: meaningOf(score) })]
  const { plain, estimate, office, usual, colleagues } = among
  return [
    first,
    t(words[`${reader}2`], { ...own, plain: one(plain) }),
    third,
    t(words.own4, { ...own, office: one(office), estimate: one(estimate) }),
    t(words[`${reader}5`], {
      ...{ colleagues: whole(colleagues - 1), lowFlag: one(usual.lowFlag), highFlag: one(usual.highFlag) },
    }),
  ]
}

/** How a figure of a table was computed, behind one button beside it. */
export function howOf(name: string, score: Figures): TemplateResult {
  return html`<details class="how-of">
    <summary aria-label=${t(words.of, { name })}>${t(words.title)}</summary>
    <ol>
      ${howSentences(score, 'row').map(sentence => html`<li>${sentence}</li>`)}
    </ol>
  </details>`
}
