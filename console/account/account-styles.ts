import { css } from 'lit'

/** What the forms of an account have in common. */
export const accountStyles = css`
  :host {
    display: block;
  }
  form {
    display: grid;
    gap: 0.2rem;
    margin-top: 1.2rem;
  }
  .field {
    display: grid;
    gap: 0.3rem;
    margin-top: 0.5rem;
  }
  .field > span {
    font-weight: 650;
  }
  input {
    width: 100%;
    min-height: 2.9rem;
    padding: 0 0.8rem;
    border: 1.5px solid var(--edge);
    border-radius: var(--r-m);
    background: var(--paper);
    color: var(--ink);
  }
  input.code {
    font-size: 1.3rem;
    font-weight: 700;
    letter-spacing: 0.12em;
    text-transform: uppercase;
  }
  ui-banner {
    margin-top: 0.8rem;
    --banner-pad: 0.6em 0.9em;
  }
  .go {
    margin-top: 0.9rem;
  }
  .wide {
    width: 100%;
    margin-top: 0.9rem;
  }
  .or {
    display: flex;
    gap: 0.8rem;
    align-items: center;
    margin-top: 1.1rem;
    color: var(--soft);
  }
  .or::before,
  .or::after {
    flex: 1;
    border-top: 1px solid var(--line);
    content: '';
  }
  .soft {
    margin-top: 0.3rem;
    color: var(--soft);
  }
  .others {
    display: flex;
    flex-wrap: wrap;
    gap: 0.2rem 0.6rem;
    margin: 0.8rem 0 0 -0.9em;
  }
`
