import type { LocalDate } from '../../shared/kit/time.ts'
import type { OfficeInfo } from '../../shared/office/office.ts'
import type { CloseReason } from '../../shared/queue/day.ts'
import { closeReasonLabel } from '../../shared/text/closing.ts'
import { lateOutageText as words } from '../../shared/text/late-outage.ts'
import { dateYearText } from '../../shared/text/period.ts'
import { lang, t } from '../../shared/web/lang.ts'
import { serviceOf } from '../parts/names.ts'

/** An outage in one line: which service stood still, when and why; clock times with a colon or a point. */
export function lateSays(
  office: OfficeInfo,
  outage: {
    readonly serviceId: string
    readonly date: LocalDate
    readonly from: string
    readonly to: string
    readonly reason: CloseReason
  },
): string {
  const { serviceId, date, from, to, reason } = outage
  const service = t(serviceOf(office, serviceId)?.name ?? [serviceId, serviceId])
  const clock = (at: string) => at.replace(':', '.')
  const when = { date: dateYearText(date, lang()), from: clock(from), to: clock(to) }
  return t(words.what, { service, ...when, reason: t(closeReasonLabel[reason]) })
}
