import { expect, fixture, html, waitUntil } from '@open-wc/testing'
import '../../console/manager/manager-quality.ts'
import type { ManagerQuality } from '../../console/manager/manager-quality.ts'
import { fixedPeriod } from '../../shared/survey/fixed-periods.ts'
import { UNSUR } from '../../shared/survey/instruments.ts'
import { ikmView, ratingsView, type IkmView, type RatingsView } from '../../shared/survey/quality.ts'
import type { RatingCounts } from '../../shared/survey/mean-interval.ts'
import { sampleSize } from '../../shared/survey/sample-size.ts'
import type { Showing } from '../../shared/survey/showing.ts'
import { setLang } from '../../shared/web/lang.ts'
import { office, staffOf, still, wordsOf } from '../helpers/console-pages.ts'
import { accessibleInThemes } from './ui-in-themes.ts'
import { answer, server, settled } from '../helpers/manager-pages.ts'

const IKM = 'GET /api/offices/samarinda/ikm'
const RATINGS = 'GET /api/offices/samarinda/ratings'

const period = fixedPeriod('2026-Q2')!
const MAY: Showing = { from: '2026-04-01', through: '2026-05-31' }

function ikm(n: number, population: number, showing: Showing = MAY): IkmView {
  const unsur = Object.fromEntries(UNSUR.map(u => [u, { n, sum: n * (u === 'waktu' ? 2 : u === 'biaya' ? 4 : 3) }]))
  const sums = n === 0 ? { n, unsur: {} } : { n, unsur }
  return ikmView({ period, showing }, sums, { method: 'exact', minRatings: office.minRatings, population, achieved: n })
}

function ratings(counts: RatingCounts, showing: Showing = MAY): RatingsView {
  const answered = counts.reduce((a, b) => a + b)
  return ratingsView({ period, showing }, [counts], { answered, floor: 60 })
}

describe("the manager's pages", () => {
  beforeEach(() => setLang('id'))
  afterEach(() => server.restore())

  describe('quality', () => {
    const open = async (view: IkmView, taps = ratings([1, 4, 30, 40]), of = office) => {
      answer({ [IKM]: view, [RATINGS]: taps })
      const page = await fixture<ManagerQuality>(
        html`<manager-quality .office=${of} .staff=${staffOf('manager')} .live=${still()}></manager-quality>`,
      )
      await settled(page)
      return page
    }
    const bars = (page: ManagerQuality) => page.shadowRoot!.querySelector('ui-chart-bars')!

    it('reads well in every theme', async () => {
      await accessibleInThemes(await open(ikm(70, 400)))
    })

    it('keeps the order of the regulation and marks the weakest', async () => {
      const rows = bars(await open(ikm(70, 400))).rows
      expect(rows).to.have.length(9)
      expect([rows[2]!.label, rows[2]!.text, rows[2]!.weak]).to.deep.equal(['Waktu Penyelesaian', '2,00', true])
      expect(rows[3]!.weak).to.equal(false)
    })

    it('says how Biaya is counted where services are free, of the services that are shown [S8]', async () => {
      const [first, ...rest] = office.services
      const page = await open(ikm(70, 400), undefined, { ...office, services: [{ ...first!, free: false }, ...rest] })
      const note = () => page.shadowRoot!.querySelector('section[aria-labelledby="unsur"] p.note')!.textContent
      const choose = async (service: string) => {
        const select = page.shadowRoot!.querySelector('select')!
        select.value = `service:${service}`
        select.dispatchEvent(new Event('change'))
        await settled(page)
      }
      expect(note()).to.contain(`${rest.length} dari ${rest.length + 1} layanan gratis: Biaya di situ bernilai 4`)
      await choose(rest[0]!.id)
      expect(note()).to.contain('Layanan ini gratis: Biaya bernilai 4 menurut ketentuan')
      await choose(first!.id)
      expect(note()).not.to.contain('gratis')
    })

    it('shows no value, only how many, while there are too few answers', async () => {
      const page = await open(ikm(12, 400))
      const state = page.shadowRoot!.querySelector('ui-state')!
      expect(state.heading).to.equal('Belum cukup jawaban (perlu 60)')
      expect(state.textContent).to.contain('Baru 12 jawaban')
      expect(page.shadowRoot!.querySelector('ui-figures')!.items[0]!.value).to.equal('–')
      expect(page.shadowRoot!.querySelectorAll('#method')).to.have.length(0)
    })

    it('needs no more answers than the sample of a small office', async () => {
      const page = await open(ikm(10, 10))
      expect(page.shadowRoot!.querySelector('ui-figures')!.items[0]!.unit).to.contain('Kurang baik')
    })

    it('tells how many answers the sample still lacks', async () => {
      const page = await open(ikm(70, 400))
      expect(page.shadowRoot!.querySelector('ui-tag')!.textContent).to.contain(`Kurang ${sampleSize(400) - 70} jawaban`)
    })

    it('keeps the ratings of the unit closed under the minimum', async () => {
      const page = await open(ikm(70, 400), ratings([0, 0, 9, 50], { why: 'few' }))
      await waitUntil(() => page.shadowRoot!.querySelector('ui-state'), 'the ratings are told as closed')
      expect(page.shadowRoot!.querySelectorAll('ui-chart-interval')).to.have.length(0)
      const state = page.shadowRoot!.querySelector('ui-state')!
      expect(state.heading).to.equal('Belum cukup jawaban (perlu 60)')
      expect(state.textContent).to.contain('Hanya 59 jawaban')
    })

    it('says up to which day a running quarter is counted, and names it in the choice of periods', async () => {
      const page = await open(ikm(70, 400))
      expect(wordsOf(page)).to.contain('Dihitung sampai 31 Mei 2026.')
      const [kind, which] = page.shadowRoot!.querySelector('fixed-period')!.shadowRoot!.querySelectorAll('select')
      expect([...kind!.options].map(o => o.text.trim())).to.deep.equal([
        'Pekan',
        'Bulan',
        'Triwulan',
        'Semester',
        'Tahun',
      ])
      expect(which!.selectedOptions[0]!.text.trim()).to.equal('Triwulan II 2026')
    })

    it('says from which day a year is counted in which an office began', async () => {
      const page = await open(ikm(70, 400, { from: '2026-05-01', through: period.to }))
      expect(wordsOf(page)).to.contain('Dihitung mulai 1 Mei 2026; sebelum itu terlalu sedikit jawaban.')
    })

    it('says why a figure is held back and when it comes', async () => {
      const page = await open(ikm(25, 400, { why: 'running', on: '2026-07-08' }))
      const state = page.shadowRoot!.querySelector('ui-state')!
      expect(state.heading).to.equal('Belum tampil')
      expect(state.textContent).to.contain('tampil mulai 8 Juli 2026').and.contain('Jawaban sejauh ini: 25.')
      expect(page.shadowRoot!.querySelector('ui-figures')!.items[0]!.value).to.equal('–')
    })

    it('asks for the period chosen, and offers none shorter than a quarter for a service', async () => {
      const page = await open(ikm(70, 400))
      const picker = () => page.shadowRoot!.querySelector('fixed-period')!.shadowRoot!.querySelectorAll('select')
      const choose = (select: HTMLSelectElement, value: string) => {
        select.value = value
        select.dispatchEvent(new Event('change'))
      }
      choose(picker()[0]!, 'month')
      await waitUntil(() => server.asked.some(a => a.path.endsWith('/ikm') && a.query.get('period') === '2026-05'))
      await waitUntil(() => server.asked.some(a => a.path.endsWith('/ratings') && a.query.get('period') === '2026-05'))
      choose(page.shadowRoot!.querySelector('select')!, 'service:legalisir')
      await waitUntil(() => server.asked.some(a => a.query.get('service') === 'legalisir'))
      expect(server.asked.find(a => a.query.get('service') === 'legalisir')!.query.get('period')).to.equal(null)
      await waitUntil(() => picker()[0]!.options.length === 3)
    })

    it('shows the score of one counter, or why it is held back, by the floors of its kind [S14]', async () => {
      const page = await open(ikm(40, 400, { why: 'difference' }))
      const select = page.shadowRoot!.querySelector('select')!
      expect([...select.querySelectorAll('optgroup')].map(g => g.label)).to.deep.equal(['Per layanan', 'Per loket'])
      select.value = 'counter:3'
      select.dispatchEvent(new Event('change'))
      await waitUntil(() => server.asked.some(a => a.path.endsWith('/ikm') && a.query.get('counter') === '3'))
      expect(server.asked.at(-1)!.query.get('service')).to.equal(null)
      await settled(page)
      expect(page.shadowRoot!.querySelector('ui-figures')!.items[0]!.value).to.equal('–')
    })

    it('shows no ratings of the whole unit beside the figures of one service', async () => {
      const page = await open(ikm(70, 400))
      const labels = () => page.shadowRoot!.querySelector('ui-figures')!.items.map(item => item.label)
      expect(labels()).to.contain('Jumlah penilaian satu ketukan')
      const choice = page.shadowRoot!.querySelector('select')!
      choice.value = 'service:legalisir'
      choice.dispatchEvent(new Event('change'))
      await page.updateComplete
      expect(labels()).to.not.contain('Jumlah penilaian satu ketukan')
      expect(page.shadowRoot!.querySelector('[aria-labelledby="ratings"]')).to.equal(null)
    })

    it('advises a longer period only where there is one', async () => {
      const why = async (kind: 'quarter' | 'year') => {
        const view = ikm(5, 400, { why: 'few' })
        const page = await open({ ...view, period: { ...view.period, kind } })
        return page.shadowRoot!.querySelector('ui-state')!.textContent
      }
      expect(await why('quarter')).to.contain('Pilih periode yang lebih panjang.')
      expect(await why('year')).to.not.contain('lebih panjang')
    })

    it('asks for the chosen service alone', async () => {
      const page = await open(ikm(70, 400))
      const select = page.shadowRoot!.querySelector('select')!
      select.value = 'service:legalisir'
      select.dispatchEvent(new Event('change'))
      await waitUntil(() => server.asked.some(a => a.query.get('service') === 'legalisir'))
    })
  })
})
