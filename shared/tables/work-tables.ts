import { MINUTE } from '../kit/time.ts'
import type { Lang, Words } from '../kit/words.ts'
import type { OfficeInfo } from '../office/office.ts'
import type { DocumentFigures, UnitDocuments } from '../officer/document-figures.ts'
import type { UnitFigures, WorkFigures } from '../officer/figures.ts'
import type { WaitPercentile } from '../officer/waits.ts'
import { documentFiguresText } from '../text/application.ts'
import { managerText } from '../text/manager.ts'
import { tablesText } from '../text/tables.ts'
import { numberText } from '../text/text.ts'
import { figure, tableOf, type Cell, type Column, type Table } from './table.ts'

type ServiceRow = UnitFigures['services'][number]
type Named<Row> = Row & { readonly name: string }
type Names = Pick<OfficeInfo, 'services' | 'counters'>

const minutes = (ms: number | null) => figure(ms === null ? null : ms / MINUTE, 1)

/** Something happened in it. */
export function isKnown({ tickets, served, wait, bookings }: ServiceRow): boolean {
  return tickets + served + wait.n + bookings.missed > 0
}

/** Per service: who came, how long they waited and were served, and who did not come. */
export function servicesTable(figures: UnitFigures, office: Names, lang: Lang): Table {
  const columns: readonly Column<ServiceRow>[] = [
    [managerText['live.service'], r => serviceName(office, r.id, lang)],
    [managerText['officers.tickets'], r => figure(r.tickets)],
    [tablesText.wait, r => waited(r.wait.p50, lang)],
    [tablesText.wait90, r => waited(r.wait.p90, lang)],
    [tablesText.waitN, r => figure(r.wait.n)],
    [managerText['officers.services'], r => figure(r.served)],
    [tablesText.serve, r => minutes(r.serve.p50)],
    [tablesText.serveN, r => figure(r.serve.n)],
    [tablesText.shut, r => figure(r.shut)],
    [tablesText.unclocked, r => figure(r.unclocked)],
    [managerText['officers.missed'], r => figure(r.missed)],
    [managerText['officers.away'], r => figure(r.bookings.missed)],
    [tablesText.awayOf, r => figure(r.bookings.came + r.bookings.missed)],
  ]
  return tableOf([managerText['officers.perService']], columns, figures.services.filter(isKnown), lang)
}

/** Per counter, in the order of the office. */
export function countersTable({ counters }: UnitFigures, office: Names, lang: Lang): Table {
  const named = counters.map(c => ({ ...c, name: office.counters.find(o => o.id === c.id)?.name ?? c.id }))
  return workTable('officers.perCounter', 'live.counter', named, lang)
}

/** Per officer, in the order of the counters. */
export function officersTable({ officers }: UnitFigures, lang: Lang): Table {
  return workTable('officers.perOfficer', 'officers.name', officers, lang)
}

function workTable(
  title: 'officers.perCounter' | 'officers.perOfficer',
  head: 'live.counter' | 'officers.name',
  rows: readonly Named<WorkFigures>[],
  lang: Lang,
): Table {
  const columns: readonly Column<Named<WorkFigures>>[] = [
    [managerText[head], r => r.name],
    [managerText['officers.services'], r => figure(r.served)],
    [tablesText.serve, r => minutes(r.serve.p50)],
    [tablesText.serve90, r => minutes(r.serve.p90)],
    [tablesText.serveN, r => figure(r.serve.n)],
    [tablesText.shut, r => figure(r.shut)],
    [tablesText.unclocked, r => figure(r.unclocked)],
    [tablesText.way, r => minutes(r.way.p50)],
    [tablesText.wayN, r => figure(r.way.n)],
    [managerText['officers.missed'], r => figure(r.missed)],
    [managerText['officers.transferredHead'], r => figure(r.transferred)],
    [managerText['officers.parkedHead'], r => figure(r.parked)],
  ]
  return tableOf([managerText[title]], columns, rows, lang)
}

/** Documents against their promise, per service or per officer who served. */
export function documentsTable(
  { services, officers }: UnitDocuments,
  by: 'service' | 'officer',
  office: Names,
  lang: Lang,
): Table {
  const rows: readonly Named<DocumentFigures>[] =
    by === 'officer' ? officers : services.map(s => ({ ...s, name: serviceName(office, s.id, lang) }))
  const columns: readonly Column<Named<DocumentFigures>>[] = [
    [documentFiguresText[by], r => r.name],
    [documentFiguresText.n, r => figure(r.n)],
    [documentFiguresText.onTime, r => (r.n === 0 ? null : figure(r.onTime))],
    [tablesText.days, r => figure(r.medianDays, (r.medianDays ?? 0) % 1 === 0 ? 0 : 1)],
    [documentFiguresText.lateNow, r => figure(r.lateNow)],
    [documentFiguresText.returned, r => figure(r.returned)],
  ]
  const of: Words = documentFiguresText[by === 'officer' ? 'perOfficer' : 'perService']
  return tableOf([documentFiguresText.title, of], columns, rows, lang)
}

/** Minutes, or words where a wait is only known to be longer. */
/** A wait in minutes; `> 20` of those still waiting after so long. */
export function waited(percentile: WaitPercentile | null, lang: Lang): Cell {
  if (percentile?.over) return `> ${numberText(percentile.ms / MINUTE, lang, 1)}`
  return minutes(percentile?.ms ?? null)
}

function serviceName(office: Names, id: string, lang: Lang): string {
  const name = office.services.find(s => s.id === id)?.name
  return name ? name[lang === 'id' ? 0 : 1] : id
}
