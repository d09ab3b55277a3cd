import { css } from 'lit'

/** Fields of the console's forms and filters. */
export const fieldStyles = css`
  /* A long choice makes no field wider than its place. */
  .field {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0.25rem;
    min-width: 0;
  }
  /* The ring stays off the label above. */
  .field :focus-visible {
    outline-offset: 0;
  }
  .field > span {
    font-size: 0.8rem;
    font-weight: 650;
    color: var(--soft);
  }
  input,
  select,
  textarea {
    min-height: max(2.4rem, var(--target));
    padding: 0.2rem 0.6rem;
    border: 1.5px solid var(--edge);
    border-radius: var(--r-m);
    background: var(--surface);
    color: var(--ink);
    max-width: 100%;
  }
  textarea {
    padding: 0.5rem 0.6rem;
    line-height: 1.4;
    resize: vertical;
  }
  input[aria-invalid='true'],
  textarea[aria-invalid='true'] {
    border-color: var(--danger);
    box-shadow: 0 0 0 1px var(--danger);
  }
  .wrong {
    font-size: 0.85rem;
    font-weight: 600;
    color: var(--danger);
  }
`

/** Panes below each other, and fields side by side; on a narrow screen each has a line of its own. */
export const gridStyles = css`
  .head {
    display: flex;
    flex-wrap: wrap;
    gap: 0.6rem 1rem;
    align-items: end;
    justify-content: space-between;
  }
  .stack {
    display: grid;
    gap: 0.85rem;
    min-width: 0;
  }
  .pair,
  .three {
    display: grid;
    grid-template-columns: repeat(2, minmax(0, 1fr));
    gap: 0.8rem;
    align-items: end;
  }
  .three {
    grid-template-columns: repeat(3, minmax(0, 1fr));
  }
  .top {
    align-items: start;
  }
  .field input,
  .field select,
  .field textarea {
    width: 100%;
  }
  .field + .note,
  div > .note {
    margin-top: 0.15rem;
  }
  legend {
    padding: 0 0.4rem;
    font-weight: 700;
  }
  @media (max-width: 60rem) {
    .pair,
    .three {
      grid-template-columns: minmax(0, 1fr);
    }
  }
`

/** Fields that belong together in a frame with their name, and what opens more of them. */
export const groupStyles = css`
  fieldset {
    display: grid;
    gap: 0.5rem;
    min-width: 0;
    margin: 0;
    padding: 0.6rem 0.8rem;
    border: 1px solid var(--line);
    border-radius: var(--r-m);
  }
  legend {
    padding: 0 0.3rem;
    font-weight: 650;
  }
  summary {
    min-height: var(--target);
    padding: 0.4rem 0;
    font-weight: 650;
    color: var(--accent);
    cursor: pointer;
  }
`
