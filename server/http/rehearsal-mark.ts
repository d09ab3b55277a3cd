import type { Ctx } from './context.ts'

/** Where the style of the mark is found, while a rehearsal runs. */
export const MARK_STYLE = '/geladi.css'

/**
 * Over every page and on every paper, whatever its own style: a frame that nobody overlooks, and the word. It takes no tap, and
 * what stands at the lower edge of a page leaves it `--mark` of room.
 */
const STYLE = `html { --mark: 2rem; }
html[data-device='hall'] { --mark: 0px; }
html::before, html::after { position: fixed; z-index: 2147483647; pointer-events: none; }
html::before {
  content: ''; inset: 0; border: 6px solid; box-sizing: border-box;
  border-image: repeating-linear-gradient(135deg, #241800 0 12px, #f6b130 12px 24px) 6;
}
html::after {
  content: 'GELADI · bukan antrean sungguhan'; bottom: 0; left: 50%; transform: translateX(-50%);
  padding: .25em 1em; border-radius: .5em .5em 0 0; background: #f6b130; color: #241800; white-space: nowrap;
  font: 700 max(14px, 1rem)/1.3 system-ui, sans-serif; letter-spacing: .02em;
}
html[data-device='hall']::after { top: 0; bottom: auto; border-radius: 0 0 .5em .5em; }
@media (max-width: 48rem) {
  html::after { content: 'GELADI'; padding: .1em .8em; font-size: 13px; }
  html { --mark: 26px; }
  .dock { padding-bottom: calc(env(safe-area-inset-bottom) + 34px) !important; }
}
@media print {
  html { --mark: 0px; }
  html::before { display: none; }
  html::after {
    content: 'GELADI · bukan antrean sungguhan'; top: auto; bottom: 0; padding: 0 2mm; border: .5mm solid #000;
    border-radius: 0; background: #fff; color: #000; font-size: 10pt;
  }
}
`

/** A page as it is shown: in a rehearsal it says so, to the eye, in its title, and to its own script (`data-rehearsal`). */
export function shown(c: Ctx, page: string): string {
  if (!c.get('rehearsing')) return page
  return page
    .replace(/<html\b/, '<html data-rehearsal')
    .replace(/<title>/, '<title>GELADI · ')
    .replace(/<\/head>/, `<link rel="stylesheet" href="${MARK_STYLE}" /></head>`)
}

/** The style of the mark; nothing by this address outside a rehearsal. */
export function markStyle(c: Ctx) {
  return c.get('rehearsing') ? c.body(STYLE, 200, { 'Content-Type': 'text/css; charset=utf-8' }) : undefined
}
