import { css } from 'lit'

export const currentStyles = css`
  :host {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    grid-template-rows: auto auto auto minmax(min-content, 1fr);
    gap: 0.6rem;
    min-height: 0;
  }
  /* Where the page does not scroll, the pane gives way to what lies above it: smaller words first, then its own scroll. */
  @media (min-width: 72.01rem) and (min-height: 38.01rem) {
    :host {
      container-type: size;
      overflow: auto;
    }
  }
  .head {
    display: flex;
    align-items: center;
    justify-content: space-between;
    min-height: 1.9rem;
    font-size: 0.95rem;
    font-weight: 650;
    color: var(--soft);
  }
  .who {
    display: grid;
    grid-template-columns: 1fr auto;
    gap: 1rem;
    align-items: start;
  }
  /* What stands beside the number takes what it leaves. */
  .big {
    min-width: max-content;
    font-size: 6.4rem;
    line-height: 0.95;
    letter-spacing: -0.02em;
  }
  .words {
    font-size: 3.2rem;
    line-height: 1.05;
  }
  .svcs {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem;
    align-items: center;
    margin-top: 0.35rem;
    font-size: 1.15rem;
    font-weight: 650;
  }
  .calls {
    display: inline-flex;
    gap: 0.25rem;
    align-items: center;
  }
  .calls i {
    width: 1.4rem;
    height: 0.4rem;
    border-radius: 1rem;
    background: var(--line);
  }
  .calls .made {
    background: var(--call);
    box-shadow: inset 0 0 0 1px var(--call-text);
  }
  .holder {
    display: flex;
    flex-wrap: wrap;
    gap: 0.3rem 0.8rem;
    align-items: center;
    margin-top: 0.4rem;
    font-size: 0.95rem;
  }
  .why {
    display: grid;
    grid-template-columns: auto 1fr;
    gap: 0.2rem 0.8rem;
    padding: 0.7rem 0.9rem;
    border-radius: var(--r-m);
    background: var(--accent-soft);
  }
  .why .i {
    grid-row: span 2;
    margin-top: 0.1rem;
    font-size: 1.4rem;
    color: var(--deep);
  }
  .why p {
    font-size: 0.875rem;
  }
  .mid {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0.8rem;
    align-self: center;
    min-width: 0;
  }
  .strong {
    font-size: 0.9rem;
    font-weight: 650;
  }
  .nexts {
    display: grid;
    grid-template-columns: repeat(4, 1fr);
    gap: 0.5rem;
  }
  .nexts li {
    padding: 0.6rem 0.8rem;
    border-radius: var(--r-m);
    background: var(--sunk);
  }
  .nexts ui-number {
    display: block;
    font-size: 1.5rem;
    line-height: 1.15;
  }
  .nexts span {
    font-size: 0.875rem;
    color: var(--soft);
  }
  .paper {
    display: flex;
    gap: 0.7rem;
    align-items: center;
    font-size: 0.9rem;
    line-height: 1.35;
  }
  .paper > .i {
    flex: none;
    font-size: 1.3rem;
    color: var(--accent);
  }
  .paper .list {
    flex: 1;
    display: -webkit-box;
    overflow: hidden;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
  }
  /* Where a visit goes next, and that nobody is there yet, is told whole. */
  .steps .list {
    -webkit-line-clamp: 4;
  }
  .paper ui-button {
    flex: none;
    --button-height: 2.6rem;
  }
  @container (max-height: 24rem) {
    .big {
      font-size: 5.2rem;
    }
    .svcs {
      margin-top: 0.2rem;
    }
    .why {
      padding: 0.45rem 0.9rem;
    }
    .mid {
      gap: 0.5rem;
    }
    /* What comes next, and what can be done about it, goes before how the visit has gone. */
    .stepped ui-trip {
      display: none;
    }
  }
  @container (max-height: 23.5rem) {
    .head {
      min-height: 0;
    }
    .holder {
      margin-top: 0.15rem;
    }
    .mid {
      gap: 0.35rem;
    }
    desk-timer {
      --timer: 2.6rem;
    }
    .why b {
      display: none;
    }
    .why .i {
      grid-row: auto;
    }
    .paper ui-button {
      --button-height: 2.1rem;
    }
    .big {
      font-size: 4.2rem;
    }
    .words {
      font-size: 2.4rem;
    }
    .svcs {
      font-size: 1.05rem;
    }
    .nexts li {
      padding: 0.35rem 0.8rem;
    }
  }
  @container (max-height: 19rem) {
    .big {
      font-size: 3.2rem;
    }
    .head {
      margin-block: -0.3rem;
    }
  }
  @media (max-width: 48rem) {
    .who,
    .nexts {
      grid-template-columns: 1fr 1fr;
    }
    .big {
      font-size: 4rem;
    }
    .words {
      font-size: 2rem;
    }
    .paper {
      flex-wrap: wrap;
    }
  }
  @media (max-width: 30rem) {
    .who {
      grid-template-columns: minmax(min-content, 1fr) minmax(0, auto);
      gap: 0.5rem;
    }
    .head {
      flex-wrap: wrap;
    }
    .big {
      font-size: 3.2rem;
    }
    .words {
      font-size: 1.7rem;
    }
    .paper .list {
      flex-basis: calc(100% - 3rem);
    }
  }
`
