import { LitElement, css, html, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { Input } from '../../../shared/contracts/api.ts'
import { officeDate } from '../../../shared/kit/time.ts'
import type { OfficeInfo } from '../../../shared/office/office.ts'
import { integrityText as words } from '../../../shared/text/integrity.ts'
import { dateYearText } from '../../../shared/text/period.ts'
import { numberText } from '../../../shared/text/text.ts'
import { actOf } from '../../../shared/web/act.ts'
import { LangController, lang, t } from '../../../shared/web/lang.ts'
import { baseStyles } from '../../../shared/web/ui/base-styles.ts'
import { emit } from '../../../shared/web/ui/emit.ts'
import '../../../shared/web/ui/ui-banner.ts'
import '../../../shared/web/ui/ui-button.ts'
import { ask } from '../../parts/ask.ts'
import { fieldStyles } from '../../parts/field-styles.ts'
import { paneStyles } from '../../parts/pane-styles.ts'
import { sentenceOf } from '../../parts/sentence.ts'
import { tableStyles } from './table-styles.ts'
import type { Month } from './view.ts'

const DECIDE = 'POST /api/offices/:office/integrity/:month'
type Body = Input<typeof DECIDE>['body']
const CHOICES = ['count', 'leaveOut'] as const satisfies readonly Body['choice'][]
const FEWEST_LETTERS = 10

/** The IKM of a month with and without what should be looked at, and the decision of the head, with those before it. */
@customElement('decision-pane')
export class DecisionPane extends LitElement {
  static override styles = [
    baseStyles,
    fieldStyles,
    paneStyles,
    tableStyles,
    css`
      :host {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: 0.85rem;
      }
      table {
        max-width: 36rem;
      }
      th .note {
        display: block;
        font-weight: 400;
      }
      form {
        display: grid;
        gap: 0.6rem;
        max-width: 36rem;
        margin-top: 0.6rem;
      }
      fieldset {
        display: grid;
        gap: 0.2rem;
        min-width: 0;
        margin: 0;
        padding: 0;
        border: 0;
      }
      fieldset label {
        display: flex;
        align-items: center;
        gap: 0.6rem;
        min-height: var(--target);
      }
      fieldset input {
        flex: none;
        width: 1.3rem;
        height: 1.3rem;
        min-height: 0;
        accent-color: var(--accent);
      }
      ol {
        margin: 0.4rem 0;
        padding-inline-start: 1.3rem;
      }
      li {
        overflow-wrap: anywhere;
      }
    `,
  ]

  @property({ attribute: false }) office!: OfficeInfo
  @property({ attribute: false }) month!: Month
  /** Whoever looks may decide. */
  @property({ type: Boolean }) may = false
  @state() private choice: Body['choice'] = 'count'
  @state() private reason = ''
  @state() private saved = false
  readonly #act = actOf(() => this.requestUpdate())

  constructor() {
    super()
    new LangController(this)
  }

  protected override render() {
    return html`<section class="pane" aria-labelledby="compared">
        <h2 id="compared">${t(words.compared)}</h2>
        ${this.#compared()}
      </section>
      <section class="pane" aria-labelledby="decision">
        <h2 id="decision">${t(words.decision)}</h2>
        ${this.#decisions()} ${this.may ? this.#form() : nothing}
      </section>`
  }

  #compared() {
    const { with: all, without, why, on } = this.month.compared
    const says =
      why === undefined ? '' : t(words[`why.${why}`], { date: on === undefined ? '' : dateYearText(on, lang()) })
    const rows = [
      ['with', all],
      ['without', without],
    ] as const
    return html`${
      all
        ? html`<table>
            <thead>
              <tr>
                <td></td>
                ${(['ikm', 'mutu', 'interval'] as const).map(head => html`<th scope="col">${t(words[head])}</th>`)}
              </tr>
            </thead>
            <tbody>
              ${rows.map(([name, one]) =>
                one
                  ? html`<tr>
                      <th scope="row">
                        ${t(words[name])}
                        <span class="note">${t(words.count, { n: numberText(one.n, lang()) })}</span>
                      </th>
                      <td>${numberText(one.ikm, lang(), 2)}</td>
                      <td>${one.mutu}</td>
                      <td>${numberText(one.low, lang(), 1)}–${numberText(one.high, lang(), 1)}</td>
                      <td>${numberText(one.n, lang())}</td>
                    </tr>`
                  : nothing,
              )}
            </tbody>
          </table>`
        : nothing
    }
    ${says === '' ? nothing : html`<p class="note">${says}</p>`}`
  }

  #decisions() {
    const { decisions } = this.month
    const last = decisions.at(-1)
    const date = (at: number) => dateYearText(officeDate(at, this.office.zone), lang())
    return last
      ? html`<p><b>${t(words[`choice.${last.choice}`])}</b></p>
          ${last.choice === 'leaveOut' ? html`<p class="note">${t(words['leaveOut.note'])}</p>` : nothing}
          <ol>
            ${decisions.map(
              one =>
                html`<li>
                  ${t(words[`choice.${one.choice}`])}.
                  ${t(words.decided, { by: one.by, date: date(one.at), reason: one.reason })}
                </li>`,
            )}
          </ol>`
      : html`<p>${t(words['decision.none'])}</p>`
  }

  #form() {
    const open = this.month.compared.without !== undefined
    const error = this.#act.error
    return html`<form @submit=${(e: Event) => void this.#decide(e)}>
      <fieldset>
        <legend class="vh">${t(words.decision)}</legend>
        ${CHOICES.map(
          one =>
            html`<label
              ><input
                type="radio"
                name="choice"
                value=${one}
                .checked=${one === this.choice}
                ?disabled=${one === 'leaveOut' && !open}
                @change=${() => (this.choice = one)}
              />${t(words[`choice.${one}`])}</label
            >`,
        )}
        <p class="note">${t(words[open ? 'leaveOut.note' : 'leaveOut.closed'])}</p>
      </fieldset>
      <label class="field">
        <span>${t(words.reason)}</span>
        <textarea
          rows="2"
          maxlength="500"
          required
          minlength=${FEWEST_LETTERS}
          aria-describedby="hint"
          .value=${this.reason}
          @input=${(e: Event) => (this.reason = (e.target as HTMLTextAreaElement).value)}
        ></textarea>
      </label>
      <p class="note" id="hint">${t(words['reason.hint'])} ${t(words['decide.again'])}</p>
      ${error === undefined ? nothing : html`<ui-banner tone="bad">${sentenceOf(error)}</ui-banner>`}
      <p role="status" class="note">${this.saved ? t(words['decide.saved']) : ''}</p>
      <div>
        <ui-button
          ?busy=${this.#act.busy()}
          ?disabled=${this.reason.trim().length < FEWEST_LETTERS}
          @click=${() => this.renderRoot.querySelector('form')!.requestSubmit()}
          >${t(words.decide)}</ui-button
        >
      </div>
    </form>`
  }

  async #decide(event: Event): Promise<void> {
    event.preventDefault()
    const reason = this.reason.trim()
    if (reason.length < FEWEST_LETTERS || this.#act.busy()) return
    this.saved = false
    const body: Body = { choice: this.choice, reason, seen: this.month.decisions.length }
    const input: Input<typeof DECIDE> = {
      params: { office: this.office.id, month: this.month.month },
      query: undefined,
      body,
    }
    const done = await this.#act.run(body, key => ask(DECIDE, input, key))
    this.saved = done !== undefined
    if (this.saved) this.reason = ''
    // Also after a refusal: somebody else may have been first.
    emit(this, 'decided', undefined)
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'decision-pane': DecisionPane
  }
}
