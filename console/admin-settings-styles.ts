import { css } from 'lit'

export const settingsStyles = css`
  :host {
    display: grid;
    gap: 0.85rem;
    align-content: start;
  }
  .columns {
    display: grid;
    grid-template-columns: repeat(2, minmax(0, 1fr));
    gap: 0.85rem;
    align-items: start;
  }
  .stack {
    display: grid;
    gap: 0.85rem;
    min-width: 0;
  }
  .pane > ui-choice,
  .pane > .field,
  .pane > div {
    margin-top: 0.7rem;
  }
  ui-choice {
    min-height: 2.4rem;
    padding: 0.35em 0.8em;
  }
  .services,
  .pair {
    display: grid;
    grid-template-columns: repeat(2, minmax(0, 1fr));
    gap: 0.5rem;
  }
  .pair,
  .three {
    gap: 0.8rem;
    align-items: end;
  }
  .three {
    display: grid;
    grid-template-columns: repeat(3, minmax(0, 1fr));
  }
  .bar {
    position: sticky;
    bottom: -1rem;
    display: flex;
    gap: 0.7rem;
    align-items: center;
    justify-content: flex-end;
    margin: 0 -1.25rem -1rem;
    padding: 0.7rem 1.25rem;
    border-top: 1px solid var(--line);
    background: var(--surface);
  }
  .bar span {
    margin-right: auto;
    font-weight: 600;
    color: var(--soft);
  }
  .bar.dirty span {
    color: var(--call-text);
  }
  .bar span.wrong {
    color: var(--danger);
  }
  @media (max-width: 60rem) {
    .columns,
    .three,
    .pair {
      grid-template-columns: minmax(0, 1fr);
    }
  }
`
