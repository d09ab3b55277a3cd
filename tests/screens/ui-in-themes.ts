import { aTimeout, expect } from '@open-wc/testing'

/** Axe in all three themes, because a colour that reads on paper may vanish on black. */
export async function accessibleInThemes(element: Element): Promise<void> {
  for (const theme of ['light', 'dark', 'contrast']) {
    document.documentElement.dataset['theme'] = theme
    // Colours may still be crossing over from the theme before.
    await aTimeout(150)
    await expect(element, theme).to.be.accessible()
  }
  document.documentElement.dataset['theme'] = 'light'
}

/** The key as a person presses it on whatever has the focus. */
export function press(on: Element, key: string): void {
  on.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, composed: true, cancelable: true }))
}

/** Collects the details of a custom event. */
export function heard<T>(on: Element, name: string): T[] {
  const details: T[] = []
  on.addEventListener(name, event => details.push((event as CustomEvent<T>).detail))
  return details
}
