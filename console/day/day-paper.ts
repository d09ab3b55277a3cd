import { LitElement, css, html, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { atClock, type Instant } from '../../shared/kit/time.ts'
import type { OfficeInfo } from '../../shared/office/office.ts'
import type { DayReport, Stop } from '../../shared/officer/day-report.ts'
import { RESULT_KINDS } from '../../shared/queue/result.ts'
import { dayText, settleEndText } from '../../shared/text/day.ts'
import { managerText } from '../../shared/text/manager.ts'
import { resultText } from '../../shared/text/result.ts'
import { numberText } from '../../shared/text/text.ts'
import { dateText, timeText } from '../../shared/text/ui.ts'
import { LangController, lang, t } from '../../shared/web/lang.ts'
import { baseStyles } from '../../shared/web/ui/base-styles.ts'
import '../../shared/web/ui/ui-figures.ts'
import '../../shared/web/ui/ui-table.ts'
import { servicesPane } from '../manager/manager-services.ts'
import { unitSummary } from '../manager/unit-summary.ts'
import { counterName } from '../parts/names.ts'
import { paneStyles } from '../parts/pane-styles.ts'
import { cellOf, minutesOf, shutNote } from '../parts/report-format.ts'

const count = (n: number) => numberText(n, lang())

/** A day on one page, on the screen and on A4: its sheet, its figures as the manager's pages say them, and what stood still. */
@customElement('day-paper')
export class DayPaper extends LitElement {
  static override styles = [
    baseStyles,
    paneStyles,
    css`
      :host {
        display: grid;
        gap: 0.7rem;
        align-content: start;
        min-width: 0;
      }
      .adds {
        margin-top: 0.3rem;
        font-weight: 700;
        font-variant-numeric: tabular-nums;
      }
      .two {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(min(18rem, 100%), 1fr));
        gap: 0.7rem;
      }
      .paper {
        display: none;
      }
      @media print {
        :host {
          --surface: #fff;
          --ink: #000;
          --soft: #333;
          --line: #999;
          --danger: #000;
          --call-text: #000;
          display: block;
          background: #fff;
          color: #000;
          font-size: 8.5pt;
          line-height: 1.25;
          zoom: 0.72;
        }
        .paper {
          display: block;
        }
        h1.paper {
          font-size: 15pt;
        }
        .pane {
          margin-top: 2mm;
          padding: 1.5mm 2mm;
          break-inside: avoid;
        }
        .two {
          grid-template-columns: 1fr 1fr;
          gap: 2mm;
        }
      }
    `,
  ]

  @property({ attribute: false }) office!: OfficeInfo
  @property({ attribute: false }) report!: DayReport
  /** Who prints it, and when; said on paper only. */
  @property({ attribute: false }) printer: { readonly name: string; readonly at: Instant } | undefined

  constructor() {
    super()
    new LangController(this)
  }

  protected override render() {
    const { figures, date, survey } = this.report
    const { zone } = this.office
    const day = dateText(atClock(date, '12:00', zone), zone, lang())
    return html`<h1 class="paper">
        ${this.office.name} · ${t(dayText.report, { date: `${day} ${date.slice(0, 4)}` })}
      </h1>
      ${this.#printed()}
      <section class="pane" aria-label=${t(dayText.sheet)}>
        <h2>${t(dayText.sheet)}</h2>
        <p class="adds">${this.#sum()}</p>
        <p class="note">${this.#parts()}</p>
        <p class="note">${t(dayText['sheet.why'])}</p>
        <p class="note">${t(dayText.survey, { invited: count(survey.invited), rated: count(survey.rated) })}</p>
        <p class="note">${this.#closed()}</p>
      </section>
      <ui-figures label=${t(managerText['officers.summary'])} .items=${unitSummary(figures)}></ui-figures>
      ${servicesPane(figures, this.office)} ${this.#counters()}
      <div class="two">
        ${this.#list(
          t(dayText.results),
          RESULT_KINDS.map(kind => `${t(resultText[kind])}: ${count(this.report.results[kind])}`),
        )}
        ${this.#list(
          t(dayText.stops),
          this.report.stops.map(stop => this.#stop(stop)),
        )}
        ${this.#list(
          t(dayText.settled),
          this.report.settled.map(({ number, end, at, by }) =>
            t(dayText['settled.row'], {
              ...{ number, end: t(settleEndText[end]), at: this.#time(at) },
              by: by ?? t(dayText.nobody),
            }),
          ),
        )}
      </div>`
  }

  #printed() {
    if (!this.printer) return nothing
    const { zone } = this.office
    const { at, name } = this.printer
    const when = `${dateText(at, zone, lang())}, ${timeText(at, zone, lang())} ${zone}`
    return html`<p class="paper note">${t(dayText.printed, { when, name })}</p>`
  }

  #sum() {
    const { taken, ...parts } = this.report.sheet
    return t(dayText.adds, { parts: Object.values(parts).map(count).join(' + '), taken: count(taken) })
  }

  #parts() {
    const { served, missed, left, partly, otherHolder, unserved, waiting, open } = this.report.sheet
    return [
      `${count(served)} ${t(managerText['officers.served'])}`,
      `${count(missed)} ${t(managerText['officers.missed'])}`,
      `${count(left)} ${t(dayText['sheet.left'])}`,
      `${count(partly)} ${t(managerText['officers.partly'])}`,
      `${count(otherHolder)} ${t(managerText['officers.otherHolder'])}`,
      `${count(unserved)} ${t(managerText['officers.unserved'])}`,
      `${count(waiting)} ${t(dayText['sheet.waiting'])}`,
      `${count(open)} ${t(dayText['sheet.open'])}`,
    ].join(' · ')
  }

  #closed() {
    const { closed } = this.report
    if (closed) return t(dayText.by, { by: closed.by ?? '', at: this.#time(closed.at) })
    return this.report.unstated ? t(dayText.unstated) : nothing
  }

  #counters() {
    const heading = t(managerText['officers.perCounter'])
    const rows = this.report.figures.counters.filter(c => c.served + c.missed + c.transferred + c.parked > 0)
    if (this.report.figures.counters.length === 0) return nothing
    const columns = ['services', 'serveHead', 'missed', 'transferredHead', 'parkedHead'] as const
    // The table brings its own name: two places of one name could not be told apart by ear.
    return html`<div class="pane">
      <h2>${heading}</h2>
      <ui-table
        cards
        caption=${heading}
        .columns=${[
          { key: 'name', label: t(managerText['live.counter']) },
          ...columns.map(key => ({ key, label: t(managerText[`officers.${key}`]), numeric: true })),
        ]}
        .rows=${rows.map(r => ({
          id: r.id,
          cells: {
            name: html`<b>${counterName(this.office, r.id)}</b>`,
            services: count(r.served),
            serveHead: cellOf(minutesOf(r.serve.p50, lang()), r.serve.n, lang()),
            missed: count(r.missed),
            transferredHead: count(r.transferred),
            parkedHead: count(r.parked),
          },
        }))}
      ></ui-table>
      ${shutNote(rows, lang())}
    </div>`
  }

  #list(heading: string, lines: readonly string[]) {
    return html`<section class="pane" aria-label=${heading}>
      <h2>${heading}</h2>
      ${
        lines.length === 0
          ? html`<p class="note">${t(dayText.none)}</p>`
          : html`<ul class="note">
              ${lines.map(line => html`<li>${line}</li>`)}
            </ul>`
      }
    </section>`
  }

  #stop({ what, id, from, to }: Stop): string {
    const service = this.office.services.find(s => s.id === id)
    const name = what === 'service' ? (service ? t(service.name) : id) : counterName(this.office, id)
    return t(dayText[`stops.${what}`], { name, from: this.#time(from), to: to === null ? '' : this.#time(to) })
  }

  #time(at: number): string {
    return timeText(at, this.office.zone, lang())
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'day-paper': DayPaper
  }
}
