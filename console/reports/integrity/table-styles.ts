import { css } from 'lit'

/** Small tables of figures that go sideways where there is no room. */
export const tableStyles = css`
  .wide {
    overflow-x: auto;
  }
  table {
    width: 100%;
    border-collapse: collapse;
    font-size: 0.875rem;
  }
  .wide table {
    min-width: 38rem;
  }
  .wide th:first-child {
    min-width: 7.5rem;
  }
  th,
  td {
    padding: 0.35rem 0.3rem;
    border-bottom: 1px solid var(--line);
    text-align: end;
    font-variant-numeric: tabular-nums;
    vertical-align: top;
  }
  th:first-child {
    text-align: start;
    overflow-wrap: break-word;
  }
  tbody th {
    font-weight: 600;
  }
`
