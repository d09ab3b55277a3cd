import { svg, html, type TemplateResult } from 'lit'
import type { ToldAmong } from '../../shared/officer/score/told.ts'
import { scoreText } from '../../shared/text/score.ts'
import { t } from '../../shared/web/lang.ts'
import { one, whole } from './score-words.ts'

const [WIDTH, LEFT, RIGHT, TOP, BOTTOM, HEIGHT] = [416, 34, 408, 8, 172, 206]
/** Two words on top of each other cannot be read. */
const APART = 16

type Limit = 'low95' | 'high95' | 'low998' | 'high998'

/** A few round numbers between two. */
function roundBetween(low: number, high: number, steps: readonly number[], most: number): readonly number[] {
  const step = steps.find(s => (high - low) / s <= most) ?? steps.at(-1)!
  const from = Math.ceil(low / step)
  return Array.from({ length: Math.floor(high / step) - from + 1 }, (_, i) => (from + i) * step)
}

/** The limits of the colleagues by the number of ratings, the 95 % between them shaded, with the own point alone and how few say nothing. */
export function funnel(among: ToldAmong, value: number, from: number, words: string): TemplateResult {
  const { curve, office, usual, nEff } = among
  const lowest = Math.max(25, Math.min(value, usual.lowFlag, ...curve.map(p => p.low998)) - 2)
  const highest = Math.min(100, Math.max(value, usual.highFlag, ...curve.map(p => p.high998)) + 2)
  const [first, last] = [curve[0]!.n, curve.at(-1)!.n]
  const x = (n: number) => LEFT + (n / last) * (RIGHT - LEFT)
  const y = (v: number) => TOP + ((highest - v) / (highest - lowest)) * (BOTTOM - TOP)
  const points = (of: Limit) => curve.map(p => `${x(p.n).toFixed(1)} ${y(p[of]).toFixed(1)}`)
  const line = (of: Limit) => `M${points(of).join('L')}`
  const band = `M${[...points('high95'), ...points('low95').reverse()].join('L')}Z`
  const me = { x: x(Math.max(first, Math.min(last, nEff))), y: y(value) }
  const end = curve.at(-1)!
  const mean = y(office) + (value < office ? -5 : 14)
  // The limits are named on the side on which the own point does not stand.
  const [near, far] = value < office ? [y(end.high95) + 14, y(end.high998) + 4] : [y(end.low95) - 5, y(end.low998) + 4]
  const label = t(scoreText.funnel, {
    ...{ value: one(value), n: whole(nEff), low: one(usual.low95), high: one(usual.high95), words },
  })
  return html`<svg class="funnel" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label=${label}>
    ${svg`<path class="same" d=${band}></path>
      ${roundBetween(lowest, highest, [5, 10, 20], 7).map(
        v => svg`<line class="ax" x1=${LEFT} x2=${RIGHT} y1=${y(v)} y2=${y(v)}></line>
          <text x=${LEFT - 6} y=${y(v) + 4} text-anchor="end">${whole(v)}</text>`,
      )}
      <path class="lim" d=${line('low95')}></path><path class="lim" d=${line('high95')}></path>
      <path class="lim far" d=${line('low998')}></path><path class="lim far" d=${line('high998')}></path>
      <line class="ref" x1=${LEFT} x2=${RIGHT} y1=${y(office)} y2=${y(office)}></line>
      <line class="ax few" x1=${x(from)} x2=${x(from)} y1=${TOP} y2=${BOTTOM}></line>
      <text class="halo" x=${x(from) - 4} y=${BOTTOM - 5} text-anchor="end">n &lt; ${whole(from)}</text>
      ${roundBetween(0, last, [50, 100, 200, 500, 1000], 6).map(
        n => svg`<text x=${x(n)} y=${BOTTOM + 16} text-anchor="middle">${whole(n)}</text>`,
      )}
      <text x=${RIGHT} y=${HEIGHT - 3} text-anchor="end">${t(scoreText['funnel.axis'])}</text>
      <text class="halo" x=${x(from) + 4} y=${mean}>${t(scoreText['funnel.office'], { office: one(office) })}</text>
      <text class="halo" x=${RIGHT} y=${near} text-anchor="end">95%</text>
      <text class="halo" x=${RIGHT} y=${Math.abs(far - near) < APART ? near + (far < near ? -APART : APART) : far} text-anchor="end">${one(99.8)}%</text>
      ${[usual.lowFlag, usual.highFlag].map(v => svg`<line class="flag" x1=${me.x - 16} x2=${me.x + 16} y1=${y(v)} y2=${y(v)}></line>`)}
      <circle class="me" cx=${me.x} cy=${me.y} r="7"></circle>
      <text class="you halo" x=${me.x - 12} y=${me.y + 4} text-anchor="end">${t(scoreText['funnel.you'], { value: one(value) })}</text>`}
  </svg>`
}

/** The own interval, and below it the best estimate with a hollow point, on one scale with the office's mean. */
export function intervals(among: ToldAmong, own: { value: number; low: number; high: number }): TemplateResult {
  const { estimate, estimateLow, estimateHigh, office } = among
  const lowest = Math.max(25, Math.min(own.low, estimateLow, office) - 3)
  const highest = Math.min(100, Math.max(own.high, estimateHigh, office) + 3)
  const from = 128
  const x = (v: number) => from + ((v - lowest) / (highest - lowest)) * (RIGHT - from)
  const values = { value: one(own.value), low: one(own.low), high: one(own.high) }
  const row = (words: string, of: typeof own, at: number, me: boolean) =>
    svg`<text class="lab" x="0" y=${at + 4}>${words}</text>
      <line class=${me ? 'iv' : 'iv thin'} x1=${x(of.low)} x2=${x(of.high)} y1=${at} y2=${at}></line>
      <circle class=${me ? 'me' : 'best'} cx=${x(of.value)} cy=${at} r=${me ? 7 : 5}></circle>`
  const label = `${t(scoreText['interval.say'], values)}; ${t(scoreText['estimate.say'], {
    ...{ value: one(estimate), low: one(estimateLow), high: one(estimateHigh), office: one(office) },
  })}`
  return html`<svg class="funnel" viewBox="0 0 ${WIDTH} 90" role="img" aria-label=${label}>
    ${svg`${roundBetween(lowest, highest, [5, 10, 20], 6).map(
      v => svg`<line class="ax" x1=${x(v)} x2=${x(v)} y1="18" y2="70"></line>
        <text x=${x(v)} y="86" text-anchor="middle">${whole(v)}</text>`,
    )}
      <line class="ref" x1=${x(office)} x2=${x(office)} y1="18" y2="70"></line>
      <text x=${Math.min(x(office), RIGHT - 36)} y="11" text-anchor="middle">${t(scoreText['interval.office'], { office: one(office) })}</text>
      ${row(t(scoreText['interval.own']), own, 32, true)}
      ${row(t(scoreText['interval.best']), { value: estimate, low: estimateLow, high: estimateHigh }, 56, false)}`}
  </svg>`
}
