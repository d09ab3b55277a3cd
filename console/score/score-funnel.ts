import { svg, html, type TemplateResult } from 'lit'
import type { ToldAmong } from '../../shared/officer/score/told.ts'
import { scoreText } from '../../shared/text/score.ts'
import { t } from '../../shared/web/lang.ts'
import { one, whole } from './score-words.ts'

const [WIDTH, HEIGHT, LEFT, BOTTOM] = [416, 200, 30, 172]

/** The limits of the colleagues by the number of ratings, with the own point alone. */
export function funnel(among: ToldAmong, value: number, words: string): TemplateResult {
  const { curve, office, usual, nEff } = among
  const lowest = Math.min(value, ...curve.map(p => p.low998)) - 2
  const highest = Math.max(value, ...curve.map(p => p.high998)) + 2
  const [first, last] = [curve[0]!.n, curve.at(-1)!.n]
  const x = (n: number) => LEFT + ((n - first) / (last - first)) * (WIDTH - LEFT - 8)
  const y = (v: number) => 8 + ((highest - v) / (highest - lowest)) * (BOTTOM - 8)
  const line = (of: 'low95' | 'high95' | 'low998' | 'high998') =>
    curve.map((p, i) => `${i === 0 ? 'M' : 'L'}${x(p.n).toFixed(1)} ${y(p[of]).toFixed(1)}`).join('')
  const label = t(scoreText.funnel, {
    ...{ value: one(value), n: whole(nEff), low: one(usual.low95), high: one(usual.high95), words },
  })
  return html`<svg class="funnel" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label=${label}>
    ${svg`<line class="ref" x1=${LEFT} x2=${WIDTH - 8} y1=${y(office)} y2=${y(office)}></line>
      <path class="lim" d=${line('low95')}></path><path class="lim" d=${line('high95')}></path>
      <path class="lim far" d=${line('low998')}></path><path class="lim far" d=${line('high998')}></path>
      <text x=${LEFT - 4} y=${y(office) + 4} text-anchor="end">${one(office)}</text>
      <text x=${LEFT} y="190">${whole(first)}</text>
      <text x=${WIDTH - 8} y="190" text-anchor="end">${whole(last)} · ${t(scoreText['funnel.axis'])}</text>
      <circle class="me" cx=${x(Math.max(first, Math.min(last, nEff)))} cy=${y(value)} r="7"></circle>`}
  </svg>`
}
