import { LitElement, html, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { repeat } from 'lit/directives/repeat.js'
import type { Reply } from '../../../shared/contracts/api.ts'
import { officeDate, type LocalDate } from '../../../shared/kit/time.ts'
import type { OfficeInfo } from '../../../shared/office/office.ts'
import { latestPeriods } from '../../../shared/survey/fixed-periods.ts'
import { UNSUR } from '../../../shared/survey/instruments.ts'
import { planOnNewest, type PlanWriting } from '../../../shared/survey/loop/plan-writing.ts'
import {
  CLEAR_FROM,
  emptyRow,
  plannedName,
  planState,
  type Plan,
  type PlanRow,
} from '../../../shared/survey/loop/plan.ts'
import { dateYearText, periodName } from '../../../shared/text/period.ts'
import { planStateText, planText as words } from '../../../shared/text/plan.ts'
import { numberText } from '../../../shared/text/text.ts'
import { actOf } from '../../../shared/web/act.ts'
import { LangController, lang, t } from '../../../shared/web/lang.ts'
import type { LiveDay } from '../../../shared/web/live-day.ts'
import { baseStyles } from '../../../shared/web/ui/base-styles.ts'
import '../../../shared/web/ui/ui-banner.ts'
import '../../../shared/web/ui/ui-button.ts'
import '../../../shared/web/ui/ui-state.ts'
import { KeptForm } from '../../kept/kept-form.ts'
import { ask } from '../../parts/ask.ts'
import { Fetched, whenRead } from '../../parts/fetched.ts'
import { fieldStyles } from '../../parts/field-styles.ts'
import { paneStyles } from '../../parts/pane-styles.ts'
import { sentenceOf } from '../../parts/sentence.ts'
import { loopStyles } from './loop-styles.ts'
import './plan-row.ts'

const READ = 'GET /api/offices/:office/plans/:period'
const SAVE = 'POST /api/offices/:office/plans/:period'
type View = Reply<typeof READ>

/** The plan of a period as the report's table has it, and the form of its next version. */
@customElement('plan-pane')
export class PlanPane extends LitElement {
  static override styles = [baseStyles, fieldStyles, paneStyles, loopStyles]

  @property({ attribute: false }) office!: OfficeInfo
  @property({ attribute: false }) live!: LiveDay
  @state() private chosen: string | undefined
  /** What is being written, of which period; kept while the plan is read anew. */
  @state() private draft: ({ readonly period: string } & PlanWriting) | undefined
  /** Somebody else saved a version meanwhile. */
  @state() private moved = false
  @state() private saved = false
  #round = 0
  readonly #plan = new Fetched<View>(this)
  readonly #act = actOf(() => this.requestUpdate())
  readonly #kept = new KeptForm(this, {
    form: () => `skm-plan ${this.office.id} ${this.#period}`,
    read: () => (this.draft?.period === this.#period ? { draft: JSON.stringify(this.draft) } : undefined),
    write: ({ draft }) => {
      if (draft !== undefined) this.draft = JSON.parse(draft) as typeof this.draft
    },
  })

  constructor() {
    super()
    new LangController(this)
  }

  get #periods() {
    const today = officeDate(this.live.now(), this.office.zone)
    return [
      ...latestPeriods('quarter', today, 5),
      ...latestPeriods('semester', today, 3),
      ...latestPeriods('year', today, 2),
    ]
  }

  /** Until one is chosen, the last quarter that is over. */
  get #period(): string {
    return this.chosen ?? this.#periods[1]!.key
  }

  get #periodName(): string {
    return periodName(
      this.#periods.find(p => p.key === this.#period)!,
      lang(),
    )
  }

  protected override willUpdate(): void {
    const period = this.#period
    const asked = { params: { office: this.office.id, period } }
    this.#plan.want(`${period} ${this.#round}`, async () => this.#read(await ask(READ, asked), period), period)
  }

  /** What is being written comes to stand on what was saved meanwhile. */
  #read(view: View, period: string): View {
    if (this.draft?.period === period && view.plan) {
      this.moved ||= this.draft.version !== view.version
      this.draft = { period, ...planOnNewest(this.draft, view.plan, view.version) }
    }
    return view
  }

  protected override render() {
    return html`<section class="pane" aria-labelledby="plan">
      <h2 id="plan">${this.#periodName}</h2>
      <p class="note">
        ${t(words.lead)}
        <a href="/perbaikan/${this.office.id}?lang=${lang()}" target="_blank" rel="noopener">${t(words.public)}</a>
      </p>
      <label class="field show">
        <span>${t(words.period)}</span>
        <select @change=${(e: Event) => this.#choose((e.target as HTMLSelectElement).value)}>
          ${this.#periods.map(
            p => html`<option value=${p.key} .selected=${p.key === this.#period}>${periodName(p, lang())}</option>`,
          )}
        </select>
      </label>
      ${whenRead(this.#plan, view => this.#content(view))}
    </section>`
  }

  #content(view: View) {
    const { plan, lowest, thirdUnsure } = view
    const mean = (nrr: number) => numberText(nrr, lang(), 2)
    const named = lowest.map(one => t(words['lowest.one'], { unsur: t(plannedName(one)), nrr: mean(one.nrr) }))
    return html`<p class="note">
        ${named.length > 0 ? t(words.lowest, { unsur: named.join(', ') }) : t(words['lowest.none'], { n: CLEAR_FROM })}
        ${thirdUnsure ? t(words['lowest.third']) : ''}
      </p>
      ${plan ? this.#table(plan, view) : html`<ui-state kind="empty" heading=${t(words.none)}>${t(words['none.why'])}</ui-state>`}
      ${this.#act.error === undefined ? nothing : html`<ui-banner tone="bad">${sentenceOf(this.#act.error)}</ui-banner>`}
      <p class="vh" role="status">${this.saved ? t(words['saved.now']) : ''}</p>
      <details ?open=${plan === null || this.draft?.period === this.#period}>
        <summary>${t(words.edit)}</summary>
        ${this.#kept.note(() => this.#discard())} ${this.#moved()} ${this.#form(view)}
      </details>`
  }

  #table(plan: Plan, { version, savedAt, savedBy }: View) {
    const heads = ['no', 'unsur', 'program', 'quarters', 'owner', 'evidence', 'percent', 'state', 'told'] as const
    const saved = savedAt === null ? '' : dateYearText(officeDate(savedAt, this.office.zone), lang())
    return html`${
        plan.forumOn
          ? html`<p class="note">
              ${t(words['forum.said'], { date: dateYearText(plan.forumOn, lang()), minutes: plan.minutes || '–' })}
            </p>`
          : nothing
      }
      <div class="wide" tabindex="0" role="region" aria-label=${t(words.title)}>
        <table>
          <thead>
            <tr>
              ${heads.map(head => html`<th scope="col">${t(words[head])}</th>`)}
            </tr>
          </thead>
          <tbody>
            ${plan.rows.map(
              (row, i) =>
                html`<tr>
                  <td>${i + 1}</td>
                  <th scope="row">${t(plannedName(row))}</th>
                  <td>${row.program || '–'}</td>
                  <td>${row.quarters.map(q => t(words[`quarter.${q}`])).join(', ') || '–'}</td>
                  <td>${row.owner || '–'}</td>
                  <td>${row.evidence || '–'}</td>
                  <td>${numberText(row.percent, lang())}%</td>
                  <td>
                    ${t(planStateText[planState(row)])}${row.hurdle ? html`<br />${t(words.hurdle)}: ${row.hurdle}` : nothing}
                  </td>
                  <td>${row.told || '–'}</td>
                </tr>`,
            )}
          </tbody>
        </table>
      </div>
      <p class="note">${t(words.saved, { version, date: saved, name: savedBy ?? '' })}</p>`
  }

  /** What is in the form: what is being written, else the plan, with the lowest unsur that it lacks while it is new. */
  #written({ plan, lowest }: View): Plan {
    if (this.draft?.period === this.#period) return this.draft.plan
    return this.#began({ plan, lowest })
  }

  /** What the form begins with. */
  #began({ plan, lowest }: Pick<View, 'plan' | 'lowest'>): Plan {
    return plan ?? { rows: lowest.map(({ unsur, name }) => emptyRow(unsur, name)), forumOn: null, minutes: '' }
  }

  #form(view: View) {
    const plan = this.#written(view)
    const { rows } = plan
    const all: readonly Pick<PlanRow, 'unsur' | 'name'>[] = [...UNSUR.map(unsur => ({ unsur })), ...view.own]
    const left = all.filter(one => !rows.some(row => row.unsur === one.unsur))
    // Of what is written by then: the page may not have been drawn since.
    const put = (change: (now: Plan) => Partial<Plan>) => {
      const now = this.#written(view)
      const fresh = { ground: this.#began(view), version: view.version, both: [] }
      const on = this.draft?.period === this.#period ? this.draft : fresh
      this.draft = { ...on, period: this.#period, plan: { ...now, ...change(now) } }
    }
    const putRows = (change: (rows: Plan['rows']) => Plan['rows']) => put(now => ({ rows: change(now.rows) }))
    const value = (e: Event) => (e.target as HTMLInputElement | HTMLSelectElement).value
    return html`<form class="acts" @submit=${(e: Event) => this.#save(e, plan, view)}>
      ${repeat(
        rows,
        row => row.unsur,
        row =>
          html`<plan-row
            .row=${row}
            @row=${(e: CustomEvent<PlanRow>) =>
              putRows(all => all.map(one => (one.unsur === row.unsur ? e.detail : one)))}
            @gone=${() => putRows(all => all.filter(one => one.unsur !== row.unsur))}
          ></plan-row>`,
      )}
      ${
        left.length > 0
          ? html`<label class="field">
              <span>${t(words.add)}</span>
              <select
                @change=${(e: Event) => {
                  const chosen = value(e)
                  const { unsur, name } = left.find(one => one.unsur === chosen)!
                  ;(e.target as HTMLSelectElement).value = ''
                  putRows(all => [...all, emptyRow(unsur, name)])
                }}
              >
                <option value=""></option>
                ${left.map(one => html`<option value=${one.unsur}>${t(plannedName(one))}</option>`)}
              </select>
            </label>`
          : nothing
      }
      <label class="field"
        ><span>${t(words.forum)}: ${t(words['forum.on'])}</span
        ><input
          type="date"
          .value=${plan.forumOn ?? ''}
          @change=${(e: Event) => put(() => ({ forumOn: (value(e) || null) as LocalDate | null }))}
      /></label>
      <label class="field"
        ><span>${t(words.minutes)}</span
        ><input maxlength="400" .value=${plan.minutes} @input=${(e: Event) => put(() => ({ minutes: value(e) }))}
      /></label>
      <ui-button variant="primary" type="submit" ?busy=${this.#act.busy()}>${t(words.save)}</ui-button>
    </form>`
  }

  /** Says that the work stands on what somebody else saved, and what both wrote. */
  #moved() {
    if (!this.moved || this.draft?.period !== this.#period) return nothing
    const what = this.draft.both.map(one =>
      one === 'forumOn'
        ? t(words['forum.on'])
        : one === 'minutes'
          ? t(words.minutes)
          : t(plannedName(this.draft!.plan.rows.find(row => row.unsur === one) ?? { unsur: one })),
    )
    return html`<ui-banner tone="info"
      >${t(words['theirs.ground'], { n: this.draft.version })}
      ${what.length > 0 ? t(words['theirs.both'], { what: what.join(', ') }) : nothing}</ui-banner
    >`
  }

  #discard(): void {
    this.draft = undefined
    this.moved = false
    this.#kept.drop()
  }

  #choose(period: string): void {
    this.chosen = period
    this.moved = false
    this.saved = false
  }

  async #save(event: Event, plan: Plan, view: View): Promise<void> {
    event.preventDefault()
    const period = this.#period
    // The version on which it was written: what was saved meanwhile is never written over.
    const version = this.draft?.period === period ? this.draft.version : view.version
    this.saved = false
    const body = { plan: { ...plan, rows: plan.rows.map(row => ({ ...row, quarters: [...row.quarters] })) }, version }
    const input = { params: { office: this.office.id, period }, query: undefined, body }
    const done = await this.#act.run({ period, version, plan }, key => ask(SAVE, input, key))
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
    'plan-pane': PlanPane
  }
}
