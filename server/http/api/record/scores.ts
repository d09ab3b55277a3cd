import type { PersonRow } from '../../../../shared/officer/score/told.ts'
import type { FixedPeriod } from '../../../../shared/survey/fixed-periods.ts'
import type { Offices } from '../../../services/office/offices.ts'
import type { Readings } from '../../../services/oversight/readings.ts'
import type { PeriodRows, Scores } from '../../../services/score/scores.ts'
import type { Team } from '../../../services/oversight/team.ts'
import { mount, type Door } from '../../mount.ts'

/** Scores of closed periods: the own one, and those of others where they are open. */
export function mountScores(
  door: Door,
  deps: {
    readonly scores: Scores
    readonly offices: Pick<Offices, 'get'>
    readonly readings: Pick<Readings, 'note'>
    readonly team: Pick<Team, 'within'>
  },
): void {
  const { scores, offices, readings, team } = deps

  const note = (office: string, officerId: string, readerId: string, { key }: FixedPeriod, forId?: string) =>
    readings.note({ office, officerId, readerId, forId, what: 'score', period: key })

  /** Each reading is on record before it is handed out; `forOf` says for whom the reader stands in. */
  async function noted(
    office: string,
    readerId: string,
    told: PeriodRows<PersonRow>,
    forOf: ReadonlyMap<string, string>,
  ) {
    for (const { officerId, versions } of told.rows)
      if (versions.length > 0) await note(office, officerId, readerId, told.period!, forOf.get(officerId))
    return { period: told.period, periods: [...told.periods], rows: [...told.rows] }
  }

  // The right asks for a member of staff, so there is one.
  mount(door, 'GET /api/me/scores', a => scores.own(a.caller.staff!, a.query.period))
  mount(door, 'POST /api/me/scores/:period/release', async a => {
    await scores.release(a.caller.staff!, a.params.period)
    return { ok: true as const }
  })
  mount(door, 'GET /api/me/team/scores', async a => {
    const staff = a.caller.staff!
    const forOf = new Map<string, string>()
    const whom = async (period: FixedPeriod) => {
      const members = await team.within(staff, period)
      for (const { id, days } of members) {
        const own = days.find(d => !d.onBehalf)
        if (!own && days[0]) forOf.set(id, days[0].of)
      }
      const { officer } = a.query
      return new Set(members.map(m => m.id).filter(id => officer === undefined || id === officer))
    }
    const told = await scores.people(staff.officeId, whom, a.query.period)
    return noted(staff.officeId, staff.id, told, forOf)
  })
  mount(door, 'GET /api/offices/:office/officer-scores', async a => {
    const { office } = a.params
    if (!offices.get(office).scoresForManager) return { allowed: false, period: null, periods: [], rows: [] }
    const everybody = await scores.people(office, async () => undefined, a.query.period)
    const told = await noted(office, a.caller.staff!.id, everybody, new Map())
    return { allowed: true, ...told }
  })
  mount(door, 'GET /api/offices/:office/counter-scores', async a => {
    const { office } = a.params
    const { period, periods, rows } = await scores.counters(office, a.query.period)
    // The score of a counter that one officer holds is that officer's.
    for (const { row, holder } of rows)
      if (holder !== undefined && row.versions.length > 0) await note(office, holder, a.caller.staff!.id, period!)
    return { period, periods: [...periods], rows: rows.map(({ row }) => row) }
  })
}
