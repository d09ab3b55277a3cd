import { LitElement, css, html, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { OfficeInfo } from '../../shared/office/office.ts'
import { explainedText } from '../../shared/text/explained.ts'
import { scoreText } from '../../shared/text/score.ts'
import { numberText } from '../../shared/text/text.ts'
import { LangController, lang, t } from '../../shared/web/lang.ts'
import { baseStyles } from '../../shared/web/ui/base-styles.ts'
import type { StaffView } from '../parts/page.ts'
import { paneStyles } from '../parts/pane-styles.ts'
import { managerStyles } from '../parts/report-styles.ts'
import { noteExplained } from './explained-once.ts'

type Sentence = keyof typeof explainedText

/** What is measured and what not, who sees it and when, and how to object: for officers, and for whoever assesses them. */
@customElement('explained-page')
export class ExplainedPage extends LitElement {
  static override styles = [
    baseStyles,
    paneStyles,
    managerStyles,
    css`
      .stack {
        max-width: 60rem;
      }
      ul {
        list-style: disc;
      }
      ol {
        list-style: decimal;
      }
      li {
        line-height: 1.5;
      }
      ul,
      ol {
        display: grid;
        gap: 0.4rem;
        margin: 0.5rem 0;
        padding-left: 1.2rem;
      }
    `,
  ]

  @property({ attribute: false }) office!: OfficeInfo
  @property({ attribute: false }) staff!: StaffView
  /** `penilai` and `petugas` name one; else the one that fits who reads. */
  @property() path = ''

  constructor() {
    super()
    new LangController(this)
  }

  protected override firstUpdated(): void {
    noteExplained(this.staff.id)
  }

  get #reader(): 'assessor' | 'officer' {
    if (this.path === 'penilai') return 'assessor'
    if (this.path === 'petugas') return 'officer'
    return this.staff.permissions.includes('unit.read') ? 'assessor' : 'officer'
  }

  protected override render() {
    const reader = this.#reader
    const isOf = reader === 'assessor'
    const isOwn = reader === 'officer' && this.staff.permissions.includes('officer.read.own')
    return html`<div class="head">
        <div>
          <h1>${t(explainedText[`${reader}.title`])}</h1>
          <p>
            ${t(explainedText[`${reader}.lead`])}
            <a href="#/penjelasan/${reader === 'officer' ? 'penilai' : 'petugas'}"
              >${t(explainedText[`${reader}.other`])}</a
            >
          </p>
        </div>
      </div>
      <div class="stack">
        ${reader === 'assessor' ? this.#pane('duty', ['duty.causes', 'duty.twice']) : nothing}
        ${this.#pane('measured', ['measured.work', 'measured.report', 'measured.score'])}
        ${this.#pane('not', ['not.walk', 'not.clock', 'not.single', 'not.verdict'])}
        ${this.#pane('who', ['who.first', 'who.few', 'who.record'])}
        ${this.#pane(
          'contest',
          ['contest.how', 'contest.who', 'contest.own', 'contest.new'],
          html`<a href="#/keberatan">${t(explainedText['contest.link'])}</a>`,
        )}
        <section class="pane" aria-labelledby="how">
          <h2 id="how">${t(explainedText.how)}</h2>
          <ol>
            <li>${t(isOf ? explainedText['how.1.of'] : scoreText.how1)}</li>
            <li>${t(explainedText[isOf ? 'how.2.of' : 'how.2'])}</li>
            <li>${t(explainedText['how.3'])}</li>
            <li>${t(scoreText.how4)}</li>
            <li>${t(explainedText[isOf ? 'how.5.of' : 'how.5'])}</li>
          </ol>
          <p>${t(scoreText['not.season'])} ${t(scoreText['not.sure'])}</p>
          ${isOwn ? html`<a href="#/catatan">${t(explainedText['how.own'])}</a>` : nothing}
        </section>
        <p><a href="#/">${t(explainedText.done)}</a></p>
      </div>`
  }

  #pane(head: Sentence, sentences: readonly Sentence[], more: unknown = nothing) {
    const { minRatings, scoreOwnDays, reportDue } = this.office
    const due = lang() === 'id' ? reportDue.replace(':', '.') : reportDue
    const values = { from: numberText(minRatings, lang()), days: numberText(scoreOwnDays, lang()), due }
    return html`<section class="pane" aria-labelledby=${head}>
      <h2 id=${head}>${t(explainedText[head])}</h2>
      <ul>
        ${sentences.map(sentence => html`<li>${t(explainedText[sentence], values)}</li>`)}
      </ul>
      ${more}
    </section>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'explained-page': ExplainedPage
  }
}
