import { LitElement, css, html, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { SaidResult } from '../../../shared/contracts/schemas.ts'
import { atHand } from '../../../shared/office/life-events.ts'
import type { OfficeInfo } from '../../../shared/office/office.ts'
import { papersOf } from '../../../shared/office/papers.ts'
import type { Ticket } from '../../../shared/queue/day.ts'
import { OTHER_PAPER, REFUSAL_REASONS, RESULT_KINDS, type ResultKind } from '../../../shared/queue/result.ts'
import { deskText } from '../../../shared/text/desk.ts'
import { sheetText as words } from '../../../shared/text/desk-sheets.ts'
import { refusalReasonText, resultText } from '../../../shared/text/result.ts'
import { LangController, t } from '../../../shared/web/lang.ts'
import { baseStyles } from '../../../shared/web/ui/base-styles.ts'
import { emit } from '../../../shared/web/ui/emit.ts'
import { icon } from '../../../shared/web/ui/icons.ts'
import '../../../shared/web/ui/ui-button.ts'
import '../../../shared/web/ui/ui-key.ts'
import { isOnPressable, WindowKeys } from '../../../shared/web/window-keys.ts'
import { KeptForm } from '../../kept/kept-form.ts'
import { serviceOf } from '../../parts/names.ts'
import { sheetForm } from './sheet-form.ts'
import { sheetStyles } from './sheet-styles.ts'

/** How the officer ends a visit: whether the next one is called by the same act, and the result unless it was complete. */
export interface Ended {
  readonly act: 'callNext' | 'finish'
  readonly result: SaidResult | undefined
}

/** Letters for papers and reasons, so that the hands stay; S saves. */
const LETTERS = [...'QWERTYUIOPADFGHJKL']
const MOST_NOTE = 140

/** Asks how the visit at the counter ended: by digit, then papers or reasons by letter. Raises `end` with `Ended`, or `dismiss`. */
@customElement('desk-result')
export class DeskResult extends LitElement {
  static override styles = [
    baseStyles,
    sheetStyles,
    css`
      .sheet {
        grid-area: 1 / 1;
        padding: 1.1rem 1.4rem 8.2rem;
      }
      @media (max-width: 72rem), (max-height: 38rem) {
        .sheet {
          padding: 1.1rem 1rem 0.5rem;
        }
      }
      .kinds .option {
        min-height: 4.4rem;
      }
    `,
  ]

  @property({ attribute: false }) office!: OfficeInfo
  @property({ attribute: false }) ticket!: Ticket
  /** Number of whoever is called next; empty where nobody waits. */
  @property() next = ''
  @property({ attribute: false }) kind: ResultKind = 'complete'
  @state() private papers: readonly string[] = []
  @state() private reason: (typeof REFUSAL_REASONS)[number] | undefined
  @state() private note = ''
  readonly #kept = new KeptForm(this, {
    form: () => sheetForm('end', this.ticket.id),
    read: () =>
      this.papers.length > 0 || this.reason || this.note
        ? { papers: JSON.stringify(this.papers), reason: this.reason ?? '', note: this.note }
        : undefined,
    write: ({ papers = '[]', reason, note = '' }) => {
      this.papers = JSON.parse(papers) as string[]
      this.reason = REFUSAL_REASONS.find(it => it === reason)
      this.note = note
    },
  })

  constructor() {
    super()
    new LangController(this)
    new WindowKeys(this, { down: event => this.#onKey(event) })
  }

  protected override firstUpdated(): void {
    this.#focusKind()
  }

  #focusKind(): void {
    this.renderRoot.querySelector<HTMLElement>('.kinds [aria-checked="true"]')?.focus()
  }

  protected override render() {
    const { kind } = this
    return html`<section class="sheet" role="dialog" aria-labelledby="how">
        <header>
          <h2 id="how">${this.ticket.number}: ${t(words['result.title'])}</h2>
          <ui-button size="s" variant="plain" shortcut="Escape" @click=${() => this.#leave()}
            ><ui-key>Esc</ui-key>${t(words.cancel)}</ui-button
          >
        </header>
        <div class="kinds" role="radiogroup" aria-labelledby="how">
          ${RESULT_KINDS.map((it, place) =>
            this.#option('radio', {
              name: t(resultText[it]),
              note: this.#noteOf(it),
              key: String(place + 1),
              on: it === kind,
              press: () => (this.kind = it),
            }),
          )}
        </div>
        ${kind === 'papersMissing' ? this.#papersList() : kind === 'refused' ? this.#reasons() : nothing}
        <p class="keep">${t(words[`${kind}.keep`])}</p>
      </section>
      ${this.#go()}`
  }

  #papersList() {
    const paper = (name: string, value: string, note: string, place: number) =>
      this.#option('checkbox', {
        ...{ name, note, key: LETTERS[place] ?? '' },
        on: this.papers.includes(value),
        press: () => this.#toggle(value),
      })
    const listed = this.#listed()
    return html`<h2 id="which">${t(words['papers.title'])}</h2>
      <div class="two" role="group" aria-labelledby="which">
        ${listed.map((p, place) => paper(t(p.name), p.name[0], p.note ? t(p.note) : '', place))}
        ${paper(t(words['papers.other']), OTHER_PAPER, t(words['papers.other.note']), listed.length)}
      </div>`
  }

  #reasons() {
    return html`<h2 id="why">${t(words['refused.title'])}</h2>
      <div class="two" role="radiogroup" aria-labelledby="why">
        ${REFUSAL_REASONS.map((reason, place) =>
          this.#option('radio', {
            name: t(refusalReasonText[reason]),
            key: LETTERS[place] ?? '',
            on: reason === this.reason,
            press: () => (this.reason = reason),
          }),
        )}
      </div>
      <label
        >${t(words['refused.note'])}<input
          maxlength=${MOST_NOTE}
          autocomplete="off"
          .value=${this.note}
          @input=${(e: InputEvent) => (this.note = (e.target as HTMLInputElement).value)}
          @keydown=${this.#onFieldKey}
      /></label>`
  }

  #option(
    role: 'radio' | 'checkbox',
    it: { name: string; note?: string; key: string; on: boolean; press: () => unknown },
  ) {
    return html`<button
      class="option"
      type="button"
      role=${role}
      aria-checked=${it.on}
      aria-keyshortcuts=${it.key || nothing}
      @click=${it.press}
    >
      <b>${it.name}</b>${it.note ? html`<small>${it.note}</small>` : nothing}${
        it.key ? html`<ui-key>${it.key}</ui-key>` : nothing
      }
    </button>`
  }

  #go() {
    const lacks = this.#lacks()
    const result = t(resultText[this.kind]).toLowerCase()
    const said = { number: this.ticket.number, result, next: this.next }
    const [large, note] = this.next
      ? (['save.next', 'save.next.note'] as const)
      : (['save.only', 'save.only.note'] as const)
    return html`<div class="go">
      <ui-button
        variant="primary"
        layout="start"
        shortcut="Space"
        ?disabled=${lacks !== undefined}
        @click=${() => this.#end(this.next ? 'callNext' : 'finish')}
        >${icon('check')}<span>${t(words[large])}<small>${lacks ?? t(words[note], said)}</small></span
        ><ui-key class="end">${t(deskText['key.space'])}</ui-key></ui-button
      >
      ${
        this.next
          ? html`<ui-button
              class="only"
              layout="stack"
              shortcut="S"
              ?disabled=${lacks !== undefined}
              @click=${() => this.#end('finish')}
              ><span>${t(words['save.only'])}</span><ui-key>S</ui-key></ui-button
            >`
          : nothing
      }
    </div>`
  }

  #noteOf(kind: ResultKind): string {
    if (kind !== 'complete') return t(words[`result.${kind}`])
    const made = serviceOf(this.office, this.ticket.serviceId)?.document
    return t(words[made ? 'result.document' : 'result.noDocument'])
  }

  #listed() {
    const service = atHand(this.office.services, this.ticket)
    return service ? papersOf(service, this.ticket.case) : []
  }

  /** What is still to be chosen. */
  #lacks(): string | undefined {
    if (this.kind === 'papersMissing' && this.papers.length === 0) return t(words['save.papers'])
    return this.kind === 'refused' && !this.reason ? t(words['save.reason']) : undefined
  }

  #result(): SaidResult | undefined {
    const { kind, papers, reason } = this
    if (kind === 'papersMissing') return { kind, papers: [...papers], service: this.ticket.serviceId }
    const note = this.note.trim()
    if (kind === 'refused' && reason) return { kind, reason, ...(note ? { note } : {}) }
    return kind === 'advice' ? { kind } : undefined
  }

  #toggle(paper: string): void {
    const on = this.papers.includes(paper)
    this.papers = on ? this.papers.filter(p => p !== paper) : [...this.papers, paper]
  }

  #leave(): void {
    this.#kept.drop()
    emit(this, 'dismiss')
  }

  #end(act: Ended['act']): void {
    if (this.#lacks() === undefined) emit(this, 'end', { act, result: this.#result() } satisfies Ended)
  }

  #onKey(event: KeyboardEvent): void {
    const key = event.key.toLowerCase()
    const kind = RESULT_KINDS[Number(key) - 1]
    const place = LETTERS.findIndex(letter => letter.toLowerCase() === key)
    const go = key === ' ' || key === 'enter'
    // What has the focus is pressed; pressed once more, what is chosen is also meant.
    if (go && isOnPressable(event) && !isOnChosen(event)) return
    if (go) this.#end(this.next ? 'callNext' : 'finish')
    else if (key === 's') this.#end('finish')
    else if (key === 'escape') this.#leave()
    else if (kind) this.#choose(kind)
    else if (!this.#letter(place)) return
    event.preventDefault()
  }

  #choose(kind: ResultKind): void {
    this.kind = kind
    void this.updateComplete.then(() => this.#focusKind())
  }

  #letter(place: number): boolean {
    if (this.kind === 'refused') {
      const reason = REFUSAL_REASONS[place]
      this.reason = reason ?? this.reason
      return reason !== undefined
    }
    if (this.kind !== 'papersMissing' || place < 0) return false
    const listed = this.#listed()
    if (place > listed.length) return false
    this.#toggle(listed[place]?.name[0] ?? OTHER_PAPER)
    return true
  }

  #onFieldKey(event: KeyboardEvent): void {
    if (event.key === 'Enter') this.#end(this.next ? 'callNext' : 'finish')
    else if (event.key === 'Escape') this.#leave()
    else return
    event.preventDefault()
  }
}

function isOnChosen(event: Event): boolean {
  return event.composedPath().some(node => node instanceof Element && node.matches('[role=radio][aria-checked=true]'))
}

declare global {
  interface HTMLElementTagNameMap {
    'desk-result': DeskResult
  }
}
