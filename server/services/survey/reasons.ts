import { AppError } from '../../../shared/kit/errors.ts'
import { heldThroughout } from '../../../shared/office/former.ts'
import type { Scope } from '../../../shared/office/scope.ts'
import { fixedPeriod, type FixedPeriod } from '../../../shared/survey/fixed-periods.ts'
import {
  readable,
  reasonFloors,
  serviceReasons,
  suggestionsAmong,
  type ReasonsView,
} from '../../../shared/survey/reasons.ts'
import { waitingParts } from '../../../shared/survey/kept-back.ts'
import { partsOfNames } from '../../../shared/survey/redaction/names.ts'
import { decidingDays, showings } from '../../../shared/survey/showing.ts'
import type { Database } from '../../store/open/database.ts'
import { staffOfOffice } from '../../store/staff.ts'
import { rated, reasonsGiven, written } from '../../store/survey-sums.ts'
import type { Offices } from '../office/offices.ts'
import type { Openings } from '../score/openings.ts'

/** What citizens gave as reasons and suggested, by service and closed month and never of few. */
export interface Reasons {
  view(office: string, month: string, scope?: Scope): Promise<ReasonsView>
  /** The suggestions themselves, one service at a time. Throws `FORBIDDEN` while they are held back. */
  suggestions(office: string, month: string, service: string, scope?: Scope): Promise<readonly string[]>
}

export function createReasons({
  db,
  offices,
  openings,
}: {
  db: Database
  offices: Pick<Offices, 'get' | 'byDay' | 'today'>
  openings: Pick<Openings, 'closedUntil'>
}): Reasons {
  const floorsOf = (id: string) => reasonFloors(offices.get(id).minRatings)

  async function shownOf(id: string, period: FixedPeriod) {
    const { services } = offices.get(id)
    const rows = await rated(db, id, decidingDays(period), 'service')
    const of = showings(rows, { period, floors: floorsOf(id), today: offices.today(id) })
    const until = await openings.closedUntil(id, period)
    const waits = waitingParts(rows, 'service', { period, of, until })
    const shown = services.map(({ id: serviceId }) => ({
      serviceId,
      showing: waits(serviceId) ?? of({ kind: 'service', id: serviceId }),
    }))
    return { shown, floors: { ...floorsOf(id), waits: until !== undefined } }
  }

  return {
    async view(office, month, scope = null) {
      const period = monthOf(month)
      const part = { officeId: office, from: period.from, to: period.to }
      const [hall, { shown, floors }, given, texts] = await Promise.all([
        offices.byDay(office),
        shownOf(office, period),
        reasonsGiven(db, part),
        written(db, part),
      ])
      // What an agency does not see is decided with what it sees, so that both together tell of nobody.
      const own = shown.filter(({ serviceId }) =>
        heldThroughout(hall, scope, { kind: 'service', id: serviceId }, period),
      )
      return { period, services: own.map(of => serviceReasons(of, given, texts, floors)) }
    },

    async suggestions(office, month, service, scope = null) {
      const period = monthOf(month)
      if (!heldThroughout(await offices.byDay(office), scope, { kind: 'service', id: service }, period))
        throw new AppError('FORBIDDEN', { service })
      const { shown, floors } = await shownOf(office, period)
      const found = shown.find(({ serviceId }) => serviceId === service)
      if (!found) throw new AppError('NOT_FOUND', { service })
      if (!('through' in found.showing)) throw new AppError('FORBIDDEN', { month })
      const part = { officeId: office, serviceId: service, from: period.from, to: period.to }
      const texts = suggestionsAmong(await written(db, part), service, floors)
      if (!texts) throw new AppError('FORBIDDEN', { month })
      const staff = await staffOfOffice(db, office)
      return readable(texts, partsOfNames(staff.map(({ name }) => name)))
    },
  }
}

function monthOf(key: string): FixedPeriod {
  const period = fixedPeriod(key)
  if (period?.kind === 'month') return period
  throw new AppError('BAD_REQUEST', { where: 'query', field: 'month', problem: 'no such month' })
}
