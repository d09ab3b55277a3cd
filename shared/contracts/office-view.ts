import type { z } from 'zod'
import type { DayHours, OfficeInfo, Release, ServiceInfo } from '../office/office.ts'
import type { Fixed } from './route.ts'
import type { officeInfo, serviceInfo } from './schemas.ts'

type OfficeView = Fixed<z.output<typeof officeInfo>>
type ServiceView = Fixed<z.output<typeof serviceInfo>>

/** An office as everybody may see it, field by field: what is not named here leaves no door. */
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
    alwaysOpen: office.alwaysOpen,
    rules: rulesView(office.rules),
    booking: bookingView(office.booking),
    services: office.services.map(serviceView),
    counters: office.counters.map(({ id, name, services }) => ({ id, name, services })),
    runningText: office.runningText,
    reading: office.reading,
    voice: office.voice,
    minRatings: office.minRatings,
    ikmMethod: office.ikmMethod,
  }
}

/** The times by which the queue is bound. */
export function rulesView(rules: OfficeInfo['rules']): OfficeView['rules'] {
  const { priorityCreditMinutes, returnGraceMinutes, returnPlaces } = rules
  return { priorityCreditMinutes, returnGraceMinutes, returnPlaces }
}

/** The hours of one weekday. */
export function hoursView(day: DayHours | null): OfficeView['hours'][number] {
  return day && { open: day.open, close: day.close, breaks: day.breaks.map(({ from, to }) => ({ from, to })) }
}

function bookingView(rules: OfficeInfo['booking']): OfficeView['booking'] {
  return {
    slotMinutes: rules.slotMinutes,
    horizonDays: rules.horizonDays,
    walkInReserve: rules.walkInReserve,
    priorityShare: rules.priorityShare,
    holdMinutes: rules.holdMinutes,
    creditMinutes: rules.creditMinutes,
    checkInEarlyMinutes: rules.checkInEarlyMinutes,
    checkInGraceMinutes: rules.checkInGraceMinutes,
    releaseTime: rules.releaseTime,
    heldBackMinutes: rules.heldBackMinutes,
    offerMinutes: rules.offerMinutes,
    perDevice: rules.perDevice,
    perNetworkHour: rules.perNetworkHour,
    proof: rules.proof,
  }
}

function serviceView(service: ServiceInfo): ServiceView {
  const { booking, document } = service
  return {
    id: service.id,
    letter: service.letter,
    name: service.name,
    detail: service.detail,
    icon: service.icon,
    requirements: service.requirements,
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
    booking: booking && {
      release: releaseView(booking.release),
      dailyQuota: booking.dailyQuota,
      files: booking.files,
    },
    document: document && { name: document.name, workingDays: document.workingDays },
  }
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
