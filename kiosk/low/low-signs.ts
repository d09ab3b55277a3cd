import { css } from 'lit'

/** The keypad of the accessible mode on the screen: the signs stand as they stand on the keys. */
export const lowSigns = css`
  .signs {
    grid-template-columns: repeat(3, 1fr);
  }
  .signs .option,
  .big .signs .option {
    grid-template: 1fr / auto;
    justify-content: center;
    gap: 0;
    padding: 0;
    font-size: 2.6rem;
  }
  .signs .option .key {
    display: none;
  }
  .signs .option:not(:has(svg)) .name,
  .big .signs .option:not(:has(svg)) .name {
    grid-area: 1 / 1;
    align-self: center;
  }
  .signs .option:has(small) {
    grid-template-rows: 1fr auto;
    padding: var(--s1);
    font-size: 1.5rem;
  }
  .big .signs .option:has(small) {
    font-size: 2rem;
  }
  .signs .option small,
  .big .signs .option small {
    grid-area: 2 / 1;
    justify-self: center;
    max-width: none;
  }
`
