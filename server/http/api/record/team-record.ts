import type { TeamRecords } from '../../../services/proof/team-records.ts'
import { mount, type Door } from '../../mount.ts'

/** Records of work as others than their officers read them. */
export function mountTeamRecord(door: Door, records: TeamRecords): void {
  // The right asks for a member of staff, so there is one.
  mount(door, 'GET /api/me/team/records/:officer', async a => {
    const { days, marks, ...told } = await records.read(a.caller.staff!, a.params.officer, a.query)
    return { ...told, days: [...days], marks: { ...marks, visits: [...marks.visits] } }
  })
  mount(door, 'GET /api/me/team/clock-marks', async a => {
    const rows = await records.marks(a.caller.staff!, a.query)
    return { rows: rows.map(row => ({ ...row, visits: [...row.visits] })) }
  })
}
