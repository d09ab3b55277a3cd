import { fixture, html, waitUntil } from '@open-wc/testing'
import '../../console/admin/admin-settings.ts'
import type { AdminSettings } from '../../console/admin/admin-settings.ts'
import '../../console/frame/console-frame.ts'
import type { ConsoleFrame } from '../../console/frame/console-frame.ts'
import { changedOffice, type OfficeChange } from '../../shared/office/structure/change.ts'
import { answering, office, staffOf, still } from './console-pages.ts'

export const SETTINGS = 'PATCH /api/offices/samarinda/settings'
export let server: ReturnType<typeof answering>

/** The answer to a change that is taken. */
export const made = ({ body: { seen: _, ...change } }: { body: OfficeChange & { seen?: unknown } }) => ({
  office: changedOffice(office, change),
  touched: 0,
})

export async function open(answers: Readonly<Record<string, unknown>> = {}) {
  server = answering(answers)
  return fixture<AdminSettings>(
    html`<admin-settings .office=${office} .staff=${staffOf('administrator')} .live=${still()}></admin-settings>`,
  )
}
/** The settings at their address, in the console that leads to every page. */
export async function openInConsole(): Promise<{ readonly frame: ConsoleFrame; readonly page: AdminSettings }> {
  server = answering({})
  const frame = await fixture<ConsoleFrame>(
    html`<console-frame .office=${office} .staff=${staffOf('administrator')}></console-frame>`,
  )
  const page = () => frame.shadowRoot!.querySelector('admin-settings')
  await waitUntil(() => page()?.shadowRoot?.querySelector('label.field'))
  return { frame, page: page()! }
}
export const field = (page: AdminSettings, label: string) =>
  [...page.shadowRoot!.querySelectorAll('label.field')]
    .find(l => l.textContent!.includes(label))!
    .querySelector<HTMLInputElement>('input, textarea')!
export async function type(page: AdminSettings, label: string, value: string) {
  const input = field(page, label)
  input.value = value
  input.dispatchEvent(new Event('input'))
  await page.updateComplete
}
export const button = (page: AdminSettings, words: string) =>
  [...page.shadowRoot!.querySelectorAll('.bar ui-button')].find(b => b.textContent!.includes(words)) as HTMLElement & {
    disabled: boolean
  }
export const bar = (page: AdminSettings) => page.shadowRoot!.querySelector('.bar span')!.textContent!.trim()

export const section = async (page: AdminSettings, words: string) => {
  const buttons = [...page.shadowRoot!.querySelectorAll<HTMLElement>('.sections ui-button')]
  buttons.find(b => b.textContent!.includes(words))!.click()
  await page.updateComplete
}
