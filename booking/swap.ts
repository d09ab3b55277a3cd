const drawn = new WeakMap<Element, string>()

/** Puts new content into a part of the page, only when it differs; what was unfolded or held the focus stays so. */
export function swap(part: Element, html: string): void {
  if (drawn.get(part) === html) return
  drawn.set(part, html)
  const unfolded = [...part.querySelectorAll('details[open]')].map(details => details.id)
  const focus = focusIn(part)
  part.innerHTML = html
  for (const id of unfolded) part.querySelector(`#${id}`)?.setAttribute('open', '')
  if (focus) part.querySelector<HTMLElement>(focus)?.focus()
}

/** A selector for the focused control of a part, good for its next drawing too. */
function focusIn(part: Element): string | undefined {
  const active = document.activeElement
  if (!(active instanceof HTMLElement) || !part.contains(active)) return undefined
  const act = active.dataset['act']
  if (act) return `[data-act="${act}"]`
  return active.parentElement?.id ? `#${active.parentElement.id} > summary` : undefined
}
