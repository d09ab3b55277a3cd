import { LitElement, html } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { Reply } from '../../shared/contracts/api.ts'
import { dateYearText, periodName } from '../../shared/text/period.ts'
import { scoreText } from '../../shared/text/score.ts'
import { LangController, lang, t } from '../../shared/web/lang.ts'
import { baseStyles } from '../../shared/web/ui/base-styles.ts'
import '../../shared/web/ui/ui-state.ts'
import { ask } from '../parts/ask.ts'
import { Fetched, whenRead } from '../parts/fetched.ts'
import { paneStyles } from '../parts/pane-styles.ts'
import { scoreStyles } from './score-styles.ts'
import { scoreTable } from './score-table.ts'

/** The scores of those whom one assesses, by name and in no other order; each once its officer had it first. */
@customElement('team-scores')
export class TeamScores extends LitElement {
  static override styles = [baseStyles, paneStyles, scoreStyles]

  /** The period; the latest quarter unless given. */
  @property() period: string | undefined
  readonly #scores = new Fetched<Reply<'GET /api/me/team/scores'>>(this)

  constructor() {
    super()
    new LangController(this)
  }

  protected override willUpdate(): void {
    const { period } = this
    this.#scores.want(String(period), () => ask('GET /api/me/team/scores', { query: { period } }))
  }

  protected override render() {
    return html`<section class="pane" aria-labelledby="team">
      ${whenRead(this.#scores, ({ period, rows }) =>
        period && rows.length > 0
          ? html`<header>
                <h2 id="team">${t(scoreText.team)}</h2>
                <span class="note">${periodName(period, lang())}. ${t(scoreText['team.note'])}</span>
              </header>
              ${scoreTable(rows, {
                head: t(scoreText.name),
                unopened: ({ opensOn }) => t(scoreText.notOpen, { on: dateYearText(opensOn, lang()) }),
              })}
              <p class="note">${t(scoreText['team.why'])}</p>`
          : html`<h2 id="team">${t(scoreText.team)}</h2>
              <ui-state kind="empty" heading=${t(scoreText['team.none'])}></ui-state>`,
      )}
    </section>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'team-scores': TeamScores
  }
}
