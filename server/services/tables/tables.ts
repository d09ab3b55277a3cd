import type { Input, Reply } from '../../../shared/contracts/api.ts'
import type { TableName } from '../../../shared/contracts/table-routes.ts'
import { AppError } from '../../../shared/kit/errors.ts'
import { officeDate } from '../../../shared/kit/time.ts'
import type { Lang } from '../../../shared/kit/words.ts'
import type { Scope } from '../../../shared/office/scope.ts'
import { figure, tableOf, type Table } from '../../../shared/tables/table.ts'
import { methodsTable, ratingsTable, unsurTable } from '../../../shared/tables/quality-tables.ts'
import { reasonsTable, suggestionsTable } from '../../../shared/tables/reason-tables.ts'
import { countersTable, documentsTable, officersTable, servicesTable } from '../../../shared/tables/work-tables.ts'
import { heatTable, missingTable } from '../../../shared/tables/count-tables.ts'
import { applicationStateText, applicationText } from '../../../shared/text/application.ts'
import { searchesText } from '../../../shared/text/searches.ts'
import { tablesText } from '../../../shared/text/tables.ts'
import { say } from '../../../shared/text/text.ts'
import type { Applications } from '../documents/applications.ts'
import type { Offices } from '../office/offices.ts'
import type { Unfound } from '../office/unfound.ts'
import type { Figures } from '../officer/figures.ts'
import type { MissingPapers } from '../officer/missing-papers.ts'
import type { Quality } from '../survey/quality.ts'
import type { Reasons } from '../survey/reasons.ts'
import { csvOf } from './csv.ts'
import { xlsxOf } from './xlsx.ts'

type Asked = Input<'POST /api/offices/:office/tables'>['body']
type File = Reply<'POST /api/offices/:office/tables'>

/** The type of a file by its format. */
export const TYPES = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  pdf: 'application/pdf',
} as const

/** What each table is of, as it is called. */
const OF: Readonly<Record<TableName, readonly ('from' | 'to' | 'period' | 'service' | 'counter')[]>> = {
  services: ['from', 'to'],
  counters: ['from', 'to'],
  officers: ['from', 'to'],
  documentServices: ['from', 'to'],
  documentOfficers: ['from', 'to'],
  applications: [],
  missingPapers: ['from', 'to'],
  heat: ['from', 'to'],
  unsur: ['period', 'service', 'counter'],
  methods: ['period', 'service', 'counter'],
  ratings: ['period'],
  reasons: ['period'],
  suggestions: ['period', 'service'],
  searches: [],
}

/** Tables that only the whole office has; they are no part of it. */
const OF_THE_WHOLE: readonly TableName[] = ['ratings', 'searches']

/** Tables of the manager's pages as files. */
export interface Tables {
  file(office: string, asked: Asked, scope: Scope): Promise<File>
}

export function createTables(deps: {
  offices: Offices
  figures: Figures
  missing: Pick<MissingPapers, 'unit'>
  applications: Pick<Applications, 'unit' | 'underWay'>
  quality: Quality
  reasons: Reasons
  unfound: Pick<Unfound, 'words'>
}): Tables {
  const { offices, figures, missing, applications, quality, reasons, unfound } = deps

  async function tableFor(id: string, asked: Asked, scope: Scope): Promise<Table> {
    // Names alone, which hang in the hall for everybody; also of what is another agency's by now.
    const office = offices.get(id)
    const { lang, period, service, counter } = asked
    switch (asked.table) {
      case 'services':
        return servicesTable(await figures.unit(id, asked, scope), office, lang)
      case 'counters':
        return countersTable(await figures.unit(id, asked, scope), office, lang)
      case 'officers':
        return officersTable(await figures.unit(id, asked, scope), lang)
      case 'documentServices':
        return documentsTable(await applications.unit(id, asked, scope), 'service', office, lang)
      case 'documentOfficers':
        return documentsTable(await applications.unit(id, asked, scope), 'officer', office, lang)
      case 'applications':
        return openApplications(id, lang, scope)
      case 'missingPapers':
        return missingTable(await missing.unit(id, asked, scope), office, lang)
      case 'heat':
        return heatTable(await figures.unit(id, asked, scope), office, lang)
      case 'unsur':
        return unsurTable(await quality.ikm(id, { period, service, counter }, scope), office, lang)
      case 'methods':
        return methodsTable(await quality.ikm(id, { period, service, counter }, scope), office, lang)
      case 'ratings':
        return ratingsTable(await quality.ratings(id, period), lang)
      case 'reasons':
        return reasonsTable(await reasons.view(id, period ?? '', scope), office, lang)
      case 'suggestions':
        return suggestionsTable(await reasons.suggestions(id, period ?? '', service ?? '', scope), lang)
      case 'searches':
        return tableOf(
          [searchesText.title],
          [
            [searchesText.week, r => ({ date: r.week })],
            [searchesText.word, r => r.word],
            [searchesText.n, r => figure(r.n)],
          ],
          await unfound.words(id),
          lang,
        )
    }
  }

  /** What is under way, as the list of documents shows it: numbers, no names. */
  async function openApplications(id: string, lang: Lang, scope: Scope): Promise<Table> {
    const { zone, services } = offices.get(id)
    const nameOf = (of: string) => {
      const service = services.find(s => s.id === of)
      return service ? say(service.document?.name ?? service.name, lang) : of
    }
    return tableOf(
      [applicationText.title],
      [
        [applicationText.number, a => a.number],
        [tablesText.opened, a => ({ date: a.visitedOn })],
        [applicationText.service, a => nameOf(a.serviceId)],
        [applicationText.state, a => say(applicationStateText[a.state], lang)],
        [applicationText.promised, a => ({ date: a.promisedOn })],
        [tablesText.late, a => figure(a.late)],
        [applicationText.since, a => ({ date: officeDate(a.changedAt, zone) })],
      ],
      await applications.underWay(id, scope),
      lang,
    )
  }

  return {
    async file(id, asked, scope) {
      if (scope !== null && OF_THE_WHOLE.includes(asked.table)) throw new AppError('FORBIDDEN')
      const table = await tableFor(id, asked, scope)
      const bytes = asked.format === 'csv' ? csvOf(table) : await xlsxOf(table)
      const of = OF[asked.table].flatMap(part => asked[part] ?? [])
      return {
        name: `${[asked.table, ...of].join('_')}.${asked.format}`,
        type: TYPES[asked.format],
        content: Buffer.from(bytes).toString('base64'),
      }
    },
  }
}
