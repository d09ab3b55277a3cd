import { css } from 'lit'

export const ticketStyles = css`
  :host {
    display: grid;
    grid-template-rows: 1fr auto;
    min-height: 0;
  }
  .body {
    display: grid;
    align-content: center;
    gap: var(--s5);
    min-height: 0;
    padding: 0 var(--s6);
  }
  ui-ticket {
    text-align: center;
    overflow: hidden;
  }
  .face {
    padding: var(--s5) var(--s5) var(--s4);
  }
  .label {
    font-size: var(--t-xl);
    font-weight: 650;
    color: var(--soft);
  }
  h1:focus-visible {
    outline: 0;
  }
  h1 {
    font-size: calc(10.4rem * var(--fit, 1));
    line-height: 1;
  }
  .label svg {
    margin-right: 0.4em;
    vertical-align: -0.2em;
    stroke-width: 2.6;
    color: var(--accent);
  }
  .what {
    font-size: var(--t-xl);
    font-weight: 700;
  }
  ui-visit {
    margin-top: var(--s3);
    font-size: var(--t-lg);
  }
  .arrival {
    justify-self: center;
    width: fit-content;
    margin: var(--s3) auto 0;
    padding: 0.3em 0.9em;
    border-radius: var(--r-m);
    background: var(--accent-soft);
    color: var(--deep);
    font-size: var(--t-xl);
    font-weight: 750;
    line-height: 1.25;
    text-wrap: balance;
  }
  dl {
    display: grid;
    grid-auto-flow: column;
    grid-auto-columns: auto;
  }
  dl div {
    padding: var(--s4) var(--s2);
  }
  dl div + div {
    border-left: var(--stroke) solid var(--line);
  }
  dt {
    color: var(--soft);
    font-weight: 600;
  }
  dd {
    font-size: var(--t-2xl);
    font-weight: 800;
    letter-spacing: -0.02em;
    line-height: 1.2;
  }
  ui-range {
    --h: 1rem;
    --range-text: var(--t-md);
    padding: var(--s2) var(--s6) var(--s4);
    font-weight: 600;
    text-align: start;
  }
  .col {
    display: grid;
    gap: var(--s5);
  }
  .print {
    --button-height: 5.5rem;
    --button-radius: var(--r-l);
    font-size: var(--t-lg);
  }
  .paper {
    display: flex;
    align-items: center;
    gap: var(--s4);
    min-height: 5.5rem;
    padding: var(--s3) var(--s5);
    border-radius: var(--r-l);
    background: var(--accent-soft);
    font-size: var(--t-lg);
    font-weight: 700;
    line-height: 1.25;
  }
  .paper > svg,
  .print svg,
  .arrow svg {
    flex: none;
    width: 2.4rem;
    height: 2.4rem;
    color: var(--deep);
  }
  .paper small,
  .print small {
    display: block;
    margin-top: 0.15em;
    font-size: var(--t-md);
    font-weight: 500;
  }
  .arrow {
    margin-left: auto;
    animation: nod var(--m-call) var(--ease) infinite alternate;
  }
  @keyframes nod {
    to {
      translate: 0 0.4rem;
    }
  }
  @media (prefers-reduced-motion: reduce) {
    .arrow {
      animation: none;
    }
  }
  .scan {
    display: grid;
    grid-template-columns: 11rem 1fr;
    align-items: center;
    gap: var(--s5);
    padding: var(--s5);
    border: var(--stroke) solid var(--line);
    border-radius: var(--r-l);
    background: var(--surface);
  }
  .scan h2 {
    font-size: var(--t-xl);
  }
  .scan p {
    margin-top: var(--s2);
    font-size: var(--t-lg);
    color: var(--soft);
  }
  ol {
    display: grid;
    grid-template-columns: repeat(3, 1fr);
    gap: var(--s4);
  }
  li {
    display: grid;
    align-content: start;
    gap: 0.4rem;
    font-weight: 600;
    line-height: 1.3;
  }
  li span {
    display: grid;
    place-items: center;
    width: 2.2em;
    height: 2.2em;
    border-radius: 50%;
    background: var(--accent);
    color: var(--on-accent);
    font-weight: 800;
  }
  .act ui-button {
    --button-pad: 0 0.8em;
    white-space: nowrap;
  }
  .act small {
    font-size: var(--t-md);
    font-weight: 600;
  }
  .left {
    grid-column: 1 / -1;
    height: 0.5rem;
    border-radius: var(--r-pill);
    background: var(--sunk);
    overflow: hidden;
  }
  .left i {
    display: block;
    width: var(--left);
    height: 100%;
    background: var(--accent);
    transition: width 1s linear;
  }
  @media (prefers-reduced-motion: reduce) {
    .left i {
      transition: none;
    }
  }
  @media (orientation: portrait) {
    .arrived,
    .stepped {
      gap: var(--s4);
    }
    :is(.arrived, .stepped) h1 {
      font-size: calc(8.6rem * var(--fit, 1));
    }
    .arrived.stepped h1 {
      font-size: calc(6.6rem * var(--fit, 1));
    }
    .arrived.stepped .face {
      padding-block: var(--s3) var(--s2);
    }
  }
  @media (orientation: landscape) {
    .body {
      grid-template-columns: 1.45fr 1fr;
      align-content: stretch;
      gap: var(--s4);
    }
    ui-ticket {
      display: grid;
      grid-template-rows: 1fr auto auto;
    }
    .face {
      display: grid;
      align-content: center;
      padding: var(--s2) var(--s4);
    }
    h1 {
      font-size: calc(9rem * var(--fit, 1));
    }
    .stepped h1 {
      font-size: calc(7.8rem * var(--fit, 1));
    }
    .arrived.stepped h1 {
      font-size: calc(6.2rem * var(--fit, 1));
    }
    .label,
    .what,
    .arrival {
      font-size: var(--t-lg);
    }
    .arrived.stepped :is(.label, .what, ui-visit) {
      font-size: var(--t-md);
    }
    .arrival {
      margin-top: var(--s1);
    }
    dl div {
      padding: var(--s2);
    }
    dt {
      font-size: 0.9rem;
    }
    dd {
      font-size: var(--t-xl);
    }
    ui-range {
      padding: var(--s1) var(--s5) var(--s3);
    }
    .col {
      align-content: space-between;
      gap: var(--s3);
    }
    .print,
    .paper {
      --button-height: 4.4rem;
      min-height: 4.4rem;
      font-size: var(--t-md);
    }
    .paper small,
    .print small {
      font-size: 0.9rem;
    }
    .scan {
      grid-template-columns: 8.6rem 1fr;
      gap: var(--s4);
      padding: var(--s3) var(--s4);
    }
    .scan h2 {
      font-size: var(--t-lg);
    }
    .scan p {
      font-size: 0.95rem;
    }
    ol {
      grid-template-columns: 1fr;
      gap: var(--s2);
    }
    li {
      grid-template-columns: auto 1fr;
      align-items: center;
      font-size: 0.95rem;
    }
  }
`
