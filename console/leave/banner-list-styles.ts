import { css } from 'lit'
import { baseStyles } from '../../shared/web/ui/base-styles.ts'

/** Banners one below the other; the element takes no room unless it is `filled`, and `folded` shows the first, or none. */
export const bannerListStyles = [
  baseStyles,
  css`
    :host {
      display: grid;
      gap: 0.5rem;
    }
    :host(:not([filled])) {
      display: none;
    }
    :host([folded='none']) ui-banner,
    :host([folded='one']) ui-banner ~ ui-banner {
      display: none;
    }
  `,
]
