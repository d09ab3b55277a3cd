import { expect, fixture, html, oneEvent, waitUntil } from '@open-wc/testing'
import '../../console/manager/manager-live.ts'
import '../../console/manager/manager-officers.ts'
import '../../console/manager/manager-quality.ts'
import type { ManagerLive } from '../../console/manager/manager-live.ts'
import type { ManagerOfficers } from '../../console/manager/manager-officers.ts'
import type { ManagerQuality } from '../../console/manager/manager-quality.ts'
import type { UnitFigures } from '../../shared/officer/figures.ts'
import type { TicketFact, VisitFact } from '../../shared/officer/facts.ts'
import { unitFigures } from '../../shared/officer/unit-figures.ts'
import { emptyDay, type QueueDay, type Ticket } from '../../shared/queue/day.ts'
import { fixedPeriod } from '../../shared/survey/fixed-periods.ts'
import { UNSUR } from '../../shared/survey/instruments.ts'
import { ikmView, ratingsView, type IkmView, type RatingsView } from '../../shared/survey/quality.ts'
import type { RatingCounts } from '../../shared/survey/mean-interval.ts'
import { sampleSize } from '../../shared/survey/sample-size.ts'
import type { Showing } from '../../shared/survey/showing.ts'
import { setLang } from '../../shared/web/lang.ts'
import { answering, at, NOW, office, staffOf, still, wordsOf } from '../helpers/console-pages.ts'
import { accessibleInThemes } from './ui-in-themes.ts'

const DATE = '2026-06-09'
const FIGURES = 'GET /api/offices/samarinda/figures'
const DEVICES = 'GET /api/offices/samarinda/hall-devices'
const IKM = 'GET /api/offices/samarinda/ikm'
const RATINGS = 'GET /api/offices/samarinda/ratings'

let numbers = 0
const visit = (officerId: string, counterId: string, minutes: number): VisitFact => ({
  date: DATE,
  no: numbers++,
  officerId,
  counterId,
  serviceId: 'ktp-el',
  queuedAt: at('09:00'),
  calledAt: at('09:20'),
  startedAt: at('09:21'),
  endedAt: at('09:21') + minutes * 60_000,
  heldMs: 0,
  priority: false,
  outcome: 'done',
  ticketState: 'done',
})
const five = (officerId: string, counterId: string, minutes: number) =>
  Array.from({ length: 5 }, () => visit(officerId, counterId, minutes))

const called = ({ no }: VisitFact): TicketFact => ({
  date: DATE,
  no,
  serviceId: 'ktp-el',
  state: 'done',
  slotStart: null,
  arrivedAt: at('09:00'),
  queuedAt: null,
  calledAt: at('09:20'),
  endedAt: at('09:30'),
  why: null,
  promised: { from: at('09:15'), to: at('09:30') },
})

function figures(visits: readonly VisitFact[]) {
  const staff = [
    { id: 'p2', name: 'Petugas 2 (contoh)' },
    { id: 'p9', name: 'Petugas 9 (contoh)' },
  ]
  const frame = { from: DATE, to: DATE, now: NOW, office, staff }
  return unitFigures({ tickets: visits.map(called), visits, outages: [] }, frame)
}

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

function waitingDay(): QueueDay {
  const ticket: Ticket = {
    no: 0,
    number: 'L-001',
    serviceId: 'legalisir',
    priority: false,
    joined: 'walkIn',
    state: 'waiting',
    takenAt: at('09:50'),
    due: at('09:50'),
    since: at('09:50'),
    calls: 0,
    heldMs: 0,
    ahead: 0,
  }
  return {
    ...emptyDay('samarinda', DATE),
    seq: 2,
    tickets: [[ticket]],
    taken: 1,
    waiting: { legalisir: [{ no: 0, due: ticket.due }] },
  }
}

let server: ReturnType<typeof answering>
const answer = (answers: Readonly<Record<string, unknown>>) => (server = answering(answers))
const board = (page: ManagerLive) => page.shadowRoot!.querySelector('manager-attention')!.shadowRoot!
const settled = (page: { shadowRoot: ShadowRoot | null }) =>
  waitUntil(() => !page.shadowRoot!.querySelector('ui-state:not([kind="empty"])'), 'the page has its figures')

describe("the manager's pages", () => {
  beforeEach(() => setLang('id'))
  afterEach(() => server.restore())

  describe('the hall now', () => {
    const open = (day?: QueueDay, change = {}) =>
      fixture<ManagerLive>(
        html`<manager-live .office=${office} .staff=${staffOf('manager')} .live=${still(day, change)}></manager-live>`,
      )

    it('reads well in every theme', async () => {
      answer({ [FIGURES]: figures([visit('p2', '2', 5)]) })
      const page = await open(waitingDay())
      await settled(page)
      await accessibleInThemes(page)
    })

    it('tells of a number past its promise and of the counter that could open', async () => {
      answer({ [FIGURES]: figures([]) })
      const page = await open(waitingDay())
      const items = [...board(page).querySelectorAll('.todo li')].map(li => li.textContent!.replace(/\s+/g, ' '))
      expect(items).to.have.length(1)
      expect(items[0]).to.contain('Legalisir lewat janji.')
      expect(items[0]).to.contain('L-001 menunggu 34 menit, janji 20. 1 orang lewat janji. Loket 1 dapat dibuka')
    })

    it('says so when nothing needs a decision', async () => {
      answer({ [FIGURES]: figures([]) })
      const page = await open(emptyDay('samarinda', DATE))
      const state = board(page).querySelector('ui-state')!
      expect(board(page).querySelectorAll('.todo')).to.have.length(0)
      expect(state.heading).to.equal('Tidak ada yang perlu diputuskan')
      expect(state.textContent).to.contain('Belum ada nomor hari ini.')
    })

    it('names a deserted counter, an idle one and a silent display, each with its act [O18]', async () => {
      const display = { id: 'd', kind: 'display', name: 'Layar 2', officeId: 'samarinda', pairedAt: 0 }
      const day = waitingDay()
      const seat = { since: at('09:00'), services: ['legalisir'], state: 'open' } as const
      const counters = { 1: { ...seat, id: '1', leftAt: at('10:14') }, 2: { ...seat, id: '2', freeSince: at('10:00') } }
      const TAKE = 'POST /api/offices/samarinda/counters/1/take-over'
      answer({
        [FIGURES]: figures([]),
        [DEVICES]: { devices: [{ ...display, lastSeenAt: at('10:18') }] },
        [TAKE]: { counter: { ...counters[1], state: 'closed' }, ticket: null },
      })
      const page = await open({ ...day, counters })
      await waitUntil(() => board(page).querySelectorAll('.todo li').length === 4)
      const kinds = [...board(page).querySelectorAll<HTMLElement>('.todo li')].map(li => li.dataset.kind)
      expect(kinds).to.deep.equal(['idle', 'pastPromise', 'left', 'device'])
      expect(board(page).textContent).to.contain('Loket 2 buka, belum memanggil selama 24 menit.')
      await accessibleInThemes(page)
      const buttons = [...board(page).querySelectorAll('ui-button')]
      expect(buttons.map(b => b.label)).to.deep.equal([
        'Tanya petugas Loket 2',
        'Bebaskan Loket 2',
        'Minta petugas: Legalisir lewat janji.',
        'Bebaskan Loket 1',
        'Beri tahu teknisi: Layar 2 diam 6 menit.',
      ])
      buttons[4]!.click()
      await waitUntil(() => board(page).textContent!.includes('Layar 2 diam 6 menit. Layar ruang tunggu'))
      buttons[3]!.click()
      await page.updateComplete
      const dialog = await waitUntil(() => board(page).querySelector('takeover-dialog')).then(() =>
        board(page).querySelector('takeover-dialog')!,
      )
      await dialog.updateComplete
      for (const radio of ['back', 'computer']) {
        dialog.shadowRoot!.querySelector<HTMLInputElement>(`input[value=${radio}]`)?.click()
      }
      dialog.shadowRoot!.querySelector('ui-dialog')!.dispatchEvent(new CustomEvent('primary'))
      await waitUntil(() => server.asked.some(r => r.path.endsWith('/counters/1/take-over')))
      await waitUntil(() => board(page).querySelector('takeover-dialog') === null)
    })

    it('offers the act that answers a line: the named counter, word to an officer, or the close where nobody can open [O18]', async () => {
      answer({ [FIGURES]: figures([]) })
      const labels = (page: ManagerLive) => [...board(page).querySelectorAll('ui-button')].map(b => b.label)
      const page = await open(waitingDay())
      expect(labels(page)).to.deep.equal(['Minta petugas: Legalisir lewat janji.'])
      const supervisor = await fixture<ManagerLive>(
        html`<manager-live
          .office=${office}
          .staff=${staffOf('supervisor')}
          .live=${still(waitingDay())}
        ></manager-live>`,
      )
      const [button] = board(supervisor).querySelectorAll('ui-button')
      expect(button!.textContent).to.equal('Buka Loket 1')
      const wanted = oneEvent(supervisor, 'opencounter')
      button!.click()
      expect((await wanted).detail).to.equal('1')
      // Every counter that could is open: nobody can be sent for.
      const seats = office.counters.map(c => [
        c.id,
        { id: c.id, state: 'open', since: at('09:00'), services: c.services, freeSince: at('10:23') },
      ])
      const full = await open({ ...waitingDay(), counters: Object.fromEntries(seats) })
      expect(labels(full)).to.deep.equal(['Tutup layanan Legalisir'])
      board(full).querySelector('ui-button')!.click()
      await waitUntil(() => board(full).querySelector('closing-dialog') !== null)
      expect(board(full).querySelector('closing-dialog')!.serviceId).to.equal('legalisir')
    })

    it('asks an officer who serves for long, and frees no counter at which somebody works [O18]', async () => {
      answer({ [FIGURES]: figures([]) })
      const ticket = { ...waitingDay().tickets[0]![0]!, state: 'serving', counterId: '1', startedAt: at('09:20') }
      const counter = { id: '1', state: 'open', current: 0, services: ['legalisir'], since: at('09:00') }
      const day = { ...waitingDay(), tickets: [[ticket]], waiting: {}, counters: { 1: counter } }
      const page = await open(day as unknown as QueueDay)
      expect([...board(page).querySelectorAll('ui-button')].map(b => b.label)).to.deep.equal(['Tanya petugas Loket 1'])
    })

    it('shows which services are closed, since when, until when and why', async () => {
      answer({ [FIGURES]: figures([]) })
      const closures = { legalisir: { since: at('09:10'), reason: 'systemDown', until: at('11:30') } } as const
      const page = await open({ ...waitingDay(), closures })
      const closed = page.shadowRoot!.querySelector('service-closing')!
      expect(wordsOf(closed)).to.contain('Legalisir · Sistem pusat mati').and.contain('Sejak 09.10, sampai 11.30')
      expect(closed.shadowRoot!.querySelectorAll('li ui-button')).to.have.length(1)
      await accessibleInThemes(page)
    })

    it('marks an old picture with its time, and waits with a state while there is none', async () => {
      answer({ [FIGURES]: figures([]) })
      expect(wordsOf(await open(waitingDay(), { stale: true }))).to.contain('Ini keadaan pukul 10.23.')
      expect((await open()).shadowRoot!.querySelectorAll('ui-state')).to.have.length(1)
    })

    it('keeps the live part when the figures cannot be had, and reads them on request', async () => {
      let broken = true
      answer({
        [FIGURES]: () => (broken ? new Error('UNAVAILABLE') : figures([...five('p2', '2', 5), ...five('p2', '2', 5)])),
      })
      const page = await open(waitingDay())
      await waitUntil(() => page.shadowRoot!.querySelector('ui-state[kind="error"]'))
      expect(board(page).querySelectorAll('.todo li')).to.have.length(1)
      broken = false
      page.shadowRoot!.querySelector('ui-state[kind="error"]')!.shadowRoot!.querySelector('button')!.click()
      await settled(page)
      expect(page.shadowRoot!.querySelector('ui-chart-hits')!.label).to.contain('dalam rentang 100 persen')
    })
  })

  describe('counters and officers', () => {
    const open = async (value: UnitFigures) => {
      answer({ [FIGURES]: value })
      const page = await fixture<ManagerOfficers>(
        html`<manager-officers .office=${office} .staff=${staffOf('manager')} .live=${still()}></manager-officers>`,
      )
      await settled(page)
      return page
    }

    it('reads well in every theme', async () => {
      await accessibleInThemes(await open(figures([visit('p2', '2', 5), visit('p9', '5', 9)])))
    })

    it('stand in the order of the counters, however slow or fast [O7]', async () => {
      const page = await open(figures([...five('p9', '5', 2), ...five('p2', '2', 30)]))
      const charts = [...page.shadowRoot!.querySelectorAll('ui-chart-canvas')]
      expect(charts[0]!.bars.map(b => b.label)).to.deep.equal(office.counters.map(c => c.name))
      expect(charts[3]!.bars.map(b => [b.label, b.text])).to.deep.equal([
        ['Petugas 2 (contoh)', '30,0 (n 5)'],
        ['Petugas 9 (contoh)', '2,0 (n 5)'],
      ])
    })

    it('give every chart a sentence, and the same numbers as a table', async () => {
      const page = await open(figures([visit('p2', '2', 5)]))
      const chart = page.shadowRoot!.querySelectorAll('ui-chart-canvas')[2]!
      expect(chart.label).to.equal('Per petugas, Dilayani: Petugas 2 (contoh) 1')
      const frame = chart.shadowRoot!.querySelector('ui-chart')!
      frame.shadowRoot!.querySelector('button')!.click()
      await frame.updateComplete
      const table = frame.shadowRoot!.querySelector('ui-table')!
      await table.updateComplete
      const cells = [...table.shadowRoot!.querySelectorAll('td')].map(td => td.textContent!.trim())
      expect(cells).to.deep.equal(['Petugas 2 (contoh)', '1'])
    })

    it('say so when nobody was served', async () => {
      const page = await open(figures([]))
      expect(page.shadowRoot!.querySelector('ui-state')!.heading).to.equal('Belum ada yang dilayani pada periode ini')
    })

    it('can be taken along as a file of the very period and table [O19]', async () => {
      const page = await open(figures([visit('p2', '2', 5)]))
      const TAKE = 'POST /api/offices/samarinda/tables'
      server.restore()
      answer({ [TAKE]: { name: 'officers.csv', type: 'text/csv', content: btoa('a;b') } })
      const exports = [...page.shadowRoot!.querySelectorAll('table-export')]
      expect(exports.map(e => e.of.table)).to.deep.equal(['services', 'counters', 'officers'])
      let name = ''
      exports[2]!.save = file => void (name = file.name)
      exports[2]!.shadowRoot!.querySelectorAll('ui-button')[1]!.click()
      await waitUntil(() => name === 'officers.csv')
      expect(server.asked.find(a => a.path.endsWith('/tables'))!.body).to.deep.equal({
        ...{ table: 'officers', from: DATE, to: DATE, format: 'csv', lang: 'id' },
      })
    })

    it('ask again for the period chosen', async () => {
      const page = await open(figures([visit('p2', '2', 5)]))
      const picker = page.shadowRoot!.querySelector('record-period')!
      const select = picker.shadowRoot!.querySelector('select')!
      select.value = 'quarter'
      select.dispatchEvent(new Event('change'))
      const asked = () => server.asked.filter(r => r.path.endsWith('/figures'))
      await waitUntil(() => asked().length === 2)
      expect([...asked()[1]!.query]).to.deep.equal([
        ['from', '2026-04-01'],
        ['to', DATE],
      ])
    })
  })

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
