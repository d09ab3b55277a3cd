import { css } from 'lit'

/** What the list of bookings adds to the lists of the desk. */
export const listStyles = css`
  .hall {
    margin-bottom: 0.6rem;
    padding: 0.6rem 0.8rem;
    border-radius: var(--r-m);
    background: var(--accent-soft);
  }
  .hall h3 {
    font-size: 0.8rem;
    color: var(--soft);
  }
  .hall li {
    display: flex;
    gap: 1rem;
    align-items: center;
    padding: 0.3rem 0;
    font-size: 0.875rem;
    line-height: 1.35;
  }
  .hall ui-number {
    min-width: 5rem;
    font-size: 1.6rem;
  }
  .find {
    flex-basis: 14rem;
  }
  .find input {
    padding-right: 0.6rem;
  }
  .over td {
    color: var(--soft);
  }
  .cancelled ui-number {
    text-decoration: line-through;
    text-decoration-thickness: 0.1em;
  }
  td small {
    display: block;
    color: var(--soft);
  }
  .note {
    padding-top: 0.4rem;
    font-size: 0.85rem;
    font-weight: 600;
  }
  .reasons {
    display: grid;
    gap: var(--s2);
    margin-top: var(--s4);
  }
  ui-banner {
    --banner-pad: 0.4rem 0.8rem;
    margin-top: 0.4rem;
  }
`
