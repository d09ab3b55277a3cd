import { LitElement, css, html, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { repeat } from 'lit/directives/repeat.js'
import type { CounterInfo, OfficeInfo } from '../../shared/office/office.ts'
import type { QueueDay } from '../../shared/queue/day.ts'
import { waitingFor } from '../../shared/queue/policy.ts'
import { deskText } from '../../shared/text/desk.ts'
import { rosterText } from '../../shared/text/roster.ts'
import { LangController, lang, t } from '../../shared/web/lang.ts'
import { baseStyles } from '../../shared/web/ui/base-styles.ts'
import { emit } from '../../shared/web/ui/emit.ts'
import '../../shared/web/ui/ui-button.ts'
import '../../shared/web/ui/ui-key.ts'
import '../../shared/web/ui/ui-tag.ts'
import { WindowKeys } from '../../shared/web/window-keys.ts'
import { ask } from '../parts/ask.ts'
import { OwnPlan } from '../roster/own-plan.ts'
import { placeSays, turnOf } from '../roster/roster-says.ts'
import { serviceNames } from './desk.ts'
import { lastCounter } from './last-counter.ts'

/** Where does the officer sit today? Raises `sit` with the counter's id. */
@customElement('desk-counters')
export class DeskCounters extends LitElement {
  static override styles = [
    baseStyles,
    css`
      :host {
        display: block;
        max-width: 62rem;
        margin: 1rem auto;
      }
      h1 {
        font-size: 1.9rem;
      }
      ul {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(17rem, 1fr));
        gap: 0.75rem;
        margin-top: 1.2rem;
      }
      ui-button {
        width: 100%;
        height: 100%;
        --button-pad: 0.9rem 1rem;
      }
      .words {
        flex: 1;
        line-height: 1.4;
      }
      .words span {
        display: block;
        font-size: 0.875rem;
        font-weight: 550;
      }
      .words .name {
        display: flex;
        gap: 0.5rem;
        align-items: center;
        font-size: 1.25rem;
        font-weight: 800;
      }
      .words .planned {
        font-weight: 750;
        color: var(--accent);
      }
      ui-key {
        align-self: flex-start;
      }
    `,
  ]

  @property({ attribute: false }) office!: OfficeInfo
  @property({ attribute: false }) day!: QueueDay
  @property({ attribute: false }) now = 0
  /** The counter that is being opened. */
  @property() busy = ''
  @property({ type: Boolean }) disabled = false
  /** Somebody sat here a moment ago: no counter has the focus, so that the next press of a habit opens none. */
  @property({ type: Boolean }) calm = false
  @state() private names: ReadonlyMap<string, string> = new Map()
  readonly #plan = new OwnPlan(this)
  /** The counter that had the focus at the beginning, which the planned one may take over. */
  #begun: Element | undefined

  constructor() {
    super()
    new LangController(this)
    new WindowKeys(this, { down: event => this.#onKey(event), listening: () => !this.disabled && !this.busy })
  }

  protected override firstUpdated(): void {
    void this.#readNames()
    if (this.calm) return this.renderRoot.querySelector('h1')?.focus()
    this.#focusFirst()
  }

  protected override willUpdate(): void {
    this.#plan.want(this.now)
  }

  protected override updated(): void {
    // The plan may come a moment later; whoever has moved on by then is left where they are.
    if (this.#planned && this.#begun && this.#begun === this.shadowRoot!.activeElement) this.#focusFirst()
  }

  /** The planned counter has the focus first, then the one of last time, then any that is free. */
  #focusFirst(): void {
    const buttons = [...this.renderRoot.querySelectorAll('ui-button')]
    const of = (id: string | null | undefined) => buttons.find(b => b.dataset['counter'] === id)
    const start = [of(this.#planned?.counterId), of(lastCounter()), ...buttons].find(b => b && !b.disabled)
    this.#begun = this.#planned ? undefined : start
    void start?.updateComplete.then(() => start.focus())
  }

  get #planned() {
    return this.#plan.shiftAt(this.office, this.now)
  }

  /** The planned counter stands first; each keeps the key of its place in the office. */
  get #offered(): readonly (readonly [CounterInfo, number])[] {
    const all = this.office.counters.map((counter, i) => [counter, i + 1] as const)
    const planned = this.#planned?.counterId
    return [...all.filter(([c]) => c.id === planned), ...all.filter(([c]) => c.id !== planned)]
  }

  protected override render() {
    return html`<h1 tabindex="-1">${t(deskText['sit.title'])}</h1>
      <p class="soft">${t(deskText['sit.lead'])}</p>
      <ul>
        ${repeat(
          this.#offered,
          ([counter]) => counter.id,
          ([counter, place]) => html`<li>${this.#counter(counter, place)}</li>`,
        )}
      </ul>`
  }

  #counter(counter: CounterInfo, place: number) {
    const taken = this.#taken(counter)
    const key = place < 10 ? String(place) : ''
    return html`<ui-button
      layout="start"
      ?disabled=${taken || this.disabled}
      ?busy=${this.busy === counter.id}
      shortcut=${key}
      data-counter=${counter.id}
      @click=${() => emit(this, 'sit', counter.id)}
    >
      <span class="words">
        <span class="name"
          >${counter.name}${
            counter.id === lastCounter() ? html`<ui-tag tone="go">${t(deskText['sit.last'])}</ui-tag>` : nothing
          }</span
        >
        ${
          this.#planned?.counterId === counter.id
            ? html`<span class="planned"
                >${t(rosterText['desk.planned'], {
                  place: placeSays(this.office, counter.id),
                  ...turnOf(this.#planned),
                })}</span
              >`
            : nothing
        }
        <span>${this.#sitter(counter, taken)}</span>
        <span class="soft"
          >${serviceNames(this.office, counter.services, lang())},
          ${t(deskText['sit.waiting'], { n: waitingFor(this.day, counter.services) })}</span
        >
      </span>
      ${key ? html`<ui-key>${key}</ui-key>` : nothing}
    </ui-button>`
  }

  #taken(counter: CounterInfo): boolean {
    return (this.day.counters[counter.id]?.state ?? 'closed') !== 'closed'
  }

  #sitter(counter: CounterInfo, taken: boolean): string {
    if (!taken) return t(deskText['sit.free'])
    const name = this.names.get(this.day.counters[counter.id]?.officerId ?? '')
    return name ? t(deskText['sit.by'], { name }) : t(deskText['sit.byOther'])
  }

  async #readNames(): Promise<void> {
    // Names only explain who sits where; without them the list still works.
    const answer = await ask('GET /api/offices/:office/day', { params: { office: this.office.id } }).catch(() => null)
    if (answer) this.names = new Map(answer.staff.map(s => [s.id, s.name]))
  }

  #onKey(event: KeyboardEvent): void {
    const counter = this.office.counters[Number(event.key) - 1]
    if (counter && !this.#taken(counter)) emit(this, 'sit', counter.id)
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'desk-counters': DeskCounters
  }
}
