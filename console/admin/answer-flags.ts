import { LitElement, css, html } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { Reply } from '../../shared/contracts/api.ts'
import type { OfficeInfo } from '../../shared/office/office.ts'
import { clustersText as text } from '../../shared/text/clusters.ts'
import { dateText, timeText } from '../../shared/text/ui.ts'
import { LangController, lang, t } from '../../shared/web/lang.ts'
import { baseStyles } from '../../shared/web/ui/base-styles.ts'
import { ask } from '../parts/ask.ts'
import { Fetched, whenRead } from '../parts/fetched.ts'
import { paneStyles } from '../parts/pane-styles.ts'

type Flags = Reply<'GET /api/offices/:office/answer-flags'>
type Flag = Flags['flags'][number]

/** Answers of the last two weeks that somebody should look at; what was answered is not shown. */
@customElement('answer-flags')
export class AnswerFlags extends LitElement {
  static override styles = [
    baseStyles,
    paneStyles,
    css`
      :host {
        display: grid;
        gap: 0.85rem;
      }
      ul {
        display: grid;
        gap: 0.6rem;
      }
      p {
        max-width: 60rem;
      }
    `,
  ]

  @property({ attribute: false }) office!: OfficeInfo
  readonly #flags = new Fetched<Flags>(this)

  constructor() {
    super()
    new LangController(this)
  }

  protected override willUpdate(): void {
    const params = { office: this.office.id }
    this.#flags.want(this.office.id, () => ask('GET /api/offices/:office/answer-flags', { params }))
  }

  protected override render() {
    return html`<div>
        <h2>${t(text['answers.title'])}</h2>
        <p class="soft">${t(text['answers.lead'])}</p>
      </div>
      ${whenRead(this.#flags, value => this.#list(value))}`
  }

  #list({ flags }: Flags) {
    if (flags.length === 0) return html`<p>${t(text['answers.none'])}</p>`
    return html`<ul aria-label=${t(text['answers.title'])}>
      ${flags.map(flag => html`<li class="pane"><b>${this.#counter(flag)}</b> ${this.#words(flag)}</li>`)}
    </ul>`
  }

  #counter({ counterId }: Flag): string {
    return this.office.counters.find(c => c.id === counterId)?.name ?? counterId
  }

  #words(flag: Flag): string {
    if (flag.kind === 'desk') return t(text['answers.desk'], { n: flag.answers, of: flag.of })
    const { zone } = this.office
    const at = { time: timeText(flag.from, zone, lang()), date: dateText(flag.from, zone, lang()) }
    return t(text['answers.burst'], { n: flag.answers, ...at })
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'answer-flags': AnswerFlags
  }
}
