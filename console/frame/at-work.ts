import { html, nothing } from 'lit'
import type { OfficeInfo } from '../../shared/office/office.ts'
import { counterOf } from '../../shared/queue/guards.ts'
import { consoleText } from '../../shared/text/console.ts'
import { t } from '../../shared/web/lang.ts'
import type { LiveDay } from '../../shared/web/live-day.ts'
import '../../shared/web/ui/ui-tag.ts'
import { counterName } from '../parts/names.ts'

/** Whether the connection of the day stands; nothing where no day is followed. */
export function connectionOf(live: LiveDay) {
  if (!live.day) return nothing
  const on = live.connected
  const words = t(consoleText[on ? 'frame.connected' : 'frame.cut'])
  return html`<span class=${on ? 'live' : 'live cut'} title=${words}>${words}</span>`
}

/** The counter at which somebody is. */
export function counterTag(office: OfficeInfo, live: LiveDay, staffId: string) {
  const counter = live.day && counterOf(live.day, staffId)
  if (!counter) return nothing
  const name = counterName(office, counter.id)
  return counter.state === 'break'
    ? html`<ui-tag tone="warn">${t(consoleText['frame.break'], { counter: name })}</ui-tag>`
    : html`<ui-tag tone="go">${t(consoleText['frame.open'], { counter: name })}</ui-tag>`
}
