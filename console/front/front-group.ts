import { LitElement, css, html, nothing } from 'lit'
import { customElement, property, query, state } from 'lit/decorators.js'
import type { Reply } from '../../shared/contracts/api.ts'
import type { LocalDate } from '../../shared/kit/time.ts'
import type { OfficeInfo } from '../../shared/office/office.ts'
import { frontText } from '../../shared/text/front-desk.ts'
import { timeText } from '../../shared/text/ui.ts'
import { actOf } from '../../shared/web/act.ts'
import { LangController, lang, t } from '../../shared/web/lang.ts'
import { baseStyles } from '../../shared/web/ui/base-styles.ts'
import '../../shared/web/ui/ui-banner.ts'
import '../../shared/web/ui/ui-button.ts'
import '../../shared/web/ui/ui-table.ts'
import { KeptForm } from '../kept/kept-form.ts'
import { ask } from '../parts/ask.ts'
import { caseField, caseSelect } from '../parts/case-select.ts'
import { dayName, type FreeSlot } from '../parts/bookings.ts'
import { fieldStyles } from '../parts/field-styles.ts'
import './front-group-done.ts'
import { GROUP_FORM } from './front-forms.ts'
import { frontStyles } from './front-styles.ts'
import { MOST_PEOPLE, readPeople, type PersonLine } from './people-list.ts'
import { sentenceOf } from '../parts/sentence.ts'
import '../parts/service-search.ts'
import type { ServiceSearch } from '../parts/service-search.ts'
import './slot-choice.ts'

type Booked = Reply<'POST /api/offices/:office/bookings/group'>

/** Books for a group, for example from a village office: names are pasted, looked over, and booked in one act. */
@customElement('front-group')
export class FrontGroup extends LitElement {
  static override styles = [
    baseStyles,
    fieldStyles,
    frontStyles,
    css`
      .both {
        display: grid;
        grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
        gap: 0.85rem;
      }
      .both > .field {
        align-content: start;
      }
      textarea {
        min-height: 12rem;
      }
      ui-table {
        height: 12rem;
        border: 1px solid var(--line);
        border-radius: var(--r-m);
      }
      .bad {
        font-weight: 650;
        color: var(--danger);
      }
      @media (max-height: 50rem) {
        textarea {
          min-height: 8.5rem;
        }
        ui-table {
          height: 8.5rem;
        }
      }
      @media (max-width: 60rem) {
        .both {
          grid-template-columns: minmax(0, 1fr);
        }
      }
    `,
  ]

  @property({ attribute: false }) office!: OfficeInfo
  @property() today: LocalDate = ''
  @property({ attribute: false }) closed: readonly string[] = []
  @state() private serviceId = ''
  @state() private case = ''
  @state() private chosen: FreeSlot | undefined
  @state() private text = ''
  @state() private booked: Booked | undefined
  @query('service-search') private search!: ServiceSearch | null
  @query('textarea') private area!: HTMLTextAreaElement | null
  readonly #act = actOf(() => this.requestUpdate())
  readonly #kept = new KeptForm(this, {
    form: () => GROUP_FORM,
    read: () =>
      !this.booked && this.text ? { serviceId: this.serviceId, case: this.case, text: this.text } : undefined,
    write: typed => this.#set(typed),
  })

  constructor() {
    super()
    new LangController(this)
  }

  /** Puts the caret where the work begins. */
  override focus(): void {
    void this.updateComplete.then(() => this.search?.updateComplete).then(() => this.search?.focus())
  }

  protected override render() {
    const { booked } = this
    if (booked) {
      return html`<front-group-done
        .office=${this.office}
        .serviceId=${this.serviceId}
        .booked=${booked}
        .today=${this.today}
        @again=${() => this.#again(booked.left.join('\n'))}
        @another=${() => this.#again('')}
      ></front-group-done>`
    }
    const people = readPeople(this.text)
    const wrong = people.filter(p => p.problem !== undefined).length
    const service = this.office.services.find(s => s.id === this.serviceId)
    return html`<form @submit=${(e: Event) => e.preventDefault()}>
      ${this.#kept.note(() => this.#set({ serviceId: '', case: '', chosen: undefined, text: '' }))}
      <service-search
        .office=${this.office}
        .closed=${this.closed}
        value=${this.serviceId}
        @service=${(e: CustomEvent<string>) => {
          this.#set({ serviceId: e.detail, case: '', chosen: undefined })
          this.area?.focus()
        }}
        @case=${(e: CustomEvent<string>) => this.#set({ case: e.detail })}
      ></service-search>
      ${caseSelect(this.office, this.serviceId, this.case, id => this.#set({ case: id }))}
      ${
        service && !service.booking
          ? html`<ui-banner tone="info">${t(frontText['service.noBooking'], { service: t(service.name) })}</ui-banner>`
          : html`<slot-choice
              .office=${this.office}
              serviceId=${this.serviceId}
              today=${this.today}
              heading=${t(frontText['group.slot'])}
              .value=${this.chosen}
              @slot=${(e: CustomEvent<FreeSlot | undefined>) => this.#set({ chosen: e.detail })}
            ></slot-choice>`
      }
      <div class="both">${this.#names(wrong > 0)} ${this.#preview(people)}</div>
      ${this.#act.error ? html`<ui-banner tone="bad">${sentenceOf(this.#act.error)}</ui-banner>` : nothing}
      <ui-button
        class="go"
        variant="primary"
        size="l"
        layout="start"
        ?busy=${this.#act.busy()}
        ?disabled=${people.length === 0 || wrong > 0 || !this.chosen}
        @click=${() => void this.#book(people)}
        ><span
          >${t(frontText['group.go'], { n: people.length })}<small>${this.#summary(people.length, wrong)}</small></span
        ></ui-button
      >
    </form>`
  }

  #names(wrong: boolean) {
    return html`<label class="field"
      ><span>${t(frontText['group.names'])}</span
      ><textarea
        autocomplete="off"
        spellcheck="false"
        placeholder=${t(frontText['group.hint'])}
        .value=${this.text}
        aria-invalid=${wrong ? 'true' : 'false'}
        aria-describedby="lead"
        @input=${(e: Event) => this.#set({ text: (e.target as HTMLTextAreaElement).value })}
      ></textarea
      ><small class="hint" id="lead">${t(frontText['group.lead'])}</small></label
    >`
  }

  #preview(people: readonly PersonLine[]) {
    const columns = [
      { key: 'line', label: t(frontText['group.line']), numeric: true },
      { key: 'name', label: t(frontText['group.name']) },
      { key: 'phone', label: t(frontText['group.phone']) },
      { key: 'note', label: t(frontText['group.note']) },
    ]
    const rows = people.map(p => ({
      id: String(p.line),
      cells: { line: String(p.line), name: p.name, phone: p.phone ?? '', note: noteOf(p) },
    }))
    return html`<div class="field">
      <span>${t(frontText['group.preview'])}</span>
      <ui-table cards caption=${t(frontText['group.preview'])} .columns=${columns} .rows=${rows}></ui-table>
    </div>`
  }

  #summary(n: number, wrong: number): string {
    if (n > MOST_PEOPLE) return t(frontText['group.tooMany'], { n, over: n - MOST_PEOPLE })
    if (wrong > 0) return t(frontText['group.fix'], { n: wrong })
    if (n === 0) return t(frontText['group.empty'])
    const slot = this.chosen
    if (!slot) return t(frontText['book.go.first'])
    const { zone } = this.office
    const day = dayName(slot.start, this.today, zone, lang())
    return t(frontText['group.count'], { n, day, at: timeText(slot.start, zone, lang()) })
  }

  #set(change: Partial<{ serviceId: string; case: string; chosen: FreeSlot | undefined; text: string }>): void {
    Object.assign(this, change)
    this.#act.rest()
  }

  #again(text: string): void {
    this.booked = undefined
    this.#set({ text, chosen: undefined })
    this.focus()
  }

  async #book(people: readonly PersonLine[]): Promise<void> {
    const slot = this.chosen
    if (!slot) return
    const params = { office: this.office.id }
    const body = {
      serviceId: this.serviceId,
      slotId: slot.id,
      ...caseField(this.case),
      people: people.map(({ name, phone }) => ({ name, ...(phone ? { phone } : {}) })),
    }
    const booked = await this.#act.run(body, key =>
      ask('POST /api/offices/:office/bookings/group', { params, body }, key),
    )
    if (booked) this.booked = booked
  }
}

function noteOf({ problem, twice }: PersonLine) {
  if (problem) return html`<span class="hot">${t(frontText[`group.wrong.${problem}`])}</span>`
  return twice === undefined ? '' : t(frontText['group.twice'], { line: twice })
}

declare global {
  interface HTMLElementTagNameMap {
    'front-group': FrontGroup
  }
}
