import { LitElement, css, html, nothing } from 'lit'
import { customElement, query, state } from 'lit/decorators.js'
import { keyed } from 'lit/directives/keyed.js'
import type { EndedWhy } from '../shared/contracts/live.ts'
import { consoleText } from '../shared/text/console.ts'
import type { Reply } from '../shared/contracts/api.ts'
import type { HallOffice, OfficeInfo } from '../shared/office/office.ts'
import { call, codeOf } from '../shared/web/client.ts'
import { LangController, t } from '../shared/web/lang.ts'
import { Later } from '../shared/web/ui/later.ts'
import { baseStyles } from '../shared/web/ui/base-styles.ts'
import '../shared/web/ui/ui-button.ts'
import '../shared/web/ui/ui-state.ts'
import { SIGNED_OUT } from './parts/ask.ts'
import { keepDraftsOf, leaveDrafts } from './kept/kept-draft.ts'
import { keepTextOf } from './kept/kept-text.ts'
import { readsFirst } from './explained/explained-once.ts'
import { linkIn, takeReturned } from './account/opened-with.ts'
import './frame/console-frame.ts'
import { isSignOutOwed, oweSignOut, paySignOut, paySignOutLater, signOutIsPaid } from './frame/owed-sign-out.ts'
import type { ConsoleFrame } from './frame/console-frame.ts'
import type { Page } from './frame/page.ts'
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
      console-frame[hidden] {
        display: none;
      }
      .owed {
        width: min(30rem, 100%);
        margin: 0 auto;
        padding: min(10vh, 5rem) 1.25rem 2rem;
      }
      ui-state {
        max-width: 26rem;
        margin: 20vh auto 0;
      }
    `,
  ]

  @state() private offices: Reply<'GET /api/offices'>['offices'] = []
  /** The office of who is signed in: as its desks need it, or whole where a page of its settings has asked for that. */
  @state() private office: HallOffice | undefined
  @state() private demo = false
  /** By what name the staff know the provider of their accounts. */
  @state() private provider: string | null = null
  /** Server time minus this device's time, in ms. */
  @state() private ahead = 0
  @state() private staff: StaffView | undefined
  /** The secret of an invitation or reset with which this page was opened. */
  @state() private link: string | undefined
  @state() private phase: 'starting' | 'failed' | 'out' | 'in' = 'starting'
  /** The session of who is shown has ended: the page waits, out of sight, for the same person. */
  @state() private ended: EndedWhy | false = false
  @query('console-frame') private frame!: ConsoleFrame | null
  #failure: unknown
  readonly #linked = new Later(this, () => import('./account/account-link.ts'))
  readonly #owed = new Later(this, () => import('./account/second-factor-setup.ts'))
  readonly #out = new Later(this, () => import('./frame/console-sign-in.ts'))
  /** What the provider has just given this browser: whoever it names comes in, whoever was in. */
  #returned = takeReturned()

  constructor() {
    super()
    new LangController(this)
  }

  override connectedCallback(): void {
    super.connectedCallback()
    window.addEventListener(SIGNED_OUT, this.#onEnded)
    this.link = linkIn(location.hash)
    void this.#start()
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    window.removeEventListener(SIGNED_OUT, this.#onEnded)
  }

  protected override render() {
    if (this.link !== undefined)
      return this.#linked.show(
        () => html`<account-link .secret=${this.link} @over=${() => void this.#linkIsOver()}></account-link>`,
      )
    const office = this.office?.id === this.staff?.officeId ? this.office : undefined
    const { staff } = this
    if (this.phase === 'in' && staff?.owesSecond && this.ended === false)
      return html`<main class="owed">
        ${this.#owed.show(
          () =>
            html`<second-factor-setup
              owed
              .whose=${{ office: office?.name ?? '', who: `${staff.name} (${staff.username})` }}
              @set=${() => void this.#start()}
            ></second-factor-setup>`,
        )}
        <ui-button variant="plain" @click=${() => void this.#signOut()}>${t(consoleText['frame.signOut'])}</ui-button>
      </main>`
    if (this.phase === 'in' && this.staff && office) {
      const frame = html`<console-frame
        ?hidden=${this.ended !== false}
        .office=${office}
        .staff=${this.staff}
        .demo=${this.demo}
        .ahead=${this.ahead}
        .readFor=${this.#readFor}
        @replanned=${() => void this.#readOffice(this.frame?.page).catch(() => undefined)}
        @signout=${() => void this.#signOut()}
        @moved=${() => this.#movedOn()}
        @officechanged=${(e: CustomEvent<OfficeInfo>) => (this.office = e.detail)}
      ></console-frame>`
      return html`${keyed(this.staff.id, frame)}${this.ended === false ? nothing : this.#signIn()}`
    }
    if (this.phase === 'out') return this.#signIn()
    if (this.phase !== 'failed') return html`<ui-state heading=${t(consoleText['frame.start'])}></ui-state>`
    const kind = codeOf(this.#failure) === 'UNREACHABLE' ? 'offline' : 'error'
    return html`<main>
      <ui-state kind=${kind} @retry=${() => void this.#start()}>${sentenceOf(this.#failure)}</ui-state>
    </main>`
  }

  /** From the page of a link to the sign-in, as whoever that is; the secret leaves the address. */
  async #linkIsOver(): Promise<void> {
    history.replaceState(null, '', location.pathname)
    this.link = undefined
    await this.#start()
  }

  #signIn() {
    return this.#out.show(
      () =>
        html`<console-sign-in
          .offices=${this.offices}
          .demo=${this.demo}
          .provider=${this.provider}
          .returned=${this.#returned}
          .ended=${this.ended}
          ?owed=${isSignOutOwed()}
          @signedin=${(e: CustomEvent<StaffView>) => void this.#signedIn(e.detail)}
        ></console-sign-in>`,
    )
  }

  async #start(): Promise<void> {
    this.phase = 'starting'
    try {
      if (isSignOutOwed()) await paySignOut()
      await this.#readOffices()
      if (this.#returned !== '') return void (this.phase = 'out')
      await this.#enter((await call('GET /api/me', {})).staff)
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
    const { offices, demo, now, oidc } = await call('GET /api/offices', {})
    this.offices = offices
    this.ahead = now - Date.now()
    this.demo = demo
    this.provider = oidc ?? null
  }

  /** As the page needs it: those who set the office up, with all that its services say at length. */
  async #readOffice(page?: Page): Promise<void> {
    const params = { office: this.staff!.officeId }
    const { office }: { office: HallOffice } = page?.whole
      ? await call('GET /api/offices/:office', { params })
      : await call('GET /api/offices/:office/hall', { params })
    if (office.id !== this.staff?.officeId) return
    this.office = office
    await this.updateComplete
  }

  /** A page is shown at once with what is at hand; somebody else may have changed it, so it is read anew all the same. */
  readonly #readFor = (page: Page): Promise<void> | undefined => {
    if (!page.whole) return undefined
    const read = this.#readOffice(page)
    if (!isWhole(this.office)) return read
    void read.catch(() => undefined)
    return undefined
  }

  /** The first time, what is kept about one's work is read before anything else; never where somebody goes on with theirs. */
  async #signedIn(staff: StaffView): Promise<void> {
    if (this.ended === false && readsFirst(staff, location.hash)) history.replaceState(null, '', '#/penjelasan')
    await this.#enter(staff)
  }

  async #enter(staff: StaffView): Promise<void> {
    this.#isIn(staff)
    this.frame?.resume()
    try {
      // Settings may have changed while nobody was signed in here; the old ones serve until the answer.
      await this.#readOffice(this.frame?.page)
    } catch (error) {
      if (this.office?.id === staff.officeId) return
      this.#failure = error
      this.phase = 'failed'
    }
  }

  /** What somebody else typed in this tab goes, before anything is shown. */
  #isIn(staff: StaffView): void {
    keepTextOf(staff.id)
    keepDraftsOf(staff.id)
    signOutIsPaid()
    this.#returned = ''
    this.staff = staff
    this.ended = false
    this.phase = 'in'
  }

  /** At work in another office from now on: nothing of this one stays on the screen. */
  #movedOn(): void {
    history.replaceState(null, '', location.pathname)
    location.reload()
  }

  async #signOut(): Promise<void> {
    leaveDrafts()
    keepTextOf(undefined)
    oweSignOut()
    await paySignOut().catch(() => void paySignOutLater().then(() => this.requestUpdate()))
    this.staff = undefined
    this.ended = false
    this.phase = 'out'
  }

  readonly #onEnded = (event: Event): void => {
    if (this.phase !== 'in' || (this.ended !== false && this.ended !== 'signedOut')) return
    this.ended = (event as CustomEvent<EndedWhy | undefined>).detail ?? 'signedOut'
  }
}

/** Whether its services tell their standards. */
function isWhole(office: HallOffice | undefined): boolean {
  return office !== undefined && office.services.every(s => 'standard' in s)
}

declare global {
  interface HTMLElementTagNameMap {
    'console-app': ConsoleApp
  }
}
