import { byName } from '../kit/by-name.ts'
import { clockEnd, againstPromise, workingDaysFrom, type Application } from '../documents/application.ts'
import type { OpeningTable } from '../office/hours.ts'
import { grouped } from '../kit/grouped.ts'
import type { LocalDate } from '../kit/time.ts'
import type { OfficeInfo } from '../office/office.ts'
import { timesOf } from './few.ts'

/** What the figures need to know of an application. */
export type DocumentFact = Pick<
  Application,
  'serviceId' | 'officerId' | 'state' | 'promisedOn' | 'changedAt' | 'readyAt'
>

/** Documents against their promise: counts and working days, never a rating. */
export interface DocumentFigures {
  /** Promises of the period that were kept or broken by now. */
  readonly n: number
  readonly onTime: number
  /** Median working days from the promise until ready, negative when early; of a late one the days so far. `null` of too few. */
  readonly medianDays: number | null
  /** Not ready and past the promise today, whenever it was promised. */
  readonly lateNow: number
  /** Waiting for papers of the citizen today. */
  readonly returned: number
}

/** The indicator per service and per officer. Services keep the office's order, officers that of their names. */
export interface UnitDocuments {
  readonly from: LocalDate
  readonly to: LocalDate
  readonly all: DocumentFigures
  readonly services: readonly (DocumentFigures & { readonly id: string })[]
  readonly officers: readonly (DocumentFigures & { readonly id: string; readonly name: string })[]
}

/** Period, day and calendar against which the rows are read. */
export interface DocumentFrame {
  readonly from: LocalDate
  readonly to: LocalDate
  readonly today: LocalDate
  readonly office: OpeningTable
}

/**
 * The figures of some applications. A promise counts in the period of its promised date, not of its fulfilment, so a document
 * that is never finished cannot hide; one returned in time waits for the citizen and is not counted.
 */
export function documentFigures(rows: readonly DocumentFact[], frame: DocumentFrame): DocumentFigures {
  const { from, to, today, office } = frame
  const judged = rows.filter(
    row =>
      row.promisedOn >= from &&
      row.promisedOn <= to &&
      (row.readyAt !== null || againstPromise(row, today, office).late > 0),
  )
  const days = judged.map(row => workingDaysFrom(row.promisedOn, clockEnd(row, office.zone) ?? today, office))
  return {
    n: judged.length,
    onTime: days.filter(d => d <= 0).length,
    medianDays: timesOf(days).p50,
    lateNow: rows.filter(row => isLateNow(row, today, office)).length,
    returned: rows.filter(row => row.state === 'returned').length,
  }
}

/** The indicator of the whole unit. */
export function unitDocuments(
  rows: readonly DocumentFact[],
  frame: DocumentFrame & { readonly office: OpeningTable & Pick<OfficeInfo, 'services'> },
  staff: readonly { readonly id: string; readonly name: string }[],
): UnitDocuments {
  const perService = grouped(rows, row => row.serviceId)
  const perOfficer = grouped(rows, row => row.officerId)
  const known = frame.office.services.map(s => s.id)
  const ids = [...new Set([...known, ...perService.keys()])].filter(id => perService.has(id))
  return {
    from: frame.from,
    to: frame.to,
    all: documentFigures(rows, frame),
    services: ids.map(id => ({ id, ...documentFigures(perService.get(id)!, frame) })),
    officers: byName(
      [...perOfficer].map(([id, own]) => {
        return { id, name: staff.find(s => s.id === id)?.name ?? id, ...documentFigures(own, frame) }
      }),
    ),
  }
}

/** The indicator of one officer, from the rows of the whole unit. */
export function ownDocuments(officerId: string, rows: readonly DocumentFact[], frame: DocumentFrame): DocumentFigures {
  return documentFigures(
    rows.filter(row => row.officerId === officerId),
    frame,
  )
}

function isLateNow(row: DocumentFact, today: LocalDate, office: OpeningTable): boolean {
  const { late, settled } = againstPromise(row, today, office)
  return late > 0 && !settled
}
