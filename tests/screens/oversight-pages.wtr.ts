import { expect, fixtureCleanup, waitUntil } from '@open-wc/testing'
import { setViewport } from '@web/test-runner-commands'
import '../../console/admin/supervisors/oversight-page.ts'
import '../../console/observer/observer-page.ts'
import type { ObserverPage } from '../../console/observer/observer-page.ts'
import { setLang } from '../../shared/web/lang.ts'
import { answering, office, staffOf, still, wordsOf } from '../helpers/console-pages.ts'
import { accessibleInThemes } from './ui-in-themes.ts'

const MINUTE = 60_000
const row = (name: string, zone: string, of: object = {}) => ({
  office: { id: name, name, city: 'Contoh', zone },
  date: zone === 'WIT' ? '2026-06-10' : '2026-06-09',
  today: { served: null, wait: null },
  period: { served: 1204, wait: { n: 1100, p50: { ms: 12 * MINUTE }, p90: { ms: 41 * MINUTE, over: true } } },
  ikm: { n: 320, ikm: 84.25, mutu: 'B' },
  ratings: { n: 800, mean: 91.2, low: 89.9, high: 92.4 },
  compared: { estimate: 91, low: 89.6, high: 92.3, reliability: 0.4, standing: 'within' },
  ...of,
})
const SIGHT = {
  period: { key: '2026-Q1', kind: 'quarter', from: '2026-01-01', to: '2026-03-31' },
  periods: ['2026-Q1', '2025-Q4'],
  offices: [
    row('Kantor barat', 'WIB'),
    row('Kantor tengah', 'WITA', { ikm: null, ratings: null, compared: null }),
    row('Kantor timur', 'WIT', { compared: { estimate: 70, low: 66, high: 74, reliability: 0.9, standing: 'below' } }),
  ],
}
let server: ReturnType<typeof answering>

async function opened<T extends HTMLElement>(tag: string, answers: Record<string, unknown>): Promise<T> {
  server = answering(answers)
  const page = document.createElement(tag)
  Object.assign(page, { office, staff: staffOf('administrator'), live: still() })
  // As in the console, whose padding its bar goes over.
  page.style.padding = '0 1.25rem'
  document.body.append(page)
  await waitUntil(() => page.shadowRoot!.querySelector('ui-table, ui-state, supervisors-pane'), 'no page')
  return page as T
}
const inside = (page: Element, tag: string) => page.shadowRoot!.querySelector(tag)!

describe('offices side by side', () => {
  beforeEach(() => setLang('id'))
  afterEach(async () => {
    server.restore()
    for (const page of document.querySelectorAll('observer-page, oversight-page')) page.remove()
    fixtureCleanup()
    await setViewport({ width: 1280, height: 800 })
  })

  it('can be read in every theme, wide and on a phone, and offer no order but that of their names [O41]', async () => {
    const page = await opened('observer-page', { 'GET /api/me/observed': SIGHT })
    const [today, period] = [...page.shadowRoot!.querySelectorAll('ui-table')]
    expect(wordsOf(today!)).to.include('Selasa, 9 Juni WIB').and.include('Rabu, 10 Juni WIT')
    expect(wordsOf(period!)).to.include('1.204').and.include('12 mnt; 9 dari 10 sampai > 41')
    expect(wordsOf(period!)).to.include('91,2 (89,9–92,4), n 800').and.include('Dalam kisaran yang biasa antarkantor')
    expect(wordsOf(period!)).to.include('belum ditindaklanjuti').and.include('tidak dibandingkan')
    expect(period!.shadowRoot!.querySelectorAll('th button, [aria-sort], .hot')).to.have.length(0)
    await accessibleInThemes(page)
    await setViewport({ width: 390, height: 844 })
    expect(document.documentElement.scrollWidth).to.be.at.most(390)
  })

  it('say who has to agree where nobody has [O42]', async () => {
    const page = await opened('observer-page', { 'GET /api/me/observed': { ...SIGHT, offices: [] } })
    expect(inside(page, 'ui-state').getAttribute('heading')).to.equal('Belum ada kantor yang menyetujui')
    await accessibleInThemes(page)
  })

  it('are taken along as a file of the period that is shown [O41]', async () => {
    const file = { name: 'pemantauan_2025-Q4.csv', type: 'text/csv', content: 'QQ==' }
    const page = await opened<ObserverPage>('observer-page', {
      'GET /api/me/observed': SIGHT,
      'POST /api/me/observed/table': file,
    })
    const saved: unknown[] = []
    page.save = given => void saved.push(given)
    const select = page.shadowRoot!.querySelector('select')!
    select.value = '2025-Q4'
    select.dispatchEvent(new Event('change'))
    await waitUntil(() => server.asked.some(a => a.query.get('period') === '2025-Q4'), 'not asked')
    page.shadowRoot!.querySelector<HTMLElement>('ui-button')!.click()
    await waitUntil(() => saved.length === 1, 'no file')
    expect(saved).to.deep.equal([file])
    expect(server.asked.at(-1)!.body).to.deep.equal({ period: '2025-Q4', lang: 'id' })
  })
})

describe('assessors and observers of an office', () => {
  const PATH = '/api/offices/samarinda'
  const person = (id: string, name: string) => ({ id, name, state: 'active' })
  const open = {
    ...{
      id: 's1',
      officerId: 'p1',
      officer: 'Petugas 1 (contoh)',
      assessorId: 'atasan',
      assessor: 'Kepala Seksi (contoh)',
    },
    ...{ from: '2026-01-01', to: null },
  }
  const ANSWERS = {
    [`GET ${PATH}/supervisions`]: { supervisions: [open, { ...open, id: 's0', from: '2025-01-01', to: '2025-12-31' }] },
    [`GET ${PATH}/superiors`]: {
      superiors: [
        {
          ...{ id: 'a1', assessorId: 'atasan', assessor: 'Kepala Seksi (contoh)', from: '2026-01-01', to: null },
          ...{ superiorId: 'manajer', superior: 'Kepala Bidang (contoh)' },
        },
      ],
    },
    [`GET ${PATH}/delegations`]: {
      delegations: [
        {
          ...{ id: 'd1', personId: 'atasan', person: 'Kepala Seksi (contoh)', endedOn: null },
          ...{ delegateId: 'manajer', delegate: 'Kepala Bidang (contoh)', from: '2026-07-20', to: '2026-07-24' },
        },
      ],
    },
    [`GET ${PATH}/people`]: {
      people: [person('p1', 'Petugas 1 (contoh)'), person('manajer', 'Kepala Bidang (contoh)')],
    },
    [`GET ${PATH}/observers`]: {
      observers: [
        {
          id: 'o1',
          name: 'Pemantau (contoh)',
          username: 'pemantau',
          home: 'Kantor lain',
          from: '2026-01-01',
          to: null,
          now: true,
        },
      ],
    },
  }
  afterEach(async () => {
    server.restore()
    for (const page of document.querySelectorAll('oversight-page')) page.remove()
    fixtureCleanup()
    await setViewport({ width: 1280, height: 800 })
  })

  it('can be read in every theme and on a phone; an end is told and asked for before it happens [O43 O357]', async () => {
    setLang('id')
    const refused = Object.assign(new Error('SUPERVISION_OPEN'), { data: { supervision: 's1', until: '2026-06-30' } })
    const page = await opened('oversight-page', {
      ...ANSWERS,
      [`POST ${PATH}/supervisions`]: ({ body }: { body: { ends?: string } }) =>
        body.ends ? { supervision: open } : refused,
    })
    const pane = inside(page, 'supervisors-pane')
    await waitUntil(() => pane.shadowRoot!.querySelector('li'), 'no list')
    await waitUntil(() => inside(page, 'superiors-pane').shadowRoot!.querySelector('li'), 'no superiors')
    await waitUntil(() => inside(page, 'delegations-pane').shadowRoot!.querySelector('li'), 'no delegations')
    expect(wordsOf(inside(page, 'delegations-pane'))).to.include('a.n. Kepala Seksi (contoh)')
    await waitUntil(() => inside(page, 'observers-pane').shadowRoot!.querySelector('li'), 'no observers')
    expect(wordsOf(pane))
      .to.include('Penilai: Kepala Seksi (contoh) · sejak Kamis, 1 Januari 2026')
      .and.include('sudah berakhir')
    await accessibleInThemes(page)
    await setViewport({ width: 390, height: 844 })
    expect(document.documentElement.scrollWidth).to.be.at.most(390)
    const end = () => pane.shadowRoot!.querySelector<HTMLElement>('ui-button[label^="Akhiri hari ini"]')
    end()!.click()
    await waitUntil(() => wordsOf(pane).includes('tidak dapat ditetapkan lagi'), 'not asked')
    expect(server.asked.filter(({ path }) => path.endsWith('/end'))).to.deep.equal([])
    await accessibleInThemes(page)
    pane.shadowRoot!.querySelector<HTMLElement>('[data-yes] + ui-button')!.click()
    await waitUntil(end, 'not taken back')
    const form = pane.shadowRoot!.querySelector('form')!
    form.querySelector<HTMLSelectElement>('[name=officer]')!.value = 'p1'
    form.querySelector<HTMLSelectElement>('[name=assessor]')!.value = 'manajer'
    form.querySelector<HTMLInputElement>('[name=from]')!.value = '2026-07-01'
    form.requestSubmit()
    await waitUntil(() => pane.shadowRoot!.querySelector('ui-dialog'), 'not told')
    expect(wordsOf(pane)).to.include('Kepala Seksi (contoh) menilai Petugas 1 (contoh) sampai Selasa, 30 Juni 2026')
    pane.shadowRoot!.querySelector('ui-dialog')!.dispatchEvent(new Event('primary'))
    await waitUntil(
      () => server.asked.some(a => (a.body as { ends?: string } | undefined)?.ends === 's1'),
      'not decided',
    )
  })
})
