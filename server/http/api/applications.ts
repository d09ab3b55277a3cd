import type { Applications } from '../../services/documents/applications.ts'
import type { NameSearch } from '../../services/documents/name-search.ts'
import { mount, type Door } from '../mount.ts'

/** Applications: list, steps, late opening, and the indicator. */
export function mountApplications(door: Door, applications: Applications, nameSearch: NameSearch): void {
  mount(door, 'GET /api/offices/:office/applications', a => applications.list(a.params.office, a.query, a.scope))
  // The right asks for a member of staff, so there is one.
  mount(door, 'POST /api/offices/:office/applications/search', a =>
    nameSearch.find(a.params.office, a.body, a.caller.staff!.id, a.scope),
  )
  mount(door, 'POST /api/offices/:office/applications/:application/advance', async a => ({
    application: await applications.advance(a.params.office, a.params.application, a.body, {
      who: a.by,
      commandId: a.key,
    }),
  }))
  mount(door, 'POST /api/offices/:office/applications/:application/new-date', async a => ({
    application: await applications.newDate(
      a.params.office,
      a.params.application,
      { ...a.body, note: a.body.note ?? null },
      { who: a.by, commandId: a.key },
    ),
  }))
  mount(door, 'POST /api/offices/:office/tickets/:ticket/application', async a => ({
    application: await applications.open(a.params.office, a.params.ticket, {
      who: a.by,
      commandId: a.key,
      // The right asks for a member of staff, so there is one.
      officerId: a.caller.staff!.id,
      leads: a.caller.staff!.permissions.has('queue.free'),
    }),
  }))
  mount(door, 'GET /api/offices/:office/application-figures', a => applications.unit(a.params.office, a.query, a.scope))
  // The right asks for a member of staff, so there is one.
  mount(door, 'GET /api/me/application-figures', a => applications.own(a.caller.staff!, a.query))
}
