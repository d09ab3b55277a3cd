import { fixture, html, waitUntil } from '@open-wc/testing'
import '../../console/documents/application-page.ts'
import type { ConsoleApplications } from '../../console/documents/application-page.ts'
import type { Role } from '../../shared/office/permissions.ts'
import { answering, office, staffOf, still } from './console-pages.ts'

export let server: ReturnType<typeof answering>

/** The page of applications of somebody signed in, once its list is there; the server is restored by the test. */
export async function openApplications(answers: Readonly<Record<string, unknown>>, role: Role = 'officer') {
  server = answering(answers)
  const page = await fixture<ConsoleApplications>(
    html`<console-applications .office=${office} .staff=${staffOf(role)} .live=${still()}></console-applications>`,
  )
  await waitUntil(
    () => page.shadowRoot!.querySelector('ui-table, ui-state[kind]:not([kind="loading"])'),
    'the list is there',
  )
  return page
}
export const tableOf = (page: Element) => page.shadowRoot!.querySelector('ui-table')!
export const rowOf = (page: Element) =>
  tableOf(page).shadowRoot!.querySelector('tbody tr')!.textContent!.replace(/\s+/g, ' ')
export const buttonOf = (page: Element, label: string) =>
  tableOf(page).shadowRoot!.querySelector<HTMLElement>(`ui-button[label="${label}"]`)
