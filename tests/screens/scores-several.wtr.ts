import { expect, fixture, html, waitUntil } from '@open-wc/testing'
import '../../console/score/team-scores.ts'
import '../../console/score/unit-scores.ts'
import type { ToldScore } from '../../shared/officer/score/told.ts'
import { setLang } from '../../shared/web/lang.ts'
import { answering, office, still, wordsOf } from '../helpers/console-pages.ts'
import { FIGURES, figures as unit, five } from '../helpers/manager-pages.ts'
import { figures, period } from '../helpers/told-scores.ts'
import { accessibleInThemes } from './ui-in-themes.ts'

describe('scores of several', () => {
  let server: ReturnType<typeof answering>
  beforeEach(() => setLang('id'))
  afterEach(() => server.restore())

  it('of a team stand by name, without a way to sort, and say what is not open yet [O76]', async () => {
    const row = (name: string, score?: ToldScore) => ({
      ...{ officerId: name, name, opensOn: '2026-07-11' },
      versions: score ? [{ version: 1, at: 0, cause: 'closed' as const, score }] : [],
    })
    const rows = [row('Petugas 1', figures), row('Petugas 2', { told: 'few', n: 47, from: 60 }), row('Petugas 3')]
    const worked = (id: string) => ({ officerId: id, name: id, served: 1204, judged: 1000, within: 860 })
    server = answering({
      'GET /api/me/team/scores': { period, periods: ['2026-Q2'], rows },
      'GET /api/me/team/work': { rows: rows.map(r => worked(r.name)) },
    })
    const pane = (await fixture(html`<team-scores .office=${office}></team-scores>`)) as HTMLElement
    await waitUntil(() => pane.shadowRoot!.querySelector('tbody tr'))
    await accessibleInThemes(pane)
    const root = pane.shadowRoot!
    expect([...root.querySelectorAll('tbody th')].map(th => th.textContent!.trim())).to.deep.equal([
      ...['Petugas 1', 'Petugas 2', 'Petugas 3'],
    ])
    expect(root.querySelectorAll('th button, [aria-sort]')).to.have.length(0)
    expect(root.querySelector('tbody tr:last-child')!.textContent).to.contain('belum dibuka, sampai 11 Juli 2026')
  })

  it('of counters stand by their numbers beside their times, name their minimum, and say which is not open yet or not at all [O78 O361]', async () => {
    const row = (id: string, score?: ToldScore) => ({
      ...{ counterId: id, name: `Loket ${id}`, opensOn: '2026-07-11' },
      versions: score ? [{ version: 1, at: 0, cause: 'closed' as const, score }] : [],
      isClosed: id === '4',
    })
    const rows = [row('1', figures), row('2', { told: 'few', n: 47, from: 60 }), row('3'), row('4')]
    server = answering({
      'GET /api/offices/samarinda/counter-scores': { period, periods: ['2026-Q2', '2026-Q1'], rows },
      'GET /api/offices/samarinda/officer-scores': { allowed: false, period: null, periods: [], rows: [] },
      [FIGURES]: unit(five('p2', '1', 8)),
    })
    const page = (await fixture(html`<unit-scores .office=${office} .live=${still()}></unit-scores>`)) as HTMLElement
    await waitUntil(() => page.shadowRoot!.querySelector('tbody small'))
    await accessibleInThemes(page)
    const root = page.shadowRoot!
    const cells = [...root.querySelectorAll('tbody tr')].map(tr =>
      [...tr.children].map(c => (c.querySelector('.means') ?? c).textContent!.trim()),
    )
    expect(cells).to.deep.equal([
      ['Loket 1', '85,1', '82,8–87,1', '231', 'Tidak dapat dibedakan dari rata-rata rekan', '5', '8,0 n 5', '– n 5'],
      ['Loket 2', '–', '–', '47', 'belum cukup: 47 dari 60', '0', '– n 0', '– n 0'],
      ['Loket 3', '–', '–', '–', 'belum dibuka', '0', '– n 0', '– n 0'],
      ['Loket 4', '–', '–', '–', 'dijaga satu orang, tidak dibuka bagi manajer', '0', '– n 0', '– n 0'],
    ])
    expect(root.textContent).to.contain('Batas nilai loket dan petugas: 60 penilaian')
    expect(root.querySelectorAll('th button, [aria-sort]')).to.have.length(0)
    expect(root.querySelector('section[aria-labelledby="people"] ui-state')!.getAttribute('heading')).to.equal(
      'Nilai per petugas tidak dibuka bagi manajer',
    )
  })

  it('name the minimum before anything is open, and when they were computed anew [O386]', async () => {
    const of = async (versions: readonly object[]) => {
      server = answering({
        'GET /api/offices/samarinda/counter-scores': {
          ...{ period, periods: ['2026-Q2'] },
          rows: [{ counterId: '1', name: 'Loket 1', opensOn: '2026-07-11', versions }],
        },
        'GET /api/offices/samarinda/officer-scores': { allowed: false, period: null, periods: [], rows: [] },
        [FIGURES]: unit(five('p2', '1', 8)),
      })
      const page = (await fixture(html`<unit-scores .office=${office} .live=${still()}></unit-scores>`)) as HTMLElement
      await waitUntil(() => page.shadowRoot!.querySelector('table'))
      const text = page.shadowRoot!.textContent.replace(/\s+/g, ' ')
      page.remove()
      server.restore()
      return text
    }
    expect(await of([])).to.contain('Batas nilai loket dan petugas: 60 penilaian')
    const score = { told: 'few', n: 47, from: 60 }
    const first = { version: 1, at: Date.UTC(2026, 6, 9), cause: 'closed', score }
    const again = { version: 2, at: Date.UTC(2026, 6, 12), cause: 'outage', score }
    expect(await of([first]))
      .to.contain('dihitung 9 Juli 2026')
      .and.not.contain('dihitung ulang')
    expect(await of([again, first])).to.contain('dihitung 9 Juli 2026, dihitung ulang 12 Juli 2026')
  })

  it('say what follows from an outage that is marked late, and are computed anew only once that was read [O265]', async () => {
    server = answering({
      'POST /api/offices/samarinda/late-outages': { ok: true },
      'POST /api/offices/samarinda/late-outages/meant': {
        parts: [
          { part: 'pagi', visits: 24, touched: 20, out: true },
          { part: 'siang', visits: 30, touched: 2, out: false },
        ],
        ratings: { meant: 18, of: 41 },
      },
    })
    const pane = (await fixture(
      html`<late-outage
        .office=${office}
        today="2026-07-13"
        .periods=${['2026-Q2', '2026-S1', '2026-Q1']}
      ></late-outage>`,
    )) as HTMLElement
    const root = pane.shadowRoot!
    await accessibleInThemes(pane)
    const set = (name: string, value: string) => (root.querySelector<HTMLInputElement>(`[name=${name}]`)!.value = value)
    for (const [name, value] of [
      ...([
        ['service', 'ktp-el'],
        ['date', '2026-05-20'],
        ['from', '11:00'],
        ['to', '09:00'],
      ] as const),
    ])
      set(name, value)
    root.querySelector('form')!.requestSubmit()
    await waitUntil(() => wordsOf(pane).includes('sesudah jam mulai'))
    set('from', '08:00')
    root.querySelector('form')!.requestSubmit()
    await waitUntil(() => root.querySelector('[data-save]'))
    expect(wordsOf(pane)).to.contain('20 Mei 2026 pukul 08.00–09.00: Sistem pusat mati')
    expect(wordsOf(pane)).to.contain('Triwulan II 2026, Semester I 2026')
    expect(wordsOf(pane))
      .to.contain('20 dari 24 kunjungan')
      .and.contain('2 dari 30 kunjungan')
      .and.contain('18 dari 41')
    expect(server.asked.every(a => a.path.endsWith('/meant'))).to.equal(true)
    await accessibleInThemes(pane)
    root.querySelector<HTMLElement>('[data-save]')!.click()
    await waitUntil(() => wordsOf(pane).includes('Gangguan dicatat'))
    expect(server.asked.find(a => a.path.endsWith('/late-outages'))!.body).to.deep.equal({
      ...{ serviceId: 'ktp-el', date: '2026-05-20', from: '08:00', to: '09:00', reason: 'systemDown' },
    })
  })

  it('list outages that were marked later with who did what, and ask once more before a second person agrees [O344]', async () => {
    const [at, agree] = [Date.UTC(2026, 6, 13, 1), 'POST /api/offices/samarinda/late-outages/l1/agree']
    const late = (of: object) => ({
      ...{ id: 'l1', serviceId: 'ktp-el', date: '2026-05-20', since: Date.UTC(2026, 4, 20, 1) },
      ...{ until: Date.UTC(2026, 4, 20, 3), reason: 'systemDown', state: 'waits' },
      acts: [{ what: 'marked', by: 'Kepala Seksi (contoh)', at }],
      own: false,
      may: { agree: true, takeBack: true },
      ...of,
    })
    server = answering({
      'GET /api/offices/samarinda/late-outages': {
        outages: [late({}), late({ id: 'l2', state: 'stands', may: { agree: false, takeBack: true } })],
      },
      [agree]: { ok: true },
    })
    const pane = (await fixture(html`<late-outage-list .office=${office}></late-outage-list>`)) as HTMLElement
    const root = pane.shadowRoot!
    await waitUntil(() => root.querySelector('[data-act=agree]'), 'no list')
    expect(wordsOf(pane)).to.contain('menunggu orang kedua').and.contain('dicatat Kepala Seksi (contoh)')
    expect(root.querySelectorAll('[data-act=agree]')).to.have.length(1)
    await accessibleInThemes(pane)
    root.querySelector<HTMLElement>('[data-act=agree]')!.click()
    await waitUntil(() => root.querySelector('ui-dialog'), 'not asked again')
    expect(server.asked.some(a => a.method === 'POST')).to.equal(false)
    root.querySelector('ui-dialog')!.dispatchEvent(new Event('primary'))
    await waitUntil(() => server.asked.some(a => a.path.endsWith('/agree')), 'not sent')
  })

  it('list an outage at once when it comes, and ask nothing any more of one on which somebody else acted [O391]', async () => {
    const [at, began] = [Date.UTC(2026, 6, 13, 1), Date.UTC(2026, 4, 20, 1)]
    const late = {
      ...{ id: 'l1', serviceId: 'ktp-el', date: '2026-05-20', since: began, until: began + 3_600_000, state: 'waits' },
      ...{ reason: 'systemDown', acts: [{ what: 'marked', by: 'Kepala Seksi (contoh)', at }] },
      own: false,
      may: { agree: true, takeBack: true },
    }
    let outages: object[] = []
    server = answering({ 'GET /api/offices/samarinda/late-outages': () => ({ outages }) })
    const told: number[] = []
    const pane = await fixture<HTMLElement>(
      html`<late-outage-list
        .office=${office}
        @waits=${(e: CustomEvent<number>) => told.push(e.detail)}
      ></late-outage-list>`,
    )
    const root = pane.shadowRoot!
    await waitUntil(() => wordsOf(pane).includes('Belum ada gangguan'), 'no list')
    outages = [late]
    Object.assign(pane, { news: 1 })
    await waitUntil(() => root.querySelector('[data-act=agree]'), 'not listed')
    root.querySelector<HTMLElement>('[data-act=agree]')!.click()
    await waitUntil(() => root.querySelector('ui-dialog'), 'not asked')
    outages = [{ ...late, state: 'stands', may: { agree: false, takeBack: true } }]
    Object.assign(pane, { news: 2 })
    await waitUntil(() => !root.querySelector('ui-dialog'), 'still asked')
    expect(root.querySelector('[data-act=agree]')).to.equal(null)
    expect(told).to.deep.equal([0, 1, 0])
  })

  it('say of an outage of own visits that others decide, and offer no act on it [O415]', async () => {
    const at = Date.UTC(2026, 4, 20, 1)
    const late = {
      ...{ id: 'l1', serviceId: 'ktp-el', date: '2026-05-20', since: at, until: at + 3_600_000, state: 'waits' },
      ...{ reason: 'systemDown', acts: [], own: true, may: { agree: false, takeBack: false } },
    }
    server = answering({ 'GET /api/offices/samarinda/late-outages': { outages: [late] } })
    const list = await fixture<HTMLElement>(html`<late-outage-list .office=${office}></late-outage-list>`)
    await waitUntil(() => wordsOf(list).includes('Menyangkut kunjungan yang Anda layani'), 'not said')
    expect(list.shadowRoot!.querySelectorAll('[data-act]').length).to.equal(0)
    await accessibleInThemes(list)
  })

  it('say first that an outage waits for whoever looks, with the way to it [O391]', async () => {
    const at = Date.UTC(2026, 4, 20, 1)
    const late = {
      ...{ id: 'l1', serviceId: 'ktp-el', date: '2026-05-20', since: at, until: at + 3_600_000, state: 'waits' },
      ...{ reason: 'systemDown', acts: [], own: false, may: { agree: true, takeBack: true } },
    }
    server = answering({
      'GET /api/offices/samarinda/counter-scores': { period: null, periods: [], rows: [] },
      'GET /api/offices/samarinda/officer-scores': { allowed: false, rows: [] },
      'GET /api/offices/samarinda/late-outages': { outages: [late] },
    })
    const page = await fixture<HTMLElement>(html`<unit-scores .office=${office} .live=${still()}></unit-scores>`)
    await waitUntil(() => wordsOf(page).includes('1 gangguan menunggu persetujuan Anda.'), 'not said')
    await accessibleInThemes(page)
    const list = page.shadowRoot!.querySelector('late-outage-list')!
    let seen = 0
    list.scrollIntoView = () => (seen += 1)
    page.shadowRoot!.querySelector<HTMLElement>('[data-waits]')!.click()
    expect(seen).to.equal(1)
    Object.assign(page, { path: 'gangguan' })
    await waitUntil(() => seen === 2, 'not shown')
  })
})
