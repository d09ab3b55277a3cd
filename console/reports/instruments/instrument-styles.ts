import { css } from 'lit'
import { groupStyles } from '../../parts/field-styles.ts'

/** Cards below one another; the editor with its preview beside it where there is room. */
export const instrumentStyles = css`
  ${groupStyles}
  :host {
    display: block;
  }
  nav {
    display: flex;
    flex-wrap: wrap;
    gap: 0.4rem 1rem;
    margin: 0.3rem 0 0.6rem;
  }
  a {
    display: inline-flex;
    align-items: center;
    min-height: var(--target);
    font-weight: 650;
    color: var(--accent);
  }
  nav a[aria-current] {
    color: var(--ink);
    text-decoration: none;
    border-bottom: 3px solid var(--accent);
  }
  .cards,
  .form {
    display: grid;
    gap: 0.85rem;
    min-width: 0;
  }
  .cards {
    margin: 0.6rem 0;
    padding: 0;
    list-style: none;
  }
  .list {
    grid-template-columns: repeat(auto-fill, minmax(min(20rem, 100%), 1fr));
  }
  .pane > h2 + p {
    margin: 0.3rem 0;
  }
  .acts {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.3rem 1rem;
  }
  .field :is(input, select, textarea) {
    width: 100%;
  }
  .sides {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: 1rem;
    align-items: start;
  }
  .two {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(15rem, 100%), 1fr));
    gap: 0.5rem 0.8rem;
  }
  .said {
    margin: 0;
    overflow-wrap: anywhere;
  }
  .big {
    font-size: 1.5rem;
    font-weight: var(--w-number);
  }
  .problems {
    margin: 0.3rem 0 0;
    padding-inline-start: 1.2rem;
  }
  .wide {
    overflow-x: auto;
  }
  table {
    width: 100%;
    border-collapse: collapse;
    font-size: 0.9rem;
  }
  th,
  td {
    padding: 0.4rem 0.5rem;
    border-bottom: 1px solid var(--line);
    text-align: start;
    vertical-align: top;
  }
  td {
    text-align: end;
    font-variant-numeric: tabular-nums;
  }
  th[scope='col']:not(:first-child) {
    text-align: end;
  }
  @media (max-width: 68rem) {
    .sides {
      grid-template-columns: minmax(0, 1fr);
    }
  }
`
