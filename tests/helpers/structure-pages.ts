import { waitUntil } from '@open-wc/testing'
import { changedOffice, type OfficeChange } from '../../shared/office/structure/change.ts'
import { answering, office, staffOf, still, type Asked } from './console-pages.ts'

export const SETTINGS = 'PATCH /api/offices/samarinda/settings'
export const EFFECTS = 'POST /api/offices/samarinda/settings/effects'
export let server: ReturnType<typeof answering>
const opened = new Set<HTMLElement>()

export const NOBODY = {
  touched: { total: 0, told: 0, priority: 0, wishes: 0, entries: 0, days: [], services: [], reasons: [] },
  consequences: [],
}

/** The answer to a change that is taken. */
const made = ({ body }: Asked & { body: OfficeChange & { seen?: unknown; foreseen?: unknown; reason?: unknown } }) => {
  const { seen: _, foreseen: __, reason: ___, ...change } = body
  return { office: changedOffice(office, change), touched: 0 }
}

/** A page of the administration with a server that takes every change; its members are folded, each of them once looked into. */
export async function openStructure<T extends HTMLElement>(
  tag: string,
  answers: Readonly<Record<string, unknown>> = {},
  props: object = {},
  members: 'seen' | 'unseen' = 'seen',
): Promise<T> {
  server = answering({ [EFFECTS]: NOBODY, [SETTINGS]: made, ...answers })
  const page = document.createElement(tag)
  Object.assign(page, { office, staff: staffOf('administrator'), live: still(), ...props })
  document.body.append(page)
  opened.add(page)
  await settled(page)
  if (members === 'seen') for (const row of page.shadowRoot!.querySelectorAll('details')) lookInto(row)
  await settled(page)
  return page as T
}

/** Takes away what was opened, and the server of the test with it. */
export function closeStructure(): void {
  server.restore()
  for (const page of opened) page.remove()
  opened.clear()
}

/** Opens a member and leaves it as it was; the event comes with it, where the browser sends it later. */
function lookInto(row: HTMLDetailsElement): void {
  const { open } = row
  row.open = true
  row.dispatchEvent(new Event('toggle'))
  row.open = open
}

/** What `type` of the page's own fields is called so, whichever way it is named. */
export function fieldOf(page: Element, label: string): HTMLInputElement {
  const all = [...page.shadowRoot!.querySelectorAll<HTMLInputElement>('input, textarea, select')]
  const name = (i: HTMLInputElement) => i.ariaLabel ?? i.closest('label')?.querySelector('span')?.textContent ?? ''
  return all.find(i => name(i).trim() === label) ?? all.find(i => name(i).includes(label))!
}

export async function typeInto(page: Element, label: string, value: string): Promise<void> {
  const input = fieldOf(page, label)
  input.value = value
  input.dispatchEvent(new Event(input.localName === 'select' ? 'change' : 'input', { bubbles: true }))
  await settled(page)
}

/** A button of the page by its words or its name. */
export function buttonOf(page: Element, words: string): HTMLElement & { disabled: boolean } {
  const all = [...page.shadowRoot!.querySelectorAll<HTMLElement & { label: string; disabled: boolean }>('ui-button')]
  return all.find(b => b.label === words || b.textContent!.trim().startsWith(words))!
}

export async function pressOn(page: Element, words: string): Promise<void> {
  buttonOf(page, words).click()
  await settled(page)
}

/** The effects, once the server has told them. */
export async function effectsOf(page: Element): Promise<Element> {
  await pressOn(page, 'Lihat akibatnya')
  await waitUntil(() => page.shadowRoot!.querySelector('effects-pane'), 'no effects', { timeout: 5_000 })
  const pane = page.shadowRoot!.querySelector('effects-pane')!
  await settled(pane)
  return pane
}

export const footOf = (page: Element) => page.shadowRoot!.querySelector('.foot > span')?.textContent?.trim() ?? ''

export const saves = () => server.asked.filter(a => a.method === 'PATCH')

export async function settled(page: Element): Promise<void> {
  await (page as HTMLElement & { updateComplete: Promise<unknown> }).updateComplete
}
