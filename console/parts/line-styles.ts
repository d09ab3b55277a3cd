import { css } from 'lit'
import { tableStyles } from '../../shared/web/ui/table-styles.ts'

/** The lines of a desk: who waits, who is put aside, who comes. */
export const lineStyles = css`
  ${tableStyles}
  :host {
    display: grid;
    grid-template-rows: auto auto minmax(0, 1fr) auto;
    min-width: 0;
    min-height: 0;
  }
  header,
  .views {
    flex-wrap: wrap;
  }
  header {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: 0.3rem 1rem;
  }
  h2 {
    font-size: 1rem;
  }
  .views {
    display: flex;
    gap: 0.3rem;
    margin: 0.5rem 0;
  }
  .views ui-button {
    flex: 1;
    --button-pad: 0.2em 0.55em;
    --button-gap: 0.4em;
    font-size: 0.8125rem;
  }
  .find {
    position: relative;
    flex: 0 1 11rem;
    min-width: 0;
  }
  .find input {
    width: 100%;
    height: 2rem;
    padding: 0 2rem 0 0.6rem;
    border: 1.5px solid var(--edge);
    border-radius: var(--r-m);
    background: var(--surface);
    font-size: 0.8125rem;
  }
  .find input::placeholder {
    color: var(--soft);
    opacity: 1;
  }
  .find ui-key {
    position: absolute;
    top: 50%;
    right: 0.4rem;
    translate: 0 -50%;
    font-size: 0.65rem;
    pointer-events: none;
  }
  .scroll {
    min-height: 0;
    overflow: auto;
  }
  .scroll:focus-visible {
    outline-offset: -3px;
  }
  td ui-number {
    font-size: 1.05rem;
    letter-spacing: -0.01em;
  }
  .n {
    text-align: end;
    white-space: nowrap;
  }
  .here {
    white-space: nowrap;
    font-weight: 650;
    color: var(--deep);
  }
  .here svg {
    width: 1em;
    height: 1em;
    vertical-align: -0.15em;
    margin-right: 0.2em;
  }
  .due {
    font-weight: 750;
  }
  .hot {
    font-weight: 750;
    color: var(--danger);
  }
  td ui-button {
    --button-height: 1.8rem;
    --button-pad: 0 0.6em;
    font-size: 0.8125rem;
  }
  .none {
    padding: 1.5rem 0.5rem;
    text-align: center;
  }
  .foot {
    padding-top: 0.5rem;
  }
`
