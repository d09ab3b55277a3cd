import { css } from 'lit'

/** The page of one service: its table of cases, its standard, and the fields that unfold. */
export const serviceStyles = css`
  .link {
    display: inline-flex;
    gap: 0.4rem;
    align-items: center;
    min-height: max(2.4rem, var(--target, 0px));
  }
  h3 {
    margin: 0.7rem 0 0.1rem;
    font-size: 0.85rem;
    color: var(--soft);
  }
  .cases td {
    vertical-align: top;
  }
  .cases .n {
    width: 9rem;
  }
  .chips {
    display: flex;
    flex-wrap: wrap;
    gap: 0.25rem;
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .chips li {
    padding: 0.05rem 0.45rem;
    border-radius: var(--r-s);
    background: var(--sunk);
    font-size: 0.8125rem;
  }
  .said {
    font-size: 0.9rem;
    overflow-wrap: anywhere;
  }
  .fields {
    padding-top: 0.7rem;
    border-top: 1px solid var(--line);
  }
  .steps {
    display: flex;
    flex-wrap: wrap;
    gap: 0.4rem 0.6rem;
    margin: 0.5rem 0 0;
    padding: 0;
    list-style: none;
    font-size: 0.875rem;
  }
  .steps li {
    display: flex;
    gap: 0.4rem;
    align-items: center;
  }
  .steps small {
    color: var(--soft);
  }
  .comp {
    margin: 0;
    padding: 0;
    list-style: none;
    font-size: 0.85rem;
  }
  .comp li {
    display: grid;
    grid-template-columns: 1.2rem minmax(0, 9.5rem) minmax(0, 1fr);
    gap: 0.5rem;
    align-items: center;
    padding: 0.3rem 0;
    border-bottom: 1px solid var(--line);
  }
  .comp li:last-child {
    border: 0;
  }
  .comp span {
    display: -webkit-box;
    overflow: hidden;
    color: var(--soft);
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
    line-clamp: 2;
  }
  .comp svg {
    width: 1rem;
    height: 1rem;
    color: var(--deep);
  }
  .comp .miss svg,
  .comp .miss span {
    color: var(--danger);
  }
  .asking {
    grid-template-columns: minmax(0, 1fr);
  }
  .asking .stack {
    justify-items: start;
  }
  .ticks > .note {
    grid-column: 1 / -1;
  }
  .removal {
    display: flex;
    flex-wrap: wrap;
    gap: 0.4rem 1rem;
    align-items: center;
    justify-content: space-between;
  }
  .asking fieldset {
    margin: 0;
  }
  .waves {
    display: grid;
    gap: 0.5rem;
    justify-items: start;
  }
  .wave {
    display: grid;
    grid-template-columns: 1fr 1fr auto;
    gap: 0.6rem;
    align-items: end;
    width: 100%;
  }
  .wave ui-button {
    --button-height: 2.4rem;
  }
  @media (max-width: 30rem) {
    .wave {
      grid-template-columns: minmax(0, 1fr);
    }
    .cases .n {
      width: 5rem;
    }
  }
`
