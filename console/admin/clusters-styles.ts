import { css } from 'lit'

export const clustersStyles = css`
  :host {
    display: grid;
    gap: 0.85rem;
    align-content: start;
  }
  :host > ui-state {
    max-width: 40rem;
  }
  .lead {
    max-width: 60rem;
    margin-top: 0.2rem;
  }
  ol {
    display: grid;
    gap: 0.85rem;
  }
  ol > li {
    display: grid;
    grid-template-columns: 11rem minmax(0, 1fr) auto;
    gap: 0.6rem 1.2rem;
    align-items: center;
  }
  dl {
    display: grid;
    grid-template-columns: 9rem 9rem minmax(0, 1fr);
    gap: 1rem;
  }
  dt {
    font-size: 0.8rem;
    font-weight: 600;
    color: var(--soft);
  }
  dd b {
    font-size: 1.4rem;
    font-weight: 800;
  }
  dd small {
    display: block;
    color: var(--soft);
  }
  details {
    grid-column: 1 / -1;
  }
  summary {
    display: inline-flex;
    gap: 0.4rem;
    align-items: center;
    padding: 0.2rem 0;
    list-style: none;
    font-weight: 650;
    color: var(--accent);
    cursor: pointer;
  }
  [open] summary svg {
    rotate: 90deg;
  }
  .numbers {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(17rem, 1fr));
    gap: 0.25rem 1rem;
    margin-top: 0.4rem;
    font-size: 0.875rem;
  }
  .reasons {
    display: grid;
    gap: 0.4rem;
    margin-top: 1rem;
  }
  .reasons ui-choice {
    min-height: 2.4rem;
    padding: 0.3em 0.8em;
  }
  @media (max-width: 60rem) {
    ol > li,
    dl {
      grid-template-columns: minmax(0, 1fr);
    }
  }
`
