import type { OfficeInfo } from '../../../shared/office/office.ts'
import { unheardAreas } from '../../../shared/office/unheard.ts'
import { adminText } from '../../../shared/text/admin.ts'
import { t } from '../../../shared/web/lang.ts'

type Placed = { readonly id: string; readonly kind: string; readonly area: string | null }

/** What nobody hears any more once a device is taken out: calls of areas, or of the whole hall without any display. */
export function unheardWithout(office: OfficeInfo, devices: readonly Placed[], gone: Placed | undefined): string {
  if (gone?.kind !== 'display') return ''
  const displays = devices.filter(d => d.kind === 'display')
  const left = displays.filter(d => d.id !== gone.id).map(d => d.area)
  if (left.length === 0) return t(adminText['devices.revoke.last'])
  const before = unheardAreas(
    office,
    displays.map(d => d.area),
  )
  const lost = unheardAreas(office, left).filter(area => !before.some(({ id }) => id === area.id))
  const names = lost.map(area => t(area.name)).join(', ')
  return lost.length === 0 ? '' : t(adminText['devices.revoke.unheard'], { names })
}
