import { AppError } from '../../../shared/kit/errors.ts'
import type { Offices } from '../../services/office/offices.ts'
import type { Rehearsal } from '../../services/opening/rehearsal.ts'
import { mount, type Door } from '../mount.ts'

/** The rehearsal day; a program that listens by itself has none. */
export function mountRehearsal(door: Door, offices: Pick<Offices, 'get'>, rehearsal?: Rehearsal): void {
  const known = (office: string) => {
    offices.get(office)
    if (!rehearsal) throw new AppError('NOT_FOUND')
    return rehearsal
  }
  mount(door, 'GET /api/offices/:office/rehearsal', ({ params }) => known(params.office).look(params.office))
  mount(door, 'POST /api/offices/:office/rehearsal', async ({ params, by }) => {
    await known(params.office).begin(params.office, by)
    return { ok: true }
  })
  mount(door, 'POST /api/offices/:office/rehearsal/end', async ({ params, by }) => {
    await known(params.office).end(params.office, by)
    return { ok: true }
  })
}
