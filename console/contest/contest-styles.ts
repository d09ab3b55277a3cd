import { css } from 'lit'

/** What the pages of an objection share. */
export const contestStyles = css`
  .two {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(21rem, 100%), 1fr));
    gap: 0.9rem;
    align-items: start;
  }
  .stack {
    display: grid;
    gap: 0.9rem;
    min-width: 0;
  }
  .soft {
    color: var(--soft);
  }
  .steps {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(13rem, 100%), 1fr));
    gap: 0.4rem;
    margin: 0.6rem 0 0.9rem;
    padding: 0;
    list-style: none;
    font-size: 0.85rem;
  }
  .steps li {
    padding: 0.4rem 0.6rem;
    border-inline-start: 3px solid var(--line);
  }
  .steps [aria-current] {
    border-inline-start-color: var(--deep);
    background: var(--sunk);
    font-weight: 700;
  }
  form,
  .form {
    display: grid;
    gap: 0.7rem;
  }
  fieldset {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(13rem, 100%), 1fr));
    gap: 0.2rem 0.8rem;
    margin: 0;
    padding: 0;
    border: 0;
    min-width: 0;
  }
  legend {
    padding: 0 0 0.2rem;
    font-size: 0.8rem;
    font-weight: 650;
    color: var(--soft);
  }
  fieldset label {
    display: flex;
    gap: 0.5rem;
    align-items: center;
    min-height: var(--target);
  }
  fieldset input {
    min-height: 0;
  }
  .days {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(10rem, 100%), 1fr));
    gap: 0.6rem;
  }
  .field :is(input, textarea, select) {
    width: 100%;
  }
  .big {
    font-size: 2rem;
    font-weight: 750;
    margin-inline-end: 0.4rem;
  }
  .voices p {
    margin: 0.3rem 0 0;
    white-space: pre-line;
    overflow-wrap: anywhere;
  }
  ul.plain {
    margin: 0.3rem 0 0;
    padding-inline-start: 1.1rem;
    list-style: disc;
  }
`
