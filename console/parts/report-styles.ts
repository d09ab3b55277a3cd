import { css } from 'lit'

/** What the manager's pages share: rows of panes, lists of things to look at, a value beside its words. */
export const managerStyles = css`
  :host {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0.85rem;
    align-content: start;
  }
  .three,
  .two,
  .halves {
    display: grid;
    gap: 0.85rem;
  }
  .three {
    grid-template-columns: 1.15fr 1.1fr 0.85fr;
  }
  .two {
    grid-template-columns: 2.25fr 0.85fr;
  }
  .halves {
    grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
  }
  .quality {
    display: grid;
    grid-template-columns: 1.2fr 1fr 1fr;
    gap: 0.85rem;
    align-items: start;
  }
  .stack,
  [aria-busy] {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0.85rem;
    align-content: start;
    min-width: 0;
  }
  .roomy {
    --bar-gap: 0.85rem;
    --bar-wrap: normal;
  }
  /* Few figures in a row, whose units are whole sentences. */
  @media (min-width: 60rem) {
    .wide {
      --figure-width: 13rem;
    }
  }
  @media (max-width: 70rem) {
    .three,
    .two,
    .halves,
    .quality {
      grid-template-columns: minmax(0, 1fr);
    }
  }
  .head {
    display: flex;
    flex-wrap: wrap;
    gap: 0.6rem 1.2rem;
    align-items: end;
    justify-content: space-between;
  }
  .head p {
    margin-top: 0.2rem;
    color: var(--soft);
  }
  .filters {
    display: flex;
    flex-wrap: wrap;
    gap: 0.6rem;
    align-items: end;
  }
  .pane > ui-chart-bars,
  .pane > ui-chart-hist,
  .pane > ui-state,
  .pane > ui-table {
    margin-top: 0.5rem;
  }
  .pane > .note {
    margin-top: 0.5rem;
  }
  .pane > h3 {
    margin-top: 0.8rem;
    font-size: 0.875rem;
  }
  .pane > ui-chart-heat {
    margin-top: 0.3rem;
  }
  .todo {
    display: grid;
    gap: 0.5rem;
    max-height: 18rem;
    margin-top: 0.6rem;
    overflow: auto;
  }
  .todo li {
    display: grid;
    grid-template-columns: auto 1fr;
    gap: 0.6rem;
    padding: 0.55rem 0.65rem;
    border-left: 0.3rem solid var(--call);
    border-radius: var(--r-m);
    background: var(--call-soft);
    font-size: 0.875rem;
    line-height: 1.3;
  }
  .todo svg {
    color: var(--call-text);
  }
  .todo .bad {
    border-color: var(--danger);
    background: var(--danger-soft);
  }
  .todo .bad svg {
    color: var(--danger);
  }
  .score {
    display: grid;
    grid-template-columns: auto 1fr;
    gap: 0.2rem 1rem;
    align-items: center;
    margin: 0.4rem 0 0.8rem;
  }
  .score > b {
    font-size: 3.2rem;
    font-weight: 800;
    line-height: 1;
    letter-spacing: -0.03em;
  }
  .score p {
    font-size: 0.875rem;
    line-height: 1.35;
  }
  .busy {
    opacity: 0.6;
  }
`
