/** When the places of a service are given out: at once, in waves, or by a draw among all who ask within a window. */
export type Release =
  | { readonly kind: 'open' }
  | { readonly kind: 'waves'; readonly waves: readonly Wave[] }
  | {
      readonly kind: 'draw'
      /** Days before the service day on which the window opens and closes, both at the office's release time. */
      readonly opensDaysAhead: number
      readonly closesDaysAhead: number
    }

/** A share of the places that is released so many days ahead; the shares of a service total 1. */
export interface Wave {
  readonly daysAhead: number
  readonly share: number
}
