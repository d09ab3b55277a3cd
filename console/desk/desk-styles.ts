import { css } from 'lit'

export const deskStyles = css`
  :host {
    display: block;
    height: 100%;
  }
  .desk {
    display: grid;
    grid-template-columns: minmax(0, 1fr) 29rem;
    grid-template-rows: auto minmax(0, 1fr) auto;
    gap: 0 0.85rem;
    height: 100%;
  }
  .banners {
    grid-area: 1 / 1 / auto / -1;
  }
  .pane {
    display: grid;
    min-height: 0;
    overflow: hidden;
    padding: 0.85rem 1rem 0.5rem;
    grid-row: 2;
  }
  /* Ten rows of the list come before the papers of bookings, which scroll in what is left. */
  .list {
    grid-area: 2 / 2;
    grid-template-columns: minmax(0, 1fr);
    grid-template-rows: minmax(min(28rem, 100% - 2.2rem), 1fr) minmax(0, auto);
  }
  /* Each pane has its place, because a sheet lies over it. */
  .cur {
    grid-area: 2 / 1;
    grid-template-rows: auto minmax(0, 1fr) auto;
    gap: 0.8rem;
    padding: 0.8rem 1.4rem 1.2rem;
    overflow: auto;
  }
  .tools {
    display: flex;
    flex-wrap: wrap;
    gap: 0.2rem;
    --button-pad: 0.15em 0.6em;
    --button-gap: 0.4em;
  }
  ui-figures {
    margin-top: 0.85rem;
    grid-column: 1 / -1;
    grid-row: 3;
  }
  .wait {
    max-width: 30rem;
    margin: 3rem auto;
  }
  /* A browser with its bars on a screen of 768: the figures lie below the edge, so that the visit has room. */
  @media (min-width: 72.01rem) and (min-height: 38.01rem) and (max-height: 45rem) {
    :host {
      height: calc(100% + 5rem);
    }
  }
  @media (max-width: 72rem), (max-height: 38rem) {
    :host,
    .desk {
      height: auto;
    }
    .desk {
      grid-template-rows: auto;
      gap: 0.85rem;
    }
    .list {
      max-height: 36rem;
    }
  }
  @media (max-width: 72rem) {
    .desk {
      grid-template-columns: minmax(0, 1fr);
    }
    .list {
      grid-area: 3 / 1;
    }
    ui-figures {
      grid-row: 4;
    }
  }
  @media (max-width: 30rem) {
    .cur {
      padding-inline: 0.8rem;
      overflow: visible;
    }
  }
`
