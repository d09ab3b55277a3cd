import type { OfficeInfo } from './office.ts'

/**
 * The office with the letters that its numbers carry: all services of an agency share its code and so one series, any other
 * service has its own letter.
 */
export function withSeries(office: OfficeInfo): OfficeInfo {
  const codes = new Map(office.agencies.map(agency => [agency.id, agency.code]))
  if (codes.size === 0) return office
  const services = office.services.map(service => {
    const letter = (service.agency !== null && codes.get(service.agency)) || service.letter
    return letter === service.letter ? service : { ...service, letter }
  })
  return { ...office, services }
}
