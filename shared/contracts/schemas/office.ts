import { z } from 'zod'
import { MOST_SIGNS, OWN_KINDS, type OwnKind } from '../../messages/own-words.ts'
import { bookingSettings } from '../../office/settings/booking-settings.ts'
import { hallSettings } from '../../office/settings/hall-settings.ts'
import { queueSettings } from '../../office/settings/queue-settings.ts'
import { surveySettings } from '../../office/settings/survey-settings.ts'
import { clockTime, id, instant, keywords, line, localDate, shapeOf, words } from './parts.ts'
import { agency, area, counterInfo, lifeEvent } from './hall.ts'
import { hallService, serviceInfo } from './service.ts'

const dayHours = z
  .strictObject({
    open: clockTime,
    close: clockTime,
    breaks: z.array(z.strictObject({ from: clockTime, to: clockTime })).max(4),
  })
  .refine(({ open, close, breaks }) => {
    const inOrder = [...breaks].sort((a, b) => (a.from < b.from ? -1 : 1))
    const ends = [open, ...inOrder.map(b => b.to)]
    return open < close && inOrder.every((b, i) => ends[i]! <= b.from && b.from < b.to && b.to <= close)
  }, 'hours and breaks begin before they end, breaks within the hours and apart')

const specialHours = z
  .strictObject({
    name: words,
    from: localDate,
    to: localDate,
    hours: z.array(dayHours.nullable()).length(7),
  })
  .refine(({ from, to }) => from <= to, 'special hours end on their first day at the earliest')

const elsewhere = z.strictObject({ name: words, where: words, keywords })

const message = z
  .tuple([line.max(MOST_SIGNS), line.max(MOST_SIGNS)])
  .describe('Indonesian, English; both empty: as everybody says it')
/** What the office says in its own words, of each message. */
const messages = z.strictObject(
  Object.fromEntries(OWN_KINDS.map(kind => [kind, message])) as Record<OwnKind, typeof message>,
)

export const settings = z.object({
  name: line.trim().min(1).max(120),
  /** Empty only while the office is being prepared. */
  city: line.trim().max(80),
  zone: z.enum(['WIB', 'WITA', 'WIT']),
  hours: z.array(dayHours.nullable()).length(7),
  holidays: z.array(localDate).max(400),
  specialHours: z.array(specialHours).max(20),
  elsewhere: z.array(elsewhere).max(60),
  rules: z.strictObject(shapeOf(queueSettings)),
  booking: z.strictObject(shapeOf(bookingSettings)),
  runningText: words,
  messages,
  ...shapeOf(hallSettings),
  ...shapeOf(surveySettings),
})

export const officeInfo = settings.extend({
  id,
  /** Empty only while the office is being prepared. */
  name: line.max(120),
  services: z.array(serviceInfo),
  counters: z.array(counterInfo),
  /** Since when it serves people: `null` while it is being prepared. */
  openedAt: instant.nullable(),
  agencies: z.array(agency),
  areas: z.array(area),
  lifeEvents: z.array(lifeEvent),
})

/** An office as its hall needs it: found, chosen and queued for, without the standards at length. */
export const hallOffice = officeInfo.omit({ messages: true }).extend({ services: z.array(hallService) })
