import { LitElement, html, nothing, type PropertyValues } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { Reply } from '../../shared/contracts/api.ts'
import { CONTEST_OUTCOMES, isPart, type ContestOutcome, type Excluded } from '../../shared/officer/contest/contest.ts'
import type { OfficeInfo } from '../../shared/office/office.ts'
import { contestOutcomeText, contestText as words } from '../../shared/text/contest.ts'
import { numberText } from '../../shared/text/text.ts'
import { actOf } from '../../shared/web/act.ts'
import { LangController, lang, t } from '../../shared/web/lang.ts'
import { baseStyles } from '../../shared/web/ui/base-styles.ts'
import { emit } from '../../shared/web/ui/emit.ts'
import '../../shared/web/ui/ui-banner.ts'
import '../../shared/web/ui/ui-button.ts'
import '../../shared/web/ui/ui-dialog.ts'
import { ask } from '../parts/ask.ts'
import { Fetched, whenRead } from '../parts/fetched.ts'
import { fieldStyles } from '../parts/field-styles.ts'
import { paneStyles } from '../parts/pane-styles.ts'
import { sentenceOf } from '../parts/sentence.ts'
import { copied } from './contest-form.ts'
import { contestStyles } from './contest-styles.ts'
import { excludedFields } from './excluded-fields.ts'

type Contest = Reply<'GET /api/me/contests/:contest'>['contest']

/** The form of a decision: nothing is chosen at first, and what was chosen is asked for once more before it stands. Raises `changed`. */
@customElement('contest-decide')
export class ContestDecide extends LitElement {
  static override styles = [baseStyles, fieldStyles, paneStyles, contestStyles]

  @property({ attribute: false }) office!: OfficeInfo
  @property({ attribute: false }) contest!: Contest
  @state() private outcome: ContestOutcome | undefined
  @state() private narrowed: Excluded | undefined
  /** A part was named that is none. */
  @state() private noPart = false
  /** The reasons, while it is asked whether the decision shall stand. */
  @state() private reasons: string | undefined
  readonly #act = actOf(() => this.requestUpdate())
  readonly #effect = new Fetched<Contest['effect']>(this)
  #turn = 0

  constructor() {
    super()
    new LangController(this)
  }

  protected override render() {
    const { answer } = this.contest
    return html`<section class="pane" aria-labelledby="decide">
      <h2 id="decide">${t(words['decide.title'])}</h2>
      ${answer ? nothing : html`<p>${t(words['decide.silent'])}</p>`}
      <form @submit=${this.#onAsk}>
        <fieldset>
          <legend>${t(words['decide.title'])}</legend>
          ${CONTEST_OUTCOMES.map(
            outcome =>
              html`<label
                ><input
                  type="radio"
                  name="outcome"
                  required
                  .checked=${this.outcome === outcome}
                  @change=${() => (this.outcome = outcome)}
                />${t(contestOutcomeText[outcome])}</label
              >`,
          )}
        </fieldset>
        ${this.outcome === 'partly' ? this.#part() : nothing}
        <label class="field"
          ><span>${t(words['decide.reasons'])}</span
          ><textarea name="reasons" rows="3" required maxlength="2000"></textarea>
        </label>
        <div role="alert">
          ${this.noPart ? html`<ui-banner tone="bad">${t(words['decide.noPart'])}</ui-banner>` : nothing}
          ${this.#act.error ? html`<ui-banner tone="bad">${sentenceOf(this.#act.error)}</ui-banner>` : nothing}
        </div>
        <ui-button variant="primary" type="submit" ?busy=${this.#act.busy()}>${this.#saves}</ui-button>
        <button type="submit" hidden></button>
      </form>
      ${this.#question()}
    </section>`
  }

  get #saves(): string {
    const changes = this.contest.effect.meant > 0 && (this.outcome === 'accepted' || this.outcome === 'partly')
    return t(words[changes ? 'decide.send' : 'decide.save'])
  }

  #part() {
    const { excluded } = this.contest
    const change = (part: Excluded) => {
      this.noPart = false
      this.narrowed = part
    }
    return html`<p class="soft">${t(words['decide.part'])}</p>
      ${excludedFields(this.office, this.narrowed ?? excluded, excluded, change, t(words['counters.officer']))}
      ${this.#left()}`
  }

  /** How many would remain of a part, once there is one. */
  #left() {
    if (!this.#chosenPart) return nothing
    const min = this.office.minRatings
    return whenRead(
      this.#effect,
      ({ n, left, enough }) =>
        html`<p aria-live="polite">
          ${t(words['decide.left'], { left: numberText(left, lang()), n: numberText(n, lang()) })}
          ${t(words[enough ? 'remain.enough' : 'remain.few'], { min })} ${enough ? t(words['remain.words']) : nothing}
        </p>`,
    )
  }

  get #chosenPart(): Excluded | undefined {
    const part = this.outcome === 'partly' ? this.narrowed : undefined
    return part && isPart(part, this.contest.excluded) ? part : undefined
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    // Whatever is new of it may be that other ratings count.
    if (changed.has('contest')) this.#turn += 1
    const part = this.#chosenPart
    if (!part) return
    const asked = { params: { contest: this.contest.id }, body: { part: copied(part) } }
    const key = JSON.stringify(part)
    this.#effect.want(`${this.#turn} ${key}`, () => ask('POST /api/me/contests/:contest/part', asked), key)
  }

  #question() {
    const { outcome, reasons } = this
    if (outcome === undefined || reasons === undefined) return nothing
    return html`<ui-dialog
      open
      forGood
      heading=${t(words['decide.sure'], { outcome: t(contestOutcomeText[outcome]) })}
      primary=${this.#saves}
      secondary=${t(words['decide.stay'])}
      @primary=${() => void this.#decide(outcome, reasons)}
      @secondary=${() => (this.reasons = undefined)}
      @dismiss=${() => (this.reasons = undefined)}
      >${t(words['decide.final'])}</ui-dialog
    >`
  }

  readonly #onAsk = (event: SubmitEvent): void => {
    event.preventDefault()
    const given = new FormData(event.currentTarget as HTMLFormElement).get('reasons') as string
    const { excluded } = this.contest
    this.noPart = this.outcome === 'partly' && !isPart(this.narrowed ?? excluded, excluded)
    if (!this.noPart) this.reasons = given.trim()
  }

  async #decide(outcome: ContestOutcome, reasons: string): Promise<void> {
    this.reasons = undefined
    const part = outcome === 'partly' ? { part: copied(this.narrowed ?? this.contest.excluded) } : {}
    const body = { outcome, reasons, ...part }
    const params = { contest: this.contest.id }
    const done = await this.#act.run(body, key => ask('POST /api/me/contests/:contest/decide', { params, body }, key))
    if (done) emit(this, 'changed', done.contest)
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'contest-decide': ContestDecide
  }
}
