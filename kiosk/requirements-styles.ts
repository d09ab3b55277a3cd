import { css } from 'lit'

export const requirementsStyles = css`
  :host {
    display: grid;
    grid-template-rows: 1fr auto;
    min-height: 0;
  }
  .body {
    display: grid;
    grid-template-rows: auto 1fr;
    gap: var(--s4);
    min-height: 0;
    padding: 0 var(--s6);
  }
  .head {
    display: flex;
    align-items: center;
    gap: var(--s4);
    margin-top: var(--s3);
  }
  .head .pict {
    flex: none;
    width: 5rem;
    height: 5rem;
  }
  h1:focus-visible {
    outline: 0;
  }
  h1 {
    font-size: 2.2rem;
  }
  .head p {
    margin-top: 0.2rem;
    font-size: var(--t-lg);
    color: var(--soft);
  }
  .panels {
    display: grid;
    grid-template-rows: 1fr auto;
    gap: var(--s4);
    min-height: 0;
  }
  .panels.one {
    align-content: start;
    grid-template: auto / 1fr;
  }
  section {
    display: flex;
    flex-direction: column;
    min-height: 0;
    padding: var(--s5);
    border: var(--stroke) solid var(--line);
    border-radius: var(--r-l);
    background: var(--surface);
  }
  h2 {
    font-size: 1.8rem;
  }
  section > .soft {
    margin: var(--s2) 0 var(--s4);
    font-size: 1.1rem;
  }
  section > .soft b {
    margin-right: 0.8em;
  }
  .stack {
    display: grid;
    flex: 1;
    gap: var(--s3);
    grid-auto-rows: minmax(72px, 8.5rem);
    align-content: start;
    min-height: 0;
    overflow: auto;
    padding: 4px;
    margin: -4px;
  }
  .two {
    flex: none;
    grid-template-columns: 1fr 1fr;
  }
  ui-choice {
    font-size: 1.45rem;
  }
  .two ui-choice {
    min-height: 5.4rem;
  }
  ui-choice small {
    margin-top: 0.15em;
    font-size: 1.1rem;
  }
  .free {
    display: flex;
    flex-wrap: wrap;
    gap: var(--s2) var(--s5);
    margin-top: var(--s4);
    font-weight: 650;
  }
  .free span {
    display: inline-flex;
    gap: 0.45em;
    align-items: center;
  }
  .free svg {
    color: var(--accent);
  }
  .trouble {
    margin-top: var(--s4);
    font-size: 1.45rem;
    font-weight: 700;
  }
  .act {
    grid-template-columns: 1fr 2fr;
  }
  .act.three {
    grid-template-columns: 1fr 1.6fr 1.6fr;
  }
  .act ui-button {
    font-size: var(--t-xl);
  }
  .paper {
    display: flex;
    align-items: center;
    gap: 0.8em;
    padding: 0.3em 0.8em;
    border: var(--stroke-strong) dashed var(--edge);
    border-radius: var(--r-m);
    font-size: 1.45rem;
    font-weight: var(--w-label);
    line-height: 1.25;
  }
  .paper svg {
    flex: none;
    width: 1.6em;
    height: 1.6em;
    color: var(--accent);
  }
  .paper small {
    display: block;
    font-size: 1.1rem;
    font-weight: var(--w-text);
    color: var(--soft);
  }
  .book {
    display: grid;
    grid-template-columns: 9.5rem 1fr;
    align-items: center;
    gap: var(--s4);
  }
  .book p,
  .again {
    font-size: var(--t-lg);
    font-weight: 600;
  }
  .again {
    margin-top: var(--s4);
  }
  @media (orientation: landscape) {
    .body {
      gap: var(--s3);
    }
    .head {
      margin: 0;
    }
    .head .pict {
      width: 3.5rem;
      height: 3.5rem;
    }
    h1 {
      font-size: var(--t-2xl);
    }
    .head p {
      font-size: var(--t-md);
    }
    .panels {
      grid-template: 1fr / 1.25fr 1fr;
    }
    .panels.one {
      grid-template: auto / 1fr;
    }
    section {
      padding: var(--s4);
    }
    h2 {
      font-size: var(--t-lg);
    }
    section > .soft {
      margin: var(--s1) 0 var(--s3);
      font-size: 0.95rem;
    }
    .stack {
      gap: var(--s2);
    }
    .many {
      grid-template-columns: 1fr 1fr;
    }
    .two {
      grid-template-columns: 1fr;
    }
    .one .two {
      grid-template-columns: 1fr 1fr;
    }
    ui-choice {
      padding: 0.3em 0.8em;
      font-size: var(--t-md);
    }
    .two ui-choice {
      min-height: 4.4rem;
      font-size: var(--t-lg);
    }
    .paper {
      font-size: var(--t-md);
    }
    .paper small,
    ui-choice small {
      font-size: 0.95rem;
    }
    .free {
      margin-top: var(--s3);
      font-size: 0.9rem;
    }
    .trouble {
      margin-top: var(--s3);
      font-size: var(--t-lg);
    }
    .act ui-button {
      --button-height: 4.6rem;
    }
    .book {
      grid-template-columns: 8rem 1fr;
    }
    .book p,
    .again {
      font-size: var(--t-md);
    }
  }
`
