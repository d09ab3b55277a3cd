import { css } from 'lit'

/** What the pages of daily reports share: lines of work, threads, and rows of buttons. */
export const dailyStyles = css`
  .lines > li {
    display: grid;
    grid-template-columns: 6.4rem minmax(0, 1fr) auto;
    gap: 0.1rem 0.7rem;
    padding: 0.45rem 0;
    border-bottom: 1px solid var(--line);
    font-size: 0.9rem;
    line-height: 1.4;
    overflow-wrap: anywhere;
  }
  .lines > li:last-child {
    border-bottom: 0;
  }
  .lines .t {
    color: var(--soft);
    font-variant-numeric: tabular-nums;
  }
  .lines small {
    grid-column: 2 / -1;
    color: var(--soft);
    font-size: 0.8rem;
  }
  .lines small.wrong {
    color: var(--danger);
  }
  @media (max-width: 30rem) {
    .lines > li {
      grid-template-columns: minmax(0, 1fr);
    }
    .lines small {
      grid-column: auto;
    }
    .lines > li > span:empty {
      display: none;
    }
  }
  .thread {
    display: grid;
    gap: 0.5rem;
    margin-top: 0.5rem;
  }
  .thread li {
    padding: 0.5rem 0.7rem;
    border-radius: var(--r-m);
    background: var(--sunk);
    font-size: 0.9rem;
    line-height: 1.4;
    overflow-wrap: anywhere;
  }
  .thread li.me {
    background: var(--accent-soft);
  }
  .thread span {
    display: block;
    font-size: 0.78rem;
    color: var(--soft);
  }
  .thread li.me span {
    color: var(--deep);
  }
  .btns {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem;
    margin-top: 0.6rem;
  }
  .file {
    min-height: 24px;
    padding: 0;
    border: 0;
    background: none;
    color: var(--accent);
    text-decoration: underline;
  }
  .tags {
    display: flex;
    flex-wrap: wrap;
    gap: 0.4rem;
  }
`
