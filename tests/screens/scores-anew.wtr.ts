import { expect, fixture, html, waitUntil } from '@open-wc/testing'
import '../../console/score/team-scores.ts'
import '../../console/score/unit-scores.ts'
import { meaningOf } from '../../console/score/score-words.ts'
import type { ScoreStatus } from '../../shared/officer/score/score.ts'
import type { ToldScore, ToldVersion } from '../../shared/officer/score/told.ts'
import { setLang } from '../../shared/web/lang.ts'
import { answering, office, still, wordsOf } from '../helpers/console-pages.ts'
import { FIGURES, figures as unit, five } from '../helpers/manager-pages.ts'
import { figures, period } from '../helpers/told-scores.ts'
import { accessibleInThemes } from './ui-in-themes.ts'

const first = (score: ToldScore): ToldVersion => ({ version: 1, at: Date.UTC(2026, 6, 8, 1), cause: 'closed', score })
const again = (score: ToldScore): ToldVersion => ({ version: 2, at: Date.UTC(2026, 6, 13), cause: 'outage', score })
const words: ToldScore = { told: 'words', why: 'difference', n: 219, from: 60, status: 'within' }
const { among: _among, ...alone } = figures as Extract<ToldScore, { told: 'figures' }>
const apart = (status: ScoreStatus): ToldScore => ({ ...alone, status })

describe('scores that were computed anew', () => {
  let server: ReturnType<typeof answering>
  beforeEach(() => setLang('id'))
  afterEach(() => server.restore())

  async function team(rows: Readonly<Record<string, readonly ToldVersion[]>>) {
    const told = Object.entries(rows).map(([name, versions]) => ({
      ...{ officerId: name, name, opensOn: '2026-07-11', versions },
    }))
    server = answering({
      'GET /api/me/team/scores': { period, periods: ['2026-Q2'], rows: told },
      'GET /api/me/team/work': { rows: [] },
    })
    const pane = (await fixture(html`<team-scores .office=${office}></team-scores>`)) as HTMLElement
    await waitUntil(() => pane.shadowRoot!.querySelector('tbody tr'))
    return pane
  }

  async function unitOf(rows: Readonly<Record<string, readonly ToldVersion[]>>) {
    const of = (key: string) =>
      Object.entries(rows).map(([name, versions]) => ({
        ...{ [key]: name, name, opensOn: '2026-07-11', versions, isClosed: false },
      }))
    const answer = { period, periods: ['2026-Q2'] }
    server = answering({
      'GET /api/offices/samarinda/counter-scores': { ...answer, rows: of('counterId') },
      'GET /api/offices/samarinda/officer-scores': { ...answer, allowed: true, rows: of('officerId') },
      [FIGURES]: unit(five('p2', '1', 8)),
    })
    const page = (await fixture(html`<unit-scores .office=${office} .live=${still()}></unit-scores>`)) as HTMLElement
    await waitUntil(() => page.shadowRoot!.querySelectorAll('table').length === 2)
    return page
  }

  const rowOf = (of: HTMLElement, i: number) => of.shadowRoot!.querySelectorAll('tbody tr')[i]!
  const said = (of: Element) => of.textContent!.replace(/\s+/g, ' ')

  it('stand with their earlier versions behind one line, for whoever assesses and whoever reads the unit [O400]', async () => {
    const later = { ...figures, n: 219, value: 86.2 } as ToldScore
    const rows = { 'Petugas 1': [again(later), first(figures)], 'Petugas 2': [first(figures)] }
    for (const pane of [await team(rows), await unitOf(rows)]) {
      for (const details of pane.shadowRoot!.querySelectorAll('details')) details.open = true
      await accessibleInThemes(pane)
      expect(said(rowOf(pane, 0)))
        .to.contain('Versi 2, dihitung 13 Juli 2026: gangguan yang dicatat kemudian')
        .and.contain('Versi sebelumnya (1)')
        .and.contain('Versi 1, digantikan')
        .and.contain('85,1')
      expect(rowOf(pane, 0).querySelector('td')!.textContent).to.equal('86,2')
      expect(rowOf(pane, 0).querySelector('.versions .note')!.textContent).to.contain('periode ditutup')
      expect(said(rowOf(pane, 1))).not.to.contain('Versi')
      const names = [...pane.shadowRoot!.querySelectorAll('summary')].map(one => one.getAttribute('aria-label'))
      expect(names).to.include('Versi sebelumnya (1): Petugas 1')
      pane.remove()
      server.restore()
    }
  })

  it('show what an earlier version told where the one that holds tells words, and the other way round [O400 O403]', async () => {
    const pane = await team({
      'Petugas 1': [again(words), first(figures)],
      'Petugas 2': [again(figures), first(words)],
    })
    expect(rowOf(pane, 0).querySelector('td')!.textContent).to.equal('–')
    expect(rowOf(pane, 0).querySelector('.versions')!.textContent).to.contain('85,1')
    const before = said(rowOf(pane, 1).querySelector('.versions')!)
    expect(before).to.contain('Tanpa angka: bisa membuka jawaban beberapa warga atau nilai seorang petugas')
    expect(before).not.to.contain('85,1')
    expect(said(pane.shadowRoot!.querySelector('section')!)).to.contain('Kata ini tetap berlaku')
  })

  it('say at each row when it was computed where that was not one day [O404]', async () => {
    const mixed = await team({ 'Petugas 1': [again(figures), first(figures)], 'Petugas 2': [first(figures)] })
    expect(said(rowOf(mixed, 1))).to.contain('Dihitung 8 Juli 2026')
    expect(wordsOf(mixed)).to.contain('Tiap baris berlaku pada tanggal hitungnya')
    server.restore()
    const one = await team({ 'Petugas 1': [first(figures)], 'Petugas 2': [first(figures)] })
    expect(wordsOf(one)).not.to.contain('Dihitung').and.not.contain('tanggal hitungnya')
  })

  it('or not, are called adjusted only where they are, and not compared as it is [O402]', async () => {
    const none = await unitOf({
      'Loket 1': [first(apart('notComparable'))],
      'Loket 2': [first(apart('fewColleagues'))],
    })
    expect(wordsOf(none)).to.contain('tidak disesuaikan').and.not.contain('Nilai yang dapat dibandingkan')
    expect(wordsOf(none)).not.to.contain('Tidak ada rekan')
    none.remove()
    server.restore()
    const some = await unitOf({ 'Loket 1': [first(figures)], 'Loket 2': [first(apart('notComparable'))] })
    expect(wordsOf(some)).to.contain('Nilai yang dapat dibandingkan disesuaikan')
    expect(meaningOf(apart('notComparable'))).to.equal(
      'Tidak dibandingkan: terlalu sedikit lainnya yang layanan dan keadaannya serupa dan nilainya ditampilkan',
    )
    expect(meaningOf(apart('fewColleagues'))).to.contain('kurang dari tiga lainnya')
  })

  it('or not, say why one does not stand by itself as it is [O403]', async () => {
    const page = await unitOf({ 'Loket 1': [first({ told: 'hidden', n: 200, from: 60 })], 'Loket 2': [first(words)] })
    expect(wordsOf(page))
      .to.contain('bersama angka lain bisa membuka jawaban beberapa warga atau nilai seorang petugas')
      .and.not.contain('sepuluh warga')
  })
})
