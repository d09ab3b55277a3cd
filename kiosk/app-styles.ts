import { css } from 'lit'

export const appStyles = css`
  :host {
    display: block;
  }
  .screen {
    display: flex;
    flex-direction: column;
    height: 100vh;
    overflow: hidden;
  }
  main {
    flex: 1;
    display: grid;
    min-height: 0;
  }
  .screen > ui-state {
    flex: none;
    width: min(38rem, calc(100% - 2 * var(--s6)));
    margin: auto;
    font-size: var(--t-xl);
  }
  ui-banner {
    margin: 0 var(--s6) var(--s3);
  }
  .screen > kiosk-slip {
    display: none;
  }
  @media (orientation: landscape) {
    ui-banner {
      margin: 0 var(--s5) var(--s2);
      --banner-pad: 0.4em 1em;
    }
  }
  @media print {
    .screen {
      display: block;
      height: auto;
      overflow: visible;
    }
    .screen > * {
      display: none;
    }
    .screen > kiosk-slip {
      display: block;
    }
  }
`
