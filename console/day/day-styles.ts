import { css } from 'lit'

/** The close of a day on the screen, and its sheet alone on paper. */
export const dayStyles = css`
  .open {
    display: grid;
    gap: 0.5rem;
    margin-top: 0.6rem;
  }
  .open li {
    display: grid;
    gap: 0.5rem;
    padding: 0.6rem 0.7rem;
    border: 1px solid var(--line);
    border-radius: var(--r-m);
  }
  .acts {
    display: flex;
    flex-wrap: wrap;
    gap: 0.4rem;
  }
  .two {
    grid-template-columns: minmax(0, 0.5fr) minmax(0, 1.5fr);
  }
  @media (max-width: 70rem) {
    .two {
      grid-template-columns: minmax(0, 1fr);
    }
  }
  /* Ctrl+P prints the sheet alone, as the button does. */
  @media print {
    :host,
    .two {
      display: block;
    }
    .head,
    ui-banner,
    .two > .pane {
      display: none;
    }
  }
`
