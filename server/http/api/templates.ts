import { officeView } from '../../../shared/contracts/office-view.ts'
import type { Beginnings } from '../../services/office-file/beginnings.ts'
import { mount, type Door } from '../mount.ts'

/** Beginning an office by a template of its kind. */
export function mountTemplates(door: Door, beginnings: Beginnings): void {
  mount(door, 'GET /api/offices/:office/templates', () => ({
    templates: beginnings.all().map(({ id, office }) => ({
      id,
      services: office.services.length,
      cases: office.services.reduce((sum, s) => sum + s.cases.length, 0),
      lifeEvents: office.lifeEvents.length,
      agencies: office.agencies.length,
      counters: office.counters.length,
      offers: office.services.map(({ id: service, letter, name }) => ({
        id: service,
        letter,
        name: [...name] as const,
      })),
    })),
  }))
  mount(door, 'POST /api/offices/:office/template', async a => {
    const { template, services, counters } = a.body
    const pick = services && { services, counters }
    return { office: officeView(await beginnings.begin(a.params.office, template, a.by, pick)) }
  })
}
