import { LitElement, html, nothing, type PropertyValues } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { Score } from '../shared/survey/instruments.ts'
import { asksReason, type Reason } from '../shared/survey/rating.ts'
import { surveyText } from '../shared/text/survey.ts'
import { call, codeOf, newKey } from '../shared/web/client.ts'
import { LangController, lang, t } from '../shared/web/lang.ts'
import { forgetBefore } from '../shared/web/own-links.ts'
import { Ticker } from '../shared/web/ticker.ts'
import { baseStyles } from '../shared/web/ui/base-styles.ts'
import { emit } from '../shared/web/ui/emit.ts'
import '../shared/web/ui/ui-button.ts'
import '../shared/web/ui/ui-dock.ts'
import '../shared/web/ui/ui-state.ts'
import { emptyDraft, saveDraft, savedDraft, type Draft } from './draft.ts'
import { outbox, type Outbox, type Outcome, type Sending } from './outbox.ts'
import { pageStyles } from './page-styles.ts'
import './survey-rate.ts'
import './survey-reasons.ts'
import './survey-skm.ts'
import './survey-thanks.ts'
import { REFUSED, stepOf, type Step, type Survey } from './steps.ts'

/** Without a touch for so long, a low mark goes out with the reasons chosen until then. */
const REASONS_MS = 20_000
const TRY_AGAIN_MS = 15_000
/** A rating that arrived can be changed for a minute; the server's minute began a little earlier. */
const CHANGE_MS = 55_000
/** The longest time that is told of the questions. */
const MOST_SECONDS = 86_400

/**
 * The survey of one visit. One tap is a complete answer. A rating is sent once and carries its reasons, so after a low mark
 * it waits in the outbox while reasons are chosen: until "send", 20 s without a touch, or the page goes away. A phone that
 * dies meanwhile sends it the next time the page is opened.
 */
@customElement('survey-visit')
export class SurveyVisit extends LitElement {
  static override styles = [baseStyles, pageStyles]

  @property() token = ''
  /** On the tablet of a counter, which goes on to the next visitor by itself. */
  @property({ type: Boolean }) tablet = false
  @property({ attribute: false }) box: Outbox = outbox(localStorage)
  @property({ attribute: false }) read = (token: string): Promise<Survey> =>
    call('GET /api/surveys/:token', { params: { token } })
  @state() private step: Step = 'loading'
  @state() private delivery: 'sending' | 'sent' | 'kept' = 'sending'
  @state() private survey: Survey | undefined
  @state() private held: (Sending & { kind: 'rating' }) | undefined
  /** The rating that arrived, as long as it can be changed. */
  @state() private given: (Sending & { kind: 'rating' }) | undefined
  @state() private draft: Draft = emptyDraft
  /** The rating just given was low. */
  @state() private low = false
  #patience: ReturnType<typeof setTimeout> | undefined
  #changing: ReturnType<typeof setTimeout> | undefined
  #change: string | undefined
  /** When the nine questions came up first. */
  #asked = 0

  constructor() {
    super()
    new LangController(this)
    new Ticker(this, { everyMs: TRY_AGAIN_MS, tick: () => this.#onOnline() })
  }

  override connectedCallback(): void {
    super.connectedCallback()
    document.addEventListener('visibilitychange', this.#onVisibility)
    window.addEventListener('pagehide', this.#onLeave)
    window.addEventListener('online', this.#onOnline)
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    // Whoever takes this element away (the tablet's next visit) must not take an answer along.
    if (this.held) void this.#settle()
    document.removeEventListener('visibilitychange', this.#onVisibility)
    window.removeEventListener('pagehide', this.#onLeave)
    window.removeEventListener('online', this.#onOnline)
    clearTimeout(this.#patience)
    clearTimeout(this.#changing)
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('token')) void this.load()
  }

  protected override updated(changed: PropertyValues): void {
    if (changed.has('step') && changed.get('step') !== undefined) void this.#focusHeading()
  }

  /** It still asks for the mark, or for a reason. */
  get waiting(): boolean {
    return this.step === 'rate' || this.step === 'reasons'
  }

  /** Reads what this link stands for; answers that rest on the phone go first, so that the server's word is the last one. */
  async load(): Promise<void> {
    if (!this.token) return
    this.step = 'loading'
    try {
      await this.box.flush()
      const survey = await this.read(this.token)
      this.survey = survey
      void forgetBefore(survey.today)
      // A tablet stands before everybody: what one visitor began is kept nowhere.
      this.draft = this.tablet ? emptyDraft : savedDraft(sessionStorage, this.token)
      this.delivery = this.box.has(this.token) ? 'kept' : 'sent'
      emit(this, 'survey', survey)
      this.step = stepOf(survey, this.delivery === 'kept')
    } catch (error) {
      const code = codeOf(error)
      this.step = REFUSED[code] ?? 'error'
    }
  }

  protected override render() {
    const { step, survey } = this
    switch (step) {
      case 'loading':
        return html`<main><ui-state kind="loading" heading=${t(surveyText['state.loading'])}></ui-state></main>`
      case 'offline':
      case 'error':
        return html`<main>
          <h1 class="vh">${t(surveyText['page.title'])}</h1>
          <ui-state kind=${step} heading=${t(surveyText[`state.${step}`])} @retry=${() => this.load()}
            >${t(surveyText[`state.${step}What`])}</ui-state
          >
        </main>`
      case 'unknown':
      case 'atWork':
      case 'expired':
      case 'used':
        return html`<main>
            <h1 class="vh">${t(surveyText['page.title'])}</h1>
            <ui-state kind="empty" .icon=${step === 'used' ? 'check' : 'info'} heading=${t(surveyText[`state.${step}`])}
              >${t(surveyText[`state.${step}What`])}</ui-state
            >
            ${survey?.complained ? html`<a href=${this.#complaint}>${t(surveyText['thanks.complained'])}</a>` : nothing}
          </main>
          ${
            step === 'used' && survey?.state === 'rated' && survey.questions
              ? html`<ui-dock role="region" aria-label=${t(surveyText['page.actions'])}>
                  <ui-button @click=${() => this.#ask()}>${t(surveyText['thanks.skm'])}</ui-button>
                </ui-dock>`
              : nothing
          }`
      case 'rate':
        return html`<survey-rate
          .service=${survey!.service.name}
          .date=${survey!.date}
          .until=${this.tablet ? undefined : survey!}
          @rate=${(event: CustomEvent<{ value: Score }>) => this.#rate(event.detail.value)}
        ></survey-rate>`
      case 'reasons':
        return html`<survey-reasons
          .mark=${this.held!.body.rating}
          .chosen=${this.held!.body.reasons ?? []}
          ?tablet=${this.tablet}
          @reasons=${(event: CustomEvent<{ selected: Reason[] }>) => this.#hold({ reasons: event.detail.selected })}
          @settle=${() => this.#settle()}
        ></survey-reasons>`
      case 'skm':
        return html`<survey-skm
          .free=${survey!.free}
          .asked=${survey!.asked}
          .draft=${this.draft}
          ?busy=${this.delivery === 'sending'}
          @draft=${(event: CustomEvent<Draft>) => this.#keepDraft(event.detail)}
          @answers=${(event: CustomEvent<AnswersBody>) => this.#answers(event.detail)}
        ></survey-skm>`
      case 'thanks':
      case 'end':
        return html`<survey-thanks
          .delivery=${this.delivery}
          complaint=${this.#complaint}
          ?complained=${survey!.complained === true}
          ?more=${step === 'thanks' && survey!.questions}
          ?tablet=${this.tablet}
          ?change=${step === 'thanks' && this.given !== undefined}
          @redo=${() => (this.step = 'rate')}
          @more=${() => this.#ask()}
        ></survey-thanks>`
    }
  }

  /**
   * The address of the complaint of this visit; none on a tablet, and while the server has not got a low rating. Nothing keeps who rated how:
   * whoever opens the link again after a rating finds it as well, as long as it can be written.
   */
  get #complaint(): string {
    const { complained, state, until = 0 } = this.survey ?? {}
    const again = state === 'rated' || (state === 'complete' && Date.now() < until)
    if (this.tablet || !(complained || again || (this.low && this.delivery === 'sent'))) return ''
    return `/s/${encodeURIComponent(this.token)}/keluhan?lang=${lang()}`
  }

  #rate(rating: Score): void {
    if (this.held || this.step !== 'rate') return
    this.held = { token: this.token, key: newKey(), kind: 'rating', body: { rating, ...this.#instead() } }
    this.box.keep(this.held)
    if (!asksReason(rating)) return void this.#settle()
    this.#hold({})
    this.step = 'reasons'
  }

  /** What this rating replaces, when its finger has slipped before. */
  #instead(): { instead?: NonNullable<RatingBody['instead']> } {
    const { key, body } = this.given ?? {}
    const change = key === undefined ? undefined : this.#change
    if (key === undefined || !body || change === undefined) return {}
    const { rating, reasons } = body
    return { instead: { key, rating, change, ...(reasons ? { reasons } : {}) } }
  }

  /** The first rating opens the minute; one that replaced another is changed within the same one. */
  #arrivedRating(item: Sending & { kind: 'rating' }): void {
    const change = this.box.changeOf(item.key)
    if (change !== undefined) {
      this.#change = change
      clearTimeout(this.#changing)
      this.#changing = setTimeout(() => {
        this.given = undefined
        this.#change = undefined
      }, CHANGE_MS)
    }
    this.given = this.#change === undefined ? undefined : item
  }

  #hold(part: { reasons?: Reason[] }): void {
    if (!this.held) return
    this.held = { ...this.held, body: { ...this.held.body, ...part } }
    this.box.keep(this.held)
    clearTimeout(this.#patience)
    this.#patience = setTimeout(() => void this.#settle(), REASONS_MS)
  }

  async #settle(): Promise<void> {
    const item = this.held
    if (!item) return
    clearTimeout(this.#patience)
    this.held = undefined
    this.low = asksReason(item.body.rating)
    this.delivery = 'sending'
    this.step = 'thanks'
    const outcome = await this.box.send(item.key)
    if (outcome === 'sent') this.#arrivedRating(item)
    this.#arrived(outcome)
    emit(this, 'answered', { token: item.token })
  }

  #ask(): void {
    this.#asked = Date.now()
    this.step = 'skm'
  }

  async #answers(answers: AnswersBody): Promise<void> {
    const at = Date.now()
    const body = { ...answers, at, took: Math.min(MOST_SECONDS, Math.round((at - this.#asked) / 1000)) }
    const item: Sending = { token: this.token, key: newKey(), kind: 'answers', body }
    this.box.keep(item)
    saveDraft(sessionStorage, this.token, undefined)
    this.delivery = 'sending'
    this.step = 'end'
    this.#arrived(await this.box.send(item.key))
  }

  #arrived(outcome: Outcome): void {
    if (outcome === 'used' || outcome === 'expired') {
      this.step = outcome
      // Rated somewhere else: the nine questions may still be open.
      this.read(this.token).then(
        survey => (this.survey = survey),
        () => {},
      )
    } else if (outcome === 'refused') this.step = 'error'
    else this.delivery = outcome
  }

  #keepDraft(draft: Draft): void {
    this.draft = draft
    if (!this.tablet) saveDraft(sessionStorage, this.token, draft)
  }

  async #focusHeading(): Promise<void> {
    window.scrollTo(0, 0)
    const page = this.renderRoot.querySelector<LitElement>('survey-reasons, survey-thanks, survey-skm')
    await page?.updateComplete
    page?.renderRoot.querySelector<HTMLElement>('h1')?.focus()
  }

  #onVisibility = (): void => {
    if (document.visibilityState === 'hidden') this.#onLeave()
    else this.#onOnline()
  }

  // Once sent, a rating cannot change under its key any more, so leaving the page ends the choice of reasons.
  #onLeave = (): void => {
    this.box.leave()
    if (!this.held) return
    clearTimeout(this.#patience)
    this.held = undefined
    this.delivery = 'sending'
    this.step = 'thanks'
    emit(this, 'answered', { token: this.token })
  }

  #onOnline = (): void => {
    if (this.step === 'offline') return void this.load()
    if (!this.box.has(this.token)) return
    void this.box.flush(this.held?.key).then(() => {
      if (!this.box.has(this.token)) this.delivery = 'sent'
    })
  }
}

type RatingBody = Extract<Sending, { kind: 'rating' }>['body']
type AnswersBody = Extract<Sending, { kind: 'answers' }>['body']

declare global {
  interface HTMLElementTagNameMap {
    'survey-visit': SurveyVisit
  }
}
