import { svg, html, type TemplateResult } from 'lit'
import type { ToldAmong } from '../../shared/officer/score/told.ts'
import { scoreText } from '../../shared/text/score.ts'
import { t } from '../../shared/web/lang.ts'
import { one, whole } from './score-words.ts'

const [WIDTH, HEIGHT, LEFT, TOP, BOTTOM] = [416, 200, 44, 20, 170]

/** The limits of the colleagues by the number of ratings, with the own point alone. */
export function funnel(among: ToldAmong, value: number, words: string): TemplateResult {
  const { curve, office, usual, nEff } = among
  const lowest = Math.min(value, usual.lowFlag, ...curve.map(p => p.low998)) - 2
  const highest = Math.max(value, usual.highFlag, ...curve.map(p => p.high998)) + 2
  const [first, last] = [curve[0]!.n, curve.at(-1)!.n]
  const x = (n: number) => LEFT + ((n - first) / (last - first)) * (WIDTH - LEFT - 8)
  const y = (v: number) => TOP + ((highest - v) / (highest - lowest)) * (BOTTOM - TOP)
  const line = (of: 'low95' | 'high95' | 'low998' | 'high998') =>
    curve.map((p, i) => `${i === 0 ? 'M' : 'L'}${x(p.n).toFixed(1)} ${y(p[of]).toFixed(1)}`).join('')
  const me = { x: x(Math.max(first, Math.min(last, nEff))), y: y(value) }
  const isRight = me.x > WIDTH * 0.7
  // Tens on the left; none where the office's mean stands.
  const tens = Array.from({ length: 10 }, (_, i) => (i + 1) * 10).filter(
    ten => ten > lowest + 1 && ten < highest && Math.abs(y(ten) - y(office)) > 16,
  )
  // Named on the side on which the own point does not stand.
  const end = curve.at(-1)!
  const [near, far] = value < office ? [y(end.high95) + 15, y(end.high998) - 5] : [y(end.low95) - 5, y(end.low998) + 15]
  const label = t(scoreText.funnel, {
    ...{ value: one(value), n: whole(nEff), low: one(usual.low95), high: one(usual.high95), words },
  })
  return html`<svg class="funnel" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label=${label}>
    ${svg`<line class="ref" x1=${LEFT} x2=${WIDTH - 8} y1=${y(office)} y2=${y(office)}></line>
      <path class="lim" d=${line('low95')}></path><path class="lim" d=${line('high95')}></path>
      <path class="lim far" d=${line('low998')}></path><path class="lim far" d=${line('high998')}></path>
      <text x=${WIDTH - 8} y=${near} text-anchor="end">95%</text>
      <text x=${WIDTH - 8} y=${far} text-anchor="end">${one(99.8)}%</text>
      ${tens.map(ten => svg`<text x=${LEFT - 4} y=${y(ten) + 4} text-anchor="end">${whole(ten)}</text>`)}
      <text x=${LEFT - 4} y=${y(office) + 4} text-anchor="end">${one(office)}</text>
      <text x=${LEFT} y="194">${whole(first)}</text>
      <text x=${WIDTH - 8} y="194" text-anchor="end">${whole(last)} · ${t(scoreText['funnel.axis'])}</text>
      ${[usual.lowFlag, usual.highFlag].map(v => svg`<line class="flag" x1=${me.x - 16} x2=${me.x + 16} y1=${y(v)} y2=${y(v)}></line>`)}
      <circle class="me" cx=${me.x} cy=${me.y} r="7"></circle>
      <text class="you" x=${me.x + (isRight ? -12 : 12)} y=${me.y - 8} text-anchor=${isRight ? 'end' : 'start'}>${t(scoreText['funnel.you'])}</text>`}
  </svg>`
}
