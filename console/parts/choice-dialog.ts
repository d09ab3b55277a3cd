import { LitElement, css, html, nothing, type PropertyValues } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { deskText } from '../../shared/text/desk.ts'
import { LangController, t } from '../../shared/web/lang.ts'
import { baseStyles } from '../../shared/web/ui/base-styles.ts'
import { emit } from '../../shared/web/ui/emit.ts'
import '../../shared/web/ui/ui-button.ts'
import type { UiButton } from '../../shared/web/ui/ui-button.ts'
import '../../shared/web/ui/ui-dialog.ts'
import '../../shared/web/ui/ui-key.ts'

/** One thing to choose. */
export interface Option {
  readonly value: string
  readonly label: string
  readonly note?: string
}

/** Asks for one of a few things, by digit. Raises `choose` or `dismiss`. */
@customElement('desk-choice')
export class DeskChoice extends LitElement {
  static override styles = [
    baseStyles,
    css`
      ui-dialog {
        --dialog-pad: 1.3rem 1.4rem 1.2rem;
        --dialog-title: 1.25rem;
      }
      ul {
        display: grid;
        gap: 0.45rem;
        max-height: 48vh;
        margin: 0.5rem -7px -7px;
        padding: 7px;
        overflow: auto;
      }
      li ui-button {
        width: 100%;
        --button-pad: 0.35em 0.9em;
      }
      .words {
        flex: 1;
      }
      small {
        color: var(--soft);
      }
    `,
  ]

  @property() heading = ''
  @property() lead = ''
  @property({ attribute: false }) options: readonly Option[] = []

  constructor() {
    super()
    new LangController(this)
    this.addEventListener('keydown', this.#onKey)
  }

  protected override firstUpdated(_changed: PropertyValues<this>): void {
    const first = this.renderRoot.querySelector<UiButton>('li ui-button')
    void first?.updateComplete.then(() => first.focus())
  }

  protected override render() {
    return html`<ui-dialog
      open
      kind="plain"
      heading=${this.heading}
      primary=${t(deskText['dialog.cancel'])}
      @primary=${() => emit(this, 'dismiss')}
    >
      ${this.lead ? html`<p class="soft">${this.lead}</p>` : nothing}
      <ul>
        ${this.options.map((option, place) => html`<li>${this.#option(option, place + 1)}</li>`)}
      </ul>
    </ui-dialog>`
  }

  #option(option: Option, place: number) {
    const key = String(place)
    return html`<ui-button layout="start" shortcut=${key} @click=${() => emit(this, 'choose', option.value)}>
      <span class="words">${option.label}${option.note ? html`<small>${option.note}</small>` : nothing}</span>
      <ui-key>${key}</ui-key>
    </ui-button>`
  }

  #onKey(event: KeyboardEvent): void {
    if (event.ctrlKey || event.altKey || event.metaKey || event.repeat) return
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault()
      this.#step(event.key === 'ArrowDown' ? 1 : -1)
    } else {
      const option = this.options[Number(event.key) - 1]
      if (option) this.#choose(event, option)
    }
  }

  // The key is spent here: the desk below hears keys again as soon as the question is answered.
  #choose(event: Event, option: Option): void {
    event.preventDefault()
    emit(this, 'choose', option.value)
  }

  #step(by: number): void {
    const stops: HTMLElement[] = [...this.renderRoot.querySelectorAll<HTMLElement>('li ui-button')]
    const here = stops.indexOf(this.shadowRoot!.activeElement as HTMLElement)
    stops[(here + by + stops.length) % stops.length]?.focus()
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'desk-choice': DeskChoice
  }
}
