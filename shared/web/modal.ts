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

/** What holds a node on the screen: the slot in which it is shown comes before its parent. */
function above(node: Node): Node | null {
  if (node instanceof ShadowRoot) return node.host
  return (node instanceof Element ? node.assignedSlot : null) ?? node.parentNode
}

function isWithin(element: Element, outer: Element): boolean {
  for (let at: Node | null = element; at; at = above(at)) if (at === outer) return true
  return false
}
