import { LitElement, css, html } from 'lit'
import { customElement, state } from 'lit/decorators.js'
import { consoleText } from '../shared/text/console.ts'
import type { OfficeInfo } from '../shared/office/office.ts'
import { call, codeOf } from '../shared/web/client.ts'
import { LangController, t } from '../shared/web/lang.ts'
import { baseStyles } from '../shared/web/ui/base-styles.ts'
import '../shared/web/ui/ui-state.ts'
import { SIGNED_OUT } from './parts/ask.ts'
import './frame/console-frame.ts'
import './frame/console-sign-in.ts'
import type { StaffView } from './parts/page.ts'
import { sentenceOf } from './parts/sentence.ts'

/** Who is signed in decides what is shown: nobody yet, the sign-in, or the console of the staff's office. */
@customElement('console-app')
export class ConsoleApp extends LitElement {
  static override styles = [
    baseStyles,
    css`
      :host {
        display: block;
      }
      ui-state {
        max-width: 26rem;
        margin: 20vh auto 0;
      }
    `,
  ]

  @state() private offices: readonly OfficeInfo[] = []
  @state() private demo = false
  @state() private staff: StaffView | undefined
  @state() private phase: 'starting' | 'failed' | 'out' | 'in' = 'starting'
  @state() private ended = false
  #failure: unknown

  constructor() {
    super()
    new LangController(this)
  }

  override connectedCallback(): void {
    super.connectedCallback()
    window.addEventListener(SIGNED_OUT, this.#onEnded)
    void this.#start()
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    window.removeEventListener(SIGNED_OUT, this.#onEnded)
  }

  protected override render() {
    const office = this.offices.find(o => o.id === this.staff?.officeId)
    if (this.phase === 'in' && this.staff && office) {
      return html`<console-frame
        .office=${office}
        .staff=${this.staff}
        .demo=${this.demo}
        @replanned=${() => void this.#readOffices().catch(() => undefined)}
        @signout=${() => void this.#signOut()}
        @officechanged=${(e: CustomEvent<OfficeInfo>) => this.#changed(e.detail)}
      ></console-frame>`
    }
    if (this.phase === 'out') {
      return html`<console-sign-in
        .offices=${this.offices}
        .demo=${this.demo}
        .ended=${this.ended}
        @signedin=${(e: CustomEvent<StaffView>) => void this.#enter(e.detail)}
      ></console-sign-in>`
    }
    if (this.phase === 'starting') return html`<ui-state heading=${t(consoleText['frame.start'])}></ui-state>`
    const kind = codeOf(this.#failure) === 'UNREACHABLE' ? 'offline' : 'error'
    return html`<main>
      <ui-state kind=${kind} @retry=${() => void this.#start()}>${sentenceOf(this.#failure)}</ui-state>
    </main>`
  }

  async #start(): Promise<void> {
    this.phase = 'starting'
    try {
      await this.#readOffices()
      this.staff = (await call('GET /api/me', {})).staff
      this.phase = 'in'
    } catch (error) {
      if (codeOf(error) === 'NOT_SIGNED_IN') {
        this.phase = 'out'
      } else {
        this.#failure = error
        this.phase = 'failed'
      }
    }
  }

  async #readOffices(): Promise<void> {
    const { offices, demo } = await call('GET /api/offices', {})
    this.offices = offices
    this.demo = demo
  }

  async #enter(staff: StaffView): Promise<void> {
    this.staff = staff
    this.ended = false
    this.phase = 'in'
    // Settings may have changed while nobody was signed in here; the old ones serve until the answer.
    await this.#readOffices().catch(() => undefined)
  }

  #changed(office: OfficeInfo): void {
    this.offices = this.offices.map(known => (known.id === office.id ? office : known))
  }

  async #signOut(): Promise<void> {
    await call('POST /api/logout', {}).catch(() => undefined)
    this.staff = undefined
    this.ended = false
    this.phase = 'out'
  }

  readonly #onEnded = (): void => {
    if (this.phase !== 'in') return
    this.staff = undefined
    this.ended = true
    this.phase = 'out'
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'console-app': ConsoleApp
  }
}
