import { css } from 'lit'

/** The frame of the set-up page: head, steps, work. */
export const pageStyles = css`
  :host {
    display: flex;
    flex-direction: column;
    min-height: 100vh;
    min-height: 100dvh;
    font-size: 0.9375rem;
    overflow-wrap: anywhere;
  }
  .top {
    display: flex;
    align-items: center;
    gap: 1.1rem;
    min-height: 3.5rem;
    padding: 0 1.25rem;
    border-bottom: 1px solid var(--line);
    background: var(--surface);
  }
  .top svg {
    flex: none;
    width: 2.1rem;
    height: 2.1rem;
  }
  .brand {
    flex: 1;
    font-size: 0.9rem;
    font-weight: 750;
    line-height: 1.15;
  }
  .brand span {
    display: block;
    font-size: 0.8rem;
    font-weight: 500;
    color: var(--soft);
  }
  .tag {
    padding: 0.15rem 0.5rem;
    border-radius: var(--r-pill);
    background: var(--sunk);
    font-size: 0.8rem;
    font-weight: 650;
  }
  .top button {
    min-width: 44px;
    min-height: 44px;
    padding: 0;
    border: 0;
    background: none;
    font-weight: 650;
    color: var(--accent);
  }
  main {
    flex: 1;
    display: grid;
    grid-template-columns: 13.5rem minmax(0, 1fr);
    gap: 0.85rem 1.25rem;
    padding: 1rem 1.25rem 0;
  }
  .rail ol {
    display: grid;
    gap: 0.15rem;
    list-style: none;
    padding: 0;
  }
  .rail li {
    display: grid;
    grid-template-columns: auto 1fr auto;
    gap: 0.6rem;
    align-items: center;
    min-height: 2.4rem;
    padding: 0 0.7rem;
    border-radius: var(--r-m);
    font-size: 0.875rem;
    font-weight: 600;
    color: var(--soft);
  }
  .rail [aria-current] {
    background: var(--accent-soft);
    color: var(--deep);
  }
  .n {
    display: grid;
    place-items: center;
    width: 1.7rem;
    height: 1.7rem;
    border: 1.5px solid var(--edge);
    border-radius: 50%;
    font-size: 0.8rem;
    font-weight: 750;
  }
  [aria-current] .n {
    border-color: var(--accent);
    background: var(--surface);
  }
  .of {
    display: none;
  }
  .note {
    margin: 0.85rem 0.7rem 0;
    font-size: 0.8rem;
    line-height: 1.35;
    color: var(--soft);
  }
  .closed {
    grid-column: 1 / -1;
    display: grid;
    gap: 0.85rem;
    align-content: start;
    justify-items: start;
    max-width: 38rem;
    margin: min(10vh, 5rem) auto 0;
  }
  .closed h1 {
    font-size: 1.5rem;
  }
  .closed code {
    padding: 0.1rem 0.4rem;
    border-radius: var(--r-s);
    background: var(--sunk);
    font-weight: 650;
  }
  .closed a {
    display: inline-flex;
    align-items: center;
    min-height: 44px;
    color: var(--accent);
  }
  @media (max-width: 48rem) {
    .top {
      gap: 0.6rem;
      padding: 0 1rem;
    }
    main {
      display: flex;
      flex-direction: column;
      padding: 1rem 1rem 0;
    }
    .rail .note,
    .rail li:not([aria-current]) {
      display: none;
    }
    .of {
      display: block;
      font-weight: 500;
    }
  }
  @media print {
    .top,
    .rail {
      display: none;
    }
    main {
      display: block;
    }
  }
`
