import { css } from 'lit'
import { gridStyles } from '../parts/field-styles.ts'

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
  .pane > ui-choice,
  .pane > .field,
  .pane > div {
    margin-top: 0.7rem;
  }
  ui-choice {
    min-height: 2.4rem;
    padding: 0.35em 0.8em;
  }
  ${gridStyles}
  .sections,
  .acts {
    display: flex;
    flex-wrap: wrap;
    gap: 0.4rem;
  }
  fieldset {
    margin: 0.7rem 0 0;
    padding: 0.4rem 0.9rem 0.9rem;
    border: 1px solid var(--line);
    border-radius: var(--r-m);
  }
  fieldset .acts {
    justify-content: flex-end;
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
  @media (max-width: 72rem), (max-height: 38rem) {
    .bar {
      bottom: 0;
      padding-bottom: calc(0.7rem + var(--mark, 0px));
    }
  }
  @media (max-width: 30rem) {
    .bar {
      flex-wrap: wrap;
    }
    .bar span {
      flex-basis: 100%;
    }
  }
  @media (max-width: 60rem) {
    .columns {
      grid-template-columns: minmax(0, 1fr);
    }
  }
`
