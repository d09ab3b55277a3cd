import { css } from 'lit'

export const historyStyles = css`
  .versions {
    display: grid;
    gap: 0.5rem;
  }
  .versions li {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem 1rem;
    align-items: center;
    justify-content: space-between;
  }
  .versions li > div:first-child {
    flex: 1 1 24rem;
    min-width: 0;
    overflow-wrap: anywhere;
  }
  .wide {
    overflow-x: auto;
  }
  td {
    overflow-wrap: anywhere;
    vertical-align: top;
  }
  h2:focus {
    outline: none;
  }
`
