import { css } from 'lit'

/** The accessible mode on a lying screen: what is said stands beside what is touched; the screen is mounted low. */
export const lowLandscape = css`
  @media (orientation: landscape) {
    .screen {
      grid-template: 1fr / 25rem 1fr;
    }
    .screen.inner {
      grid-template-columns: 1fr 1fr;
    }
    .inner .who {
      font-size: var(--t-md);
    }
    .upper {
      gap: var(--s4);
      padding: var(--s5);
    }
    .who {
      font-size: 0.9rem;
    }
    .told {
      overflow: auto;
      display: grid;
      align-content: start;
      gap: var(--s3);
    }
    .told ui-qr {
      width: 9rem;
    }
    h1.number {
      font-size: 5.5rem;
    }
    .words p {
      font-size: 1.5rem;
    }
    .caption {
      padding: var(--s3) var(--s4);
      font-size: 1.3rem;
    }
    .pad {
      grid-template-rows: 1fr auto auto;
      align-content: stretch;
      gap: var(--s2);
      padding: var(--s4) var(--s5) var(--s4) 0;
    }
    .options,
    .keys,
    .tools {
      gap: var(--s2);
    }
    .option {
      min-height: 4.6rem;
      font-size: 1.5rem;
    }
    .keys ui-button,
    .tools ui-button {
      --button-height: 4.4rem;
    }
    .big .upper {
      gap: var(--s2);
      padding-block: var(--s4);
    }
    .big .who,
    .big.inner .who {
      font-size: 1.2rem;
    }
    .big .crest {
      width: 2.6rem;
    }
    .big ui-clock {
      --clock-size: var(--t-2xl);
    }
    .big .option {
      min-height: 5.4rem;
      font-size: 2.3rem;
    }
    .big.inner .option {
      min-height: 4.4rem;
      font-size: 2rem;
    }
    /* What does not fit at 200 % stands in the caption. */
    .big .option:disabled small span + span,
    .big.inner .option:has(.i) small {
      display: none;
    }
    .big.inner .option .name {
      line-height: 1.05;
    }
    .big h1:not(.number) {
      font-size: 2.6rem;
    }
    .big .caption {
      padding: var(--s2) var(--s3);
    }
    .big .caption svg {
      display: none;
    }
    .big .words .spare {
      display: none;
    }
    .big .keys ui-button,
    .big .tools ui-button {
      --button-height: 4.05rem;
    }
  }
`
