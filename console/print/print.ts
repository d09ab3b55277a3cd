/** Width of a paper roll in millimetres. */
export const PAPERS = ['80', '58'] as const
export type Paper = (typeof PAPERS)[number]

/** Page lengths in millimetres; a thermal printer cuts where the print ends. */
const LENGTH_MM: Readonly<Record<Paper, number>> = { 80: 150, 58: 160 }
const KEY = 'tanggap.console.paper'
const AT_ONCE = 'tanggap.console.printAtOnce'

/** The roll of the printer at this desk; 80 mm until another one was chosen here. */
export function deskPaper(): Paper {
  try {
    return localStorage.getItem(KEY) === '58' ? '58' : '80'
  } catch {
    return '80'
  }
}

/** Remembers the roll of the printer at this desk. */
export function rememberPaper(paper: Paper): void {
  try {
    localStorage.setItem(KEY, paper)
  } catch {
    return
  }
}

/** Whether a number taken at this desk is printed at once; only a desk without a printer says no. */
export function printsAtOnce(): boolean {
  try {
    return localStorage.getItem(AT_ONCE) !== 'no'
  } catch {
    return true
  }
}

/** Remembers whether this desk prints at once. */
export function rememberAtOnce(atOnce: boolean): void {
  try {
    localStorage.setItem(AT_ONCE, atOnce ? 'yes' : 'no')
  } catch {
    return
  }
}

type Printed = HTMLElement & { updateComplete: Promise<unknown> }

/** Prints one element alone, on a roll or on A4, and leaves the page as it was. */
export async function printAlone(element: Printed, on: Paper | 'A4') {
  const leave = standForPrint(element, on)
  await printDrawn(element)
  leave()
}

/**
 * Lets one element alone be printed, whoever prints the page and by whatever key, until the function that it gives is called.
 */
export function standForPrint(element: Printed, on: Paper | 'A4'): () => void {
  const size = on === 'A4' ? 'A4; margin: 15mm' : `${on}mm ${LENGTH_MM[on]}mm; margin: 0`
  const sheet = new CSSStyleSheet()
  // On the screen the element stands outside of it: it must be drawn before it can be printed.
  sheet.replaceSync(`
    .print-alone { position: fixed; left: -200vw; top: 0 }
    @page { size: ${size} }
    @media print {
      html, body { background: #fff; min-height: 0 }
      body > :not(.print-alone) { display: none !important }
      .print-alone { position: static }
    }`)
  element.classList.add('print-alone')
  element.setAttribute('aria-hidden', 'true')
  const before = document.adoptedStyleSheets
  document.adoptedStyleSheets = [...before, sheet]
  document.body.append(element)
  return () => {
    element.remove()
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter(s => s !== sheet)
  }
}

/** Prints what stands for print, once it is drawn whole. */
export async function printDrawn(element: Printed): Promise<void> {
  await element.updateComplete
  await codesDrawn(element)
  window.print()
}

/** QR codes are drawn by an encoder that arrives late. */
async function codesDrawn(element: HTMLElement): Promise<void> {
  const codes = [...(element.shadowRoot?.querySelectorAll('ui-qr') ?? [])]
  for (let tries = 0; tries < 40 && codes.some(c => !c.shadowRoot?.querySelector('path')); tries++) {
    await new Promise(resolve => setTimeout(resolve, 50))
  }
}
