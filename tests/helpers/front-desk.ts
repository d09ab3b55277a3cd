import { fixture, html, waitUntil } from '@open-wc/testing'
import { sendKeys } from '@web/test-runner-commands'
import '../../console/front/front-desk.ts'
import type { FrontDesk } from '../../console/front/front-desk.ts'
import { MINUTE } from '../../shared/kit/time.ts'
import type { Role } from '../../shared/office/permissions.ts'
import { emptyDay, type QueueDay, type Ticket } from '../../shared/queue/day.ts'
import { answering, at, office, staffOf, still, wordsOf } from './console-pages.ts'

export const OFFICE = '/api/offices/samarinda'
export const TOKEN = 't'.repeat(24)
const slotAt = (clock: string) => ({ start: at(clock), end: at(clock) + 30 * MINUTE })
const slot = (clock: string, free: number) => ({ id: `2026-06-09T${clock}`, ...slotAt(clock), free })
export const slots = {
  slots: [slot('10:30', 0), slot('11:00', 2), slot('11:30', 4), slot('13:00', 1)],
  days: [{ date: '2026-06-09', state: 'open', at: null }],
  now: at('10:24'),
}
export const given = (number: string, clock = '11:00') => ({
  ticket: { number, serviceId: 'ktp-el', state: 'booked', priority: false, slot: slotAt(clock) },
  token: TOKEN,
  path: `/t/${TOKEN}`,
  code: '4821',
})
const booking = (number: string, clock: string, name: string | null, change = {}) => ({
  ticketId: `id-${number}`,
  number,
  serviceId: 'ktp-el',
  slot: slotAt(clock),
  state: 'booked',
  priority: false,
  name,
  papers: [],
  files: [],
  ...change,
})
export const bookings = {
  date: '2026-06-09',
  bookings: [
    booking('AR-02', '10:00', 'N•••'),
    booking('AR-05', '11:00', 'B•••', { priority: true }),
    booking('AR-06', '11:30', null),
  ],
}

function ticket(no: number, number: string, change: Partial<Ticket>): Ticket {
  return {
    no,
    id: `id-${number}`,
    number,
    serviceId: 'ktp-el',
    priority: false,
    joined: 'booked',
    state: 'booked',
    takenAt: at('08:00'),
    bookedAt: at('08:00'),
    due: at('10:30'),
    since: at('08:00'),
    calls: 0,
    heldMs: 0,
    ahead: 0,
    ...change,
  }
}

export const day: QueueDay = {
  ...emptyDay('samarinda', '2026-06-09'),
  seq: 4,
  tickets: [
    [
      ticket(0, 'AR-02', { slot: slotAt('10:00') }),
      ticket(1, 'AR-05', { slot: slotAt('11:00') }),
      ticket(2, 'AR-06', { slot: slotAt('11:30'), state: 'missed', since: at('10:20'), counterId: '3' }),
    ],
  ],
  taken: 3,
  closures: { legalisir: { since: at('09:10'), reason: 'systemDown', until: at('11:30') } },
}

let server: ReturnType<typeof answering>

/** Everything that the page asked of the server since it was opened. */
export const asked = () => server.asked

/** The browser's own fetch again. */
export const restore = () => server.restore()

/** The answer of an installation whose gateway carries these. */
export const withChannels = (...channels: readonly string[]) => ({ offices: [office], demo: true, channels })

/** The front desk of somebody with a role, with a day of three bookings and one closed service. */
export async function open(answers: Readonly<Record<string, unknown>> = {}, role: Role = 'frontDesk') {
  server = answering({
    'GET /api/offices': withChannels('whatsapp', 'sms', 'telegram'),
    [`GET ${OFFICE}/bookings`]: bookings,
    [`GET ${OFFICE}/services/ktp-el/slots`]: slots,
    ...answers,
  })
  const page = await fixture<FrontDesk>(
    html`<front-desk .office=${office} .staff=${staffOf(role)} .live=${still(day)}></front-desk>`,
  )
  await waitUntil(() => list(page).querySelector('tbody, ui-state[kind="error"]'))
  return page
}

export const inner = (page: FrontDesk, tag: string) => page.shadowRoot!.querySelector(tag)!
export const list = (page: FrontDesk) => inner(page, 'front-list').shadowRoot!
export const words = (page: FrontDesk, tag: string) => wordsOf(inner(page, tag))
export const book = (page: FrontDesk) => inner(page, 'front-book').shadowRoot!
export const posted = (path: string) => server.asked.filter(a => a.method === 'POST' && a.path === path)

/** Presses keys as a hand does, and counts them. */
export async function hand(...presses: readonly string[]): Promise<number> {
  let count = 0
  for (const press of presses) {
    if (/^(Enter|Tab|Space|Arrow\w+|F\d)$/.test(press)) {
      await sendKeys({ press })
      count++
    } else {
      await sendKeys({ type: press })
      count += press.length
    }
  }
  return count
}
