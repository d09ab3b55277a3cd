import { css } from 'lit'

/** The bar of buttons at the foot of a page: back on the left, on in the wider place. */
export const actStyles = css`
  .act {
    display: grid;
    grid-template-columns: 1fr 1.6fr;
    gap: var(--s3);
    padding: var(--s4) var(--s6) var(--s6);
  }
  .act ui-button {
    --button-height: 5.5rem;
    --button-radius: var(--r-l);
    font-size: 1.5rem;
  }
  @media (orientation: landscape) {
    .act {
      padding: var(--s3) var(--s6) var(--s4);
    }
    .act ui-button {
      --button-height: 4.4rem;
      font-size: var(--t-lg);
    }
  }
`
