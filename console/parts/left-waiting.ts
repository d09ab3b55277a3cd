import type { OfficeInfo } from '../../shared/office/office.ts'
import type { QueueDay } from '../../shared/queue/day.ts'
import { leftWaiting } from '../../shared/queue/leaving.ts'
import { leaveText } from '../../shared/text/leave.ts'
import { t } from '../../shared/web/lang.ts'
import { serviceOf } from './names.ts'

/** Lengths of a break that are offered, in minutes. */
export const BREAKS: readonly number[] = [5, 10, 15, 30, 60]

/** Says who would wait for nobody without this counter: how many, and for which services; empty where nobody would. */
export function leftWaitingText(office: OfficeInfo, day: QueueDay, counterId: string): string {
  const left = leftWaiting(day, day.counters[counterId]!)
  if (left.length === 0) return ''
  const services = left.map(({ serviceId, n }) => `${t(serviceOf(office, serviceId)?.name ?? ['', ''])} (${n})`)
  return t(leaveText.waiting, { n: left.reduce((sum, { n }) => sum + n, 0), services: services.join(', ') })
}
