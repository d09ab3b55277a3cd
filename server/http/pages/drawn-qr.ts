import qrcode from 'qrcode'
import { html, type Markup } from '../../../shared/ticket/markup.ts'

const QUIET = 3

/** A QR code on its white field, dark on light in every theme, because scanners expect it so. */
export function drawnQr(text: string, label: string, px = 136): Markup {
  const { modules } = qrcode.create(text, { errorCorrectionLevel: 'M' })
  const { size, data } = modules
  const field = size + 2 * QUIET
  let path = ''
  for (let y = 0; y < size; y++)
    for (let x = 0; x < size; x++) {
      if (!data[y * size + x]) continue
      const from = x
      while (x + 1 < size && data[y * size + x + 1]) x++
      path += `M${from} ${y}h${x + 1 - from}v1H${from}z`
    }
  return html`<svg
    role="img"
    aria-label="${label}"
    viewBox="${-QUIET} ${-QUIET} ${field} ${field}"
    width="${px}"
    height="${px}"
  >
    <rect x="${-QUIET}" y="${-QUIET}" width="${field}" height="${field}" fill="#fff" />
    <path d="${path}" fill="#000" shape-rendering="crispEdges" />
  </svg>`
}
