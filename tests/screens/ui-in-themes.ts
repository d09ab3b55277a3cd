import { aTimeout, expect } from '@open-wc/testing'

const PACES = ['--m-quick', '--m-calm', '--m-call']

/** Axe in all three themes, because a colour that reads on paper may vanish on black. */
export async function accessibleInThemes(element: Element): Promise<void> {
  const { dataset, style } = document.documentElement
  // Colours change at once, so that none is seen while it crosses over.
  for (const pace of PACES) style.setProperty(pace, '0ms')
  for (const theme of ['light', 'dark', 'contrast']) {
    dataset['theme'] = theme
    await aTimeout(150)
    await expect(element, theme).to.be.accessible()
  }
  dataset['theme'] = 'light'
  for (const pace of PACES) style.removeProperty(pace)
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
