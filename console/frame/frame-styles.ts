import { css } from 'lit'

export const frameStyles = css`
  :host {
    display: grid;
    grid-template-rows: auto minmax(0, 1fr);
    height: 100vh;
    min-height: 34rem;
    font-size: 0.9375rem;
    --stroke-strong: 1.5px;
  }
  .top {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0 1.1rem;
    min-height: 3.5rem;
    padding: 0 1.25rem;
    border-bottom: 1px solid var(--line);
    background: var(--surface);
  }
  .mark {
    flex: none;
    width: 2.1rem;
    height: 2.1rem;
  }
  .brand {
    max-width: 9.5rem;
    font-size: 0.9rem;
    font-weight: 750;
    line-height: 1.15;
    text-wrap: balance;
  }
  .brand span {
    display: block;
    font-size: 0.8rem;
    font-weight: 500;
    color: var(--soft);
  }
  nav {
    display: flex;
    align-self: stretch;
    gap: 0.25rem;
    margin-left: 0.25rem;
  }
  nav a {
    display: flex;
    align-items: center;
    padding: 0 0.8rem;
    border: solid transparent;
    border-width: 3px 0;
    color: var(--soft);
    font-weight: 650;
    text-decoration: none;
    white-space: nowrap;
  }
  nav a:hover {
    color: var(--ink);
  }
  nav a:focus-visible {
    outline-offset: -3px;
  }
  nav a[aria-current] {
    color: var(--ink);
    border-bottom-color: var(--accent);
  }
  @media (forced-colors: active) {
    nav a {
      border-color: Canvas;
    }
  }
  .end {
    display: flex;
    align-items: center;
    gap: 0.6rem;
    margin-left: auto;
    white-space: nowrap;
  }
  .end ui-button {
    --button-pad: 0.2em 0.5em;
    --button-gap: 0.35em;
  }
  .live {
    display: inline-flex;
    align-items: center;
    gap: 0.45rem;
    font-size: 0.85rem;
    font-weight: 600;
    color: var(--soft);
  }
  .live::before {
    content: '';
    flex: none;
    width: 0.6rem;
    height: 0.6rem;
    border-radius: 50%;
    background: var(--accent);
  }
  .live.cut {
    color: var(--call-text);
  }
  .live.cut::before {
    border: 2px solid var(--call-text);
    background: none;
  }
  @media (max-width: 90rem) {
    .top {
      column-gap: 0.7rem;
    }
    nav {
      gap: 0;
    }
    nav a {
      padding-inline: 0.6rem;
    }
    .live:not(.cut) {
      width: 0.6rem;
      overflow: hidden;
    }
  }
  main {
    min-height: 0;
    padding: 1rem 1.25rem;
    overflow: auto;
  }
  .closed {
    margin-bottom: 0.85rem;
  }
  main > ui-state {
    max-width: 30rem;
    margin: 3rem auto;
  }
  @media (max-width: 72rem), (max-height: 38rem) {
    :host {
      height: auto;
      min-height: 100vh;
    }
    main {
      overflow: visible;
    }
  }
  @media (max-width: 80rem) {
    .end,
    nav {
      flex-wrap: wrap;
    }
    nav a {
      min-height: 2.6rem;
    }
  }
`
