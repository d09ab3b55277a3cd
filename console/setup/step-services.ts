import { LitElement, html, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { CounterInfo, OfficeInfo, ServiceInfo } from '../../shared/office/office.ts'
import { wizardText } from '../../shared/text/wizard.ts'
import { LangController, t } from '../../shared/web/lang.ts'
import { baseStyles } from '../../shared/web/ui/base-styles.ts'
import { icon } from '../../shared/web/ui/icons.ts'
import '../../shared/web/ui/ui-banner.ts'
import '../../shared/web/ui/ui-button.ts'
import { fieldStyles } from '../parts/field-styles.ts'
import { paneStyles } from '../parts/pane-styles.ts'
import { freeLetter, newId, nextCounter, unserved } from './grid.ts'
import type { OfficeBook } from './office-book.ts'
import './setup-days.ts'
import { stepStyles } from './step-styles.ts'

/** So many services without a counter are named; more are a number. */
const MOST_NAMED = 3

/** Which counter serves what: one box for each, touched or by the keys; and the hours at their side. */
@customElement('step-services')
export class StepServices extends LitElement {
  static override styles = [baseStyles, fieldStyles, paneStyles, stepStyles]

  @property({ attribute: false }) office!: OfficeInfo
  @property({ attribute: false }) book!: OfficeBook
  /** The service that was taken away last, until something else is done. */
  @state() private removed: { readonly service: ServiceInfo; readonly counters: readonly string[] } | undefined
  /** The box that the keys are at: a row and a column. */
  @state() private at = { row: 0, column: 0 }

  constructor() {
    super()
    new LangController(this)
  }

  get #services(): readonly ServiceInfo[] {
    return this.office.services.filter(s => !s.retired)
  }

  protected override render() {
    return html`<header>
        <div>
          <h1>${t(wizardText['services.title'])}</h1>
          <p>${t(wizardText['services.lead'])}</p>
        </div>
        <ui-button size="s" @click=${this.#addCounter}>${icon('plus')}${t(wizardText['counters.add'])}</ui-button>
      </header>
      <div class="cols wide">
        <section class="pane grid" aria-label=${t(wizardText['services.grid'])}>
          ${this.removed ? this.#undo(this.removed) : nothing}
          ${this.#services.length === 0 ? html`<p class="note">${t(wizardText['services.none'])}</p>` : this.#grid()}
          ${this.#add()}
        </section>
        <div class="stack">
          ${this.#gaps()}
          <setup-days .office=${this.office} .book=${this.book}></setup-days>
        </div>
      </div>`
  }

  #grid() {
    const { counters } = this.office
    return html`<div class="scroll">
      <table>
        <thead>
          <tr>
            <th scope="col"><span class="vh">${t(wizardText['services.letter'])}</span></th>
            <th scope="col" class="name">${t(wizardText['services.name'])}</th>
            <th scope="col" class="more">${t(wizardText['services.cases'])}</th>
            <th scope="col" class="more">${t(wizardText['services.standard'])}</th>
            ${counters.map(counter => this.#head(counter))}
            <th scope="col"><span class="vh">${t(wizardText['services.remove'], { service: '' })}</span></th>
          </tr>
        </thead>
        <tbody @keydown=${this.#keys}>
          ${this.#services.map((service, row) => this.#row(service, row))}
        </tbody>
      </table>
    </div>`
  }

  /** The last counter can be taken away again: those before it have their numbers on doors and papers. */
  #head(counter: CounterInfo) {
    const isLast = counter === this.office.counters.at(-1)
    return html`<th scope="col">
      <span title=${counter.name}>${shortOf(counter)}</span>
      ${
        isLast
          ? html`<button
              class="away"
              type="button"
              aria-label=${t(wizardText['counters.remove'], { counter: counter.name })}
              @click=${() => this.book.edit({ counters: [{ id: counter.id, removed: true }] })}
            >
              ${icon('close')}
            </button>`
          : nothing
      }
    </th>`
  }

  #row(service: ServiceInfo, row: number) {
    const { counters } = this.office
    const lonely = !counters.some(c => c.services.includes(service.id))
    return html`<tr class=${lonely ? 'none' : ''}>
      <td><span class="letter">${service.letter}</span></td>
      <th scope="row" class="name">${t(service.name)}</th>
      <td class="more">${service.cases.length || '–'}</td>
      <td class="more">${t(wizardText['services.minutes'], { n: service.standardMinutes })}</td>
      ${counters.map((counter, column) => this.#box(service, counter, row, column))}
      <td>
        <button
          class="away"
          type="button"
          aria-label=${t(wizardText['services.remove'], { service: t(service.name) })}
          @click=${() => this.#remove(service)}
        >
          ${icon('close')}
        </button>
      </td>
    </tr>`
  }

  #box(service: ServiceInfo, counter: CounterInfo, row: number, column: number) {
    const on = counter.services.includes(service.id)
    const here = this.at.row === row && this.at.column === column
    return html`<td>
      <button
        class="box"
        type="button"
        role="checkbox"
        data-at="${row} ${column}"
        tabindex=${here ? 0 : -1}
        aria-checked=${on}
        aria-label=${t(wizardText['services.cell'], { service: t(service.name), counter: counter.name })}
        @focus=${() => (this.at = { row, column })}
        @click=${() => this.#toggle(service.id, counter, on)}
      >
        ${on ? icon('check') : nothing}
      </button>
    </td>`
  }

  #toggle(id: string, counter: CounterInfo, on: boolean): void {
    this.removed = undefined
    const services = on ? counter.services.filter(s => s !== id) : [...counter.services, id]
    this.book.edit({ counters: [{ id: counter.id, services }] })
  }

  readonly #keys = (event: KeyboardEvent): void => {
    const step = { ArrowDown: [1, 0], ArrowUp: [-1, 0], ArrowRight: [0, 1], ArrowLeft: [0, -1] }[event.key]
    if (!step || !(event.target as Element).matches('.box')) return
    event.preventDefault()
    const row = Math.min(this.#services.length - 1, Math.max(0, this.at.row + step[0]!))
    const column = Math.min(this.office.counters.length - 1, Math.max(0, this.at.column + step[1]!))
    this.renderRoot.querySelector<HTMLElement>(`[data-at="${row} ${column}"]`)?.focus()
  }

  #undo({ service, counters }: NonNullable<StepServices['removed']>) {
    return html`<ui-banner tone="info"
      >${t(wizardText['services.removed'], { service: t(service.name) })}
      <ui-button slot="action" size="s" @click=${() => this.#bringBack(service, counters)}
        >${t(wizardText['services.undo'])}</ui-button
      ></ui-banner
    >`
  }

  #remove(service: ServiceInfo): void {
    const counters = this.office.counters.filter(c => c.services.includes(service.id)).map(c => c.id)
    this.book.edit({ services: [{ id: service.id, removed: true }] })
    this.removed = { service, counters }
  }

  #bringBack(service: ServiceInfo, counters: readonly string[]): void {
    this.removed = undefined
    const { requirements, cases, ...rest } = service
    this.book.edit({
      services: [{ ...rest, asking: { requirements, cases } }],
      counters: this.office.counters
        .filter(c => counters.includes(c.id))
        .map(c => ({ id: c.id, services: [...c.services, service.id] })),
    })
  }

  #add() {
    return html`<form class="add" @submit=${this.#onAdd}>
      <label class="field"
        ><span>${t(wizardText['services.new'])}</span><input name="name" required maxlength="120" autocomplete="off"
      /></label>
      <label class="field letterfield"
        ><span>${t(wizardText['services.letter'])}</span
        ><input name="letter" maxlength="2" pattern="[A-HJ-NP-Za-hj-np-z]{1,2}" .value=${freeLetter(this.office)}
      /></label>
      <ui-button size="s" @click=${(e: Event) => (e.target as HTMLElement).closest('form')!.requestSubmit()}
        >${t(wizardText['services.add'])}</ui-button
      >
    </form>`
  }

  readonly #onAdd = (event: SubmitEvent): void => {
    event.preventDefault()
    const form = event.target as HTMLFormElement
    const typed = (name: string) => String(new FormData(form).get(name) ?? '').trim()
    if (typed('name') === '') return
    this.removed = undefined
    this.book.edit({
      services: [
        {
          id: newId(this.office, typed('name')),
          name: [typed('name'), typed('name')],
          letter: typed('letter').toUpperCase() || freeLetter(this.office),
        },
      ],
    })
    form.reset()
  }

  readonly #addCounter = (): void => {
    const n = nextCounter(this.office)
    this.book.edit({ counters: [{ id: n, name: t(wizardText['counters.new'], { n }) }] })
  }

  #gaps() {
    const missing = unserved(this.office)
    if (missing.length === 0) return nothing
    const some = missing.slice(0, MOST_NAMED).map(s => t(s.name))
    const rest = missing.length - some.length
    const service = rest > 0 ? `${some.join(', ')}, +${rest}` : some.join(', ')
    return html`<ui-banner tone="warn" role="status"
      ><b>${t(wizardText['services.unserved'], { service })}</b> ${t(wizardText['services.unserved.why'])}</ui-banner
    >`
  }
}

/** In a narrow column a counter is known by its number, where it has one. */
function shortOf({ name }: CounterInfo): string {
  return /\d+$/.exec(name)?.[0] ?? name
}

declare global {
  interface HTMLElementTagNameMap {
    'step-services': StepServices
  }
}
