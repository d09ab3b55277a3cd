import { LitElement, html, nothing, type PropertyValues } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { OfficeInfo } from '../../shared/office/office.ts'
import { setupText } from '../../shared/text/setup.ts'
import { wizardText } from '../../shared/text/wizard.ts'
import { LangController, t } from '../../shared/web/lang.ts'
import type { LiveDay } from '../../shared/web/live-day.ts'
import { baseStyles } from '../../shared/web/ui/base-styles.ts'
import { icon } from '../../shared/web/ui/icons.ts'
import '../../shared/web/ui/ui-banner.ts'
import '../../shared/web/ui/ui-button.ts'
import type { StaffView } from '../parts/page.ts'
import { sentenceOf } from '../parts/sentence.ts'
import '../admin/people/people-page.ts'
import { unserved } from './grid.ts'
import { OfficeBook } from './office-book.ts'
import './step-office.ts'
import './step-opening.ts'
import './step-services.ts'
import { wizardStyles } from './wizard-styles.ts'

const STEPS = [1, 2, 3, 4, 5] as const
type Step = 2 | 3 | 4 | 5

/** Where somebody goes on who comes back: at the first thing that is missing. */
export function stepOf(office: OfficeInfo): Step {
  if (office.services.length === 0 || office.address === '') return 2
  return unserved(office).length > 0 || office.hours.every(day => day === null) ? 3 : 4
}

/** The steps from an account to an open office; each is saved as it is filled in, and may be left at any time. */
@customElement('setup-wizard')
export class SetupWizard extends LitElement {
  static override styles = [baseStyles, wizardStyles]

  @property({ attribute: false }) office!: OfficeInfo
  @property({ attribute: false }) staff!: StaffView
  @property({ attribute: false }) live!: LiveDay
  @state() private step: Step | undefined
  #book: OfficeBook | undefined

  constructor() {
    super()
    new LangController(this)
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    this.#book ??= new OfficeBook(this, this.office)
    if (changed.has('office')) this.#book.follow(this.office)
    this.step ??= stepOf(this.office)
  }

  protected override render() {
    const book = this.#book!
    return html`<nav aria-label=${t(setupText['set.steps'])}>
        <ol>
          ${STEPS.map(n => this.#rail(n))}
        </ol>
        <p class="note">${t(setupText['set.anytime'])}</p>
        <p class="note state ${book.state}" role="status">${t(wizardText[book.state])}</p>
      </nav>
      <div class="work" @step=${(e: CustomEvent<Step>) => this.#go(e.detail)}>
        ${book.error === undefined ? nothing : html`<ui-banner tone="bad" role="alert">${sentenceOf(book.error)}</ui-banner>`}
        ${book.overtaken ? html`<ui-banner tone="warn" role="alert">${t(wizardText['other.changed'])}</ui-banner>` : nothing}
        ${this.#work(book)}
      </div>
      <footer>${this.#foot()}</footer>`
  }

  #rail(n: (typeof STEPS)[number]) {
    const here = n === this.step
    const done = n < this.step!
    const label = html`<span class="n" aria-hidden="true">${done ? icon('check') : n}</span
      ><span>${t(setupText[`set.step.${n}`])}</span><span class="of">${t(setupText['set.of'], { n })}</span>`
    return html`<li class=${done ? 'done' : ''}>
      ${
        n === 1
          ? html`<span class="stop">${label}</span>`
          : html`<button type="button" class="stop" aria-current=${here ? 'step' : nothing} @click=${() => this.#go(n)}>
              ${label}
            </button>`
      }
    </li>`
  }

  #work(book: OfficeBook) {
    const { office } = book
    switch (this.step!) {
      case 2:
        return html`<step-office .office=${office} .book=${book}></step-office>`
      case 3:
        return html`<step-services .office=${office} .book=${book}></step-services>`
      case 4:
        return html`<p class="lead">
            ${t(wizardText['staff.lead'])} <a href="#/impor">${t(wizardText['staff.list'])}</a>
          </p>
          <people-page .office=${office} .staff=${this.staff} .live=${this.live}></people-page>`
      case 5:
        return html`<step-opening .office=${office} .book=${book}></step-opening>`
    }
  }

  #foot() {
    const step = this.step!
    const name = (n: Step) => t(setupText[`set.step.${n}`])
    const ready = this.#book!.office.services.filter(s => s.open && !s.retired).length
    const counts = { n: ready - unserved(this.#book!.office).length, all: ready }
    return html`<p>${step === 3 ? t(wizardText['services.ready'], counts) : nothing}</p>
      ${
        step > 2
          ? html`<ui-button @click=${() => this.#go((step - 1) as Step)}
              >${t(wizardText.back, { step: name((step - 1) as Step) })}</ui-button
            >`
          : nothing
      }
      ${
        step < 5
          ? html`<ui-button variant="primary" @click=${() => this.#go((step + 1) as Step)}
              >${t(wizardText.next, { step: name((step + 1) as Step) })}${icon('arrow')}</ui-button
            >`
          : nothing
      }`
  }

  #go(step: Step): void {
    void this.#book?.flush()
    this.step = step
    void this.updateComplete.then(() => scrollTo({ top: 0 }))
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'setup-wizard': SetupWizard
  }
}
