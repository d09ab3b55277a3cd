import { LitElement, css, html, nothing } from 'lit'
import { customElement, property, query, state } from 'lit/decorators.js'
import { isOpened } from '../../shared/office/opened.ts'
import type { OfficeInfo } from '../../shared/office/office.ts'
import { deskText } from '../../shared/text/desk.ts'
import { frontText } from '../../shared/text/front-desk.ts'
import { timeText } from '../../shared/text/ui.ts'
import { LangController, lang, t } from '../../shared/web/lang.ts'
import type { LiveDay } from '../../shared/web/live-day.ts'
import { baseStyles } from '../../shared/web/ui/base-styles.ts'
import '../../shared/web/ui/ui-banner.ts'
import '../../shared/web/ui/ui-button.ts'
import '../../shared/web/ui/ui-key.ts'
import '../../shared/web/ui/ui-state.ts'
import { WindowKeys } from '../../shared/web/window-keys.ts'
import '../parts/take-dialog.ts'
import './front-book.ts'
import type { FrontBook } from './front-book.ts'
import './front-check-in.ts'
import { formWithText } from './front-forms.ts'
import './front-group.ts'
import './front-list.ts'
import './walk-print.ts'
import type { Taken } from '../print/walk-slip.ts'
import type { StaffView } from '../parts/page.ts'
import { paneStyles } from '../parts/pane-styles.ts'
import '../leave/left-counters.ts'
import '../parts/service-closing.ts'

const TASKS = ['book', 'checkIn', 'group'] as const
type Task = (typeof TASKS)[number]

/** Function keys, because at this desk the caret is nearly always in a field. */
const KEYS: Readonly<Record<string, Task | 'take'>> = { F2: 'book', F4: 'checkIn', F8: 'group', F9: 'take' }
const KEY_OF = { book: 'F2', checkIn: 'F4', group: 'F8', take: 'F9' } as const

/** The front desk: books for people, checks them in, books for groups, sees who is expected today, closes a service. */
@customElement('front-desk')
export class FrontDesk extends LitElement {
  static override styles = [
    baseStyles,
    paneStyles,
    css`
      :host {
        display: block;
        height: 100%;
      }
      .desk {
        display: grid;
        grid-template-columns: minmax(0, 1fr) 32rem;
        grid-template-rows: auto minmax(0, 1fr);
        gap: 0 0.85rem;
        height: 100%;
      }
      .desk > ui-banner {
        margin-bottom: 0.6rem;
        grid-column: 1 / -1;
      }
      .work,
      .side {
        grid-row: 2;
        min-height: 0;
      }
      .work {
        overflow: auto;
      }
      .side {
        display: grid;
        grid-template-rows: minmax(0, 1fr) auto;
        gap: 0.85rem;
      }
      .list {
        display: grid;
        overflow: hidden;
      }
      .tasks {
        display: flex;
        flex-wrap: wrap;
        gap: 0.4rem;
        margin-bottom: 0.9rem;
      }
      .tasks ui-button {
        flex: 1;
        --button-pad: 0.2em 0.5em;
      }
      @media (max-width: 72rem), (max-height: 38rem) {
        :host,
        .desk {
          height: auto;
        }
        .list {
          max-height: 36rem;
        }
      }
      @media (max-width: 72rem) {
        .desk {
          grid-template-columns: minmax(0, 1fr);
          gap: 0.85rem;
        }
        .work,
        .side {
          grid-row: auto;
        }
      }
    `,
  ]

  @property({ attribute: false }) office!: OfficeInfo
  @property({ attribute: false }) staff!: StaffView
  @property({ attribute: false }) live!: LiveDay
  @state() private task: Task = formWithText() ?? 'book'
  @state() private taking = false
  /** The number just taken. */
  @state() private taken: Taken | undefined
  @query('.work > :not([hidden]):not(.tasks):not(h1)') private shown!: HTMLElement | null

  #begun = false

  constructor() {
    super()
    new LangController(this)
    new WindowKeys(this, {
      down: event => this.#onKey(event),
      listening: () => !this.taking && isOpened(this.office),
      inFields: true,
    })
  }

  // The forms are there with the day, which may come later than the page.
  protected override updated(): void {
    if (this.#begun || !this.shown) return
    this.#begun = true
    this.#focusTask()
  }

  protected override render() {
    const { day, refused } = this.live
    if (!isOpened(this.office))
      return html`<ui-state kind="empty" icon="clock" heading=${t(deskText['preparing.title'])}
        >${t(frontText['preparing.why'])}</ui-state
      >`
    if (!day && refused) return html`<ui-state kind="error" code=${refused}></ui-state>`
    if (!day) return html`<ui-state></ui-state>`
    const may = (right: string) => this.staff.permissions.includes(right)
    const closed = Object.keys(day.closures)
    const at = timeText(this.live.heard, this.office.zone, lang())
    return html`<div class="desk">
        ${this.live.stale ? html`<ui-banner tone="offline">${t(frontText.stale, { at })}</ui-banner>` : nothing}
        <section class="pane work" aria-label=${t(frontText.title)}>
          <h1 class="vh">${t(frontText.title)}</h1>
          <div class="tasks" role="group" aria-label=${t(frontText.tasks)}>
            ${TASKS.map(task => this.#tab(task))}
            ${
              may('queue.take')
                ? html`<ui-button size="s" shortcut=${KEY_OF.take} @click=${() => (this.taking = true)}
                    >${t(frontText['task.take'])}<ui-key>${KEY_OF.take}</ui-key></ui-button
                  >`
                : nothing
            }
          </div>
          <front-book
            ?hidden=${this.task !== 'book'}
            .office=${this.office}
            today=${day.date}
            .closed=${closed}
          ></front-book>
          <front-check-in
            ?hidden=${this.task !== 'checkIn'}
            .office=${this.office}
            .day=${day}
            ?mayReturn=${may('queue.call')}
          ></front-check-in>
          <front-group
            ?hidden=${this.task !== 'group'}
            .office=${this.office}
            today=${day.date}
            .closed=${closed}
          ></front-group>
        </section>
        <div class="side">
          <div class="pane list">
            <front-list
              .office=${this.office}
              .day=${day}
              .now=${this.live.now()}
              .estimates=${this.live.estimates}
              ?mayChange=${may('queue.call')}
              ?mayOpen=${may('booking.open')}
            ></front-list>
          </div>
          <left-counters
            .office=${this.office}
            .staff=${this.staff}
            .day=${day}
            .now=${this.live.now()}
          ></left-counters>
          <service-closing
            .office=${this.office}
            .day=${day}
            .now=${this.live.now()}
            ?mayClose=${may('queue.close')}
          ></service-closing>
        </div>
      </div>
      ${
        this.taking
          ? html`<desk-take
              .office=${this.office}
              .now=${this.live.now()}
              aria-label=${t(deskText['take.title'])}
              books
              @book=${(e: CustomEvent<Parameters<FrontBook['wanted']>[0]>) => void this.#bookInstead(e.detail)}
              @given=${(e: CustomEvent<Taken>) => (this.taken = e.detail)}
              @dismiss=${() => {
                this.taking = false
                this.taken = undefined
                this.#focusTask()
              }}
              >${
                this.taken ? html`<walk-print .office=${this.office} .taken=${this.taken}></walk-print>` : nothing
              }</desk-take
            >`
          : nothing
      }`
  }

  #tab(task: Task) {
    return html`<ui-button
      size="s"
      shortcut=${KEY_OF[task]}
      .pressed=${this.task === task}
      @click=${() => this.#show(task)}
      >${t(frontText[`task.${task}`])}<ui-key>${KEY_OF[task]}</ui-key></ui-button
    >`
  }

  #show(task: Task): void {
    this.task = task
    this.#focusTask()
  }

  /** No number is left today: the same is booked for another day. */
  async #bookInstead(wish: Parameters<FrontBook['wanted']>[0]): Promise<void> {
    this.taking = false
    this.task = 'book'
    await this.updateComplete
    await this.renderRoot.querySelector('front-book')!.wanted(wish)
  }

  #focusTask(): void {
    void this.updateComplete.then(() => this.shown?.focus())
  }

  #onKey(event: KeyboardEvent): void {
    const task = KEYS[event.key]
    if (!task) return
    event.preventDefault()
    if (task !== 'take') this.#show(task)
    else if (this.staff.permissions.includes('queue.take')) this.taking = true
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'front-desk': FrontDesk
  }
}
