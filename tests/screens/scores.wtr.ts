import { expect, fixture, html, waitUntil } from '@open-wc/testing'
import '../../console/score/own-scores.ts'
import { howOf, howSentences } from '../../console/score/score-how.ts'
import { versionsPane } from '../../console/score/score-versions.ts'
import type { OwnScores, ToldScore } from '../../shared/officer/score/told.ts'
import { setLang } from '../../shared/web/lang.ts'
import { answering, office, wordsOf } from '../helpers/console-pages.ts'
import { figures, period } from '../helpers/told-scores.ts'
import { accessibleInThemes } from './ui-in-themes.ts'

const next = { period: '2026-Q3', on: '2026-10-08' }

describe('scores', () => {
  let server: ReturnType<typeof answering>
  beforeEach(() => setLang('id'))
  afterEach(() => server.restore())

  async function own(score: ToldScore, more = {}) {
    const told: OwnScores = {
      ...{ periods: ['2026-Q2'], next },
      score: {
        ...{ period, opensOn: '2026-07-11', releasedAt: null },
        versions: [{ version: 1, at: Date.UTC(2026, 6, 8, 1), cause: 'closed', score }],
      },
    }
    server = answering({ 'GET /api/me/scores': told, 'GET /api/me/contests': { contests: [] }, ...more })
    const pane = await fixture(html`<own-scores .office=${office} today="2026-07-08"></own-scores>`)
    await waitUntil(() => pane.shadowRoot!.querySelector('.words'))
    return pane
  }

  it('of an officer read well in every theme', async () => {
    await accessibleInThemes((await own(figures)) as HTMLElement)
  })

  it('say in words first what they mean, with the own point alone, and who is compared [O74 O364]', async () => {
    const root = (await own(figures)).shadowRoot!
    expect(root.querySelector('.words')!.textContent).to.equal('Tidak dapat dibedakan dari rata-rata rekan')
    expect(root.querySelectorAll('.funnel circle.me')).to.have.length(2)
    expect(root.querySelectorAll('.funnel circle.best, .funnel path.same')).to.have.length(2)
    expect([...root.querySelectorAll('.funnel text')].map(e => e.textContent)).to.include.members([
      '95%',
      '99,8%',
      'Anda 85,1',
      '80',
      'n < 60',
      'rata-rata 84,0',
    ])
    expect(root.querySelectorAll('.funnel .flag')).to.have.length(2)
    expect(root.textContent).to.contain('batas yang menentukan bagi Anda (74,0 sampai 93,0)')
    expect(root.textContent).to.contain('Anda dan rekan yang nilainya ditampilkan').and.not.contain('kantor')
    expect(root.textContent).to.contain('85,6 menjadi 85,1')
    expect([...root.querySelectorAll('table tr.part th')].map(th => th.textContent)).to.deep.equal([
      ...['Petugas kurang ramah', 'Informasi kurang jelas', 'Terlalu lama', 'Sistem mati'],
    ])
  })

  it('are drawn with a scale, their limits by name, and the best estimate below the own, and say what they do not allow for [O352]', async () => {
    const root = (await own(figures)).shadowRoot!
    expect(root.querySelectorAll('.funnel path.same')).to.have.length(1)
    const drawn = [...root.querySelectorAll('.funnel text')].map(e => e.textContent)
    expect(drawn).to.include.members(['n < 60', '95%', '99,8%', '75', '100', 'rata-rata 84,0', 'Perkiraan terbaik'])
    const at = (of: string) => root.querySelector(`.funnel ${of}`)!.getBoundingClientRect()
    expect(at('circle.best').top).to.be.above(at('circle.me').top)
    expect(getComputedStyle(root.querySelector('circle.best')!).fill).not.to.equal(
      getComputedStyle(root.querySelector('circle.best')!).stroke,
    )
    const said = root.textContent!.replace(/\s+/g, ' ')
    for (const words of [
      'dari rekan tanpa Anda, jadi bisa berbeda',
      'Hari dan musim tidak',
      'sekitar 93%',
      'Keandalan 0,84',
    ])
      expect(said).to.contain(words)
  })

  it('that stand out have the causes to look at first beside them, and on which side they were confirmed [O351]', async () => {
    const work = {
      record: { served: 200, services: [{ serviceId: 'ktp-el', served: 150 }] },
      ways: { counters: [{ counterId: '6', served: 200, days: 12 }] },
      hours: { closedMs: 20 * 60_000 },
    }
    const shown = async (level: 'signal' | 'confirmed') => {
      const score = { ...figures, status: 'below', guard: { direction: 'below', level } } as ToldScore
      const pane = await own(score, { 'GET /api/me/record': work })
      const causes = pane.shadowRoot!.querySelector('score-causes')!
      await waitUntil(() => wordsOf(causes).includes('12 hari'))
      await accessibleInThemes(pane as HTMLElement)
      server.restore()
      return [pane.shadowRoot!.querySelector('.words')!.textContent, wordsOf(causes)] as const
    }
    const [first, beside] = await shown('signal')
    expect(first).to.equal('Di luar rentang biasa pada periode ini; belum ditindaklanjuti')
    for (const words of [
      'sebelum bicara orang',
      'KTP-el 75%',
      '20 menit',
      '12 penilaian',
      'Satu periode belum berarti',
    ])
      expect(beside).to.contain(words)
    expect(beside).to.contain('ajukan keberatan sampai')
    const [again, then] = await shown('confirmed')
    expect(again).to.equal('Di bawah rentang biasa; terkonfirmasi, 2 dari 3 periode')
    expect(then).to.contain('Boleh dibicarakan dalam dialog').and.not.to.contain('Satu periode belum')
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
    const mine = {
      id: 'k1',
      officer: { id: 'p1', name: 'Petugas 1' },
      period: '2026-Q2',
      decision: null,
      withdrawnAt: null,
    }
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
    expect(alone.at(-1)).to.equal(
      'Tidak dibandingkan: kurang dari tiga lainnya yang nilainya ditampilkan. Karena itu tidak ada penyesuaian, perkiraan, dan batas.',
    )
    expect(among!.colleagues).to.equal(10)
    const row = await fixture<HTMLElement>(html`<div>${howOf('Loket 3', figures as never)}</div>`)
    expect(row.querySelector('summary')!.getAttribute('aria-label')).to.equal('Bagaimana dihitung: Loket 3')
    expect(row.querySelectorAll('li')).to.have.length(5)
  })

  it('stand beside each other in their versions, each as it was told, and one in words says why [O260 O403]', async () => {
    const outage = {
      ...{
        kind: 'outage' as const,
        service: 'ktp-el',
        date: '2026-05-20',
        by: 'Kepala Seksi (contoh)',
        agreedBy: null,
      },
      ...{ id: 'late-1', mistaken: { until: null, words: null, kept: null } },
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
    expect(few).to.contain('85,1').and.contain('Versi 2, berlaku').and.contain('Tidak dapat dibedakan')
    expect(few).to.contain('Tanpa angka: bisa membuka jawaban beberapa warga atau nilai seorang petugas')
    const waits = said(await shown({ told: 'words', why: 'waiting', n: 225, from: 60, status: 'within' }))
    expect(waits).to.contain('Tanpa angka: belum semua petugas membuka periode ini').and.not.contain('beberapa warga')
  })

  it('that may not be told any more say so of the version that holds, where earlier ones stay as they were shown [O401]', async () => {
    const of = async (now: ToldScore, before: ToldScore) => {
      const versions = [
        { version: 2, at: Date.UTC(2026, 6, 13), cause: 'outage', score: now },
        { version: 1, at: Date.UTC(2026, 6, 8), cause: 'closed', score: before },
      ]
      const score = { period, opensOn: '2026-07-11', releasedAt: null, versions }
      server = answering({
        'GET /api/me/scores': { periods: ['2026-Q2'], next, score },
        'GET /api/me/contests': { contests: [] },
      })
      const pane = (await fixture(html`<own-scores .office=${office} today="2026-07-14"></own-scores>`)) as HTMLElement
      await waitUntil(() => pane.shadowRoot!.querySelector('.versions'))
      await accessibleInThemes(pane)
      server.restore()
      return pane.shadowRoot!.textContent!.replace(/\s+/g, ' ')
    }
    const few: ToldScore = { told: 'few', n: 48, from: 60 }
    const words: ToldScore = { told: 'words', why: 'difference', n: 225, from: 60, status: 'within' }
    expect(await of(few, figures))
      .to.contain('Belum cukup: 48 dari 60')
      .and.contain('Versi sebelumnya tetap seperti dahulu ditampilkan')
      .and.contain('85,1')
      .and.not.contain('Tidak ditampilkan kepada siapa pun')
    expect(await of(few, { ...few, n: 55 })).to.contain('Tidak ditampilkan kepada siapa pun')
    expect(await of(words, figures))
      .to.contain('Versi sebelumnya tetap seperti')
      .and.contain('85,1')
    expect(await of(words, words)).not.to.contain('Versi sebelumnya tetap')
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
})
