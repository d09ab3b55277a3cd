import type { Application } from '../../shared/documents/application.ts'
import type { OpeningTable } from '../../shared/office/hours.ts'
import { demoOffice } from '../../server/demo/samarinda.ts'
import { atClock } from '../../shared/kit/time.ts'
import type { Database } from '../../server/store/open/database.ts'
import { ticketRow } from './entries.ts'

/** Monday to Friday, with Wednesday 17 June 2026 a holiday. */
export const calendar: OpeningTable = { ...demoOffice, alwaysOpen: false, holidays: ['2026-06-17'] }

export const wita = (date: string, time = '10:00') => atClock(date, time, 'WITA')

/** An application opened on Tuesday 9 June 2026, promised for Friday the 12th; give what differs. */
export function applicationOf(but: Partial<Application> = {}): Application {
  return {
    id: 'app-1',
    ticketId: 'ticket-1',
    officeId: 'samarinda',
    serviceId: 'akta-kelahiran',
    officerId: 'p1',
    number: 'C-012',
    visitedOn: '2026-06-09',
    openedAt: wita('2026-06-09'),
    promisedOn: '2026-06-12',
    workingDays: 3,
    state: 'received',
    before: null,
    reason: null,
    changedAt: wita('2026-06-09'),
    readyAt: null,
    handedAt: null,
    delay: null,
    steps: 0,
    ...but,
  }
}

let tickets = 0

/** Writes the ticket whose visit an application is of. */
export async function ticketOf({ kysely }: Database, { ticketId, visitedOn, officeId }: Application): Promise<void> {
  const row = { ...ticketRow(5_000 + (tickets += 1), { date: visitedOn, office: officeId }), id: ticketId }
  await kysely.insertInto('tickets').values(row).execute()
}
