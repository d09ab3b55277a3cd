import { LitElement, css, html, nothing, type PropertyValues } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { Input, Reply } from '../../shared/contracts/api.ts'
import { atClock } from '../../shared/kit/time.ts'
import type { OfficeInfo } from '../../shared/office/office.ts'
import { effectsText as words } from '../../shared/text/effects.ts'
import { dateText } from '../../shared/text/ui.ts'
import { LangController, lang, t } from '../../shared/web/lang.ts'
import { baseStyles } from '../../shared/web/ui/base-styles.ts'
import { emit } from '../../shared/web/ui/emit.ts'
import '../../shared/web/ui/ui-dialog.ts'
import { ask } from '../parts/ask.ts'
import { sentenceOf } from '../parts/sentence.ts'

type Change = NonNullable<Input<'POST /api/offices/:office/settings/effects'>['body']>
type Touched = Reply<'POST /api/offices/:office/settings/effects'>['touched']

/**
 * Whom a change of the settings would leave no time, before it is saved. Open while `change` is given; `confirm` says how many
 * were seen, `dismiss` that nothing is to be saved.
 */
@customElement('admin-effects')
export class AdminEffects extends LitElement {
  static override styles = [
    baseStyles,
    css`
      ul {
        display: grid;
        gap: 0.5rem;
        margin: 0.7rem 0;
        padding-left: 1.2rem;
        list-style: disc;
      }
      .wrong {
        color: var(--danger);
      }
    `,
  ]

  @property({ attribute: false }) office!: OfficeInfo
  @property({ attribute: false }) change: Change | undefined
  @property({ type: Boolean }) busy = false
  @state() private touched: Touched | undefined
  @state() private failure = ''
  #round = 0

  constructor() {
    super()
    new LangController(this)
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('change')) void this.#look()
  }

  protected override render() {
    const { touched, failure } = this
    const heading = touched ? t(words['title'], { n: touched.total + touched.entries }) : t(words['title.counting'])
    return html`<ui-dialog
      kind="plain"
      ?open=${this.change !== undefined}
      heading=${heading}
      primary=${t(words['back'])}
      secondary=${failure ? t(words['again']) : touched ? this.#deed(touched) : ''}
      secondaryVariant=${touched && touched.total > 0 ? 'danger' : 'default'}
      ?busy=${this.busy}
      @primary=${() => emit(this, 'dismiss')}
      @dismiss=${() => emit(this, 'dismiss')}
      @secondary=${() => (touched ? emit(this, 'confirm', { foreseen: touched.total }) : void this.#look())}
    >
      <div aria-live="polite" aria-busy=${!touched && !failure}>${this.#body()}</div>
    </ui-dialog>`
  }

  #body() {
    const { touched, failure } = this
    if (failure) return html`<p class="wrong">${failure}</p>`
    if (!touched) return html`<p>${t(words['counting'])}</p>`
    if (touched.total + touched.entries === 0) return html`<p>${t(words['none'])}</p>`
    const { total, entries, told, priority, wishes, days, services, reasons } = touched
    const names = services.map(({ serviceId, count }) => `${this.#service(serviceId)}: ${count}`)
    const dates = days.map(({ date, count }) => `${dateText(atClock(date, '12:00', 'WIB'), 'WIB', lang())}: ${count}`)
    const rest = [
      priority > 0 ? t(words['priority'], { n: priority }) : '',
      wishes > 0 ? t(words['wishes'], { n: wishes }) : '',
    ]
    return html`<p>${t(words['lead'])}</p>
      <ul>
        ${reasons.map(({ why, count }) => html`<li>${t(words[`why.${why}`], { n: count })}</li>`)}
        ${
          total > 0
            ? html`<li>${dates.join(' · ')}</li>
                <li>${names.join(' · ')}${rest.map(text => (text ? html` · ${text}` : nothing))}</li>
                <li>${t(words['moved'])}</li>`
            : nothing
        }
        ${told > 0 ? html`<li>${t(words['told'], { n: told })}</li>` : nothing}
        ${entries > 0 ? html`<li>${t(words['entries'], { n: entries })}</li>` : nothing}
        ${total > told ? html`<li>${t(words['untold'], { n: total - told })}</li>` : nothing}
      </ul>
      <p>${t(words['undo'])}</p>`
  }

  #deed({ total }: Touched): string {
    return total > 0 ? t(words['save'], { n: total }) : t(words['save.none'])
  }

  #service(id: string): string {
    const service = this.office.services.find(s => s.id === id)
    return service ? t(service.name) : id
  }

  async #look(): Promise<void> {
    const round = ++this.#round
    this.touched = undefined
    this.failure = ''
    const body = this.change
    if (!body) return
    try {
      const params = { office: this.office.id }
      const { touched } = await ask('POST /api/offices/:office/settings/effects', { params, body })
      if (round === this.#round) this.touched = touched
    } catch (error) {
      if (round === this.#round) this.failure = sentenceOf(error)
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'admin-effects': AdminEffects
  }
}
