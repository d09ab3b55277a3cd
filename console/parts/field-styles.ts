import { css } from 'lit'

/** Fields of the console's forms and filters. */
export const fieldStyles = css`
  .field {
    display: grid;
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
