import type { ReactiveControllerHost } from 'lit'
import { isFinal, type OwnTicket } from '../shared/booking/own-ticket.ts'
import type { Lang } from '../shared/text/text.ts'
import { call } from '../shared/web/client.ts'
import { LiveDay } from '../shared/web/live-day.ts'
import { softAlert } from './alert.ts'
import { cancelDialog } from './cancel.ts'
import { liveTicket } from './live-ticket.ts'

// The page is complete without this script; it only keeps it current. No Lit: the server's own drawing is used again.
const first = JSON.parse(document.getElementById('ticket')!.textContent!) as OwnTicket
const lang: Lang = document.documentElement.lang === 'en' ? 'en' : 'id'
const token = location.pathname.split('/')[2] ?? ''
const params = { token }

const host = {
  addController: () => {},
  removeController: () => {},
  requestUpdate: () => ticket.draw(),
  updateComplete: Promise.resolve(true),
} satisfies ReactiveControllerHost

const live = new LiveDay(host, {
  audience: 'public',
  office: first.office.id,
  onEvents: events => {
    for (const event of events) if (event.type === 'ticketRecalled') ticket.recalled(event.no)
  },
})
const ticket = liveTicket(document.body, first, {
  live,
  read: () => call('GET /api/tickets/:token', { params }),
  alert: softAlert(),
  lang,
  clock: () => performance.now(),
})

const cancel = cancelDialog(
  document.querySelector<HTMLDialogElement>('#cancel')!,
  lang,
  key => call('POST /api/tickets/:token/cancel', { params }, key),
  () => void ticket.refresh(),
)

document.addEventListener('click', event => {
  const act = (event.target as Element).closest<HTMLElement>('[data-act]')?.dataset['act']
  if (act === 'alert') ticket.toggleAlert()
  if (act !== 'cancel' || event.ctrlKey || event.metaKey || event.shiftKey) return
  event.preventDefault()
  cancel.open()
})
document.addEventListener('visibilitychange', () => {
  if (document.visibilityState === 'visible') void ticket.refresh()
})
window.addEventListener('online', () => void ticket.refresh())
window.addEventListener('offline', () => ticket.draw())
window.addEventListener('pageshow', event => {
  if (event.persisted) void ticket.refresh()
})

if (!isFinal(first)) live.hostConnected()
// Nobody pushes what becomes of a document, so the page looks by itself.
setInterval(() => ticket.draw(), 15_000)
ticket.draw()
