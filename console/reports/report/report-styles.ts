import { css } from 'lit'

/** Panes below one another; on a wide screen what is missing stands beside what is taken along. */
export const reportStyles = css`
  :host {
    display: grid;
    gap: 0.85rem;
    min-width: 0;
  }
  .top {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(20rem, 100%), 1fr));
    gap: 0.85rem;
    align-items: start;
  }
  .show {
    max-width: 22rem;
  }
  ul {
    display: grid;
    gap: 0.35rem;
    margin: 0.5rem 0 0;
    padding: 0;
    list-style: none;
  }
  li {
    display: grid;
    grid-template-columns: 1fr auto;
    gap: 0.6rem;
    align-items: baseline;
    overflow-wrap: anywhere;
  }
  .files {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem;
    margin: 0.6rem 0;
  }
  form,
  .texts,
  fieldset {
    display: grid;
    gap: 0.9rem;
    min-width: 0;
  }
  fieldset {
    margin: 0;
    padding: 0.6rem 0.8rem;
    border: 1px solid var(--line);
    border-radius: var(--r-m);
  }
  .stage {
    display: grid;
    grid-template-columns: 2fr 2fr 1fr;
    gap: 0.5rem;
  }
  .field input,
  .field textarea {
    width: 100%;
  }
  .acts {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem;
    align-items: center;
  }
  .wide {
    overflow-x: auto;
  }
  table {
    width: 100%;
    border-collapse: collapse;
    font-size: 0.85rem;
  }
  th,
  td {
    padding: 0.35rem 0.5rem;
    border-bottom: 1px solid var(--line);
    text-align: start;
  }
  h3 {
    margin: 0;
    font-size: 0.95rem;
  }
  .chapter {
    margin-top: 0.5rem;
    color: var(--soft);
    font-weight: 700;
    font-size: 0.85rem;
  }
  .one {
    display: grid;
    gap: 0.4rem;
    min-width: 0;
    padding-left: 0.7rem;
    border-left: 3px solid var(--line);
  }
  .one.open {
    border-left-color: var(--accent);
  }
  .name {
    display: flex;
    flex-wrap: wrap;
    gap: 0.3rem 0.6rem;
    align-items: baseline;
  }
  summary {
    min-height: var(--target);
    padding: 0.4rem 0;
    color: var(--accent);
    font-weight: 650;
    cursor: pointer;
  }
  @media (max-width: 40rem) {
    .stage {
      grid-template-columns: minmax(0, 1fr);
    }
  }
`
