import type { Calendars, Month } from '../../../services/daily/calendar.ts'
import { mount, type Door } from '../../mount.ts'

/** The calendar of a month, and absences. */
export function mountCalendar(door: Door, calendars: Calendars): void {
  const shown = ({ today, days, absences }: Month) => ({ today, days: [...days], absences: [...absences] })
  // Where a right or a sign-in is asked for, there is a member of staff.
  mount(door, 'GET /api/me/calendar/:month', async a => shown(await calendars.own(a.caller.staff!, a.params.month)))
  mount(door, 'POST /api/me/absences', async a => ({ absence: await calendars.ask(a.caller.staff!, a.body, a.key) }))
  mount(door, 'POST /api/me/absences/:absence/withdraw', async a => {
    await calendars.withdraw(a.caller.staff!, a.params.absence)
    return { ok: true as const }
  })
  mount(door, 'GET /api/me/team/absences', async a => ({ absences: [...(await calendars.waiting(a.caller.staff!))] }))
  mount(door, 'POST /api/me/team/absences/:absence/decide', async a => {
    await calendars.decide(a.caller.staff!, a.params.absence, a.body)
    return { ok: true as const }
  })
  mount(door, 'GET /api/me/team/calendar/:officer/:month', async a =>
    shown(await calendars.read(a.caller.staff!, a.params.officer, a.params.month)),
  )
}
