/** Width of the paper roll in millimetres. */
export type Paper = '58' | '80'

/** Page lengths in millimetres, and for each step that the slip tells; a thermal printer cuts where the print ends. */
const LENGTH_MM: Record<Paper, number> = { 80: 130, 58: 140 }
const STEP_MM = 9

const page = new CSSStyleSheet()

/** The paper of this kiosk: `?paper=58` in its address, or the setting kept on the device, else 80 mm. */
export function paperOf(address: Location = location): Paper {
  const wish = new URLSearchParams(address.search).get('paper') ?? kept()
  return wish === '58' ? '58' : '80'
}

/** The kiosk prints by itself: only asked for where the browser prints silently, because a print dialog would block it. */
export function printsByItself(address: Location = location): boolean {
  return new URLSearchParams(address.search).get('print') === 'auto'
}

/** Prints what the print stylesheet leaves visible, on a page as wide as the roll; `steps` are those that the slip tells. */
export function printOn(paper: Paper, steps = 0): void {
  page.replaceSync(`@page { size: ${paper}mm ${LENGTH_MM[paper] + STEP_MM * steps}mm; margin: 0 }`)
  if (!document.adoptedStyleSheets.includes(page)) document.adoptedStyleSheets = [...document.adoptedStyleSheets, page]
  window.print()
}

function kept(): string | null {
  try {
    return localStorage.getItem('tanggap.kiosk.paper')
  } catch {
    return null
  }
}
