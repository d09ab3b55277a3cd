import { officeView } from '../../../../shared/contracts/office-view.ts'
import { isOpened } from '../../../../shared/office/opened.ts'
import { require as needs } from '../../../services/identity/access.ts'
import type { Manager } from '../../../services/identity/people.ts'
import type { MoreOffices } from '../../../services/office-file/more-offices.ts'
import type { Offices } from '../../../services/office/offices.ts'
import type { Ctx } from '../../context.ts'
import { mount, type Asked, type Door } from '../../mount.ts'

/** More than one office in an installation. */
export function mountMoreOffices(
  door: Door,
  deps: {
    readonly more: MoreOffices
    readonly offices: Pick<Offices, 'all'>
    readonly originOf: (c: Ctx) => string
    /** A new office is there: every page that lists them hears of it. */
    readonly begun: (office: string) => Promise<unknown>
  },
): void {
  const { more, offices } = deps
  const by = (a: Pick<Asked<'GET /api/offices/:office/offices'>, 'params' | 'caller' | 'scope'>): Manager => ({
    ...{ staff: a.caller.staff!, office: a.params.office, scope: a.scope },
  })
  const nameOf = (id: string) => offices.all().find(o => o.id === id)?.name ?? id

  mount(door, 'GET /api/offices/:office/offices', async a => ({
    offices: offices.all().map(o => ({
      ...{ id: o.id, name: o.name, city: o.city, zone: o.zone, opened: isOpened(o) },
      mine: a.caller.staff!.offices.includes(o.id),
    })),
    guests: (await more.guests(a.params.office)).map(({ id, name, home }) => ({ id, name, office: nameOf(home) })),
  }))
  mount(door, 'POST /api/offices/:office/offices', async a => {
    // Whoever is only trusted with settings makes no accounts.
    needs(a.caller, 'staff.manage', a.params.office)
    const { office, link } = await more.begin(by(a), a.body, a.key)
    await deps.begun(office.id)
    const url = link && `${deps.originOf(a.c)}/console/#/tautan/${link.secret}`
    return { office: officeView(office), link: link && { url: url!, until: link.until } }
  })
  mount(door, 'POST /api/offices/:office/guests/:person/end', async a => {
    await more.dismiss(by(a), a.params.person)
    return { ok: true as const }
  })
}
