/** How well the text of an element stands out from its own ground, as WCAG counts it; axe leaves disabled controls out. */
export function contrastOf(element: Element): number {
  const { color, backgroundColor } = getComputedStyle(element)
  return ratioOf(color, backgroundColor)
}

function ratioOf(color: string, ground: string): number {
  const [light, dark] = [luminance(color), luminance(ground)].sort((a, b) => b - a) as [number, number]
  return (light + 0.05) / (dark + 0.05)
}

function luminance(color: string): number {
  const parts = color
    .match(/[\d.]+/g)!
    .slice(0, 3)
    .map(Number)
  const [r, g, b] = parts.map(part => {
    const share = part / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  }) as [number, number, number]
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

/** The text of a control that stands out least from what lies behind it, wherever in the tree that is. */
export function faintest(control: Element): { readonly text: string; readonly ratio: number } {
  const found = textsIn(control).map(({ element, text }) => ({
    text,
    ratio: ratioOf(getComputedStyle(element).color, groundOf(element)),
  }))
  return found.reduce((least, one) => (one.ratio < least.ratio ? one : least), { text: '', ratio: Infinity })
}

function textsIn(within: Element): { readonly element: Element; readonly text: string }[] {
  const own = [
    ...(within instanceof HTMLSlotElement ? within.assignedNodes() : (within.shadowRoot ?? within).childNodes),
  ]
  return own.flatMap(node => {
    if (node instanceof Element) return node instanceof SVGElement ? [] : textsIn(node)
    const text = node.textContent?.trim() ?? ''
    const element = node.parentElement ?? within
    return node.nodeType === Node.TEXT_NODE && text !== '' ? [{ element, text }] : []
  })
}

/** The colour behind an element: its own, or that of whatever it is drawn in. */
function groundOf(element: Element): string {
  for (let at: Element | null = element; at; at = drawnIn(at)) {
    const { backgroundColor } = getComputedStyle(at)
    if (!/rgba\(.*, 0\)|transparent/.test(backgroundColor)) return backgroundColor
  }
  return 'rgb(255, 255, 255)'
}

function drawnIn(element: Element): Element | null {
  const parent = element.assignedSlot ?? element.parentNode
  return parent instanceof ShadowRoot ? parent.host : parent instanceof Element ? parent : null
}
