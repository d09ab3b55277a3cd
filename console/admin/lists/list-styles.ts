import { css } from 'lit'
import { tableStyles } from '../../../shared/web/ui/table-styles.ts'

/** What the previews of lists have in common; on a narrow screen each row is a card. */
export const listStyles = css`
  ${tableStyles}
  .built {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem;
    align-items: center;
    margin: 0.7rem 0;
  }
  :host {
    display: block;
    min-width: 0;
  }
  .pane {
    display: grid;
    gap: 0.7rem;
  }
  header {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem 1rem;
    align-items: flex-start;
    justify-content: space-between;
  }
  h2 {
    font-size: 1.1rem;
  }
  .soft {
    color: var(--soft);
  }
  .soft b {
    color: var(--ink);
    overflow-wrap: anywhere;
  }
  ui-banner {
    --banner-pad: 0.6em 0.9em;
  }
  .scroll {
    position: relative;
    max-height: 26rem;
    overflow: auto;
    border: 1px solid var(--line);
    border-radius: var(--r-m);
  }
  th {
    padding: 0.4rem 0.6rem;
  }
  td {
    padding: 0.4rem 0.6rem;
    border-top: 1px solid var(--line);
    border-bottom: 0;
    line-height: 1.3;
    overflow-wrap: break-word;
  }
  .fig {
    font-variant-numeric: tabular-nums;
    white-space: nowrap;
  }
  .err td:first-child {
    box-shadow: inset 0.3rem 0 0 var(--danger);
  }
  .err .why {
    color: var(--danger);
    font-weight: 600;
  }
  .out td {
    color: var(--soft);
  }
  .out b {
    font-weight: 500;
    text-decoration: line-through;
  }
  td ui-button {
    --button-height: 1.8rem;
    --button-pad: 0 0.5em;
    font-size: 0.8125rem;
  }
  footer {
    display: flex;
    flex-wrap: wrap;
    gap: 0.6rem;
    align-items: center;
  }
  footer p {
    flex: 1 1 12rem;
  }
  .links {
    display: grid;
    gap: 0;
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .links li {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: 0.2rem 1rem;
    align-items: center;
    padding: 0.5rem 0;
    border-top: 1px solid var(--line);
    break-inside: avoid;
  }
  code {
    display: block;
    overflow-wrap: anywhere;
    font-size: 0.8125rem;
  }
  @media (max-width: 40rem) {
    thead {
      position: absolute;
      width: 1px;
      height: 1px;
      overflow: hidden;
      clip-path: inset(50%);
    }
    tr {
      display: grid;
      grid-template-columns: auto minmax(0, 1fr);
      gap: 0.1rem 0.7rem;
      padding: 0.5rem 0.7rem;
      border-top: 1px solid var(--line);
    }
    td {
      grid-column: 2;
      padding: 0;
      border: 0;
    }
    td:first-child {
      grid-row: 1 / span 9;
      grid-column: 1;
      color: var(--soft);
    }
    .err td:first-child {
      box-shadow: none;
    }
    .err {
      box-shadow: inset 0.3rem 0 0 var(--danger);
    }
    td[data-label]::before {
      content: attr(data-label) ': ';
      color: var(--soft);
    }
    .scroll {
      max-height: none;
    }
    footer ui-button {
      flex: 1 1 auto;
    }
  }
  @media print {
    .scroll {
      max-height: none;
    }
    ui-button {
      display: none;
    }
  }
`
