import type { Reply } from '../../shared/contracts/api.ts'
import { atClock, type LocalDate } from '../../shared/kit/time.ts'
import type { OfficeInfo } from '../../shared/office/office.ts'
import { calendarText as words } from '../../shared/text/calendar.ts'
import { dateText } from '../../shared/text/ui.ts'
import { lang, t } from '../../shared/web/lang.ts'

export type AbsenceView = Reply<'GET /api/me/team/absences'>['absences'][number]

/** What is asked for and for which days: `Cuti, Selasa, 14 Juli sampai Rabu, 15 Juli`. */
export function absenceSays(
  { kind, from, to }: Pick<AbsenceView, 'kind' | 'from' | 'to'>,
  { zone }: OfficeInfo,
): string {
  const day = (date: LocalDate) => dateText(atClock(date, '12:00', zone), zone, lang())
  const said = { kind: t(words[`kind.${kind}`]), from: day(from), to: day(to) }
  return t(words[from === to ? 'own.day' : 'own.line'], said)
}
