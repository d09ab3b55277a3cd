import { css } from 'lit'

/** A sheet lies over a pane of the desk, in its grid; the button that ends it lies over the large one. */
export const sheetStyles = css`
  :host {
    z-index: 1;
    display: grid;
    grid-area: 2 / 1 / 3 / -1;
    grid-template-columns: subgrid;
    grid-template-rows: minmax(0, 1fr);
    min-height: 0;
    pointer-events: none;
  }
  .sheet,
  .go {
    pointer-events: auto;
  }
  .sheet {
    display: grid;
    gap: 0.6rem;
    align-content: start;
    min-height: 0;
    padding: 0.85rem 1.2rem;
    border: 1px solid var(--line);
    border-radius: var(--r-l);
    background: var(--surface);
    overflow: auto;
  }
  header {
    display: flex;
    justify-content: space-between;
    align-items: baseline;
    gap: 1rem;
  }
  h2 {
    font-size: 1.05rem;
  }
  h3,
  label {
    font-size: 0.875rem;
    font-weight: 650;
  }
  label {
    display: grid;
    gap: 0.25rem;
  }
  input {
    width: 100%;
    min-height: 2.6rem;
    padding: 0.4rem 0.75rem;
    border: 1.5px solid var(--edge);
    border-radius: var(--r-m);
    background: var(--surface);
    font-weight: 450;
  }
  small,
  .keep {
    color: var(--soft);
    font-size: 0.8125rem;
    font-weight: 450;
    line-height: 1.35;
  }
  .option {
    position: relative;
    display: grid;
    gap: 0.1rem;
    align-content: center;
    min-height: 2.9rem;
    padding: 0.5rem 0.8rem;
    border: 1.5px solid var(--edge);
    border-radius: var(--r-m);
    background: var(--surface);
    text-align: start;
    line-height: 1.25;
  }
  .option[aria-checked='true'] {
    border-color: var(--accent);
    background: var(--accent-soft);
    box-shadow: inset 0 0 0 1px var(--accent);
  }
  @media (forced-colors: active) {
    .option[aria-checked='true'] {
      outline: 3px solid Highlight;
      outline-offset: -3px;
    }
  }
  .option ui-key {
    position: absolute;
    top: 0.4rem;
    right: 0.4rem;
    font-size: 0.72rem;
  }
  .option b {
    padding-right: 1.6rem;
  }
  .kinds {
    display: grid;
    grid-template-columns: repeat(4, minmax(0, 1fr));
    gap: 0.5rem;
  }
  .two {
    display: grid;
    grid-template-columns: repeat(2, minmax(0, 1fr));
    gap: 0.4rem 0.5rem;
  }
  .go {
    align-self: end;
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: 0.5rem;
    grid-area: 1 / 1;
    margin: 0 1.4rem 1.2rem;
    font-size: 1.7rem;
    letter-spacing: -0.02em;
  }
  .go ui-button {
    --button-height: 5.6rem;
    --button-pad: 0 1.4rem;
    --button-radius: var(--r-l);
    --button-gap: 1.1rem;
  }
  .go small {
    display: block;
    margin-top: 0.15rem;
    font-size: 0.95rem;
    font-weight: 550;
    letter-spacing: 0;
    color: inherit;
  }
  .go ui-key {
    font-size: 1rem;
    letter-spacing: 0;
  }
  .go .only {
    font-size: 0.95rem;
    letter-spacing: 0;
  }
  .bad,
  .nobody small {
    color: var(--danger);
    font-weight: 650;
  }
  /* Where the page scrolls the sheet takes the whole screen, with its large button at the foot. */
  @media (max-width: 72rem), (max-height: 38rem) {
    :host {
      position: fixed;
      inset: 0;
      z-index: 3;
      grid-template: minmax(0, 1fr) auto / minmax(0, 1fr);
      background: var(--surface);
      pointer-events: auto;
    }
    .sheet {
      grid-area: 1 / 1;
      padding-bottom: 1rem;
      border: 0;
      border-radius: 0;
    }
    .go {
      grid-area: 2 / 1;
      margin-block: 0.6rem;
    }
  }
  @media (max-width: 48rem) {
    .kinds {
      grid-template-columns: repeat(2, minmax(0, 1fr));
    }
  }
  @media (max-width: 30rem) {
    .two {
      grid-template-columns: minmax(0, 1fr);
    }
    .go {
      margin: 0 0.8rem 0.8rem;
      font-size: 1.2rem;
    }
    .go .end {
      display: none;
    }
    .go ui-button {
      --button-height: 4.4rem;
      --button-pad: 0 0.7rem;
      --button-gap: 0.5rem;
    }
  }
`

/** The sheet that asks where a number goes. */
export const transferStyles = css`
  .sheet {
    grid-area: 1 / 2;
    grid-template-rows: auto auto minmax(6rem, 1fr) auto auto auto;
  }
  .targets {
    display: flex;
    flex-direction: column;
    gap: 0.35rem;
    min-height: 0;
    overflow: auto;
    padding: 2px;
  }
  .targets .option {
    grid-template-columns: auto 1fr auto;
    flex: none;
    gap: 0.1rem 0.7rem;
    align-items: center;
  }
  .targets small {
    text-align: end;
  }
  .targets .nobody {
    border-style: dashed;
    background: var(--sunk);
  }
  .letter {
    min-width: 1.6em;
    border-radius: 0.3em;
    text-align: center;
    font-weight: 800;
    background: var(--accent-soft);
    color: var(--deep);
  }
  [aria-checked='true'] .letter {
    background: var(--accent);
    color: var(--on-accent);
  }
  .chips {
    display: flex;
    flex-wrap: wrap;
    gap: 0.4rem;
  }
  .chips .option {
    min-height: 2.4rem;
    padding: 0.3rem 0.9rem;
    border-radius: var(--r-pill);
  }
  @media (max-width: 72rem), (max-height: 38rem) {
    .sheet {
      grid-area: 1 / 1;
    }
  }
`
