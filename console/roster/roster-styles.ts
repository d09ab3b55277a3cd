import { css } from 'lit'

/** The grid of a week: a table that fits the screen of an office, on a phone one day of it. */
export const gridStyles = css`
  :host {
    display: block;
    min-width: 0;
  }
  table {
    width: 100%;
    border-collapse: collapse;
    table-layout: fixed;
    font-size: 0.85rem;
    line-height: 1.3;
  }
  th,
  td {
    padding: 0.35rem 0.45rem;
    border: 1px solid var(--line);
    text-align: start;
    vertical-align: top;
    overflow-wrap: anywhere;
  }
  thead th {
    background: var(--sunk);
    font-weight: 700;
  }
  thead small,
  td small {
    display: block;
    font-weight: 500;
    color: var(--soft);
  }
  .who {
    width: 9.5rem;
    font-weight: 650;
  }
  td {
    cursor: pointer;
    font-variant-numeric: tabular-nums;
  }
  td b {
    margin-inline-end: 0.35rem;
    font-weight: 650;
  }
  .shift {
    display: block;
  }
  td:focus-visible {
    outline: 3px solid var(--accent);
    outline-offset: -3px;
  }
  td[data-changed] {
    box-shadow: inset 0.25rem 0 0 var(--accent);
  }
  .over {
    color: var(--soft);
    background: var(--sunk);
  }
  .wrong,
  thead .wrong {
    display: block;
    font-size: 0.8rem;
    font-weight: 650;
    color: var(--danger);
  }
  .away {
    display: block;
    font-weight: 650;
    color: var(--call-text);
  }
  .none {
    color: var(--soft);
  }
  .days {
    display: none;
    flex-wrap: wrap;
    gap: 0.35rem;
    margin-bottom: 0.6rem;
  }
  .days ui-button {
    flex: 1 1 auto;
    white-space: nowrap;
  }
  @media (max-width: 48rem) {
    .days {
      display: flex;
    }
    thead th:not([data-on]):not(.who),
    td:not([data-on]) {
      display: none;
    }
    .who {
      width: 40%;
    }
    td {
      min-height: 44px;
      height: 44px;
    }
  }
`

/** The page around the grid. */
export const rosterPageStyles = css`
  .tools,
  .end {
    display: flex;
    flex-wrap: wrap;
    gap: 0.4rem 0.5rem;
    align-items: center;
  }
  .end {
    margin-inline-start: auto;
  }
  .week {
    display: grid;
    grid-template-columns: minmax(0, 1fr) 17rem;
    gap: 0.85rem;
    align-items: start;
  }
  .keys {
    margin-top: 0.5rem;
  }
  .findings {
    display: grid;
    gap: 0.4rem;
    margin-top: 0.5rem;
  }
  .findings button {
    width: 100%;
    padding: 0.45rem 0.6rem;
    border: 0;
    border-left: 0.3rem solid var(--danger);
    border-radius: var(--r-m);
    background: var(--danger-soft);
    color: var(--ink);
    font-size: 0.85rem;
    line-height: 1.35;
    text-align: start;
  }
  @media (max-width: 75rem) {
    .week {
      grid-template-columns: minmax(0, 1fr);
    }
  }
  @media (max-width: 48rem) {
    .keys {
      display: none;
    }
    .end {
      margin-inline-start: 0;
    }
  }
  @media print {
    .filters,
    .tools,
    .keys {
      display: none;
    }
    .week {
      display: block;
    }
  }
`
