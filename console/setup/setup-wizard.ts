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
import { refusedSaid } from '../admin/form/form-says.ts'
import '../admin/people/people-page.ts'
import { ask } from '../parts/ask.ts'
import { Fetched } from '../parts/fetched.ts'
import { unserved } from './grid.ts'
import { keptStep, keepStep, type Step } from './kept-step.ts'
import { OfficeBook } from './office-book.ts'
import type { Picked } from './pick-services.ts'
import type { Sample } from './sample.ts'
import './step-office.ts'
import './step-opening.ts'
import './step-services.ts'
import { wizardStyles } from './wizard-styles.ts'

const STEPS = [1, 2, 3, 4, 5] as const
const CHECK: Step = 5

/** Where somebody goes on who has not been here before: at the first thing that is missing. */
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
  /** Somebody came from the check to mend something, and goes back to it. */
  @state() private mending = false
  /** What is ticked among the services of a sample, while that is asked. */
  @state() private picked: Picked | undefined
  #book: OfficeBook | undefined
  readonly #samples = new Fetched<readonly Sample[]>(this)

  constructor() {
    super()
    new LangController(this)
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    this.#book ??= new OfficeBook(this, this.office)
    if (changed.has('office')) this.#book.follow(this.office)
    this.step ??= keptStep(this.office.id) ?? stepOf(this.office)
    const params = { office: this.office.id }
    if (this.step === 3)
      this.#samples.want(
        params.office,
        async () => (await ask('GET /api/offices/:office/templates', { params })).templates,
      )
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
      <div
        class="work"
        @step=${(e: CustomEvent<Step>) => this.#mend(e.detail)}
        @picking=${(e: CustomEvent<Picked | undefined>) => (this.picked = e.detail)}
      >
        ${book.error === undefined ? nothing : this.#refused(book)}
        ${book.overtaken ? html`<ui-banner tone="attention" role="alert">${t(wizardText['other.changed'])}</ui-banner>` : nothing}
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
          : html`<button
              type="button"
              class="stop"
              aria-current=${here ? 'step' : nothing}
              @click=${() => this.#leaveFor(n)}
            >
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
        return html`<step-services
          .office=${office}
          .book=${book}
          .samples=${this.#samples.value ?? (this.#samples.error ? [] : undefined)}
          .refused=${book.refusedFields}
        ></step-services>`
      case 4:
        return html`<p class="lead">
            ${t(wizardText['staff.lead'])} <a href="#/impor">${t(wizardText['staff.list'])}</a>
          </p>
          <people-page .office=${office} .staff=${this.staff} .live=${this.live}></people-page>`
      case 5:
        return html`<step-opening .office=${office} .book=${book}></step-opening>`
    }
  }

  #refused(book: OfficeBook) {
    return html`<ui-banner tone="bad" role="alert"
      >${refusedSaid(book.error, book.office)}
      <ui-button slot="action" size="s" @click=${() => book.giveUp()}
        >${t(wizardText['refused.giveUp'])}</ui-button
      ></ui-banner
    >`
  }

  #foot() {
    const step = this.step!
    const name = (n: Step) => t(setupText[`set.step.${n}`])
    const ready = this.#book!.office.services.filter(s => s.open && !s.retired).length
    const counts = { n: ready - unserved(this.#book!.office).length, all: ready }
    return html`<p>${step === 3 && !this.picked ? t(wizardText['services.ready'], counts) : nothing}</p>
      ${
        step > 2
          ? html`<ui-button @click=${() => this.#leaveFor((step - 1) as Step)}
              >${t(wizardText.back, { step: name((step - 1) as Step) })}</ui-button
            >`
          : nothing
      }
      ${step === 3 && this.picked ? this.#install(this.picked) : this.#on(step)}`
  }

  /** While services are picked, that is the way on. */
  #install({ services, counters }: Picked) {
    const words = this.#samples.value?.find(s => s.id === this.#book!.office.kind)?.agencies
      ? 'pick.go.hall'
      : 'pick.go'
    return html`<ui-button
      variant="primary"
      ?disabled=${services.length === 0}
      @click=${() => void this.renderRoot.querySelector('step-services')!.install()}
      >${t(wizardText[services.length === 0 ? 'pick.need' : words], { n: services.length, m: counters })}${icon('arrow')}</ui-button
    >`
  }

  #on(step: Step) {
    const name = (n: Step) => t(setupText[`set.step.${n}`])
    if (this.mending && step < CHECK)
      return html`<ui-button variant="primary" @click=${() => this.#leaveFor(CHECK)}
        >${t(wizardText['opening.back'])}${icon('arrow')}</ui-button
      >`
    return html`${
      step < CHECK
        ? html`<ui-button variant="primary" @click=${() => this.#leaveFor((step + 1) as Step)}
            >${t(wizardText.next, { step: name((step + 1) as Step) })}${icon('arrow')}</ui-button
          >`
        : nothing
    }`
  }

  #mend(step: Step): void {
    this.#go(step)
    this.mending = true
  }

  /** To another step, once this one has what is typed in it or was told to let it go. */
  #leaveFor(step: Step): void {
    const people = this.renderRoot.querySelector('people-page')
    if (people) return people.leaveFor(() => this.#go(step))
    if (this.renderRoot.querySelector('step-services')?.settle() ?? true) this.#go(step)
  }

  #go(step: Step): void {
    void this.#book?.flush()
    this.mending = false
    this.picked = undefined
    this.step = step
    keepStep(this.office.id, step)
    void this.updateComplete.then(() => scrollTo({ top: 0 }))
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'setup-wizard': SetupWizard
  }
}
