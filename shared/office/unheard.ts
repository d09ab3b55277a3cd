import type { Area } from './agencies.ts'
import type { OfficeInfo } from './office.ts'

/**
 * Areas with counters whose calls no display shows or speaks: none is placed there, and none is there for the whole hall. `placed` are
 * the areas of the displays; one that the office has struck is the whole hall. Without any display nothing is told of areas.
 */
export function unheardAreas(
  { areas, counters }: Pick<OfficeInfo, 'areas'> & { readonly counters: readonly { readonly area: string | null }[] },
  placed: readonly (string | null)[],
): readonly Area[] {
  if (placed.length === 0 || placed.some(area => !areas.some(a => a.id === area))) return []
  return areas.filter(a => !placed.includes(a.id) && counters.some(c => c.area === a.id))
}
