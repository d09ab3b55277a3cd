import { css } from 'lit'

/** A table under a head that stays while its rows scroll; the row that comes next is marked. */
export const tableStyles = css`
  table {
    width: 100%;
    border-collapse: collapse;
    font-size: 0.875rem;
  }
  th {
    position: sticky;
    top: 0;
    z-index: 1;
    padding: 0.3rem 0.4rem;
    background: var(--surface);
    box-shadow: inset 0 -1px var(--line);
    font-size: 0.8rem;
    font-weight: 650;
    color: var(--soft);
    text-align: start;
    white-space: nowrap;
  }
  td {
    padding: 0.38rem 0.4rem;
    border-bottom: 1px solid var(--line);
    line-height: 1.25;
  }
  .next td {
    background: var(--accent-soft);
  }
  .next td:first-child {
    padding-left: 0.8rem;
    box-shadow: inset 0.3rem 0 0 var(--accent);
  }
`
