import { css } from 'lit'

/** Search by letters. */
export const findStyles = css`
  .found {
    display: grid;
    flex: 1;
    grid-template-rows: auto auto 1fr;
    min-height: 0;
  }
  .typed {
    display: flex;
    align-items: center;
    gap: 0.8rem;
    min-height: 5rem;
    padding: 0 1.2rem;
    border: 4px solid var(--accent);
    border-radius: var(--r-l);
    background: var(--surface);
  }
  .typed svg {
    flex: none;
    width: 2rem;
    height: 2rem;
    color: var(--accent);
  }
  .typed h1 {
    font-size: 2.2rem;
    font-weight: 750;
  }
  .typed h1 span {
    white-space: pre;
  }
  .typed .soft {
    color: var(--soft);
    font-size: 1.4rem;
    font-weight: 600;
  }
  .typed u {
    width: 3px;
    height: 2.2rem;
    margin-inline-start: -0.5rem;
    background: var(--accent);
  }
  .typed ui-button {
    margin-inline-start: auto;
    --button-height: 72px;
  }
  .hits {
    display: grid;
    align-content: start;
    gap: 16px;
  }
  .hits button {
    display: grid;
    grid-template-columns: auto 1fr auto;
    align-items: center;
    gap: 0 1rem;
    min-width: 0;
    min-height: max(72px, 4.7rem);
    padding: 0.4rem 1rem 0.4rem 0.7rem;
    border-radius: var(--r-l);
    box-shadow: var(--e-1);
    line-height: 1.2;
  }
  .code {
    min-width: 3rem;
    border-radius: 0.4rem;
    background: var(--accent-soft);
    color: var(--deep);
    font-size: 1.1rem;
    font-weight: 800;
    line-height: 2.4rem;
    text-align: center;
  }
  .hits b {
    font-size: 1.4rem;
    font-weight: 750;
    letter-spacing: -0.015em;
  }
  mark {
    border-radius: 3px;
    background: var(--call-soft);
    color: inherit;
  }
  .hits small {
    font-size: 1rem;
  }
  .hits .w {
    font-size: 1rem;
    font-weight: 650;
    text-align: end;
    white-space: nowrap;
  }
  .w svg {
    width: 1.6rem;
    height: 1.6rem;
  }
  .hits .alt {
    border-color: var(--edge);
    border-style: dashed;
    background: transparent;
    box-shadow: none;
  }
  .keys {
    display: grid;
    gap: 16px;
    padding-top: 0.9rem;
  }
  .keys div {
    display: flex;
    justify-content: center;
    gap: 16px;
  }
  .keys button {
    flex: 1;
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: 0.4em;
    min-width: 72px;
    max-width: 3.75rem;
    min-height: max(72px, 3.9rem);
    padding: 0;
    border-color: var(--edge);
    font-size: 1.55rem;
    font-weight: 750;
    text-align: center;
  }
  .keys .wide {
    flex: 1.8;
    max-width: none;
    padding: 0 0.6rem;
    font-size: 1.1rem;
  }
  .keys .space {
    flex: 3;
    max-width: none;
    font-size: 1.1rem;
  }
  .keys svg {
    width: 1.4rem;
    height: 1.4rem;
  }
  @media (orientation: landscape) {
    .typed {
      min-height: 84px;
    }
    .typed h1 {
      font-size: 1.7rem;
    }
    .typed .soft {
      font-size: 1.2rem;
    }
    .hits {
      grid-template-columns: 1fr 1fr;
      gap: 10px 12px;
    }
    .hits button {
      gap: 0 0.7rem;
      min-height: 72px;
      padding: 0.2rem 0.8rem 0.2rem 0.5rem;
      line-height: 1.1;
    }
    .code {
      min-width: 2.4rem;
      line-height: 2rem;
    }
    .hits b {
      font-size: 1.1rem;
    }
    .hits small,
    .hits .w {
      font-size: 0.85rem;
    }
    .keys {
      gap: 8px;
      padding-top: 0.5rem;
    }
    .keys div {
      gap: 10px;
    }
    .keys button {
      max-width: 6rem;
      min-height: 72px;
    }
  }
`
