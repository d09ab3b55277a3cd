import { LitElement, css, html } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { Reply } from '../../shared/contracts/api.ts'
import { isDate, type Zone } from '../../shared/kit/time.ts'
import { fixedPeriod } from '../../shared/survey/fixed-periods.ts'
import { clockText as words } from '../../shared/text/clock.ts'
import { dateYearText, periodName } from '../../shared/text/period.ts'
import { dateText, timeText } from '../../shared/text/ui.ts'
import { LangController, lang, t } from '../../shared/web/lang.ts'
import { baseStyles } from '../../shared/web/ui/base-styles.ts'
import '../../shared/web/ui/ui-state.ts'
import { ask } from '../parts/ask.ts'
import { Fetched } from '../parts/fetched.ts'
import { paneStyles } from '../parts/pane-styles.ts'
import { sentenceOf } from '../parts/sentence.ts'

type Readings = Reply<'GET /api/me/readings'>

/** Who may open the own record, and who looked at it and when; the latest first. */
@customElement('record-readers')
export class RecordReaders extends LitElement {
  static override styles = [
    baseStyles,
    paneStyles,
    css`
      :host {
        display: block;
      }
      li {
        display: flex;
        flex-wrap: wrap;
        gap: 0.2rem 0.8rem;
        padding: 0.35rem 0;
        border-top: 1px solid var(--line);
        font-size: 0.875rem;
      }
      ul,
      ui-state {
        margin-top: 0.5rem;
      }
    `,
  ]

  @property() zone: Zone = 'WIB'
  readonly #readings = new Fetched<Readings>(this)

  constructor() {
    super()
    new LangController(this)
  }

  protected override willUpdate(): void {
    this.#readings.want('own', () => ask('GET /api/me/readings', {}))
  }

  protected override render() {
    const { value, error } = this.#readings
    return html`<section class="pane" aria-labelledby="readers">
      <h2 id="readers">${t(words.readers)}</h2>
      ${
        error
          ? html`<ui-state kind="error" @retry=${() => this.#readings.retry()}>${sentenceOf(error)}</ui-state>`
          : value
            ? html`${this.#may(value)} ${this.#list(value.readings)}`
            : html`<ui-state></ui-state>`
      }
    </section>`
  }

  /** Who may open it, by name. */
  #may({ people, unit }: Readings) {
    const said = people.map(({ name, as, behalf }) =>
      behalf === null ? t(words[`may.${as}`], { name }) : t(words['may.behalf'], { name, for: behalf }),
    )
    const all = [...said, ...(unit ? [t(words['may.unit'])] : [])]
    return html`<p class="note">
      ${all.length === 0 ? t(words['may.nobody']) : t(words.may, { people: all.join('; ') })}
    </p>`
  }

  #list(readings: Readings['readings']) {
    if (readings.length === 0) return html`<p class="note">${t(words['readers.none'])}</p>`
    return html`<ul>
      ${readings.map(
        r =>
          html`<li>
            <b>${r.for === null ? r.reader : t(words['reader.for'], { reader: r.reader, for: r.for })}</b>
            <span>${t(words[`read.${r.what}`])}, ${periodSaid(r.period)}</span>
            <span class="note">${dateText(r.at, this.zone, lang())} ${timeText(r.at, this.zone, lang())}</span>
          </li>`,
      )}
    </ul>`
  }
}

/** A period of whichever name, as people say it: a day, a month or quarter, or `from..to`. */
function periodSaid(name: string): string {
  const [from = '', to = from] = name.split(/\.\./)
  if (isDate(from) && isDate(to))
    return from === to ? dateYearText(from, lang()) : `${dateYearText(from, lang())} – ${dateYearText(to, lang())}`
  const period = fixedPeriod(name)
  return period ? periodName(period, lang()) : name
}

declare global {
  interface HTMLElementTagNameMap {
    'record-readers': RecordReaders
  }
}
