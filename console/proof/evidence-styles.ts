import { css } from 'lit'

/** The page of the evidence: lines beside what is taken along. */
export const evidenceStyles = css`
  .kinds,
  .files,
  .when {
    display: flex;
    flex-wrap: wrap;
    gap: 0.4rem;
    align-items: center;
  }
  .files {
    margin: 0.5rem 0;
  }
  .columns {
    display: grid;
    grid-template-columns: minmax(0, 2.1fr) minmax(0, 1fr);
    gap: 0.85rem;
    align-items: start;
  }
  .check {
    display: grid;
    grid-template-columns: 7rem 1fr;
    gap: 1rem;
    align-items: center;
    margin-top: 0.5rem;
  }
  .check > ui-button {
    grid-column: 1 / -1;
  }
  .check > ui-button + .note {
    grid-column: 1 / -1;
  }
  @media (max-width: 70rem) {
    .columns {
      grid-template-columns: minmax(0, 1fr);
    }
  }
`
