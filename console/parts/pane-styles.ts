import { css } from 'lit'

/** What every page of the console shares: panes on paper, their heads and small notes. */
export const paneStyles = css`
  .pane {
    min-width: 0;
    padding: 0.85rem 1rem;
    border: 1px solid var(--line);
    border-radius: var(--r-m);
    background: var(--surface);
  }
  .pane > h2,
  .pane > header h2 {
    font-size: 1rem;
  }
  .pane > header {
    display: flex;
    align-items: baseline;
    justify-content: space-between;
    gap: 1rem;
  }
  .note {
    font-size: 0.8rem;
    line-height: 1.35;
    color: var(--soft);
  }
  h1 {
    font-size: 1.5rem;
  }
`

/** What holds of something, a name and what it is on each line. */
export const factsStyles = css`
  dl {
    display: grid;
    grid-template-columns: auto 1fr;
    gap: 0.35rem 1rem;
    margin: 0.6rem 0 0.8rem;
    font-size: 0.875rem;
  }
  dt {
    color: var(--soft);
  }
  dd {
    margin: 0;
    font-weight: 650;
    text-align: end;
  }
`
