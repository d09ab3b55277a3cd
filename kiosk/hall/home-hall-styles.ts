import { css } from 'lit'

/** The first page of a hall. */
export const homeHallStyles = css`
  .ways {
    display: grid;
    grid-template-columns: 1.65fr 1fr;
    gap: var(--s3);
  }
  .ways.alone {
    grid-template-columns: 1fr;
  }
  .ways button {
    display: flex;
    align-items: center;
    gap: 0.8rem;
    min-height: max(72px, 4.4rem);
    padding: 0 1.2rem;
    border-radius: var(--r-l);
    font-size: var(--t-lg);
    font-weight: 700;
  }
  .ways svg {
    flex: none;
    width: 2rem;
    height: 2rem;
  }
  .ways small {
    margin-top: 0.15rem;
    font-size: 0.92rem;
  }
  .ways .seek {
    border: 3px solid var(--accent);
  }
  .seek svg {
    color: var(--accent);
  }
  .ways .scan,
  .ways .scan small {
    border: 0;
    background: var(--accent);
    color: var(--on-accent);
  }
  .often {
    display: grid;
    grid-template-columns: repeat(3, minmax(0, 1fr));
    gap: 16px;
  }
  .often button {
    min-height: max(72px, 3.5rem);
    padding: 0.35rem 0.8rem;
    border-color: var(--edge);
    font-size: 1.08rem;
    font-weight: 750;
  }
  .often small {
    margin-top: 0.12rem;
    font-size: 0.88rem;
  }
  .all {
    display: flex;
    flex: 1;
    flex-direction: column;
    min-height: 0;
  }
  .inst {
    display: grid;
    flex: 1;
    grid-template-columns: repeat(4, 1fr);
    grid-auto-rows: minmax(72px, 1fr);
    gap: 16px;
    min-height: 0;
  }
  .inst button {
    display: grid;
    align-content: center;
    gap: 0.18rem;
    min-width: 0;
    padding: 0.3rem 0.5rem;
    box-shadow: var(--e-1);
    line-height: 1.12;
  }
  .inst b {
    overflow-wrap: anywhere;
    font-size: 1rem;
    font-weight: 750;
    letter-spacing: -0.015em;
  }
  .inst small {
    overflow: hidden;
    font-size: 0.84rem;
    white-space: nowrap;
    text-overflow: ellipsis;
  }
  .more {
    grid-column: 1 / -1;
  }
  @media (orientation: landscape) {
    :host {
      display: grid;
      grid-template: auto auto auto 1fr / 21.5rem 1fr;
      column-gap: var(--s5);
    }
    .ask {
      grid-area: 1 / 1;
    }
    h1 {
      font-size: 1.4rem;
    }
    .ways {
      grid-area: 2 / 1;
      grid-template-columns: 1fr;
      gap: 8px;
    }
    .ways button {
      min-height: 72px;
      font-size: 1.1rem;
    }
    .ways small {
      font-size: 0.82rem;
    }
    .most {
      grid-area: 3 / 1;
    }
    .note {
      margin: 0;
      line-height: 1;
    }
    .often {
      grid-template-columns: repeat(2, minmax(0, 1fr));
      gap: 8px;
    }
    .often button,
    .inst button {
      padding: 0.2rem 0.55rem;
    }
    .often button,
    .inst b {
      font-size: 0.95rem;
      line-height: 1.05;
    }
    .often small,
    .inst small {
      font-size: 0.8rem;
      line-height: 1.1;
    }
    .all {
      grid-area: 1 / 2 / 5 / 3;
    }
    .all h2 {
      margin-top: 0;
    }
    .inst {
      grid-template-columns: repeat(5, 1fr);
      gap: 8px;
    }
    .feet {
      grid-area: 4 / 1;
      grid-template-columns: 1.22fr 1fr;
      align-self: end;
      gap: var(--s2);
    }
    /* Beside 32 tiles there is no room for a third: a kiosk by the way out asks. */
    .feet .rate {
      display: none;
    }
    .feet ui-button {
      --button-height: 72px;
      --button-pad: 0 var(--s2);
      font-size: 0.95rem;
    }
    .feet svg {
      width: 1.7rem;
      height: 1.7rem;
    }
    .feet small {
      display: none;
    }
  }
`
