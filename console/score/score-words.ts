import type { ToldScore } from '../../shared/officer/score/told.ts'
import { scoreText } from '../../shared/text/score.ts'
import { numberText } from '../../shared/text/text.ts'
import { lang, t } from '../../shared/web/lang.ts'

/** A figure of 25 to 100 with its one decimal. */
export const one = (value: number): string => numberText(value, lang(), 1)
/** A share of 0 to 1 with its two decimals. */
export const two = (value: number): string => numberText(value, lang(), 2)
export const whole = (n: number): string => numberText(n, lang())

/** What a score means, in the words that are used everywhere; none of one that may not be told. */
export function meaningOf(score: ToldScore): string {
  if (score.told === 'few') return t(scoreText['few.short'], { n: whole(score.n), from: whole(score.from) })
  if (score.told === 'hidden') return t(scoreText.hidden)
  const { status, guard } = score
  if (guard) return t(guard.level === 'signal' ? scoreText.signal : scoreText[`confirmed.${guard.direction}`])
  if (status === 'fewColleagues' || status === 'notComparable' || status === 'noVariation') return t(scoreText[status])
  return t(scoreText.within)
}
