import { css } from 'lit'

/** The page of a team: who is in it beside what waits. */
export const teamStyles = css`
  :host {
    display: grid;
    gap: 0.85rem;
    min-width: 0;
  }
  form {
    display: grid;
    gap: 0.6rem;
    margin-top: 0.5rem;
  }
  .sides {
    display: grid;
    grid-template-columns: minmax(0, 2fr) minmax(0, 1fr);
    gap: 0.85rem;
    align-items: start;
  }
  .stack {
    display: grid;
    gap: 0.85rem;
    min-width: 0;
  }
  .views {
    display: flex;
    flex-wrap: wrap;
    gap: 0.3rem 1rem;
  }
  .views [aria-current='page'] {
    font-weight: 650;
    color: inherit;
  }
  .may {
    display: grid;
    gap: 0.35rem;
    margin-top: 0.4rem;
    font-size: 0.875rem;
    line-height: 1.45;
  }
  .people li {
    display: flex;
    flex-wrap: wrap;
    gap: 0.3rem 1rem;
    align-items: center;
    justify-content: space-between;
    padding: 0.45rem 0;
    border-bottom: 1px solid var(--line);
  }
  /* On a phone what waits stands first. */
  @media (max-width: 64rem) {
    .sides {
      grid-template-columns: minmax(0, 1fr);
    }
    .waits {
      order: -1;
    }
  }
`
