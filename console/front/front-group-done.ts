import { LitElement, css, html, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { Reply } from '../../shared/contracts/api.ts'
import type { LocalDate } from '../../shared/kit/time.ts'
import type { OfficeInfo } from '../../shared/office/office.ts'
import { frontText } from '../../shared/text/front-desk.ts'
import { timeText } from '../../shared/text/ui.ts'
import { tokenIn } from '../../shared/kit/ticket-link.ts'
import { actOf } from '../../shared/web/act.ts'
import { LangController, lang, t } from '../../shared/web/lang.ts'
import { baseStyles } from '../../shared/web/ui/base-styles.ts'
import { emit } from '../../shared/web/ui/emit.ts'
import { icon } from '../../shared/web/ui/icons.ts'
import '../../shared/web/ui/ui-banner.ts'
import '../../shared/web/ui/ui-button.ts'
import '../../shared/web/ui/ui-choice.ts'
import '../../shared/web/ui/ui-table.ts'
import { ask } from '../parts/ask.ts'
import { dayName } from '../parts/bookings.ts'
import { sentenceOf } from '../parts/sentence.ts'
import { frontStyles } from './front-styles.ts'
import './group-sheet.ts'
import { printAlone } from '../print/print.ts'

/** What a group got: numbers and times to print, and who got none. Raises `again` for those left, or `another`. */
@customElement('front-group-done')
export class FrontGroupDone extends LitElement {
  static override styles = [
    baseStyles,
    frontStyles,
    css`
      .stack {
        grid-template-rows: auto auto minmax(0, 1fr) auto;
      }
      h2 {
        font-size: 1.4rem;
      }
      ui-table {
        max-height: 26rem;
        overflow: auto;
      }
      .acts {
        display: flex;
        flex-wrap: wrap;
        gap: 0.6rem;
        align-items: center;
      }
      .acts ui-choice {
        border-color: transparent;
        background: none;
      }
    `,
  ]

  @property({ attribute: false }) office!: OfficeInfo
  @property() serviceId = ''
  @property() today: LocalDate = ''
  @property({ attribute: false }) booked!: Reply<'POST /api/offices/:office/bookings/group'>
  @state() private codes = false
  /** Numbers of this group that were given back. */
  @state() private back: readonly string[] = []
  readonly #act = actOf(() => this.requestUpdate())

  constructor() {
    super()
    new LangController(this)
  }

  protected override render() {
    const { booked, left } = this.booked
    const { zone } = this.office
    const columns = [
      { key: 'number', label: t(frontText['group.number']), strong: true },
      { key: 'name', label: t(frontText['group.name']) },
      { key: 'time', label: t(frontText['group.time']) },
    ]
    const rows = booked.map(({ ticket, name }) => ({
      id: ticket.number,
      cells: {
        number: ticket.number,
        name,
        time: `${dayName(ticket.slot.start, this.today, zone, lang())} ${timeText(ticket.slot.start, zone, lang())}`,
      },
    }))
    return html`<div class="stack" role="status">
      <h2>${t(frontText['group.done'], { n: booked.length })}</h2>
      ${
        left.length > 0
          ? html`<ui-banner
              ><span slot="icon">${icon('user')}</span
              >${t(frontText['group.left'], { n: left.length, names: left.join(', ') })}<ui-button
                slot="action"
                size="s"
                @click=${() => emit(this, 'again')}
                >${t(frontText['group.leftAgain'])}</ui-button
              ></ui-banner
            >`
          : html`<span></span>`
      }
      <ui-table cards caption=${t(frontText['group.preview'])} .columns=${columns} .rows=${rows}></ui-table>
      <div class="acts">
        <ui-button variant="primary" @click=${this.#print} ?disabled=${booked.length === 0}
          >${icon('printer')}${t(frontText['group.print'])}</ui-button
        >
        <ui-choice
          ?checked=${this.codes}
          @change=${(e: CustomEvent<{ checked: boolean }>) => (this.codes = e.detail.checked)}
          >${t(frontText['group.withQr'])}</ui-choice
        >
        <ui-button @click=${() => emit(this, 'another')}>${t(frontText['group.another'])}</ui-button>
        ${this.#undoButton(booked.length)}
      </div>
      ${this.back.length > 0 ? html`<p role="status">${this.#given(booked.length)}</p>` : nothing}
      ${this.#act.error === undefined ? nothing : html`<ui-banner tone="bad">${sentenceOf(this.#act.error)}</ui-banner>`}
    </div>`
  }

  #undoButton(all: number) {
    const n = all - this.back.length
    if (n === 0) return nothing
    return html`<ui-button variant="danger" ?busy=${this.#act.busy()} @click=${() => void this.#undo()}
      >${t(frontText['group.undo'], { n })}</ui-button
    >`
  }

  #given(of: number): string {
    const n = this.back.length
    return t(frontText[n === of ? 'group.undone' : 'group.undoing'], { n, of })
  }

  /** Gives the bookings back one by one; after a failure the same press goes on with what is left. */
  async #undo(): Promise<void> {
    for (const { ticket, path } of this.booked.booked) {
      if (this.back.includes(ticket.number)) continue
      const params = { token: tokenIn(path) ?? '' }
      const done = await this.#act.run(['undo', path], key => ask('POST /api/tickets/:token/cancel', { params }, key))
      if (!done) return
      this.back = [...this.back, ticket.number]
    }
  }

  readonly #print = (): void => {
    const sheet = Object.assign(document.createElement('group-sheet'), {
      office: this.office,
      serviceId: this.serviceId,
      booked: this.booked.booked,
      codes: this.codes,
      origin: location.origin,
    })
    void printAlone(sheet, 'A4')
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'front-group-done': FrontGroupDone
  }
}
