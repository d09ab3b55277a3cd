import { css } from 'lit'

export const settingsStyles = css`
  :host {
    display: grid;
    grid-template-rows: auto 1fr;
    gap: 0.85rem;
    min-height: 100%;
  }
  .columns {
    display: grid;
    grid-template-columns: minmax(0, 1.35fr) minmax(0, 1fr);
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
  .head {
    display: flex;
    flex-wrap: wrap;
    gap: 0.6rem 1rem;
    align-items: end;
    justify-content: space-between;
  }
  .sections,
  .acts {
    display: flex;
    flex-wrap: wrap;
    gap: 0.4rem;
  }
  .top {
    align-items: start;
  }
  .field input,
  .field select,
  .field textarea {
    width: 100%;
  }
  .field + .note,
  div > .note {
    margin-top: 0.15rem;
  }
  fieldset {
    margin: 0.7rem 0 0;
    padding: 0.4rem 0.9rem 0.9rem;
    border: 1px solid var(--line);
    border-radius: var(--r-m);
  }
  legend {
    padding: 0 0.4rem;
    font-weight: 700;
  }
  fieldset .acts {
    justify-content: flex-end;
  }
  .folds details {
    border-top: 1px solid var(--line);
  }
  .folds summary {
    display: flex;
    gap: 0.6rem;
    align-items: center;
    padding: 0.55rem 0.2rem;
    cursor: pointer;
    list-style: none;
  }
  .folds summary span {
    color: var(--soft);
  }
  .folds details[open] > summary svg {
    rotate: 90deg;
  }
  .folds details > .pair {
    padding: 0.3rem 0.2rem 1.1rem 2rem;
    gap: 2rem;
  }
  .folds details > .words {
    padding: 0 0.2rem 1.1rem 2rem;
  }
  .folds details > .asking {
    gap: 2rem;
  }
  .asking .stack {
    justify-items: start;
  }
  .asking fieldset {
    box-sizing: border-box;
    display: grid;
    gap: 0.6rem;
    width: 100%;
    min-width: 0;
    margin: 0;
  }
  .ticks {
    display: grid;
    gap: 0.35rem;
  }
  .waves {
    display: grid;
    gap: 0.5rem;
    justify-items: start;
  }
  .wave {
    display: grid;
    grid-template-columns: 1fr 1fr auto;
    gap: 0.6rem;
    align-items: end;
    width: 100%;
  }
  .wave ui-button {
    --button-height: 2.4rem;
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
  @media (max-width: 30rem) {
    .bar {
      flex-wrap: wrap;
    }
    .bar span {
      flex-basis: 100%;
    }
    .services,
    .wave {
      grid-template-columns: minmax(0, 1fr);
    }
    .folds details > .pair,
    .folds details > .words {
      padding-left: 0.2rem;
    }
  }
  @media (max-width: 60rem) {
    .columns,
    .three,
    .pair {
      grid-template-columns: minmax(0, 1fr);
    }
  }
`
