import { css } from 'lit'

export const lowStyles = css`
  .unbroken {
    white-space: nowrap;
  }
  :host {
    display: grid;
    min-height: 0;
  }
  .screen {
    display: grid;
    grid-template-rows: 1fr auto;
    min-height: 0;
  }
  .upper {
    display: grid;
    grid-template-rows: auto auto auto 1fr;
    align-content: start;
    gap: var(--s5);
    min-height: 0;
    overflow: hidden;
    padding: var(--s6) var(--s6) 0;
  }
  .words {
    grid-row: 3;
  }
  .who {
    display: flex;
    align-items: center;
    gap: var(--s4);
    font-weight: 700;
    line-height: 1.3;
  }
  .crest {
    flex: none;
    width: 2.6rem;
  }
  ui-clock {
    margin-left: auto;
    --clock-size: var(--t-2xl);
  }
  .cut {
    display: flex;
    align-items: center;
    gap: var(--s3);
    padding: var(--s3) var(--s4);
    border: 3px solid var(--call);
    border-radius: var(--r-m);
    color: var(--ink);
    font-size: var(--t-lg);
    font-weight: 700;
    line-height: 1.25;
  }
  .cut svg {
    flex: none;
    width: 2rem;
    height: 2rem;
  }
  h1:focus-visible {
    outline: 0;
  }
  h1 {
    font-size: 3.4rem;
  }
  h1.number {
    font-size: 7rem;
    line-height: 1;
  }
  .words p {
    margin-top: var(--s3);
    font-size: 1.7rem;
    font-weight: 600;
    line-height: 1.3;
  }
  .told {
    grid-row: 4;
    display: flex;
    align-items: flex-start;
    gap: var(--s4);
    min-height: 0;
  }
  .told ui-qr {
    flex: none;
    width: 11rem;
  }
  .caption {
    flex: 1;
    display: flex;
    align-items: center;
    gap: var(--s4);
    padding: var(--s4) var(--s5);
    border: 3px solid var(--accent);
    border-radius: var(--r-l);
    font-size: 1.5rem;
    font-weight: 700;
    line-height: 1.3;
  }
  .caption svg {
    flex: none;
    width: 2.6rem;
    height: 2.6rem;
    color: var(--accent);
  }
  .pad {
    display: grid;
    align-content: end;
    gap: var(--s3);
    padding: var(--s4) var(--s6) var(--s5);
  }
  .options {
    display: grid;
    gap: var(--s3);
    grid-auto-rows: 1fr;
  }
  .option {
    display: grid;
    grid-template-columns: 4.2rem auto 1fr auto;
    align-items: center;
    gap: var(--s4);
    min-height: 4.85rem;
    padding: 0 var(--s5) 0 0;
    border: 3px solid var(--edge);
    border-radius: var(--r-l);
    background: var(--surface);
    color: var(--ink);
    font-size: 1.75rem;
    font-weight: 800;
    line-height: 1.15;
    text-align: start;
    overflow: hidden;
    touch-action: manipulation;
  }
  .option .key {
    align-self: stretch;
    display: grid;
    place-items: center;
    background: var(--ink);
    color: var(--paper);
    font-size: 2.6rem;
  }
  .option .name {
    grid-column: 3;
  }
  .option:not(:has(svg)) .name {
    grid-column: 2 / 4;
  }
  .option small {
    display: grid;
    justify-items: end;
    font-size: var(--t-lg);
    font-weight: 600;
    text-align: end;
    line-height: 1.2;
  }
  .option:not(:has(svg)) small {
    max-width: 14rem;
  }
  .option > svg {
    width: 3.4rem;
    height: 3.4rem;
  }
  .option:active,
  .option:focus-visible,
  .option[aria-busy='true'] {
    background: var(--call);
    border-color: var(--call);
    color: var(--on-call);
    --accent: var(--on-call);
    --accent-soft: transparent;
    --surface: transparent;
  }
  .option:active .key,
  .option:focus-visible .key,
  .option[aria-busy='true'] .key {
    background: var(--on-call);
    color: var(--call);
  }
  .option:disabled {
    border-style: dashed;
    cursor: not-allowed;
  }
  .option:disabled .key {
    background: var(--sunk);
    color: var(--ink);
  }
  .keys,
  .tools {
    display: flex;
    flex-wrap: wrap;
    gap: var(--s3);
  }
  .keys ui-button,
  .tools ui-button {
    min-width: var(--target);
  }
  .keys ui-button {
    flex: 1 0 auto;
    white-space: nowrap;
    --button-height: 5rem;
    --button-pad: 0 0.4em;
    --button-radius: var(--r-l);
  }
  .keys ui-key {
    position: static;
    font-size: 1.2rem;
  }
  .tools ui-button {
    --button-height: 4.2rem;
    --button-pad: 0 0.4em;
    --button-radius: var(--r-l);
  }
  .tools ui-button {
    flex: 1 0 auto;
    white-space: nowrap;
  }
  .big .words p {
    font-size: 2rem;
  }
  .big h1:not(.number) {
    font-size: 4.4rem;
  }
  .big .caption {
    font-size: 2rem;
    line-height: 1.2;
  }
  .big .who {
    font-size: 1.6rem;
  }
  .big ui-clock {
    --clock-size: 3.4rem;
  }
  .big .crest {
    width: 4rem;
  }
  .big .option {
    grid-template-columns: 4.6rem 1fr;
    grid-template-rows: auto auto;
    gap: 0 var(--s4);
    min-height: 6.4rem;
    font-size: 2.5rem;
  }
  .big .option .key {
    grid-row: 1 / 3;
    font-size: 3.6rem;
  }
  .big .option > svg {
    display: none;
  }
  .big .option .name,
  .big .option:not(:has(svg)) .name {
    grid-column: 2;
    align-self: end;
  }
  .big .option small {
    grid-column: 2;
    display: block;
    max-width: none;
    align-self: start;
    font-size: 2rem;
    text-align: start;
  }
  .big .option small span + span::before {
    content: '· ';
  }
  .big .option:not(:has(small)) .name {
    grid-row: 1 / 3;
    align-self: center;
  }
  .big .keys ui-button {
    font-size: 2rem;
    --button-height: 5.6rem;
  }
  .big .tools ui-button {
    font-size: 2rem;
  }
  .big .tools svg {
    display: none;
  }
`
