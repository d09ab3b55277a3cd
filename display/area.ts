import type { HallOffice } from '../shared/office/office.ts'
import type { QueueDay } from '../shared/queue/day.ts'
import type { DayEvent } from '../shared/queue/events.ts'

/** A hall, or the part of it that one display shows and speaks. */
export interface Shown {
  readonly day: QueueDay
  readonly office: HallOffice
}

/**
 * The part of a hall that belongs to an area: its counters with their calls, and the services that they do. A counter without
 * area belongs to every one, so that no call is heard nowhere; an area that the office does not know any more is the whole hall.
 */
export function inArea(whole: Shown, area: string | null): Shown {
  const { day, office } = whole
  if (!isKnown(office, area)) return whole
  const counters = office.counters.filter(c => isOf(office, area, c.id))
  const open = Object.entries(day.counters).filter(([id]) => isOf(office, area, id))
  const done = new Set([...counters, ...open.map(([, c]) => c)].flatMap(c => c.services))
  const services = office.services.filter(s => done.has(s.id))
  return {
    office: {
      ...office,
      counters,
      services,
      agencies: office.agencies.filter(a => services.some(s => s.agency === a.id)),
    },
    day: { ...day, counters: Object.fromEntries(open), calls: day.calls.filter(c => isOf(office, area, c.counterId)) },
  }
}

/** Those events whose calls belong to an area; whatever names no counter does. */
export function eventsIn(events: readonly DayEvent[], office: HallOffice, area: string | null): readonly DayEvent[] {
  if (!isKnown(office, area)) return events
  return events.filter(e => !('counterId' in e) || e.counterId === undefined || isOf(office, area, e.counterId))
}

/** What the area is called; `undefined` for the whole hall. */
export function areaName({ areas }: HallOffice, area: string | null) {
  return areas.find(a => a.id === area)?.name
}

function isKnown(office: HallOffice, area: string | null): boolean {
  return areaName(office, area) !== undefined
}

function isOf(office: HallOffice, area: string | null, counterId: string): boolean {
  const own = office.counters.find(c => c.id === counterId)?.area
  return own === area || own === null || own === undefined || areaName(office, own) === undefined
}
