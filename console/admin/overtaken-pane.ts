import { LitElement, css, html, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { OfficeInfo } from '../../shared/office/office.ts'
import { adminText } from '../../shared/text/admin.ts'
import { LangController, t } from '../../shared/web/lang.ts'
import { baseStyles } from '../../shared/web/ui/base-styles.ts'
import { emit } from '../../shared/web/ui/emit.ts'
import '../../shared/web/ui/ui-button.ts'
import { paneStyles } from '../parts/pane-styles.ts'
import { fieldName, fieldText } from './said/field-words.ts'

/** Which of two values of a field is to stand. */
export type Side = 'theirs' | 'mine'

/** A field that two people have changed. */
export interface Overtaken {
  readonly field: string
  readonly theirs: unknown
  readonly mine: unknown
  readonly take: Side | undefined
}

/** The fields that somebody else changed meanwhile, theirs beside mine; `take` says which one is to stand. */
@customElement('overtaken-pane')
export class OvertakenPane extends LitElement {
  static override styles = [
    baseStyles,
    paneStyles,
    css`
      .pane {
        border: 2px solid var(--call);
      }
      ul {
        display: grid;
        gap: 0.9rem;
        margin-top: 0.8rem;
      }
      .sides {
        display: grid;
        grid-template-columns: repeat(2, minmax(0, 1fr));
        gap: 0.6rem;
        margin-top: 0.3rem;
      }
      .side {
        display: grid;
        gap: 0.4rem;
        align-content: space-between;
        padding: 0.6rem 0.8rem;
        border: 1px solid var(--line);
        border-radius: var(--r-m);
        overflow-wrap: anywhere;
      }
      .side.chosen {
        border-color: var(--accent);
        background: var(--accent-soft);
      }
      .side span {
        display: block;
        font-size: 0.85rem;
        color: var(--soft);
      }
      .side.chosen span {
        color: var(--ink);
      }
      @media (max-width: 30rem) {
        .sides {
          grid-template-columns: minmax(0, 1fr);
        }
      }
    `,
  ]

  @property({ attribute: false }) office!: OfficeInfo
  @property({ attribute: false }) fields: readonly Overtaken[] = []

  constructor() {
    super()
    new LangController(this)
  }

  /** Takes the eye and the keyboard to what is still to be decided. */
  override focus(): void {
    const open = this.shadowRoot!.querySelector<HTMLElement>('li[data-open] ui-button')
    open?.scrollIntoView({ block: 'center' })
    open?.focus()
  }

  protected override render() {
    if (this.fields.length === 0) return nothing
    return html`<section class="pane" aria-labelledby="title">
      <div role="alert"><h2 id="title">${t(adminText['set.two'], { n: this.fields.length })}</h2></div>
      <p class="note">${t(adminText['set.two.why'])}</p>
      <ul>
        ${this.fields.map(
          ({ field, theirs, mine, take }) =>
            html`<li ?data-open=${take === undefined}>
              <b>${fieldName(field, this.office)}</b>
              <div class="sides" role="group" aria-label=${fieldName(field, this.office)}>
                ${this.#side(field, 'theirs', theirs, take)}${this.#side(field, 'mine', mine, take)}
              </div>
            </li>`,
        )}
      </ul>
    </section>`
  }

  #side(field: string, side: Side, value: unknown, take: Side | undefined) {
    const label = `${fieldName(field, this.office)}: ${t(adminText[`set.take.${side}`])}`
    return html`<div class="side ${take === side ? 'chosen' : ''}">
      <p><span>${t(adminText[`set.${side}`])}</span>${fieldText(field, value, this.office)}</p>
      <ui-button size="s" label=${label} .pressed=${take === side} @click=${() => emit(this, 'take', { field, side })}
        >${t(adminText[`set.take.${side}`])}</ui-button
      >
    </div>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'overtaken-pane': OvertakenPane
  }
}
