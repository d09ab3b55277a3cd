import { css } from 'lit'

/** Read from 12 m: capitals 279 of 1080 px high, 272 beside a notice; both above a quarter of the screen. */
export const callStyles = css`
  section {
    position: relative;
    display: grid;
    grid-template-rows: auto 1fr auto;
    grid-template-columns: minmax(0, 1fr);
    min-height: 0;
    padding: var(--s4) var(--s6) var(--s5);
    border: 2px solid var(--line);
    border-radius: var(--r-l);
    background: var(--surface);
  }
  .about {
    display: flex;
    justify-content: space-between;
    align-items: center;
    font-size: var(--t-xl);
    font-weight: 650;
    color: var(--soft);
  }
  .big {
    align-self: center;
    min-width: 0;
    margin-left: -0.02em;
    padding-top: 0.03em;
    font-size: 15.6rem;
    line-height: 0.78;
  }
  .big ui-number {
    letter-spacing: -0.008em;
    transform: scaleX(var(--fit, 1));
    transform-origin: 0 50%;
  }
  .to {
    display: flex;
    align-items: center;
    gap: var(--s4);
    min-width: 0;
    font-size: 4.6rem;
    line-height: 1;
    letter-spacing: -0.025em;
    white-space: nowrap;
    color: var(--call-text);
  }
  .to svg {
    flex: none;
    width: 1em;
    height: 1em;
    stroke-width: 2.6;
  }
  .to b {
    font-weight: var(--w-number);
  }
  .to .long {
    min-width: 0;
    font-size: 0.62em;
    line-height: 1.05;
    white-space: normal;
    text-wrap: balance;
  }
  .to small {
    flex: 0 1 auto;
    min-width: 6ch;
    margin-left: auto;
    font-size: var(--t-2xl);
    font-weight: 650;
    line-height: 1.15;
    letter-spacing: -0.01em;
    text-align: end;
    white-space: normal;
    text-wrap: balance;
    color: var(--soft);
  }
  /* A new call: amber for twelve seconds, three calm pulses. The colour alone is enough, without sound and without motion. */
  .calling {
    background: var(--call);
    border-color: var(--call-text);
    color: var(--on-call);
    animation: pulse var(--m-call) var(--ease) 3 alternate;
  }
  .calling .about,
  .calling .to,
  .calling small {
    color: var(--on-call);
  }
  .calling::after {
    content: '';
    position: absolute;
    inset: -0.55rem;
    border: 0.3rem solid var(--call);
    border-radius: 1.4rem;
  }
  @keyframes pulse {
    from {
      background: #fff3d0;
    }
    to {
      background: var(--call);
    }
  }
  @media (prefers-reduced-motion: reduce) {
    .calling {
      animation: none;
    }
  }
  :host([tight]) section {
    padding: var(--s3) var(--s6);
  }
  :host([tight]) .big {
    font-size: 15.2rem;
  }
  :host([tight]) .to {
    font-size: 3.4rem;
  }
  :host([stale]) section {
    border-style: dashed;
    border-color: var(--edge);
  }
  :host([stale]) .big,
  :host([stale]) .to {
    color: var(--soft);
  }
  .quiet {
    grid-template-rows: auto auto auto;
    align-content: center;
    justify-items: start;
    gap: var(--s4);
  }
  .quiet svg {
    width: 5.5rem;
    height: 5.5rem;
    stroke-width: 1.6;
    color: var(--accent);
  }
  .quiet h2 {
    font-size: 4.6rem;
    font-weight: var(--w-number);
    letter-spacing: -0.025em;
  }
  .quiet p {
    font-size: var(--t-2xl);
    font-weight: 650;
    line-height: 1.2;
    color: var(--soft);
  }
`
