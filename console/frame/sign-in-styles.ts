import { css } from 'lit'

export const signInStyles = css`
  :host {
    display: block;
    font-size: 0.9375rem;
  }
  main {
    display: flex;
    flex-wrap: wrap;
    gap: 1rem;
    align-items: flex-start;
    justify-content: center;
    padding: min(12vh, 6rem) 1.25rem 2rem;
  }
  .card {
    width: min(26rem, 100%);
    padding: 1.6rem 1.8rem;
    border: 1px solid var(--line);
    border-radius: var(--r-l);
    background: var(--surface);
  }
  .brand {
    display: flex;
    gap: 0.7rem;
    align-items: center;
    margin-bottom: 1.4rem;
    font-weight: 750;
  }
  h1 {
    font-size: 1.9rem;
  }
  h2 {
    font-size: 1rem;
  }
  .soft {
    margin-top: 0.3rem;
  }
  ui-banner {
    margin-top: 0.8rem;
    --banner-pad: 0.6em 0.9em;
  }
  form {
    display: grid;
    margin-top: 1.2rem;
  }
  label {
    margin: 0.7rem 0 0.3rem;
    font-weight: 650;
  }
  input {
    width: 100%;
    min-height: 2.9rem;
    padding: 0 0.8rem;
    border: 1.5px solid var(--edge);
    border-radius: var(--r-m);
    background: var(--paper);
    color: var(--ink);
  }
  .secret {
    position: relative;
  }
  .secret input {
    padding-right: 6.6rem;
  }
  .secret ui-button {
    position: absolute;
    top: 50%;
    right: 0.3rem;
    translate: 0 -50%;
    --button-pad: 0.2em 0.6em;
    --button-gap: 0.35em;
  }
  .caps {
    min-height: 1.5em;
    padding-top: 0.2rem;
    font-size: 0.85rem;
    font-weight: 650;
    color: var(--call-text);
  }
  .go {
    margin-top: 0.9rem;
  }
  .other {
    margin: 0.8rem 0 0 -0.9em;
  }
  aside ul {
    display: grid;
    grid-template-columns: 1fr 1fr;
    gap: 0.5rem;
    margin-top: 0.9rem;
  }
  aside ui-button {
    width: 100%;
    --button-pad: 0.35em 0.9em;
  }
  aside small {
    color: var(--soft);
  }
`
