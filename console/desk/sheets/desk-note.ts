import { LitElement, css, html, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { Reply } from '../../../shared/contracts/api.ts'
import type { Ticket } from '../../../shared/queue/day.ts'
import { sheetText as words } from '../../../shared/text/desk-sheets.ts'
import { LangController, t } from '../../../shared/web/lang.ts'
import { baseStyles } from '../../../shared/web/ui/base-styles.ts'
import { icon } from '../../../shared/web/ui/icons.ts'
import { ask } from '../../parts/ask.ts'
import { Fetched } from '../../parts/fetched.ts'

/** What the officer before wrote for whoever calls this ticket; read only while it stands at the own counter. */
@customElement('desk-note')
export class DeskNote extends LitElement {
  static override styles = [
    baseStyles,
    css`
      p {
        display: flex;
        gap: 0.6rem;
        padding: 0.6rem 0.9rem;
        border-radius: var(--r-m);
        background: var(--call-soft);
      }
    `,
  ]

  @property() office = ''
  @property() counter = ''
  @property({ attribute: false }) ticket!: Ticket
  readonly #note = new Fetched<Reply<'GET /api/offices/:office/counters/:counter/note'>>(this)

  constructor() {
    super()
    new LangController(this)
  }

  protected override willUpdate(): void {
    const { office, counter, ticket } = this
    this.#note.want(`${ticket.noteId ?? ''} ${ticket.calledAt ?? ''}`, () =>
      ask('GET /api/offices/:office/counters/:counter/note', { params: { office, counter } }),
    )
  }

  protected override render() {
    const { value } = this.#note
    if (!value?.note || value.number !== this.ticket.number) return nothing
    return html`<p>
      ${icon('info')}<span><b>${t(words['note.title'])}:</b> ${value.note}</span>
    </p>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'desk-note': DeskNote
  }
}
