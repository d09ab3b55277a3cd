import { fixture, html, waitUntil } from '@open-wc/testing'
import '../../console/setup/setup-wizard.ts'
import type { SetupWizard } from '../../console/setup/setup-wizard.ts'
import { atClock } from '../../shared/kit/time.ts'
import { changedOffice, type OfficeChange } from '../../shared/office/structure/change.ts'
import type { OfficeInfo } from '../../shared/office/office.ts'
import { officeInPreparation } from '../../shared/office/opening/in-preparation.ts'
import { answering, office as demo, staffOf, still, type Asked } from '../helpers/console-pages.ts'

export const OFFICE = '/api/offices/samarinda'
export const EMPTY: OfficeInfo = { ...officeInPreparation('samarinda'), name: 'Kantor Contoh' }
export const FILLED: OfficeInfo = { ...demo, openedAt: null, alwaysOpen: false }
export const MORNING = atClock('2026-06-09', '09:30', 'WITA')
export const OFFERS = demo.services.map(({ id, letter, name }) => ({ id, letter, name }))
export const TEMPLATES = [
  { id: 'empty', services: 0, cases: 0, lifeEvents: 0, agencies: 0, counters: 0, offers: [] },
  { id: 'disdukcapil', services: 12, cases: 36, lifeEvents: 3, agencies: 0, counters: 8, offers: OFFERS },
  { id: 'mpp', services: 72, cases: 5, lifeEvents: 0, agencies: 32, counters: 40, offers: [] },
]
export const FINDINGS = [
  { level: 'must', key: 'noCaller', names: [], count: 0, mend: 'staff' },
  { level: 'must', key: 'published', names: [['KTP-el', 'ID card']], count: 1, mend: 'services', service: 'ktp-el' },
  { level: 'later', key: 'display', names: [], count: 0, mend: 'devices' },
  { level: 'later', key: 'backup', names: [], count: 0, mend: 'server' },
  { level: 'done', key: 'services', names: [], count: 12, mend: null },
]

/** What answers the page of a test, with what it was asked. */
export let server: ReturnType<typeof answering> = { asked: [], restore: () => undefined }
export function serve(answers: Parameters<typeof answering>[0]): void {
  server = answering(answers)
}
/** A server that keeps what is saved, as the real one does. */
export async function open(office: OfficeInfo, answers: Record<string, unknown> = {}): Promise<SetupWizard> {
  let stands = office
  serve({
    [`GET ${OFFICE}/templates`]: { templates: TEMPLATES },
    [`GET ${OFFICE}/people`]: { people: [], roles: [] },
    [`GET ${OFFICE}/opening`]: { openedAt: null, findings: FINDINGS },
    [`PATCH ${OFFICE}/settings`]: ({ body }: Asked) => {
      const { seen: _, ...change } = body as OfficeChange & { seen: unknown }
      stands = changedOffice(stands, change)
      return { office: stands, touched: 0 }
    },
    ...answers,
  })
  const page = await fixture<SetupWizard>(
    html`<setup-wizard .office=${office} .staff=${staffOf('administrator')} .live=${still()}></setup-wizard>`,
  )
  page.addEventListener('officechanged', e => (page.office = (e as CustomEvent<OfficeInfo>).detail))
  return page
}
export const step = <T extends keyof HTMLElementTagNameMap>(page: SetupWizard, tag: T) =>
  page.shadowRoot!.querySelector(tag)!
export const inStep = (page: SetupWizard, tag: keyof HTMLElementTagNameMap) => step(page, tag).shadowRoot!
export const wordsOf = (root: { readonly textContent: string | null }) => (root.textContent ?? '').replace(/\s+/g, ' ')
export const button = (root: ParentNode, words: string) =>
  [...root.querySelectorAll<HTMLElement>('ui-button, button')].find(b => b.textContent!.includes(words))!
export const saves = () => server.asked.filter(a => a.method === 'PATCH')
export async function saved(n = 1) {
  await waitUntil(() => saves().length >= n, 'nothing was saved', { timeout: 3_000 })
}
export async function go(page: SetupWizard, times: number) {
  for (let i = 0; i < times; i++) {
    page.shadowRoot!.querySelector<HTMLElement>('footer ui-button[variant="primary"]')!.click()
    await page.updateComplete
  }
}
