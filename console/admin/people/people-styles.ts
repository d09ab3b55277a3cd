import { css } from 'lit'

export const peopleStyles = css`
  :host {
    display: grid;
    gap: 0.85rem;
    align-content: start;
  }
  .head {
    display: flex;
    flex-wrap: wrap;
    gap: 0.8rem;
    align-items: center;
    justify-content: space-between;
  }
  .cols {
    display: grid;
    grid-template-columns: minmax(0, 3fr) minmax(0, 2fr);
    gap: 0.85rem;
    align-items: start;
  }
  .one {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    align-content: start;
  }
  [role='alert'] {
    scroll-margin-block: 5rem;
  }
  [role='alert'] > * {
    margin-bottom: 0.85rem;
  }
  @media (max-width: 60rem) {
    .cols {
      grid-template-columns: minmax(0, 1fr);
    }
  }
  .find,
  .acts {
    display: flex;
    flex-wrap: wrap;
    gap: 0.6rem;
  }
  .acts {
    margin-top: 0.8rem;
  }
  .soft,
  small {
    color: var(--soft);
  }
  .people {
    margin: 0.5rem 0 0;
    padding: 0;
    list-style: none;
  }
  .people button {
    display: flex;
    gap: 0.8rem;
    align-items: center;
    justify-content: space-between;
    width: 100%;
    padding: 0.5rem;
    border: 0;
    border-top: 1px solid var(--line);
    background: none;
    color: inherit;
    font: inherit;
    text-align: left;
    cursor: pointer;
  }
  .people button[aria-pressed='true'] {
    background: var(--paper);
    box-shadow: inset 3px 0 var(--accent);
  }
  small {
    display: block;
  }
  dl {
    display: grid;
    grid-template-columns: auto 1fr;
    gap: 0.3rem 1rem;
    margin: 0.8rem 0;
  }
  dt {
    color: var(--soft);
  }
  dd {
    margin: 0;
  }
  form {
    display: grid;
    gap: 0.6rem;
    justify-items: start;
    margin-top: 0.8rem;
  }
  fieldset {
    display: flex;
    flex-wrap: wrap;
    gap: 0.3rem 1rem;
    border: 0;
    padding: 0;
  }
  .box {
    display: inline-flex;
    gap: 0.4rem;
    align-items: center;
    min-height: 2.2rem;
  }
  .handed {
    margin: 0.8rem 0;
    padding: 0.8rem;
    border: 1px solid var(--line);
    border-radius: var(--r-m);
  }
  .handed ui-qr {
    width: 11rem;
  }
  .handed code {
    overflow-wrap: anywhere;
  }
`
