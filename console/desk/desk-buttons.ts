import { LitElement, css, html } from 'lit'
import { customElement, property, query, state } from 'lit/decorators.js'
import { SECOND } from '../../shared/kit/time.ts'
import { deskText } from '../../shared/text/desk.ts'
import { LangController, t } from '../../shared/web/lang.ts'
import { baseStyles } from '../../shared/web/ui/base-styles.ts'
import { emit } from '../../shared/web/ui/emit.ts'
import { icon, type IconName } from '../../shared/web/ui/icons.ts'
import '../../shared/web/ui/ui-button.ts'
import type { UiButton } from '../../shared/web/ui/ui-button.ts'
import '../../shared/web/ui/ui-key.ts'
import { actsIn, DESK_ACTS, may, type DeskAct } from './desk-acts.ts'
import { primaryAct, stopwatch, type DeskState, type PrimaryAct } from './desk.ts'

const ROW = actsIn('row')
const LARGE: Readonly<Record<PrimaryAct, IconName>> = {
  callNext: 'bell',
  start: 'play',
  finish: 'check',
  open: 'arrow',
}

/** How long the large button does not hear after it came to mean something else: longer than between two presses of one hand. */
const REST_MS = 700

/** One large button that always means the next right thing, and a letter key for everything else. Raises `act`. */
@customElement('desk-buttons')
export class DeskButtons extends LitElement {
  static override styles = [
    baseStyles,
    css`
      :host {
        display: grid;
        gap: 0.8rem;
      }
      .acts {
        display: grid;
        grid-template-columns: repeat(${ROW.length}, minmax(0, 1fr));
        gap: 0.5rem;
      }
      @media (max-width: 48rem) {
        .acts {
          grid-template-columns: repeat(4, minmax(0, 1fr));
        }
      }
      .acts ui-button {
        font-size: 0.9rem;
        --button-height: 4.3rem;
        --button-pad: 0.3rem 0.2rem;
      }
      .acts svg {
        width: 1.4rem;
        height: 1.4rem;
      }
      .acts ui-key {
        font-size: 0.72rem;
        border-width: 1px;
        border-bottom-width: 2px;
      }
      .primary {
        font-size: 1.7rem;
        letter-spacing: -0.02em;
        --button-height: 5.6rem;
        --button-pad: 0 1.4rem;
        --button-radius: var(--r-l);
        --button-gap: 1.1rem;
      }
      /* Paler, not fainter: its words stay as readable as they were. */
      .primary[resting] {
        filter: saturate(0.6);
      }
      .primary svg {
        width: 2rem;
        height: 2rem;
      }
      .primary small {
        display: block;
        margin-top: 0.15rem;
        font-size: 0.95rem;
        font-weight: 550;
        letter-spacing: 0;
      }
      .primary ui-key {
        font-size: 1rem;
        letter-spacing: 0;
      }
      /* On a phone the large button stays in sight at the foot, whatever has been scrolled. */
      @media (max-width: 30rem) {
        :host {
          display: contents;
        }
        .acts {
          order: 1;
        }
        .acts ui-button {
          font-size: 0.8125rem;
          --button-height: 3.6rem;
        }
        .primary {
          position: sticky;
          bottom: 0.5rem;
          z-index: 1;
          --button-height: 4.4rem;
          font-size: 1.25rem;
          --button-pad: 0 0.6rem;
          --button-gap: 0.5rem;
        }
      }
    `,
  ]

  @property() state: DeskState = 'ready'
  @property({ type: Number }) waiting = 0
  @property() current = ''
  @property() next = ''
  @property() counterName = ''
  /** Where the visit goes on by itself after this; empty where it ends. */
  @property() goesOn = ''
  @property() busy = ''
  @property({ type: Boolean }) offline = false
  /** For how long an act rests still. */
  @property({ attribute: false }) rest: (act: DeskAct) => number = () => 0
  /** The large button has just come to mean something else; what is pressed now was meant for what it was. */
  @state() resting = false
  @query('.primary') private large!: UiButton
  #meant: string | undefined
  #rest: ReturnType<typeof setTimeout> | undefined

  constructor() {
    super()
    new LangController(this)
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    clearTimeout(this.#rest)
    this.resting = false
  }

  protected override willUpdate(): void {
    const act = primaryAct(this.state, this.waiting)
    const before = this.#meant
    this.#meant = act && `${act} ${this.current}`
    // Where it meant nothing before, nothing else can have been meant.
    if (before === undefined || before === this.#meant) return
    this.resting = true
    clearTimeout(this.#rest)
    this.#rest = setTimeout(() => (this.resting = false), REST_MS)
  }

  /** The large button, so that the desk knows a press on it. */
  get primary(): UiButton {
    return this.large
  }

  protected override render() {
    return html`<div class="acts" role="group" aria-label=${t(deskText['act.group'])}>
        ${ROW.map(act => this.#small(act))}
      </div>
      ${this.#primary()}`
  }

  #small(act: DeskAct) {
    const { key = '', button, words } = DESK_ACTS[act]
    const rest = this.rest(act)
    // Whole seconds that end when it may be pressed.
    const still = rest > 0 && rest < Infinity ? ` ${stopwatch(Math.ceil(rest / SECOND) * SECOND)}` : ''
    return html`<ui-button
      layout="stack"
      shortcut=${key}
      ?disabled=${this.offline || !may(act, this.state) || rest > 0}
      ?busy=${this.busy === act}
      @click=${() => emit(this, 'act', act)}
      >${icon(button as IconName)}<span>${t(deskText[words])}${still}</span><ui-key>${key}</ui-key></ui-button
    >`
  }

  #primary() {
    const act = primaryAct(this.state, this.waiting)
    const [words, note] = this.#words()
    return html`<ui-button
      class="primary"
      variant="primary"
      layout="start"
      shortcut="Space"
      ?disabled=${this.offline || !act}
      ?busy=${act !== undefined && this.busy === act}
      ?resting=${this.resting}
      @click=${() => this.resting || emit(this, 'act', act)}
      >${icon(act ? LARGE[act] : 'bell')}<span
        >${words}<small>${this.offline ? t(deskText['act.offline.note']) : note}</small></span
      ><ui-key class="end">${t(deskText['key.space'])}</ui-key></ui-button
    >`
  }

  #words(): readonly [string, string] {
    const { current: number, next, counterName: counter, waiting: n } = this
    const pair = (key: 'callNext' | 'finishCall' | 'present' | 'finish' | 'none' | 'open') =>
      [t(deskText[`act.${key}`]), t(deskText[`act.${key}.note`], { number, next, counter, n })] as const
    if (this.state === 'break') return pair('open')
    if (this.state === 'called') return pair('present')
    if (this.state === 'serving') {
      const [done, note] = pair(n > 0 ? 'finishCall' : 'finish')
      const on = n > 0 ? 'act.goesOnCall' : 'act.goesOn'
      return [done, this.goesOn ? t(deskText[on], { number, next, then: this.goesOn }) : note]
    }
    return n > 0
      ? [t(deskText['act.callNext']), t(deskText['act.callNext.note'], { number: next, counter })]
      : pair('none')
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'desk-buttons': DeskButtons
  }
}
