import { html, nothing } from 'lit'
import { officeDate, type Instant } from '../../shared/kit/time.ts'
import { doorsOf, nextOpening, specialHoursOn } from '../../shared/office/hours.ts'
import type { OfficeInfo } from '../../shared/office/office.ts'
import { isOpened } from '../../shared/office/opened.ts'
import { consoleText } from '../../shared/text/console.ts'
import { dateText, timeText } from '../../shared/text/ui.ts'
import { lang, t } from '../../shared/web/lang.ts'
import '../../shared/web/ui/ui-banner.ts'

/** On a day without doors every page says why nobody comes, and when they open again. */
export function closedToday(office: OfficeInfo, now: Instant) {
  const today = officeDate(now, office.zone)
  if (!isOpened(office) || doorsOf(office, today)) return nothing
  const special = specialHoursOn(office, today)
  const why = office.holidays.includes(today)
    ? t(consoleText['closed.holiday'])
    : special
      ? t(special.name)
      : dateText(now, office.zone, lang())
  const at = nextOpening(office, now)
  const again = at
    ? t(consoleText['closed.again'], {
        date: dateText(at, office.zone, lang()),
        time: timeText(at, office.zone, lang()),
      })
    : ''
  return html`<ui-banner class="closed" tone="info"
    ><b>${t(consoleText['closed.today'], { why })}</b> ${again}</ui-banner
  >`
}
