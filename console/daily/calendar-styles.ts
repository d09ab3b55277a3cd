import { css } from 'lit'

/** A month as a table, each day with its word. */
export const calendarStyles = css`
  table {
    width: 100%;
    margin-top: 0.4rem;
    border-collapse: separate;
    border-spacing: 3px;
    table-layout: fixed;
    font-size: 0.8rem;
  }
  th {
    font-size: 0.75rem;
    font-weight: 650;
    color: var(--soft);
  }
  td {
    height: 2.9rem;
    padding: 0.15rem;
    border-radius: 6px;
    text-align: center;
    vertical-align: top;
    line-height: 1.25;
    overflow-wrap: anywhere;
  }
  td b {
    display: block;
    font-size: 0.72rem;
    font-weight: 650;
  }
  td a {
    display: block;
    min-height: 100%;
    border-radius: inherit;
    color: inherit;
    text-decoration: none;
  }
  td a span {
    text-decoration: underline;
  }
  .served {
    background: var(--accent-soft);
    color: var(--deep);
    font-weight: 700;
  }
  .away {
    box-shadow: inset 0 0 0 1.5px var(--edge);
  }
  .asked {
    background: var(--call-soft);
    color: var(--call-text);
  }
  .plain,
  .absent {
    color: var(--soft);
  }
  td[aria-current='date'] {
    outline: 2.5px solid var(--call);
  }
  .key {
    display: flex;
    flex-wrap: wrap;
    gap: 0.4rem 0.9rem;
    margin-top: 0.5rem;
  }
  .key i {
    padding: 0.1em 0.5em;
    border-radius: 1rem;
    font-style: normal;
  }
  h3 {
    margin-top: 0.8rem;
    font-size: 0.9rem;
  }
  .asks li {
    display: flex;
    flex-wrap: wrap;
    gap: 0.3rem 0.8rem;
    align-items: center;
    padding: 0.4rem 0;
    border-bottom: 1px solid var(--line);
    font-size: 0.9rem;
  }
  .turns {
    display: flex;
    gap: 0.3rem;
  }
  .turns svg {
    width: 1.1em;
    height: 1.1em;
  }
  .vh {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
  }
  @media (max-width: 30rem) {
    table {
      border-spacing: 1px;
      font-size: 0.68rem;
    }
    td {
      padding: 0.15rem 0;
    }
  }
`
