import { LitElement, css, html, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { MOST } from '../../shared/office/structure/sound.ts'
import { wizardText } from '../../shared/text/wizard.ts'
import { LangController, t } from '../../shared/web/lang.ts'
import { baseStyles } from '../../shared/web/ui/base-styles.ts'
import { emit } from '../../shared/web/ui/emit.ts'
import '../../shared/web/ui/ui-button.ts'
import { fieldStyles } from '../parts/field-styles.ts'
import { proposedCounters, type Sample } from './sample.ts'

/** What is taken of a sample, as it is ticked. */
export interface Picked {
  readonly services: readonly string[]
  readonly counters: number
}

/** The services of a sample, each with a tick, and the number of counters. Raises `picked` with each change. */
@customElement('pick-services')
export class PickServices extends LitElement {
  static override styles = [
    baseStyles,
    fieldStyles,
    css`
      :host {
        display: grid;
        gap: 0.8rem;
      }
      ul {
        columns: 18rem auto;
        column-gap: 1.5rem;
        margin: 0;
        padding: 0;
        list-style: none;
      }
      li {
        break-inside: avoid;
      }
      li label {
        display: flex;
        gap: 0.6rem;
        align-items: center;
        min-height: max(2.4rem, var(--target));
        padding: 0.15rem 0;
        border-bottom: 1px solid var(--line);
        font-weight: 650;
        line-height: 1.25;
      }
      input[type='checkbox'] {
        flex: none;
        width: 1.35rem;
        height: 1.35rem;
        min-height: 0;
        accent-color: var(--accent);
      }
      .letter {
        flex: none;
        min-width: 1.8em;
        border-radius: 0.3em;
        background: var(--accent-soft);
        color: var(--deep);
        font-weight: 800;
        text-align: center;
      }
      .foot {
        display: flex;
        flex-wrap: wrap;
        gap: 0.6rem 1.2rem;
        align-items: end;
        justify-content: space-between;
      }
      input[type='number'] {
        width: 6rem;
        font-weight: 750;
      }
    `,
  ]

  @property({ attribute: false }) sample!: Sample
  /** The services that the office has now: ticked at first. */
  @property({ attribute: false }) has: readonly string[] = []
  @state() private ticked: ReadonlySet<string> = new Set()
  /** The number that was typed; until then it goes by what is ticked. */
  @state() private counters: number | undefined

  constructor() {
    super()
    new LangController(this)
  }

  override connectedCallback(): void {
    super.connectedCallback()
    this.ticked = new Set(this.has)
    this.#tell()
  }

  protected override render() {
    const { offers, agencies } = this.sample
    return html`<ul aria-label=${t(wizardText['pick.list'])}>
        ${offers.map(
          ({ id, letter, name }) =>
            html`<li>
              <label
                ><input
                  type="checkbox"
                  name=${id}
                  .checked=${this.ticked.has(id)}
                  @change=${(e: Event) => this.#tick(id, (e.target as HTMLInputElement).checked)}
                /><span class="letter">${letter}</span>${t(name)}</label
              >
            </li>`,
        )}
      </ul>
      <div class="foot">
        ${agencies > 0 ? nothing : this.#number()}
        <ui-button size="s" variant="plain" @click=${this.#turn}
          >${t(wizardText[this.ticked.size > 0 ? 'pick.none' : 'pick.all'])}</ui-button
        >
      </div>`
  }

  #number() {
    return html`<label class="field"
      ><span>${t(wizardText['pick.counters'])}</span
      ><input
        name="counters"
        type="number"
        min="1"
        max=${MOST.counters}
        .value=${String(this.#counters)}
        @input=${(e: Event) => this.#count((e.target as HTMLInputElement).valueAsNumber)}
    /></label>`
  }

  get #counters(): number {
    return this.counters ?? proposedCounters(this.sample, this.ticked.size)
  }

  #tick(id: string, on: boolean): void {
    const others = [...this.ticked].filter(one => one !== id)
    this.ticked = new Set(on ? [...others, id] : others)
    this.#tell()
  }

  readonly #turn = (): void => {
    this.ticked = new Set(this.ticked.size > 0 ? [] : this.sample.offers.map(o => o.id))
    this.#tell()
  }

  #count(n: number): void {
    if (!Number.isInteger(n) || n < 1 || n > MOST.counters) return
    this.counters = n
    this.#tell()
  }

  #tell(): void {
    const services = this.sample.offers.map(o => o.id).filter(id => this.ticked.has(id))
    emit(this, 'picked', { services, counters: this.#counters } satisfies Picked)
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'pick-services': PickServices
  }
}
