import { expect, fixture, html, waitUntil } from '@open-wc/testing'
import '../../console/day/day-page.ts'
import type { DayPage } from '../../console/day/day-page.ts'
import '../../console/manager/manager-attention.ts'
import type { ManagerAttention } from '../../console/manager/manager-attention.ts'
import { emptyDay } from '../../shared/queue/day.ts'
import type { DayReport, OpenVisit } from '../../shared/officer/day-report.ts'
import { unitFigures } from '../../shared/officer/unit-figures.ts'
import { setLang } from '../../shared/web/lang.ts'
import { answering, at, NOW, office, staffOf, still, wordsOf } from '../helpers/console-pages.ts'
import { accessibleInThemes } from './ui-in-themes.ts'

const TODAY = '2026-06-09'
const YESTERDAY = '2026-06-08'
const dayAt = (date: string) => `GET /api/offices/samarinda/days/${date}`

const VISIT: OpenVisit = {
  ...{ ticketId: 't1', number: 'A-012', state: 'serving', since: at('09:40'), counterId: '3', calls: 1 },
  ...{ ends: ['done', 'left'], attended: false, answered: false },
}
const report = (date: string, change: Partial<DayReport> = {}): DayReport => ({
  date,
  doors: { from: at('08:00'), to: at('15:00') },
  sheet: { taken: 41, served: 34, missed: 3, left: 2, partly: 0, otherHolder: 0, unserved: 1, waiting: 0, open: 1 },
  figures: unitFigures({ tickets: [], visits: [], outages: [] }, {
    ...{ from: date, to: date, now: NOW },
    office,
    staff: [],
  } as never),
  results: { complete: 30, papersMissing: 3, refused: 0, advice: 1 },
  survey: { invited: 34, rated: 12 },
  open: [VISIT],
  settled: [],
  stops: [],
  closed: null,
  closable: false,
  unstated: false,
  ...change,
})

let server: ReturnType<typeof answering>
async function open(yesterday: DayReport): Promise<DayPage> {
  server = answering({ [dayAt(TODAY)]: report(TODAY), [dayAt(YESTERDAY)]: yesterday })
  const page = await fixture<DayPage>(
    html`<day-page .office=${office} .staff=${staffOf('manager')} .live=${still()}></day-page>`,
  )
  await waitUntil(() => page.shadowRoot!.querySelector('day-paper') && server.asked.length >= 2)
  return page
}
const closed = (change: Partial<DayReport> = {}) => report(YESTERDAY, { open: [], ...change })
const dateOn = (page: DayPage) => page.shadowRoot!.querySelector('input')!.value
const buttonOn = (page: DayPage, words: string) =>
  [...page.shadowRoot!.querySelectorAll('ui-button')].find(b => b.textContent!.includes(words))

describe('the close of a day', () => {
  beforeEach(() => setLang('id'))
  afterEach(() => server.restore())

  it('says of a trial office that its doors are open all day, and no hour at which they shut [H5]', async () => {
    const page = await open(report(YESTERDAY, { doors: { from: at('00:00'), to: at('00:00') + 24 * 3_600_000 } }))
    expect(wordsOf(page)).to.include('Pintu terbuka sepanjang hari').and.not.include('Pintu tutup')
  })

  it('is read in every theme, with how many rated and no score of the day [D30 S21]', async () => {
    const page = await open(closed())
    expect(dateOn(page)).to.equal(TODAY)
    expect(wordsOf(page)).to.contain('A-012 Masih dilayani di Loket 3, sejak 09.40')
    const paper = page.shadowRoot!.querySelector('day-paper')!
    await paper.updateComplete
    expect(wordsOf(paper)).to.contain('34 diundang menilai, 12 sudah menilai sejauh ini.')
    await accessibleInThemes(page)
  })

  it('says one number under one name: who waits is not among the visits without an end [O15 O16]', async () => {
    const page = await open(closed())
    const sheet = {
      taken: 60,
      served: 30,
      missed: 1,
      left: 0,
      partly: 0,
      otherHolder: 0,
      unserved: 0,
      waiting: 28,
      open: 1,
    }
    server.restore()
    server = answering({ [dayAt(TODAY)]: report(TODAY, { sheet }), [dayAt(YESTERDAY)]: closed() })
    const later = await fixture<DayPage>(
      html`<day-page .office=${office} .staff=${staffOf('manager')} .live=${still()}></day-page>`,
    )
    await waitUntil(() => later.shadowRoot!.querySelector('day-paper'))
    const paper = later.shadowRoot!.querySelector('day-paper')!
    await paper.updateComplete
    expect(later.shadowRoot!.querySelector('.head ui-tag')!.textContent).to.equal('1 belum punya akhir')
    expect(wordsOf(later)).to.contain('28 nomor masih menunggu')
    expect(wordsOf(paper)).to.contain('28 Masih menunggu · 1 Belum punya akhir')
    page.remove()
  })

  it('calls people served, and what a counter did services done [O15]', async () => {
    const visit = {
      ...{ date: YESTERDAY, no: 0, serviceId: 'ktp-el', officerId: 'p1', counterId: '1', queuedAt: null, heldMs: 0 },
      ...{ calledAt: at('09:00'), startedAt: at('09:01'), endedAt: at('09:10'), priority: false, outcome: 'step' },
    }
    const figures = unitFigures({ tickets: [], visits: [visit], outages: [] } as never, {
      ...{ from: YESTERDAY, to: YESTERDAY, now: NOW, office, staff: [] },
    })
    const paper = (await open(closed({ figures }))).shadowRoot!.querySelector('day-paper')!
    await paper.updateComplete
    const headsOf = (table: Element) => [...table.shadowRoot!.querySelectorAll('th')].map(th => th.textContent!.trim())
    const heads = [...paper.shadowRoot!.querySelectorAll('ui-table')].flatMap(headsOf)
    expect(heads.filter(head => head.includes('Layanan selesai'))).to.have.lengthOf(2)
    expect(heads.filter(head => head.includes('Dilayani'))).to.deep.equal([])
  })

  it('opens on yesterday while it is not closed, or a visit of it has no end, and goes to today by one press [D30]', async () => {
    for (const pending of [closed({ closable: true }), report(YESTERDAY)]) {
      const page = await open(pending)
      await waitUntil(() => dateOn(page) === YESTERDAY)
      await accessibleInThemes(page)
      buttonOn(page, 'Ke hari ini')!.click()
      await waitUntil(() => dateOn(page) === TODAY)
      await waitUntil(() => page.shadowRoot!.querySelector('ui-banner'))
      expect(page.shadowRoot!.querySelector('ui-banner')!.textContent).to.contain('8 Juni')
      buttonOn(page, 'Buka hari itu')!.click()
      await waitUntil(() => dateOn(page) === YESTERDAY)
      server.restore()
      page.remove()
    }
  })

  it('is an alarm of the live board while yesterday waits for somebody, and none once it does not [D30 O17]', async () => {
    const board = async (yesterday: DayReport) => {
      server = answering({ [dayAt(YESTERDAY)]: yesterday })
      const found = await fixture<ManagerAttention>(
        html`<manager-attention
          .office=${office}
          .staff=${staffOf('manager')}
          .day=${emptyDay(office.id, TODAY)}
          .now=${NOW}
        ></manager-attention>`,
      )
      await waitUntil(() => server.asked.length === 1)
      return found
    }
    const unended = await board(report(YESTERDAY))
    await waitUntil(() => unended.shadowRoot!.querySelector('.todo a'))
    expect(wordsOf(unended)).to.contain('8 Juni: 1 kunjungan belum punya akhir.')
    expect(unended.shadowRoot!.querySelector('.todo a')!.getAttribute('href')).to.equal('#/hari')
    expect(unended.shadowRoot!.querySelector('ui-state')).to.equal(null)
    await accessibleInThemes(unended)
    server.restore()
    const unclosed = await board(closed({ closable: true }))
    await waitUntil(() => wordsOf(unclosed).includes('8 Juni belum ditutup.'))
    server.restore()
    const calm = await board(closed())
    await waitUntil(() => calm.shadowRoot!.querySelector('ui-state[kind="empty"]'))
    expect(calm.shadowRoot!.querySelector('.todo')).to.equal(null)
  })
})
