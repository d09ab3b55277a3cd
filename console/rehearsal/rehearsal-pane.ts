import { LitElement, css, html, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { OfficeInfo } from '../../shared/office/office.ts'
import { rehearsalText as words } from '../../shared/text/rehearsal.ts'
import { actOf } from '../../shared/web/act.ts'
import { LangController, t } from '../../shared/web/lang.ts'
import { loadAnew } from '../../shared/web/rehearsal.ts'
import { baseStyles } from '../../shared/web/ui/base-styles.ts'
import { emit } from '../../shared/web/ui/emit.ts'
import { icon } from '../../shared/web/ui/icons.ts'
import '../../shared/web/ui/ui-banner.ts'
import '../../shared/web/ui/ui-button.ts'
import { ask } from '../parts/ask.ts'
import { Fetched } from '../parts/fetched.ts'
import { factsStyles, paneStyles } from '../parts/pane-styles.ts'
import { sentenceOf } from '../parts/sentence.ts'
import { lastRehearsal } from './last-rehearsal.ts'

/** What a rehearsal day is, and its beginning: everything goes on in the program of the rehearsal, so the page loads anew. */
@customElement('rehearsal-pane')
export class RehearsalPane extends LitElement {
  static override styles = [
    baseStyles,
    paneStyles,
    factsStyles,
    css`
      :host {
        display: block;
      }
      .what {
        margin-top: 0.4rem;
        font-size: 0.9rem;
      }
      ul {
        display: grid;
        gap: 0.4rem;
        margin: 0;
        padding: 0;
        list-style: none;
      }
      ui-banner {
        margin-bottom: 0.8rem;
      }
    `,
  ]

  @property({ attribute: false }) office!: OfficeInfo
  readonly #act = actOf(() => this.requestUpdate())

  readonly #people = new Fetched<{ readonly nobody: boolean; readonly invited: boolean }>(this)
  readonly #devices = new Fetched<{ readonly none: boolean }>(this)

  constructor() {
    super()
    new LangController(this)
  }

  protected override willUpdate(): void {
    const params = { office: this.office.id }
    // Each is a hint: who may not read one is told nothing of it.
    this.#people.want(params.office, async () => {
      const { people } = await ask('GET /api/offices/:office/people', { params })
      const officers = people.filter(p => p.roles.includes('officer'))
      return {
        nobody: !officers.some(p => p.state === 'active'),
        invited: officers.some(p => p.state === 'invited'),
      }
    })
    this.#devices.want(params.office, async () => {
      const { devices } = await ask('GET /api/offices/:office/devices', { params })
      return { none: devices.length === 0 }
    })
  }

  protected override render() {
    return html`<section class="pane" aria-labelledby="rehearsal">
      <header>
        <h2 id="rehearsal">${t(words.title)}</h2>
        <span class="note">${t(words.minutes)}</span>
      </header>
      <p class="what">${t(words.what)}</p>
      <dl>
        <dt>${t(words.people)}</dt>
        <dd>${t(words['people.n'])}</dd>
        <dt>${t(words.screens)}</dt>
        <dd>${t(words['screens.how'])}</dd>
        <dt>${t(words.messages)}</dt>
        <dd>${t(words['messages.how'])}</dd>
        <dt>${t(words.after)}</dt>
        <dd>${t(words['after.how'])}</dd>
      </dl>
      ${this.#result()} ${this.#warnings()}
      ${this.#act.error === undefined ? nothing : html`<ui-banner tone="bad">${sentenceOf(this.#act.error)}</ui-banner>`}
      <ui-button ?busy=${this.#act.busy()} @click=${() => void this.#start()}
        >${icon('play')}${t(words.start)}</ui-button
      >
    </section>`
  }

  /** What the last one in this window came to. */
  #result() {
    const last = lastRehearsal()
    if (!last) return nothing
    return html`<ui-banner tone="info"><b>${t(words.result)}</b> ${t(words['result.counts'], last)}</ui-banner>`
  }

  /** Who and what would be missed in it, each with the way to mend it; it may begin all the same. */
  #warnings() {
    const { counters, services } = this.office
    const offered = new Set(services.filter(s => s.open && !s.retired).map(s => s.id))
    const lines = [
      ...(this.#people.value?.nobody ? [this.#nobody(this.#people.value.invited)] : []),
      ...(counters.some(c => c.services.some(id => offered.has(id)))
        ? []
        : [{ word: 'miss.counter', mend: 'mend.3', step: 3 } as const]),
      ...(this.#devices.value?.none ? [{ word: 'miss.device', mend: 'mend.device', step: undefined } as const] : []),
    ]
    if (lines.length === 0) return nothing
    return html`<ui-banner tone="attention"
      ><ul>
        ${lines.map(
          ({ word, mend, step }) =>
            html`<li>
              ${t(words[word])}
              ${
                step === undefined
                  ? html`<a href="#/perangkat">${t(words[mend])}</a>`
                  : html`<ui-button size="s" variant="plain" @click=${() => emit(this, 'step', step)}
                      >${t(words[mend])}</ui-button
                    >`
              }
            </li>`,
        )}
      </ul></ui-banner
    >`
  }

  /** Who was invited already is not invited again. */
  #nobody(invited: boolean) {
    return invited
      ? ({ word: 'miss.invited', mend: 'mend.invited', step: 4 } as const)
      : ({ word: 'miss.people', mend: 'mend.4', step: 4 } as const)
  }

  async #start(): Promise<void> {
    const params = { office: this.office.id }
    const begun = await this.#act.run('begin', key => ask('POST /api/offices/:office/rehearsal', { params }, key))
    if (begun) loadAnew()
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'rehearsal-pane': RehearsalPane
  }
}
