import { LitElement, css, html } from 'lit'
import { customElement, property, query, state } from 'lit/decorators.js'
import type { OfficeInfo } from '../../shared/office/office.ts'
import { editedOffice } from '../../shared/office/structure/change.ts'
import { newlyUnsound } from '../../shared/office/structure/sound.ts'
import { wizardText } from '../../shared/text/wizard.ts'
import { LangController, t } from '../../shared/web/lang.ts'
import { baseStyles } from '../../shared/web/ui/base-styles.ts'
import { emit } from '../../shared/web/ui/emit.ts'
import '../../shared/web/ui/ui-button.ts'
import { unsoundSaid } from '../admin/form/form-says.ts'
import { fieldStyles } from '../parts/field-styles.ts'
import { freeLetter } from './grid.ts'
import type { OfficeBook } from './office-book.ts'
import { withService } from './started.ts'

/** One more service, by its name and its papers; the rest of its standard begins as is usual. Raises `added`. */
@customElement('add-service')
export class AddService extends LitElement {
  static override styles = [
    baseStyles,
    fieldStyles,
    css`
      summary {
        display: list-item;
        padding-block: 0.6rem;
        margin-top: 0.4rem;
        color: var(--accent);
        font-weight: 650;
        cursor: pointer;
      }
      form {
        display: grid;
        grid-template-columns: minmax(0, 1fr) 5rem;
        gap: 0.6rem;
      }
      textarea,
      input {
        width: 100%;
      }
      [name='letter'] {
        text-transform: uppercase;
      }
      .last {
        display: flex;
        flex-wrap: wrap;
        grid-column: 1 / -1;
        gap: 0.6rem;
        align-items: end;
      }
      .last .field {
        flex: 1 1 9rem;
      }
      .wide {
        grid-column: 1 / -1;
      }
      .note {
        font-size: 0.8rem;
        color: var(--soft);
      }
    `,
  ]

  @property({ attribute: false }) office!: OfficeInfo
  @property({ attribute: false }) book!: OfficeBook
  /** Why what was typed last is no service yet; it stays in its fields. */
  @state() private refused = ''

  /** The office had no service when this was first seen: nothing else is to be done here. */
  @state() private begins: boolean | undefined
  @query('form') private form!: HTMLFormElement

  constructor() {
    super()
    new LangController(this)
  }

  protected override willUpdate(): void {
    this.begins ??= this.office.services.length === 0
  }

  protected override render() {
    return html`<details ?open=${this.begins}>
        <summary>${t(wizardText['services.other'])}</summary>
        ${this.#form()}
      </details>
      <p role="alert" class="wrong">${this.refused}</p>`
  }

  #form() {
    return html`<form @submit=${this.#onAdd} @input=${() => (this.refused = '')}>
      <label class="field"
        ><span>${t(wizardText['services.new'])}</span><input name="name" required maxlength="120" autocomplete="off"
      /></label>
      <label class="field"
        ><span>${t(wizardText['services.letter'])}</span
        ><input name="letter" maxlength="2" pattern="[A-HJ-NP-Za-hj-np-z]{1,2}" .value=${freeLetter(this.office)}
      /></label>
      <label class="field wide"
        ><span>${t(wizardText['services.papers'])}</span
        ><textarea name="papers" rows="3" maxlength="4000" autocomplete="off"></textarea>
      </label>
      <div class="last">
        <label class="field"
          ><span>${t(wizardText['services.fee'])}</span><input name="fee" maxlength="120" autocomplete="off"
        /></label>
        <ui-button size="s" type="submit">${t(wizardText['services.add'])}</ui-button>
      </div>
      <p class="note wide">${t(wizardText['services.usual'])}</p>
      <button type="submit" hidden></button>
    </form>`
  }

  readonly #onAdd = (event: SubmitEvent): void => {
    event.preventDefault()
    if (this.add()) this.form.querySelector('input')!.focus()
  }

  /** Adds what is typed; `false` where that is no service yet, which is said at its field. */
  add(): boolean {
    const { form } = this
    const typed = (name: string) => String(new FormData(form).get(name) ?? '').trim()
    if (['name', 'papers', 'fee'].every(name => typed(name) === '')) return true
    this.renderRoot.querySelector('details')!.open = true
    if (typed('name') === '') form.querySelector('input')!.value = ''
    if (!form.reportValidity()) return false
    const letter = typed('letter').toUpperCase() || freeLetter(this.office)
    const change = withService(this.office, {
      ...{ name: typed('name'), letter, papers: typed('papers'), fee: typed('fee') },
      counter: n => t(wizardText['counters.new'], { n }),
    })
    const wanted = editedOffice(this.office, change)
    this.refused = newlyUnsound(this.office, wanted)
      .map(u => unsoundSaid(u, wanted))
      .join(' ')
    if (this.refused) return false
    this.book.edit(change)
    emit(this, 'added')
    form.reset()
    return true
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'add-service': AddService
  }
}
