import { demoOffice } from '../../server/demo/samarinda.ts'
import type { Known } from '../../server/services/booking/bookings.ts'
import type { BookingDesk, DrawRecord, HolderDesk, SlotsReply } from '../../server/http/pages/booking/desk.ts'
import type { Front } from '../../server/services/booking/fronts.ts'
import type { OwnTicket } from '../../shared/ticket/own-ticket.ts'
import { slotStart } from '../../shared/booking/slots.ts'
import { AppError, type ErrorCode } from '../../shared/kit/errors.ts'
import { addDays, atClock, MINUTE, weekday } from '../../shared/kit/time.ts'
import { at, DATE, ownTicket } from './own-ticket.ts'
import { DEFAULT_SERVICE_BOOKING } from '../../shared/office/defaults.ts'

/** Tokens of made-up tickets. */
export const TOKEN = 'token-of-a-booking-0001'
export const NOW = at('10:24')

const SLOTS = ['08:00', '08:30', '10:30', '11:00', '11:30', '13:00', '13:30', '14:00']
/** Free places of today's slots; every other day has four each. */
const TODAY = [0, 0, 0, 4, 0, 2, 0, 1]

/** A service for which lots are drawn, beside those of the demo office. */
const office: Front['office'] = {
  ...demoOffice,
  name: 'Disdukcapil Kota Samarinda',
  services: demoOffice.services.map(s =>
    s.id === 'kartu-keluarga'
      ? {
          ...s,
          booking: {
            ...DEFAULT_SERVICE_BOOKING,
            release: { kind: 'draw', opensDaysAhead: 7, closesDaysAhead: 2 },
            dailyQuota: null,
            files: true,
          },
        }
      : s.id === 'konsultasi'
        ? { ...s, booking: null }
        : s.id === 'legalisir'
          ? { ...s, open: false }
          : s,
  ),
}

export const front: Front = {
  office,
  now: NOW,
  demo: true,
  channels: ['whatsapp', 'sms', 'telegram'],
  closed: { 'akta-kelahiran': { reason: 'systemDown', until: at('13:00') } },
  settled: false,
  often: {},
  nearest: { 'ktp-el': { start: at('11:00'), free: 4 } },
  crowd: { waiting: 59, counters: 7 },
}

const QUIET: SlotsReply['quiet'] = [
  { slotId: '2026-06-11T13:30', why: 'quiet', crowd: 'none' },
  { slotId: '2026-06-15T14:00', why: 'quiet', crowd: 'few' },
  { slotId: '2026-06-09T11:00', why: 'soonest', crowd: 'half' },
]

/** Today with places, tomorrow full, then a draw, a closed holiday, a day to come and a day for walk-ins. */
export function slotsReply(service: string, days = 21, from: string = DATE): SlotsReply {
  const dates = Array.from({ length: days }, (_, i) => addDays(from > DATE ? from : DATE, i))
  const [, tomorrow, , holiday] = [0, 1, 2, 3].map(i => addDays(DATE, i))
  const kind = (date: string) => {
    const day = weekday(date)
    if (day === 0 || day === 6 || date === holiday) return 'closed'
    if (service === 'kartu-keluarga') return 'draw'
    return date === addDays(DATE, 9) ? 'later' : date === addDays(DATE, 10) ? 'walkIn' : 'open'
  }
  return {
    now: NOW,
    quiet: service === 'kartu-keluarga' ? [] : QUIET,
    days: dates.map(date => ({
      date,
      state: kind(date),
      at: ['draw', 'later'].includes(kind(date)) ? atClock(addDays(date, -2), '19:00', 'WITA') : null,
    })),
    slots: dates.flatMap(date =>
      ['open', 'draw'].includes(kind(date))
        ? SLOTS.map((time, n) => {
            const start = atClock(date, time, 'WITA')
            return {
              id: `${date}T${time}`,
              start,
              end: start + 30 * MINUTE,
              free: date === DATE ? TODAY[n]! : date === tomorrow ? 0 : 4,
            }
          })
        : [],
    ),
  }
}

export const record: DrawRecord = {
  opensAt: at('08:00'),
  closesAt: at('19:00'),
  commitment: 'c0'.repeat(32),
  entries: 3,
  drawn: null,
}

export const drawnRecord: DrawRecord = {
  ...record,
  drawn: {
    at: at('19:00'),
    seed: '5e'.repeat(32),
    digest: 'd1'.repeat(32),
    places: [
      { id: '2026-06-11T08:00', places: 1 },
      { id: '2026-06-11T13:30', places: 0 },
    ],
    entries: [
      { code: 'K7Q2', wishes: ['2026-06-11T08:00'], anySlot: true, order: 2, slotId: null },
      {
        code: 'B3XA',
        wishes: ['2026-06-11T08:00', '2026-06-11T13:30'],
        anySlot: false,
        order: 1,
        slotId: '2026-06-11T08:00',
      },
    ],
  },
}

/** A booking of today, 11.00, with its check-in from 10.40 on. */
export function bookedTicket(but: Partial<Omit<OwnTicket, 'ticket'>> = {}, ticket: Partial<OwnTicket['ticket']> = {}) {
  return ownTicket(
    {
      service: { ...ownTicket().service, id: 'ktp-el' },
      ahead: 0,
      range: null,
      checkIn: { from: at('10:40'), until: at('11:10'), codeNeeded: true },
      ...but,
    },
    {
      number: 'AR-12',
      state: 'booked',
      joined: 'booked',
      bookedAt: at('09:00'),
      takenAt: at('09:00'),
      due: at('10:30'),
      since: at('09:00'),
      slot: { start: at('11:00'), end: at('11:30') },
      ...ticket,
    },
  )
}

export interface Asked {
  readonly act: string
  readonly key?: string
  readonly [detail: string]: unknown
}

/** A desk that answers as told and remembers what it was asked. The same key gives the same ticket, as the real one does. */
export function fakeDesk(own: OwnTicket = bookedTicket()) {
  const asked: Asked[] = []
  const sold = new Map<string, string>()
  const next: {
    refuse: Partial<Record<string, AppError>>
    wait: { token: string; from: number } | undefined
    own: OwnTicket
    known: Known
  } = { refuse: {}, wait: undefined, own, known: { held: undefined, booked: undefined } }

  const heard = (act: string, detail: Record<string, unknown>) => {
    asked.push({ act, ...detail })
    const refusal = next.refuse[act]
    if (refusal) throw refusal
  }
  const ticketFor = (key: string) => {
    if (!sold.has(key)) sold.set(key, `token-of-a-booking-${String(sold.size + 1).padStart(4, '0')}`)
    const token = sold.get(key)!
    return { token, path: `/t/${token}` }
  }
  const booked = (key: string, slotId: string) => ({
    ...ticketFor(key),
    code: '4821',
    ticket: {
      number: 'AR-12',
      serviceId: 'ktp-el',
      state: 'booked' as const,
      priority: false,
      slot: { start: slotStart(slotId, 'WITA')!, end: slotStart(slotId, 'WITA')! + 30 * MINUTE },
    },
  })

  const desk: BookingDesk & HolderDesk = {
    offices: () => [office],
    front: async id => {
      if (id !== office.id) throw new AppError('NOT_FOUND')
      return front
    },
    known: async () => next.known,
    closings: async id => {
      if (id !== office.id) throw new AppError('NOT_FOUND')
      return front
    },
    slots: async (_office, service, query) => {
      heard('slots', query)
      return slotsReply(service, query.days, query.from)
    },
    hold: async (_office, body, key) => {
      heard('hold', { ...body, key })
      next.known = { ...next.known, held: NOW + 5 * MINUTE }
      return { hold: 'hold-1', until: NOW + 5 * MINUTE }
    },
    greet: () => {},
    book: async (_office, body, asking) => {
      heard('book', { ...body, ...asking })
      if (next.wait && asking.patience !== next.wait.token) return { wait: next.wait }
      return booked(asking.key, body.slotId)
    },
    waitlist: async (_office, service, body, asking) => {
      heard('waitlist', { service, ...body, ...asking })
      return { number: 'AW-3', place: 3, ...ticketFor(asking.key) }
    },
    enterDraw: async (_office, service, date, body, asking) => {
      heard('enterDraw', { service, date, ...body, ...asking })
      return { code: 'K7Q2', drawAt: at('19:00'), ...ticketFor(asking.key) }
    },
    drawRecord: async () => record,
    byToken: async token => {
      if (!token.startsWith('token-of-a-booking')) throw new AppError('TICKET_UNKNOWN')
      return next.own
    },
    firstOf: async () => 'first-of-its-moves',
    cancel: async (token, key) => heard('cancel', { token, key }),
    checkIn: async (token, key, code) => heard('checkIn', { token, key, code }),
    reschedule: async (token, key, slotId) => {
      heard('reschedule', { token, key, slotId })
      return booked(key, slotId)
    },
    undoCheckIn: async (token, key) => heard('undoCheckIn', { token, key }),
    chooseCase: async (token, key, id) => heard('chooseCase', { token, key, id }),
    letPass: async (token, key, people) => heard('letPass', { token, key, people }),
    here: async (token, key) => heard('here', { token, key }),
    takeOffer: async (token, key) => {
      heard('takeOffer', { token, key })
      return booked(key, `${DATE}T11:00`)
    },
    removeFile: async (token, key, file) => heard('removeFile', { token, key, file }),
    forget: async token => heard('forget', { token }),
  }
  return {
    desk,
    asked,
    next,
    /** Tickets that exist now. */
    sold: () => sold.size,
    refuse: (act: string, code: ErrorCode, data?: Record<string, unknown>) => {
      next.refuse = { ...next.refuse, [act]: new AppError(code, data) }
    },
    accept: () => void (next.refuse = {}),
  }
}
