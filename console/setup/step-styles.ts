import { css } from 'lit'
import { factsStyles } from '../parts/pane-styles.ts'

/** One step of the set-up: its head, its columns, and what stands in them. */
export const stepStyles = css`
  :host {
    display: grid;
    gap: 0.85rem;
    align-content: start;
    min-width: 0;
  }
  :host > header,
  header {
    display: flex;
    flex-wrap: wrap;
    gap: 0.4rem 1rem;
    align-items: end;
    justify-content: space-between;
  }
  header p {
    margin-top: 0.25rem;
    color: var(--soft);
  }
  .cols {
    display: grid;
    gap: 0.85rem;
    align-items: start;
  }
  .cols > * {
    min-width: 0;
  }
  .cols.even {
    grid-template-columns: 1.1fr 1fr;
  }
  .cols.wide {
    grid-template-columns: 1.9fr 1fr;
  }
  .stack {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0.85rem;
  }
  .fields {
    display: grid;
    grid-template-columns: repeat(2, minmax(0, 1fr));
    gap: 0.75rem;
    margin-top: 0.7rem;
  }
  office-look {
    margin-top: 0.9rem;
  }
  .fields .wide {
    grid-column: 1 / -1;
  }
  .seg {
    display: grid;
    grid-auto-flow: column;
    grid-auto-columns: 1fr;
    overflow: hidden;
    border: 1.5px solid var(--edge);
    border-radius: var(--r-m);
  }
  .seg button {
    min-height: max(2.4rem, var(--target));
    border: 0;
    background: var(--surface);
    color: var(--ink);
    font-weight: 650;
  }
  .seg button + button {
    border-inline-start: 1.5px solid var(--edge);
  }
  .seg [aria-pressed='true'] {
    background: var(--accent);
    color: var(--on-accent);
  }
  .seg :focus-visible {
    outline-offset: -4px;
  }
  .templates {
    display: grid;
    grid-template-columns: repeat(3, 1fr);
    gap: 0.5rem;
    margin-top: 0.7rem;
  }
  .templates button {
    display: grid;
    gap: 0.1rem;
    align-content: start;
    min-height: 5rem;
    padding: 0.65rem 0.8rem;
    border: 1.5px solid var(--edge);
    border-radius: var(--r-m);
    background: var(--surface);
    color: var(--ink);
    text-align: start;
    line-height: 1.25;
  }
  .templates small {
    color: var(--soft);
  }
  .templates [aria-pressed='true'] {
    border-color: var(--accent);
    background: var(--accent-soft);
    box-shadow: inset 0 0 0 1px var(--accent);
  }
  .templates [aria-pressed='true'] small {
    color: var(--deep);
  }
  .said {
    margin-top: 0.7rem;
    padding: 0.7rem 0.85rem;
    border-radius: var(--r-m);
    background: var(--sunk);
    font-size: 0.875rem;
    line-height: 1.45;
  }
  .said + .note {
    margin-top: 0.35rem;
  }
  .scroll {
    overflow-x: auto;
  }
  table {
    width: 100%;
    border-collapse: collapse;
    font-size: 0.875rem;
  }
  thead th {
    padding: 0.2rem;
    font-size: 0.8rem;
    color: var(--soft);
  }
  td,
  tbody th {
    padding: 0.2rem;
    border-top: 1px solid var(--line);
    text-align: center;
  }
  .name {
    font-weight: 650;
    text-align: start;
  }
  tr.none > * {
    background: var(--call-soft);
  }
  tr.none > :first-child {
    box-shadow: inset 0.3rem 0 0 var(--call);
  }
  summary {
    display: list-item;
    padding-block: 0.6rem;
    color: var(--accent);
    font-weight: 650;
    cursor: pointer;
  }
  .refused,
  tr.refused > * {
    background: var(--danger-soft);
  }
  tr.refused > :first-child {
    box-shadow: inset 0.3rem 0 0 var(--danger);
  }
  .acts {
    display: flex;
    flex-wrap: wrap;
    gap: 0.4rem;
  }
  .letter {
    display: inline-block;
    min-width: 1.6em;
    border-radius: 0.3em;
    background: var(--accent-soft);
    color: var(--deep);
    font-weight: 800;
  }
  .box,
  .away {
    display: inline-grid;
    place-items: center;
    vertical-align: middle;
    width: max(1.9rem, var(--target-box, 0px));
    height: max(1.9rem, var(--target-box, 0px));
    padding: 0;
    border: 1.5px solid var(--edge);
    border-radius: 0.35rem;
    background: var(--surface);
    color: var(--ink);
  }
  .box[aria-checked='true'] {
    border-color: var(--accent);
    background: var(--accent);
    color: var(--on-accent);
  }
  .away {
    border-color: transparent;
    background: none;
    color: var(--soft);
  }
  .away svg,
  .box svg {
    width: 1.1rem;
    height: 1.1rem;
  }
  .lines {
    display: grid;
    gap: 0.2rem;
    margin-top: 0.5rem;
    padding: 0;
    list-style: none;
    font-size: 0.875rem;
  }
  .checks {
    display: grid;
    margin-top: 0.4rem;
    padding: 0;
    list-style: none;
  }
  .checks li {
    display: grid;
    grid-template-columns: 1.6rem 1fr auto;
    gap: 0.6rem;
    align-items: center;
    padding: 0.5rem 0;
    border-bottom: 1px solid var(--line);
    font-size: 0.9rem;
    line-height: 1.3;
  }
  .checks li:last-child {
    border: 0;
  }
  .checks small {
    display: block;
    color: var(--soft);
  }
  .checks svg {
    width: 1.3rem;
    height: 1.3rem;
    color: var(--accent);
  }
  .checks .must svg {
    color: var(--danger);
  }
  .checks .later svg {
    color: var(--call-text);
  }
  .checks a {
    display: inline-flex;
    align-items: center;
    min-height: var(--target);
    font-weight: 650;
  }
  ${factsStyles}
  a {
    color: var(--accent);
  }
  @media (max-width: 62rem) {
    .cols.even,
    .cols.wide {
      grid-template-columns: minmax(0, 1fr);
    }
  }
  @media (max-width: 48rem) {
    :host {
      --target-box: 44px;
    }
    .fields {
      grid-template-columns: minmax(0, 1fr);
    }
    .templates {
      grid-template-columns: repeat(2, minmax(0, 1fr));
    }
    .more {
      display: none;
    }
    .scroll .name {
      position: sticky;
      inset-inline-start: 0;
      z-index: 1;
      min-width: 8rem;
      background: var(--surface);
    }
    tr.none .name {
      background: var(--call-soft);
    }
  }
`
