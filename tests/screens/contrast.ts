/** How well the text of an element stands out from its own ground, as WCAG counts it; axe leaves disabled controls out. */
export function contrastOf(element: Element): number {
  const { color, backgroundColor } = getComputedStyle(element)
  const [light, dark] = [luminance(color), luminance(backgroundColor)].sort((a, b) => b - a) as [number, number]
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
