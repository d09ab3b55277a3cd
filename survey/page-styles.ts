import { css } from 'lit'

/** What the pages of the survey share: one column, thumb at the bottom. */
export const pageStyles = css`
  :host {
    flex: 1;
    display: flex;
    flex-direction: column;
  }
  main {
    flex: 1;
    display: flex;
    flex-direction: column;
    gap: 0.875rem;
    width: 100%;
    max-width: 30rem;
    margin: 0 auto;
    padding: 1rem min(1rem, 4.5vw) 1.25rem;
  }
  h1 {
    font-size: 1.5rem;
  }
  h1:focus {
    outline: none;
  }
  h2 {
    font-size: 1.0625rem;
  }
  .card {
    display: grid;
    gap: 0.75rem;
    padding: 1rem;
    border: 1px solid var(--line);
    border-radius: var(--r-l);
    background: var(--surface);
  }
  /* With large text, or a phone on its side, the actions would cover what they are about. */
  @media (max-height: 30em) {
    ui-dock {
      position: static;
    }
  }
  .small {
    font-size: var(--t-sm);
  }
`
