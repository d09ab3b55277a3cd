import type { Lang } from '../../../../shared/kit/words.ts'
import { unsurName } from '../../../../shared/survey/unsur-name.ts'
import { METHOD_WORDS } from '../../../../shared/survey/ikm.ts'
import type { Published } from '../../../../shared/survey/publication/publication.ts'
import { figuresText } from '../../../../shared/text/period-figures.ts'
import { publicationText as words } from '../../../../shared/text/publication.ts'
import { tabletSays } from '../../../../shared/text/roads.ts'
import { numberText, say } from '../../../../shared/text/text.ts'
import { html, type Markup } from '../../../../shared/ticket/markup.ts'

/** How a published IKM was computed, and what else the same answers would have given. */
export function methodLines({ unsur, weights, method, audit, nineOnly, tablet }: Published, lang: Lang): Markup {
  const beside = tablet && html`<p>${tabletSays(tablet, lang)}</p>`
  const all = audit
    .filter(line => (weights !== undefined || line.method !== method) && line.ikm !== undefined)
    .map(line => `${say(METHOD_WORDS[line.method], lang)} ${numberText(line.ikm!, lang, 2)} (${line.mutu})`)
    .join('; ')
  const count = unsur.length
  if (!weights)
    return html`<p>${say(words['method.is'], lang, { count, method: say(METHOD_WORDS[method], lang) })}</p>
      ${nineOnly && html`<p>${say(figuresText[`nine.${nineOnly}`], lang)}</p>`}
      <p>${say(words['method.audit'], lang, { all })}</p>
      ${beside}`
  const each = unsur.map((one, i) => `${say(unsurName(one), lang)} ${numberText(weights[i]!, lang, 4)}`).join('; ')
  return html`<p>${say(words['method.own'], lang, { count, weights: each })}</p>
    <p>${say(words['method.nine'], lang, { all })}</p>
    ${beside}`
}
