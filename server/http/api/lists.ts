import type { Offices } from '../../services/office/offices.ts'
import { lookAtHolidays } from '../../services/office-file/lists.ts'
import type { StaffLists } from '../../services/office-file/staff-list.ts'
import type { Ctx } from '../context.ts'
import { mount, type Door } from '../mount.ts'

/** Lists that an administrator brings: holidays and staff. */
export function mountLists(
  door: Door,
  deps: {
    readonly offices: Pick<Offices, 'get'>
    readonly staff: StaffLists
    readonly originOf: (c: Ctx) => string
  },
): void {
  const bytesOf = ({ content }: { readonly content: string }) => new Uint8Array(Buffer.from(content, 'base64'))
  mount(door, 'POST /api/offices/:office/lists/holidays', async ({ params, body }) => {
    const { rows, problems } = await lookAtHolidays(bytesOf(body), deps.offices.get(params.office))
    return { rows: [...rows], problems: [...problems] }
  })
  mount(door, 'POST /api/offices/:office/lists/staff', async ({ params, body }) => {
    const { rows, problems } = await deps.staff.look(params.office, { bytes: bytesOf(body), without: body.without })
    return { rows: rows.map(r => ({ ...r, roles: [...r.roles] })), problems: [...problems] }
  })
  mount(door, 'POST /api/offices/:office/lists/staff/invite', async a => {
    const by = { who: a.by, key: a.key }
    const { problems, invited } = await deps.staff.invite(
      a.params.office,
      { bytes: bytesOf(a.body), without: a.body.without },
      by,
    )
    // Behind the #, which no server and no log ever sees.
    const url = (secret: string) => `${deps.originOf(a.c)}/console/#/tautan/${secret}`
    return {
      problems: [...problems],
      invited: invited.map(({ id, name, link }) => ({ id, name, url: url(link.secret), until: link.until })),
    }
  })
}
