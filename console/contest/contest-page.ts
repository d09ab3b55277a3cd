import { LitElement, html, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { keyed } from 'lit/directives/keyed.js'
import type { Reply } from '../../shared/contracts/api.ts'
import { officeDate, type LocalDate } from '../../shared/kit/time.ts'
import type { OfficeInfo } from '../../shared/office/office.ts'
import { contestableDays } from '../../shared/officer/contest/contest.ts'
import { fixedPeriod, latestPeriods } from '../../shared/survey/fixed-periods.ts'
import { contestStateText, contestText as words } from '../../shared/text/contest.ts'
import { LangController, t } from '../../shared/web/lang.ts'
import type { LiveDay } from '../../shared/web/live-day.ts'
import { baseStyles } from '../../shared/web/ui/base-styles.ts'
import '../../shared/web/ui/ui-state.ts'
import '../../shared/web/ui/ui-tag.ts'
import { NEWS_CHANGED, ask } from '../parts/ask.ts'
import { Fetched, whenRead } from '../parts/fetched.ts'
import type { StaffView } from '../parts/page.ts'
import { paneStyles } from '../parts/pane-styles.ts'
import './contest-form.ts'
import { contestStyles } from './contest-styles.ts'
import './contest-view.ts'
import { daySays, isClosedPeriod, periodSays } from './contest-words.ts'

type Contests = Reply<'GET /api/me/contests'>
type Contest = Contests['contests'][number]

/** Address of the page; behind it an objection, or `baru/` and a period for a new one. */
const HERE = '#/keberatan'
const NEW = 'baru/'

/** Objections: the own ones, those that wait for whoever is signed in, and the form of a new one. */
@customElement('contest-page')
export class ContestPage extends LitElement {
  static override styles = [baseStyles, paneStyles, contestStyles]

  @property({ attribute: false }) office!: OfficeInfo
  @property({ attribute: false }) staff!: StaffView
  @property({ attribute: false }) live!: LiveDay
  @property() path = ''
  #round = 0
  readonly #all = new Fetched<Contests>(this)
  /** The periods that closed last and may still be objected to. */
  readonly #open = new Fetched<readonly string[]>(this)

  constructor() {
    super()
    new LangController(this)
  }

  protected override willUpdate(): void {
    this.#all.want(`${this.#round} ${this.live.news}`, () => ask('GET /api/me/contests', {}))
    const today = officeDate(this.live.now(), this.office.zone)
    if (this.path === '' && this.staff.permissions.includes('officer.read.own'))
      this.#open.want(`${this.#round} ${today}`, () => openOf(today))
  }

  #again(): void {
    window.dispatchEvent(new Event(NEWS_CHANGED))
    this.#round += 1
    this.requestUpdate()
  }

  protected override render() {
    const period = this.path.startsWith(NEW) ? this.path.slice(NEW.length) : ''
    const had = this.#all.value?.contests.find(c => c.officer.id === this.staff.id && c.period === period)
    if (fixedPeriod(period) && !had)
      return keyed(
        period,
        html`${this.#back()}<contest-form
            .office=${this.office}
            .live=${this.live}
            period=${period}
            @objected=${(e: CustomEvent<string>) => {
              this.#again()
              location.hash = `${HERE}/${e.detail}`
            }}
          ></contest-form>`,
      )
    return whenRead(this.#all, all => {
      const one = had ?? all.contests.find(c => c.id === this.path)
      // What is half written about one objection is not there for the next.
      return one
        ? keyed(
            one.id,
            html`${this.#back()}<contest-view
                .office=${this.office}
                .contest=${one}
                reader=${this.staff.id}
                @changed=${() => this.#again()}
              ></contest-view>`,
          )
        : this.#list(all)
    })
  }

  #back() {
    return html`<p><a href=${HERE}>${t(words.back)}</a></p>`
  }

  #list({ contests: all, reminders }: Contests) {
    const waiting = all.filter(c => c.may.answer || c.may.decide)
    const mine = all.filter(c => c.officer.id === this.staff.id)
    const others = all.filter(c => !waiting.includes(c) && !mine.includes(c))
    return html`<h1>${t(words.title)}</h1>
      <p class="soft">${t(words.lead)}</p>
      <div class="stack">
        ${
          all.length === 0
            ? html`<ui-state kind="empty" heading=${t(words.none)}>${t(words['none.why'])}</ui-state>`
            : nothing
        }
        ${this.#reminders(all, reminders)} ${this.#pane('waiting', waiting)} ${this.#pane('mine', mine)}
        ${this.#pane('others', others)}
        ${this.staff.permissions.includes('officer.read.own') ? this.#begin(mine) : nothing}
      </div>`
  }

  #reminders(all: readonly Contest[], reminders: Contests['reminders']) {
    const known = reminders.flatMap(r => all.filter(c => c.id === r.contest).map(c => ({ ...c, kind: r.kind })))
    if (known.length === 0) return nothing
    return html`<section class="pane" aria-labelledby="reminders">
      <h2 id="reminders">${t(words.reminders)}</h2>
      <ul class="plain">
        ${known.map(
          c =>
            html`<li>
              <a href="${HERE}/${c.id}">${c.officer.name}, ${periodSays(c.period)}</a>
              <span class="note">${remindsOf(c)}</span>
            </li>`,
        )}
      </ul>
    </section>`
  }

  #pane(key: 'waiting' | 'mine' | 'others', contests: readonly Contest[]) {
    if (contests.length === 0) return nothing
    return html`<section class="pane" aria-labelledby=${key}>
      <h2 id=${key}>${t(words[key])}</h2>
      <ul class="plain">
        ${contests.map(
          c =>
            html`<li>
              <a href="${HERE}/${c.id}">${c.officer.name}, ${periodSays(c.period)}</a>
              <ui-tag>${t(contestStateText[c.state])}</ui-tag>
              ${c.decision || c.withdrawnAt !== null ? nothing : html`<span class="note">${untilOf(c)}</span>`}
            </li>`,
        )}
      </ul>
    </section>`
  }

  /** The periods that may be objected to and were not yet. */
  #begin(mine: readonly Contest[]) {
    const closed = (this.#open.value ?? []).filter(key => !mine.some(c => c.period === key))
    if (closed.length === 0) return nothing
    return html`<section class="pane" aria-labelledby="new">
      <h2 id="new">${t(words.new)}</h2>
      <ul class="plain">
        ${closed.map(key => html`<li><a href="${HERE}/${NEW}${key}">${periodSays(key)}</a></li>`)}
      </ul>
    </section>`
  }
}

/** The periods that closed last, less those to which the server takes no objection. */
async function openOf(today: LocalDate): Promise<readonly string[]> {
  const closed = (['quarter', 'semester'] as const).map(kind => latestPeriods(kind, today, 2)[1]!)
  const open = await Promise.all(
    closed.map(async ({ key: period, to }) => {
      const body = { period, excluded: { ...contestableDays({ to }), hours: [], counters: [] } }
      try {
        await ask('POST /api/me/contests/meant', { body })
      } catch (error) {
        if (isClosedPeriod(error)) return []
        throw error
      }
      return [period]
    }),
  )
  return open.flat()
}

/** Until when an objection waits for whoever looks: for their own word, or for the decision. */
function untilOf({ may, until, lateDays: days }: Contest): string {
  if (days > 0) return t(words.late, { days })
  return may.answer
    ? t(words['answer.until'], { date: daySays(until.answer) })
    : t(words['decide.until'], { date: daySays(until.decide) })
}

/** What a reminder says, in the words of the objection itself. */
function remindsOf({
  kind,
  state,
  until,
  lateDays: days,
}: Contest & Pick<Contests['reminders'][number], 'kind'>): string {
  if (kind === 'answer') return t(words['answer.until'], { date: daySays(until.answer) })
  if (kind === 'raised' && state === 'raised') return t(words['late.raise'], { date: daySays(until.raise) })
  return days > 0 ? t(words.late, { days }) : t(words['decide.until'], { date: daySays(until.decide) })
}

declare global {
  interface HTMLElementTagNameMap {
    'contest-page': ContestPage
  }
}
