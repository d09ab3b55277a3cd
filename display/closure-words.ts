import type { Zone } from '../shared/kit/time.ts'
import { closeReasonText } from '../shared/text/closures.ts'
import { displayText as text } from '../shared/text/display.ts'
import { timeText } from '../shared/text/ui.ts'
import { lang, t } from '../shared/web/lang.ts'
import type { BoardClosure } from './board.ts'

/** The closing that is newest as a sentence, and how many more there are; empty when every service is open. */
export function closureWords([newest, ...more]: readonly BoardClosure[], zone: Zone): string {
  if (!newest) return ''
  const values = { service: t(newest.name), reason: t(closeReasonText[newest.reason]) }
  const words =
    newest.until === undefined
      ? t(text['closure.words'], values)
      : t(text['closure.until'], { ...values, time: timeText(newest.until, zone, lang()) })
  return more.length === 0 ? words : `${words} ${t(text['closure.more'], { n: more.length })}`
}
