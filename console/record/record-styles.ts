import { css } from 'lit'

/** A record of work: its columns, and the key of its histogram. */
export const recordStyles = css`
  .record {
    display: grid;
    grid-template-columns: repeat(3, minmax(0, 1fr));
    gap: 0.85rem;
    align-items: start;
  }
  .own ui-figures {
    grid-area: 1 / 1 / 2 / 4;
  }
  .own .scores {
    grid-area: 2 / 3;
  }
  .pane > * + h2 {
    margin-top: 0.8rem;
  }
  .key {
    display: flex;
    gap: 1rem;
    font-size: 0.8rem;
    color: var(--soft);
  }
  .key i {
    display: inline-block;
    width: 1.4rem;
    height: 0.7rem;
    margin-right: 0.35rem;
    border-radius: 2px;
    background: var(--mark);
  }
  .key u {
    display: inline-block;
    width: 1.4rem;
    margin-right: 0.35rem;
    border-top: 2.5px solid var(--ink);
    vertical-align: 0.25rem;
  }
  .how {
    display: grid;
    gap: 0.4rem;
    margin-top: 0.5rem;
    font-size: 0.8125rem;
    line-height: 1.45;
  }
  .how li {
    position: relative;
    padding-left: 0.9rem;
  }
  .how li::before {
    content: '';
    position: absolute;
    left: 0;
    top: 0.6em;
    width: 0.4rem;
    height: 2px;
    background: var(--accent);
  }
  @media (max-width: 70rem) {
    .record {
      grid-template-columns: minmax(0, 1fr);
    }
    .own ui-figures,
    .own .scores {
      grid-area: auto;
    }
  }
`
