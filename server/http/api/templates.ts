import { officeView } from '../../../shared/contracts/office-view.ts'
import type { Beginnings } from '../../services/office-file/beginnings.ts'
import { mount, type Door } from '../mount.ts'

/** Beginning an office by a template of its kind. */
export function mountTemplates(
  door: Door,
  {
    beginnings,
    record,
  }: {
    beginnings: Beginnings
    record: (who: string, what: string, detail: Record<string, unknown>) => Promise<void>
  },
): void {
  mount(door, 'GET /api/offices/:office/templates', () => ({
    templates: beginnings.all().map(({ id, office }) => ({
      id,
      services: office.services.length,
      cases: office.services.reduce((sum, s) => sum + s.cases.length, 0),
      lifeEvents: office.lifeEvents.length,
      agencies: office.agencies.length,
      counters: office.counters.length,
    })),
  }))
  mount(door, 'POST /api/offices/:office/template', async a => {
    const office = await beginnings.begin(a.params.office, a.body.template, a.by)
    await record(a.by, 'office.template', { office: office.id, template: a.body.template })
    return { office: officeView(office) }
  })
}
