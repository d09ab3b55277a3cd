import { expect, nextFrame } from '@open-wc/testing'
import 'axe-core/axe.min.js'

interface Axe {
  run(on: Element, options: object): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }>
}

const PACES = ['--m-quick', '--m-calm', '--m-call']
/** The rules whose answer another theme can change; what a page is built of stays the same. */
const OF_COLOUR = ['color-contrast', 'link-in-text-block']

/** What axe finds on an element, each with where. */
export async function axeFindings(element: Element, options: object = {}): Promise<string[]> {
  const { axe } = window as unknown as { axe: Axe }
  const { violations } = await axe.run(element, { resultTypes: ['violations'], ...options })
  return violations.map(v => `${v.id}: ${v.nodes.map(n => n.html).join(' | ')}`)
}

/** Does something while colours change at once, so that none is seen while it crosses over. */
export async function withoutMotion(act: () => Promise<void>): Promise<void> {
  const { style } = document.documentElement
  for (const pace of PACES) style.setProperty(pace, '0ms')
  await nextFrame()
  await act().finally(() => PACES.forEach(pace => style.removeProperty(pace)))
}

/** Axe in all three themes, because a colour that reads on paper may vanish on black. */
export async function accessibleInThemes(element: Element): Promise<void> {
  const { dataset } = document.documentElement
  await withoutMotion(async () => {
    for (const theme of ['light', 'dark', 'contrast']) {
      dataset['theme'] = theme
      await nextFrame()
      await nextFrame()
      const rules = theme === 'light' ? {} : { runOnly: { type: 'rule', values: OF_COLOUR } }
      expect((await axeFindings(element, rules)).join('\n'), theme).to.equal('')
    }
  })
  dataset['theme'] = 'light'
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
