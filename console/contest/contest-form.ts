import { LitElement, html, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { OfficeInfo } from '../../shared/office/office.ts'
import {
  CONTEST_CAUSES,
  contestableDays,
  type ContestCause,
  type Excluded,
} from '../../shared/officer/contest/contest.ts'
import { officeDate } from '../../shared/kit/time.ts'
import { fixedPeriod } from '../../shared/survey/fixed-periods.ts'
import { contestCauseText, contestText as words } from '../../shared/text/contest.ts'
import { numberText } from '../../shared/text/text.ts'
import { actOf } from '../../shared/web/act.ts'
import { LangController, lang, t } from '../../shared/web/lang.ts'
import type { LiveDay } from '../../shared/web/live-day.ts'
import { baseStyles } from '../../shared/web/ui/base-styles.ts'
import { emit } from '../../shared/web/ui/emit.ts'
import '../../shared/web/ui/ui-banner.ts'
import '../../shared/web/ui/ui-button.ts'
import { KeptForm } from '../kept/kept-form.ts'
import { ask } from '../parts/ask.ts'
import { Fetched, whenRead } from '../parts/fetched.ts'
import { fieldStyles } from '../parts/field-styles.ts'
import { paneStyles } from '../parts/pane-styles.ts'
import { sentenceOf } from '../parts/sentence.ts'
import { contestStyles } from './contest-styles.ts'
import { daySays, daysUntil, isClosedPeriod, periodSays } from './contest-words.ts'
import { excludedFields, toggled } from './excluded-fields.ts'

interface Typed {
  readonly causes: readonly ContestCause[]
  readonly excluded: Excluded
  readonly words: string
  readonly evidence: string
}

/** The form of an officer who objects: cause, days, hours, counters and why; its effect is told as a number of answers. Raises `objected`. */
@customElement('contest-form')
export class ContestForm extends LitElement {
  static override styles = [baseStyles, fieldStyles, paneStyles, contestStyles]

  @property({ attribute: false }) office!: OfficeInfo
  @property({ attribute: false }) live!: LiveDay
  /** The name of the period. */
  @property() period = ''
  @state() private typed: Typed | undefined
  @state() private noCause = false
  readonly #act = actOf(() => this.requestUpdate())
  readonly #effect = new Fetched<{ n: number; meant: number; until: string }>(this)
  readonly #kept = new KeptForm(this, {
    form: () => `contest ${this.period}`,
    read: () => (this.typed && this.typed.words !== '' ? { typed: JSON.stringify(this.typed) } : undefined),
    write: kept => (this.typed = JSON.parse(kept['typed'] ?? 'null') as Typed),
  })

  constructor() {
    super()
    new LangController(this)
  }

  get #days() {
    return contestableDays(fixedPeriod(this.period)!)
  }

  get #now(): Typed {
    return (
      this.typed ?? { causes: [], excluded: { from: '', to: '', hours: [], counters: [] }, words: '', evidence: '' }
    )
  }

  protected override willUpdate(): void {
    // Until days are chosen it is asked for the deadline alone.
    const excluded = copied({ ...this.#now.excluded, ...(this.#chosen ? {} : this.#days) })
    const body = { period: this.period, excluded }
    this.#effect.want(JSON.stringify(body), () => ask('POST /api/me/contests/meant', { body }))
  }

  get #chosen(): boolean {
    const { from, to } = this.#now.excluded
    return from !== '' && from <= to
  }

  get #backwards(): boolean {
    const { from, to } = this.#now.excluded
    return to !== '' && from > to
  }

  #change(part: Partial<Typed>): void {
    this.typed = { ...this.#now, ...part }
  }

  protected override render() {
    const { typed, zone } = { typed: this.#now, zone: this.office.zone }
    const until = this.#effect.value?.until
    const today = officeDate(this.live.now(), zone)
    if (isClosedPeriod(this.#effect.error))
      return html`<h1>${t(words['of.period'], { period: periodSays(this.period) })}</h1>
        <ui-banner>${sentenceOf(this.#effect.error)}</ui-banner>`
    return html`<header>
        <h1>${t(words['of.period'], { period: periodSays(this.period) })}</h1>
        <p class="soft">${t(words.lead)}</p>
        ${
          until === undefined
            ? nothing
            : html`<p>
                <b>${t(words.left, { days: Math.max(0, daysUntil(today, until)), date: daySays(until), zone })}</b>
              </p>`
        }
      </header>
      <ol class="steps" aria-label=${t(words.steps)}>
        ${(['object', 'answer', 'decide', 'again'] as const).map(
          step => html`<li aria-current=${step === 'object' ? 'step' : nothing}>${t(words[`step.${step}`])}</li>`,
        )}
      </ol>
      ${this.#kept.note(() => {
        this.typed = undefined
        this.#kept.drop()
      })}
      <div class="two">
        <section class="pane" aria-labelledby="what">
          <h2 id="what">${t(words['what.title'])}</h2>
          ${this.#fields(typed)}
        </section>
        <div class="stack">${this.#changes()} ${this.#stays()}</div>
      </div>`
  }

  #fields(typed: Typed) {
    return html`<form @submit=${this.#onSend}>
      <fieldset>
        <legend>${t(words.causes)}</legend>
        ${CONTEST_CAUSES.map(
          cause =>
            html`<label
              ><input
                type="checkbox"
                name="cause"
                .checked=${typed.causes.includes(cause)}
                @change=${(e: Event) => {
                  const chosen = toggled(typed.causes, cause, (e.target as HTMLInputElement).checked)
                  this.noCause = false
                  this.#change({ causes: CONTEST_CAUSES.filter(c => chosen.includes(c)) })
                }}
              />${t(contestCauseText[cause])}</label
            >`,
        )}
      </fieldset>
      ${excludedFields(this.office, typed.excluded, this.#days, excluded => this.#change({ excluded }))}
      <label class="field"
        ><span>${t(words.words)}</span
        ><textarea
          name="words"
          rows="3"
          required
          maxlength="2000"
          .value=${typed.words}
          @input=${(e: Event) => this.#change({ words: (e.target as HTMLTextAreaElement).value })}
        ></textarea>
      </label>
      <label class="field"
        ><span>${t(words.evidence)}</span
        ><textarea
          name="evidence"
          rows="2"
          maxlength="1500"
          .value=${typed.evidence}
          @input=${(e: Event) => this.#change({ evidence: (e.target as HTMLTextAreaElement).value })}
        ></textarea>
      </label>
      <div role="alert">
        ${this.noCause ? html`<ui-banner tone="bad">${t(words.cause)}</ui-banner>` : nothing}
        ${this.#act.error ? html`<ui-banner tone="bad">${sentenceOf(this.#act.error)}</ui-banner>` : nothing}
      </div>
      <ui-button variant="primary" type="submit" ?busy=${this.#act.busy()}>${t(words.send)}</ui-button>
      <button type="submit" hidden></button>
    </form>`
  }

  #changes() {
    return html`<section class="pane" aria-labelledby="may" aria-live="polite">
      <h2 id="may">${t(words['may.title'])}</h2>
      ${whenRead(
        this.#effect,
        ({ n, meant }) =>
          html`<p>
            ${
              this.#chosen
                ? t(words['may.all'], { meant: numberText(meant, lang()), n: numberText(n, lang()) })
                : t(words[this.#backwards ? 'may.backwards' : 'may.choose'])
            }
          </p>`,
      )}
      <p class="soft">${t(words['remain.words'])}</p>
      <p class="soft">${t(words['may.own'])}</p>
      <p class="soft">${t(words['may.single'])}</p>
    </section>`
  }

  #stays() {
    return html`<section class="pane" aria-labelledby="stay">
      <h2 id="stay">${t(words['stay.title'])}</h2>
      <ul class="plain">
        ${(['old', 'meanwhile', 'seen', 'late'] as const).map(key => html`<li>${t(words[`stay.${key}`])}</li>`)}
      </ul>
    </section>`
  }

  readonly #onSend = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault()
    const { causes, excluded, words: why, evidence } = this.#now
    if (causes.length === 0) {
      this.noCause = true
      this.renderRoot.querySelector<HTMLElement>('input[name=cause]')!.focus()
      return
    }
    const lines = evidence.split('\n').map(line => line.trim())
    const body = {
      ...{ period: this.period, causes: [...causes], excluded: copied(excluded), words: why },
      evidence: lines.filter(line => line !== ''),
    }
    const sent = await this.#act.run(JSON.stringify(body), key => ask('POST /api/me/contests', { body }, key))
    if (!sent) return
    this.#kept.drop()
    emit(this, 'objected', sent.contest.id)
  }
}

/** As it goes over the wire. */
export function copied({ from, to, hours, counters }: Excluded) {
  return { from, to, hours: [...hours], counters: [...counters] }
}

declare global {
  interface HTMLElementTagNameMap {
    'contest-form': ContestForm
  }
}
