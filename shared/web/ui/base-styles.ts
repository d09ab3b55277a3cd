import { css } from 'lit'

/** What base.css gives the page, for the shadow root of an element: a stylesheet outside does not reach in. */
export const baseStyles = css`
  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }
  :host([hidden]),
  [hidden] {
    display: none !important;
  }
  h1,
  h2,
  h3,
  p,
  ul,
  ol,
  dl,
  dd,
  figure {
    margin: 0;
    padding: 0;
  }
  ul,
  ol {
    list-style: none;
  }
  h1,
  h2,
  h3 {
    font-weight: var(--w-title);
    line-height: var(--lh-tight);
    letter-spacing: -0.015em;
    text-wrap: balance;
  }
  button,
  input,
  select,
  textarea {
    font: inherit;
    color: inherit;
    letter-spacing: inherit;
  }
  button {
    cursor: pointer;
  }
  a {
    color: var(--accent);
    text-underline-offset: 0.2em;
  }
  :focus-visible {
    outline: var(--focus-width) solid var(--focus);
    outline-offset: 3px;
  }
  .num {
    font-weight: var(--w-number);
    letter-spacing: -0.02em;
    white-space: nowrap;
  }
  .soft {
    color: var(--soft);
  }
  /* Fixed, not absolute: what is out of sight must not make the page longer than what is seen. */
  .vh {
    position: fixed;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  ui-button small,
  ui-choice small {
    display: block;
    font-weight: 500;
  }
  ui-choice small {
    color: var(--soft);
  }
  /* With forced colours a ground of one's own is gone: what is chosen keeps a mark. */
  @media (forced-colors: active) {
    :is([aria-pressed='true'], [aria-checked='true'], [aria-current], [aria-selected='true']) {
      forced-color-adjust: none;
      background: Highlight !important;
      border-color: Highlight !important;
      color: HighlightText !important;
    }
    :is([aria-pressed='true'], [aria-checked='true'], [aria-current], [aria-selected='true']) * {
      color: inherit !important;
    }
  }
`
