import { LitElement, css, html, nothing, type PropertyValues } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { Input, Reply } from '../../shared/contracts/api.ts'
import { atClock } from '../../shared/kit/time.ts'
import type { OfficeInfo } from '../../shared/office/office.ts'
import { reachOf } from '../../shared/queue/changes/consequences.ts'
import { consequencesText } from '../../shared/text/consequences.ts'
import { effectsText as words } from '../../shared/text/effects.ts'
import { dateText } from '../../shared/text/ui.ts'
import { LangController, lang, t } from '../../shared/web/lang.ts'
import { baseStyles } from '../../shared/web/ui/base-styles.ts'
import { emit } from '../../shared/web/ui/emit.ts'
import '../../shared/web/ui/ui-dialog.ts'
import { ask } from '../parts/ask.ts'
import { sentenceOf } from '../parts/sentence.ts'

type Change = NonNullable<Input<'POST /api/offices/:office/settings/effects'>['body']>
type Told = Reply<'POST /api/offices/:office/settings/effects'>
type Touched = Told['touched']

/** What whoever confirms was told: everybody whom the change reaches, and how many of them lose a booking. */
export interface Foreseen {
  readonly foreseen: number
  readonly lost: number
}

const STRANDED: readonly string[] = [
  'waitingStranded',
  'laterStranded',
  'bookedStranded',
  'wishesStranded',
  'noCounter',
  'lineEnds',
]

/**
 * Whom a change of the settings would leave no time, and what it does to whoever waits or serves, before it is saved. Open while `change` is given; `confirm` says how many
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
  @state() private told: Told | undefined
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
    const { told, failure } = this
    const booked = told ? told.touched.total + told.touched.entries : 0
    const stranded = told?.consequences.some(c => STRANDED.includes(c.kind)) ?? false
    const heading = booked > 0 ? t(words['title'], { n: booked }) : t(words['title.counting'])
    return html`<ui-dialog
      kind="plain"
      ?open=${this.change !== undefined}
      heading=${heading}
      primary=${t(words['back'])}
      secondary=${failure ? t(words['again']) : told ? this.#deed(told.touched) : ''}
      secondaryVariant=${(told && told.touched.total > 0) || stranded ? 'danger' : 'default'}
      ?busy=${this.busy}
      @primary=${() => emit(this, 'dismiss')}
      @dismiss=${() => emit(this, 'dismiss')}
      @secondary=${() => (told ? emit(this, 'confirm', { foreseen: reachOf(told), lost: told.touched.total } satisfies Foreseen) : void this.#look())}
    >
      <div aria-live="polite" aria-busy=${!told && !failure}>${this.#body()}</div>
    </ui-dialog>`
  }

  #body() {
    const { told: known, failure } = this
    if (failure) return html`<p class="wrong">${failure}</p>`
    if (!known) return html`<p>${t(words['counting'])}</p>`
    const { touched, consequences } = known
    const { total, entries, told, priority, wishes, days, services, reasons } = touched
    const booked = total + entries
    if (booked === 0 && consequences.length === 0) return html`<p>${t(words['none'])}</p>`
    const names = services.map(({ serviceId, count }) => `${this.#name(serviceId)}: ${count}`)
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
        ${consequences.map(
          ({ kind, of, count }) =>
            html`<li class=${STRANDED.includes(kind) ? 'wrong' : ''}>
              ${t(consequencesText[kind], { n: count, name: this.#name(of) })}
            </li>`,
        )}
      </ul>
      ${booked > 0 ? html`<p>${t(words['undo'])}</p>` : nothing}`
  }

  #deed({ total }: Touched): string {
    return total > 0 ? t(words['save'], { n: total }) : t(words['save.none'])
  }

  /** Of a service or a counter; the office itself has none. */
  #name(id: string): string {
    const service = this.office.services.find(s => s.id === id)
    return service ? t(service.name) : (this.office.counters.find(c => c.id === id)?.name ?? id)
  }

  async #look(): Promise<void> {
    const round = ++this.#round
    this.told = undefined
    this.failure = ''
    const body = this.change
    if (!body) return
    try {
      const params = { office: this.office.id }
      const told = await ask('POST /api/offices/:office/settings/effects', { params, body })
      if (round === this.#round) this.told = told
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
