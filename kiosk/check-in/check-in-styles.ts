import { css } from 'lit'

export const checkInStyles = css`
  :host {
    display: grid;
    grid-template-rows: 1fr auto;
    min-height: 0;
  }
  .body {
    display: grid;
    grid-template-rows: auto auto 1fr;
    gap: var(--s5);
    min-height: 0;
    padding: var(--s3) var(--s6) 0;
  }
  h1:focus-visible {
    outline: 0;
  }
  h1 {
    font-size: 2.35rem;
  }
  .head p {
    margin-top: var(--s2);
    font-size: var(--t-lg);
    color: var(--soft);
  }
  section {
    padding: var(--s5);
    border: var(--stroke) solid var(--line);
    border-radius: var(--r-l);
    background: var(--surface);
  }
  h2 {
    font-size: 1.8rem;
  }
  section p {
    margin-top: var(--s2);
    font-size: var(--t-lg);
    color: var(--soft);
  }
  .scan {
    display: grid;
    grid-template-columns: auto 1fr;
    align-items: center;
    gap: var(--s5);
    border: var(--stroke-strong) solid var(--accent);
  }
  .scan svg {
    width: 8rem;
    height: 8rem;
    stroke-width: 1.3;
    color: var(--accent);
  }
  .number {
    display: grid;
    grid-template-rows: auto 1fr 2fr;
    gap: var(--s4);
    min-height: 0;
  }
  .number.proof {
    grid-template-rows: auto 1fr;
  }
  .number header {
    display: grid;
    grid-template-columns: 1fr auto;
    align-items: center;
    gap: var(--s4);
  }
  output {
    display: grid;
    place-items: center;
    min-width: 5.2em;
    min-height: 1.5em;
    padding: 0 0.25em;
    border: var(--stroke-strong) solid var(--edge);
    border-radius: var(--r-m);
    background: var(--paper);
    font-size: 3rem;
    font-weight: 800;
    line-height: 1.2;
  }
  .keys {
    display: grid;
    grid-auto-rows: minmax(72px, 1fr);
    gap: var(--s2);
    min-height: 0;
  }
  .series {
    grid-template-columns: repeat(6, minmax(72px, 1fr));
  }
  .digits {
    grid-template-columns: repeat(3, minmax(72px, 1fr));
  }
  .digits .nought {
    grid-column: 2;
  }
  .keys ui-button {
    --button-height: 72px;
    --button-pad: 0;
    font-size: 1.8rem;
  }
  .digits ui-button {
    font-size: 2.4rem;
  }
  .digits .erase {
    font-size: var(--t-lg);
  }
  ui-banner {
    font-size: var(--t-lg);
    font-weight: 650;
  }
  @media (orientation: landscape) {
    .body {
      grid-template: auto minmax(0, 1fr) auto / 1fr 1.35fr;
      gap: var(--s3) var(--s4);
      padding-top: 0;
    }
    .number {
      grid-area: 1 / 2 / 4 / 3;
      grid-template-rows: auto 1fr 1fr;
      gap: var(--s2);
    }
    .number.proof {
      grid-template-rows: auto 1fr;
    }
    .scan {
      grid-template-columns: 1fr;
      align-content: center;
      justify-items: start;
      gap: var(--s3);
    }
    .scan svg {
      width: 5rem;
      height: 5rem;
    }
    section {
      padding: var(--s3) var(--s4);
    }
    h1 {
      font-size: 1.85rem;
    }
    h2 {
      font-size: var(--t-lg);
    }
    .head p,
    section p {
      margin-top: var(--s1);
      font-size: var(--t-md);
    }
    output {
      font-size: 2.4rem;
    }
    .keys ui-button {
      font-size: 1.4rem;
    }
    .digits {
      grid-template-columns: repeat(6, minmax(72px, 1fr));
    }
    .digits .nought {
      grid-column: auto;
    }
    .digits ui-button {
      font-size: 1.8rem;
    }
    .digits .erase {
      grid-column: span 2;
      font-size: var(--t-md);
    }
    ui-banner {
      --banner-pad: 0.4em 1em;
      font-size: var(--t-md);
    }
  }
`
