import { css } from 'lit'

export const applicationStyles = css`
  :host {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0.85rem;
    align-content: start;
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
  ui-search {
    width: 19rem;
    max-width: 100%;
    font-size: 0.9375rem;
  }
  .filter {
    display: flex;
    flex-wrap: wrap;
    gap: 0.4rem;
  }
  .filter b {
    font-variant-numeric: tabular-nums;
  }
  /* Its room is kept, so that no row moves away under a hand that presses the next one. */
  .news {
    display: grid;
    gap: 0.4rem;
    min-height: 3rem;
  }
  ui-banner {
    --banner-pad: 0.5rem 1rem;
  }
  .missing {
    display: flex;
    flex-wrap: wrap;
    gap: 0.6rem;
    align-items: center;
  }
  .sought,
  .bulk {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem 0.9rem;
    align-items: center;
  }
  .bulk {
    margin-bottom: 0.6rem;
  }
  .sought select,
  .sought input {
    max-width: 100%;
    min-height: 2.2rem;
    padding: 0 0.6rem;
    border: 1px solid var(--edge);
    border-radius: var(--r-m);
    background: var(--surface);
  }
  .pane > .note {
    margin-top: 0.6rem;
  }
`
