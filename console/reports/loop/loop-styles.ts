import { css } from 'lit'
import { groupStyles } from '../../parts/field-styles.ts'

/** The states beside each other as far as there is room, the complaints of each below one another. */
export const loopStyles = css`
  ${groupStyles}
  :host {
    display: block;
  }
  .tabs {
    display: flex;
    flex-wrap: wrap;
    gap: 0.4rem 1rem;
    margin: 0.3rem 0 0.6rem;
  }
  .tabs a {
    display: inline-flex;
    align-items: center;
    min-height: var(--target);
    font-weight: 650;
    color: var(--accent);
  }
  .tabs a[aria-current] {
    color: var(--ink);
    text-decoration: none;
    border-bottom: 3px solid var(--accent);
  }
  .wide {
    overflow-x: auto;
  }
  table {
    width: 100%;
    min-width: 46rem;
    border-collapse: collapse;
    font-size: 0.85rem;
  }
  th,
  td {
    padding: 0.35rem 0.5rem;
    border-bottom: 1px solid var(--line);
    text-align: start;
    vertical-align: top;
    overflow-wrap: anywhere;
  }
  plan-row {
    width: 100%;
  }
  .quarters {
    display: flex;
    flex-wrap: wrap;
    gap: 0.3rem 1rem;
  }
  .quarters label {
    display: inline-flex;
    align-items: center;
    gap: 0.4rem;
    min-height: var(--target);
  }
  .quarters input {
    width: 1.3rem;
    height: 1.3rem;
    min-height: 0;
    accent-color: var(--accent);
  }
  .show {
    max-width: 22rem;
    margin: 0.6rem 0;
  }
  .states {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(17rem, 100%), 1fr));
    gap: 0.85rem;
    align-items: start;
  }
  ul {
    display: grid;
    gap: 0.7rem;
    margin: 0.5rem 0 0;
    padding: 0;
    list-style: none;
  }
  article {
    display: grid;
    gap: 0.3rem;
    min-width: 0;
    padding-top: 0.6rem;
    border-top: 1px solid var(--line);
  }
  article p {
    margin: 0;
  }
  .said {
    overflow-wrap: anywhere;
    white-space: pre-line;
    font-weight: 600;
  }
  .note {
    font-size: 0.85rem;
    color: var(--soft);
  }
  .acts,
  .lapor {
    display: grid;
    gap: 0.5rem;
    justify-items: start;
  }
  .acts .field {
    width: 100%;
  }
`
