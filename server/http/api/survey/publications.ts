import type { EvaluationFacts } from '../../../../shared/survey/publication/evaluation.ts'
import { evaluationLines, evaluationTable } from '../../../../shared/survey/publication/open/evaluation-table.ts'
import type { Offices } from '../../../services/office/offices.ts'
import type { Publications } from '../../../services/publication/publications.ts'
import { csvOf } from '../../../services/tables/csv.ts'
import type { Ctx } from '../../context.ts'
import { mount, type Door } from '../../mount.ts'

/** What an office publishes of its IKM. */
export function mountPublications(
  door: Door,
  deps: {
    readonly publications: Publications
    readonly evaluation: (office: string) => Promise<EvaluationFacts>
    readonly offices: Pick<Offices, 'get'>
    readonly originOf: (c: Ctx) => string
  },
): void {
  const { publications, evaluation, offices, originOf } = deps
  mount(door, 'GET /api/offices/:office/evaluation', async ({ params, query, c }) => {
    const facts = await evaluation(params.office)
    const { id, zone } = offices.get(params.office)
    const lang = query.lang ?? 'id'
    const link = `${originOf(c)}/ikm/${encodeURIComponent(id)}`
    const csv = csvOf(evaluationTable(evaluationLines(facts, { link, zone, lang }), lang))
    const content = Buffer.from(csv).toString('base64')
    return { facts, file: { name: 'bukti-evaluasi.csv', type: 'text/csv; charset=utf-8', content } }
  })
  mount(door, 'GET /api/offices/:office/publications', async a => ({
    versions: await publications.all(a.params.office),
  }))
  mount(door, 'GET /api/offices/:office/publications/:period', async a => {
    const now = await publications.preview(a.params.office, a.params.period)
    return typeof now === 'string' ? { now: null, why: now } : { now, why: null }
  })
  mount(door, 'POST /api/offices/:office/publications/:period', async a => {
    const { version: seen, reason, media } = a.body
    // The right asks for a member of staff, so there is one.
    const who = { id: a.caller.staff!.id, by: a.by }
    return { version: await publications.publish(who, a.params.office, a.params.period, { seen, reason, media }) }
  })
}
