import type { OfficeInfo, ServiceInfo } from '../../shared/office/office.ts'

/** The name of a counter, for example Loket 3. */
export function counterName(office: OfficeInfo, id: string): string {
  return office.counters.find(c => c.id === id)?.name ?? id
}

/** A service of the office. */
export function serviceOf(office: OfficeInfo, id: string): ServiceInfo | undefined {
  return office.services.find(s => s.id === id)
}

/** Whether a ticket number answers to what somebody typed: `24`, `a24` and `A-024` all find A-024. */
export function numberMatches(number: string, typed: string): boolean {
  const [, letters = '', digits = ''] = /^([a-z]*)0*(\d*)$/.exec(typed.toLowerCase().replace(/[^a-z\d]/g, '')) ?? []
  const [series = '', count = ''] = number.toLowerCase().split('-')
  return (letters || digits) !== '' && series.startsWith(letters) && count.replace(/^0+/, '').startsWith(digits)
}
