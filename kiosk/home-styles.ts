import { css } from 'lit'

export const homeStyles = css`
  :host {
    display: grid;
    grid-template: auto auto auto auto 1fr auto / 1fr;
    min-height: 0;
    padding: 0 var(--s6) var(--s5);
  }
  .ask {
    margin: var(--s3) 0 var(--s4);
  }
  h1:focus-visible {
    outline: 0;
  }
  h1 {
    font-size: 2.35rem;
    letter-spacing: -0.025em;
  }
  .ask p {
    margin-top: var(--s2);
    color: var(--soft);
    font-size: var(--t-lg);
  }
  kiosk-events {
    grid-row: 3;
  }
  .many {
    grid-row: 4;
    display: grid;
    grid-template-columns: 1fr auto auto;
    gap: var(--s3);
    margin-bottom: var(--s3);
  }
  .check-in {
    grid-row: 2;
    margin-bottom: var(--s3);
    --button-height: 5.4rem;
    --button-radius: var(--r-l);
    --button-pad: var(--s2) var(--s5);
    font-size: var(--t-xl);
  }
  .check-in > svg {
    width: 2.8rem;
    height: 2.8rem;
  }
  .check-in small {
    margin-top: 0.15em;
    font-size: var(--t-md);
  }
  .grid {
    grid-row: 5;
    display: grid;
    grid-template: repeat(6, minmax(72px, 1fr)) / 1fr 1fr;
    gap: var(--s3);
    min-height: 0;
  }
  .grid ui-state {
    grid-column: 1 / -1;
    font-size: var(--t-lg);
  }
  .feet {
    grid-row: 6;
    display: grid;
    grid-template-columns: 1.3fr 1fr 1.15fr;
    gap: var(--s3);
    margin-top: var(--s4);
  }
  .feet ui-button {
    --button-height: 5rem;
    --button-radius: var(--r-l);
    --button-pad: 0 var(--s3);
    font-size: var(--t-md);
  }
  .feet svg {
    width: 2.2rem;
    height: 2.2rem;
  }
  .feet small {
    margin-top: 0.2em;
    font-size: 0.92rem;
  }
  .low {
    --button-ground: var(--ink);
    --button-ink: var(--paper);
  }
  .note {
    grid-column: 1 / -1;
    text-align: center;
    font-size: var(--t-xs);
    color: var(--soft);
  }
  @media (orientation: landscape) {
    :host {
      grid-template: auto auto 1fr auto auto / 18rem 1fr;
      column-gap: var(--s5);
      padding: 0 var(--s5) var(--s4);
    }
    .ask {
      grid-area: 1 / 1 / 4 / 2;
      margin: 0;
    }
    h1 {
      font-size: 1.85rem;
    }
    h1 span {
      display: block;
    }
    .ask p {
      font-size: var(--t-md);
    }
    kiosk-events {
      grid-area: 1 / 2;
    }
    .many {
      grid-area: 2 / 2;
      margin-bottom: var(--s2);
    }
    .grid {
      grid-area: 3 / 2 / 6 / 3;
      grid-template: repeat(4, minmax(72px, 1fr)) / repeat(3, 1fr);
      gap: var(--s2);
    }
    .check-in {
      grid-area: 4 / 1;
      --button-pad: var(--s2) var(--s3);
      font-size: var(--t-lg);
    }
    .check-in > svg {
      width: 2.2rem;
      height: 2.2rem;
    }
    .check-in small {
      font-size: 0.92rem;
    }
    .feet {
      grid-area: 5 / 1;
      grid-template-columns: 1fr 1.2fr;
      align-content: end;
      margin: 0;
    }
    .feet ui-button {
      --button-height: 5rem;
      --button-pad: 0 var(--s2);
      font-size: var(--t-md);
    }
    .feet .low {
      grid-column: 1 / -1;
    }
    .feet :not(.low) > span > small {
      display: none;
    }
  }
`
