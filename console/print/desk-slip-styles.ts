import { css } from 'lit'
import { baseStyles } from '../../shared/web/ui/base-styles.ts'
import { slipStyles } from '../../shared/web/ui/slip-styles.ts'

/** The slips of the front desk: two times side by side, and the code below them. */
export const deskSlipStyles = [
  baseStyles,
  slipStyles,
  css`
    h1 {
      font-size: calc(6.2em * var(--fit, 1));
    }
    :host([paper='58']) h1 {
      font-size: calc(4.6em * var(--fit, 1));
    }
    dl {
      grid-template-columns: 1fr 1fr;
    }
    dd {
      font-size: 1.3em;
    }
    ui-qr {
      width: 30mm;
      margin: 0 auto;
    }
  `,
]
