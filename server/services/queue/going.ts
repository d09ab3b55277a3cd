import { foundIn } from '../../../shared/kit/found-in.ts'
import { AppError } from '../../../shared/kit/errors.ts'
import type { OfficeInfo } from '../../../shared/office/office.ts'
import type { OfficeChange } from '../../../shared/office/structure/change.ts'
import type { Unsound } from '../../../shared/office/structure/sound.ts'
import { ticketsOf, type QueueDay } from '../../../shared/queue/day.ts'
import { allServicesOf } from '../../../shared/queue/steps/planning.ts'
import { accountsOf } from '../../store/accounts/accounts.ts'
import type { Database } from '../../store/open/database.ts'
import { staffById } from '../../store/staff.ts'
import { bookedDates } from '../../store/tickets.ts'
import { usedServices } from '../../store/versions/versions.ts'
import type { Offices } from '../office/offices.ts'
import type { QueueDays } from './queue-days.ts'

/** What may go from an office, and what somebody still has to do with. */
export interface Going {
  /**
   * Nothing goes that somebody has come for, at which somebody is, or to which somebody belongs. Holds for as long as nobody acts
   * upon the office. Throws `STRUCTURE_UNSOUND`.
   */
  mayGo(after: OfficeInfo, change: OfficeChange): Promise<void>
  /** Which of these services anybody has used, or goes on to on a day that is open. */
  usedOf(office: string, services: readonly string[]): Promise<readonly string[]>
}

export function createGoing({ db, offices, days }: { db: Database; offices: Offices; days: QueueDays }): Going {
  /** Counters that leave the agency of whoever is at them: they could neither finish there nor close. */
  async function movedAway(after: OfficeInfo, day: QueueDay): Promise<readonly string[]> {
    const moved: string[] = []
    for (const was of offices.get(after.id).counters) {
      const is = after.counters.find(c => c.id === was.id)
      const { state = 'closed', officerId } = foundIn(day.counters, was.id) ?? {}
      if (!is || is.agency === was.agency || state === 'closed' || officerId === undefined) continue
      const agency = (await staffById(db, officerId))?.agency ?? null
      if (agency !== null && agency !== is.agency) moved.push(was.id)
    }
    return moved
  }

  async function usedOf(id: string, ids: readonly string[]): Promise<readonly string[]> {
    if (ids.length === 0) return []
    const today = offices.today(id)
    const open = new Set([today, ...(await bookedDates(db, id, today))])
    const tickets = (await Promise.all([...open].map(date => days.day(id, date)))).flatMap(day => [...ticketsOf(day)])
    const used = new Set([...(await usedServices(db, id, ids)), ...tickets.flatMap(allServicesOf)])
    return ids.filter(service => used.has(service))
  }

  return {
    usedOf,
    async mayGo(after, { services = [], counters = [], agencies = [] }) {
      const { id } = after
      const gone = (list: readonly { readonly id: string; readonly removed?: true | undefined }[]) =>
        list.filter(member => member.removed).map(member => member.id)
      const day = await days.today(id)
      const used = await usedOf(id, gone(services))
      const attended = gone(counters).filter(c => (foundIn(day.counters, c)?.state ?? 'closed') !== 'closed')
      const moved = await movedAway(after, day)
      const struck = gone(agencies)
      const belonging = struck.length === 0 ? [] : (await accountsOf(db, id)).filter(a => a.active).map(a => a.agency)
      const peopled = struck.filter(agency => belonging.includes(agency))
      const problems: Unsound[] = [
        ...used.map(of => ({ field: `services.${of}.removed`, problem: 'serviceUsed' as const, with: of })),
        ...attended.map(of => ({ field: `counters.${of}.removed`, problem: 'counterAttended' as const, with: of })),
        ...moved.map(of => ({ field: `counters.${of}.agency`, problem: 'counterAttended' as const, with: of })),
        ...peopled.map(of => ({ field: `agencies.${of}.removed`, problem: 'agencyPeopled' as const, with: of })),
      ]
      if (problems.length > 0) throw new AppError('STRUCTURE_UNSOUND', { problems })
    },
  }
}
