import { LitElement, css, html, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { Reply } from '../../shared/contracts/api.ts'
import type { OfficeInfo } from '../../shared/office/office.ts'
import { rehearsalText as words } from '../../shared/text/rehearsal.ts'
import { timeText } from '../../shared/text/ui.ts'
import { actOf } from '../../shared/web/act.ts'
import { LangController, lang, t } from '../../shared/web/lang.ts'
import { loadAnew } from '../../shared/web/rehearsal.ts'
import { baseStyles } from '../../shared/web/ui/base-styles.ts'
import '../../shared/web/ui/ui-banner.ts'
import '../../shared/web/ui/ui-button.ts'
import '../../shared/web/ui/ui-dialog.ts'
import { ask } from '../parts/ask.ts'
import { sentenceOf } from '../parts/sentence.ts'
import { noteRehearsal } from './last-rehearsal.ts'

const AGAIN_MS = 5_000

/** How far the rehearsal is, over every page of whoever may end it. */
@customElement('rehearsal-band')
export class RehearsalBand extends LitElement {
  static override styles = [
    baseStyles,
    css`
      :host {
        display: block;
        margin-bottom: 0.85rem;
      }
      @media print {
        :host {
          display: none;
        }
      }
      .line {
        display: flex;
        flex-wrap: wrap;
        gap: 0.5rem 1rem;
        align-items: center;
        justify-content: space-between;
      }
    `,
  ]

  @property({ attribute: false }) office!: OfficeInfo
  @state() private running: Reply<'GET /api/offices/:office/rehearsal'>['running'] = null
  @state() private sure = false
  readonly #act = actOf(() => this.requestUpdate())
  #timer: ReturnType<typeof setInterval> | undefined

  constructor() {
    super()
    new LangController(this)
  }

  override connectedCallback(): void {
    super.connectedCallback()
    this.#timer = setInterval(() => void this.#look(), AGAIN_MS)
    void this.updateComplete.then(() => this.#look())
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    clearInterval(this.#timer)
  }

  /** An answer of the office's own program loads the page anew, so it is heard here that the rehearsal is over, too. */
  async #look(): Promise<void> {
    if (!this.isConnected || document.hidden) return
    const params = { office: this.office.id }
    const { running } = await ask('GET /api/offices/:office/rehearsal', { params }).catch(() => ({
      running: this.running,
    }))
    this.running = running
    if (running) noteRehearsal(running)
  }

  protected override render() {
    const { running } = this
    const { error } = this.#act
    return html`<ui-banner tone="attention">
        <span class="line">
          <span>
            <b>${t(words.running)}</b>
            ${running && html`<br />${t(words.counts, running)} ${t(words.until, { time: this.#time(running.until) })}`}
            <br />${t(words.now, { host: location.host })}
            ${error === undefined ? nothing : html`<br />${sentenceOf(error)}`}
          </span>
          <ui-button size="s" ?busy=${this.#act.busy()} @click=${() => (this.sure = true)}>${t(words.end)}</ui-button>
        </span>
      </ui-banner>
      <ui-dialog
        kind="plain"
        ?open=${this.sure}
        heading=${t(words['end.sure'])}
        primary=${t(words.end)}
        secondary=${t(words['end.not'])}
        @primary=${() => void this.#end()}
        @secondary=${() => (this.sure = false)}
        @dismiss=${() => (this.sure = false)}
        >${t(words['end.what'])}</ui-dialog
      >`
  }

  #time(at: number): string {
    return timeText(at, this.office.zone, lang())
  }

  async #end(): Promise<void> {
    this.sure = false
    await this.#look()
    const params = { office: this.office.id }
    const ended = await this.#act.run('end', key => ask('POST /api/offices/:office/rehearsal/end', { params }, key))
    if (!ended) return
    // From where it was begun; pages of an office in preparation are there again.
    history.replaceState(null, '', '#/siapkan')
    loadAnew()
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'rehearsal-band': RehearsalBand
  }
}
