import { expect } from 'vitest'
import { demoOffice } from '../../server/demo/samarinda.ts'
import { seedDemo } from '../../server/seed.ts'
import { saveOffice } from '../../server/store/offices.ts'
import { cardsOf } from '../../kiosk/parts/services.ts'
import type { hallView } from '../../shared/contracts/office-view.ts'
import { AppError } from '../../shared/kit/errors.ts'
import { atClock, MINUTE, officeDate, clockText, type Instant } from '../../shared/kit/time.ts'
import { DEFAULT_SERVICE_BOOKING } from '../../shared/office/defaults.ts'
import type { OfficeInfo, ServiceBooking } from '../../shared/office/office.ts'
import { decide } from '../../shared/queue/decide.ts'
import { ticketAt, type QueueDay } from '../../shared/queue/day.ts'
import { nextFor } from '../../shared/queue/policy.ts'
import { freshDatabase } from './databases.ts'
import { counterPath, testApp, TICKETS, type TestApp, type Visitor } from './test-app.ts'

const OFFICE = '/api/offices/samarinda'
export const [MONDAY, TODAY, TOMORROW, THURSDAY] = ['2026-06-08', '2026-06-09', '2026-06-10', '2026-06-11'] as const
export const NEXT_WEEK = '2026-06-16'
const DRAWN: ServiceBooking = {
  ...DEFAULT_SERVICE_BOOKING,
  release: { kind: 'draw', opensDaysAhead: 3, closesDaysAhead: 1 },
}

/** A hall with an agency of its own, a waiting area, steps, a draw and hours, as it stands before anything is changed. */
const HALL: OfficeInfo = {
  ...demoOffice,
  alwaysOpen: false,
  holidays: [],
  booking: { ...demoOffice.booking, proof: 'never', heldBackMinutes: 0 },
  agencies: [
    {
      ...{ id: 'capil', code: 'S', name: ['Pencatatan Sipil', 'Civil registry'] },
      ...{ detail: ['', ''], where: ['', ''], weekdays: null, active: true },
    },
  ],
  areas: [{ id: 'timur', name: ['Ruang timur', 'East hall'] }],
  services: demoOffice.services.map(s => ({
    ...s,
    ...(s.id === 'akta-kematian' ? { agency: 'capil' } : {}),
    ...(s.id === 'identitas-digital' ? { open: false } : {}),
    ...(s.id === 'konsultasi' ? { retired: true } : {}),
    ...(s.id === 'akta-perkawinan' ? { booking: DRAWN } : {}),
  })),
}

/**
 * An office in the middle of a morning: people wait and are served, a number was sent to another counter, a document is in
 * progress, bookings exist for today, tomorrow and next week, and a draw has an entry. `look` says all that anybody sees of it.
 */
export async function runningOffice() {
  const db = await freshDatabase()
  await seedDemo(db, atClock(MONDAY, '09:30', 'WITA'))
  await saveOffice(db, HALL)
  const app = await testApp({ db, gateways: { sms: { send: async () => ({ ok: true }) } } })
  app.clock.now = atClock(MONDAY, '09:30', 'WITA')
  const booked = await bookings(app)
  app.clock.now = atClock(TODAY, '09:30', 'WITA')
  const { waiting, at } = await morning(app, booked)
  const admin = await app.as('admin')
  const links: Record<string, string> = { ...booked, ...waiting }
  return { app, admin, at, links, look: () => lookAt(app, links) }
}

export type RunningOffice = Awaited<ReturnType<typeof runningOffice>>

/** Somebody waits for a place of tomorrow, which others have booked up for a service. */
export async function awaitsPlace({ app, links }: RunningOffice, serviceId: string) {
  let asked = 0
  const ask = (path: string, body: object) =>
    app.visitor().post(`${OFFICE}/${path}`, {
      ...body,
      contact: { phone: `0800-0003-${String(asked++).padStart(4, '0')}`, channel: 'sms' },
    })
  const { body } = await app.visitor().get(`${OFFICE}/services/${serviceId}/slots?from=${TOMORROW}&days=1`)
  for (const { id, free } of body.slots as { id: string; free: number }[])
    for (let i = 0; i < free; i++) expect((await ask('bookings', { serviceId, slotId: id })).status).toBe(201)
  const wish = await ask(`services/${serviceId}/waitlist`, { date: TOMORROW })
  expect(wish.status).toBe(201)
  links['wish'] = wish.body.token
  await app.settled()
}

type Links = Readonly<Record<string, string>>

async function bookings(app: TestApp): Promise<Links> {
  const tokens: Record<string, string> = {}
  const ask = async (name: string, path: string, body: object) => {
    const contact = { phone: `0800-0002-${String(Object.keys(tokens).length).padStart(4, '0')}`, channel: 'sms' }
    const answer = await app.visitor().post(`${OFFICE}/${path}`, { ...body, contact })
    expect([name, answer.status]).toEqual([name, 201])
    tokens[name] = answer.body.token
  }
  const book = (name: string, serviceId: string, slotId: string) => ask(name, 'bookings', { serviceId, slotId })
  await book('booking checked in', 'ktp-el', `${TODAY}T09:30`)
  await book('booking today', 'ktp-el', `${TODAY}T13:00`)
  await book('booking tomorrow', 'ktp-el', `${TOMORROW}T10:00`)
  await book('booking tomorrow late', 'kartu-keluarga', `${TOMORROW}T14:00`)
  await book('booking next week', 'ktp-el', `${NEXT_WEEK}T10:00`)
  const entry = { wishes: [`${TOMORROW}T14:00`], anySlot: false }
  await ask('draw entry', `services/akta-perkawinan/draws/${TOMORROW}/entries`, entry)
  return tokens
}

async function morning(app: TestApp, booked: Links) {
  const kiosk = await app.device('kiosk')
  const tokens: Record<string, string> = {}
  const ok = async (answer: ReturnType<Visitor['post']>, status = 200) => expect((await answer).status).toBe(status)
  const take = async (name: string, serviceId: string) => {
    tokens[name] = (await kiosk.post(TICKETS, { serviceId })).body.token
    app.clock.now += MINUTE / 6
  }
  const officers: Readonly<Record<string, readonly [username: string, services?: readonly string[]]>> = {
    1: ['petugas1'],
    4: ['petugas2', ['kartu-keluarga']],
    5: ['petugas3'],
  }
  const at: Record<string, (act: string, body?: object) => Promise<void>> = {}
  for (const [counter, [username, services]] of Object.entries(officers)) {
    const officer = await app.as(username)
    at[counter] = (act, body = {}) => ok(officer.post(counterPath(counter, act), body))
    await at[counter]('open', services ? { services } : {})
  }
  const served = async (counter: string) => {
    await at[counter]!('call-next')
    await at[counter]!('start')
  }
  await ok(kiosk.post(`${OFFICE}/check-in`, { token: booked['booking checked in'] }))
  await take('document', 'kartu-keluarga')
  await served('5')
  await at['5']!('finish')
  // The booking that checked in goes first; it is sent on to another counter.
  await served('1')
  await at['1']!('transfer', { serviceId: 'kartu-keluarga', sentTo: '5' })
  for (const service of ['ktp-el', 'ktp-el', 'ktp-el', 'legalisir', 'legalisir', 'kartu-keluarga', 'akta-kematian'])
    await take(`${service} ${Object.keys(tokens).filter(k => k.startsWith(service)).length + 1}`, service)
  await served('1')
  await app.settled()
  return { waiting: tokens as Links, at }
}

/** Everything that anybody sees of the office, one line for each thing, so that two looks can be laid side by side. */
async function lookAt(app: TestApp, links: Links): Promise<Links> {
  const day = await app.days.today('samarinda')
  const { office } = (await app.visitor().get(`${OFFICE}/hall`)).body as { office: ReturnType<typeof hallView> }
  const lines: Record<string, string> = { office: [office.name, office.shortName, office.zone].join(' · ') }
  const { mostCalls, returnPlaces, slots } = day.plan!
  lines['rules'] = `${mostCalls} calls, back after ${returnPlaces}, late from ${(slots?.graceMs ?? 0) / MINUTE} min`
  const cards = cardsOf(office, day, undefined, app.clock.now, true).filter(card => card.open)
  lines['kiosk order'] = cards.map(({ service }) => service.letter).join(' ')
  for (const { service, counters } of cards) {
    lines[`kiosk ${service.id}`] = `${service.letter} ${service.name[0]}, ${counters.join(' + ') || 'no counter'}`
    lines[`papers ${service.id}`] = service.requirements.map(p => p.name[0]).join(', ')
  }
  for (const { id, next } of day.plan!.services)
    lines[`takes ${id}`] = `${nextNumber(day, id, app.clock.now)}${next === undefined ? '' : `, then ${next}`}`
  for (const { id, services, state, current, officerId } of Object.values(day.counters)) {
    const name = office.counters.find(c => c.id === id)?.name ?? id
    const next = nextFor(day, { id, services }, app.clock.now)
    const of = (no: number | undefined) => (no === undefined ? 'nobody' : ticketAt(day, no)!.number)
    lines[`desk ${id}`] =
      state === 'closed'
        ? `${name}: ${services.join(' ')}`
        : `${name}, ${officerId}: ${services.join(' ')}; serves ${of(current)}, next ${of(next?.no)}`
  }
  lines['events of life'] = office.lifeEvents.map(e => `${e.name[0]} ${e.parts.length}`).join(', ')
  for (const date of [TODAY, TOMORROW, THURSDAY, NEXT_WEEK]) lines[`doors ${date}`] = await doors(app, date)
  for (const service of ['ktp-el', 'kartu-keluarga', 'pindah-datang']) {
    const path = `${OFFICE}/services/${service}/slots?from=${TODAY}&days=30`
    const { body } = await app.visitor().get(path)
    const slots = (body.slots ?? []) as { id: string; start: Instant; free: number }[]
    const dates = [...new Set(slots.filter(s => s.free > 0).map(s => s.id.slice(0, 10)))]
    lines[`booked ${service}`] = dates.length > 0 ? `${dates.length} days until ${dates.at(-1)}` : 'no time'
    const of = slots.filter(s => s.id.startsWith(TOMORROW))
    const free = of.reduce((n, s) => n + s.free, 0)
    lines[`places ${service}`] = of.length > 0 ? `${free} in ${of.length} from ${of[0]!.id.slice(11)}` : 'none'
  }
  for (const [name, token] of Object.entries(links)) {
    const { ticket, application, moveTo } = (await app.visitor().get(`/api/tickets/${token}`)).body
    const page = (await app.visitor().get(`/t/${token}`)).text
    const service = office.services.find(s => s.id === ticket.serviceId)
    const named = service && page.includes(service.name[0]) ? service.name[0] : 'unnamed'
    const slot = ticket.slot
      ? ` ${officeDate(ticket.slot.start, office.zone)} ${clockText(ticket.slot.start, office.zone)}`
      : ''
    const document = application ? `, ${application.document[0]} ${application.state} by ${application.promisedOn}` : ''
    const number = name === 'draw entry' ? 'entry' : ticket.number
    lines[name] =
      `${number} ${named}${slot} ${ticket.why ?? ticket.state}${moveTo ? `, offered ${moveTo.slotId}` : ''}${document}`
  }
  return lines
}

function nextNumber(day: QueueDay, serviceId: string, now: Instant): string {
  try {
    const wish = { verb: 'takeTicket', serviceId, priority: false, ticketId: 'x' } as const
    const [event] = decide(day, { ...wish, id: 'x', by: 'system' }, now)
    return event?.type === 'ticketTaken' ? event.number : ''
  } catch (error) {
    if (error instanceof AppError) return error.code
    throw error
  }
}

async function doors(app: TestApp, date: string): Promise<string> {
  const { doors } = await app.offices.planOf('samarinda', date)
  if (!doors) return 'closed'
  const { zone } = app.offices.get('samarinda')
  const span = ({ from, to }: { from: Instant; to: Instant }) => `${clockText(from, zone)}-${clockText(to, zone)}`
  return [span(doors), ...doors.breaks.map(b => `not ${span(b)}`)].join(' ')
}

/** The lines in which one look differs from another, with what the later one says; a line that is gone says `gone`. */
export function changedLines(before: Links, after: Links): Links {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])]
  return Object.fromEntries(
    names.filter(name => before[name] !== after[name]).map(name => [name, after[name] ?? 'gone'] as const),
  )
}
