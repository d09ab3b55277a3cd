import { css } from 'lit'

export const deviceStyles = css`
  :host {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0.85rem;
    align-content: start;
    max-width: 66rem;
  }
  p {
    margin-top: 0.2rem;
    color: var(--soft);
  }
  form {
    display: flex;
    flex-wrap: wrap;
    gap: 0.8rem;
    align-items: end;
    margin-top: 0.8rem;
  }
  .code input {
    width: 10rem;
    font-size: 1.2rem;
    font-weight: 750;
    letter-spacing: 0.12em;
    text-transform: uppercase;
  }
  .name input {
    width: min(18rem, 100%);
  }
  .wrong {
    margin-top: 0.6rem;
  }
  ui-table,
  .pane > ui-state {
    margin-top: 0.6rem;
  }
`
