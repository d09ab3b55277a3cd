import { LitElement, css, html, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { accentOf } from '../../../shared/office/look/accent.ts'
import { lookText as words } from '../../../shared/text/look.ts'
import { actOf } from '../../../shared/web/act.ts'
import { LangController, t } from '../../../shared/web/lang.ts'
import { baseStyles } from '../../../shared/web/ui/base-styles.ts'
import { emit } from '../../../shared/web/ui/emit.ts'
import '../../../shared/web/ui/ui-button.ts'
import { ask } from '../../parts/ask.ts'
import { sentenceOf } from '../../parts/sentence.ts'

/** What was chosen, told by `look`. */
export interface Look {
  readonly accent?: string
  readonly logo?: string
}

const MOST_BYTES = 32 * 1024
const USUAL = '#09524a'
const COLOR = /^#[0-9a-f]{6}$/

/** The logo and the colour of an office: chosen here, saved by whoever shows it. */
@customElement('office-look')
export class OfficeLook extends LitElement {
  static override styles = [
    baseStyles,
    css`
      :host {
        display: grid;
        gap: 0.9rem;
        margin-top: 0.6rem;
      }
      .row {
        display: flex;
        flex-wrap: wrap;
        gap: 0.6rem 0.9rem;
        align-items: center;
      }
      b {
        display: block;
        font-size: 0.8rem;
        font-weight: 650;
        color: var(--soft);
      }
      img {
        width: auto;
        height: 3rem;
        max-width: 9rem;
        padding: 0.2rem;
        border: 1px solid var(--line);
        border-radius: var(--r-s);
        background: #fffdf8;
        object-fit: contain;
      }
      input[type='color'] {
        width: 3.4rem;
        height: max(2.4rem, var(--target));
        padding: 0.15rem;
        border: 1.5px solid var(--edge);
        border-radius: var(--r-m);
        background: var(--surface);
      }
      /* As small as a point, so that its own words stand over no edge. */
      .file {
        position: absolute;
        overflow: hidden;
        width: 1px;
        height: 1px;
        opacity: 0;
        pointer-events: none;
      }
      .pick {
        position: relative;
        display: inline-flex;
        align-items: center;
        min-height: max(2.4rem, var(--target));
        padding: 0 0.9rem;
        border: 1.5px solid var(--edge);
        border-radius: var(--r-m);
        background: var(--surface);
        font-weight: 650;
        cursor: pointer;
      }
      .pick:focus-within {
        outline: var(--focus-width) solid var(--focus);
        outline-offset: 2px;
      }
      .try {
        padding: 0.3rem 0.7rem;
        border-radius: var(--r-s);
        font-size: 0.85rem;
        font-weight: 650;
      }
      .note {
        font-size: 0.8rem;
        line-height: 1.35;
        color: var(--soft);
      }
      .wrong {
        font-size: 0.85rem;
        font-weight: 600;
        color: var(--danger);
      }
    `,
  ]

  @property() office = ''
  @property() accent = ''
  @property() logo = ''
  @state() private failure = ''
  readonly #act = actOf(() => this.requestUpdate())

  constructor() {
    super()
    new LangController(this)
  }

  protected override render() {
    const known = COLOR.test(this.accent)
    return html`<div>
        <b>${t(words.color)}</b>
        <div class="row">
          <input
            type="color"
            aria-label=${t(words.color)}
            .value=${known ? this.accent : USUAL}
            @change=${(e: Event) => this.#chose({ accent: (e.target as HTMLInputElement).value.toLowerCase() })}
          />
          ${known ? this.#tried() : nothing}
        </div>
        <p class="note" role="status">${known ? this.#said() : ''}</p>
      </div>
      <div>
        <b>${t(words.logo)}</b>
        <div class="row">
          ${this.logo === '' ? nothing : html`<img src="/logo/${this.logo}.png" alt=${t(words['logo.shown'])} />`}
          <label class="pick"
            >${t(words['logo.choose'])}<input class="file" type="file" accept="image/png" @change=${this.#onFile}
          /></label>
          ${
            this.logo === ''
              ? nothing
              : html`<ui-button variant="plain" size="s" @click=${() => this.#chose({ logo: '' })}
                  >${t(words['logo.remove'])}</ui-button
                >`
          }
        </div>
        <p class="wrong" role="alert">${this.failure}</p>
        <p class="note">${t(words['logo.why'])}</p>
      </div>`
  }

  /** As buttons will look, in both themes. */
  #tried() {
    const { light, dark } = accentOf(this.accent)
    const one = (ground: string, ink: string, word: string) =>
      html`<span class="try" .style=${`background:${ground};color:${ink}`}>${word}</span>`
    return html`${one(light.accent, '#fffdf8', t(words['color.light']))}
      ${one(dark.accent, '#04231e', t(words['color.dark']))}
      <ui-button variant="plain" size="s" @click=${() => this.#chose({ accent: '' })}
        >${t(words['color.usual'])}</ui-button
      >`
  }

  #said(): string {
    const { why, light } = accentOf(this.accent)
    return why === null ? t(words['color.good']) : t(words[`color.${why}`], { color: light.accent })
  }

  readonly #onFile = async (event: Event): Promise<void> => {
    const input = event.target as HTMLInputElement
    const file = input.files?.[0]
    // The same file again is a choice again.
    input.value = ''
    if (!file) return
    this.failure = ''
    if (file.size > MOST_BYTES) return void (this.failure = t(words['logo.large']))
    const content = btoa(String.fromCharCode(...new Uint8Array(await file.arrayBuffer())))
    const params = { office: this.office }
    const kept = await this.#act.run({ content }, key =>
      ask('POST /api/offices/:office/logo', { params, body: { content } }, key),
    )
    if (kept) this.#chose({ logo: kept.logo })
    else if (this.#act.error) this.failure = sentenceOf(this.#act.error)
  }

  #chose(look: Look): void {
    this.failure = ''
    emit(this, 'look', look)
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'office-look': OfficeLook
  }
}
