import { css } from 'lit'

/** What the panes of scores look like. */
export const scoreStyles = css`
  .stack {
    display: grid;
    gap: 0.85rem;
  }
  .words {
    margin: 0.5rem 0 0.2rem;
    font-size: 1.0625rem;
    font-weight: 700;
    line-height: 1.3;
  }
  .big {
    font-size: 2rem;
    font-weight: 700;
    font-variant-numeric: tabular-nums;
  }
  .funnel {
    display: block;
    width: 100%;
    margin-top: 0.5rem;
    font-size: 0.75rem;
    overflow: visible;
  }
  .funnel text {
    fill: var(--soft);
  }
  .funnel .lab {
    fill: var(--ink);
    font-weight: 650;
  }
  .funnel .halo {
    paint-order: stroke;
    stroke: var(--surface);
    stroke-width: 4px;
    stroke-linejoin: round;
  }
  .funnel .same {
    fill: var(--accent-soft);
  }
  .funnel .ax {
    stroke: var(--line);
  }
  .funnel .few {
    stroke: var(--soft);
    stroke-dasharray: 2 3;
  }
  .funnel .lim {
    fill: none;
    stroke: var(--mark-mute);
    stroke-width: 1.4;
  }
  .funnel .far {
    stroke-dasharray: 5 4;
  }
  .funnel .flag {
    stroke: var(--ink);
    stroke-width: 4;
  }
  .funnel .you {
    fill: var(--ink);
    font-weight: 700;
  }
  .funnel .ref {
    stroke: var(--ink);
    stroke-width: 1.2;
    stroke-dasharray: 4 3;
  }
  .funnel .me {
    fill: var(--call);
    stroke: var(--on-call);
    stroke-width: 2;
  }
  .funnel .iv {
    stroke: var(--mark);
    stroke-width: 4.5;
    stroke-linecap: round;
  }
  .funnel .thin {
    stroke-width: 2.5;
  }
  .funnel .best {
    fill: var(--surface);
    stroke: var(--mark);
    stroke-width: 2;
  }
  /* On a phone the one action stands where the thumb is, as long as the score is in sight. */
  @media (max-width: 40rem) {
    .dock {
      position: sticky;
      bottom: 0;
      display: grid;
      gap: 0.3rem;
      margin: 0.5rem -0.9rem -0.9rem;
      padding: 0.7rem 0.9rem calc(0.7rem + env(safe-area-inset-bottom));
      border-top: 1px solid var(--line);
      border-radius: 0 0 var(--r-m) var(--r-m);
      background: var(--surface);
      text-align: center;
    }
    .dock a {
      padding: 0.75rem;
      border: 1.5px solid var(--edge);
      border-radius: var(--r-m);
      color: var(--ink);
      font-weight: 700;
      text-decoration: none;
    }
  }
  ul {
    list-style: disc;
  }
  .note + .note {
    margin-top: 0.4rem;
  }
  .causes strong {
    display: block;
  }
  @media (max-width: 30rem) {
    .funnel {
      font-size: 0.95rem;
    }
  }
  table {
    width: 100%;
    border-collapse: collapse;
    font-size: 0.875rem;
  }
  th,
  td {
    padding: 0.3rem 0.4rem 0.3rem 0;
    border-bottom: 1px solid var(--line);
    text-align: left;
    vertical-align: top;
  }
  .n {
    text-align: right;
    font-variant-numeric: tabular-nums;
  }
  .n + :not(.n) {
    padding-left: 0.9rem;
  }
  ol {
    list-style: decimal;
  }
  .part th {
    padding-left: 1rem;
    font-weight: 400;
  }
  ol,
  ul {
    display: grid;
    gap: 0.35rem;
    margin: 0.4rem 0 0;
    padding-left: 1.1rem;
    font-size: 0.875rem;
    line-height: 1.45;
  }
  .how-of {
    font-size: 0.8125rem;
  }
  .how-of summary {
    width: fit-content;
    padding: 0.2rem 0;
    color: var(--accent);
    cursor: pointer;
  }
  .how-of ol {
    max-width: 34rem;
    font-size: inherit;
  }
  @media (max-width: 40rem) {
    .wide thead {
      display: none;
    }
    .wide tr,
    .wide td,
    .wide th {
      display: block;
      border: 0;
      padding: 0.1rem 0;
      text-align: left;
    }
    .wide tr {
      padding: 0.5rem 0;
      border-bottom: 1px solid var(--line);
    }
    .wide .dash {
      display: none;
    }
    .wide td::before {
      content: attr(data-l) ': ';
      color: var(--soft);
    }
  }
`
