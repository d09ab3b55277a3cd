import { LitElement, css, html, nothing } from 'lit'
import { customElement, property, query, state } from 'lit/decorators.js'
import { listsText as words } from '../../../shared/text/lists.ts'
import { LangController, t } from '../../../shared/web/lang.ts'
import { baseStyles } from '../../../shared/web/ui/base-styles.ts'
import { emit } from '../../../shared/web/ui/emit.ts'
import '../../../shared/web/ui/ui-banner.ts'
import '../../../shared/web/ui/ui-button.ts'
import { fieldStyles } from '../../parts/field-styles.ts'
import { contentOf } from './invitation.ts'

/** A list as it was brought, ready to be sent. */
export interface GivenList {
  readonly name: string
  /** Its bytes in base64. */
  readonly content: string
}

/** What fits into a request once it is base64. */
const MOST_BYTES = 45_000

/** Takes a list: a file that is chosen or dropped, or its text pasted. `given` brings it. */
@customElement('list-file')
export class ListFile extends LitElement {
  static override styles = [
    baseStyles,
    fieldStyles,
    css`
      :host {
        display: grid;
        gap: 0.9rem;
      }
      .drop {
        display: flex;
        flex-wrap: wrap;
        gap: 0.4rem 0.8rem;
        align-items: center;
        padding: 1.1rem 1rem;
        border: 2px dashed var(--edge);
        border-radius: var(--r-m);
      }
      .over {
        border-color: var(--accent);
        background: var(--accent-soft);
      }
      .drop small {
        flex-basis: 100%;
        color: var(--soft);
      }
      form {
        display: grid;
        gap: 0.5rem;
        justify-items: start;
      }
      .field {
        width: 100%;
      }
      textarea {
        width: 100%;
        font-family: ui-monospace, monospace;
        font-size: 0.8125rem;
      }
    `,
  ]

  @property() kind: 'staff' | 'holidays' = 'staff'
  @state() private over = false
  /** Name of a file that is too large. */
  @state() private large = ''
  @query('input') private input!: HTMLInputElement
  @query('textarea') private textarea!: HTMLTextAreaElement

  constructor() {
    super()
    new LangController(this)
  }

  protected override render() {
    const { kind } = this
    return html`<div
        class="drop ${this.over ? 'over' : ''}"
        @dragover=${(e: DragEvent) => this.#onOver(e, true)}
        @dragleave=${(e: DragEvent) => this.#onOver(e, false)}
        @drop=${(e: DragEvent) => void this.#onDrop(e)}
      >
        <span>${t(words.drop)}</span>
        <ui-button variant="primary" @click=${() => this.input.click()}>${t(words.choose)}</ui-button>
        <small>${t(words[`kinds.${kind}`])}</small>
        <input
          type="file"
          hidden
          accept=${kind === 'staff' ? '.csv,.txt,.xlsx' : '.csv,.txt,.xlsx,.ics'}
          @change=${() => void this.#take(this.input.files?.[0])}
        />
      </div>
      <div role="alert">
        ${this.large ? html`<ui-banner tone="bad">${t(words.large, { name: this.large })}</ui-banner>` : nothing}
      </div>
      <form @submit=${(e: Event) => this.#onPaste(e)}>
        <label class="field"
          ><span>${t(words.paste)}</span>
          <textarea rows="4" spellcheck="false" autocapitalize="none" autocomplete="off"></textarea>
        </label>
        <ui-button type="submit">${t(words['paste.go'])}</ui-button>
      </form>`
  }

  #onOver(event: DragEvent, over: boolean): void {
    event.preventDefault()
    this.over = over
  }

  #onDrop(event: DragEvent): Promise<void> {
    event.preventDefault()
    this.over = false
    return this.#take(event.dataTransfer?.files[0])
  }

  async #take(file: File | undefined): Promise<void> {
    if (!file) return
    const bytes = file.size > MOST_BYTES ? undefined : new Uint8Array(await file.arrayBuffer())
    this.input.value = ''
    this.#give(file.name, bytes)
  }

  #onPaste(event: Event): void {
    event.preventDefault()
    const text = this.textarea.value
    if (text.trim() === '') return this.textarea.focus()
    const bytes = new TextEncoder().encode(text)
    this.#give(t(words.pasted), bytes.length > MOST_BYTES ? undefined : bytes)
  }

  #give(name: string, bytes: Uint8Array | undefined): void {
    this.large = bytes ? '' : name
    if (!bytes) return
    emit(this, 'given', { name, content: contentOf(bytes) } satisfies GivenList)
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'list-file': ListFile
  }
}
