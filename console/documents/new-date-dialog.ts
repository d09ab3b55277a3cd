import { LitElement, css, html } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { Input } from '../../shared/contracts/api.ts'
import { DELAY_CAUSES, type DelayCause } from '../../shared/documents/delay.ts'
import { addDays } from '../../shared/kit/time.ts'
import { applicationText as words, delayCauseText } from '../../shared/text/application.ts'
import { LangController, t } from '../../shared/web/lang.ts'
import { baseStyles } from '../../shared/web/ui/base-styles.ts'
import { emit } from '../../shared/web/ui/emit.ts'
import '../../shared/web/ui/ui-choice.ts'
import '../../shared/web/ui/ui-dialog.ts'
import { KeptForm } from '../kept/kept-form.ts'
import { fieldStyles } from '../parts/field-styles.ts'

/** A new date with its cause, as it is sent. */
export type GivenDate = Input<'POST /api/offices/:office/applications/:application/new-date'>['body']

/** Asks for the new date of late documents and why. Raises `give` or `dismiss`; whether the date is good the office says. */
@customElement('new-date-dialog')
export class NewDateDialog extends LitElement {
  static override styles = [
    baseStyles,
    fieldStyles,
    css`
      ui-dialog {
        --dialog-pad: 1.3rem 1.4rem 1.2rem;
        --dialog-title: 1.25rem;
      }
      .form {
        display: grid;
        gap: 0.8rem;
        margin-top: 0.8rem;
      }
      .causes {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(min(14rem, 100%), 1fr));
        gap: 0.4rem;
      }
      ui-choice {
        min-height: 2.4rem;
        padding: 0.3em 0.8em;
      }
      input[type='date'] {
        justify-self: start;
      }
      small {
        font-size: var(--t-xs);
        color: var(--soft);
      }
    `,
  ]

  @property() heading = ''
  /** Which document it is for, so that a note for one stands under no other. */
  @property() of = ''
  /** The office's date now: the new one lies ahead of it. */
  @property() today = ''
  @state() private date = ''
  @state() private cause: DelayCause | undefined
  @state() private note = ''

  readonly #kept = new KeptForm(this, {
    form: () => `new date ${this.of}`,
    read: () => (this.note ? { note: this.note, date: this.date, cause: this.cause ?? '' } : undefined),
    write: ({ note = '', date = '', cause }) => {
      this.note = note
      this.date = date
      this.cause = DELAY_CAUSES.find(it => it === cause)
    },
  })

  constructor() {
    super()
    new LangController(this)
  }

  protected override render() {
    return html`<ui-dialog
      open
      kind="plain"
      heading=${this.heading}
      primary=${t(words['date.give'])}
      secondary=${t(words['date.cancel'])}
      ?primaryDisabled=${this.date <= this.today || this.cause === undefined}
      @primary=${() => this.#give()}
      @secondary=${() => this.#leave()}
    >
      <p class="soft">${t(words['date.lead'])}</p>
      <div class="form">
        <label class="field"
          ><span>${t(words['date.new'])}</span
          ><input
            type="date"
            min=${this.today === '' ? '' : addDays(this.today, 1)}
            .value=${this.date}
            @input=${(e: Event) => (this.date = (e.target as HTMLInputElement).value)}
        /></label>
        <div class="field">
          <span id="cause">${t(words['date.cause'])}</span>
          <div class="causes" role="radiogroup" aria-labelledby="cause">
            ${DELAY_CAUSES.map(
              cause =>
                html`<ui-choice
                  kind="radio"
                  name="cause"
                  .checked=${cause === this.cause}
                  @change=${() => (this.cause = cause)}
                  >${t(delayCauseText[cause])}</ui-choice
                >`,
            )}
          </div>
        </div>
        <label class="field"
          ><span>${t(words['date.note'])}</span
          ><input
            maxlength="140"
            autocomplete="off"
            .value=${this.note}
            @input=${(e: Event) => (this.note = (e.target as HTMLInputElement).value)}
          /><small>${t(words['date.note.why'])}</small></label
        >
      </div>
    </ui-dialog>`
  }

  #leave(): void {
    this.#kept.drop()
    emit(this, 'dismiss')
  }

  #give(): void {
    if (this.cause === undefined) return
    const note = this.note.trim()
    this.#kept.drop()
    emit(this, 'give', { date: this.date, cause: this.cause, ...(note === '' ? {} : { note }) } satisfies GivenDate)
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'new-date-dialog': NewDateDialog
  }
}
