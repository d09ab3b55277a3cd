import { LitElement, css, html, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { Reply } from '../../shared/contracts/api.ts'
import { officeDate, type LocalDate } from '../../shared/kit/time.ts'
import { VALUES, type Guide } from '../../shared/officer/feedback/guides.ts'
import type { OfficeInfo } from '../../shared/office/office.ts'
import { feedbackText, teamText as words } from '../../shared/text/feedback.ts'
import { actOf } from '../../shared/web/act.ts'
import { LangController, t } from '../../shared/web/lang.ts'
import type { LiveDay } from '../../shared/web/live-day.ts'
import { baseStyles } from '../../shared/web/ui/base-styles.ts'
import '../../shared/web/ui/ui-banner.ts'
import '../../shared/web/ui/ui-button.ts'
import '../../shared/web/ui/ui-state.ts'
import '../../shared/web/ui/ui-tag.ts'
import '../daily/team-absences.ts'
import '../daily/team-reports.ts'
import { NEWS_CHANGED } from '../feedback/news.ts'
import { threadList, threadStyles, type Message } from '../feedback/thread-list.ts'
import { ask } from '../parts/ask.ts'
import { Fetched, whenRead } from '../parts/fetched.ts'
import { fieldStyles } from '../parts/field-styles.ts'
import type { StaffView } from '../parts/page.ts'
import { paneStyles } from '../parts/pane-styles.ts'
import { sentenceOf } from '../parts/sentence.ts'
import '../score/team-scores.ts'
import { delegationPane, giveDelegation } from './delegation-pane.ts'
import { contestsThatWait, mayPane, waitingPane, waitsOf } from './waiting-pane.ts'

type Team = Reply<'GET /api/me/team'>
type Contest = Reply<'GET /api/me/contests'>['contests'][number]

/** Whom somebody assesses, by name; on the address of one of them, what both say to each other. */
@customElement('team-page')
export class TeamPage extends LitElement {
  static override styles = [
    baseStyles,
    fieldStyles,
    paneStyles,
    threadStyles,
    css`
      :host {
        display: grid;
        gap: 0.85rem;
        min-width: 0;
      }
      .sides {
        display: grid;
        grid-template-columns: minmax(0, 2fr) minmax(0, 1fr);
        gap: 0.85rem;
        align-items: start;
      }
      .stack {
        display: grid;
        gap: 0.85rem;
        min-width: 0;
      }
      .may {
        display: grid;
        gap: 0.35rem;
        margin-top: 0.4rem;
        font-size: 0.875rem;
        line-height: 1.45;
      }
      .people li {
        display: flex;
        flex-wrap: wrap;
        gap: 0.3rem 1rem;
        align-items: center;
        justify-content: space-between;
        padding: 0.45rem 0;
        border-bottom: 1px solid var(--line);
      }
      /* On a phone what waits stands first. */
      @media (max-width: 64rem) {
        .sides {
          grid-template-columns: minmax(0, 1fr);
        }
        .waits {
          order: -1;
        }
      }
    `,
  ]

  @property({ attribute: false }) office!: OfficeInfo
  @property({ attribute: false }) staff!: StaffView
  @property({ attribute: false }) live!: LiveDay
  /** The officer whose thread is open. */
  @property({ attribute: false }) path = ''
  /** Of whom a report waits, one for each. */
  @state() private reports: readonly string[] = []
  /** Of whom a leave or duty waits. */
  @state() private absences: readonly string[] = []
  #round = 0
  readonly #team = new Fetched<Team>(this)
  readonly #news = new Fetched<Reply<'GET /api/me/news'>>(this)
  readonly #contests = new Fetched<readonly Contest[]>(this)
  readonly #thread = new Fetched<readonly Message[]>(this)
  readonly #act = actOf(() => this.requestUpdate())

  constructor() {
    super()
    new LangController(this)
  }

  get #today(): LocalDate {
    return officeDate(this.live.now(), this.office.zone)
  }

  protected override willUpdate(): void {
    this.#team.want(`${this.#round}`, () => ask('GET /api/me/team', {}))
    this.#news.want(`${this.#round}`, () => ask('GET /api/me/news', {}))
    this.#contests.want(
      `${this.#round} ${this.live.news}`,
      async () => (await ask('GET /api/me/contests', {})).contests,
    )
    const person = this.path
    if (person === '') return
    const params = { person }
    const read = async () => (await ask('GET /api/me/team/:person/feedback', { params })).messages
    this.#thread.want(`${this.#round} ${person}`, read)
  }

  protected override render() {
    return html`<h1>${t(words.title)}</h1>
      <p class="soft">${t(words.lead)}</p>
      <div role="alert">
        ${this.#act.error ? html`<ui-banner tone="bad">${sentenceOf(this.#act.error)}</ui-banner>` : nothing}
      </div>
      ${whenRead(this.#team, team => (this.path === '' ? this.#panes(team) : this.#officer(team)))}`
  }

  #panes(team: Team) {
    const contests = this.#contests.value ?? []
    const waiting = {
      ...{ reports: this.reports, absences: this.absences, contests: contestsThatWait(contests) },
      messages: this.#news.value?.waiting ?? 0,
    }
    const members = team.members.map(({ id, name, behalf }) => {
      const checked = contests.filter(c => c.officer.id === id && c.decision === null).map(c => c.period)
      return { id, name, behalf, waits: waitsOf(id, waiting), checked }
    })
    const told = (of: 'reports' | 'absences') => (e: CustomEvent<readonly string[]>) => (this[of] = e.detail)
    return html`<div class="sides">
      <div class="stack">
        ${
          members.length === 0
            ? html`<section class="pane">
                <ui-state kind="empty" heading=${t(words.none)}>${t(words['none.why'])}</ui-state>
              </section>`
            : nothing
        }
        ${
          members.length > 0 || team.leads
            ? html`<team-scores turn=${this.#round} today=${this.#today} .members=${members}></team-scores>
                ${mayPane()}`
            : nothing
        }
      </div>
      <div class="stack waits">
        ${waitingPane(waiting)}
        ${this.#contests.error ? html`<ui-banner tone="bad">${sentenceOf(this.#contests.error)}</ui-banner>` : nothing}
        <team-reports
          quiet
          .office=${this.office}
          .staff=${this.staff}
          .live=${this.live}
          @waits=${told('reports')}
        ></team-reports>
        <team-absences
          quiet
          .office=${this.office}
          .staff=${this.staff}
          .live=${this.live}
          @waits=${told('absences')}
        ></team-absences>
        ${delegationPane(team, this.#today, {
          busy: key => this.#act.busy(key),
          give: event => void this.#give(event),
          takeBack: id => void this.#takeBack(id),
        })}
      </div>
    </div>`
  }

  #officer(team: Team) {
    const name = team.members.find(m => m.id === this.path)?.name ?? this.path
    return html`<section class="pane" aria-labelledby="of">
      <header>
        <h2 id="of">${t(words['thread.of'], { name })}</h2>
        <a href="#/tim">${t(words.back)}</a>
      </header>
      ${whenRead(this.#thread, messages =>
        threadList(
          messages,
          this.office.zone,
          message => void this.#read(message),
          id => this.#act.busy(id),
        ),
      )}
      <form @submit=${(event: SubmitEvent) => void this.#onWrite(event)}>
        <label class="field"
          ><span>${t(words.write)}</span
          ><textarea
            name="text"
            maxlength="1000"
            rows="2"
            placeholder=${t(feedbackText['text.hint'])}
            required
          ></textarea>
        </label>
        <label class="field"
          ><span>${t(words.tag)}</span
          ><select name="tag">
            <option value=""></option>
            ${VALUES.map(
              v =>
                html`<optgroup label=${t(v.name)}>
                  ${v.guides.map((guide, i) => html`<option value="${v.id}.${i + 1}">${t(guide)}</option>`)}
                </optgroup>`,
            )}
          </select></label
        >
        <label class="box"><input type="checkbox" name="note" />${t(feedbackText.note)}</label>
        <div>
          <ui-button variant="primary" type="submit" ?busy=${this.#act.busy()}>${t(feedbackText.send)}</ui-button>
        </div>
        <p class="note">${t(feedbackText.once)}</p>
      </form>
    </section>`
  }

  #again(): void {
    this.#round += 1
    this.requestUpdate()
    window.dispatchEvent(new Event(NEWS_CHANGED))
  }

  async #read({ id }: Message): Promise<void> {
    const params = { message: id }
    await this.#act.run(id, key => ask('POST /api/me/feedback/:message/read', { params }, key))
    this.#again()
  }

  async #onWrite(event: SubmitEvent): Promise<void> {
    event.preventDefault()
    const form = event.currentTarget as HTMLFormElement
    const given = new FormData(form)
    const today = this.#today
    const about = { kind: 'day' as const, ref: today, from: today, to: today }
    const tag = given.get('tag') as Guide | ''
    const body = {
      ...{ kind: given.has('note') ? ('note' as const) : ('feedback' as const), about, corrects: null },
      ...{ text: (given.get('text') as string).trim(), tags: tag === '' ? [] : [tag] },
    }
    const params = { person: this.path }
    const wish = { ...body, ...params }
    const done = await this.#act.run(wish, key => ask('POST /api/me/team/:person/feedback', { params, body }, key))
    if (done) form.reset()
    this.#again()
  }

  async #give(event: SubmitEvent): Promise<void> {
    event.preventDefault()
    const form = event.currentTarget as HTMLFormElement
    const body = giveDelegation(form)
    const done = await this.#act.run(body, key => ask('POST /api/me/delegations', { body }, key))
    if (done) form.reset()
    this.#again()
  }

  async #takeBack(delegation: string): Promise<void> {
    const params = { delegation }
    await this.#act.run(delegation, key => ask('POST /api/me/delegations/:delegation/end', { params }, key))
    this.#again()
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'team-page': TeamPage
  }
}
