import { LitElement, html, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { Reply } from '../../../shared/contracts/api.ts'
import { atClock, type LocalDate } from '../../../shared/kit/time.ts'
import { NATIONAL_HOLIDAYS, nationalHolidaysCsv } from '../../../shared/office/file/national-holidays.ts'
import type { OfficeInfo } from '../../../shared/office/office.ts'
import { reachesPeople, reachOf } from '../../../shared/queue/changes/consequences.ts'
import { consequencesText } from '../../../shared/text/consequences.ts'
import { effectsText } from '../../../shared/text/effects.ts'
import { importProblemText } from '../../../shared/text/imports.ts'
import { listsText as words } from '../../../shared/text/lists.ts'
import { dateText } from '../../../shared/text/ui.ts'
import { actOf } from '../../../shared/web/act.ts'
import { LangController, lang, t } from '../../../shared/web/lang.ts'
import { baseStyles } from '../../../shared/web/ui/base-styles.ts'
import { emit } from '../../../shared/web/ui/emit.ts'
import '../../../shared/web/ui/ui-banner.ts'
import '../../../shared/web/ui/ui-button.ts'
import '../../../shared/web/ui/ui-tag.ts'
import { ask } from '../../parts/ask.ts'
import { paneStyles } from '../../parts/pane-styles.ts'
import { codeOf } from '../../../shared/web/client.ts'
import { sentenceOf } from '../../parts/sentence.ts'
import './list-file.ts'
import type { GivenList } from './list-file.ts'
import { listStyles } from './list-styles.ts'

type Looked = Reply<'POST /api/offices/:office/lists/holidays'>

/** A list of holidays, and how many bookings the office's new ones would leave no time. */
interface Preview extends Looked {
  readonly name: string
  readonly dates: readonly LocalDate[]
  readonly touched: number
  /** How many of those get a message. */
  readonly told: number
  /** Everybody whom their closing reaches. */
  readonly reach: number
  /** What it does to entries of draws, and to whoever waits or serves today. */
  readonly lines: readonly string[]
}

/** Brings the holidays of a year as a list: looked at row by row, then all taken over or none. `done` tells the office as it is then. */
@customElement('holiday-import')
export class HolidayImport extends LitElement {
  static override styles = [baseStyles, paneStyles, listStyles]

  @property({ attribute: false }) office!: OfficeInfo
  @state() private preview: Preview | undefined
  /** How many dates were taken over last. */
  @state() private taken = 0
  readonly #act = actOf(() => this.requestUpdate())

  constructor() {
    super()
    new LangController(this)
  }

  protected override render() {
    return html`<section class="pane" aria-labelledby="title">
      ${this.preview ? this.#look(this.preview) : this.#file()}
      <div role="alert">
        ${this.#act.error ? html`<ui-banner tone="bad">${sentenceOf(this.#act.error)}</ui-banner>` : nothing}
      </div>
    </section>`
  }

  #file() {
    return html`<h2 id="title" tabindex="-1">${t(words['holidays.title'])}</h2>
      <p class="soft">${t(words['holidays.lead'])}</p>
      <div role="status">
        ${
          this.taken > 0
            ? html`<ui-banner tone="info">${t(words['holidays.done'], { n: this.taken })}</ui-banner>`
            : nothing
        }
      </div>
      ${this.#built()}
      <list-file kind="holidays" @given=${(e: CustomEvent<GivenList>) => void this.#given(e.detail)}></list-file>`
  }

  /** The lists that come along, looked at as any other before they are taken over. */
  #built() {
    return html`<div class="built">
      ${NATIONAL_HOLIDAYS.map(list => {
        const name = t(words['national.name'], { year: list.year })
        return html`<ui-button @click=${() => void this.#given({ name, content: btoa(nationalHolidaysCsv(list)) })}
          >${name}</ui-button
        >`
      })}
      <p class="note">${t(words['national.note'])}</p>
    </div>`
  }

  #look({ name, rows, problems, dates, touched, told: messaged, reach, lines }: Preview) {
    const all = rows.length + problems.filter(p => p.row > 0).length
    const told = touched > 0 || lines.length > 0
    const go = told ? 'holidays.touched.go' : 'holidays.go'
    return html`<header>
        <div>
          <h2 id="title" tabindex="-1">${t(words['preview.title'])}</h2>
          <p class="soft"><b>${name}</b> · ${t(words['preview.what'], { n: all })}</p>
        </div>
        <ui-button @click=${() => this.#again()}>${t(words['choose.another'])}</ui-button>
      </header>
      <div role="status">${this.#news({ problems, dates, touched, told: messaged, lines }, all)}</div>
      ${all > 0 ? this.#table(rows, problems) : nothing}
      <footer>
        <p class="soft">${t(words.count, { n: dates.length, bad: problems.length })}</p>
        <ui-button
          variant=${told ? 'danger' : 'primary'}
          ?disabled=${problems.length > 0 || dates.length === 0}
          ?busy=${this.#act.busy()}
          @click=${() => void this.#save(dates, told ? reach : undefined)}
          >${t(words[go], { n: dates.length })}</ui-button
        >
      </footer>`
  }

  #news({ problems, dates, touched, told: messaged, lines }: Omit<Preview, 'name' | 'rows' | 'reach'>, all: number) {
    if (problems.some(p => p.row === 0))
      return problems.map(p => html`<ui-banner tone="bad">${importProblemText(p, lang())}</ui-banner>`)
    if (problems.length > 0)
      return html`<ui-banner tone="bad"
        ><b>${t(words['bad.title'], { n: problems.length, all })}</b> ${t(words['bad.holidays'])}</ui-banner
      >`
    if (dates.length === 0) return html`<ui-banner tone="info">${t(words['holidays.none'])}</ui-banner>`
    const told = [...(touched > 0 ? [t(words['holidays.touched'], { n: touched, told: messaged })] : []), ...lines]
    return told.length > 0 ? html`<ui-banner>${told.join(' ')}</ui-banner>` : nothing
  }

  #table(rows: Looked['rows'], problems: Looked['problems']) {
    const wrong = problems.map(problem => ({
      row: problem.row,
      line: html`<tr class="err">
        <td class="fig">${problem.row}</td>
        <td>–</td>
        <td>–</td>
        <td><span class="why">${importProblemText(problem, lang())}</span></td>
      </tr>`,
    }))
    const right = rows.map(one => ({
      row: one.row,
      line: html`<tr>
        <td class="fig">${one.row}</td>
        <td class="fig">${this.#date(one.date)}</td>
        <td><b>${one.name || '–'}</b></td>
        <td>${resultOf(one)}</td>
      </tr>`,
    }))
    const lines = [...wrong, ...right].sort((a, b) => a.row - b.row)
    return html`<div class="scroll" tabindex="0" role="region" aria-label=${t(words['preview.rows'])}>
      <table>
        <thead>
          <tr>
            ${(['row', 'date', 'name', 'result'] as const).map(c => html`<th scope="col">${t(words[c])}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${lines.map(({ line }) => line)}
        </tbody>
      </table>
    </div>`
  }

  #date(date: LocalDate): string {
    const { zone } = this.office
    return `${dateText(atClock(date, '12:00', zone), zone, lang())} ${date.slice(0, 4)}`
  }

  async #given({ name, content }: GivenList): Promise<void> {
    this.taken = 0
    const params = { office: this.office.id }
    const read = async () => {
      const looked = await ask('POST /api/offices/:office/lists/holidays', { params, body: { content } })
      const dates = newOf(looked.rows)
      if (dates.length === 0 || looked.problems.length > 0)
        return { ...looked, dates, touched: 0, told: 0, reach: 0, lines: [] }
      return { ...looked, dates, ...(await this.#toldOf(dates)) }
    }
    const looked = await this.#act.run('look', read)
    if (!looked) return
    this.preview = { name, ...looked }
    await this.#begin()
  }

  async #toldOf(dates: readonly LocalDate[]) {
    const params = { office: this.office.id }
    const told = await ask('POST /api/offices/:office/settings/effects', { params, body: this.#with(dates) })
    const reached = told.consequences.filter(c => reachesPeople([c]))
    const { total, entries } = told.touched
    const lines = reached.map(({ kind, of, count }) => t(consequencesText[kind], { n: count, name: of }))
    return {
      touched: total,
      told: told.touched.told,
      reach: reachOf(told),
      lines: [...(entries > 0 ? [t(effectsText.entries, { n: entries })] : []), ...lines],
    }
  }

  /** The change of the office that these dates are. */
  #with(dates: readonly LocalDate[]) {
    const { holidays } = this.office
    return { holidays: [...new Set([...holidays, ...dates])].sort(), seen: { holidays: [...holidays] } }
  }

  /** `foreseen`: everybody whom they were told that it reaches. */
  async #save(dates: readonly LocalDate[], foreseen: number | undefined): Promise<void> {
    const params = { office: this.office.id }
    const body = { ...this.#with(dates), ...(foreseen === undefined ? {} : { foreseen }) }
    const saved = await this.#act.run(body, key => ask('PATCH /api/offices/:office/settings', { params, body }, key))
    if (!saved) {
      // More have booked than were told: what happens now, in place of what was shown.
      const told = codeOf(this.#act.error) === 'BOOKINGS_TOUCHED' && (await this.#toldOf(dates).catch(() => undefined))
      if (told && this.preview) this.preview = { ...this.preview, ...told }
      return
    }
    this.office = saved.office
    this.preview = undefined
    this.taken = dates.length
    emit(this, 'done', saved.office)
    await this.#begin()
  }

  #again(): void {
    this.preview = undefined
    this.#act.rest()
  }

  async #begin(): Promise<void> {
    await this.updateComplete
    this.shadowRoot!.querySelector<HTMLElement>('#title')!.focus()
  }
}

/** The dates that the office does not have, each once. */
function newOf(rows: Looked['rows']): readonly LocalDate[] {
  return rows.filter(one => !one.known && one.sameAs === null).map(one => one.date)
}

function resultOf({ known, sameAs, weekend }: Looked['rows'][number]) {
  if (known) return html`<ui-tag>${t(words.known)}</ui-tag>`
  if (sameAs !== null) return html`<ui-tag>${t(words['same.as'], { row: sameAs })}</ui-tag>`
  return html`<ui-tag tone="go">${t(words.ready)}</ui-tag>
    ${weekend ? html`<small>${t(words.weekend)}</small>` : nothing}`
}

declare global {
  interface HTMLElementTagNameMap {
    'holiday-import': HolidayImport
  }
}
