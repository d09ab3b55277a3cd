const open = new Set<Element>()

/** Says that a question stands over the page, or no more: what lies below it hears no keys meanwhile. */
export function modal(element: Element, on: boolean): void {
  if (on) open.add(element)
  else open.delete(element)
}

/** Whether a question stands over `element` that it is no part of. */
export function isCovered(element: Element): boolean {
  return open.size > 0 && ![...open].some(dialog => isWithin(element, dialog))
}

function isWithin(element: Element, outer: Element): boolean {
  for (let at: Node | null = element; at; at = at instanceof ShadowRoot ? at.host : at.parentNode)
    if (at === outer) return true
  return false
}
