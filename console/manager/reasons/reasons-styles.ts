import { css } from 'lit'

/** A block for each service beside the others, and the suggestions below them. */
export const reasonsStyles = css`
  :host {
    display: block;
    margin-top: 0.85rem;
  }
  header {
    flex-wrap: wrap;
  }
  h3 {
    margin: 0 0 0.3rem;
    font-size: 0.9rem;
  }
  h3 small {
    font-weight: 400;
    color: var(--soft);
  }
  .services {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(21rem, 100%), 1fr));
    gap: 1rem 1.6rem;
    margin-top: 0.7rem;
  }
  article {
    display: grid;
    gap: 0.4rem;
    align-content: start;
    justify-items: start;
    min-width: 0;
  }
  ui-chart-bars {
    width: 100%;
    --bar-wrap: normal;
  }
  .held {
    margin: 0.6rem 0 0;
    padding: 0;
    list-style: none;
  }
  .texts {
    margin-top: 0.8rem;
    padding-top: 0.7rem;
    border-top: 1px solid var(--line);
  }
  .texts header {
    display: flex;
    gap: 0.6rem;
    align-items: baseline;
    justify-content: space-between;
  }
  ui-state,
  ui-banner {
    margin-top: 0.5rem;
  }
`
