import { LitElement, css, html, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { Reply } from '../../shared/contracts/api.ts'
import { MINUTE, type Instant } from '../../shared/kit/time.ts'
import type { OfficeInfo } from '../../shared/office/office.ts'
import type { QueueDay } from '../../shared/queue/day.ts'
import { isNear, PREPARE_MS } from '../../shared/queue/opening.ts'
import { isUnsure, papersOf } from '../../shared/office/papers.ts'
import { papersText } from '../../shared/text/papers.ts'
import { deskText } from '../../shared/text/desk.ts'
import { timeText } from '../../shared/text/ui.ts'
import { LangController, lang, t } from '../../shared/web/lang.ts'
import { baseStyles } from '../../shared/web/ui/base-styles.ts'
import { icon } from '../../shared/web/ui/icons.ts'
import '../../shared/web/ui/ui-number.ts'
import { ask } from '../parts/ask.ts'
import { bookingRows, bookingsKey, toPrepare, type BookingRow } from '../parts/bookings.ts'
import { serviceOf } from '../parts/names.ts'
import { Fetched } from '../parts/fetched.ts'

const FOLDED = 'tanggap.desk.folded'
/** A booker may send a file or tick a paper at any time, which no event tells. */
const REREAD_MS = 2 * MINUTE

/** The next bookings of a counter with their papers, so that they are ready before the citizen is. Nothing to pick from. */
@customElement('desk-prepare')
export class DeskPrepare extends LitElement {
  static override styles = [
    baseStyles,
    css`
      :host {
        display: block;
        min-height: 0;
        overflow: auto;
      }
      details {
        margin-top: 0.5rem;
        border-top: 1px solid var(--line);
        font-size: 0.875rem;
        line-height: 1.3;
      }
      summary {
        display: flex;
        gap: 0.5rem;
        align-items: center;
        padding: 0.45rem 0 0.3rem;
        cursor: pointer;
        list-style: none;
        font-size: 0.8125rem;
        font-weight: 650;
        color: var(--soft);
      }
      summary svg {
        width: 1rem;
        height: 1rem;
      }
      [open] summary svg {
        rotate: 90deg;
      }
      summary span {
        margin-inline-start: auto;
      }
      .all {
        display: grid;
        gap: 0.6rem;
        padding-bottom: 0.3rem;
      }
      .head {
        display: flex;
        gap: 0.6rem;
        align-items: baseline;
      }
      .head span {
        color: var(--soft);
      }
      ui-number {
        font-size: 1.05rem;
      }
      .papers {
        margin-top: 0.15rem;
      }
      .papers li {
        display: grid;
        grid-template-columns: 1.3rem 1fr;
        align-items: start;
      }
      .papers svg {
        width: 1rem;
        height: 1rem;
        color: var(--accent);
      }
      .lacks {
        color: var(--soft);
      }
      .files {
        display: flex;
        flex-wrap: wrap;
        gap: 0.2rem 0.8rem;
        margin-top: 0.2rem;
      }
      .files button {
        min-height: 1.5rem;
        padding: 0;
        border: 0;
        background: none;
        font: inherit;
        color: var(--accent);
        text-decoration: underline;
        cursor: pointer;
      }
    `,
  ]

  @property({ attribute: false }) office!: OfficeInfo
  @property({ attribute: false }) day!: QueueDay
  /** Services of the counter. */
  @property({ attribute: false }) services: readonly string[] = []
  @property({ type: Number }) now: Instant = 0
  @state() private open = !folded()
  readonly #bookings = new Fetched<Reply<'GET /api/offices/:office/bookings'>>(this)

  constructor() {
    super()
    new LangController(this)
  }

  protected override willUpdate(): void {
    const { office, day, now } = this
    // A day without bookings has nothing to prepare and asks for nothing.
    if (Object.keys(day.bookedNumbers).length === 0) return
    this.#bookings.want(`${bookingsKey(day)} ${Math.floor(now / REREAD_MS)}`, () =>
      ask('GET /api/offices/:office/bookings', { params: { office: office.id }, query: { date: day.date } }),
    )
  }

  protected override render() {
    const { value, error } = this.#bookings
    if (!value) return error ? html`<p class="soft">${t(deskText['prep.failed'])}</p>` : nothing
    const rows = toPrepare(bookingRows(value.bookings, this.day, this.now), this.services)
    const first = rows[0]
    if (!first) return nothing
    return html`<details ?open=${this.open} @toggle=${this.#onToggle}>
      <summary>${icon('chevron')}${t(deskText['prep.title'])}<span>${this.#when(first)}</span></summary>
      <ol class="all" aria-label=${t(deskText['prep.title'])}>
        ${rows.map(row => this.#row(row))}
      </ol>
    </details>`
  }

  #row(row: BookingRow) {
    const { booking, state: at } = row
    const service = serviceOf(this.office, booking.serviceId)
    // The holder may say anew what it is for; the followed day knows it first.
    const id = row.ticket ? row.ticket.case : booking.case
    const papers = service ? papersOf(service, id) : []
    const unsure = service !== undefined && isUnsure(service, id)
    const has = (paper: string) => booking.papers.includes(paper)
    return html`<li>
      <p class="head">
        <ui-number value=${booking.number}></ui-number><b>${this.#time(row)}</b
        ><span
          >${t(deskText[at === 'waiting' ? 'prep.here' : 'prep.expected'])} ·
          ${
            unsure
              ? t(papersText['count.unsure'])
              : t(deskText['prep.count'], { n: papers.filter(p => has(p.id)).length, of: papers.length })
          }</span
        >
      </p>
      <ul class="papers">
        ${papers
          .filter(p => !unsure || has(p.id))
          .map(
            ({ id: paper, name }) =>
              html`<li class=${has(paper) ? '' : 'lacks'}>
                ${has(paper) ? icon('check') : html`<span aria-hidden="true">○</span>`}<span
                  >${t(name)}<span class="vh">, ${t(deskText[has(paper) ? 'prep.has' : 'prep.lacks'])}</span></span
                >
              </li>`,
          )}
      </ul>
      ${booking.files.length > 0 ? this.#files(row) : nothing}
    </li>`
  }

  /** Scans, to be opened within the hour before the slot; a form, because each opening goes on record. */
  #files(row: BookingRow) {
    const { booking, ticket } = row
    const slot = ticket?.slot ?? booking.slot ?? undefined
    const near = isNear(row.state, slot, this.now)
    if (!near) {
      const from = timeText((slot?.start ?? this.now) - PREPARE_MS, this.office.zone, lang())
      return html`<p class="soft">${t(deskText['prep.later'], { n: booking.files.length, from })}</p>`
    }
    return html`<div class="files">
      ${booking.files.map(
        (file, i) =>
          html`<form
            method="post"
            target="_blank"
            rel="noopener"
            action="/api/offices/${encodeURIComponent(this.office.id)}/files/${encodeURIComponent(file.id)}"
          >
            <input type="hidden" name="reason" value="prepare" />
            <button>
              ${t(deskText['prep.file'], { n: i + 1 })}<span class="vh"
                >, ${booking.number}, ${t(deskText['prep.newTab'])}</span
              >
            </button>
          </form>`,
      )}
    </div>`
  }

  #when(row: BookingRow): string {
    return t(deskText['prep.next'], { number: row.booking.number, at: this.#time(row) })
  }

  #time({ booking, ticket }: BookingRow): string {
    const start = (ticket?.slot ?? booking.slot)?.start
    return start === undefined ? '' : timeText(start, this.office.zone, lang())
  }

  readonly #onToggle = (event: Event): void => {
    this.open = (event.target as HTMLDetailsElement).open
    try {
      localStorage.setItem(FOLDED, String(!this.open))
    } catch {
      return
    }
  }
}

/** Folded away by somebody who sits at this computer. */
function folded(): boolean {
  try {
    return localStorage.getItem(FOLDED) === 'true'
  } catch {
    return false
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'desk-prepare': DeskPrepare
  }
}
