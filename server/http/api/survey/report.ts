import type { Reports } from '../../../services/report/reports.ts'
import { mount, type Door } from '../../mount.ts'

/** Official reports of closed periods: what was decided of them, and their files, which are on record before they are given. */
export function mountReports(
  door: Door,
  {
    reports,
    record,
  }: {
    readonly reports: Reports
    readonly record: (who: string, what: string, detail: Record<string, unknown>) => Promise<void>
  },
): void {
  mount(door, 'GET /api/offices/:office/reports/:period', a => reports.view(a.params.office, a.params.period))
  mount(door, 'POST /api/offices/:office/reports/:period', async a => ({
    // The right asks for a member of staff, so there is one.
    version: await reports.save(
      { id: a.caller.staff!.id, by: a.by },
      a.params.office,
      a.params.period,
      a.body.draft,
      a.body.version,
    ),
  }))
  mount(door, 'POST /api/offices/:office/reports/:period/file', async a => {
    const file = await reports.file(a.params.office, a.params.period, a.body)
    await record(a.by, 'report.taken', { ...a.params, ...a.body })
    return file
  })
}
