/** Raises a custom event that leaves shadow roots, so that a screen can listen on any ancestor. */
export function emit(from: HTMLElement, name: string, detail?: unknown): void {
  from.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }))
}
