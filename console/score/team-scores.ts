import { LitElement, html, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { Reply } from '../../shared/contracts/api.ts'
import { byName } from '../../shared/kit/by-name.ts'
import type { LocalDate } from '../../shared/kit/time.ts'
import type { OfficeInfo } from '../../shared/office/office.ts'
import { periodAt } from '../../shared/survey/fixed-periods.ts'
import { teamText } from '../../shared/text/feedback.ts'
import { managerText } from '../../shared/text/manager.ts'
import { dateYearText, periodName } from '../../shared/text/period.ts'
import { scoreText } from '../../shared/text/score.ts'
import { LangController, lang, t } from '../../shared/web/lang.ts'
import { baseStyles } from '../../shared/web/ui/base-styles.ts'
import '../../shared/web/ui/ui-tag.ts'
import { ask } from '../parts/ask.ts'
import { Fetched, whenRead } from '../parts/fetched.ts'
import { paneStyles } from '../parts/pane-styles.ts'
import { percentOf } from '../parts/report-format.ts'
import { scoreStyles } from './score-styles.ts'
import { scoreTable } from './score-table.ts'
import { versionsStyles } from './score-versions.ts'
import { whole } from './score-words.ts'

type Scores = Reply<'GET /api/me/team/scores'>
type Work = Reply<'GET /api/me/team/work'>['rows'][number]

/** Somebody of a team, and what of them waits for whoever looks. */
export interface TeamRow {
  readonly id: string
  readonly name: string
  /** In whose name the reader acts. */
  readonly behalf: string | null
  readonly waits: readonly string[]
  /** Periods with an objection that nobody has decided. */
  readonly checked: readonly string[]
}

/** Those whom one assesses with their work and scores, by name and in no other order; each score once its officer had it first. */
@customElement('team-scores')
export class TeamScores extends LitElement {
  static override styles = [baseStyles, paneStyles, scoreStyles, versionsStyles]

  @property({ attribute: false }) office!: OfficeInfo
  @property() today: LocalDate = ''
  /** From how many ratings on the office shows a score. */
  @property({ type: Number }) from = 0
  /** Who is of the team today. */
  @property({ attribute: false }) members: readonly TeamRow[] = []
  /** What names the turn; a new one reads again. */
  @property() turn = ''
  readonly #scores = new Fetched<Scores>(this)
  readonly #work = new Fetched<readonly Work[]>(this)

  constructor() {
    super()
    new LangController(this)
  }

  protected override willUpdate(): void {
    this.#scores.want(this.turn, () => ask('GET /api/me/team/scores', { query: {} }))
    const { value } = this.#scores
    if (!value) return
    const period = this.#period(value).key
    this.#work.want(
      `${this.turn} ${period}`,
      async () => (await ask('GET /api/me/team/work', { query: { period } })).rows,
    )
  }

  /** The latest quarter with scores; before there is one the running quarter. */
  #period({ period }: Scores) {
    return period ?? periodAt('quarter', this.today)
  }

  protected override render() {
    return html`<section class="pane" aria-labelledby="team">
      ${whenRead(this.#scores, scores => whenRead(this.#work, work => this.#table(scores, work)))}
    </section>`
  }

  #table(scores: Scores, work: readonly Work[]) {
    const told = scores.rows.map(r => ({ id: r.officerId, name: r.name }))
    const worked = work.map(w => ({ id: w.officerId, name: w.name }))
    const everybody = new Map([...told, ...worked, ...this.members].map(({ id, name }) => [id, { id, name }]))
    const rows = byName([...everybody.values()]).map(({ id, name }) => {
      const score = scores.rows.find(r => r.officerId === id)
      const member = this.members.find(m => m.id === id)
      const own = work.find(w => w.officerId === id)
      return { ...{ id, name, member, own }, opensOn: score?.opensOn ?? '', versions: score?.versions ?? [] }
    })
    const none = t(managerText.none)
    const from = rows.flatMap(row => row.versions)[0]?.score.from ?? this.from
    return html`<header>
        <h2 id="team">${t(teamText.officers)}</h2>
        <span class="note"
          >${periodName(this.#period(scores), lang())}. ${t(teamText.count, { n: whole(rows.length) })}.
          ${t(scoreText['team.note'])}</span
        >
      </header>
      ${scoreTable(
        this.office,
        rows,
        {
          head: t(scoreText.name),
          unopened: ({ opensOn }) =>
            opensOn ? t(scoreText.notOpen, { on: dateYearText(opensOn, lang()) }) : t(scoreText['team.none']),
          name: ({ id, name, member }) => (member ? nameOf(member) : html`<a href="#/tim/${id}/catatan">${name}</a>`),
          mark: ({ member }) =>
            member?.checked.includes(scores.period?.key ?? '')
              ? html`<ui-tag>${t(scoreText.checked)}</ui-tag>`
              : nothing,
        },
        [
          { head: t(scoreText.served), cell: ({ own }) => (own ? whole(own.served) : none) },
          {
            head: t(scoreText.inStandard),
            cell: ({ own }) => (own && own.judged > 0 ? `${percentOf(own.within, own.judged, lang())}%` : none),
          },
          { head: t(scoreText.waits), cell: ({ member }) => (member?.waits.length ? member.waits.join(', ') : none) },
        ],
      )}
      <p class="note">${t(scoreText['team.gate'], { from: whole(from) })}</p>
      <p class="note">${t(scoreText['team.why'])}</p>`
  }
}

function nameOf({ id, name, behalf }: TeamRow) {
  return html`<a href="#/tim/${id}">${name}</a>${
      behalf ? html`<br /><small>${t(teamText.behalf, { name: behalf })}</small>` : nothing
    }`
}

declare global {
  interface HTMLElementTagNameMap {
    'team-scores': TeamScores
  }
}
