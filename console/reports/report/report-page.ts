import { LitElement, html, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { Reply } from '../../../shared/contracts/api.ts'
import { officeDate, type LocalDate } from '../../../shared/kit/time.ts'
import type { OfficeInfo } from '../../../shared/office/office.ts'
import { latestPeriods, PART_KINDS, settlesOn } from '../../../shared/survey/fixed-periods.ts'
import {
  CHAPTERS,
  TEXT_IDS,
  keptProposal,
  outdatedOf,
  stillProposed,
  type ReportDraft,
  type Stage,
} from '../../../shared/survey/report/draft.ts'
import { onNewest, writingOn, type Writing } from '../../../shared/survey/report/writing.ts'
import { dateYearText, periodName } from '../../../shared/text/period.ts'
import { skmReportText as words } from '../../../shared/text/skm-report.ts'
import { numberText } from '../../../shared/text/text.ts'
import { actOf } from '../../../shared/web/act.ts'
import { LangController, lang, t } from '../../../shared/web/lang.ts'
import type { LiveDay } from '../../../shared/web/live-day.ts'
import { baseStyles } from '../../../shared/web/ui/base-styles.ts'
import '../../../shared/web/ui/ui-banner.ts'
import '../../../shared/web/ui/ui-button.ts'
import '../../../shared/web/ui/ui-state.ts'
import '../../../shared/web/ui/ui-tag.ts'
import { KeptForm } from '../../kept/kept-form.ts'
import { ask } from '../../parts/ask.ts'
import { Fetched, whenRead } from '../../parts/fetched.ts'
import { fieldStyles } from '../../parts/field-styles.ts'
import { paneStyles } from '../../parts/pane-styles.ts'
import { sentenceOf } from '../../parts/sentence.ts'
import './report-files.ts'
import { movedNote, stagesPart, versionsPane } from './report-parts.ts'
import { reportStyles } from './report-styles.ts'
import './report-text.ts'
import type { TextChange } from './report-text.ts'

const READ = 'GET /api/offices/:office/reports/:period'
const SAVE = 'POST /api/offices/:office/reports/:period'
/** How many periods of a kind are offered. */
const OFFERED = { quarter: 9, semester: 5, year: 4 } as const
type View = Reply<typeof READ>

/** The official report of a closed period: what it still lacks, its files, and its texts, each proposed until somebody decides it. */
@customElement('skm-report-page')
export class SkmReportPage extends LitElement {
  static override styles = [baseStyles, fieldStyles, paneStyles, reportStyles]

  @property({ attribute: false }) office!: OfficeInfo
  @property({ attribute: false }) live!: LiveDay
  /** The period that its address names. */
  @property() path = ''
  @state() private chosen: string | undefined
  /** What is being written and not saved. */
  @state() private work: Writing | undefined
  /** The version of somebody else on which the work was put. */
  @state() private moved = 0
  @state() private saved = false
  #round = 0
  readonly #report = new Fetched<View>(this)
  readonly #act = actOf(() => this.requestUpdate())
  readonly #kept = new KeptForm(this, {
    form: () => `skm-report ${this.office.id} ${this.#period ?? ''}`,
    read: () => (this.work ? { work: JSON.stringify(this.work) } : undefined),
    write: ({ work }) => (this.work = work === undefined ? undefined : (JSON.parse(work) as Writing)),
  })

  constructor() {
    super()
    new LangController(this)
  }

  get #periods() {
    const today = officeDate(this.live.now(), this.office.zone)
    return PART_KINDS.flatMap(kind => latestPeriods(kind, today, OFFERED[kind])).filter(p => settlesOn(p.to) <= today)
  }

  /** Until one is chosen, the one of the address, else the last quarter that is closed. */
  get #period(): string | undefined {
    const periods = this.#periods
    return this.chosen ?? (periods.find(p => p.key === this.path) ?? periods[0])?.key
  }

  protected override willUpdate(): void {
    const period = this.#period
    if (period === undefined) return
    const asked = { params: { office: this.office.id, period } }
    this.#report.want(`${period} ${this.#round}`, async () => this.#read(await ask(READ, asked), period), period)
  }

  /** What is being written comes to stand on what was saved meanwhile. */
  #read(view: View, period: string): View {
    if (!this.work || period !== this.#period || this.work.version === view.version) return view
    this.work = onNewest(this.work, view.draft, view.version)
    this.moved = view.version
    return view
  }

  protected override render() {
    const period = this.#period
    return html`<h1>${t(words.title)}</h1>
      <p class="soft">${t(words.lead)}</p>
      ${
        period === undefined
          ? html`<ui-state kind="empty" heading=${t(words.none)}>${t(words['none.why'])}</ui-state>`
          : html`<label class="field show">
                <span>${t(words.period)}</span>
                <select @change=${(e: Event) => this.#choose((e.target as HTMLSelectElement).value)}>
                  ${this.#periods.map(
                    p => html`<option value=${p.key} .selected=${p.key === period}>${periodName(p, lang())}</option>`,
                  )}
                </select>
              </label>
              ${whenRead(this.#report, view => this.#content(view, period))}`
      }`
  }

  #content(view: View, period: string) {
    const now = this.#now(view)
    return html`<div class="top">
        ${this.#lacks(view, now)}
        <report-files
          officeId=${this.office.id}
          period=${period}
          ?pdf=${view.pdf}
          ?rows=${view.rows}
          ?unsaved=${this.work !== undefined}
        ></report-files>
      </div>
      ${this.#kept.note(() => this.#discard())} ${this.#form(view, now)}
      ${versionsPane(view.versions, this.office.zone)}`
  }

  #lacks(view: View, draft: ReportDraft) {
    const n = (count: number) => numberText(count, lang())
    const open = stillProposed(draft).length
    const outdated = outdatedOf(draft, view.proposals).length
    const forum = view.forumOn === null ? t(words['forum.none']) : dateYearText(view.forumOn, lang())
    const minutes = view.minutes === '' ? '' : `, ${t(words['lacks.minutes'], { minutes: view.minutes })}`
    const line = (done: boolean, said: unknown) =>
      html`<li>
        <span>${said}</span> <ui-tag tone=${done ? 'go' : 'warn'}>${t(words[done ? 'is.done' : 'is.open'])}</ui-tag>
      </li>`
    const plan = html`<a href="#/tindak-lanjut/rencana">${t(words['to.plan'])}</a>`
    return html`<section class="pane" aria-labelledby="before">
      <h2 id="before">${t(words.before)}</h2>
      ${
        view.ikm === null || view.mutu === null
          ? nothing
          : html`<p>${t(words.ikm, { ikm: numberText(view.ikm, lang(), 2), mutu: view.mutu })}</p>`
      }
      <ul>
        ${line(view.shown, t(words['lacks.figures']))}
        ${line(view.n > 0 && view.n >= view.target, t(words['lacks.sample'], { n: n(view.n), target: n(view.target) }))}
        ${line(open === 0, t(words['lacks.texts'], { n: n(open) }))}
        ${outdated === 0 ? nothing : line(false, t(words['lacks.outdated'], { n: n(outdated) }))}
        ${line(view.planned > 0, html`${t(words['lacks.plan'], { n: n(view.planned) })} ${plan}`)}
        ${line(view.forumOn !== null, `${t(words['lacks.forum'], { date: forum })}${minutes}`)}
        ${line(view.followed > 0, t(words['lacks.followed'], { n: n(view.followed) }))}
        ${line(view.signatory, t(words['lacks.signatory']))}
      </ul>
    </section>`
  }

  #form(view: View, now: ReportDraft) {
    const open = stillProposed(now)
    const said = Object.fromEntries(open.map(id => [id, view.proposals[id]]))
    const seen = Object.fromEntries(open.map(id => [id, keptProposal(view.proposals[id])]))
    const outdated = outdatedOf(now, view.proposals)
    return html`<form class="pane" @submit=${(e: Event) => void this.#save(e, view, now)}>
      <h2>${t(words.texts)}</h2>
      ${
        open.length > 0
          ? html`<div class="acts">
              <ui-button
                size="s"
                @click=${() => this.#put(view, { texts: { ...now.texts, ...said }, on: { ...now.on, ...seen } })}
                >${t(words['accept.all'])}</ui-button
              >
            </div>`
          : nothing
      }
      <div class="texts">
        ${TEXT_IDS.map(id => {
          const chapter = CHAPTERS.find(one => one.from === id)
          return html`${chapter ? html`<p class="chapter" lang="id">${chapter.number} ${chapter.title}</p>` : nothing}
            <report-text
              .of=${id}
              .proposal=${view.proposals[id]}
              .text=${now.texts[id]}
              .heading=${now.titles[id]}
              .theirs=${this.work?.theirs[id]}
              ?outdated=${outdated.includes(id)}
              @text=${(e: CustomEvent<TextChange>) => this.#change(view, e.detail)}
            ></report-text>`
        })}
      </div>
      ${stagesPart(now.stages ?? view.stages, (at, change) => this.#stage(view, at, change))}
      <label class="field show">
        <span>${t(words.signedOn)}</span>
        <input
          type="date"
          .value=${now.signedOn ?? ''}
          @change=${(e: Event) => {
            const signedOn = ((e.target as HTMLInputElement).value || null) as LocalDate | null
            this.#put(view, { signedOn })
          }}
        />
      </label>
      ${this.#act.error === undefined ? nothing : html`<ui-banner tone="bad">${sentenceOf(this.#act.error)}</ui-banner>`}
      <div role="status">${movedNote(this.work, this.moved)}</div>
      <p class="note" role="status">${this.saved ? t(words.saved) : ''}</p>
      <div class="acts">
        <ui-button variant="primary" type="submit" ?busy=${this.#act.busy()} ?disabled=${this.work === undefined}
          >${t(words.save, { n: view.version + 1 })}</ui-button
        >
        ${
          this.work === undefined
            ? nothing
            : html`<ui-button variant="plain" @click=${() => this.#discard()}>${t(words.discard)}</ui-button>`
        }
      </div>
    </form>`
  }

  /** What is in the form by now: the page may not have been drawn since. */
  #now(view: View): ReportDraft {
    return this.work?.draft ?? view.draft
  }

  #change(view: View, { id, text, title, looked = false }: TextChange): void {
    const now = this.#now(view)
    const { [id]: before, ...texts } = now.texts
    const { [id]: _, ...titles } = now.titles
    const { [id]: seen, ...on } = now.on ?? {}
    // Whoever goes on writing has not looked at a new proposal yet.
    const proposal = looked || before === undefined ? view.proposals[id] : seen
    this.#put(view, {
      texts: text === undefined ? texts : { ...texts, [id]: text },
      titles: title === undefined ? titles : { ...titles, [id]: title },
      on: text === undefined || proposal === undefined ? on : { ...on, [id]: keptProposal(proposal) },
    })
  }

  #stage(view: View, at: number, change: Partial<Stage>): void {
    const now = this.#now(view)
    const stages = (now.stages ?? view.stages).map((one, i) => (i === at ? { ...one, ...change } : one))
    this.#put(view, { stages })
  }

  #put(view: View, change: Partial<ReportDraft>): void {
    const work = this.work ?? writingOn(view.draft, view.version)
    this.work = { ...work, draft: { ...work.draft, ...change } }
    this.saved = false
  }

  #discard(): void {
    this.work = undefined
    this.moved = 0
    this.#kept.drop()
  }

  #choose(period: string): void {
    this.chosen = period
    this.work = undefined
    this.moved = 0
    this.saved = false
  }

  async #save(event: Event, view: View, draft: ReportDraft): Promise<void> {
    event.preventDefault()
    const period = this.#period!
    // The version on which it was written: what was saved meanwhile is never written over.
    const version = this.work?.version ?? view.version
    const body = { draft: { ...draft, stages: draft.stages && [...draft.stages] }, version }
    const input = { params: { office: this.office.id, period }, query: undefined, body }
    const done = await this.#act.run({ period, version, draft }, key => ask(SAVE, input, key))
    // Also after a refusal: somebody else may have been first.
    this.#round += 1
    this.requestUpdate()
    if (!done) return
    this.saved = true
    this.#discard()
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'skm-report-page': SkmReportPage
  }
}
