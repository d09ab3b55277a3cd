import { LitElement, css, html } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { MINUTE, type Instant } from '../shared/kit/time.ts'
import { fixedPeriod } from '../shared/survey/fixed-periods.ts'
import type { InHall } from '../shared/survey/publication/publication.ts'
import { displayText as text } from '../shared/text/display.ts'
import { periodName } from '../shared/text/period.ts'
import { numberText } from '../shared/text/text.ts'
import { LangController, lang, t } from '../shared/web/lang.ts'
import { baseStyles } from '../shared/web/ui/base-styles.ts'
import type { Board } from './board.ts'

/** How long nobody was called before the hall is quiet. */
export const QUIET_MS = MINUTE

/** Whether the hall is quiet enough to show something else than calls. */
export function isQuiet({ panel }: Pick<Board, 'panel'>, now: Instant): boolean {
  return panel.kind !== 'call' || now - panel.call.at >= QUIET_MS
}

/** The published IKM between calls: two lines, and where the rest is read. */
@customElement('display-ikm')
export class DisplayIkm extends LitElement {
  static override styles = [
    baseStyles,
    css`
      section {
        padding: var(--s3) var(--s4);
        border-radius: var(--r-m);
        background: var(--accent-soft);
      }
      p {
        font-size: var(--t-md);
        font-weight: 600;
        line-height: 1.25;
        overflow-wrap: anywhere;
      }
      p:first-child {
        font-size: var(--t-lg);
        font-weight: 750;
      }
    `,
  ]

  @property({ attribute: false }) published!: InHall
  /** Where everybody reads it, without its protocol. */
  @property() address = ''

  constructor() {
    super()
    new LangController(this)
  }

  protected override render() {
    const { period, ikm, mutu, n } = this.published
    const known = fixedPeriod(period)
    const name = known ? periodName(known, lang()) : period
    return html`<section aria-label=${t(text['ikm.region'])}>
      <p>${t(text['ikm.value'], { period: name, ikm: numberText(ikm, lang(), 2), mutu })}</p>
      <p>${t(text['ikm.people'], { n: numberText(n, lang()), address: this.address })}</p>
    </section>`
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'display-ikm': DisplayIkm
  }
}
