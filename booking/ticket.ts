import { raw } from '../shared/ticket/markup.ts'
import { isFinal, looksOnly, type OwnTicket } from '../shared/ticket/own-ticket.ts'
import { officeDate } from '../shared/kit/time.ts'
import type { Lang } from '../shared/kit/words.ts'
import { call } from '../shared/web/client.ts'
import { forgetBefore, forgetTicket, rememberTicket } from '../shared/web/own-links.ts'
import { actForms } from './act-forms.ts'
import { softAlert } from './alert.ts'
import { cancelDialog } from './cancel.ts'
import { keepOffline } from './offline/keep-offline.ts'
import { copyAge } from './offline/offline-copy.ts'
import { liveTicket } from './live-ticket.ts'
import { askForPush, stopPush } from './push.ts'
import { followStream } from './ticket-stream.ts'
import { visitCard } from './visit-card.ts'

// The page is complete without this script; it only keeps it current. No Lit: the server's own drawing is used again.
const COPY_AFTER = 3_000
const RATED_MS = 2_000
/** The page as it came, for the copy that the phone keeps; one that is a copy itself is none. */
const came =
  document.documentElement.dataset['copy'] === undefined
    ? { html: `<!doctype html>${document.documentElement.outerHTML}`, at: Date.now() }
    : undefined
const first = JSON.parse(document.getElementById('ticket')!.textContent!) as OwnTicket
const lang: Lang = document.documentElement.lang === 'en' ? 'en' : 'id'
const token = location.pathname.split('/')[2] ?? ''
const params = { token }
const qr = document.querySelector('.qr')?.innerHTML

const stepsFollow = visitCard(document, first, `/t/${token}?lang=${lang}`)

const ticket = liveTicket(document.body, first, {
  follow: heard => followStream(`/t/${token}/stream`, heard),
  async read() {
    const own = await call('GET /api/tickets/:token', { params })
    await stepsFollow(own)
    return own
  },
  alert: softAlert({ ask: () => askForPush(token), stop: () => stopPush(token) }),
  lang,
  base: `/t/${token}`,
  qr: qr === undefined ? undefined : raw(qr),
  copyAge: copyAge(document.documentElement.dataset['copy'], Date.now()),
  clock: () => performance.now(),
})

const dialog = document.querySelector<HTMLDialogElement>('#cancel')
const cancel =
  dialog &&
  cancelDialog(
    dialog,
    lang,
    key => call('POST /api/tickets/:token/cancel', { params }, key),
    () => void ticket.refresh(),
  )
let kept: Promise<unknown> = Promise.resolve()
let forgotten: Promise<void> = Promise.resolve()
/** Nothing that opens this ticket stays here, nor a message for its holder; the way back to it goes with the page. */
async function forget(): Promise<void> {
  clearTimeout(keeping)
  await kept.catch(() => {})
  await stopPush(token).catch(() => {})
  await forgetTicket(token)
}
const forgetting = document.querySelector<HTMLDialogElement>('#forget')
forgetting?.addEventListener('submit', event => {
  if ('send' in (event.target as HTMLElement).dataset) forgotten = forget()
})
actForms(document, lang, url => void forgotten.then(() => location.replace(url)))

document.addEventListener('click', event => {
  const act = (event.target as Element).closest<HTMLElement>('[data-act]')?.dataset['act']
  if (act === 'alert') ticket.toggleAlert()
  if (event.ctrlKey || event.metaKey || event.shiftKey) return
  if (act === 'share' && first.sharePath !== null && 'share' in navigator) {
    event.preventDefault()
    // Closing the sheet without a choice is no failure.
    void navigator.share({ url: new URL(first.sharePath, location.origin).href }).catch(() => {})
  }
  const asking = act === 'cancel' ? cancel?.open : act === 'forget' ? () => forgetting?.showModal() : undefined
  if (!asking) return
  event.preventDefault()
  asking()
})
// Who types again mends what was refused.
document.addEventListener('input', () => document.querySelector('#said')?.remove())
document.addEventListener('visibilitychange', () => {
  if (document.hidden) ticket.paint()
  else void ticket.refresh()
})
window.addEventListener('online', () => void ticket.refresh())
window.addEventListener('offline', () => ticket.paint())
window.addEventListener('pageshow', event => {
  const [come] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[]
  if (!event.persisted && come?.type !== 'back_forward') return
  void ticket.refresh()
  // A rating that was sent as its page went may arrive only now.
  setTimeout(() => void ticket.refresh(), RATED_MS)
})

const today = officeDate(first.now, first.office.zone)
void forgetBefore(today)
let keeping: ReturnType<typeof setTimeout> | undefined
if (!isFinal(first)) {
  // A family's link is nobody's own ticket: it must not offer to check in.
  if (!looksOnly(first)) rememberTicket({ token, number: first.ticket.number, date: first.date }, today)
  // A copy for a dead zone, like a ticket in a wallet; only once the page itself has had the network.
  if ('serviceWorker' in navigator)
    keeping = setTimeout(() => void (kept = keepOffline(came).catch(() => {})), COPY_AFTER)
}
setInterval(() => ticket.paint(), 1_000)
ticket.paint()
