import { css } from 'lit'

/** A slip on thermal paper: pure black on white, because the head prints dots or nothing; sizes in mm, so no screen scales it. */
export const slipStyles = css`
  :host {
    --u: 3mm;
    --mark-body: #000;
    --mark-stroke: #fff;
    --call: #fff;
    display: block;
    width: 72mm;
    margin: 0 auto;
    padding: 3mm 1mm 2mm;
    background: #fff;
    color: #000;
    font-size: var(--u);
    font-weight: 600;
    line-height: 1.3;
    text-align: center;
    print-color-adjust: exact;
    -webkit-print-color-adjust: exact;
  }
  :host([paper='58']) {
    --u: 2.7mm;
    width: 48mm;
    padding-inline: 0.5mm;
  }
  .mark {
    flex: none;
    width: 2.4em;
    height: 2.4em;
  }
  .office {
    display: flex;
    align-items: center;
    justify-content: center;
    gap: 0.6em;
    padding-bottom: 0.7em;
    border-bottom: 0.4mm solid #000;
    font-size: 0.95em;
    line-height: 1.2;
    text-align: left;
  }
  .label {
    margin-top: 0.6em;
    font-size: 1.1em;
  }
  h1 {
    margin: 0.05em 0;
    font-weight: 800;
    line-height: 0.95;
  }
  dl {
    display: grid;
    margin: 0.7em 0;
    border: 0.4mm solid #000;
  }
  dl div {
    padding: 0.4em 0.2em;
  }
  dl div + div {
    border-left: 0.4mm solid #000;
  }
  dt {
    font-size: 0.85em;
  }
  dd {
    font-weight: 800;
    letter-spacing: -0.02em;
    line-height: 1.2;
  }
  ui-qr {
    border-radius: 0;
  }
  ui-visit {
    margin-top: 0.6em;
    padding-top: 0.5em;
    border-top: 0.4mm dashed #000;
  }
`

/** The share of its size at which a number fits its paper: five signs fit whole (`A-012`), of more each takes its part. */
export function numberFit(number: string): string {
  return `--fit: ${number.length > 5 ? (4.4 / number.length).toFixed(3) : 1}`
}
