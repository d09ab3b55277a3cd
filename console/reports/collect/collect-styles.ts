import { css } from 'lit'

/** What the panes of forms and of files share. */
export const collectStyles = css`
  section + section {
    margin-top: var(--s4);
  }
  fieldset {
    min-width: 0;
    margin: 0;
    padding: 0;
    border: 0;
  }
  .marks {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 13rem), 1fr));
    gap: 0.5rem 0.8rem;
    margin-top: 0.4rem;
  }
  .marks label {
    display: grid;
    grid-template-columns: minmax(0, 1fr) 3rem;
    align-items: center;
    gap: 0.5rem;
    font-size: 0.85rem;
  }
  .marks input {
    width: 3rem;
    padding: 0;
    font-size: 1.2rem;
    font-weight: 700;
    text-align: center;
  }
  .profile {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(10rem, 1fr));
    gap: 0.6rem 0.8rem;
  }
  textarea {
    min-height: 4rem;
  }
  li {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 0.3rem 1rem;
    padding: 0.5rem 0;
    border-bottom: 1px solid var(--line);
  }
  paper-last {
    display: block;
    margin-top: var(--s4);
  }
  ui-banner,
  section:not(.stack) > .acts,
  ui-state {
    margin-top: 0.6rem;
  }
  li form {
    display: contents;
  }
  .acts {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem;
  }
  .scan {
    position: relative;
    display: inline-flex;
    align-items: center;
    min-height: 44px;
    padding: 0 0.8rem;
    border: 1.5px solid var(--edge);
    border-radius: var(--r-m);
    font-weight: 650;
    cursor: pointer;
  }
  .scan:focus-within {
    outline: 3px solid var(--focus, var(--accent));
  }
  .scan input {
    position: absolute;
    inset: 0;
    opacity: 0;
    cursor: pointer;
  }
  .scroll {
    overflow-x: auto;
  }
  table {
    width: 100%;
    border-collapse: collapse;
    font-size: 0.875rem;
  }
  th,
  td {
    padding: 0.35rem 0.5rem;
    border-bottom: 1px solid var(--line);
    text-align: start;
    vertical-align: top;
  }
`
