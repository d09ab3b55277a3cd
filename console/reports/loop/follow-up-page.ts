import { LitElement, html, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { repeat } from 'lit/directives/repeat.js'
import type { Input, Reply } from '../../../shared/contracts/api.ts'
import { officeDate } from '../../../shared/kit/time.ts'
import type { OfficeInfo } from '../../../shared/office/office.ts'
import { COMPLAINT_STATES } from '../../../shared/survey/loop/complaint.ts'
import { complaintStateText, followUpText as words } from '../../../shared/text/complaints.ts'
import { planText } from '../../../shared/text/plan.ts'
import { numberText } from '../../../shared/text/text.ts'
import { actOf } from '../../../shared/web/act.ts'
import { LangController, lang, t } from '../../../shared/web/lang.ts'
import type { LiveDay } from '../../../shared/web/live-day.ts'
import { baseStyles } from '../../../shared/web/ui/base-styles.ts'
import '../../../shared/web/ui/ui-banner.ts'
import '../../../shared/web/ui/ui-state.ts'
import { ask } from '../../parts/ask.ts'
import { Fetched, whenRead } from '../../parts/fetched.ts'
import { fieldStyles } from '../../parts/field-styles.ts'
import type { StaffView } from '../../parts/page.ts'
import { paneStyles } from '../../parts/pane-styles.ts'
import { sentenceOf } from '../../parts/sentence.ts'
import './complaint-card.ts'
import type { ComplaintChange } from './complaint-card.ts'
import { loopStyles } from './loop-styles.ts'
import './plan-pane.ts'

const ROUTE = 'POST /api/offices/:office/complaints/:complaint'
/** Address of the page; behind it the plan. */
const HERE = '#/tindak-lanjut'
const PLAN = 'rencana'
const SHOWS = ['all', 'late', 'mine'] as const
type Show = (typeof SHOWS)[number]
type Complaints = Reply<'GET /api/offices/:office/complaints'>

/** Complaints after a low rating, by their state: what is late first, each with its deadline, owner and answer. */
@customElement('follow-up-page')
export class FollowUpPage extends LitElement {
  static override styles = [baseStyles, fieldStyles, paneStyles, loopStyles]

  @property({ attribute: false }) office!: OfficeInfo
  @property({ attribute: false }) staff!: StaffView
  @property({ attribute: false }) live!: LiveDay
  @property() path = ''
  @state() private show: Show = 'all'
  @state() private saved = false
  #round = 0
  readonly #complaints = new Fetched<Complaints>(this)
  readonly #act = actOf(() => this.requestUpdate())

  constructor() {
    super()
    new LangController(this)
  }

  protected override willUpdate(): void {
    const asked = { params: { office: this.office.id } }
    this.#complaints.want(`${this.#round} ${this.live.news}`, () => ask('GET /api/offices/:office/complaints', asked))
  }

  protected override render() {
    const plan = this.path === PLAN
    const link = (to: string, name: string, here: boolean) =>
      html`<a href=${to} aria-current=${here ? 'page' : nothing}>${name}</a>`
    // A plan is about the whole hall.
    const tabs =
      this.staff.agency === null
        ? html`<nav class="tabs" aria-label=${t(planText.tabs)}>
            ${link(HERE, t(planText['tab.complaints']), !plan)} ${link(`${HERE}/${PLAN}`, t(planText.tab), plan)}
          </nav>`
        : nothing
    return plan && this.staff.agency === null
      ? html`<h1>${t(planText.title)}</h1>
          ${tabs}<plan-pane .office=${this.office} .live=${this.live}></plan-pane>`
      : html`<h1>${t(words.title)}</h1>
          ${tabs}${this.#list()}`
  }

  #list() {
    return html` <p class="soft">${t(words.lead)} ${t(words['lead.days'])}</p>
      ${whenRead(this.#complaints, all => this.#content(all))}`
  }

  #content({ complaints: all, owners }: Complaints) {
    if (all.length === 0)
      return html`<ui-state kind="empty" heading=${t(words.none)}>${t(words['none.why'])}</ui-state>`
    const n = (count: number) => numberText(count, lang())
    const of: Readonly<Record<Show, Complaints['complaints']>> = {
      all,
      late: all.filter(c => c.late),
      mine: all.filter(c => c.owner === this.staff.id),
    }
    const told = of.late.filter(c => c.told.includes(this.staff.id)).length
    const shown = of[this.show]
    return html`${
        told > 0
          ? html`<ui-banner tone="bad" role="status">${t(words['told.you'], { n: n(told) })}</ui-banner>`
          : nothing
      }
      ${this.#act.error === undefined ? nothing : html`<ui-banner tone="bad">${sentenceOf(this.#act.error)}</ui-banner>`}
      <p class="vh" role="status">${this.saved ? t(words.saved) : ''}</p>
      <label class="field show">
        <span>${t(words.show)}</span>
        <select @change=${(e: Event) => this.#choose((e.target as HTMLSelectElement).value)}>
          ${SHOWS.map(
            one =>
              html`<option value=${one} .selected=${one === this.show}>
                ${t(words[`show.${one}`], { n: n(of[one].length) })}
              </option>`,
          )}
        </select>
      </label>
      <div class="states">
        ${COMPLAINT_STATES.map(one => {
          const own = shown.filter(c => c.state === one)
          return html`<section class="pane" aria-labelledby=${one}>
            <h2 id=${one}>${t(words['count.n'], { state: t(complaintStateText[one]), n: n(own.length) })}</h2>
            ${
              own.length === 0
                ? html`<p class="note">${t(words['none.here'])}</p>`
                : html`<ul>
                    ${repeat(
                      own,
                      c => c.id,
                      c =>
                        html`<li>
                          <complaint-card
                            .office=${this.office}
                            .complaint=${c}
                            .owners=${owners}
                            today=${officeDate(this.live.now(), this.office.zone)}
                            ?busy=${this.#act.busy()}
                            @act=${(e: CustomEvent<ComplaintChange>) => void this.#do(c.id, c.steps, e.detail)}
                          ></complaint-card>
                        </li>`,
                    )}
                  </ul>`
            }
          </section>`
        })}
      </div>`
  }

  #choose(value: string): void {
    this.show = SHOWS.find(one => one === value) ?? 'all'
  }

  async #do(complaint: string, steps: number, act: ComplaintChange): Promise<void> {
    this.saved = false
    const input: Input<typeof ROUTE> = {
      params: { office: this.office.id, complaint },
      query: undefined,
      body: { act, steps },
    }
    const done = await this.#act.run({ complaint, steps, act }, key => ask(ROUTE, input, key))
    this.saved = done !== undefined
    // Also after a refusal: somebody else may have been first.
    this.#round += 1
    this.requestUpdate()
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'follow-up-page': FollowUpPage
  }
}
