import type { Offices } from '../../services/office/offices.ts'
import { lookAtHolidays } from '../../services/office-file/lists.ts'
import type { StaffLists } from '../../services/office-file/staff-list.ts'
import type { Manager } from '../../services/identity/people.ts'
import type { Ctx } from '../context.ts'
import type { OnPeople } from './people.ts'
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
  // The right asks for a member of staff, so there is one.
  const by = ({ params, caller, scope }: OnPeople): Manager => ({ staff: caller.staff!, office: params.office, scope })
  const bytesOf = ({ content }: { readonly content: string }) => new Uint8Array(Buffer.from(content, 'base64'))
  mount(door, 'POST /api/offices/:office/lists/holidays', async ({ params, body }) => {
    const { rows, problems } = await lookAtHolidays(bytesOf(body), deps.offices.get(params.office))
    return { rows: [...rows], problems: [...problems] }
  })
  mount(door, 'POST /api/offices/:office/lists/staff', async a => {
    const { body } = a
    const { rows, problems } = await deps.staff.look(by(a), { ...body, bytes: bytesOf(body) })
    const { roles = [] } = deps.offices.get(a.params.office)
    const own = roles.filter(({ id }) => rows.some(row => row.roles.includes(id))).map(({ id, name }) => ({ id, name }))
    return { rows: rows.map(r => ({ ...r, roles: [...r.roles] })), own, problems: [...problems] }
  })
  mount(door, 'POST /api/offices/:office/lists/staff/invite', async a => {
    const list = { ...a.body, bytes: bytesOf(a.body) }
    const { problems, invited } = await deps.staff.invite(by(a), list, a.key)
    // Behind the #, which no server and no log ever sees.
    const url = (secret: string) => `${deps.originOf(a.c)}/console/#/tautan/${secret}`
    return {
      problems: [...problems],
      invited: invited.map(({ id, name, username, link }) => ({
        ...{ id, name, username },
        ...{ url: url(link.secret), until: link.until },
      })),
    }
  })
}
