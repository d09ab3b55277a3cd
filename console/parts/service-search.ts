import { takesPeople } from '../../shared/office/offered.ts'
import { LitElement, css, html, nothing } from 'lit'
import { customElement, property, query, state } from 'lit/decorators.js'
import type { LocalDate } from '../../shared/kit/time.ts'
import { eventOn } from '../../shared/office/agency-days.ts'
import type { OfficeInfo, ServiceInfo } from '../../shared/office/office.ts'
import type { LifeEvent } from '../../shared/office/life-events.ts'
import { caseNamed } from '../../shared/search/case-named.ts'
import { typedIn } from '../../shared/search/begun.ts'
import { eventsNamed } from '../../shared/search/life-events.ts'
import { adviceOf, type Answer } from '../../shared/search/search.ts'
import { frontText } from '../../shared/text/front-desk.ts'
import { LangController, t } from '../../shared/web/lang.ts'
import { countUnfound } from '../../shared/web/unfound.ts'
import { baseStyles } from '../../shared/web/ui/base-styles.ts'
import { emit } from '../../shared/web/ui/emit.ts'
import { rovingStep } from '../../shared/web/ui/roving.ts'
import { fieldStyles } from './field-styles.ts'

const MOST_SHOWN = 6
/** Of hundreds of services a list says nothing: letters do. */
const MOST_LISTED = 24
const MOST_ELSEWHERE = 2

/** One line of the list: a service, or an event of life with several. */
type Choice = ServiceInfo | LifeEvent

/** What is shown of an answer; with `none`, nothing was found and only advice remains. */
interface Answered extends Pick<Answer, 'elsewhere' | 'asked'> {
  readonly found: readonly Choice[]
  readonly none: boolean
}

/** Finds a service by everyday words: type, arrows to another one, Enter. Raises `service` with its id, and `life-event` behind it where an event was chosen. */
@customElement('service-search')
export class ServiceSearch extends LitElement {
  static override shadowRootOptions: ShadowRootInit = { ...LitElement.shadowRootOptions, delegatesFocus: true }

  static override styles = [
    baseStyles,
    fieldStyles,
    css`
      :host {
        position: relative;
        display: block;
      }
      input {
        width: 100%;
        margin-top: 0.3rem;
        font-size: 1.05rem;
        font-weight: 650;
      }
      input::placeholder {
        color: var(--soft);
        font-weight: 450;
        opacity: 1;
      }
      .popup {
        position: absolute;
        z-index: 3;
        left: 0;
        right: 0;
        margin-top: 0.2rem;
        padding: 0.25rem;
        border: 1.5px solid var(--accent);
        border-radius: var(--r-m);
        background: var(--surface);
      }
      [role='option'] {
        display: flex;
        gap: 0.7rem;
        align-items: baseline;
        padding: 0.4rem 0.6rem;
        border-radius: var(--r-s);
        cursor: pointer;
      }
      [role='option'] b {
        min-width: 1.6rem;
      }
      [role='option'] small {
        color: var(--soft);
      }
      [role='option'][aria-selected='true'] {
        background: var(--accent-soft);
        box-shadow: inset 0.3rem 0 0 var(--accent);
      }
      [role='listbox'] {
        max-height: 19rem;
        overflow: auto;
      }
      .none {
        padding: 0.4rem 0.6rem;
      }
    `,
  ]

  @property({ attribute: false }) office!: OfficeInfo
  /** The service chosen; empty for none yet. */
  @property() value = ''
  /** The event of life chosen; its first service is the value. */
  @property() event = ''
  /** Whether events of life may be chosen too. */
  @property({ type: Boolean }) events = false
  /** The day for which one is chosen, where it is chosen for a day: an event begins with what is there. */
  @property() date: LocalDate | undefined
  /** Ids of services that are closed for a while; they can be chosen, and say so. */
  @property({ attribute: false }) closed: readonly string[] = []
  @property() label = ''
  @state() private typed: string | undefined
  @state() private at = 0
  @query('input') private field!: HTMLInputElement

  constructor() {
    super()
    new LangController(this)
  }

  protected override render() {
    const chosen =
      this.office.lifeEvents.find(e => e.id === this.event) ?? this.office.services.find(s => s.id === this.value)
    const open = this.typed !== undefined
    const answer = open ? this.#answer() : undefined
    const found = answer?.found ?? []
    return html`<label class="field" for="field"><span>${this.label || t(frontText['service.label'])}</span></label>
      <input
        id="field"
        type="text"
        role="combobox"
        autocomplete="off"
        aria-expanded=${open ? 'true' : 'false'}
        aria-controls="list"
        aria-autocomplete="list"
        aria-activedescendant=${found[this.at] ? `option-${this.at}` : nothing}
        placeholder=${t(frontText['service.hint'])}
        .value=${this.typed ?? (chosen ? t(chosen.name) : '')}
        @focus=${() => this.field.select()}
        @input=${this.#onInput}
        @keydown=${this.#onKey}
        @blur=${this.#leave}
      />
      <div class="popup" ?hidden=${!open}>
        <div role="status">${answer?.asked ? this.#said(answer) : nothing}</div>
        <div id="list" role="listbox" aria-label=${t(frontText['service.list'])} ?hidden=${found.length === 0}>
          ${found.map((choice, place) => this.#option(choice, place))}
        </div>
      </div>`
  }

  protected override updated(): void {
    this.renderRoot.querySelector(`#option-${this.at}`)?.scrollIntoView({ block: 'nearest' })
  }

  #option(choice: Choice, place: number) {
    return html`<div
      id="option-${place}"
      role="option"
      aria-selected=${place === this.at ? 'true' : 'false'}
      @pointerdown=${(e: Event) => {
        e.preventDefault()
        this.#choose(choice)
      }}
    >
      ${'parts' in choice ? this.#event(choice) : this.#service(choice)}
    </div>`
  }

  #event({ name, detail }: LifeEvent) {
    return html`<b>1</b><span>${t(name)} <small>${t(detail)}</small></span>`
  }

  #service(service: ServiceInfo) {
    const agency = this.office.agencies.find(a => a.id === service.agency)
    const note =
      this.closed.includes(service.id) || !takesPeople(service) ? 'closed' : service.booking ? undefined : 'walkIn'
    return html`<b>${service.letter}</b
      ><span>${t(service.name)}${agency ? html` <small>${t(agency.name)}</small>` : nothing}</span>${
        note ? html`<small>${t(frontText[`service.${note}`])}</small>` : nothing
      }`
  }

  #said({ elsewhere, none }: Answered) {
    return html`${none ? html`<p class="none wrong">${t(frontText['service.none'])}</p>` : nothing}${elsewhere.map(
      ({ name, where }) =>
        html`<p class="none">${t(frontText['service.elsewhere'], { name: t(name), where: t(where) })}</p>`,
    )}`
  }

  /** The best few with advice behind them; the whole list while nothing is looked for. */
  #answer(): Answered {
    const answer = typedIn(this.office, this.typed ?? '')
    if (!answer.asked) {
      const all = this.events ? this.office.lifeEvents.filter(this.#isThere) : []
      return { ...answer, found: [...answer.services.slice(0, MOST_LISTED), ...all], none: false }
    }
    const best = answer.services.slice(0, MOST_SHOWN)
    const advice = adviceOf(this.office)
    const { meant, also } = this.events ? eventsNamed(this.office, this.typed ?? '') : { meant: [], also: [] }
    return {
      found: [
        ...meant.filter(this.#isThere),
        ...(advice && !best.includes(advice) ? [...best, advice] : best),
        ...also.filter(this.#isThere),
      ],
      elsewhere: answer.elsewhere.slice(0, MOST_ELSEWHERE),
      asked: true,
      none: best.length + meant.length + also.length === 0,
    }
  }

  readonly #isThere = (event: LifeEvent): boolean => eventOn(this.office, event, this.date).there.length > 0

  readonly #onInput = (): void => {
    this.typed = this.field.value
    // Nothing was found: advice stands there, but Enter takes it only when it was meant.
    this.at = this.#answer().none ? -1 : 0
  }

  readonly #onKey = (event: KeyboardEvent): void => {
    const arrow = event.key === 'ArrowDown' || event.key === 'ArrowUp'
    if (arrow && this.typed === undefined) {
      // An arrow on a chosen service opens the whole list, beginning with the first.
      event.preventDefault()
      this.typed = ''
      this.at = 0
      return
    }
    if (this.typed === undefined) return
    const { found } = this.#answer()
    if (arrow) {
      event.preventDefault()
      this.at = rovingStep(event.key, this.at, found.length) ?? 0
    } else if (event.key === 'Enter' || (event.key === 'Tab' && this.typed !== '')) {
      const choice = found[this.at]
      if (event.key === 'Enter') event.preventDefault()
      if (choice) this.#choose(choice)
    } else if (event.key === 'Escape') {
      event.stopPropagation()
      this.typed = undefined
    }
  }

  #choose(choice: Choice): void {
    const first = 'parts' in choice ? eventOn(this.office, choice, this.date).there[0]! : undefined
    const service = first?.service ?? (choice as ServiceInfo)
    const named = first ? first.part.caseId : caseNamed(service, this.typed ?? '')
    this.#leave()
    this.value = service.id
    this.event = first ? choice.id : ''
    emit(this, 'service', service.id)
    if (named) emit(this, 'case', named)
    if (first) emit(this, 'life-event', choice.id)
  }

  readonly #leave = (): void => {
    const { none, elsewhere } = this.#answer()
    if (none && elsewhere.length === 0) countUnfound(this.office.id, this.typed ?? '')
    this.typed = undefined
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'service-search': ServiceSearch
  }
}
