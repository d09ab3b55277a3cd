import { LitElement, css, html, nothing } from 'lit'
import { customElement, property, query, state } from 'lit/decorators.js'
import { takesPeople } from '../../../shared/office/offered.ts'
import type { OfficeInfo } from '../../../shared/office/office.ts'
import type { Ticket } from '../../../shared/queue/day.ts'
import type { Part } from '../../../shared/queue/steps/part.ts'
import { allServicesOf } from '../../../shared/queue/steps/planning.ts'
import { sheetText as words } from '../../../shared/text/desk-sheets.ts'
import { LangController, t } from '../../../shared/web/lang.ts'
import { baseStyles } from '../../../shared/web/ui/base-styles.ts'
import { emit } from '../../../shared/web/ui/emit.ts'
import '../../../shared/web/ui/ui-banner.ts'
import '../../../shared/web/ui/ui-dialog.ts'
import '../../parts/service-search.ts'
import type { ServiceSearch } from '../../parts/service-search.ts'

/** Asks which service comes after what the visit at the counter is for already. Raises `step` with all that is still to come, or `dismiss`. */
@customElement('desk-step')
export class DeskStep extends LitElement {
  static override styles = [
    baseStyles,
    css`
      ui-dialog {
        --dialog-pad: 1.3rem 1.4rem 1.2rem;
      }
      /* The list of answers hangs below the field, within the dialog. */
      service-search {
        min-height: min(19rem, 50vh);
        margin-top: 0.9rem;
      }
    `,
  ]

  @property({ attribute: false }) office!: OfficeInfo
  @property({ attribute: false }) ticket!: Ticket
  @state() private chosen = ''
  @state() private case: string | undefined
  @query('service-search') private search!: ServiceSearch

  constructor() {
    super()
    new LangController(this)
  }

  protected override firstUpdated(): void {
    void this.updateComplete.then(() => this.search.focus())
  }

  protected override render() {
    // What the visit is for already can be no further step of it.
    const known = allServicesOf(this.ticket)
    const services = this.office.services.filter(s => takesPeople(s) && !known.includes(s.id))
    return html`<ui-dialog
      open
      kind="plain"
      heading=${t(words['step.title'], { number: this.ticket.number })}
      primary=${t(words['step.add'])}
      secondary=${t(words.cancel)}
      @primary=${() => this.#add()}
      @secondary=${() => emit(this, 'dismiss')}
      @dismiss=${() => emit(this, 'dismiss')}
    >
      <p>${t(words['step.lead'])}</p>
      <service-search
        .office=${{ ...this.office, services }}
        .value=${this.chosen}
        label=${t(words['step.service'])}
        @input=${() => (this.chosen = '')}
        @service=${(e: CustomEvent<string>) => ([this.chosen, this.case] = [e.detail, undefined])}
        @case=${(e: CustomEvent<string>) => (this.case = e.detail)}
        @keydown=${this.#onKey}
      ></service-search>
      ${services.length === 0 ? html`<ui-banner>${t(words['step.none'])}</ui-banner>` : nothing}
    </ui-dialog>`
  }

  // Enter chooses first, as it does wherever a service is looked for; the next one adds.
  readonly #onKey = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' && !event.defaultPrevented && this.chosen !== '') this.#add()
  }

  #add(): void {
    if (this.chosen === '') return this.search.focus()
    const part: Part = { serviceId: this.chosen, ...(this.case === undefined ? {} : { case: this.case }) }
    emit(this, 'step', [...(this.ticket.later ?? []), part])
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'desk-step': DeskStep
  }
}
