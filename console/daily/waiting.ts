const told = new WeakMap<Element, unknown>()

/** Tells the page, once for each reading, of whom something waits: an event `waits` with their ids, one for each thing. */
export function tellWaiting(from: Element, all: readonly { readonly officerId: string }[] | undefined): void {
  if (all === undefined || told.get(from) === all) return
  told.set(from, all)
  from.dispatchEvent(new CustomEvent<readonly string[]>('waits', { detail: all.map(one => one.officerId) }))
}
