import { css } from 'lit'

/** The account of the first administrator, and its recovery codes. */
export const accountStyles = css`
  :host {
    display: flex;
    flex-direction: column;
    min-width: 0;
  }
  form {
    flex: 1;
  }
  :host,
  form {
    display: flex;
    flex-direction: column;
    gap: 0.85rem;
  }
  h1 {
    font-size: 1.5rem;
    outline-offset: 0.2rem;
  }
  header p {
    margin-top: 0.25rem;
    color: var(--soft);
  }
  .cols {
    display: grid;
    grid-template-columns: 1.1fr 1fr;
    gap: 0.85rem;
    align-items: start;
  }
  .pane {
    display: grid;
    gap: 0.8rem;
    min-width: 0;
    padding: 0.85rem 1rem;
    border: 1px solid var(--line);
    border-radius: var(--r-m);
    background: var(--surface);
  }
  h2 {
    font-size: 1rem;
  }
  .head {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    justify-content: space-between;
    gap: 0.2rem 1rem;
  }
  .note {
    font-size: 0.8rem;
    color: var(--soft);
  }
  .field {
    display: grid;
    gap: 0.25rem;
    min-width: 0;
    font-size: 0.875rem;
  }
  .field label {
    font-weight: 650;
  }
  .field small {
    min-height: 1.35em;
    font-size: 0.8rem;
    line-height: 1.35;
    color: var(--soft);
  }
  .field small:empty {
    display: none;
  }
  .field .wrong {
    font-weight: 650;
    color: var(--danger);
  }
  input {
    width: 100%;
    min-height: 44px;
    padding: 0 0.75rem;
    border: 1.5px solid var(--edge);
    border-radius: var(--r-m);
    background: var(--surface);
    color: var(--ink);
    font-size: 1rem;
  }
  input[aria-invalid='true'] {
    border-color: var(--danger);
    box-shadow: 0 0 0 1px var(--danger);
  }
  .secret {
    display: flex;
    gap: 0.4rem;
  }
  .secret ui-button {
    flex: none;
    white-space: nowrap;
  }
  /* The ring stays off the label above. */
  .field :focus-visible {
    outline-offset: 0;
  }
  .meter {
    display: grid;
    grid-template-columns: repeat(4, 1fr);
    gap: 0.25rem;
  }
  .meter i {
    height: 0.35rem;
    border-radius: 1rem;
    background: var(--line);
  }
  .meter .on {
    background: var(--accent);
  }
  .otp {
    display: grid;
    grid-template-columns: 9.5rem minmax(0, 1fr);
    gap: 1rem;
    align-items: center;
  }
  .otp > div {
    display: grid;
    gap: 0.6rem;
  }
  .code {
    max-width: 12rem;
    font-size: 1.4rem;
    font-weight: 800;
    letter-spacing: 0.3em;
    font-variant-numeric: tabular-nums;
  }
  .as-text {
    justify-self: start;
    min-height: 44px;
    padding: 0;
    border: 0;
    background: none;
    color: var(--accent);
    font-size: 0.85rem;
    text-align: start;
    text-decoration: underline;
  }
  .key {
    padding: 0.5rem 0.75rem;
    border-radius: var(--r-m);
    background: var(--sunk);
    font-family: monospace;
    font-size: 1rem;
    user-select: all;
  }
  .hand {
    display: grid;
    grid-template-columns: repeat(4, 1fr);
    gap: 1rem;
    list-style: none;
    padding: 0;
  }
  .hand li {
    display: grid;
    grid-template-columns: auto 1fr;
    gap: 0 0.7rem;
    font-size: 0.875rem;
    line-height: 1.35;
  }
  .hand svg {
    grid-row: span 2;
    width: 1.3rem;
    height: 1.3rem;
    color: var(--accent);
  }
  .hand span {
    font-size: 0.8125rem;
    color: var(--soft);
  }
  .codes {
    columns: 2;
    padding-inline-start: 2rem;
    font-size: 1.15rem;
    line-height: 2;
  }
  .foot {
    position: sticky;
    bottom: 0;
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: flex-end;
    gap: 0.6rem 1rem;
    margin-top: auto;
    padding: 0.7rem 0;
    border-top: 1px solid var(--line);
    background: var(--paper);
  }
  .foot [role='alert'] {
    flex: 1 1 100%;
  }
  .foot [role='alert']:empty {
    display: none;
  }
  .foot .note {
    flex: 1;
  }
  .foot .note svg {
    vertical-align: -0.15em;
  }
  @media (max-width: 48rem) {
    .cols,
    .hand {
      grid-template-columns: minmax(0, 1fr);
    }
    .otp {
      grid-template-columns: minmax(0, 1fr);
      justify-items: start;
    }
    ui-qr {
      width: 12rem;
    }
    .codes {
      columns: 1;
    }
    .foot ui-button[variant='primary'] {
      flex: 1 1 100%;
    }
  }
  .paper {
    display: none;
  }
  @media print {
    .foot {
      display: none;
    }
    .paper {
      display: block;
      margin-top: 1rem;
    }
    .codes {
      columns: 1;
      white-space: nowrap;
    }
  }
`
