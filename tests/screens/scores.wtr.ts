import { expect, fixture, html, waitUntil } from '@open-wc/testing'
import '../../console/score/own-scores.ts'
import { howOf, howSentences } from '../../console/score/score-how.ts'
import { versionsPane } from '../../console/score/score-versions.ts'
import '../../console/score/team-scores.ts'
import '../../console/score/unit-scores.ts'
import type { OwnScores, ToldScore } from '../../shared/officer/score/told.ts'
import { fixedPeriod } from '../../shared/survey/fixed-periods.ts'
import { setLang } from '../../shared/web/lang.ts'
import { answering, office, still, wordsOf } from '../helpers/console-pages.ts'
import { FIGURES, figures as unit, five } from '../helpers/manager-pages.ts'
import { accessibleInThemes } from './ui-in-themes.ts'

const period = fixedPeriod('2026-Q2')!
const next = { period: '2026-Q3', on: '2026-10-08' }
const figures: ToldScore = {
  ...{ told: 'figures', n: 231, from: 60, leftOut: 12, status: 'within', value: 85.1, low: 82.8, high: 87.1 },
  reasons: { unclear: 6, unfriendly: 3, slow: 11, system: 4 },
  among: {
    ...{ plain: 85.6, estimate: 85, estimateLow: 82.9, estimateHigh: 87, office: 84, reliability: 0.84, n70: 140 },
    ...{ nEff: 201, colleagues: 10, seesDifferences: true, dayEffect: 1.15 },
    usual: { low95: 78, high95: 90, low998: 74, high998: 93, lowFlag: 74, highFlag: 93 },
    curve: [20, 100, 200, 300].map(n => ({ n, low95: 78, high95: 90, low998: 74, high998: 93 })),
  },
}

describe('scores', () => {
  let server: ReturnType<typeof answering>
  beforeEach(() => setLang('id'))
  afterEach(() => server.restore())

  async function own(score: ToldScore) {
    const told: OwnScores = {
      ...{ periods: ['2026-Q2'], next },
      score: {
        ...{ period, opensOn: '2026-07-11', releasedAt: null },
        versions: [{ version: 1, at: 0, cause: 'closed', score }],
      },
    }
    server = answering({ 'GET /api/me/scores': told, 'GET /api/me/contests': { contests: [] } })
    const pane = await fixture(html`<own-scores .office=${office} today="2026-07-08"></own-scores>`)
    await waitUntil(() => pane.shadowRoot!.querySelector('.words'))
    return pane
  }

  it('of an officer read well in every theme', async () => {
    await accessibleInThemes((await own(figures)) as HTMLElement)
  })

  it('say in words first what they mean, with the own point alone [O74]', async () => {
    const root = (await own(figures)).shadowRoot!
    expect(root.querySelector('.words')!.textContent).to.equal('Tidak dapat dibedakan dari rata-rata kantor')
    expect(root.querySelectorAll('.funnel circle')).to.have.length(1)
    expect([...root.querySelectorAll('.funnel text')].map(e => e.textContent)).to.include.members([
      '95%',
      '99,8%',
      'Anda',
      '80',
    ])
    expect(root.querySelectorAll('.funnel .flag')).to.have.length(2)
    expect(root.textContent).to.contain('batas yang menentukan (74,0 sampai 93,0)')
    expect(root.textContent).to.contain('85,6 menjadi 85,1')
    expect([...root.querySelectorAll('table tr.part th')].map(th => th.textContent)).to.deep.equal([
      ...['Petugas kurang ramah', 'Informasi kurang jelas', 'Terlalu lama', 'Sistem mati'],
    ])
  })

  it('lead to an objection until its last day, and say that they are being looked at once there is one [O202]', async () => {
    const opened = Date.UTC(2026, 6, 8, 1)
    const said = async (today: string, contests: object[]) => {
      const versions = [{ version: 1, at: opened, cause: 'closed', score: figures }]
      const score = { period, opensOn: '2026-07-11', releasedAt: null, versions }
      server = answering({
        'GET /api/me/scores': { periods: ['2026-Q2'], next, score },
        'GET /api/me/contests': { contests },
      })
      const pane = (await fixture(
        html`<own-scores .office=${office} today=${today} officer="p1"></own-scores>`,
      )) as HTMLElement
      await waitUntil(() => pane.shadowRoot!.querySelector('.words'))
      await waitUntil(() => !pane.shadowRoot!.querySelector('section ui-state'))
      if (contests.length > 0) await waitUntil(() => pane.shadowRoot!.querySelector('ui-tag'))
      const link = pane.shadowRoot!.querySelector('section a')?.getAttribute('href') ?? null
      await accessibleInThemes(pane)
      server.restore()
      return [link, pane.shadowRoot!.textContent!.replace(/\s+/g, ' ')] as const
    }
    const [link, words] = await said('2026-07-22', [])
    expect(link).to.equal('#/keberatan/baru/2026-Q2')
    expect(words).to.contain('sampai tanggal 22 Juli 2026')
    expect((await said('2026-07-23', []))[0]).to.equal(null)
    const mine = { id: 'k1', officer: { id: 'p1', name: 'Petugas 1' }, period: '2026-Q2', decision: null }
    const [there, checked] = await said('2026-07-23', [{ ...mine, id: 'k2', officer: { id: 'p2', name: '' } }, mine])
    expect(there).to.equal('#/keberatan/k1')
    expect(checked).to.contain('sedang diperiksa')
  })

  it('say of too few only how many there are [O74]', async () => {
    const root = (await own({ told: 'few', n: 47, from: 60 })).shadowRoot!
    expect(root.querySelector('.words')!.textContent).to.equal('Belum cukup: 47 dari 60 penilaian.')
    expect(root.querySelectorAll('.funnel, table, ui-chart-interval')).to.have.length(0)
    expect(root.querySelectorAll('[data-release], a[href^="#/keberatan/baru"]')).to.have.length(0)
  })

  it('are explained with their own figures in every sentence, to their officer and beside each row [O261]', async () => {
    const { among } = figures as Extract<ToldScore, { told: 'figures' }>
    const told = howSentences(figures as never, 'own')
    expect(told).to.have.length(5)
    for (const [i, values] of [
      ['231', '12'],
      ['85,6', '85,1'],
      ['82,8', '87,1'],
      ['84,0', '85,0'],
      ['9', '74,0'],
    ].entries())
      for (const value of values) expect(told[i], value).to.contain(value)
    const alone = howSentences({ ...figures, among: undefined, status: 'fewColleagues' } as never, 'row')
    expect(alone.at(-1)).to.contain('Rekan dengan cukup penilaian kurang dari empat')
    expect(among!.colleagues).to.equal(10)
    const row = await fixture<HTMLElement>(html`<div>${howOf('Loket 3', figures as never)}</div>`)
    expect(row.querySelector('summary')!.getAttribute('aria-label')).to.equal('Bagaimana dihitung: Loket 3')
    expect(row.querySelectorAll('li')).to.have.length(5)
  })

  it('stand beside each other in their versions, only in words where few were left out between them [O260]', async () => {
    const outage = {
      ...{ kind: 'outage' as const, service: 'ktp-el', date: '2026-05-20', by: 'Kepala Seksi (contoh)' },
      ...{ since: Date.UTC(2026, 4, 20, 1), until: Date.UTC(2026, 4, 20, 3), reason: 'systemDown' as const },
    }
    const said = (of: HTMLElement) => of.textContent!.replace(/\s+/g, ' ')
    const shown = (score: ToldScore) =>
      fixture<HTMLElement>(
        html`<div>
          ${versionsPane(
            [
              { version: 2, at: Date.UTC(2026, 6, 13), cause: 'outage', score, leftOutBy: outage },
              { version: 1, at: Date.UTC(2026, 6, 8), cause: 'closed', score: figures },
            ],
            office,
          )}
        </div>`,
      )
    const both = said(await shown({ ...figures, n: 180, value: 86.2 } as ToldScore))
    expect(both)
      .to.contain('Versi 2, berlaku')
      .and.contain('86,2')
      .and.contain('Versi 1, digantikan')
      .and.contain('85,1')
    expect(both).to.contain('20 Mei 2026 pukul 09.00–11.00: Sistem pusat mati')
    expect(both).to.contain('Ditandai oleh Kepala Seksi (contoh)')
    const few = said(await shown({ told: 'words', why: 'difference', n: 225, from: 60, status: 'within' }))
    expect(few).not.to.contain('85,1')
    expect(few).to.contain('kurang dari sepuluh warga').and.contain('Tidak dapat dibedakan')
  })

  it('offer no objection, and say so, where it is not known whether there is one [O264]', async () => {
    const versions = [{ version: 1, at: Date.UTC(2026, 6, 8, 1), cause: 'closed', score: figures }]
    const score = { period, opensOn: '2026-07-11', releasedAt: null, versions }
    server = answering({
      'GET /api/me/scores': { periods: ['2026-Q2'], next, score },
      'GET /api/me/contests': new Error('UNREACHABLE'),
    })
    const pane = await fixture(html`<own-scores .office=${office} today="2026-07-09" officer="p1"></own-scores>`)
    await waitUntil(() => pane.shadowRoot!.querySelector('ui-state[kind=error]'))
    expect(pane.shadowRoot!.querySelector('a')).to.equal(null)
  })

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
    const pane = (await fixture(html`<team-scores></team-scores>`)) as HTMLElement
    await waitUntil(() => pane.shadowRoot!.querySelector('tbody tr'))
    await accessibleInThemes(pane)
    const root = pane.shadowRoot!
    expect([...root.querySelectorAll('tbody th')].map(th => th.textContent!.trim())).to.deep.equal([
      ...['Petugas 1', 'Petugas 2', 'Petugas 3'],
    ])
    expect(root.querySelectorAll('th button, [aria-sort]')).to.have.length(0)
    expect(root.querySelector('tbody tr:last-child')!.textContent).to.contain('belum dibuka, sampai 11 Juli 2026')
  })

  it('of counters stand by their numbers beside their times, name their minimum, and say which is not open yet [O78]', async () => {
    const row = (id: string, score?: ToldScore) => ({
      ...{ counterId: id, name: `Loket ${id}`, opensOn: '2026-07-11' },
      versions: score ? [{ version: 1, at: 0, cause: 'closed' as const, score }] : [],
    })
    const rows = [row('1', figures), row('2', { told: 'few', n: 47, from: 60 }), row('3')]
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
      ['Loket 1', '85,1', '82,8–87,1', '231', 'Tidak dapat dibedakan dari rata-rata kantor', '5', '8,0 n 5', '– n 5'],
      ['Loket 2', '–', '–', '47', 'belum cukup: 47 dari 60', '0', '– n 0', '– n 0'],
      ['Loket 3', '–', '–', '–', 'belum dibuka', '0', '– n 0', '– n 0'],
    ])
    expect(root.textContent).to.contain('Batas nilai loket dan petugas: 60 penilaian')
    expect(root.querySelectorAll('th button, [aria-sort]')).to.have.length(0)
    expect(root.querySelector('section[aria-labelledby="people"] ui-state')!.getAttribute('heading')).to.equal(
      'Nilai per petugas tidak dibuka bagi manajer',
    )
  })

  it('say what follows from an outage that is marked late, and are computed anew only once that was read [O265]', async () => {
    server = answering({ 'POST /api/offices/samarinda/late-outages': { ok: true } })
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
    expect(server.asked).to.have.length(0)
    await accessibleInThemes(pane)
    root.querySelector<HTMLElement>('[data-save]')!.click()
    await waitUntil(() => wordsOf(pane).includes('Gangguan dicatat'))
    expect(server.asked[0]!.body).to.deep.equal({
      ...{ serviceId: 'ktp-el', date: '2026-05-20', from: '08:00', to: '09:00', reason: 'systemDown' },
    })
  })
})
