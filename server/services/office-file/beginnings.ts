import { AppError } from '../../../shared/kit/errors.ts'
import { isOpened } from '../../../shared/office/opened.ts'
import { pickedOffice, type Picked } from '../../../shared/office/opening/picked.ts'
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
   * name, where it is, its holidays. With a pick it is only some services of the template, and hours and rules stay as well
   * where the office began with it already. Throws `NOT_FOUND`, `SERVICE_UNKNOWN`
   * for a picked one that the template has not, and `OFFICE_IS_OPEN` for an office that serves people already.
   */
  begin(office: string, template: string, by: string, pick?: Picked): Promise<OfficeInfo>
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
    async begin(id, name, by, pick) {
      const template = all().find(t => t.id === name)
      if (!template) throw new AppError('NOT_FOUND', { template: name })
      const before = deps.offices.get(id)
      mustBePreparing(before)
      const unknown = pick?.services.find(one => !template.office.services.some(s => s.id === one))
      if (unknown !== undefined) throw new AppError('SERVICE_UNKNOWN', { serviceId: unknown })
      const sample = pick ? pickedOffice(template.office, pick) : template.office
      const { seen, ...change } = withSeen(changeBetween(before, begunBy(before, sample, pick !== undefined)), before)
      const act = { who: by, what: 'office.template', detail: { template: name }, fits: mustBePreparing }
      return (await deps.effects.save(id, change, seen, undefined, act)).office
    },
  }
}

/** Asked before anything is weighed, and again in the turn of the change: it may open meanwhile. */
function mustBePreparing(office: OfficeInfo): void {
  if (isOpened(office)) throw new AppError('OFFICE_IS_OPEN')
}

/** What tells an office from all others of its kind, and its own days. */
const OWN = [
  ...(['id', 'openedAt', 'name', 'shortName', 'city', 'zone', 'accent', 'logo', 'phone', 'mapPoint'] as const),
  ...(['address', 'addressEn', 'entrance', 'entranceEn', 'alwaysOpen', 'specialHours'] as const),
  ...(['secondFactorForAll', 'roles'] as const),
]

/** The office with what a template brings; its own stays, and of one that began with it and picks among its services all else. */
export function begunBy(office: OfficeInfo, template: OfficeInfo, picks = false): OfficeInfo {
  if (picks && office.kind === template.kind && office.services.length > 0) {
    const { services, counters, agencies, areas, lifeEvents } = template
    return { ...office, services, counters, agencies, areas, lifeEvents }
  }
  const own = Object.fromEntries(OWN.filter(key => key in office).map(key => [key, office[key]])) as Pick<
    OfficeInfo,
    (typeof OWN)[number]
  >
  const holidays = office.holidays.length > 0 ? office.holidays : template.holidays
  return { ...template, ...own, holidays }
}
