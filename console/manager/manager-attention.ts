import { LitElement, css, html, nothing, type TemplateResult } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { MINUTE, type Instant } from '../../shared/kit/time.ts'
import type { Attention } from '../../shared/officer/attention.ts'
import { openState } from '../../shared/office/open-state.ts'
import type { OfficeInfo } from '../../shared/office/office.ts'
import type { Permission } from '../../shared/office/permissions.ts'
import type { QueueDay } from '../../shared/queue/day.ts'
import { attentionText as words } from '../../shared/text/attention.ts'
import { timeText } from '../../shared/text/ui.ts'
import { actOf } from '../../shared/web/act.ts'
import { LangController, lang, t } from '../../shared/web/lang.ts'
import { baseStyles } from '../../shared/web/ui/base-styles.ts'
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

/** What a person may do about it: on this page, or where a link leads. */
type Asking = { readonly free: string } | { readonly close: string }

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

  constructor() {
    super()
    new LangController(this)
  }

  protected override render() {
    return html`<section class="pane" aria-labelledby="attention">
        <header>
          <h2 id="attention">${t(words.title)}</h2>
          ${this.items.length > 1 ? html`<span class="note">${t(words.order)}</span>` : nothing}
        </header>
        ${
          this.items.length > 0
            ? html`<ul class="todo" aria-labelledby="attention">
                ${this.items.map(item => this.#item(item))}
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
    const [fact, more] = this.#says(item)
    const at = timeText(item.since, this.office.zone, lang())
    const held =
      item.kind === 'pastPromise' ? '' : t(item.people > 0 ? words.held : words.since, { n: item.people, at })
    const acts = this.#acts(item)
    return html`<li class=${MILD.includes(item.kind) ? 'warn' : 'bad'} data-kind=${item.kind}>
      ${icon(SIGNS[item.kind])}
      <div><b>${fact}</b> ${more} ${held}${acts.length > 0 ? html`<div class="acts">${acts}</div>` : nothing}</div>
    </li>`
  }

  #says(item: Attention): readonly [string, string] {
    if ('serviceId' in item) {
      const service = t(serviceOf(this.office, item.serviceId)!.name)
      const helper = item.helper === undefined ? undefined : counterName(this.office, item.helper)
      const help = helper === undefined ? t(words.noHelp) : t(words.help, { counter: helper })
      if (item.kind === 'nobody') return [t(words.nobody, { service }), helper === undefined ? '' : help]
      const { number, waited, promise, people } = item
      return [
        t(words.pastPromise, { service }),
        `${t(words['pastPromise.why'], { number, waited, promise, n: people })} ${help}`,
      ]
    }
    if (item.kind === 'device') {
      const minutes = Math.floor((this.now - item.since) / MINUTE)
      return [t(words.device, { name: item.name, minutes }), t(words[`device.${item.deviceKind}`])]
    }
    if (item.kind === 'standstill') return [t(words.standstill), t(words['standstill.why'])]
    const told = { counter: counterName(this.office, item.counterId), minutes: item.minutes, number: item.number ?? '' }
    const fact = t(words[item.kind], told)
    const nudgedAt = this.day.counters[item.counterId]?.nudgedAt
    const at = nudgedAt === undefined ? '' : timeText(nudgedAt, this.office.zone, lang())
    const asked = at === '' || item.kind === 'left' ? '' : ` ${t(words.nudged, { at })}`
    if (item.kind === 'called') return [fact, t(words['called.calls'], { calls: item.calls }) + asked]
    if (item.kind === 'long') return [fact, t(words['long.why'], { usual: item.usual }) + asked]
    return [fact, item.kind === 'left' && item.number !== undefined ? t(words['left.with'], told) : asked]
  }

  #acts(item: Attention): readonly TemplateResult[] {
    const may = (right: Permission) => this.staff.permissions.includes(right)
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
      return [...nudge, this.#button(t(words['act.free']), t(words['act.free.label'], named), { free: counterId })]
    }
    if (item.kind === 'device') return may('device.approve') ? [link('#/perangkat', t(words['act.devices']))] : []
    const service = t(serviceOf(this.office, item.serviceId)!.name)
    const label = (key: 'act.open.label' | 'act.close.label') => t(words[key], { service })
    return [
      ...(item.helper !== undefined && may('queue.call')
        ? [link('#/loket', t(words['act.open']), label('act.open.label'))]
        : []),
      ...(may('queue.close') && !this.day.closures[item.serviceId]
        ? [this.#button(t(words['act.close']), label('act.close.label'), { close: item.serviceId })]
        : []),
    ]
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
