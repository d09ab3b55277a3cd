import { css } from 'lit'

/** What the pages of a hall share: tiles, heads of parts, feet. */
export const hallStyles = css`
  :host {
    display: flex;
    flex-direction: column;
    min-height: 0;
    padding: 0 var(--s6) var(--s5);
  }
  h1:focus-visible {
    outline: 0;
  }
  h1 {
    font-size: 2.1rem;
    letter-spacing: -0.025em;
  }
  .ask {
    margin-bottom: var(--s3);
  }
  .ask p {
    margin-top: var(--s1);
    color: var(--soft);
    font-size: 1.1rem;
  }
  h2 {
    display: flex;
    align-items: baseline;
    justify-content: space-between;
    margin: 0.8rem 0 0.45rem;
    font-size: 1.1rem;
  }
  h2 span {
    color: var(--soft);
    font-size: 0.9rem;
    font-weight: 600;
  }
  button {
    border: var(--stroke-strong) solid var(--line);
    border-radius: var(--r-m);
    background: var(--surface);
    color: var(--ink);
    text-align: start;
    line-height: 1.15;
    overflow-wrap: anywhere;
    touch-action: manipulation;
  }
  button:active {
    background: var(--accent-soft);
    border-color: var(--accent);
  }
  button small {
    display: block;
    color: var(--soft);
    font-weight: 500;
  }
  .shut,
  button:disabled {
    border-style: dashed;
    border-color: var(--edge);
    background: var(--sunk);
    color: var(--ink);
    box-shadow: none;
  }
  button:disabled {
    cursor: not-allowed;
  }
  .feet {
    display: grid;
    grid-template-columns: 1.3fr 1fr 1.15fr;
    gap: var(--s3);
    margin-top: var(--s3);
  }
  .feet ui-button {
    --button-height: 4.2rem;
    --button-radius: var(--r-l);
    --button-pad: 0 var(--s3);
    font-size: var(--t-md);
  }
  .feet svg {
    width: 2rem;
    height: 2rem;
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
    color: var(--soft);
    font-size: var(--t-xs);
    text-align: center;
  }
  .one {
    display: grid;
    grid-template-columns: 1fr 1.9fr;
    gap: var(--s3);
    margin-top: var(--s4);
  }
  .one.three {
    grid-template-columns: 1fr 1.4fr 1.4fr;
  }
  .one ui-button {
    --button-height: 5rem;
    --button-radius: var(--r-l);
    font-size: var(--t-lg);
  }
  @media (orientation: landscape) {
    :host {
      padding: 0 var(--s5) var(--s4);
    }
    .ask {
      margin-bottom: var(--s2);
    }
    h1 {
      font-size: 1.7rem;
    }
    h2 {
      margin: 0.5rem 0 0.3rem;
    }
    .one {
      margin-top: var(--s3);
    }
    .one ui-button {
      --button-height: 72px;
    }
  }
`
