import { LitElement, css, html } from 'lit'
import { customElement } from 'lit/decorators.js'
import { deskText } from '../../shared/text/desk.ts'
import { LangController, t } from '../../shared/web/lang.ts'
import { baseStyles } from '../../shared/web/ui/base-styles.ts'
import { emit } from '../../shared/web/ui/emit.ts'
import '../../shared/web/ui/ui-dialog.ts'
import '../../shared/web/ui/ui-key.ts'
import { DESK_ACTS } from './desk-acts.ts'

/** Every key of the desk on one page. Raises `dismiss`. */
@customElement('desk-keys')
export class DeskKeys extends LitElement {
  static override styles = [
    baseStyles,
    css`
      ui-dialog {
        --dialog-pad: 1.3rem 1.4rem 1.2rem;
        --dialog-width: 44rem;
      }
      dl {
        display: grid;
        grid-template-columns: auto 1fr auto 1fr;
        gap: 0.55rem 0.9rem;
        align-items: center;
        margin-top: 0.9rem;
      }
      dt {
        text-align: end;
      }
    `,
  ]

  constructor() {
    super()
    new LangController(this)
    this.addEventListener('keydown', this.#onKey)
  }

  #onKey(event: KeyboardEvent): void {
    if (event.key !== '?') return
    // Else the desk below, which hears keys again at once, would open this list anew.
    event.preventDefault()
    emit(this, 'dismiss')
  }

  protected override render() {
    const keys: readonly (readonly [string, keyof typeof deskText])[] = [
      [t(deskText['key.space']), 'keys.primary'],
      ['1 2 3', 'keys.lists'],
      ...Object.values(DESK_ACTS).flatMap(({ key, words, help }) => (key ? [[key, help ?? words] as const] : [])),
    ]
    return html`<ui-dialog
      open
      kind="plain"
      heading=${t(deskText['keys.title'])}
      primary=${t(deskText['dialog.close'])}
      @primary=${() => emit(this, 'dismiss')}
    >
      <dl>
        ${keys.map(
          ([key, words]) =>
            html`<dt>
                ${key.split(' ').map(k => html`<kbd><ui-key>${k}</ui-key><span class="vh">${k}</span></kbd> `)}
              </dt>
              <dd>${t(deskText[words])}</dd>`,
        )}
      </dl>
    </ui-dialog>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'desk-keys': DeskKeys
  }
}
