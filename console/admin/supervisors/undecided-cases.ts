import { LitElement, css, html, nothing, type PropertyValues } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { Reply } from '../../../shared/contracts/api.ts'
import type { OfficeInfo } from '../../../shared/office/office.ts'
import { undecidedText as words } from '../../../shared/text/undecided.ts'
import { LangController, t } from '../../../shared/web/lang.ts'
import { baseStyles } from '../../../shared/web/ui/base-styles.ts'
import '../../../shared/web/ui/ui-banner.ts'
import { NEWS_CHANGED, REACHED_AGAIN, ask } from '../../parts/ask.ts'
import { dateSays } from './oversight-styles.ts'

type Case = Reply<'GET /api/offices/:office/undecided'>['cases'][number]

const EVERY_MS = 60_000
const ANEW = [NEWS_CHANGED, REACHED_AGAIN, 'online']

/**
 * Objections that nobody may decide, over every page of whoever names assessors; whose they are stands on the page on which that is
 * mended. They have no live connection, so it is asked at each page, after each act there, and every minute.
 */
@customElement('undecided-cases')
export class UndecidedCases extends LitElement {
  static override styles = [
    baseStyles,
    css`
      ui-banner {
        margin-bottom: 0.85rem;
      }
      ul {
        display: grid;
        gap: 0.3rem;
        margin: 0.4rem 0;
        padding: 0;
        list-style: none;
      }
      p {
        margin: 0;
      }
      a {
        display: inline-block;
        padding: 0.2rem 0;
        font-weight: 700;
      }
      @media print {
        :host {
          display: none;
        }
      }
    `,
  ]

  @property({ attribute: false }) office!: OfficeInfo
  /** Which page is shown. */
  @property() page = ''
  @state() private cases: readonly Case[] = []
  #timer: ReturnType<typeof setInterval> | undefined

  constructor() {
    super()
    new LangController(this)
  }

  override connectedCallback(): void {
    super.connectedCallback()
    this.#timer = setInterval(this.#look, EVERY_MS)
    for (const event of ANEW) window.addEventListener(event, this.#look)
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    clearInterval(this.#timer)
    for (const event of ANEW) window.removeEventListener(event, this.#look)
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('page')) this.#look()
  }

  protected override render() {
    const n = this.cases.length
    return html`<div role="status">
      ${
        n === 0
          ? nothing
          : html`<ui-banner
              ><b>${t(words.n, { n })}</b>
              ${this.page === 'penilai' ? this.#all() : html`<a href="#/penilai">${t(words.go)}</a>`}</ui-banner
            >`
      }
    </div>`
  }

  #all() {
    return html`<ul>
        ${this.cases.map(({ officer, since, below }) => {
          const waits = t(words.waits, { officer, since: dateSays(since) })
          return html`<li>${waits} ${below === null ? t(words.first, { officer }) : t(words.below, { below })}</li>`
        })}
      </ul>
      <p>${t(words.why)}</p>`
  }

  readonly #look = (): void => {
    if (document.hidden) return
    ask('GET /api/offices/:office/undecided', { params: { office: this.office.id } }).then(
      ({ cases }) => (this.cases = cases),
      // What was known stays; the page itself says when the server is away.
      () => undefined,
    )
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'undecided-cases': UndecidedCases
  }
}
