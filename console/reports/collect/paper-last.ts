import { LitElement, html, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { Input, Reply } from '../../../shared/contracts/api.ts'
import type { OfficeInfo } from '../../../shared/office/office.ts'
import { collectText as words } from '../../../shared/text/collect.ts'
import { dateYearText } from '../../../shared/text/period.ts'
import { actOf } from '../../../shared/web/act.ts'
import { answerOf } from '../../../shared/web/client.ts'
import { LangController, lang, t } from '../../../shared/web/lang.ts'
import { baseStyles } from '../../../shared/web/ui/base-styles.ts'
import { emit } from '../../../shared/web/ui/emit.ts'
import '../../../shared/web/ui/ui-banner.ts'
import '../../../shared/web/ui/ui-button.ts'
import '../../../shared/web/ui/ui-state.ts'
import { ask } from '../../parts/ask.ts'
import { paneStyles } from '../../parts/pane-styles.ts'
import { sentenceOf } from '../../parts/sentence.ts'
import { collectStyles } from './collect-styles.ts'

const UNDO = 'POST /api/offices/:office/paper-forms/:year/:form/undo'
/** A scan over a slow line. */
const SCAN_MS = 120_000
/** What was done with a form of paper. */
export interface FormChange {
  readonly no: string
  readonly done: 'saved' | 'undone' | 'scanned'
}
type Form = Reply<'GET /api/offices/:office/paper-forms'>['forms'][number]

/** The forms that were typed in last, with their scans. Raises `changed` with the number of one and what was done. */
@customElement('paper-last')
export class PaperLast extends LitElement {
  static override styles = [baseStyles, paneStyles, collectStyles]

  @property({ attribute: false }) office!: OfficeInfo
  @property({ attribute: false }) forms: readonly Form[] = []
  @state() private sending: string | undefined
  @state() private failed: unknown
  readonly #act = actOf(() => this.requestUpdate())

  constructor() {
    super()
    new LangController(this)
  }

  protected override render() {
    const error = this.#act.error ?? this.failed
    return html`<section class="pane" aria-labelledby="last">
      <h2 id="last">${t(words.last)}</h2>
      ${error === undefined ? nothing : html`<ui-banner tone="bad">${sentenceOf(error)}</ui-banner>`}
      ${
        this.forms.length === 0
          ? html`<ui-state kind="empty" heading=${t(words['last.none'])}>${t(words['last.none.why'])}</ui-state>`
          : html`<ul>
              ${this.forms.map(one => this.#one(one))}
            </ul>`
      }
    </section>`
  }

  #one(form: Form) {
    const { no, year, date, serviceId, by } = form
    const service = this.office.services.find(one => one.id === serviceId)
    const values = { date: dateYearText(date, lang()), service: service ? t(service.name) : serviceId, by }
    const path = pathOf(this.office.id, year, no)
    return html`<li>
      <div>
        <b>${no}</b>
        <p class="note">${t(words['last.by'], values)}</p>
      </div>
      <div class="acts">
        ${
          form.scan
            ? html`<form method="post" action=${`${path}/open`} target="_blank">
                <ui-button size="s" @click=${(e: Event) => (e.target as HTMLElement).closest('form')!.submit()}
                  >${t(words['scan.open'])}<span class="vh"> ${no}</span></ui-button
                >
              </form>`
            : html`<label class="scan"
                ><span>${this.sending === no ? t(words['scan.busy']) : t(words.scan)}</span
                ><input
                  type="file"
                  accept="image/jpeg,image/png,application/pdf"
                  aria-label=${t(words['scan.of'], { no })}
                  ?disabled=${this.sending !== undefined}
                  @change=${(e: Event) => void this.#scan(e.target as HTMLInputElement, form)}
              /></label>`
        }
        ${
          form.undo
            ? html`<ui-button size="s" ?busy=${this.#act.busy()} @click=${() => void this.#undo(form)}
                >${t(words.undo)}<span class="vh"> ${no}</span></ui-button
              >`
            : nothing
        }
      </div>
    </li>`
  }

  async #undo({ no, year }: Form): Promise<void> {
    const input: Input<typeof UNDO> = { params: { office: this.office.id, year, form: no }, query: undefined, body: {} }
    if ((await this.#act.run({ undo: no }, key => ask(UNDO, input, key))) === undefined) return
    emit(this, 'changed', { no, done: 'undone' } satisfies FormChange)
  }

  async #scan(input: HTMLInputElement, { no, year }: Form): Promise<void> {
    const [file] = input.files ?? []
    if (!file) return
    this.sending = no
    this.failed = undefined
    try {
      const body = new FormData()
      body.append('file', file)
      await answerOf(pathOf(this.office.id, year, no), { method: 'POST', body }, SCAN_MS)
      emit(this, 'changed', { no, done: 'scanned' } satisfies FormChange)
    } catch (error) {
      this.failed = error
    } finally {
      input.value = ''
      this.sending = undefined
    }
  }
}

const pathOf = (office: string, year: string, no: string) =>
  `/api/offices/${office}/paper-forms/${year}/${encodeURIComponent(no)}/scan`

declare global {
  interface HTMLElementTagNameMap {
    'paper-last': PaperLast
  }
}
