import { LitElement, css, html, nothing, type TemplateResult } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { atClock, type Instant } from '../../shared/kit/time.ts'
import type { Attention } from '../../shared/officer/attention.ts'
import { openState } from '../../shared/office/open-state.ts'
import type { OfficeInfo } from '../../shared/office/office.ts'
import type { Permission } from '../../shared/office/permissions.ts'
import type { QueueDay } from '../../shared/queue/day.ts'
import { counterOf } from '../../shared/queue/guards.ts'
import { attentionText as words } from '../../shared/text/attention.ts'
import { dayText } from '../../shared/text/day.ts'
import { dateText, timeText } from '../../shared/text/ui.ts'
import { actOf } from '../../shared/web/act.ts'
import { LangController, lang, t } from '../../shared/web/lang.ts'
import { baseStyles } from '../../shared/web/ui/base-styles.ts'
import { emit } from '../../shared/web/ui/emit.ts'
import { icon, type IconName } from '../../shared/web/ui/icons.ts'
import '../../shared/web/ui/ui-banner.ts'
import '../../shared/web/ui/ui-button.ts'
import '../../shared/web/ui/ui-state.ts'
import '../leave/takeover-dialog.ts'
import { ask } from '../parts/ask.ts'
import '../parts/closing-dialog.ts'
import { counterName, serviceOf } from '../parts/names.ts'
import type { StaffView } from '../parts/page.ts'
import { paneStyles } from '../parts/pane-styles.ts'
import { managerStyles } from '../parts/report-styles.ts'
import { sentenceOf } from '../parts/sentence.ts'
import { attentionSays } from './attention-says.ts'
import { DayBefore } from './day-before.ts'

/** What a person may do about it: on this page, or where a link leads. */
type Asking = { readonly free: string } | { readonly close: string }

type ServiceItem = Extract<Attention, { readonly kind: 'pastPromise' | 'nobody' }>

const SIGNS: Readonly<Record<Attention['kind'], IconName>> = {
  pastPromise: 'warning',
  nobody: 'user',
  left: 'user',
  breakOver: 'clock',
  called: 'clock',
  long: 'clock',
  idle: 'warning',
  standstill: 'warning',
  device: 'warning',
}
/** Only a visit that takes long, and a break that does, may be as they should. */
const MILD: readonly Attention['kind'][] = ['long', 'breakOver']

/** What needs a decision now, the most harm first, each with the act that answers it; or that nothing does. */
@customElement('manager-attention')
export class ManagerAttention extends LitElement {
  static override styles = [
    baseStyles,
    paneStyles,
    managerStyles,
    css`
      .todo {
        max-height: none;
      }
      .acts {
        display: flex;
        flex-wrap: wrap;
        gap: 0.4rem;
        align-items: center;
        margin-top: 0.35rem;
      }
      .acts a {
        display: inline-flex;
        align-items: center;
        min-height: 2.75rem;
        font-weight: 650;
      }
    `,
  ]

  @property({ attribute: false }) office!: OfficeInfo
  @property({ attribute: false }) staff!: StaffView
  @property({ attribute: false }) day!: QueueDay
  @property({ attribute: false }) items: readonly Attention[] = []
  @property({ attribute: false }) now: Instant = 0
  @state() private asking: Asking | undefined
  @state() private said = ''
  readonly #act = actOf(() => this.requestUpdate())
  readonly #before = new DayBefore(this)

  constructor() {
    super()
    new LangController(this)
  }

  protected override willUpdate(): void {
    if (this.#may('queue.free')) this.#before.want(this.office, this.now)
  }

  #may(right: Permission): boolean {
    return this.staff.permissions.includes(right)
  }

  protected override render() {
    const before = this.#dayBefore()
    return html`<section class="pane" aria-labelledby="attention">
        <header>
          <h2 id="attention">${t(words.title)}</h2>
          ${this.items.length > 1 ? html`<span class="note">${t(words.order)}</span>` : nothing}
        </header>
        ${
          this.items.length > 0 || before !== nothing
            ? html`<ul class="todo" aria-labelledby="attention">
                ${before}${this.items.map(item => this.#item(item))}
              </ul>`
            : html`<ui-state kind="empty" icon="check" heading=${t(words.none)}>${this.#none()}</ui-state>`
        }
        <div role="status">
          ${this.said ? html`<p class="note">${this.said}</p>` : nothing}
          ${
            this.#act.error === undefined
              ? nothing
              : html`<ui-banner tone="bad">${sentenceOf(this.#act.error)}</ui-banner>`
          }
        </div>
      </section>
      ${this.#dialog()}`
  }

  #none(): string {
    if (openState(this.office, this.now).state === 'closed') return t(words['none.shut'])
    return t(this.day.taken === 0 ? words['none.first'] : words['none.why'])
  }

  #item(item: Attention): TemplateResult {
    const [fact, more] = attentionSays(item, this.office, this.day, this.now)
    const at = timeText(item.since, this.office.zone, lang())
    const held =
      item.kind === 'pastPromise' ? '' : t(item.people > 0 ? words.held : words.since, { n: item.people, at })
    const acts = this.#acts(item)
    return html`<li class=${MILD.includes(item.kind) ? 'warn' : 'bad'} data-kind=${item.kind}>
      ${icon(SIGNS[item.kind])}
      <div><b>${fact}</b> ${more} ${held}${acts.length > 0 ? html`<div class="acts">${acts}</div>` : nothing}</div>
    </li>`
  }

  /** What yesterday left behind comes first: at noon it ends by itself, and then nobody can say any more how it was. */
  #dayBefore() {
    const report = this.#may('queue.free') ? this.#before.pending : undefined
    if (!report) return nothing
    const { zone } = this.office
    const date = dateText(atClock(report.date, '12:00', zone), zone, lang())
    const open = report.open.length
    return html`<li class="bad" data-kind="before">
      ${icon('clock')}
      <div>
        <b>${t(dayText[open > 0 ? 'before.open' : 'before.unclosed'], { date, n: open })}</b>
        ${t(dayText['before.until'])}
        <div class="acts">${link('#/hari', t(dayText['before.act']))}</div>
      </div>
    </li>`
  }

  #acts(item: Attention): readonly TemplateResult[] {
    const may = (right: Permission) => this.#may(right)
    if (item.kind === 'standstill')
      return [
        ...(may('queue.free') ? this.#nudge(item.counterIds, t(words['act.nudgeAll']), t(words['act.nudgeAll'])) : []),
        ...(may('queue.close') && may('booking.help') ? [link('#/meja', t(words['act.front']))] : []),
      ]
    if ('counterId' in item) {
      if (!may('queue.free')) return []
      const { counterId } = item
      const named = { counter: counterName(this.office, counterId) }
      const nudge =
        item.kind === 'left' ? [] : this.#nudge([counterId], t(words['act.nudge']), t(words['act.nudge.label'], named))
      // Who serves for long is at work: that officer is asked, and freed only once there is no answer.
      if (item.kind === 'long') return nudge
      return [...nudge, this.#button(t(words['act.free']), t(words['act.free.label'], named), { free: counterId })]
    }
    if (item.kind === 'device')
      return may('device.approve') ? [link('#/perangkat', t(words['act.devices']))] : [this.#copy(item, 'technician')]
    return [...this.#helper(item), ...this.#closing(item)]
  }

  /** Somebody at the counter that could open: whoever reads this and sits nowhere, or an officer who is sent word. */
  #helper(item: ServiceItem): readonly TemplateResult[] {
    if (item.helper === undefined) return []
    const { helper } = item
    const counter = counterName(this.office, helper)
    const free = (this.day.counters[helper]?.state ?? 'closed') === 'closed'
    if (!free || !this.#may('queue.call') || counterOf(this.day, this.staff.id)) return [this.#copy(item, 'officer')]
    return [
      html`<ui-button size="s" @click=${() => emit(this, 'opencounter', helper)}
        >${t(words['act.open'], { counter })}</ui-button
      >`,
    ]
  }

  /** To close a service answers a line for which nobody can open; not one that a counter could serve. */
  #closing({ kind, helper, serviceId }: ServiceItem): readonly TemplateResult[] {
    if (!this.#may('queue.close') || this.day.closures[serviceId]) return []
    if (kind === 'pastPromise' && helper !== undefined) return []
    const label = t(words['act.close.label'], { service: t(serviceOf(this.office, serviceId)!.name) })
    return [this.#button(t(words['act.close']), label, { close: serviceId })]
  }

  /** The fact in words that can be sent on, to whoever can mend it and is not on this page. */
  #copy(item: Attention, to: 'officer' | 'technician'): TemplateResult {
    const [fact, more] = attentionSays(item, this.office, this.day, this.now)
    const text = `${this.office.name}, ${timeText(this.now, this.office.zone, lang())}: ${fact} ${more}`
    return html`<ui-button size="s" label="${t(words[`act.tell.${to}`])}: ${fact}" @click=${() => void this.#tell(text)}
      >${t(words[`act.tell.${to}`])}</ui-button
    >`
  }

  /** Copies it where the browser lets a page do so, and else shows it to be copied by hand. */
  async #tell(text: string): Promise<void> {
    const copied = await Promise.resolve(navigator.clipboard?.writeText(text)).then(
      () => navigator.clipboard !== undefined,
      () => false,
    )
    this.said = t(words[copied ? 'tell.copied' : 'tell.shown'], { text })
  }

  #button(text: string, label: string, asking: Asking): TemplateResult {
    return html`<ui-button size="s" label=${label} @click=${() => (this.asking = asking)}>${text}</ui-button>`
  }

  /** The question to those officers who do not have it yet; nobody asks the own counter. */
  #nudge(counterIds: readonly string[], text: string, label: string): readonly TemplateResult[] {
    const { counters } = this.day
    const ids = counterIds.filter(id => {
      const { nudgedAt, officerId } = counters[id] ?? {}
      return nudgedAt === undefined && officerId !== this.staff.id
    })
    if (ids.length === 0) return []
    const wish = ['nudge', ...ids]
    return [
      html`<ui-button size="s" label=${label} ?busy=${this.#act.busy(wish)} @click=${() => void this.#ask(ids, wish)}
        >${text}</ui-button
      >`,
    ]
  }

  async #ask(ids: readonly string[], wish: readonly string[]): Promise<void> {
    const path = 'POST /api/offices/:office/counters/:counter/nudge'
    const asked = await this.#act.run(wish, key =>
      Promise.all(ids.map(counter => ask(path, { params: { office: this.office.id, counter } }, `${key}-${counter}`))),
    )
    if (asked) this.said = t(words['nudge.said'], { counters: ids.map(id => counterName(this.office, id)).join(', ') })
  }

  #dialog() {
    const { asking } = this
    if (asking === undefined) return nothing
    const leave = () => (this.asking = undefined)
    if ('free' in asking)
      return html`<takeover-dialog
        .office=${this.office}
        .staff=${this.staff}
        .day=${this.day}
        .counterId=${asking.free}
        @dismiss=${leave}
      ></takeover-dialog>`
    return html`<closing-dialog
      .office=${this.office}
      .day=${this.day}
      .now=${this.now}
      .serviceId=${asking.close}
      @dismiss=${leave}
      @closed=${(e: CustomEvent<string>) => {
        this.said = e.detail
        leave()
      }}
    ></closing-dialog>`
  }
}

function link(href: string, text: string, label = text): TemplateResult {
  return html`<a href=${href} aria-label=${label}>${text}</a>`
}

declare global {
  interface HTMLElementTagNameMap {
    'manager-attention': ManagerAttention
  }
}
