import { MINUTE } from '../kit/time.ts'
import type { Lang } from '../kit/words.ts'
import type { OfficeInfo } from '../office/office.ts'
import { caseOf } from '../office/papers.ts'
import type { UnitFigures } from '../officer/figures.ts'
import { isOther, type MissingPaper } from '../officer/missing-papers.ts'
import { managerText } from '../text/manager.ts'
import { missingText } from '../text/result.ts'
import { tablesText } from '../text/tables.ts'
import { say } from '../text/text.ts'
import { figure, tableOf, type Table } from './table.ts'

type Names = Pick<OfficeInfo, 'services'>

/** Missing papers by month, service and case, each of how many finished visits. */
export function missingTable(papers: readonly MissingPaper[], { services }: Names, lang: Lang): Table {
  const serviceOf = (id: string) => services.find(s => s.id === id)
  const nameOf = ({ serviceId, paper }: MissingPaper) => {
    const known = serviceOf(serviceId)?.requirements.find(({ id }) => id === paper)
    return isOther({ paper }) ? say(missingText.other, lang) : known ? say(known.name, lang) : paper
  }
  const caseName = ({ serviceId, case: id }: MissingPaper) => {
    const service = serviceOf(serviceId)
    const found = service && id !== null ? caseOf(service, id) : undefined
    return found ? say(found.label, lang) : id
  }
  return tableOf(
    [missingText.title],
    [
      [missingText.month, r => r.month],
      [missingText.service, r => serviceName(services, r.serviceId, lang)],
      [missingText.case, caseName],
      [missingText.paper, nameOf],
      [tablesText.missingN, r => figure(r.n)],
      [tablesText.missingOf, r => figure(r.of)],
    ],
    papers,
    lang,
  )
}

/** The median wait of each service and hour, with on how many calls it rests; empty where few were called in it. */
export function heatTable({ heat }: UnitFigures, { services }: Names, lang: Lang): Table {
  return tableOf(
    [managerText['live.heat']],
    [
      [managerText['live.service'], r => serviceName(services, r.serviceId, lang)],
      [tablesText.hour, r => figure(r.hour)],
      [tablesText.wait, r => figure(r.waitMs === null ? null : r.waitMs / MINUTE)],
      [tablesText.waitN, r => figure(r.n)],
    ],
    heat,
    lang,
  )
}

function serviceName(services: Names['services'], id: string, lang: Lang): string {
  const service = services.find(s => s.id === id)
  return service ? say(service.name, lang) : id
}
