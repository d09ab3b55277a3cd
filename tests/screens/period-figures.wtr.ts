import { expect, fixture, html, waitUntil } from '@open-wc/testing'
import '../../console/reports/figures/figures-page.ts'
import type { FiguresPage } from '../../console/reports/figures/figures-page.ts'
import type { PeriodFigures } from '../../shared/survey/figures/period-figures.ts'
import { periodAt } from '../../shared/survey/fixed-periods.ts'
import { auditTally, ikmFromTally } from '../../shared/survey/ikm.ts'
import { UNSUR } from '../../shared/survey/instruments.ts'
import { setLang } from '../../shared/web/lang.ts'
import { answering, office, staffOf, still } from '../helpers/console-pages.ts'
import { accessibleInThemes } from './ui-in-themes.ts'

const FIGURES = 'GET /api/offices/samarinda/period-figures'
const [period, before] = [periodAt('quarter', '2026-01-01'), periodAt('quarter', '2025-10-01')]
const tally = { n: 200, unsur: Object.fromEntries(UNSUR.map((u, i) => [u, { n: 200, sum: 620 + 10 * i }])) }
const result = ikmFromTally(tally)
const reached = { finished: 500, invited: 400, answered: 200, invitation: 0.8, response: 0.5, reach: 0.4 }
const step = { difference: -1.24, low: -3.1, high: 0.7, moreThanChance: false }

const closed: PeriodFigures = {
  period,
  showing: { from: period.from, through: period.to },
  sample: { population: 500, target: 217, achieved: 200 },
  response: {
    ...reached,
    channels: [
      { channel: 'phone', answered: 150 },
      { channel: 'tablet', answered: 50 },
    ],
  },
  services: [
    {
      ...{ service: 'ktp-el', visits: 480, answered: 193, planned: 207, ownTarget: 214, response: reached },
      showing: { from: period.from, through: period.to },
      shown: { result, certainty: { days: 60, tooFewDays: false, certain: false, others: [], hidden: 'underFloor' } },
    },
    {
      ...{ service: 'legalisir', visits: 20, answered: 7, planned: 10, ownTarget: 19, response: reached },
      showing: { why: 'few' },
    },
  ],
  figures: {
    ...{ regulation: 'PermenPANRB 14/2017', result, audit: auditTally(tally) },
    certainty: {
      ...{ interval: { low: 80.2, high: 88.9 }, days: 60, tooFewDays: false, certain: false },
      others: [{ mutu: 'A', percent: 25 }],
    },
    unsur: UNSUR.map(unsur => ({
      ...{ ...result.unsur[unsur]!, unsur, marks: [1, 9, 100, 90], blank: 0, fixed: unsur === 'biaya' },
      ...(unsur === 'biaya' ? {} : { interval: { low: 3, high: 3.3 }, gain: { points: 2.5, low: 1.9, high: 2.8 } }),
    })),
    weighted: {
      ikm: 81.5,
      low: 79,
      high: 84,
      mutu: 'B',
      groups: [['ktp-el'], ['legalisir', 'konsultasi']],
      unheard: 0.01,
      unlike: true,
    },
    lowest: {
      three: ['persyaratan', 'prosedur', 'waktu'],
      highest: [],
      mayBe: ['persyaratan', 'prosedur'],
      unclear: false,
      thirdUnsure: true,
    },
    channels: [
      {
        channel: 'phone',
        answered: 150,
        shown: { n: 150, ikm: 84.21, mutu: 'B', interval: { low: 80, high: 88 } },
      },
      { channel: 'tablet', answered: 50 },
    ],
    tablet: { difference: -2.1, low: -4.2, high: 0.3, moreThanChance: false },
    unanswered: { shifted: 81.1, gapToLowerLetter: 4.2, gap: 5 },
    profile: [
      {
        ...{ item: 'sex', n: 200 },
        rows: [
          { value: 'P', kind: 'value', n: 120, percent: 60 },
          { value: 'blank', kind: 'blank', n: 60, percent: 30 },
          { value: '', kind: 'merged', n: 20, percent: 10 },
        ],
      },
    ],
    compared: {
      before,
      ikm: step,
      mixMoved: true,
      smallestSeen: 1.9,
      unsur: [{ ...step, unsur: 'waktu', moreThanChance: true }],
    },
    trend: [
      { period: before, n: 190, ikm: 85.1, mutu: 'B', interval: { low: 83, high: 87 } },
      { period, n: 200, ikm: result.ikm!, mutu: 'B', step },
    ],
  },
}

let server: ReturnType<typeof answering>

async function open(of: PeriodFigures | Error) {
  server = answering({ [FIGURES]: of })
  const page = await fixture<FiguresPage>(
    html`<figures-page .office=${office} .staff=${staffOf('manager')} .live=${still()}></figures-page>`,
  )
  await waitUntil(() => page.shadowRoot!.querySelector('section, ui-state[kind="error"], ui-state[kind="empty"]'))
  return page
}
const said = (page: FiguresPage) => page.shadowRoot!.textContent!.replace(/\s+/g, ' ')

describe('all figures of a closed period', () => {
  beforeEach(() => setLang('id'))
  afterEach(() => server.restore())

  it('say the letter with how certain it is, the IKM by visits and when it warns [S31 S33]', async () => {
    const page = await open(closed)
    expect(page.shadowRoot!.querySelector('a')!.getAttribute('href')).to.equal('#/laporan-skm/2026-Q1')
    expect(said(page)).to.contain('Mutu B, mungkin A (kira-kira 25%)')
    expect(said(page)).to.contain('rentang 95%: 80,2–88,9')
    expect(said(page)).to.contain('Tertimbang menurut jumlah pemohon per layanan: 81,50 (79,0–84,0), mutu B')
    expect(said(page)).to.contain('Jawaban tidak sebanding dengan jumlah pemohon per layanan')
    expect(said(page)).to.contain('tidak memuat kesalahan karena yang tidak menjawab')
    await accessibleInThemes(page)
  })

  it('say that they are still being read, and appear by themselves [S77]', async () => {
    let asked = 0
    server = answering({ [FIGURES]: () => (asked++ === 0 ? new Error('FIGURES_READING') : closed) })
    const page = await fixture<FiguresPage>(
      html`<figures-page .office=${office} .staff=${staffOf('manager')} .live=${still()}></figures-page>`,
    )
    const waiting = () => page.shadowRoot!.querySelector('ui-state[kind="loading"] p')
    await waitUntil(waiting)
    expect(said(page)).to.contain('sedang dibaca untuk pertama kali')
    await accessibleInThemes(page)
    await waitUntil(() => page.shadowRoot!.querySelector('section'), undefined, { timeout: 6_000 })
    expect([asked, waiting()]).to.deep.equal([2, null])
  }).timeout(10_000)

  it('name what may be the lowest, and that the third cannot be told from the fourth [S37]', async () => {
    const page = await open(closed)
    expect(said(page)).to.contain('Urutan ketiga dan keempat tidak dapat dibedakan.')
    expect(said(page)).to.contain('menurut ketentuan')
    const unclear = {
      ...closed.figures!,
      lowest: { three: [], highest: [], mayBe: [], unclear: true, thirdUnsure: true },
    }
    server.restore()
    expect(said(await open({ ...closed, figures: unclear }))).to.contain('Belum jelas unsur mana yang terlemah.')
  })

  it('stand beside the period before, with what could not be seen [S35 S36]', async () => {
    const page = await open(closed)
    expect(said(page)).to.contain('Turun 1,24 poin (−3,10 sampai +0,70): tidak lebih dari kebetulan.')
    expect(said(page)).to.contain('di bawah kira-kira 1,9 poin tidak dapat dilihat')
    expect(said(page)).to.contain('Campuran layanan bergeser')
    server.restore()
    const apart = { ...closed.figures!, compared: { before, whyNot: 'fewAnswers' as const } }
    expect(said(await open({ ...closed, figures: apart }))).to.contain(
      'Belum dapat dibandingkan: kurang dari 30 responden',
    )
  })

  it('share the sample out, say why a service is closed, and put together what too few are [S34 S57 S39]', async () => {
    const page = await open(closed)
    expect(said(page)).to.contain('200 dari paling sedikit 217. Kurang 17.')
    expect(said(page)).to.contain('Belum cukup jawaban (perlu 10)')
    expect(said(page)).to.contain('Digabung, masing-masing terlalu sedikit')
    expect(said(page)).to.contain('Bila yang tidak menjawab 5 poin lebih rendah: 81,10.')
    expect(said(page)).to.contain('200 dari 400 (50,0%)')
  })

  it('are held back with the reason while the period runs, and the plan of the sample stands all the same [S58]', async () => {
    const { figures: _, ...others } = closed
    const page = await open({ ...others, showing: { why: 'running', on: '2026-04-08' } })
    expect(page.shadowRoot!.querySelector('ui-state')!.getAttribute('heading')).to.equal('Belum tampil')
    expect(said(page)).to.contain('200 dari paling sedikit 217')
    expect(said(page)).not.to.contain('rentang 95%')
    await accessibleInThemes(page)
  })

  it('say that they could not be read, and where nobody came yet [S58]', async () => {
    expect((await open(new Error('down'))).shadowRoot!.querySelector('ui-state')!.getAttribute('kind')).to.equal(
      'error',
    )
    server.restore()
    const { figures: _, ...others } = closed
    const none = { ...others, services: [], sample: { population: 0, target: 0, achieved: 0 } }
    expect((await open(none)).shadowRoot!.querySelector('ui-state')!.getAttribute('kind')).to.equal('empty')
  })
})
