import { css } from 'lit'

/** What the forms of the front desk share. */
export const frontStyles = css`
  :host {
    display: block;
  }
  form,
  .stack {
    display: grid;
    gap: 0.85rem;
    align-content: start;
  }
  form + .stack:not(:empty) {
    margin-top: 0.85rem;
  }
  .who {
    display: grid;
    grid-template-columns: 1.2fr 1.2fr 0.8fr;
    gap: 0.8rem;
    align-items: start;
  }
  .field i {
    font-style: normal;
    font-weight: 450;
  }
  .field input,
  .field select,
  .field textarea {
    width: 100%;
  }
  input::placeholder,
  textarea::placeholder {
    color: var(--soft);
    opacity: 1;
  }
  .hint {
    display: flex;
    gap: 0.3rem;
    align-items: center;
    margin-top: 0.3rem;
    font-size: 0.75rem;
    color: var(--soft);
  }
  .hint ui-key {
    font-size: 0.65rem;
  }
  select:disabled {
    border-style: dashed;
    background: var(--sunk);
    color: var(--soft);
    opacity: 1;
  }
  ui-choice {
    min-height: 2.6rem;
    padding: 0.35em 0.8em;
  }
  /* In sight with its reason, however long the form is. */
  .go {
    position: sticky;
    bottom: -0.5rem;
    z-index: 1;
    --button-height: 4rem;
  }
  .go small {
    margin-top: 0.1rem;
    font-size: 0.9rem;
    font-weight: 550;
  }
  ui-banner {
    --banner-pad: 0.5rem 0.9rem;
  }
  .result {
    display: grid;
    grid-template-columns: auto 1fr;
    gap: 0.3rem 1.2rem;
    align-items: center;
    padding: 0.9rem 1.1rem;
    border-inline-start: 0.4rem solid var(--accent);
    border-radius: var(--r-m);
    background: var(--accent-soft);
  }
  .result ui-number {
    font-size: 3rem;
    line-height: 1.05;
  }
  .result b {
    font-size: 1.1rem;
  }
`
