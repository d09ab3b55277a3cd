import { officeDate, type Instant, type Zone } from '../../shared/kit/time.ts'
import { checkInUntil } from '../../shared/queue/check-in-window.ts'
import { ticketAt, type QueueDay, type Slot } from '../../shared/queue/day.ts'
import { checkInText as text } from '../../shared/text/kiosk-check-in.ts'
import { nearDateText, timeText } from '../../shared/text/ui.ts'
import { lang, t } from '../../shared/web/lang.ts'
import type { Page, Taken } from '../parts/flow.ts'
import { refused, type Trouble } from '../parts/sentences.ts'

type CheckIn = Extract<Page, { name: 'checkIn' }>

/**
 * What a checked-in citizen must know besides the number: that their time is still to come, or that they came late; empty for a
 * walk-in. The slot is known from the day, which holds every booking.
 */
export function arrivalText(taken: Taken, day: QueueDay | undefined, now: Instant, zone: Zone): string {
  if (!('late' in taken)) return ''
  const slot: Slot | undefined = day && ticketAt(day, taken.ticket.no)?.slot
  const time = (at: Instant) => timeText(at, zone, lang())
  if (taken.late) {
    const slots = day?.plan?.slots
    if (!slot || !slots) return t(text['done.lateAnyhow'])
    return t(text['done.late'], { time: time(checkInUntil(day, taken.ticket.serviceId, slot, slots)) })
  }
  return slot && now < slot.start ? t(text['done.opens'], { time: time(slot.start) }) : t(text['done.now'])
}

/** What stands in the way of the check-in, or `null`. */
export function checkInTrouble({ take, claim }: CheckIn, now: Instant, zone: Zone): Trouble | null {
  if (take.state === 'unsaved') return { tone: 'bad', words: t(text.unsaved), final: false }
  if (take.state !== 'refused') return null
  const { code, data = {} } = take
  const number = String(data['number'] ?? (claim && 'number' in claim ? claim.number : ''))
  const say = (words: string, tone: Trouble['tone'] = 'attention'): Trouble => ({ tone, words, final: true })
  switch (code) {
    case 'CHECK_IN_EARLY':
      return say(early(Number(data['from']), now, zone))
    case 'CHECK_IN_PROOF':
      return say(t(text['proof.wrong'], { number }), 'bad')
    case 'TOO_MANY_ATTEMPTS':
      return say(t(text['proof.many']), 'bad')
    case 'TICKET_UNKNOWN':
      return say(number ? t(text['unknown.number'], { number }) : t(text['unknown.code']), 'bad')
    case 'LINK_LOOKS':
      return say(t(text.looks), 'bad')
    case 'TICKET_STATE':
      return say(t(text[stateKey(String(data['state']))], { number: number || t(text['number.shown']) }))
    case 'OFFICE_CLOSED':
      return say(t(text.closed), 'bad')
    case 'TIME_LOST':
      return say(t(text.lost))
    case 'TOO_MANY_REQUESTS':
    case 'NOT_SIGNED_IN':
    case 'FORBIDDEN':
    case 'DEVICE_REVOKED':
      return refused(code)
    default:
      return say(t(text.failed), 'bad')
  }
}

function early(from: Instant, now: Instant, zone: Zone): string {
  if (!Number.isFinite(from)) return t(text.failed)
  const time = timeText(from, zone, lang())
  if (officeDate(from, zone) === officeDate(now, zone)) return t(text.early, { time })
  return t(text['early.day'], { day: nearDateText(from, zone, lang(), now), time })
}

function stateKey(state: string): 'state.in' | 'state.missed' | 'state.waits' | 'state.over' {
  if (state === 'waiting' || state === 'called' || state === 'serving' || state === 'parked') return 'state.in'
  if (state === 'missed') return 'state.missed'
  return state === 'waitlisted' || state === 'offered' ? 'state.waits' : 'state.over'
}
