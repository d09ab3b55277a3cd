import type { Reply } from '../../../shared/contracts/api.ts'
import { atClock } from '../../../shared/kit/time.ts'
import type { OfficeInfo } from '../../../shared/office/office.ts'
import { consequencesText } from '../../../shared/text/consequences.ts'
import { effectsText as words } from '../../../shared/text/effects.ts'
import { dateText } from '../../../shared/text/ui.ts'
import { lang, t } from '../../../shared/web/lang.ts'
import { memberName } from '../said/structure-words.ts'

/** What a change would do, as the server told it. */
export type Told = Reply<'POST /api/offices/:office/settings/effects'>

/** One effect: how many, and what happens to them; `more` says who. */
export interface EffectLine {
  readonly n: number
  readonly text: string
  readonly more: string
}

/** Every effect of a change as a number and a sentence: first those who booked, then who waits or serves, then what shows it. */
export function effectLines({ touched, consequences }: Told, office: OfficeInfo): readonly EffectLine[] {
  const { total, told, priority, wishes, entries, days, services, reasons } = touched
  const of = (id: string) =>
    (['counters', 'services', 'areas'] as const).map(list => memberName(office, list, id)).find(name => name !== id) ??
    id
  const who = [
    ...days.map(({ date, count }) => `${dateText(atClock(date, '12:00', 'WIB'), 'WIB', lang())}: ${count}`),
    ...services.map(({ serviceId, count }) => `${of(serviceId)}: ${count}`),
    ...(priority > 0 ? [t(words.priority, { n: priority })] : []),
    ...(wishes > 0 ? [t(words.wishes, { n: wishes })] : []),
  ]
  const line = (n: number, text: string, more = ''): readonly EffectLine[] =>
    n > 0 ? [{ n, text: withoutNumber(text, n), more }] : []
  return [
    ...reasons.flatMap(({ why, count }) => line(count, t(words[`why.${why}`], { n: count }))),
    ...line(total, t(words.moved), who.join(' · ')),
    ...line(told, t(words.told, { n: told })),
    ...line(total - told, t(words.untold, { n: total - told })),
    ...line(entries, t(words.entries, { n: entries })),
    ...consequences.flatMap(({ kind, of: id, count }) =>
      line(count, t(consequencesText[kind], { n: count, name: of(id) })),
    ),
  ]
}

/** The number stands before the sentence already. */
function withoutNumber(text: string, n: number): string {
  const rest = text.startsWith(`${n} `) ? text.slice(String(n).length + 1) : text
  return rest.charAt(0).toUpperCase() + rest.slice(1)
}
