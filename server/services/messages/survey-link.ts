import { isStale } from '../../../shared/messages/message.ts'
import type { Instant } from '../../../shared/kit/time.ts'
import { ticketAt } from '../../../shared/queue/day.ts'
import type { DayEvent } from '../../../shared/queue/events.ts'
import { say } from '../../../shared/text/text.ts'
import { holderOf } from '../../store/holders/holders.ts'
import type { Database } from '../../store/open/database.ts'
import { invitation } from '../../store/surveys.ts'
import type { People } from '../booking/booking-people.ts'
import type { SurveyLinks } from '../identity/survey-links.ts'
import type { Offices } from '../office/offices.ts'
import type { Follower } from '../queue/followers.ts'
import type { Messages } from './messages.ts'
import { asksFor, occasionOf } from './survey-asks.ts'

/** Events with which a visit may end. */
const ENDS: readonly DayEvent['type'][] = ['ticketFinished', 'ticketUnserved', 'ticketCancelled']

/** Sends the link of the survey to whoever chose a road for messages, once after their visit has ended. */
export function createSurveyLink(deps: {
  db: Database
  offices: Offices
  messages: Pick<Messages, 'queue'>
  people: Pick<People, 'phoneOf'>
  links: SurveyLinks
  /** Address under which citizens reach the office; without it there is no link to send. */
  origin: string | undefined
  now: () => Instant
}): Follower {
  const { db, offices, now } = deps

  async function ended(office: string, ticketId: string, number: string): Promise<void> {
    const [invited, holder] = await Promise.all([invitation(db, ticketId), holderOf(db, ticketId)])
    const address = deps.people.phoneOf(holder)
    if (!invited || !holder?.channel || !address || !asksFor(invited, offices)) return
    const { lang, channel } = holder
    const service = offices.get(office).services.find(s => s.id === invited.serviceId)
    await deps.messages.queue({
      ...{ office, ticketId, kind: 'survey', occasion: occasionOf(invited), lang, channel, address },
      values: {
        number,
        service: service ? say(service.name, lang) : '',
        path: `/s/${deps.links.sign(ticketId, 'message')}`,
      },
    })
  }

  return {
    name: 'surveyLink',
    async follow(office, _date, events, day) {
      if (deps.origin === undefined || !offices.get(office).surveyMessage) return []
      for (const event of events) {
        // Nobody is told at night that the day has ended.
        if (!('no' in event) || !ENDS.includes(event.type) || event.verb === 'endDay') continue
        const ticket = isStale('survey', event.at, now()) ? undefined : ticketAt(day, event.no)
        if (ticket?.id) await ended(office, ticket.id, ticket.number)
      }
      return []
    },
  }
}
