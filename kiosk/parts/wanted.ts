import type { LocalDate } from '../../shared/kit/time.ts'
import { eventOn } from '../../shared/office/agency-days.ts'
import { papersOfEvent, type LifeEvent, type PartOf } from '../../shared/office/life-events.ts'
import type { HallOffice, HallService } from '../../shared/office/office.ts'
import { isUnsure, papersOf, surePapers, type Paper } from '../../shared/office/papers.ts'
import { plannedServices } from '../../shared/queue/steps/planning.ts'
import { lifeEventText } from '../../shared/text/life-events.ts'
import { awayText } from '../../shared/ticket/event-words.ts'
import { paperNote, serviceWithCase, UNSURE } from '../../shared/ticket/papers-words.ts'
import { lang, t } from '../../shared/web/lang.ts'
import type { Page } from './flow.ts'

type Requirements = Extract<Page, { name: 'requirements' }>

/** What a number is for: a service in a case, or an event of life with all its services. */
export interface Wanted {
  readonly event: LifeEvent | undefined
  /** The services of the event that are there today; empty without one. */
  readonly parts: readonly PartOf<HallService>[]
  /** On which days the others are there. */
  readonly away: string
  readonly heading: string
  /** Its papers, each once. */
  readonly papers: readonly { readonly paper: Paper; readonly note: string }[]
  /** Those of them that are certain. */
  readonly sure: readonly Paper[]
  /** Services of the event that ask for more, depending on what they are for. */
  readonly depends: readonly string[]
  readonly fee: string
  /** Minutes at the counters by the standards. */
  readonly minutes: number
}

/** What somebody at the kiosk is about to take a number for. */
export function wantedOf(
  office: HallOffice | undefined,
  page: Requirements,
  service: HallService,
  today: LocalDate,
): Wanted {
  const event = office?.lifeEvents.find(e => e.id === page.event)
  const id = page.case ?? undefined
  if (!office || !event)
    return {
      ...{ event: undefined, parts: [], away: '', heading: t(service.name) },
      papers: papersOf(service, id).map(paper => ({ paper, note: paperNote(service, id, paper, lang()) })),
      sure: surePapers(service, id),
      depends: [],
      fee: t(service.fee) || (service.free ? t(lifeEventText.free) : ''),
      minutes: service.standardMinutes,
    }
  const { there: parts, away } = eventOn(office, event, today)
  const { bring, depends } = papersOfEvent(parts)
  return {
    ...{ event, parts, away: awayText(office, away, lang()), heading: t(event.name) },
    papers: bring.map(({ paper, notes }) => ({ paper, note: notes.map(n => t(n)).join('. ') })),
    sure: bring.map(b => b.paper),
    depends: depends.map(p => t(p.service.name)),
    fee: t(parts.every(p => p.service.free) ? lifeEventText.free : lifeEventText.fee),
    minutes: plannedServices(
      office.services,
      parts.map(p => ({ serviceId: p.service.id })),
    ).reduce((n, s) => n + s.standardMinutes, 0),
  }
}

/** The name of what is wanted, with its case. */
export function wantedName({ event, heading }: Wanted, service: HallService, id: string | undefined): string {
  return event ? heading : serviceWithCase(service, id, lang())
}

/** Whether the case decides the papers, and nobody has said which. */
export function isUnknown({ event }: Wanted, service: HallService, id: string | undefined): boolean {
  return !event && isUnsure(service, id)
}

/** What is sent to take a number. */
export function askedFor(page: Requirements) {
  return {
    serviceId: page.serviceId,
    priority: page.priority,
    ...(page.case === null || page.case === UNSURE ? {} : { case: page.case }),
    ...(page.event === undefined ? {} : { lifeEvent: page.event }),
  }
}

/**
 * The touch that chooses an event: its first service of today opens the way, and its own case is no question any more. Nothing
 * where none of it is there today.
 */
export function eventWish(office: HallOffice, event: LifeEvent, today: LocalDate) {
  const [first] = eventOn(office, event, today).there
  if (!first) return undefined
  const { serviceId, caseId } = first.part
  return { do: 'choose', serviceId, case: caseId ?? undefined, event: event.id } as const
}

/** The services of an event that are there today, and the days of the others, in one line. */
export function eventServices(office: HallOffice, event: LifeEvent, today: LocalDate): string {
  const { there, away } = eventOn(office, event, today)
  const names = there.map(p => t(p.service.name)).join(' · ')
  return [names, awayText(office, away, lang())].filter(Boolean).join('. ')
}
