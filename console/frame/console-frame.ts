import { LitElement, html, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { keyed } from 'lit/directives/keyed.js'
import type { EndedWhy } from '../../shared/contracts/live.ts'
import type { DayPlan } from '../../shared/queue/day.ts'
import { counterOf } from '../../shared/queue/guards.ts'
import { consoleText } from '../../shared/text/console.ts'
import type { OfficeInfo } from '../../shared/office/office.ts'
import { isOpened } from '../../shared/office/opened.ts'
import { within } from '../../shared/office/scope.ts'
import { wearAccent } from '../../shared/web/accent.ts'
import { LangController, lang, setLang, t } from '../../shared/web/lang.ts'
import { Later } from '../../shared/web/ui/later.ts'
import { LiveDay } from '../../shared/web/live-day.ts'
import { titleOf } from '../../shared/web/rehearsal.ts'
import { baseStyles } from '../../shared/web/ui/base-styles.ts'
import { emit } from '../../shared/web/ui/emit.ts'
import { icon } from '../../shared/web/ui/icons.ts'
import { mark } from '../../shared/web/ui/marks.ts'
import '../../shared/web/ui/ui-button.ts'
import '../../shared/web/ui/ui-clock.ts'
import '../../shared/web/ui/ui-state.ts'
import '../../shared/web/ui/ui-tag.ts'
import { SIGNED_OUT } from '../parts/ask.ts'
import '../admin/rail/admin-rail.ts'
import type { RailEntry } from '../admin/rail/admin-rail.ts'
import { heldBack } from '../leave/leave-guard.ts'
import { explainedOnce } from '../explained/explained-once.ts'
import { endsIt } from '../rehearsal/ends-it.ts'
import { News } from '../feedback/news.ts'
import { rememberCounter } from '../desk/last-counter.ts'
import { brandOf } from './brand.ts'
import { connectionOf, counterTag } from './at-work.ts'
import { closedToday } from './closed-today.ts'
import { frameStyles } from './frame-styles.ts'
import { groupLinks, linksOf } from './links.ts'
import { nameOf } from './page-names.ts'
import type { Page } from './page.ts'
import { isSlowLine } from './slow-line.ts'
import { pageAt, pagesFor, pathOn, railOf } from './pages.ts'
import type { ConsolePage, StaffView } from '../parts/page.ts'

const FOLLOW_MS = 1_000
const HEAR_MS = 5_000

/** The console of somebody signed in: the bar above, and the page that the address names. */
@customElement('console-frame')
export class ConsoleFrame extends LitElement {
  static override styles = [baseStyles, frameStyles]

  @property({ attribute: false }) office!: OfficeInfo
  @property({ attribute: false }) staff!: StaffView
  @property({ type: Boolean }) demo = false
  /** Server time minus this device's time, in ms, as it was told at the start. */
  @property({ type: Number }) ahead = 0
  /** Reads the office as a page needs it, where it is not at hand so. */
  @property({ attribute: false }) readFor: (page: Page) => Promise<void> | undefined = () => undefined
  @state() page: Page | undefined
  /** What the address names on the page. */
  @state() private path = ''
  @state() private leaving = false
  @state() private shown: ConsolePage | 'failed' | undefined
  #inSight: Page | undefined
  #plan: DayPlan | null | undefined
  /** Whoever signs out waits for the day no longer than this. */
  #unheard: ReturnType<typeof setTimeout> | undefined
  readonly #live = new LiveDay(this, {
    audience: 'staff',
    link: async () => (await import('../../shared/web/live-link.ts')).openLink,
  })
  readonly #news = new News(this, this.#live, () => this.staff.permissions.includes('team.lead'))

  readonly #asks = new Later(this, () => import('../leave/sign-out.ts'))
  readonly #rehearsed = new Later(this, () => import('../rehearsal/rehearsal-band.ts'))
  readonly #stuck = new Later(this, () => import('../admin/supervisors/undecided-cases.ts'))

  constructor() {
    super()
    new LangController(this)
  }

  override connectedCallback(): void {
    super.connectedCallback()
    window.addEventListener('hashchange', this.#onAddress)
    this.#route()
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    window.removeEventListener('hashchange', this.#onAddress)
    clearTimeout(this.#unheard)
  }

  get #mayFollow(): boolean {
    const { permissions } = this.staff
    return permissions.includes('queue.take') || permissions.includes('unit.read')
  }

  #follow(): void {
    if (this.#mayFollow) this.#live.follow(this.office.id)
  }

  /** Goes on after somebody has signed in again: the page with all that was typed is still there. */
  resume(): void {
    this.#route()
    this.#live.reconnect()
  }

  protected override willUpdate(): void {
    this.#live.clockError = this.ahead
  }

  protected override updated(): void {
    wearAccent(this.office.accent)
    const { ended, refused } = this.#live
    if (ended !== undefined || refused === 'NOT_SIGNED_IN')
      window.dispatchEvent(new CustomEvent<EndedWhy | undefined>(SIGNED_OUT, { detail: ended }))
    // The office has opened: what prepared it is over.
    if (this.page?.preparing && isOpened(this.office)) this.#route()
    this.#followPlan()
    this.#currentInSight()
    if (this.#unheard !== undefined && this.#live.day) this.#signOut()
    const shown = this.shown
    if (shown === undefined || shown === 'failed') return
    shown.office = this.page?.own ? within(this.office, this.staff.agency) : this.office
    shown.staff = this.staff
    shown.path = this.path
    // The live day keeps its identity while it changes inside, so the page is told by hand.
    shown.requestUpdate()
  }

  /** On a narrow screen the pages stand in a row that is moved sideways. */
  #currentInSight(): void {
    if (this.#inSight === this.page || !this.renderRoot.querySelector('nav [aria-current]')) return
    this.#inSight = this.page
    const row = this.renderRoot.querySelector('nav')!
    const link = row.querySelector('[aria-current]')!
    const [bar, own] = [row.getBoundingClientRect(), link.getBoundingClientRect()]
    if (own.left < bar.left || own.right > bar.right) row.scrollLeft += own.left - bar.left
  }

  protected override render() {
    return html`<header class="top">
        ${mark()} ${brandOf(this.office, this.staff, this.demo)}
        <nav aria-label=${t(consoleText['frame.pages'])}>${linksOf(this.page, this.#pages, this.#news)}</nav>
        <div class="end">
          ${connectionOf(this.#live)} ${counterTag(this.office, this.#live, this.staff.id)}
          <a
            class="who"
            href="#/saya"
            aria-current=${this.page?.id === 'saya' ? 'page' : nothing}
            title=${t(consoleText['page.saya'])}
            ><strong>${this.staff.name}</strong><span class="tiny">${t(consoleText['page.saya'])}</span></a
          >
          <ui-button
            variant="plain"
            size="s"
            label=${t(consoleText['frame.otherLang'])}
            @click=${() => setLang(lang() === 'id' ? 'en' : 'id')}
            ><span class="long" lang=${lang() === 'id' ? 'en' : 'id'}>${t(consoleText['frame.otherLang'])}</span
            ><span class="short">${lang() === 'id' ? 'EN' : 'ID'}</span></ui-button
          >
          <ui-button variant="plain" size="s" label=${t(consoleText['frame.signOut'])} @click=${() => this.#signOut()}
            >${icon('logout')}<span class="long">${t(consoleText['frame.signOut'])}</span></ui-button
          >
          <ui-clock .zone=${this.office.zone} .offset=${this.#live.clockError} ?sample=${this.demo}></ui-clock>
        </div>
      </header>
      ${
        this.leaving && this.#live.day
          ? this.#asks.show(
              () =>
                html`<leave-sign-out
                  .office=${this.office}
                  .day=${this.#live.day!}
                  .now=${this.#live.now()}
                  staffId=${this.staff.id}
                  @signout=${() => (this.leaving = false)}
                  @dismiss=${() => (this.leaving = false)}
                ></leave-sign-out>`,
              nothing,
            )
          : nothing
      }
      <main @opencounter=${this.#openCounter}>
        ${groupLinks(this.page, this.#pages, this.#news)}${this.#band()}${closedToday(this.office, this.#live.now())}${explainedOnce(this.staff, this.page?.id, () => this.requestUpdate())}${this.#beside(this.#main())}
      </main>`
  }

  /** How far a rehearsal is, for whoever may end it; objections that nobody may decide, for whoever can mend that. */
  #band() {
    const { office, page, staff } = this
    const names = staff.permissions.includes('staff.manage') && staff.agency === null
    return html`${endsIt(staff) ? this.#rehearsed.show(() => html`<rehearsal-band .office=${office}></rehearsal-band>`, nothing) : nothing}
    ${names ? this.#stuck.show(() => html`<undecided-cases .office=${office} page=${page?.id ?? ''}></undecided-cases>`, nothing) : nothing}`
  }

  /** Whoever is still at a counter is asked what becomes of it: once the day is heard, where it is not followed yet and can be. */
  #signOut(): void {
    clearTimeout(this.#unheard)
    this.#unheard = undefined
    if (this.#mayFollow && !this.#live.day && !this.#live.refused) {
      this.#follow()
      this.#unheard = setTimeout(() => emit(this, 'signout'), HEAR_MS)
      return
    }
    const counter = this.#live.day && counterOf(this.#live.day, this.staff.id)
    if (counter && counter.leftAt === undefined) this.leaving = true
    else emit(this, 'signout')
  }

  /** To the desk, with that counter before the others. */
  readonly #openCounter = ({ detail }: CustomEvent<string>): void => {
    rememberCounter(detail)
    location.hash = '#/loket'
  }

  get #pages(): readonly Page[] {
    return pagesFor(this.staff.permissions, !isOpened(this.office), this.staff.agency)
  }

  /** A page of the administration stands beside the rail that leads to the others. */
  #beside(content: unknown) {
    const rail = railOf(this.#pages)
    if (!rail.includes(this.page!)) return content
    const entries = rail.map((page): RailEntry => {
      return { href: `#/${page.id}`, label: nameOf(page, true), icon: page.rail!, current: page === this.page }
    })
    return html`<div class="railed">
      <admin-rail .entries=${entries}></admin-rail>
      <div class="work">${content}</div>
    </div>`
  }

  #main() {
    if (!this.page) {
      return html`<ui-state kind="empty" icon="lock" heading=${t(consoleText['frame.noPage'])}
        >${t(consoleText['frame.noPage.why'])}</ui-state
      >`
    }
    if (this.shown === 'failed') {
      return html`<ui-state
        kind="error"
        heading=${t(consoleText['frame.pageFailed'])}
        @retry=${() => void this.#show(this.page!)}
      ></ui-state>`
    }
    return this.shown === undefined ? html`<ui-state></ui-state>` : keyed(this.page.id, this.shown)
  }

  // A new plan of the day means that a setting of the office was changed.
  #followPlan(): void {
    const plan = this.#live.day?.plan
    if (this.#plan && plan && plan !== this.#plan) emit(this, 'replanned')
    this.#plan = plan
  }

  readonly #onAddress = (event: HashChangeEvent): void => {
    if (!heldBack(event)) this.#route()
  }

  #route(): void {
    const page = pageAt(location.hash, this.#pages, this.staff.roles)
    if (page) {
      this.path = pathOn(page, location.hash)
      if (this.path === '') history.replaceState(null, '', `#/${page.id}`)
      document.title = titleOf(nameOf(page))
    }
    if (page === this.page) return
    this.page = page
    if (!page?.apart) this.#follow()
    if (page) void this.#show(page)
  }

  async #show(page: Page): Promise<void> {
    this.shown = undefined
    try {
      await Promise.all([page.load(), this.readFor(page)])
      if (page !== this.page) return
      const element = document.createElement(page.tag) as ConsolePage
      const { office, staff, path } = this
      this.shown = Object.assign(element, { office, staff, path, live: this.#live })
      // What the page itself asks goes first.
      if (!isSlowLine()) setTimeout(() => this.isConnected && this.#follow(), FOLLOW_MS)
    } catch {
      if (page === this.page) this.shown = 'failed'
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'console-frame': ConsoleFrame
  }
}
