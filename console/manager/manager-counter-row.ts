import { html, nothing } from 'lit'
import type { CounterNow } from '../../shared/officer/live-unit.ts'
import type { OfficeInfo } from '../../shared/office/office.ts'
import { managerText } from '../../shared/text/manager.ts'
import { timeText } from '../../shared/text/ui.ts'
import { lang, t } from '../../shared/web/lang.ts'
import type { TableColumn, TableRow } from '../../shared/web/ui/ui-table.ts'
import '../../shared/web/ui/ui-tag.ts'
import { runningText } from '../parts/report-format.ts'

/** Columns of the counters now. */
export function counterColumns(): readonly TableColumn[] {
  const head = (key: keyof typeof managerText) => t(managerText[key])
  return [
    { key: 'counter', label: head('live.counter') },
    { key: 'number', label: head('live.number'), strong: true },
    { key: 'service', label: head('live.service') },
    { key: 'for', label: head('live.for'), numeric: true },
    { key: 'done', label: head('officers.services'), numeric: true },
  ]
}

/** One counter now; its time stands in red when it is among the things that need a look. */
export function counterRow(counter: CounterNow, office: OfficeInfo, long: boolean): TableRow {
  const { ticket } = counter
  const service = office.services.find(s => s.id === ticket?.serviceId)
  const time = counter.forMs === undefined ? '' : runningText(counter.forMs)
  return {
    id: counter.id,
    cells: {
      counter: html`<b>${office.counters.find(c => c.id === counter.id)?.name ?? counter.id}</b>`,
      number: ticket ? ticket.number : html`<ui-tag>${t(managerText[stateKey(counter)])}</ui-tag>`,
      service: html`${service ? t(service.name) : nothing}${leftTag(counter)}${
        ticket?.state === 'called' ? html` <ui-tag tone="call">${t(managerText['live.called'])}</ui-tag>` : nothing
      }`,
      for:
        counter.until === undefined
          ? html`<span class=${long ? 'hot' : ''}>${time}</span>`
          : t(managerText['live.until'], { at: timeText(counter.until, office.zone, lang()) }),
      done: String(counter.done),
    },
  }
}

/** A number still stands where nobody is. */
function leftTag({ ticket, leftAt }: CounterNow) {
  return ticket && leftAt !== undefined ? html` <ui-tag tone="warn">${t(managerText['live.left'])}</ui-tag>` : nothing
}

function stateKey({ state, leftAt }: CounterNow): 'live.closed' | 'live.left' | 'live.break' | 'live.free' {
  if (leftAt !== undefined) return 'live.left'
  return state === 'closed' ? 'live.closed' : state === 'break' ? 'live.break' : 'live.free'
}
