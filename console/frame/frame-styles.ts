import { css } from 'lit'

export const frameStyles = css`
  :host {
    display: grid;
    grid-template: auto minmax(0, 1fr) / minmax(0, 1fr);
    height: 100vh;
    min-height: 34rem;
    font-size: 0.9375rem;
    --stroke-strong: 1.5px;
  }
  .top {
    display: flex;
    align-items: center;
    gap: 0 1.1rem;
    min-width: 0;
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
  a.brand {
    color: inherit;
    text-decoration: none;
  }
  a.brand span {
    text-decoration: underline;
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
    flex: 0 1 auto;
    gap: 0.25rem;
    min-width: 0;
    margin-left: 0.25rem;
    overflow: auto hidden;
    scrollbar-width: none;
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
    flex: none;
    margin-left: auto;
    white-space: nowrap;
  }
  .who {
    padding: 0.3rem 0;
    color: inherit;
    text-decoration-thickness: 1px;
    text-underline-offset: 0.2em;
  }
  .tiny,
  .short {
    display: none;
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
      padding-inline: 0.4rem;
      font-size: 0.875rem;
    }
    .brand {
      max-width: 8rem;
      font-size: 0.8rem;
    }
    .who strong {
      display: block;
      max-width: 6.5rem;
      overflow: hidden;
      text-overflow: ellipsis;
    }
    .end {
      gap: 0.35rem;
    }
    .long {
      display: none;
    }
    .short {
      display: inline;
    }
    .live:not(.cut) {
      width: 0.6rem;
      overflow: hidden;
    }
  }
  main {
    min-width: 0;
    min-height: 0;
    margin-bottom: var(--mark, 0px);
    padding: 1rem 1.25rem;
    overflow: auto;
  }
  .railed {
    display: grid;
    grid-template-columns: 13rem minmax(0, 1fr);
    gap: 0.85rem 1.25rem;
    min-height: 100%;
  }
  .work {
    min-width: 0;
  }
  .work > * {
    box-sizing: border-box;
  }
  @media (max-width: 60rem) {
    .railed {
      grid-template-columns: minmax(0, 1fr);
      grid-template-rows: auto 1fr;
    }
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
  /* One row at every width: the name of the office and of whoever is signed in give way, then the pages are reached sideways. */
  @media (max-width: 64rem) {
    .brand,
    .who strong {
      display: none;
    }
    .tiny {
      display: inline;
      font-size: 0.85rem;
    }
  }
  @media (max-width: 48rem) {
    .top {
      column-gap: 0.4rem;
      padding: 0 0.6rem;
    }
    .end {
      gap: 0;
    }
    .end > ui-tag {
      display: none;
    }
    ui-clock {
      --clock-size: 1em;
      --clock-zone: none;
    }
    .live {
      margin-right: 0.5rem;
    }
  }
  /* On a phone the pages have a row of their own; what goes on beyond the edge fades out. */
  @media (max-width: 30rem) {
    .top {
      flex-wrap: wrap;
      min-height: 0;
      padding-top: 0.35rem;
    }
    nav {
      flex: 1 0 100%;
      order: 1;
      min-height: 2.75rem;
      margin-left: 0;
      padding-right: 1.5rem;
      mask-image: linear-gradient(to right, #000 calc(100% - 1.5rem), transparent);
    }
  }
  @media print {
    :host {
      display: block;
      height: auto;
    }
    .top,
    .closed {
      display: none;
    }
    main {
      overflow: visible;
      padding: 0;
    }
    .railed {
      display: block;
    }
  }
`
