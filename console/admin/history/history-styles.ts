import { css } from 'lit'

export const historyStyles = css`
  .versions {
    display: grid;
    gap: 0.5rem;
  }
  .versions li {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem 1rem;
    align-items: center;
    justify-content: space-between;
  }
  .versions li > div:first-child {
    flex: 1 1 24rem;
    min-width: 0;
    overflow-wrap: anywhere;
  }
  .two {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem 0.8rem;
    align-items: center;
  }
  .two input {
    width: 5rem;
    min-height: max(2.2rem, var(--target));
    margin-inline-start: 0.3rem;
    padding: 0 0.5rem;
    border: 1.5px solid var(--edge);
    border-radius: var(--r-m);
    background: var(--surface);
    color: var(--ink);
  }
  .wide {
    overflow-x: auto;
  }
  td {
    overflow-wrap: anywhere;
    vertical-align: top;
  }
  h2:focus {
    outline: none;
  }
`
