import { LitElement, css, html, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { Reply } from '../../shared/contracts/api.ts'
import { addDays, type LocalDate } from '../../shared/kit/time.ts'
import type { OfficeInfo } from '../../shared/office/office.ts'
import type { CloseReason } from '../../shared/queue/day.ts'
import { fixedPeriod } from '../../shared/survey/fixed-periods.ts'
import { closeReasonLabel } from '../../shared/text/closing.ts'
import { partOfDayText } from '../../shared/text/contest.ts'
import { lateOutageText as words } from '../../shared/text/late-outage.ts'
import { periodName } from '../../shared/text/period.ts'
import { actOf } from '../../shared/web/act.ts'
import { LangController, lang, t } from '../../shared/web/lang.ts'
import { baseStyles } from '../../shared/web/ui/base-styles.ts'
import { emit } from '../../shared/web/ui/emit.ts'
import '../../shared/web/ui/ui-banner.ts'
import '../../shared/web/ui/ui-button.ts'
import { ask } from '../parts/ask.ts'
import { Fetched, whenRead } from '../parts/fetched.ts'
import { fieldStyles } from '../parts/field-styles.ts'
import { paneStyles } from '../parts/pane-styles.ts'
import { sentenceOf } from '../parts/sentence.ts'
import { lateSays } from './late-outage-says.ts'

/** How many days back an outage may still be marked. */
const BACK_DAYS = 400
const REASONS = Object.keys(closeReasonLabel) as CloseReason[]

type Meant = Reply<'POST /api/offices/:office/late-outages/meant'>

interface Outage {
  readonly serviceId: string
  readonly date: LocalDate
  readonly from: string
  readonly to: string
  readonly reason: CloseReason
}

/** Marks that a service stood still on a day that is over; what follows, and who is told, stands there before it is said. Raises `marked`. */
@customElement('late-outage')
export class LateOutage extends LitElement {
  static override styles = [
    baseStyles,
    fieldStyles,
    paneStyles,
    css`
      form {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(min(11rem, 100%), 1fr));
        gap: 0.6rem;
        align-items: end;
        margin-top: 0.5rem;
      }
      form :is(select, input) {
        width: 100%;
      }
      h2 + .note {
        margin-top: 0.25rem;
      }
      ul {
        display: grid;
        list-style: disc;
        gap: 0.35rem;
        margin: 0.5rem 0;
        padding-left: 1.1rem;
        line-height: 1.45;
      }
      .acts {
        display: flex;
        flex-wrap: wrap;
        gap: 0.5rem;
      }
    `,
  ]

  @property({ attribute: false }) office!: OfficeInfo
  @property() today: LocalDate = ''
  /** The names of the periods that are computed. */
  @property({ attribute: false }) periods: readonly string[] = []
  @state() private asking: Outage | undefined
  @state() private saved: Outage | undefined
  @state() private turned = false
  readonly #act = actOf(() => this.requestUpdate())
  readonly #meant = new Fetched<Meant>(this)

  constructor() {
    super()
    new LangController(this)
  }

  protected override willUpdate(): void {
    if (!this.asking) return
    const asked = { params: { office: this.office.id }, body: this.asking }
    this.#meant.want(JSON.stringify(this.asking), () => ask('POST /api/offices/:office/late-outages/meant', asked))
  }

  protected override render() {
    return html`<section class="pane" aria-labelledby="late">
      <h2 id="late">${t(words.title)}</h2>
      <p class="note">${t(words.lead)}</p>
      <div role="status">
        ${
          this.saved
            ? html`<ui-banner tone="info">${t(words.saved, { what: this.#says(this.saved) })}</ui-banner>`
            : nothing
        }
      </div>
      <div role="alert">
        ${this.turned ? html`<ui-banner tone="bad">${t(words.order)}</ui-banner>` : nothing}
        ${this.#act.error ? html`<ui-banner tone="bad">${sentenceOf(this.#act.error)}</ui-banner>` : nothing}
      </div>
      ${this.#form()} ${this.asking ? this.#follows(this.asking) : nothing}
    </section>`
  }

  #form() {
    const field = (label: string, control: unknown) =>
      html`<label class="field"><span>${label}</span>${control}</label>`
    return html`<form ?hidden=${this.asking !== undefined} @submit=${this.#onNext}>
      ${field(
        t(words.service),
        html`<select name="service" required>
          <option value=""></option>
          ${this.office.services.map(({ id, name }) => html`<option value=${id}>${t(name)}</option>`)}
        </select>`,
      )}
      ${field(
        t(words.date),
        html`<input
          type="date"
          name="date"
          required
          min=${addDays(this.today, -BACK_DAYS)}
          max=${addDays(this.today, -1)}
        />`,
      )}
      ${field(t(words.from), html`<input type="time" name="from" required />`)}
      ${field(t(words.to), html`<input type="time" name="to" required />`)}
      ${field(
        t(words.reason),
        html`<select name="reason">
          ${REASONS.map(reason => html`<option value=${reason}>${t(closeReasonLabel[reason])}</option>`)}
        </select>`,
      )}
      <ui-button type="submit">${t(words.next)}</ui-button>
      <button type="submit" hidden></button>
    </form>`
  }

  #follows(outage: Outage) {
    const anew = this.periods
      .map(key => fixedPeriod(key)!)
      .filter(({ from, to }) => from <= outage.date && outage.date <= to)
      .map(period => periodName(period, lang()))
    return html`<p tabindex="-1" id="what"><b>${this.#says(outage)}</b></p>
      ${whenRead(
        this.#meant,
        meant =>
          html`<ul>
              ${this.#parts(meant)}
              <li>
                ${anew.length > 0 ? t(words['then.anew'], { periods: anew.join(', ') }) : t(words['then.running'])}
              </li>
              ${anew.length > 0 ? html`<li>${t(words['then.told'])}</li>` : nothing}
              <li>${t(words['then.late'])}</li>
              <li>${t(words['then.second'])}</li>
              <li>${t(words['then.stays'])}</li>
            </ul>
            <div class="acts">
              <ui-button variant="primary" data-save ?busy=${this.#act.busy()} @click=${() => void this.#save(outage)}
                >${t(words.save)}</ui-button
              >
              <ui-button data-back @click=${() => (this.asking = undefined)}>${t(words.back)}</ui-button>
            </div>`,
      )}`
  }

  #parts({ parts, ratings }: Meant) {
    if (parts.length === 0) return html`<li>${t(words['then.none'])}</li>`
    return html`${parts.map(({ part, visits, touched, out }) => {
      const values = { part: t(partOfDayText[part]), visits, touched }
      return html`<li>${t(words[out ? 'then.out' : 'then.in'], values)}</li>`
    })}
    ${ratings ? html`<li>${t(words['then.meant'], ratings)}</li>` : nothing}`
  }

  #says(outage: Outage): string {
    return lateSays(this.office, outage)
  }

  readonly #onNext = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault()
    const given = new FormData(event.currentTarget as HTMLFormElement)
    const typed = (name: string) => given.get(name) as string
    this.saved = undefined
    this.turned = typed('from') >= typed('to')
    if (this.turned) return
    const reason = typed('reason') as CloseReason
    this.asking = {
      ...{ serviceId: typed('service'), date: typed('date'), from: typed('from'), to: typed('to'), reason },
    }
    await this.updateComplete
    this.renderRoot.querySelector<HTMLElement>('#what')?.focus()
  }

  async #save(body: Outage): Promise<void> {
    const asked = { params: { office: this.office.id }, body }
    const done = await this.#act.run(body, key => ask('POST /api/offices/:office/late-outages', asked, key))
    if (!done) return
    this.asking = undefined
    this.saved = body
    this.renderRoot.querySelector('form')!.reset()
    emit(this, 'marked')
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'late-outage': LateOutage
  }
}
