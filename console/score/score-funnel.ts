import { svg, html, type TemplateResult } from 'lit'
import type { ToldAmong } from '../../shared/officer/score/told.ts'
import { scoreText } from '../../shared/text/score.ts'
import { t } from '../../shared/web/lang.ts'
import { one, whole } from './score-words.ts'

const [WIDTH, HEIGHT, LEFT, BOTTOM] = [416, 200, 44, 172]

/** The limits of the colleagues by the number of ratings, with the own point alone. */
export function funnel(among: ToldAmong, value: number, words: string): TemplateResult {
  const { curve, office, usual, nEff } = among
  const lowest = Math.min(value, usual.lowFlag, ...curve.map(p => p.low998)) - 2
  const highest = Math.max(value, usual.highFlag, ...curve.map(p => p.high998)) + 2
  const [first, last] = [curve[0]!.n, curve.at(-1)!.n]
  const x = (n: number) => LEFT + ((n - first) / (last - first)) * (WIDTH - LEFT - 8)
  const y = (v: number) => 8 + ((highest - v) / (highest - lowest)) * (BOTTOM - 8)
  const line = (of: 'low95' | 'high95' | 'low998' | 'high998') =>
    curve.map((p, i) => `${i === 0 ? 'M' : 'L'}${x(p.n).toFixed(1)} ${y(p[of]).toFixed(1)}`).join('')
  const me = { x: x(Math.max(first, Math.min(last, nEff))), y: y(value) }
  const isRight = me.x > WIDTH * 0.7
  // Tens on the left; none where the office's mean stands.
  const tens = Array.from({ length: 10 }, (_, i) => (i + 1) * 10).filter(
    ten => ten > lowest + 1 && ten < highest && Math.abs(y(ten) - y(office)) > 16,
  )
  // The limits lie furthest apart where there are few ratings.
  const at = curve[1]!
  const label = t(scoreText.funnel, {
    ...{ value: one(value), n: whole(nEff), low: one(usual.low95), high: one(usual.high95), words },
  })
  return html`<svg class="funnel" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label=${label}>
    ${svg`<line class="ref" x1=${LEFT} x2=${WIDTH - 8} y1=${y(office)} y2=${y(office)}></line>
      <path class="lim" d=${line('low95')}></path><path class="lim" d=${line('high95')}></path>
      <path class="lim far" d=${line('low998')}></path><path class="lim far" d=${line('high998')}></path>
      <text x=${x(at.n) + 6} y=${y(at.low95) + 14}>95%</text>
      <text x=${x(at.n) + 6} y=${y(at.low998) + 14}>${one(99.8)}%</text>
      ${tens.map(ten => svg`<text x=${LEFT - 4} y=${y(ten) + 4} text-anchor="end">${whole(ten)}</text>`)}
      <text x=${LEFT - 4} y=${y(office) + 4} text-anchor="end">${one(office)}</text>
      <text x=${LEFT} y="190">${whole(first)}</text>
      <text x=${WIDTH - 8} y="190" text-anchor="end">${whole(last)} · ${t(scoreText['funnel.axis'])}</text>
      ${[usual.lowFlag, usual.highFlag].map(v => svg`<line class="flag" x1=${me.x - 16} x2=${me.x + 16} y1=${y(v)} y2=${y(v)}></line>`)}
      <circle class="me" cx=${me.x} cy=${me.y} r="7"></circle>
      <text class="you" x=${me.x + (isRight ? -12 : 12)} y=${me.y - 8} text-anchor=${isRight ? 'end' : 'start'}>${t(scoreText['funnel.you'])}</text>`}
  </svg>`
}
