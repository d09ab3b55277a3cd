import { css } from 'lit'

/** What the two boards below the call share: a heading line, and the words when a board is empty. */
export const boardStyles = css`
  :host {
    display: grid;
    min-width: 0;
  }
  section {
    display: grid;
    grid-template-rows: auto 1fr;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--s2);
    min-width: 0;
    min-height: 8.6rem;
  }
  .head {
    display: flex;
    align-items: baseline;
    justify-content: space-between;
    font-size: var(--t-sm);
    font-weight: 650;
    color: var(--soft);
  }
  h2 {
    font-size: var(--t-md);
    letter-spacing: 0;
  }
  .none {
    display: grid;
    place-items: center;
    border: 2px dashed var(--line);
    border-radius: var(--r-m);
    font-weight: 650;
    color: var(--soft);
  }
`
