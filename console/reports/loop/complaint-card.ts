import { LitElement, html, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { Input, Reply } from '../../../shared/contracts/api.ts'
import { workingDaysFrom } from '../../../shared/documents/application.ts'
import { weekday, type LocalDate } from '../../../shared/kit/time.ts'
import type { OfficeInfo } from '../../../shared/office/office.ts'
import { COMPLAINT_KINDS, MOST_WORDS, type ComplaintKind } from '../../../shared/survey/loop/complaint.ts'
import { complaintKindText, followUpText as words } from '../../../shared/text/complaints.ts'
import { dateYearText } from '../../../shared/text/period.ts'
import { numberText } from '../../../shared/text/text.ts'
import { weekdayText } from '../../../shared/text/ui.ts'
import { LangController, lang, t } from '../../../shared/web/lang.ts'
import { baseStyles } from '../../../shared/web/ui/base-styles.ts'
import { emit } from '../../../shared/web/ui/emit.ts'
import '../../../shared/web/ui/ui-button.ts'
import '../../../shared/web/ui/ui-tag.ts'
import { fieldStyles } from '../../parts/field-styles.ts'
import { serviceOf } from '../../parts/names.ts'
import { loopStyles } from './loop-styles.ts'

type Complaints = Reply<'GET /api/offices/:office/complaints'>

/** What is done with a complaint. */
export type ComplaintChange = Input<'POST /api/offices/:office/complaints/:complaint'>['body']['act']

/** One complaint: what was written, until when it is answered, and the acts of whoever handles it. Raises `act`. */
@customElement('complaint-card')
export class ComplaintCard extends LitElement {
  static override styles = [baseStyles, fieldStyles, loopStyles]

  @property({ attribute: false }) office!: OfficeInfo
  @property({ attribute: false }) complaint!: Complaints['complaints'][number]
  @property({ attribute: false }) owners: Complaints['owners'] = []
  @property() today: LocalDate = ''
  @property({ type: Boolean }) busy = false
  /** What is being written; kept while the list is read anew. */
  @state() private answer: string | undefined

  constructor() {
    super()
    new LangController(this)
  }

  protected override render() {
    const { complaint: c } = this
    const service = serviceOf(this.office, c.service)
    const said = c.words || '–'
    return html`<article>
      <p class="said">${said}</p>
      <p class="note">${service ? t(service.name) : c.service}</p>
      <p class="note">${t(words.due, { kind: t(complaintKindText[c.kind]), date: dayOf(c.due) })}</p>
      ${this.#late()}
      <p class="note">${t(words.owner)}: ${this.#nameOf(c.owner) ?? t(words['owner.none'])}</p>
      ${
        c.laporNumber
          ? html`<p class="note">${t(words['lapor.said'], { number: c.laporNumber, state: c.laporState ?? '' })}</p>`
          : nothing
      }
      ${c.answeredOn ? html`<p class="note">${t(words['answered.on'], { date: dayOf(c.answeredOn) })}</p>` : nothing}
      <details>
        <summary aria-label=${t(words['handle.label'], { words: said.slice(0, 60) })}>${t(words.handle)}</summary>
        <div class="acts">${this.#acts()}</div>
      </details>
    </article>`
  }

  #late() {
    const { late, due, told } = this.complaint
    if (!late) return nothing
    const n = numberText(Math.max(1, workingDaysFrom(due, this.today, this.office)), lang())
    const names = told.flatMap(id => this.#nameOf(id) ?? [])
    return html`<p><ui-tag tone="bad">${t(words.late, { n })}</ui-tag></p>
      ${names.length > 0 ? html`<p class="note">${t(words.told, { names: names.join(', ') })}</p>` : nothing}`
  }

  #acts() {
    const { complaint: c, busy } = this
    const done = c.state === 'done'
    const open = c.state === 'new' || c.state === 'handled'
    return html`${open ? this.#sorting() : nothing}${done ? nothing : this.#answering()}
      <form class="lapor" @submit=${this.#lapor}>
        <label class="field"
          ><span>${t(words['lapor.number'])}</span
          ><input name="number" maxlength="40" autocomplete="off" .value=${c.laporNumber ?? ''}
        /></label>
        <label class="field"
          ><span>${t(words['lapor.state'])}</span
          ><input name="state" maxlength="80" autocomplete="off" .value=${c.laporState ?? ''}
        /></label>
        <ui-button size="s" type="submit" ?busy=${busy}>${t(words['lapor.save'])}</ui-button>
      </form>
      ${
        c.state === 'answered'
          ? html`<ui-button size="s" ?busy=${busy} @click=${() => this.#do({ do: 'close' })}
              >${t(words.close)}</ui-button
            >`
          : nothing
      }
      ${
        done
          ? html`<ui-button size="s" ?busy=${busy} @click=${() => this.#do({ do: 'reopen' })}
              >${t(words.reopen)}</ui-button
            >`
          : nothing
      }`
  }

  #sorting() {
    const { complaint: c, busy } = this
    const value = (e: Event) => (e.target as HTMLSelectElement).value
    return html`<label class="field">
        <span>${t(words.kind)}</span>
        <select ?disabled=${busy} @change=${(e: Event) => this.#do({ do: 'sort', kind: value(e) as ComplaintKind })}>
          ${COMPLAINT_KINDS.map(k => html`<option value=${k} .selected=${k === c.kind}>${t(complaintKindText[k])}</option>`)}
        </select>
      </label>
      <label class="field">
        <span>${t(words.owner)}</span>
        <select ?disabled=${busy} @change=${(e: Event) => this.#do({ do: 'assign', owner: value(e) })}>
          ${
            c.owner === null
              ? html`<option value="" disabled .selected=${true}>${t(words['owner.none'])}</option>`
              : nothing
          }
          ${this.owners.map(({ id, name }) => html`<option value=${id} .selected=${id === c.owner}>${name}</option>`)}
        </select>
      </label>`
  }

  #answering() {
    const { complaint: c, busy } = this
    const text = this.answer ?? c.answer ?? ''
    return html`<label class="field">
        <span>${t(words.answer)}</span>
        <textarea
          rows="4"
          maxlength=${MOST_WORDS}
          aria-describedby="hint"
          .value=${text}
          @input=${(e: Event) => (this.answer = (e.target as HTMLTextAreaElement).value)}
        ></textarea>
      </label>
      <p class="note" id="hint">${t(words['answer.hint'])}</p>
      <ui-button
        size="s"
        variant="primary"
        ?busy=${busy}
        ?disabled=${text.trim() === '' || text === c.answer}
        @click=${() => this.#do({ do: 'answer', text: text.trim() })}
        >${t(words[c.answer === null ? 'answer.send' : 'answer.mend'])}</ui-button
      >`
  }

  #lapor = (event: SubmitEvent): void => {
    event.preventDefault()
    const of = new FormData(event.target as HTMLFormElement)
    const field = (name: string) => String(of.get(name) ?? '').trim()
    this.#do({ do: 'lapor', number: field('number'), state: field('state') })
  }

  #do(act: ComplaintChange): void {
    if (!this.busy) emit(this, 'act', act)
  }

  #nameOf(id: string | null): string | undefined {
    return this.owners.find(o => o.id === id)?.name
  }
}

/** A day with its weekday: `Kamis, 16 Juli 2026`. */
function dayOf(date: LocalDate): string {
  return `${weekdayText(weekday(date), lang())}, ${dateYearText(date, lang())}`
}

declare global {
  interface HTMLElementTagNameMap {
    'complaint-card': ComplaintCard
  }
}
