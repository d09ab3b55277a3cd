import type { z } from 'zod'
import type { DayHours, OfficeInfo, Release, ServiceInfo } from '../office/office.ts'
import { OWN_KINDS, type OwnMessages } from '../messages/own-words.ts'
import { PLAIN_OFFICE } from '../office/defaults.ts'
import { bookingSettings } from '../office/settings/booking-settings.ts'
import { hallSettings } from '../office/settings/hall-settings.ts'
import { queueSettings } from '../office/settings/queue-settings.ts'
import type { Setting } from '../office/settings/setting.ts'
import { documentSettings, serviceSettings } from '../office/settings/service-settings.ts'
import { surveySettings } from '../office/settings/survey-settings.ts'
import { onlyOf } from '../office/settings/values.ts'
import { INNER_COMPONENTS } from '../office/standard.ts'
import type { Fixed } from './route.ts'
import type { hallOffice, officeInfo, serviceInfo } from './schemas.ts'

type OfficeView = Fixed<z.output<typeof officeInfo>>
type HallView = Fixed<z.output<typeof hallOffice>>
type ServiceView = Fixed<z.output<typeof serviceInfo>>

/** An office as everybody may see it, field by field: what neither this nor a table of settings names leaves no door. */
export function officeView(office: OfficeInfo): OfficeView {
  return {
    id: office.id,
    name: office.name,
    city: office.city,
    zone: office.zone,
    hours: office.hours.map(hoursView),
    holidays: office.holidays,
    specialHours: office.specialHours.map(({ name, from, to, hours }) => ({
      name,
      from,
      to,
      hours: hours.map(hoursView),
    })),
    rules: rulesView(office.rules),
    booking: onlyOf(bookingSettings, office.booking),
    services: office.services.map(serviceView),
    counters: office.counters.map(({ id, name, services, agency, area }) => ({ id, name, services, agency, area })),
    openedAt: office.openedAt,
    agencies: office.agencies.map(({ id, code, name, detail, where, weekdays, active }) => ({
      id,
      code,
      name,
      detail,
      where,
      weekdays,
      active,
    })),
    areas: office.areas.map(({ id, name }) => ({ id, name })),
    lifeEvents: office.lifeEvents.map(({ id, name, detail, keywords, parts }) => ({
      id,
      name,
      detail,
      keywords,
      parts: parts.map(({ serviceId, caseId, optional }) => ({ serviceId, caseId, optional })),
    })),
    elsewhere: office.elsewhere.map(({ name, where, keywords }) => ({ name, where, keywords })),
    runningText: office.runningText,
    messages: messagesView(office.messages),
    ...onlyOf(hallSettings, office),
    ...onlyOf(surveySettings, office),
  }
}

function messagesView(messages: OwnMessages): OfficeView['messages'] {
  return Object.fromEntries(OWN_KINDS.map(kind => [kind, messages[kind]])) as OfficeView['messages']
}

/** What only whoever sets an office up needs reads to everybody else as if it had never been set, such as how people sign in there. */
export function outside(office: OfficeInfo): OfficeInfo {
  const inner = Object.entries<Setting>(hallSettings).filter(([, setting]) => setting.inner)
  return {
    ...office,
    ...Object.fromEntries(inner.map(([key, setting]) => [key, setting.default])),
    messages: PLAIN_OFFICE.messages,
  }
}

/** An office as its hall and its desks need it. */
export function hallView(of: OfficeInfo): HallView {
  const office = outside(of)
  const { messages: _, ...view } = officeView({ ...office, services: [] })
  return { ...view, services: office.services.map(hallService) }
}

function hallService(service: ServiceInfo): HallView['services'][number] {
  const { id, letter, name, detail, icon, requirements, cases, fee, free, document } = serviceView(service)
  const { typicalMinutes, standardMinutes, waitPromiseMinutes, keywords, open, advises, agency, next, retired } =
    service
  return {
    ...{ id, letter, name, detail, icon, requirements, cases, fee, free, keywords },
    ...{ typicalMinutes, standardMinutes, waitPromiseMinutes, open, advises, agency, next, retired },
    booking: service.booking && {},
    document: document && { name: document.name },
  }
}

/** The times by which the queue is bound. */
export function rulesView(rules: OfficeInfo['rules']): OfficeView['rules'] {
  return onlyOf(queueSettings, rules)
}

/** The hours of one weekday. */
export function hoursView(day: DayHours | null): OfficeView['hours'][number] {
  return day && { open: day.open, close: day.close, breaks: day.breaks.map(({ from, to }) => ({ from, to })) }
}

/** A service as everybody may see it, papers and cases included. */
export function serviceView(service: ServiceInfo): ServiceView {
  const { booking, document } = service
  return {
    id: service.id,
    letter: service.letter,
    name: service.name,
    detail: service.detail,
    icon: service.icon,
    requirements: service.requirements.map(({ id, name, note }) => ({ id, name, note })),
    cases: service.cases.map(({ id, label, detail, papers, spare }) => ({ id, label, detail, papers, spare })),
    procedure: service.procedure,
    product: service.product,
    fee: service.fee,
    free: service.free,
    complaints: service.complaints,
    typicalMinutes: service.typicalMinutes,
    standardMinutes: service.standardMinutes,
    waitPromiseMinutes: service.waitPromiseMinutes,
    keywords: service.keywords,
    open: service.open,
    advises: service.advises,
    booking: booking && { release: releaseView(booking.release), ...onlyOf(serviceSettings, booking) },
    document: document && { name: document.name, ...onlyOf(documentSettings, document) },
    agency: service.agency,
    next: service.next,
    retired: service.retired,
    standard: standardView(service.standard),
  }
}

function standardView(standard: ServiceInfo['standard']): ServiceView['standard'] {
  const said = INNER_COMPONENTS.map(component => [component, standard[component]])
  return Object.fromEntries(said) as ServiceView['standard']
}

function releaseView(release: Release): Release {
  switch (release.kind) {
    case 'open':
      return { kind: 'open' }
    case 'waves':
      return { kind: 'waves', waves: release.waves.map(({ daysAhead, share }) => ({ daysAhead, share })) }
    case 'draw': {
      const { opensDaysAhead, closesDaysAhead } = release
      return { kind: 'draw', opensDaysAhead, closesDaysAhead }
    }
  }
}
