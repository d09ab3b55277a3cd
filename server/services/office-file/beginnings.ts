import { AppError } from '../../../shared/kit/errors.ts'
import { isOpened } from '../../../shared/office/opened.ts'
import type { OfficeInfo } from '../../../shared/office/office.ts'
import { changeBetween } from '../../../shared/office/structure/between.ts'
import { withSeen } from '../../../shared/office/structure/change.ts'
import type { Offices } from '../office/offices.ts'
import type { Effects } from '../queue/touched.ts'
import { templatesIn, type Template } from './templates.ts'

/** Offices of a kind, with which somebody who prepares one may begin. */
export interface Beginnings {
  all(): readonly Template[]
  /**
   * Gives an office in preparation the services, counters, hours and rules of a template; what tells it from others stays: its
   * name, where it is, its holidays. Throws `NOT_FOUND`, and `OFFICE_IS_OPEN` for one that serves people already.
   */
  begin(office: string, template: string, by: string): Promise<OfficeInfo>
}

export function createBeginnings(deps: {
  readonly folder: string
  readonly offices: Pick<Offices, 'get'>
  readonly effects: Pick<Effects, 'save'>
}): Beginnings {
  let read: readonly Template[] | undefined
  // Read when somebody prepares an office, and then kept: the files do not change while the program runs.
  const all = () => (read ??= templatesIn(deps.folder))
  return {
    all,
    async begin(id, name, by) {
      const template = all().find(t => t.id === name)
      if (!template) throw new AppError('NOT_FOUND', { template: name })
      const before = deps.offices.get(id)
      if (isOpened(before)) throw new AppError('OFFICE_IS_OPEN')
      const { seen, ...change } = withSeen(changeBetween(before, begunBy(before, template.office)), before)
      return (await deps.effects.save(id, change, seen, undefined, { by })).office
    },
  }
}

/** What tells an office from all others of its kind, and its own days. */
const OWN = [
  ...(['id', 'openedAt', 'name', 'shortName', 'city', 'zone', 'accent', 'phone', 'mapPoint'] as const),
  ...(['address', 'addressEn', 'entrance', 'entranceEn', 'alwaysOpen', 'specialHours'] as const),
  ...(['secondFactorForAll'] as const),
]

function begunBy(office: OfficeInfo, template: OfficeInfo): OfficeInfo {
  const own = Object.fromEntries(OWN.map(key => [key, office[key]])) as Pick<OfficeInfo, (typeof OWN)[number]>
  const holidays = office.holidays.length > 0 ? office.holidays : template.holidays
  return { ...template, ...own, holidays }
}
