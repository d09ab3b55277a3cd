import { css, html, nothing } from 'lit'
import type { CounterInfo, OfficeInfo, ServiceInfo } from '../../shared/office/office.ts'
import { wizardText } from '../../shared/text/wizard.ts'
import { t } from '../../shared/web/lang.ts'
import { icon } from '../../shared/web/ui/icons.ts'
import { shortOf } from './grid.ts'

/** So many columns have room for the whole name of their counter. */
const ROOMY = 3
/** Columns beside those of the counters. */
const OTHERS = 5

/** How the papers of a row look. */
export const papersStyles = css`
  .papers {
    display: block;
    min-height: var(--target);
    padding: 0;
    font: inherit;
    font-size: 0.8rem;
    font-weight: 400;
    color: var(--accent);
    text-decoration: underline;
    text-underline-offset: 3px;
    background: none;
    border: 0;
    cursor: pointer;
  }
  td textarea {
    width: 100%;
  }
  td .field {
    text-align: start;
  }
`

interface Place {
  readonly row: number
  readonly column: number
}

/** The table of a step, how it stands and what is done in it. */
interface Table {
  readonly office: OfficeInfo
  readonly services: readonly ServiceInfo[]
  /** What the server named as not fitting, as fields of a change. */
  readonly refused: readonly string[]
  readonly at: Place
  /** The service whose papers are open. */
  readonly opened: string | undefined
  readonly keys: (event: KeyboardEvent) => void
  readonly focused: (place: Place) => void
  readonly toggle: (service: string, counter: CounterInfo, on: boolean) => void
  readonly remove: (service: ServiceInfo) => void
  readonly removeCounter: (counter: CounterInfo) => void
  readonly open: (service: string | undefined) => void
  readonly papers: (service: ServiceInfo, text: string) => void
}

/** Services by counters, with a box for each; a row opens to correct its papers. */
export function servicesTable(of: Table) {
  return html`<div class="scroll">
    <table>
      <thead>
        <tr>
          <th scope="col"><span class="vh">${t(wizardText['services.letter'])}</span></th>
          <th scope="col" class="name">${t(wizardText['services.name'])}</th>
          <th scope="col" class="more">${t(wizardText['services.cases'])}</th>
          <th scope="col" class="more">${t(wizardText['services.standard'])}</th>
          ${of.office.counters.map(counter => headOf(counter, of))}
          <th scope="col"><span class="vh">${t(wizardText['services.remove'], { service: '' })}</span></th>
        </tr>
      </thead>
      <tbody @keydown=${of.keys}>
        ${of.services.map((service, row) => [rowOf(service, row, of), papersOf(service, of)])}
      </tbody>
    </table>
  </div>`
}

/** The last counter can be taken away again: those before it have their numbers on doors and papers. */
function headOf(counter: CounterInfo, { office: { counters }, refused, removeCounter }: Table) {
  const wrong = refused.some(field => field.startsWith(`counters.${counter.id}.`))
  return html`<th scope="col" class=${wrong ? 'refused' : ''}>
    <span title=${counter.name}>${counters.length > ROOMY ? shortOf(counter) : counter.name}</span>
    ${
      counter === counters.at(-1)
        ? html`<button
            class="away"
            type="button"
            aria-label=${t(wizardText['counters.remove'], { counter: counter.name })}
            @click=${() => removeCounter(counter)}
          >
            ${icon('close')}
          </button>`
        : nothing
    }
  </th>`
}

function rowOf(service: ServiceInfo, row: number, of: Table) {
  const { counters } = of.office
  const lonely = !counters.some(c => c.services.includes(service.id))
  const refused = of.refused.some(field => field.startsWith(`services.${service.id}.`))
  return html`<tr class=${refused ? 'refused' : lonely ? 'none' : ''}>
    <td><span class="letter">${service.letter}</span></td>
    <th scope="row" class="name">${t(service.name)}${openerOf(service, of)}</th>
    <td class="more">${service.cases.length || '–'}</td>
    <td class="more">${t(wizardText['services.minutes'], { n: service.standardMinutes })}</td>
    ${counters.map((counter, column) => boxOf(service, counter, { row, column }, of))}
    <td>
      <button
        class="away"
        type="button"
        aria-label=${t(wizardText['services.remove'], { service: t(service.name) })}
        @click=${() => of.remove(service)}
      >
        ${icon('close')}
      </button>
    </td>
  </tr>`
}

/** Says how many papers people bring; where they differ from case to case, the page of the service has them. */
function openerOf({ id, name, cases, requirements }: ServiceInfo, { opened, open }: Table) {
  if (cases.length > 0) return nothing
  const n = requirements.length
  const words = t(wizardText[n === 0 ? 'services.papers.none' : 'services.papers.n'], { n })
  return html`<button
    class="papers"
    type="button"
    aria-expanded=${opened === id}
    aria-label="${t(name)}: ${words}"
    @click=${() => open(opened === id ? undefined : id)}
  >
    ${words}
  </button>`
}

function papersOf(service: ServiceInfo, { office, opened, papers }: Table) {
  if (opened !== service.id) return nothing
  return html`<tr>
    <td colspan=${OTHERS + office.counters.length}>
      <label class="field"
        ><span>${t(wizardText['services.papers.of'], { service: t(service.name) })}</span
        ><textarea
          rows=${Math.max(3, service.requirements.length + 1)}
          maxlength="4000"
          .value=${service.requirements.map(paper => paper.name[0]).join('\n')}
          @change=${(e: Event) => papers(service, (e.target as HTMLTextAreaElement).value)}
        ></textarea>
      </label>
    </td>
  </tr>`
}

function boxOf(service: ServiceInfo, counter: CounterInfo, place: Place, { at, focused, toggle }: Table) {
  const on = counter.services.includes(service.id)
  const here = at.row === place.row && at.column === place.column
  return html`<td>
    <button
      class="box"
      type="button"
      role="checkbox"
      data-at="${place.row} ${place.column}"
      tabindex=${here ? 0 : -1}
      aria-checked=${on}
      aria-label=${t(wizardText['services.cell'], { service: t(service.name), counter: counter.name })}
      @focus=${() => focused(place)}
      @click=${() => toggle(service.id, counter, on)}
    >
      ${on ? icon('check') : nothing}
    </button>
  </td>`
}
