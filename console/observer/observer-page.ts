import { LitElement, css, html, nothing } from 'lit'
import { customElement, state } from 'lit/decorators.js'
import type { Reply } from '../../shared/contracts/api.ts'
import { MINUTE, atClock } from '../../shared/kit/time.ts'
import { fixedPeriod } from '../../shared/survey/fixed-periods.ts'
import { observerText as words, standingText } from '../../shared/text/observer.ts'
import { periodName } from '../../shared/text/period.ts'
import { numberText } from '../../shared/text/text.ts'
import { dateText } from '../../shared/text/ui.ts'
import { actOf } from '../../shared/web/act.ts'
import { LangController, lang, t } from '../../shared/web/lang.ts'
import { baseStyles } from '../../shared/web/ui/base-styles.ts'
import '../../shared/web/ui/ui-banner.ts'
import '../../shared/web/ui/ui-button.ts'
import '../../shared/web/ui/ui-state.ts'
import '../../shared/web/ui/ui-table.ts'
import { ask } from '../parts/ask.ts'
import { Fetched, whenRead } from '../parts/fetched.ts'
import { fieldStyles } from '../parts/field-styles.ts'
import { paneStyles } from '../parts/pane-styles.ts'
import { sentenceOf } from '../parts/sentence.ts'
import { download } from '../parts/table-export.ts'

type Sight = Reply<'GET /api/me/observed'>
type Row = Sight['offices'][number]

/** Below it what is seen is more chance than difference. */
const RELIABLE = 0.7

/** Offices that have agreed, side by side by their names: no order by a figure, no place, no colour by value. */
@customElement('observer-page')
export class ObserverPage extends LitElement {
  static override styles = [
    baseStyles,
    fieldStyles,
    paneStyles,
    css`
      :host {
        display: grid;
        gap: 0.85rem;
        min-width: 0;
      }
      .head,
      .head > div {
        display: flex;
        flex-wrap: wrap;
        gap: 0.6rem;
        align-items: end;
        justify-content: space-between;
      }
      .soft {
        color: var(--soft);
      }
      .note {
        margin-top: 0.5rem;
        max-width: 60rem;
      }
    `,
  ]

  /** Hands the file to the browser. */
  save: typeof download = download
  @state() private wanted = ''
  readonly #sight = new Fetched<Sight>(this)
  readonly #act = actOf(() => this.requestUpdate())

  constructor() {
    super()
    new LangController(this)
  }

  get #query() {
    return this.wanted === '' ? {} : { period: this.wanted }
  }

  protected override willUpdate(): void {
    const query = this.#query
    this.#sight.want(this.wanted, () => ask('GET /api/me/observed', { query }))
  }

  protected override render() {
    return html`<header class="head">
        <h1>${t(words.title)}</h1>
        <div>${this.#tools()}</div>
      </header>
      <p class="soft">${t(words.lead)}</p>
      <div role="alert">
        ${this.#act.error ? html`<ui-banner tone="bad">${sentenceOf(this.#act.error)}</ui-banner>` : nothing}
      </div>
      ${whenRead(this.#sight, sight => this.#offices(sight))}`
  }

  #tools() {
    const { value } = this.#sight
    if (!value?.offices.length) return nothing
    return html`<label class="field">
        <span>${t(words.period)}</span>
        <select @change=${(e: Event) => (this.wanted = (e.target as HTMLSelectElement).value)}>
          ${value.periods.map(key => html`<option value=${key} ?selected=${key === value.period.key}>${nameOf(key)}</option>`)}
        </select>
      </label>
      <ui-button ?busy=${this.#act.busy()} @click=${() => void this.#take()}>${t(words.export)}</ui-button>`
  }

  #offices({ offices, period }: Sight) {
    if (offices.length === 0)
      return html`<ui-state kind="empty" icon="place" heading=${t(words.none)}>${t(words['none.why'])}</ui-state>`
    const column = (key: 'served' | 'wait' | 'ikm' | 'ratings' | 'estimate' | 'standing') => ({
      key,
      label: t(words[key === 'wait' ? 'waited' : key]),
      named: true,
    })
    const office = { key: 'office', label: t(words.office), strong: true }
    const of = nameOf(period.key)
    return html`<section class="pane" aria-label=${t(words.today)}>
        <h2>${t(words.today)}</h2>
        <ui-table
          cards
          caption=${`${t(words.title)}: ${t(words.today)}`}
          .columns=${[office, { key: 'date', label: t(words.date) }, column('served'), column('wait')]}
          .rows=${offices.map(row => ({
            id: row.office.id,
            cells: { office: row.office.name, date: dateOf(row), ...workOf(row.today) },
          }))}
        ></ui-table>
      </section>
      <section class="pane" aria-label=${of}>
        <h2>${of}</h2>
        <ui-table
          cards
          caption=${`${t(words.title)}: ${of}`}
          .columns=${[office, ...(['served', 'wait', 'ikm', 'ratings', 'estimate', 'standing'] as const).map(column)]}
          .rows=${offices.map(row => ({
            id: row.office.id,
            cells: { office: row.office.name, ...workOf(row.period), ...saidOf(row) },
          }))}
        ></ui-table>
        ${offices.some(o => o.compared) ? nothing : html`<p class="note">${t(words['compare.few'])}</p>`}
        <p class="note">${t(words['compare.how'])}</p>
      </section>`
  }

  async #take(): Promise<void> {
    const body = { ...this.#query, lang: lang() }
    const file = await this.#act.run(body, () => ask('POST /api/me/observed/table', { body }))
    if (file) this.save(file)
  }
}

const n = (value: number, digits = 0) => numberText(value, lang(), digits)
const range = ({ low, high }: { low: number; high: number }) => ({ low: n(low, 1), high: n(high, 1) })

/** A fixed period in words. */
function nameOf(key: string): string {
  const period = fixedPeriod(key)
  return period ? periodName(period, lang()) : key
}

/** Each office by its own day and zone. */
function dateOf({ office: { zone, city }, date }: Row): string {
  return `${dateText(atClock(date, '12:00', zone), zone, lang())} ${zone}, ${city}`
}

function workOf({ served, wait }: Row['today']) {
  const few = t(words.few)
  const minutes = ({ ms, over }: { ms: number; over?: true }) => `${over ? '> ' : ''}${n(ms / MINUTE)}`
  const said = wait && { p50: minutes(wait.p50), p90: wait.p90 ? minutes(wait.p90) : '' }
  return {
    served: served === null ? few : n(served),
    wait: said === null ? few : t(words[said.p90 === '' ? 'wait.median' : 'wait.of'], said),
  }
}

function saidOf({ ikm, ratings, compared }: Row) {
  const few = t(words.few)
  return {
    ikm: ikm ? t(words['ikm.of'], { ikm: n(ikm.ikm, 2), mutu: ikm.mutu, n: n(ikm.n) }) : few,
    ratings: ratings ? t(words['ratings.of'], { ...range(ratings), mean: n(ratings.mean, 1), n: n(ratings.n) }) : few,
    estimate: compared ? t(words['estimate.of'], { ...range(compared), estimate: n(compared.estimate, 1) }) : '–',
    standing: compared
      ? `${t(standingText[compared.standing])}. ${compared.reliability < RELIABLE ? t(words['reliability.low']) : ''}`
      : t(words.uncompared),
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'observer-page': ObserverPage
  }
}
