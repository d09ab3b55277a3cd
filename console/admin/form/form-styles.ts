import { css } from 'lit'
import { gridStyles } from '../../parts/field-styles.ts'

/** The bar at the foot of a page of the administration, with what is unsaved and the buttons. */
export const footStyles = css`
  .foot {
    position: sticky;
    bottom: -1rem;
    z-index: 1;
    display: flex;
    gap: 0.7rem;
    align-items: center;
    margin: auto -1.25rem -1rem;
    padding: 0.7rem 1.25rem;
    border-top: 1px solid var(--line);
    background: var(--surface);
  }
  .foot > span {
    margin-right: auto;
    font-size: 0.9rem;
    font-weight: 600;
    color: var(--soft);
    overflow-wrap: anywhere;
  }
  .foot.dirty > span {
    color: var(--call-text);
  }
  .foot > span.wrong {
    color: var(--danger);
  }
  /* Where the window scrolls, not the page within it, the bar ends at the edge of the window. */
  @media (max-width: 72rem), (max-height: 38rem) {
    .foot {
      bottom: 0;
      padding-bottom: calc(0.7rem + var(--mark, 0px));
    }
  }
  @media (max-width: 60rem) {
    .foot {
      flex-wrap: wrap;
    }
    .foot > span {
      flex-basis: 100%;
    }
    .foot > ui-button {
      flex: 1;
    }
  }
`

/** A page of the administration: its head, its columns, its tables. */
export const pageStyles = css`
  :host {
    display: flex;
    flex-direction: column;
    gap: 0.85rem;
    min-height: 100%;
  }
  /* Closed it takes no place among the others. */
  ui-dialog {
    display: contents;
  }
  .acts {
    display: flex;
    flex-wrap: wrap;
    gap: 0.45rem;
    align-items: center;
  }
  .cols {
    display: grid;
    grid-template-columns: minmax(0, 1.18fr) minmax(0, 1fr);
    gap: 0.85rem;
    align-items: start;
  }
  .pane > * + *,
  .pane .stack > * {
    margin-top: 0.6rem;
  }
  .pane .stack > * {
    margin-top: 0;
  }
  ${gridStyles}
  .members {
    display: grid;
    gap: 0.6rem;
  }
  fieldset {
    box-sizing: border-box;
    display: grid;
    gap: 0.6rem;
    width: 100%;
    min-width: 0;
    margin: 0;
    padding: 0.4rem 0.9rem 0.9rem;
    border: 1px solid var(--line);
    border-radius: var(--r-m);
    background: var(--surface);
  }
  fieldset > .acts {
    justify-content: flex-end;
  }
  .ticks {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(14rem, 100%), 1fr));
    gap: 0.35rem;
  }
  ui-choice {
    min-height: 2.4rem;
    padding: 0.3em 0.7em;
  }
  table {
    width: 100%;
    border-collapse: collapse;
    font-size: 0.9rem;
  }
  th,
  td {
    padding: 0.35rem 0.5rem;
    border-bottom: 1px solid var(--line);
    text-align: start;
    vertical-align: middle;
  }
  th {
    font-size: 0.8rem;
    font-weight: 650;
    color: var(--soft);
  }
  .n {
    text-align: end;
    font-variant-numeric: tabular-nums;
  }
  .bad {
    color: var(--danger);
    font-weight: 600;
  }
  @media (max-width: 60rem) {
    .cols {
      grid-template-columns: minmax(0, 1fr);
    }
  }
`

/** What is folded into a line and opened by it. */
export const foldedStyles = css`
  summary {
    display: flex;
    flex-wrap: wrap;
    gap: 0 0.7rem;
    align-items: center;
    min-height: max(2.4rem, var(--target, 0px));
    cursor: pointer;
    list-style: none;
  }
  summary small {
    color: var(--soft);
    font-size: 0.85rem;
  }
  details[open] > summary svg {
    rotate: 90deg;
  }
  .inside {
    display: grid;
    gap: 0.7rem;
    padding: 0.4rem 0 0.8rem 1.9rem;
  }
  @media (max-width: 60rem) {
    .inside {
      padding-left: 0;
    }
  }
`

/** What will happen: a number and a sentence each. */
export const effectsStyles = css`
  :host {
    display: flex;
    flex-direction: column;
    flex: 1;
    gap: 0.85rem;
  }
  h1:focus {
    outline: none;
  }
  .cols {
    display: grid;
    grid-template-columns: minmax(0, 1.45fr) minmax(0, 1fr);
    gap: 0.85rem;
    align-items: start;
  }
  .stack {
    display: grid;
    gap: 0.85rem;
    min-width: 0;
  }
  .pane > p,
  dl {
    margin-top: 0.4rem;
    font-size: 0.9rem;
    line-height: 1.45;
  }
  .nobody {
    display: flex;
    gap: 0.5rem;
    align-items: center;
    font-weight: 650;
  }
  .wins {
    display: grid;
    gap: 0.55rem;
    margin-top: 0.6rem;
  }
  .wins li {
    display: grid;
    grid-template-columns: 3rem 1fr;
    gap: 0.15rem 0.8rem;
    align-items: baseline;
    padding-bottom: 0.55rem;
    border-bottom: 1px solid var(--line);
    font-size: 0.9rem;
    line-height: 1.35;
  }
  .wins li:last-child {
    border: 0;
    padding: 0;
  }
  .v {
    font-size: 1.5rem;
    font-weight: 800;
    letter-spacing: -0.02em;
    line-height: 1;
    text-align: end;
  }
  small {
    display: block;
    font-size: 0.8125rem;
    color: var(--soft);
  }
  dt {
    font-size: 0.8rem;
    color: var(--soft);
  }
  dd {
    margin: 0 0 0.45rem;
    overflow-wrap: anywhere;
  }
  dd b {
    font-weight: 650;
  }
  .was {
    color: var(--soft);
  }
  .field input {
    width: 100%;
  }
  @media (max-width: 60rem) {
    .cols {
      grid-template-columns: minmax(0, 1fr);
    }
  }
`
