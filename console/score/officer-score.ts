import { LitElement, html, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { Reply } from '../../shared/contracts/api.ts'
import type { OfficeInfo } from '../../shared/office/office.ts'
import { dateYearText } from '../../shared/text/period.ts'
import { scoreText } from '../../shared/text/score.ts'
import { LangController, lang, t } from '../../shared/web/lang.ts'
import { baseStyles } from '../../shared/web/ui/base-styles.ts'
import { ask } from '../parts/ask.ts'
import { Fetched, whenRead } from '../parts/fetched.ts'
import { fieldStyles } from '../parts/field-styles.ts'
import { paneStyles } from '../parts/pane-styles.ts'
import { periodChoice } from './period-choice.ts'
import { scoreStyles } from './score-styles.ts'
import { scoreTable } from './score-table.ts'
import { versionsStyles } from './score-versions.ts'

/** The score of one officer for whoever assesses them, of a closed period, with its earlier versions; nothing before there is one. */
@customElement('officer-score')
export class OfficerScore extends LitElement {
  static override styles = [baseStyles, fieldStyles, paneStyles, scoreStyles, versionsStyles]

  @property({ attribute: false }) office!: OfficeInfo
  /** Whose score it is. */
  @property() officer = ''
  @state() private period: string | undefined
  readonly #told = new Fetched<Reply<'GET /api/me/team/scores'>>(this)

  constructor() {
    super()
    new LangController(this)
  }

  protected override willUpdate(): void {
    const { officer, period } = this
    const read = () => ask('GET /api/me/team/scores', { query: { officer, period } })
    this.#told.want(`${officer} ${period}`, read, officer)
  }

  protected override render() {
    return whenRead(this.#told, ({ period, periods, rows }) =>
      period === null
        ? nothing
        : html`<section class="pane" aria-labelledby="score">
            <header>
              <h2 id="score">${t(scoreText.title)}</h2>
              <span class="note">${t(scoreText.note)}</span>
            </header>
            ${periodChoice(periods, period.key, key => (this.period = key))}
            ${
              rows.length === 0
                ? html`<p>${t(scoreText['of.none'])}</p>`
                : scoreTable(this.office, rows, {
                    head: t(scoreText.name),
                    unopened: ({ opensOn }) => t(scoreText.notOpen, { on: dateYearText(opensOn, lang()) }),
                  })
            }
            <p class="note">${t(scoreText['team.why'])}</p>
          </section>`,
    )
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'officer-score': OfficerScore
  }
}
