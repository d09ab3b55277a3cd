import { waitUntil } from '@open-wc/testing'
import type { TicketFact, VisitFact } from '../../shared/officer/facts.ts'
import { unitFigures } from '../../shared/officer/unit-figures.ts'
import { answering, at, NOW, office } from './console-pages.ts'
import * as facts from './unit-facts.ts'

export const FIGURES = 'GET /api/offices/samarinda/figures'

/** A visit of so many minutes at a counter, of a ticket that was called as it was promised. */
export const visit = (officerId: string, counterId: string, minutes: number): VisitFact =>
  facts.visit({ officerId, counterId, endedAt: at('09:21') + minutes * 60_000 })
export const five = (officerId: string, counterId: string, minutes: number) =>
  Array.from({ length: 5 }, () => visit(officerId, counterId, minutes))

const called = ({ no }: VisitFact): TicketFact => facts.ticket({ no, endedAt: at('09:30') })

export function figures(visits: readonly VisitFact[]) {
  const staff = [
    { id: 'p2', name: 'Petugas 2 (contoh)' },
    { id: 'p9', name: 'Petugas 9 (contoh)' },
  ]
  return unitFigures(
    { tickets: visits.map(called), visits, outages: [] },
    { from: facts.DATE, to: facts.DATE, now: NOW, office, staff },
  )
}

export let server: ReturnType<typeof answering>
/** Answers the requests of a page until the server is restored. */
export const answer = (answers: Readonly<Record<string, unknown>>) => (server = answering(answers))
export const settled = (page: { shadowRoot: ShadowRoot | null }) =>
  waitUntil(() => !page.shadowRoot!.querySelector('ui-state:not([kind="empty"])'), 'the page has its figures')
