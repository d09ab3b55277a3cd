import { LitElement, css, html, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { Reply } from '../../shared/contracts/api.ts'
import type { UnitFigures } from '../../shared/officer/figures.ts'
import { attention } from '../../shared/officer/attention.ts'
import { liveUnit, type LiveUnit, type WaitNow } from '../../shared/officer/live-unit.ts'
import type { OfficeInfo } from '../../shared/office/office.ts'
import { EDGE_FROM, MEDIAN_FROM } from '../../shared/officer/few.ts'
import { managerText } from '../../shared/text/manager.ts'
import { numberText } from '../../shared/text/text.ts'
import { timeText } from '../../shared/text/ui.ts'
import { LangController, lang, t } from '../../shared/web/lang.ts'
import type { LiveDay } from '../../shared/web/live-day.ts'
import { baseStyles } from '../../shared/web/ui/base-styles.ts'
import '../../shared/web/ui/ui-banner.ts'
import '../../shared/web/ui/ui-chart-bars.ts'
import '../../shared/web/ui/ui-chart-heat.ts'
import '../../shared/web/ui/ui-chart-hits.ts'
import '../../shared/web/ui/ui-figures.ts'
import '../../shared/web/ui/ui-state.ts'
import '../../shared/web/ui/ui-table.ts'
import { ask } from '../parts/ask.ts'
import { Fetched, whenRead } from '../parts/fetched.ts'
import '../parts/table-export.ts'
import './manager-attention.ts'
import { counterColumns, counterRow } from './manager-counter-row.ts'
import { heatOf } from './manager-heat.ts'
import { managerStyles } from '../parts/report-styles.ts'
import type { StaffView } from '../parts/page.ts'
import { paneStyles } from '../parts/pane-styles.ts'
import { listed } from '../parts/report-format.ts'
import { pastFigure, waitFigure } from './unit-summary.ts'
import '../leave/left-counters.ts'
import '../parts/service-closing.ts'
import '../roster/roster-now.ts'

const REREAD_MS = 20_000

/** The hall at this moment, what needs a decision, and the day so far. */
@customElement('manager-live')
export class ManagerLive extends LitElement {
  static override styles = [
    baseStyles,
    paneStyles,
    managerStyles,
    css`
      manager-attention {
        grid-area: 1 / 3;
        min-width: 0;
      }
      /* On a narrow screen what needs a decision stands above all figures. */
      @media (max-width: 70rem) {
        .three {
          display: contents;
        }
        manager-attention {
          grid-area: auto;
          order: -1;
        }
      }
    `,
  ]

  @property({ attribute: false }) office!: OfficeInfo
  @property({ attribute: false }) staff!: StaffView
  @property({ attribute: false }) live!: LiveDay
  readonly #figures = new Fetched<UnitFigures>(this)
  readonly #devices = new Fetched<Reply<'GET /api/offices/:office/hall-devices'>>(this)

  constructor() {
    super()
    new LangController(this)
  }

  protected override willUpdate(): void {
    const day = this.live.day
    if (!day) return
    const params = { office: this.office.id }
    // Devices are the whole hall's.
    if (this.staff.agency === null)
      this.#devices.want(String(Math.floor(this.live.now() / REREAD_MS)), () =>
        ask('GET /api/offices/:office/hall-devices', { params }),
      )
    // A quiet hall is read once; a busy one at most every twenty seconds.
    const turn = this.#figures.value === undefined && !this.#figures.error ? 0 : Math.floor(this.live.now() / REREAD_MS)
    if (this.#figures.loading || (turn === this.#turn && day.date === this.#date) || day.seq === this.#seq) return
    this.#turn = turn
    this.#date = day.date
    this.#seq = day.seq
    const asked = { params, query: { from: day.date, to: day.date } }
    this.#figures.want(`${day.date} ${day.seq}`, () => ask('GET /api/offices/:office/figures', asked))
  }

  #turn = -1
  #seq = -1
  #date = ''

  protected override render() {
    const day = this.live.day
    if (!day) return html`<ui-state></ui-state>`
    const unit = liveUnit(day, this.office, this.live.now())
    // What was not heard of because the line is cut is no jam; nor is a device of which nobody could ask.
    const then = this.live.stale ? this.live.heard : this.live.now()
    const devices = this.#devices.error || this.live.stale ? [] : this.#devices.value?.devices
    const items = attention(day, unit, this.office, then, devices)
    const long = new Set(items.map(item => ('counterId' in item ? item.counterId : undefined)))
    const at = timeText(this.live.heard, this.office.zone, lang())
    return html`<h1 class="vh">${t(managerText['live.title'])}</h1>
      ${this.live.stale ? html`<ui-banner tone="offline">${t(managerText['live.stale'], { at })}</ui-banner>` : nothing}
      <ui-figures class="wide" label=${t(managerText['live.summary'])} .items=${this.#summary(unit)}></ui-figures>
      <left-counters
        own
        .office=${this.office}
        .staff=${this.staff}
        .day=${day}
        .now=${this.live.now()}
      ></left-counters>
      <service-closing
        .office=${this.office}
        .day=${day}
        .now=${this.live.now()}
        ?mayClose=${this.staff.permissions.includes('queue.close')}
      ></service-closing>
      ${
        this.staff.permissions.includes('roster.plan')
          ? html`<roster-now .office=${this.office} .day=${day} .now=${then}></roster-now>`
          : nothing
      }
      <div class="three">
        <manager-attention
          .office=${this.office}
          .staff=${this.staff}
          .day=${day}
          .items=${items}
          .now=${then}
        ></manager-attention>
        <section class="pane" aria-labelledby="services">
          <h2 id="services">${t(managerText['live.perService'])}</h2>
          ${this.#services(unit)}
        </section>
        <section class="pane" aria-labelledby="counters">
          <header>
            <h2 id="counters">${t(managerText['live.counters'])}</h2>
            <span class="note">${t(managerText['live.counterOrder'])}</span>
          </header>
          <ui-table
            cards
            caption=${t(managerText['live.counterTable'])}
            .columns=${counterColumns()}
            .rows=${unit.counters.map(counter => counterRow(counter, this.office, long.has(counter.id)))}
          ></ui-table>
        </section>
      </div>
      <div class="two">
        <section class="pane" aria-labelledby="heat">
          <header>
            <h2 id="heat">${t(managerText['live.heat'])}</h2>
            <span class="note">${t(managerText['live.heat.note'], { n: MEDIAN_FROM })}</span>
          </header>
          ${whenRead(this.#figures, figures => this.#heat(figures))}
        </section>
        <section class="pane" aria-labelledby="estimates">
          <h2 id="estimates">${t(managerText['live.estimates'])}</h2>
          ${whenRead(this.#figures, figures => this.#estimates(figures))}
        </section>
      </div>`
  }

  #summary(unit: LiveUnit) {
    const figures = this.#figures.value
    return [
      { label: t(managerText['live.waiting']), value: String(unit.waiting), unit: t(managerText['unit.people']) },
      {
        label: t(managerText['live.longest']),
        value: unit.longest ? String(Math.floor(unit.longest.ms / 60_000)) : t(managerText.none),
        unit: unit.longest ? longestUnit(unit.longest) : '',
      },
      pastFigure(figures),
      {
        label: t(managerText['live.open']),
        value: String(unit.open),
        unit: t(managerText['unit.of'], { n: unit.counters.length }),
      },
      {
        label: t(managerText['officers.served']),
        value: numberText(unit.done, lang()),
        unit: t(managerText['live.done.unit'], { n: numberText(unit.tickets, lang()) }),
      },
      waitFigure(figures),
    ]
  }

  #services(unit: LiveUnit) {
    const words = new Map(this.office.services.map(s => [s.id, s]))
    const minutes = (n: number) => t(managerText.minutes, { n })
    const rows = unit.services.map(s => ({
      label: t(words.get(s.id)!.name),
      value: s.waiting,
      text: String(s.waiting),
      more: [
        s.longest ? minutes(Math.floor(s.longest.ms / 60_000)) : t(managerText.none),
        String(words.get(s.id)!.waitPromiseMinutes),
      ],
      hot: s.late !== undefined,
    }))
    const said = listed(rows.filter(r => r.value > 0).map(r => [r.label, r.text] as const))
    return html`<ui-chart-bars
      .rows=${rows}
      .max=${Math.max(5, ...rows.map(r => r.value))}
      .heads=${(['live.service', 'live.people', 'live.longestHead', 'live.promiseHead'] as const).map(key =>
        t(managerText[key]),
      )}
      label=${said ? t(managerText['live.perService.say'], { list: said }) : t(managerText['live.nobody'])}
    ></ui-chart-bars>`
  }

  #heat(figures: UnitFigures) {
    const heat = heatOf(figures, this.office, this.live.now())
    if (heat.rows.length === 0)
      return html`<ui-state kind="empty" heading=${t(managerText['live.heat.none'])}></ui-state>`
    const rows = heat.rows.map(row => ({ label: t(row.name), cells: row.cells }))
    const said = listed(rows.map(r => [r.label, r.cells.map(c => c?.value ?? t(managerText.none)).join('/')] as const))
    return html`<ui-chart-heat
        .heads=${heat.hours}
        .rows=${rows}
        .now=${heat.now}
        .name=${t(managerText['live.service'])}
        label=${t(managerText['live.heat.say'], { list: said })}
      ></ui-chart-heat>
      <table-export
        officeId=${this.office.id}
        name=${t(managerText['live.heat'])}
        .of=${{ table: 'heat', from: figures.from, to: figures.to }}
      ></table-export>`
  }

  #estimates({ estimates: { n, inside, earlier, later, classes } }: UnitFigures) {
    if (n === 0) return html`<ui-state kind="empty" heading=${t(managerText['live.estimates.none'])}></ui-state>`
    if (n < EDGE_FROM)
      return html`<ui-state kind="empty" heading=${t(managerText['live.estimates.few'], { n })}></ui-state>`
    const share = (part: number) => Math.round((part / n) * 100)
    const shares = { earlier: share(earlier), inside: share(inside), later: share(later) }
    return html`<div class="score">
        <b>${shares.inside}%</b>
        <p>${t(managerText['live.estimates.why'], { n })}</p>
      </div>
      <ui-chart-hits
        .earlier=${shares.earlier}
        .inside=${shares.inside}
        .later=${shares.later}
        label=${t(managerText['live.estimates.say'], shares)}
      ></ui-chart-hits>
      <ul class="note">
        ${classes.map((part, i) => html`<li>${classText(part, classes[i - 1]?.upToMinutes ?? 0)}</li>`)}
      </ul>
      <p class="note">${t(managerText['live.estimates.note'])}</p>`
  }
}

/** "5–20 menit: 79%, lebar 12 menit, n = 40", without a share where few were told so long. */
function classText(part: UnitFigures['estimates']['classes'][number], from: number): string {
  const { upToMinutes, n, inside, widthMs } = part
  const span =
    upToMinutes === null
      ? t(managerText['live.estimates.over'], { from })
      : t(managerText['live.estimates.span'], { from, to: upToMinutes })
  if (n < EDGE_FROM || widthMs === null) return t(managerText['live.estimates.class.few'], { span, n })
  const values = { span, share: Math.round((inside / n) * 100), width: Math.round(widthMs / 60_000), n }
  return t(managerText['live.estimates.class'], values)
}

/** What stands beside the longest wait: whose it is, and how much of it was before the booked slot. */
function longestUnit({ number, earlyMs }: WaitNow): string {
  const early = Math.floor(earlyMs / 60_000)
  return t(managerText[early > 0 ? 'live.longest.early' : 'live.longest.unit'], { number, early })
}

declare global {
  interface HTMLElementTagNameMap {
    'manager-live': ManagerLive
  }
}
