import { LitElement, html, nothing } from 'lit'
import { customElement, property, query, state } from 'lit/decorators.js'
import { RETURN_REASONS, type ApplicationState, type ReturnReason } from '../../shared/documents/application.ts'
import type { Reply } from '../../shared/contracts/api.ts'
import type { ApplicationView } from '../../shared/contracts/application-routes.ts'
import type { OfficeInfo } from '../../shared/office/office.ts'
import { applicationStateText, applicationText as words, returnReasonText } from '../../shared/text/application.ts'
import { timeText } from '../../shared/text/ui.ts'
import { codeOf } from '../../shared/web/client.ts'
import { LangController, lang, t } from '../../shared/web/lang.ts'
import type { LiveDay } from '../../shared/web/live-day.ts'
import { baseStyles } from '../../shared/web/ui/base-styles.ts'
import '../../shared/web/ui/ui-banner.ts'
import '../../shared/web/ui/ui-button.ts'
import type { UiButton } from '../../shared/web/ui/ui-button.ts'
import '../../shared/web/ui/ui-key.ts'
import '../../shared/web/ui/ui-search.ts'
import '../../shared/web/ui/ui-state.ts'
import '../../shared/web/ui/ui-table.ts'
import { WindowKeys } from '../../shared/web/window-keys.ts'
import { ApplicationActs } from './application-acts.ts'
import { applicationColumns, applicationRow, nextOf, numbered, visited } from './application-row.ts'
import { applicationStyles } from './application-styles.ts'
import { BulkActs } from './bulk-acts.ts'
import { missingPart, visitsWithout } from './missing-files.ts'
import './new-date-dialog.ts'
import type { GivenDate } from './new-date-dialog.ts'
import { bulkBar, namesSearch, searchFields, stateFilters, type Sought } from './application-search.ts'
import { ask } from '../parts/ask.ts'
import '../parts/choice-dialog.ts'
import { Fetched } from '../parts/fetched.ts'
import type { StaffView } from '../parts/page.ts'
import '../parts/table-export.ts'
import { paneStyles } from '../parts/pane-styles.ts'
import { sentenceOf } from '../parts/sentence.ts'

type List = Reply<'GET /api/offices/:office/applications'>

const REREAD_MS = 15_000

/** Applications: what is under way, one button for the next step, a way back for ten seconds. */
@customElement('console-applications')
export class ConsoleApplications extends LitElement {
  static override styles = [baseStyles, paneStyles, applicationStyles]

  @property({ attribute: false }) office!: OfficeInfo
  @property({ attribute: false }) staff!: StaffView
  @property({ attribute: false }) live!: LiveDay
  @state() private only: ApplicationState | undefined
  @state() private typed = ''
  @state() private sought: Sought = { service: '', date: '', late: false }
  @state() private returning: ApplicationView | undefined
  /** A new date is asked for. */
  @state() private dating:
    { readonly of: string; readonly heading: string; readonly give: (date: GivenDate) => void } | undefined
  @query('.undo') private undoButton!: UiButton | null
  #round = 0
  #asked = ''
  #readAt = 0
  readonly #list = new Fetched<List>(this)
  readonly #acts = new ApplicationActs(this, () => this.#changed())
  readonly #of = (a: ApplicationView) => numbered(a, this.office, this.#list.value?.today)
  readonly #bulk = new BulkActs(this, () => (this.#round += 1))

  constructor() {
    super()
    new LangController(this)
    new WindowKeys(this, {
      down: event => void (event.key.toLowerCase() === 'z' && this.#acts.undo()),
      listening: () => this.returning === undefined && this.dating === undefined,
    })
  }

  protected override willUpdate(): void {
    const { service, date, late } = this.sought
    const question = {
      state: this.only,
      q: this.typed || undefined,
      service: service || undefined,
      date: date || undefined,
      late: late ? ('yes' as const) : undefined,
    }
    const asked = JSON.stringify(question)
    const key = `${asked} ${this.#round} ${Math.floor(this.live.now() / REREAD_MS)}`
    if (this.#list.loading && asked === this.#asked) return
    const read = async () => {
      const list = await ask('GET /api/offices/:office/applications', {
        params: { office: this.office.id },
        query: question,
      })
      this.#readAt = this.live.now()
      this.#acts.seen(list.applications)
      this.#bulk.seen(list.applications)
      return list
    }
    this.#list.want(key, read, asked !== this.#asked)
    this.#asked = asked
  }

  protected override render() {
    return html`<div class="head">
        <div>
          <h1>${t(words.title)}</h1>
          <p>${t(words.lead)}</p>
        </div>
        <ui-search
          label=${t(words.search)}
          placeholder=${t(words['search.hint'])}
          .value=${this.typed}
          @search=${(e: CustomEvent<{ value: string }>) => {
            this.typed = e.detail.value.replace(/[^a-z0-9-]/gi, '').slice(0, 12)
          }}
        ></ui-search>
      </div>
      ${stateFilters(
        { only: this.only, everywhere: Boolean(this.typed || this.sought.date), counts: this.#list.value?.counts },
        only => (this.only = only),
      )}
      ${searchFields(this.office, this.sought, change => (this.sought = { ...this.sought, ...change }))}
      ${namesSearch(this.office, this.staff, this.sought, shown => Object.assign(this, shown))}
      <div class="news">${this.#news()}</div>
      <section class="pane" aria-label=${t(words.title)}>${this.#body()}</section>
      ${this.returning ? this.#question(this.returning) : nothing} ${this.#newDate()}`
  }

  #news() {
    const { unsaved, refusal, undoable } = this.#acts
    const { error, value } = this.#list
    return html`${
      error && value
        ? html`<ui-banner
            >${
              codeOf(error) === 'UNREACHABLE'
                ? t(words.stale, { at: timeText(this.#readAt, this.office.zone, lang()) })
                : sentenceOf(error)
            }</ui-banner
          >`
        : nothing
    }
    ${
      unsaved
        ? html`<ui-banner tone="bad"
            >${t(words.unsaved, { number: unsaved.number })}
            <ui-button slot="action" size="s" @click=${() => void this.#acts.retry()}>${t(words.retry)}</ui-button>
          </ui-banner>`
        : nothing
    }
    ${refusal ? html`<ui-banner tone="bad">${sentenceOf(refusal)}</ui-banner>` : nothing}
    ${
      undoable
        ? html`<ui-banner tone="info"
            ><b>${t(words.done, { number: this.#of(undoable), state: t(applicationStateText[undoable.state]) })}</b>
            ${t(words['undo.for'])}
            <ui-button slot="action" class="undo" size="s" shortcut="Z" @click=${() => void this.#acts.undo()}
              >${t(words.undo)}<ui-key>Z</ui-key></ui-button
            >
          </ui-banner>`
        : nothing
    }`
  }

  #body() {
    const { value, error } = this.#list
    if (!value) {
      if (!error) return html`<ui-state></ui-state>`
      const kind = codeOf(error) === 'UNREACHABLE' ? 'offline' : 'error'
      return html`<ui-state kind=${kind} @retry=${() => this.#list.retry()}>${sentenceOf(error)}</ui-state>`
    }
    return html`${this.#chosen(value)}${value.applications.length === 0 ? this.#none() : this.#table(value)}${this.#missing(value)}`
  }

  /** What is chosen, and the one step that all of it can take. */
  #chosen(list: List) {
    if (!this.staff.permissions.includes('queue.call')) return nothing
    const shown = list.applications.filter(nextOf)
    if (shown.length === 0 && this.#bulk.chosen.size === 0 && !this.#bulk.outcome) return nothing
    return bulkBar(
      this.#bulk,
      a => visited(a, { office: this.office, today: list.today }),
      () => shown.forEach(a => this.#bulk.choose(a, true)),
      late =>
        (this.dating = {
          of: 'many',
          heading: t(words['date.many'], { n: late.length }),
          give: date => void this.#bulk.step(date),
        }),
    )
  }

  #none() {
    const { service, date, late } = this.sought
    const found = this.typed || service || date || late ? 'none.found' : 'none'
    return html`<ui-state kind="empty" .icon=${'doc' as const} heading=${t(words[found])}
      >${t(words[`${found}.why`])}</ui-state
    >`
  }

  #table(list: List) {
    const acts = this.staff.permissions.includes('queue.call')
    const ctx = {
      office: this.office,
      today: list.today,
      busy: this.#acts.busy,
      ...(acts
        ? {
            act: {
              step: (application: ApplicationView, to: ApplicationState) => void this.#acts.step(application, to),
              giveBack: (application: ApplicationView) => (this.returning = application),
              giveDate: (application: ApplicationView) =>
                (this.dating = {
                  of: application.id,
                  heading: t(words['date.title'], { number: this.#of(application) }),
                  give: date => void this.#acts.newDate(application, date),
                }),
              chosen: new Set(this.#bulk.chosen.keys()),
              choose: (application: ApplicationView, chosen: boolean) => this.#bulk.choose(application, chosen),
            },
          }
        : {}),
    }
    return html`<ui-table
        cards
        caption=${t(words.table)}
        .columns=${applicationColumns(acts)}
        .rows=${list.applications.map(application => applicationRow(application, ctx))}
      ></ui-table>
      ${list.more ? html`<p class="note">${t(words.more)}</p>` : nothing}
      ${
        this.only === undefined && this.typed === '' && this.staff.permissions.includes('unit.read')
          ? html`<table-export
              officeId=${this.office.id}
              name=${t(words.title)}
              .of=${{ table: 'applications' }}
            ></table-export>`
          : nothing
      }`
  }

  /** Visits of today with the number looked for that yield a document and have no file. */
  #missing(list: List) {
    const day = this.live.day
    if (!day || this.typed.length < 3 || this.only || !this.staff.permissions.includes('queue.call')) return nothing
    return missingPart(visitsWithout(day, this.office, list.applications, this.typed), {
      busy: this.#acts.busy,
      open: (id, number) => void this.#acts.open(id, number),
    })
  }

  #question(application: ApplicationView) {
    return html`<desk-choice
      heading=${t(words['return.title'], { number: this.#of(application) })}
      lead=${t(words['return.lead'])}
      .options=${RETURN_REASONS.map(value => ({ value, label: t(returnReasonText[value]) }))}
      @choose=${(e: CustomEvent<string>) => {
        this.returning = undefined
        void this.#acts.step(application, 'returned', e.detail as ReturnReason)
      }}
      @dismiss=${() => (this.returning = undefined)}
    ></desk-choice>`
  }

  #newDate() {
    if (!this.dating) return nothing
    const { of, heading, give } = this.dating
    return html`<new-date-dialog
      of=${of}
      heading=${heading}
      today=${this.#list.value?.today ?? ''}
      @give=${(e: CustomEvent<GivenDate>) => {
        this.dating = undefined
        give(e.detail)
      }}
      @dismiss=${() => (this.dating = undefined)}
    ></new-date-dialog>`
  }

  #changed(): void {
    this.#round += 1
    // The row that was pressed leaves the list; the way back is the nearest thing to hold on to.
    void this.updateComplete.then(() => this.undoButton?.focus())
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'console-applications': ConsoleApplications
  }
}
