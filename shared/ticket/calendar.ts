import { MINUTE, type Instant } from '../kit/time.ts'
import { ticketPagesText as words } from '../text/ticket-pages.ts'
import { isUnsure, surePapers } from '../office/papers.ts'
import { paperLine, serviceWithCase } from './papers-words.ts'
import { papersText } from '../text/papers.ts'
import { say } from '../text/text.ts'
import type { Lang } from '../kit/words.ts'
import { timeText } from '../text/ui.ts'
import { addressText, pointOf } from './where-part.ts'
import type { OwnTicket } from './own-ticket.ts'

/** Octets a line of a calendar file may have (RFC 5545, 3.1). */
const LINE = 75

/** Minutes before the check-in at which the calendar reminds. */
const REMIND = 60

/** Seconds since 1970 outgrow what calendars count with in 2038. */
const COUNTED_FROM = Date.UTC(2020, 0, 1)

/**
 * A booking as a calendar entry (RFC 5545) with its address, so that a phone's own calendar reminds without any app;
 * `undefined` for a ticket without a slot. `first` is the booking that this one began as: a moved one stays the same entry.
 */
export function calendarText(own: OwnTicket, first: string, address: string, lang: Lang): string | undefined {
  const { slot, number } = own.ticket
  if (!slot) return undefined
  const { office, service, checkIn } = own
  const time = (at: Instant) => timeText(at, office.zone, lang)
  const name = serviceWithCase(service, own.ticket.case, lang)
  const from = checkIn?.from ?? slot.start
  // A booking that ended has no check-in to come to.
  const what =
    checkIn &&
    say(words['calendar.what'], lang, {
      from: time(from),
      until: time(checkIn.until),
      office: office.name,
      papers:
        [
          ...surePapers(service, own.ticket.case).map(r => paperLine(service, own.ticket.case, r, lang)),
          ...(isUnsure(service, own.ticket.case) ? [say(papersText['unsure.rest'], lang)] : []),
        ].join('; ') || '–',
    })
  const before = Math.round((slot.start - from) / MINUTE) + REMIND
  const cancelled = own.ticket.state === 'cancelled'
  const alarm = ['BEGIN:VALARM', 'ACTION:DISPLAY', `DESCRIPTION:${plain(name)}`, `TRIGGER:-PT${before}M`, 'END:VALARM']
  return (
    [
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//Tanggap//Booking//ID',
      `METHOD:${cancelled ? 'CANCEL' : 'PUBLISH'}`,
      'BEGIN:VEVENT',
      `UID:${first}@tanggap`,
      `DTSTAMP:${stamp(own.now)}`,
      // Each file takes the place of those before it; nobody fetches two within a second.
      `SEQUENCE:${Math.floor((own.now - COUNTED_FROM) / 1_000)}`,
      `STATUS:${cancelled ? 'CANCELLED' : 'CONFIRMED'}`,
      `ORGANIZER;CN="${office.name.replaceAll('"', '')}":${address}`,
      `DTSTART:${stamp(slot.start)}`,
      `DTEND:${stamp(slot.end)}`,
      `SUMMARY:${plain(say(words['calendar.name'], lang, { service: name, number }))}`,
      `LOCATION:${plain([office.name, addressText(office, lang), office.city].filter(Boolean).join(', '))}`,
      ...geo(office),
      `DESCRIPTION:${plain(what === null ? address : `${what}\n${address}`)}`,
      `URL:${address}`,
      ...(cancelled ? [] : alarm),
      'END:VEVENT',
      'END:VCALENDAR',
      '',
    ]
      // A line of its own is the calendar's, never of a text in it.
      .map(line => line.replace(/\p{Cc}/gu, ' '))
      .flatMap(folded)
      .join('\r\n')
  )
}

/**
 * An instant as a calendar writes it.
 * @example stamp(Date.UTC(2026, 5, 9, 3, 0)) // '20260609T030000Z'
 */
export function stamp(at: Instant): string {
  return new Date(at).toISOString().replace(/[-:]|\.\d+/g, '')
}

/** The point on the map, where the office tells it. */
function geo(office: OwnTicket['office']): readonly string[] {
  const point = pointOf(office)
  return point ? [`GEO:${point.join(';')}`] : []
}

/** Signs that mean something to a calendar, written out. */
function plain(text: string): string {
  return text.replace(/[\\;,]/g, sign => `\\${sign}`).replace(/\r\n|\r|\n/g, '\\n')
}

/** A long line in pieces, each continued by a space; never in the middle of a letter. */
function folded(line: string): readonly string[] {
  const pieces: string[] = []
  let piece = ''
  let octets = 0
  for (const letter of line) {
    const size = octetsOf(letter)
    if (octets + size > LINE) {
      pieces.push(piece)
      piece = ' '
      octets = 1
    }
    piece += letter
    octets += size
  }
  return [...pieces, piece]
}

function octetsOf(letter: string): number {
  const code = letter.codePointAt(0)!
  return code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4
}
