import { LitElement, html, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { Input, Reply } from '../../../shared/contracts/api.ts'
import type { AnswersPreview } from '../../../shared/contracts/survey/collect-routes.ts'
import type { OfficeInfo } from '../../../shared/office/office.ts'
import { BODY_ORDER, QUESTIONS } from '../../../shared/survey/instruments.ts'
import { TEMPLATE_HEADINGS } from '../../../shared/survey/collect/import-table.ts'
import { answersProblemText, collectText as words } from '../../../shared/text/collect.ts'
import { dateYearText } from '../../../shared/text/period.ts'
import { numberText } from '../../../shared/text/text.ts'
import { actOf } from '../../../shared/web/act.ts'
import { answerOf, newKey } from '../../../shared/web/client.ts'
import { LangController, lang, t } from '../../../shared/web/lang.ts'
import { baseStyles } from '../../../shared/web/ui/base-styles.ts'
import '../../../shared/web/ui/ui-banner.ts'
import '../../../shared/web/ui/ui-button.ts'
import '../../../shared/web/ui/ui-dialog.ts'
import '../../../shared/web/ui/ui-state.ts'
import { ask } from '../../parts/ask.ts'
import { Fetched, whenRead } from '../../parts/fetched.ts'
import { fieldStyles } from '../../parts/field-styles.ts'
import { paneStyles } from '../../parts/pane-styles.ts'
import { sentenceOf } from '../../parts/sentence.ts'
import { collectStyles } from './collect-styles.ts'
import { download } from '../../parts/table-export.ts'

const LIST = 'GET /api/offices/:office/answer-imports'
const BACK = 'POST /api/offices/:office/answer-imports/:import/take-back'
/** A large file over a slow line. */
const FILE_MS = 180_000
const FEWEST_LETTERS = 10
/** The two unsur that the official orders put in each other's place. */
const LAST_TWO = () => ({ eighth: t(QUESTIONS[BODY_ORDER[7]].name), ninth: t(QUESTIONS[BODY_ORDER[8]].name) })
type View = Reply<typeof LIST>
type One = View['imports'][number]

/** A file of answers: looked at, then taken in whole or not at all, and taken back whole. */
@customElement('import-pane')
export class ImportPane extends LitElement {
  static override styles = [baseStyles, fieldStyles, paneStyles, collectStyles]

  @property({ attribute: false }) office!: OfficeInfo
  @state() private file: File | undefined
  @state() private seen: AnswersPreview | undefined
  @state() private busy = false
  @state() private failed: unknown
  @state() private kept: number | undefined
  @state() private asked: One | undefined
  @state() private reason = ''
  @state() private short = false
  /** The same file under the same key, however often it is sent. */
  #key = newKey()
  #round = 0
  readonly #list = new Fetched<View>(this)
  readonly #act = actOf(() => this.requestUpdate())

  constructor() {
    super()
    new LangController(this)
  }

  protected override willUpdate(): void {
    this.#list.want(`${this.#round}`, () => ask(LIST, { params: { office: this.office.id } }))
  }

  protected override render() {
    const error = this.failed ?? this.#act.error
    return html`<section class="pane" aria-labelledby="file">
        <h2 id="file">${t(words['tab.file'])}</h2>
        <p class="note">${t(words['file.how'])}</p>
        <div class="acts">
          <label class="field"
            ><span>${t(words.file)}</span
            ><input type="file" accept=".csv,.xlsx,text/csv" ?disabled=${this.busy} @change=${this.#choose}
          /></label>
        </div>
        <div class="acts">
          <ui-button ?disabled=${!this.file} ?busy=${this.busy} @click=${() => void this.#send('/look')}
            >${t(words[this.busy ? 'busy' : 'look'])}</ui-button
          >
          <ui-button @click=${this.#template}>${t(words.template)}</ui-button>
        </div>
        ${error === undefined ? nothing : html`<ui-banner tone="bad">${sentenceOf(error)}</ui-banner>`}
        <div role="status">
          ${this.kept === undefined ? nothing : html`<ui-banner tone="info">${t(words.kept, { n: numberText(this.kept, lang()) })}</ui-banner>`}
          ${this.seen ? this.#preview(this.seen) : nothing}
        </div>
      </section>
      <section class="pane" aria-labelledby="imports">
        <h2 id="imports">${t(words.imports)}</h2>
        ${whenRead(this.#list, ({ imports }) => this.#imports(imports))}
      </section>
      ${this.#sure()}`
  }

  #preview({ rows, from, to, services, ignored, known, problems, more }: AnswersPreview) {
    const n = numberText(rows, lang())
    const day = (date: string | null) => (date === null ? '' : dateYearText(date, lang()))
    const columns =
      ignored.length > 0
        ? html`<p class="note">${t(words['look.ignored'], { columns: ignored.join(', ') })}</p>`
        : nothing
    if (known) return html`<ui-banner tone="attention">${t(words['look.known'])}</ui-banner>`
    if (problems.length > 0)
      return html`<ui-banner tone="bad"
          >${t(words['look.bad'], { n: numberText(problems.length + more, lang()) })}</ui-banner
        >
        ${columns}
        <div class="scroll" tabindex="0" role="group" aria-label=${t(words['look.why'])}>
          <table>
            <thead>
              <tr>
                <th scope="col">${t(words['look.row'])}</th>
                <th scope="col">${t(words['look.column'])}</th>
                <th scope="col">${t(words['look.why'])}</th>
              </tr>
            </thead>
            <tbody>
              ${problems.map(
                ({ row, column, word, values }) =>
                  html`<tr>
                    <td>${row === 0 ? t(words['look.whole']) : row}</td>
                    <td>${column}</td>
                    <td>${t(answersProblemText(word), this.#named(values))}</td>
                  </tr>`,
              )}
            </tbody>
          </table>
        </div>
        ${more > 0 ? html`<p class="note">${t(words['look.more'], { n: numberText(more, lang()) })}</p>` : nothing}`
    return html`<ui-banner tone="info">${t(words['look.ok'], { n, from: day(from), to: day(to) })}</ui-banner>
      <p class="note">${t(words['look.order'], LAST_TWO())}</p>
      ${columns}
      <ul>
        ${services.map(one => html`<li><span>${this.#serviceName(one.id)}</span><span>${numberText(one.n, lang())}</span></li>`)}
      </ul>
      <div class="acts">
        <ui-button variant="primary" ?busy=${this.busy} @click=${() => void this.#send('')}
          >${t(words.keep, { n })}</ui-button
        >
      </div>`
  }

  #imports(imports: readonly One[]) {
    if (imports.length === 0)
      return html`<ui-state kind="empty" heading=${t(words['imports.none'])}>${t(words['imports.none.why'])}</ui-state>`
    return html`<ul>
      ${imports.map(one => {
        const day = (date: string) => dateYearText(date, lang())
        const values = { n: numberText(one.rows, lang()), from: day(one.from), to: day(one.to), by: one.by }
        return html`<li>
          <div>
            <b>${one.name}</b>
            <p class="note">${t(words['imports.line'], values)}</p>
            ${one.taken ? html`<p class="note">${t(words['imports.taken'], { reason: one.reason ?? '' })}</p>` : nothing}
            ${one.fixed && !one.taken ? html`<p class="note">${t(words['imports.fixed'])}</p>` : nothing}
          </div>
          ${
            one.taken || one.fixed
              ? nothing
              : html`<ui-button size="s" @click=${() => (this.asked = one)}
                  >${t(words.back)}<span class="vh"> ${one.name}</span></ui-button
                >`
          }
        </li>`
      })}
    </ul>`
  }

  #sure() {
    const close = () => {
      this.asked = undefined
      this.reason = ''
      this.short = false
    }
    return html`<ui-dialog
      ?open=${this.asked !== undefined}
      heading=${t(words['back.sure'], { name: this.asked?.name ?? '' })}
      primary=${t(words['back.no'])}
      secondary=${t(words.back)}
      @primary=${close}
      @dismiss=${close}
      @secondary=${() => void this.#back()}
      >${t(words['back.what'])}
      <label class="field"
        ><span>${t(words['back.reason'])}</span
        ><textarea
          maxlength="500"
          aria-invalid=${this.short ? 'true' : nothing}
          .value=${this.reason}
          @input=${(e: Event) => {
            this.reason = (e.target as HTMLTextAreaElement).value
            this.short = false
          }}
        ></textarea></label
      >${this.short ? html`<p class="wrong" role="alert">${t(words['back.short'], { n: FEWEST_LETTERS })}</p>` : nothing}</ui-dialog
    >`
  }

  #serviceName(id: string): string {
    const service = this.office.services.find(one => one.id === id)
    return service ? t(service.name) : id
  }

  #named(values: Readonly<Record<string, string | number>>) {
    const { service, from, to, ...rest } = values
    const day = (date: string | number | undefined) => (date === undefined ? {} : dateYearText(`${date}`, lang()))
    return {
      ...rest,
      ...(service === undefined ? {} : { service: this.#serviceName(`${service}`) }),
      ...(from === undefined ? {} : { from: `${day(from)}`, to: `${day(to)}` }),
    }
  }

  #choose = (event: Event): void => {
    this.file = (event.target as HTMLInputElement).files?.[0]
    this.seen = undefined
    this.kept = undefined
    this.failed = undefined
    this.#key = newKey()
  }

  async #send(to: '/look' | ''): Promise<void> {
    if (!this.file || this.busy) return
    this.busy = true
    this.failed = undefined
    try {
      const body = new FormData()
      body.append('file', this.file)
      const path = `/api/offices/${this.office.id}/answer-imports${to}`
      const seen = await answerOf<AnswersPreview>(
        path,
        { method: 'POST', body, headers: { 'Idempotency-Key': this.#key } },
        FILE_MS,
      )
      // Something may have been published between looking and taking in.
      const kept = to === '' && seen.problems.length === 0
      this.seen = kept ? undefined : seen
      this.kept = kept ? seen.rows : undefined
      if (to === '') this.#round += 1
    } catch (error) {
      this.failed = error
    } finally {
      this.busy = false
    }
  }

  async #back(): Promise<void> {
    const one = this.asked
    const reason = this.reason.trim()
    if (!one) return
    this.short = reason.length < FEWEST_LETTERS
    if (this.short) return
    this.asked = undefined
    const input: Input<typeof BACK> = {
      params: { office: this.office.id, import: one.id },
      query: undefined,
      body: { reason },
    }
    const done = await this.#act.run({ id: one.id, reason }, key => ask(BACK, input, key))
    if (done !== undefined) this.reason = ''
    this.#round += 1
    this.requestUpdate()
  }

  /** The headings, and a row for each service to write over. */
  #template = (): void => {
    const rows = [TEMPLATE_HEADINGS, ...this.office.services.map(({ name }) => ['', name[0]])]
    const text = rows.map(row =>
      row.map(cell => (/[";]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(';'),
    )
    const bytes = new TextEncoder().encode(`\uFEFF${text.join('\r\n')}\r\n`)
    download({ name: 'contoh-jawaban-skm.csv', type: 'text/csv', content: btoa(String.fromCharCode(...bytes)) })
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'import-pane': ImportPane
  }
}
