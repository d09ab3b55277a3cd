import { takesPeople } from '../../../../shared/office/offered.ts'
import type { ErrorCode } from '../../../../shared/kit/errors.ts'
import { atClock, officeDate, type LocalDate } from '../../../../shared/kit/time.ts'
import type { Lang } from '../../../../shared/kit/words.ts'
import { doorsOf } from '../../../../shared/office/hours.ts'
import type { OfficeInfo, ServiceInfo } from '../../../../shared/office/office.ts'
import { closedWhy } from '../../../../shared/text/booked.ts'
import { pagesText as words } from '../../../../shared/text/booking-pages.ts'
import { closingsText } from '../../../../shared/text/closings.ts'
import { say } from '../../../../shared/text/text.ts'
import { capital, nearDateText, timeText } from '../../../../shared/text/ui.ts'
import { html, type Markup } from '../../../../shared/ticket/markup.ts'
import type { Today } from '../../../services/booking/fronts.ts'
import { banner } from './parts.ts'
import { servicePath } from './way.ts'

type Front = Today & { readonly office: OfficeInfo }

/** Where a page says that its service, or the day that it shows, is closed; its script asks for this part alone again and again. */
export function closingsPlace(front: Front, service: ServiceInfo, lang: Lang, date?: LocalDate): Markup {
  const from = `${servicePath(front.office.id, service.id)}/tutup?${date === undefined ? '' : `date=${date}&`}lang=${lang}`
  const again = say(closingsText.again, lang, { service: say(service.name, lang) })
  const day = say(closingsText.dayAgain, lang)
  return html`<div id="closings" role="status" data-from="${from}" data-again="${again}" data-day-again="${day}">
    ${closingsPart(front, service, lang, date)}
  </div>`
}

/** What of a service and a day is closed, and until when; nothing while both are open. */
export function closingsPart(
  { office, now, closed, settled }: Front,
  service: ServiceInfo,
  lang: Lang,
  date?: LocalDate,
): Markup {
  const closure = closed[service.id]
  const today = officeDate(now, office.zone)
  const shut = isShut(office, date ?? today, today)
  const over = settled && (date === undefined || date === today)
  const day = nearDateText(atClock(date ?? today, '12:00', office.zone), office.zone, lang, now)
  const until = closure?.until
  const lines = [
    !takesPeople(service) && say(words['row.off'], lang),
    closure !== undefined && `${say(words['row.closed'], lang)}. ${say(closedWhy[closure.reason], lang)}`,
    typeof until === 'number' && say(closingsText.until, lang, { time: timeText(until, office.zone, lang) }),
    closure !== undefined && say(closingsText.others, lang),
    shut && say(closingsText.day, lang, { date: day }),
    over && say(closingsText.over, lang),
  ].filter(line => line !== false)
  if (lines.length === 0) return html``
  const said = banner(html`${lines.map(line => html`<p>${capital(line)}</p>`)}`, 'call')
  return shut || over ? html`<div data-shut="${date !== undefined && 'day'}">${said}</div>` : said
}

/** Whether the office is closed on a day that is still to come, or today. */
function isShut(office: OfficeInfo, date: LocalDate, today: LocalDate): boolean {
  return date >= today && !doorsOf(office, date)
}

/** Why a time is refused: of a day that was closed meanwhile it is not the time that is wrong. */
export function refusedFor(
  { office, now }: Pick<Front, 'office' | 'now'>,
  code: ErrorCode,
  date: LocalDate,
): ErrorCode {
  return code === 'SLOT_UNKNOWN' && isShut(office, date, officeDate(now, office.zone)) ? 'DATE_CLOSED' : code
}

/** The way on in the dock, in sight in place of its button once the day was closed. */
export function otherDay(href: string, lang: Lang): Markup {
  return html`<a class="button primary other-day" href="${href}">${say(closingsText.otherDay, lang)}</a>`
}
