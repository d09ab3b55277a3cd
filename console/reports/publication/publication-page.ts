import { LitElement, css, html, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { Input, Reply } from '../../../shared/contracts/api.ts'
import { officeDate } from '../../../shared/kit/time.ts'
import type { OfficeInfo } from '../../../shared/office/office.ts'
import { latestPeriods } from '../../../shared/survey/fixed-periods.ts'
import { unsurName } from '../../../shared/survey/unsur-name.ts'
import { MEDIA, MOST_REASON, type Medium, type Published } from '../../../shared/survey/publication/publication.ts'
import { periodName } from '../../../shared/text/period.ts'
import {
  mediumText,
  notPublishedText,
  publicationText as told,
  publishText as words,
} from '../../../shared/text/publication.ts'
import { numberText } from '../../../shared/text/text.ts'
import { actOf } from '../../../shared/web/act.ts'
import { LangController, lang, t } from '../../../shared/web/lang.ts'
import type { LiveDay } from '../../../shared/web/live-day.ts'
import { baseStyles } from '../../../shared/web/ui/base-styles.ts'
import '../../../shared/web/ui/ui-banner.ts'
import '../../../shared/web/ui/ui-button.ts'
import '../../../shared/web/ui/ui-dialog.ts'
import '../../../shared/web/ui/ui-state.ts'
import { ask } from '../../parts/ask.ts'
import { Fetched, whenRead } from '../../parts/fetched.ts'
import { fieldStyles } from '../../parts/field-styles.ts'
import { paneStyles } from '../../parts/pane-styles.ts'
import { sentenceOf } from '../../parts/sentence.ts'
import './evaluation-pane.ts'
import { nameOfPeriod, versionLine } from './version-line.ts'

const ALL = 'GET /api/offices/:office/publications'
const PREVIEW = 'GET /api/offices/:office/publications/:period'
const PUBLISH = 'POST /api/offices/:office/publications/:period'
type Versions = Reply<typeof ALL>['versions']
type Preview = Reply<typeof PREVIEW>

/** What the office publishes of its IKM: a closed period is looked at, then frozen; every version stays. */
@customElement('publication-page')
export class PublicationPage extends LitElement {
  static override styles = [
    baseStyles,
    fieldStyles,
    paneStyles,
    css`
      fieldset {
        margin: 0;
        padding: 0;
        border: 0;
      }
      fieldset label {
        display: inline-flex;
        align-items: center;
        gap: 0.5rem;
        min-height: 44px;
        margin-right: 1.2rem;
      }
      input[type='checkbox'] {
        width: 1.25rem;
        height: 1.25rem;
        accent-color: var(--accent);
      }
      .value {
        font-size: var(--t-xl);
        font-weight: 800;
      }
      dl {
        display: grid;
        grid-template-columns: minmax(0, 1fr) auto;
        gap: 0.2rem 1rem;
        max-width: 34rem;
      }
      dd {
        font-variant-numeric: tabular-nums;
      }
      textarea {
        width: 100%;
        max-width: 40rem;
        min-height: 4rem;
      }
      .links a {
        display: inline-grid;
        align-items: center;
        min-height: 44px;
        margin-right: 1.2rem;
      }
      section + section {
        margin-top: var(--s4);
      }
      li {
        padding: 0.6rem 0;
        border-bottom: 1px solid var(--line);
      }
    `,
  ]

  @property({ attribute: false }) office!: OfficeInfo
  @property({ attribute: false }) live!: LiveDay
  @state() private chosen: string | undefined
  @state() private reason = ''
  /** What was ticked; until then the media of the newest version. */
  @state() private media: readonly Medium[] | undefined
  @state() private asking = false
  @state() private missing = false
  @state() private done = false
  #round = 0
  readonly #all = new Fetched<{ readonly versions: Versions }>(this)
  readonly #preview = new Fetched<Preview>(this)
  readonly #act = actOf(() => this.requestUpdate())

  constructor() {
    super()
    new LangController(this)
  }

  get #periods() {
    const today = officeDate(this.live.now(), this.office.zone)
    const over = (kind: 'quarter' | 'semester' | 'year', n: number) =>
      latestPeriods(kind, today, n + 1).filter(period => period.to < today)
    return [...over('quarter', 5), ...over('semester', 3), ...over('year', 2)]
  }

  get #period(): string {
    return this.chosen ?? this.#periods[0]!.key
  }

  protected override willUpdate(): void {
    const office = this.office.id
    this.#all.want(`${this.#round}`, () => ask(ALL, { params: { office } }))
    const params = { office, period: this.#period }
    this.#preview.want(`${this.#round} ${this.#period}`, () => ask(PREVIEW, { params }), this.#period)
  }

  protected override render() {
    return html`<h1>${t(words.title)}</h1>
      <p class="soft">${t(words.lead)}</p>
      ${this.#act.error === undefined ? nothing : html`<ui-banner tone="bad">${sentenceOf(this.#act.error)}</ui-banner>`}
      <div role="status">${this.done ? html`<ui-banner tone="info">${t(words.done)}</ui-banner>` : nothing}</div>
      ${whenRead(this.#all, ({ versions }) => this.#content(versions))}`
  }

  #content(versions: Versions) {
    return html`<section class="pane" aria-labelledby="next">
        <h2 id="next">${t(words.preview)}</h2>
        <label class="field show">
          <span>${t(words.period)}</span>
          <select @change=${this.#choose}>
            ${this.#periods.map(
              p => html`<option value=${p.key} .selected=${p.key === this.#period}>${periodName(p, lang())}</option>`,
            )}
          </select>
        </label>
        ${whenRead(this.#preview, view => this.#next(view, versions))}
      </section>
      <section class="pane" aria-labelledby="versions">
        <h2 id="versions">${t(words.versions)}</h2>
        ${
          versions.length === 0
            ? html`<ui-state kind="empty" heading=${t(words.none)}>${t(words['none.why'])}</ui-state>`
            : html`<p>
                  <a href="/ikm/${this.office.id}?lang=${lang()}" target="_blank" rel="noopener">${t(words.open)}</a>
                </p>
                <ul>
                  ${versions.map(version => versionLine(version, this.office))}
                </ul>`
        }
      </section>
      <section class="pane">
        <evaluation-pane .office=${this.office} .round=${this.#round}></evaluation-pane>
      </section>`
  }

  #next({ now, why }: Preview, versions: Versions) {
    if (!now)
      return html`<ui-state kind="empty" heading=${t(notPublishedText(why ?? 'few'))}>${t(words['why.not'])}</ui-state>`
    const newest = versions.find(one => one.body.period === now.period)
    const media = this.media ?? newest?.media ?? ['page']
    const same =
      newest !== undefined &&
      JSON.stringify(newest.body) === JSON.stringify(now) &&
      JSON.stringify(newest.media) === JSON.stringify(media)
    return html`${this.#figures(now)}
      <fieldset>
        <legend>${t(words.media)}</legend>
        ${MEDIA.map(
          medium =>
            html`<label
              ><input
                type="checkbox"
                .checked=${media.includes(medium)}
                ?disabled=${medium === 'page'}
                @change=${(e: Event) => this.#tick(media, medium, (e.target as HTMLInputElement).checked)}
              />${t(mediumText[medium])}</label
            >`,
        )}
        <p class="note">${t(words['media.count'], { n: media.length })}</p>
      </fieldset>
      ${
        newest && !same
          ? html`<label class="field">
              <span>${t(words.reason)}</span>
              <textarea
                maxlength=${MOST_REASON}
                aria-invalid=${this.missing ? 'true' : nothing}
                .value=${this.reason}
                @input=${(e: Event) => this.#write((e.target as HTMLTextAreaElement).value)}
              ></textarea>
              ${this.missing ? html`<span class="note" role="alert">${t(words['reason.need'])}</span>` : nothing}
            </label>`
          : nothing
      }
      ${
        same
          ? html`<p class="note">${t(words.same)}</p>`
          : html`<ui-button variant="primary" ?busy=${this.#act.busy()} @click=${() => this.#ask(newest !== undefined)}
              >${newest ? t(words['publish.again'], { n: newest.version + 1 }) : t(words.publish)}</ui-button
            >`
      }
      <ui-dialog
        ?open=${this.asking}
        heading=${t(words.sure, { period: nameOfPeriod(now.period) })}
        primary=${t(words.no)}
        secondary=${t(words.publish)}
        @primary=${() => (this.asking = false)}
        @dismiss=${() => (this.asking = false)}
        @secondary=${() => void this.#publish(now, media, newest?.version ?? 0)}
        >${t(words['sure.what'], {
          ikm: numberText(now.ikm, lang(), 2),
          mutu: now.mutu,
          n: numberText(now.n, lang()),
        })}</ui-dialog
      >`
  }

  #figures(now: Published) {
    const n = (value: number, digits = 0) => numberText(value, lang(), digits)
    return html`<p class="value">${n(now.ikm, 2)} · ${now.mutu}</p>
      <p>
        ${now.interval ? t(told.interval, { low: n(now.interval.low, 2), high: n(now.interval.high, 2) }) : nothing}
        ${t(told[now.certain ? 'certain' : 'unsure'])}
      </p>
      <dl>
        <dt>${t(told.respondents)}</dt>
        <dd>${n(now.n)}</dd>
        <dt>${t(told.target)}</dt>
        <dd>${n(now.target)}, ${t(told[now.n >= now.target ? 'target.met' : 'target.missed'])}</dd>
        ${now.unsur.map(
          one =>
            html`<dt>${t(unsurName(one))}</dt>
              <dd>${n(one.nrr, 3)}</dd>`,
        )}
      </dl>`
  }

  #choose = (e: Event): void => {
    this.chosen = (e.target as HTMLSelectElement).value
    this.media = undefined
    this.reason = ''
    this.missing = false
    this.done = false
  }

  #tick(media: readonly Medium[], medium: Medium, on: boolean): void {
    this.media = MEDIA.filter(one => (one === medium ? on : media.includes(one)))
  }

  #write(reason: string): void {
    this.reason = reason
    this.missing = false
  }

  #ask(again: boolean): void {
    this.missing = again && this.reason.trim() === ''
    this.asking = !this.missing
  }

  async #publish(now: Published, media: readonly Medium[], version: number): Promise<void> {
    this.asking = false
    const input: Input<typeof PUBLISH> = {
      params: { office: this.office.id, period: now.period },
      query: undefined,
      body: { version, reason: this.reason.trim(), media: [...media] },
    }
    const done = await this.#act.run({ period: now.period, ...input.body }, key => ask(PUBLISH, input, key))
    this.done = done !== undefined
    if (this.done) {
      this.reason = ''
      this.media = undefined
    }
    // Also after a refusal: somebody else may have been first.
    this.#round += 1
    this.requestUpdate()
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'publication-page': PublicationPage
  }
}
