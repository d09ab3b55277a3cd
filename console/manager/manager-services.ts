import { html, type TemplateResult } from 'lit'
import type { UnitFigures } from '../../shared/officer/figures.ts'
import { EDGE_FROM, MEDIAN_FROM } from '../../shared/officer/few.ts'
import type { OfficeInfo } from '../../shared/office/office.ts'
import { isKnown } from '../../shared/tables/work-tables.ts'
import { managerText } from '../../shared/text/manager.ts'
import { numberText } from '../../shared/text/text.ts'
import { lang, t } from '../../shared/web/lang.ts'
import '../../shared/web/ui/ui-table.ts'
import '../parts/table-export.ts'
import { cellOf, minutesOf, shareText, shutNote, waitOf } from '../parts/report-format.ts'

type Row = UnitFigures['services'][number]

const count = (n: number) => numberText(n, lang())

/** The columns by their heads: what stands in the cell. */
const COLUMNS: readonly (readonly [keyof typeof managerText, (r: Row) => string | TemplateResult])[] = [
  ['officers.tickets', r => count(r.tickets)],
  ['officers.wait', r => cellOf(waitOf(r.wait.p50, lang()), r.wait.n, lang())],
  ['officers.wait90', r => cellOf(waitOf(r.wait.p90, lang()), r.wait.n, lang())],
  ['officers.services', r => count(r.served)],
  ['officers.serveHead', r => cellOf(minutesOf(r.serve.p50, lang()), r.serve.n, lang())],
  ['officers.missed', r => count(r.missed)],
  ['officers.away', r => awayText(r.bookings)],
]

/** Per service: how many came, how long they waited in its line and were served, and who did not come. */
export function servicesPane(figures: UnitFigures, office: OfficeInfo): TemplateResult {
  const nameOf = (id: string) => {
    const service = office.services.find(s => s.id === id)
    return service ? t(service.name) : id
  }
  const heading = t(managerText['officers.perService'])
  return html`<section class="pane" aria-label=${heading}>
    <header>
      <h2>${heading}</h2>
      <span class="note">${t(managerText['officers.orderServices'])}</span>
    </header>
    <ui-table
      cards
      caption="${heading}: ${t(managerText['officers.table'])}"
      .columns=${[
        { key: 'name', label: t(managerText['live.service']) },
        ...COLUMNS.map(([key]) => ({ key, label: t(managerText[key]), numeric: true })),
      ]}
      .rows=${figures.services.filter(isKnown).map(r => ({
        id: r.id,
        cells: {
          name: html`<b>${nameOf(r.id)}</b>`,
          ...Object.fromEntries(COLUMNS.map(([key, cell]) => [key, cell(r)])),
        },
      }))}
    ></ui-table>
    <table-export
      officeId=${office.id}
      name=${heading}
      .of=${{ table: 'services', from: figures.from, to: figures.to }}
    ></table-export>
    ${shutNote(figures.services, lang())}
    <p class="note">${t(managerText['officers.how'], { median: MEDIAN_FROM, edge: EDGE_FROM })}</p>
  </section>`
}

function awayText({ came, missed }: Row['bookings']): string {
  const all = came + missed
  return all === 0
    ? t(managerText.none)
    : `${shareText(missed, all, lang())} ${t(managerText['unit.of'], { n: count(all) })}`
}
