import { css } from 'lit'

/** The frame of the set-up in the console: steps at the side, work, and the way on below. */
export const wizardStyles = css`
  :host {
    display: grid;
    grid-template-columns: 13.5rem minmax(0, 1fr);
    grid-template-rows: 1fr auto;
    gap: 0.85rem 1.25rem;
    min-height: calc(100dvh - 4.5rem);
    margin-bottom: -1rem;
    font-size: 0.9375rem;
  }
  ol {
    display: grid;
    gap: 0.15rem;
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .stop {
    display: grid;
    grid-template-columns: auto 1fr auto;
    gap: 0.6rem;
    align-items: center;
    width: 100%;
    min-height: max(2.4rem, var(--target));
    padding: 0 0.7rem;
    border: 0;
    border-radius: var(--r-m);
    background: none;
    color: var(--soft);
    font-size: 0.875rem;
    font-weight: 600;
    text-align: start;
  }
  .stop[aria-current] {
    background: var(--accent-soft);
    color: var(--deep);
    font-weight: 700;
  }
  .n {
    display: grid;
    place-items: center;
    width: 1.7rem;
    height: 1.7rem;
    border: 1.5px solid var(--edge);
    border-radius: 50%;
    font-size: 0.8rem;
    font-weight: 750;
  }
  .n svg {
    width: 1rem;
    height: 1rem;
  }
  .done .n {
    border-color: var(--accent);
    background: var(--accent);
    color: var(--on-accent);
  }
  [aria-current] .n {
    border-color: var(--accent);
    background: var(--surface);
    color: inherit;
  }
  .of {
    display: none;
    font-weight: 500;
  }
  .note {
    margin: 0.85rem 0.7rem 0;
    font-size: 0.8rem;
    line-height: 1.35;
    color: var(--soft);
  }
  .state.unsaved {
    font-weight: 650;
    color: var(--danger);
  }
  .work {
    display: grid;
    gap: 0.85rem;
    align-content: start;
    min-width: 0;
  }
  .lead {
    color: var(--soft);
  }
  .lead a {
    color: var(--accent);
  }
  footer {
    position: sticky;
    z-index: 2;
    /* Over the padding of the page, so that nothing shows beneath it. */
    bottom: -1rem;
    grid-column: 1 / -1;
    display: flex;
    flex-wrap: wrap;
    gap: 0.6rem;
    align-items: center;
    margin: 0 -1.25rem;
    padding: 0.7rem 1.25rem;
    border-top: 1px solid var(--line);
    background: var(--surface);
  }
  footer p {
    flex: 1;
    font-size: 0.875rem;
    color: var(--soft);
  }
  /* Where the window scrolls, not the page within it, the foot ends at the edge of the window. */
  @media (max-width: 72rem), (max-height: 38rem) {
    footer {
      bottom: 0;
    }
  }
  /* Below the two rows of a phone's bar. */
  @media (max-width: 30rem) {
    :host {
      min-height: calc(100dvh - 5.9rem);
    }
  }
  @media (max-width: 48rem) {
    :host {
      display: flex;
      flex-direction: column;
    }
    li:not(:has([aria-current])),
    nav .note:not(.state) {
      display: none;
    }
    .of {
      display: block;
    }
    .work {
      flex: 1;
    }
    footer ui-button {
      flex: 1;
    }
    footer p {
      flex-basis: 100%;
    }
  }
`
