import type { Logos } from '../../../services/office/logos.ts'
import { mount, type Door } from '../../mount.ts'

/** The logo of an office: kept first, shown once a setting names it. */
export function mountLogo(door: Door, logos: Logos): void {
  mount(door, 'POST /api/offices/:office/logo', async a => {
    const by = { who: a.by, office: a.params.office }
    const { id, width, height } = await logos.keep(Buffer.from(a.body.content, 'base64'), by)
    return { logo: id, width, height }
  })
}
