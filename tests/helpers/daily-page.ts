import { waitUntil } from '@open-wc/testing'
import '../../console/daily/daily-page.ts'
import '../../console/daily/team-reports.ts'
import type { ConsoleDaily } from '../../console/daily/daily-page.ts'
import { answering, at, office, staffOf, still } from './console-pages.ts'

export const DAY = '2026-06-09'
export const PATH = `/api/me/reports/${DAY}`
const line = (what: string, from: string, to: string | null, of: object = {}) => ({
  ...{ what, from: at(from), to: to === null ? null : at(to), counterId: null, services: [] },
  ...{ served: 0, priority: 0, within: 0, judged: 0, reason: null },
  ...of,
})
const WORK = {
  lines: [
    line('counter', '07:55', '10:00', {
      counterId: '3',
      services: [{ id: 'ktp-el', served: 12 }],
      served: 12,
      within: 10,
      judged: 12,
    }),
    line('outage', '10:05', '10:20', { services: [{ id: 'ktp-el', served: 0 }], reason: 'systemDown' }),
  ],
  ...{ served: 12, within: 10, judged: 12, priority: 0, atCountersMs: 7_500_000 },
}
export const head = {
  ...{ officerId: 'p1', officer: 'Petugas 1 (contoh)', date: DAY, state: 'open', due: at('18:00') },
  ...{ late: false, excusedBy: null, versions: [], entries: [], files: [] },
}
export const report = (of: object = {}) => ({
  ...head,
  ...{ work: WORK, assessor: { id: 'atasan', name: 'Kepala Seksi (contoh)' }, today: DAY, drafts: [] },
  ...of,
})
export const activity = {
  ...{ id: 'a1', what: 'Berkas jemput bola', from: '15:00', to: '15:45', quantity: '35 berkas' },
  ...{ output: '', skp: '', link: '', files: [] },
}
export const SENT = {
  state: 'ask',
  versions: [
    {
      version: 1,
      begunAt: at('15:10'),
      writtenAt: at('15:20'),
      receivedAt: at('15:47'),
      text: { activities: [activity], note: '' },
    },
  ],
  entries: [
    {
      id: 'e1',
      kind: 'ask',
      version: 1,
      byId: 'atasan',
      by: 'Kepala Seksi (contoh)',
      at: at('15:58'),
      text: 'Sudah termasuk RT 12?',
    },
  ],
}
export let server: ReturnType<typeof answering>

export async function opened(answers: Record<string, unknown>, tag = 'console-daily'): Promise<ConsoleDaily> {
  server = answering({ 'GET /api/me/reports': { reports: [] }, ...answers })
  const page = document.createElement(tag)
  Object.assign(page, { office, staff: staffOf('officer'), live: still() })
  document.body.append(page)
  await waitUntil(() => page.shadowRoot!.querySelector('.pane, article'), 'no page')
  return page as ConsoleDaily
}
export const writing = (page: Element) => page.shadowRoot!.querySelector('report-writing')!.shadowRoot!
export const field = (page: Element, name: string) =>
  writing(page).querySelector('activity-form')!.shadowRoot!.querySelector<HTMLInputElement>(`[name=${name}]`)!
export function type(input: HTMLInputElement, text: string): void {
  input.value = text
  input.dispatchEvent(new InputEvent('input', { bubbles: true }))
}
export const button = (root: ParentNode, word: string) =>
  [...root.querySelectorAll<HTMLElement>('ui-button')].find(b => b.textContent!.trim() === word)!
export const status = (page: Element) => page.shadowRoot!.querySelector('[role=status]')!.textContent!.trim()
