import { expect, fixture, html, waitUntil } from '@open-wc/testing'
import '../../console/day/day-page.ts'
import type { DayPage } from '../../console/day/day-page.ts'
import '../../console/manager/manager-yesterday.ts'
import type { DayReport } from '../../shared/officer/day-report.ts'
import { unitFigures } from '../../shared/officer/unit-figures.ts'
import { setLang } from '../../shared/web/lang.ts'
import { answering, at, NOW, office, staffOf, still, wordsOf } from '../helpers/console-pages.ts'
import { accessibleInThemes } from './ui-in-themes.ts'

const TODAY = '2026-06-09'
const YESTERDAY = '2026-06-08'
const dayAt = (date: string) => `GET /api/offices/samarinda/days/${date}`

const report = (date: string, change: Partial<DayReport> = {}): DayReport => ({
  date,
  doors: { from: at('08:00'), to: at('15:00') },
  sheet: { taken: 41, served: 34, missed: 3, left: 2, partly: 0, otherHolder: 0, unserved: 1, open: 1 },
  figures: unitFigures({ tickets: [], visits: [], outages: [] }, {
    ...{ from: date, to: date, today: TODAY, now: NOW },
    office,
    staff: [],
  } as never),
  results: { complete: 30, papersMissing: 3, refused: 0, advice: 1 },
  survey: { invited: 34, rated: 12 },
  open: [
    {
      ...{ ticketId: 't1', number: 'A-012', state: 'serving', since: at('09:40'), counterId: '3', calls: 1 },
      ...{ ends: ['done', 'left'], attended: false, answered: false },
    },
  ],
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
const signOf = (page: DayPage) => page.shadowRoot!.querySelector('manager-yesterday')?.shadowRoot

describe('the close of a day', () => {
  beforeEach(() => setLang('id'))
  afterEach(() => server.restore())

  it('is read in every theme, with how many rated and no score of the day [D30 S21]', async () => {
    const page = await open(report(YESTERDAY))
    expect(wordsOf(page)).to.contain('A-012 Masih dilayani di Loket 3, sejak 09.40')
    const paper = page.shadowRoot!.querySelector('day-paper')!
    await paper.updateComplete
    expect(wordsOf(paper)).to.contain('34 diundang menilai, 12 sudah menilai sejauh ini.')
    await accessibleInThemes(page)
  })

  it('says that yesterday was not closed and goes there by one press [D30]', async () => {
    const page = await open(report(YESTERDAY, { closable: true }))
    await waitUntil(() => signOf(page)?.querySelector('ui-button'))
    expect(signOf(page)!.textContent).to.contain('8 Juni belum ditutup')
    await accessibleInThemes(page)
    signOf(page)!.querySelector('ui-button')!.click()
    await waitUntil(() => page.shadowRoot!.querySelector('input')!.value === YESTERDAY)
    expect(signOf(page)).to.equal(undefined)
  })

  it('is reached from the live board while yesterday stands open, and from nowhere once it is closed [D30]', async () => {
    const sign = async (closable: boolean) => {
      server = answering({ [dayAt(YESTERDAY)]: report(YESTERDAY, { closable }) })
      const found = await fixture<HTMLElement>(
        html`<manager-yesterday .office=${office} .now=${NOW}></manager-yesterday>`,
      )
      await waitUntil(() => server.asked.length === 1)
      return found
    }
    const pending = await sign(true)
    await waitUntil(() => pending.shadowRoot!.querySelector('a'))
    expect(pending.shadowRoot!.querySelector('a')!.getAttribute('href')).to.equal('#/hari')
    await accessibleInThemes(pending)
    server.restore()
    const closed = await sign(false)
    await waitUntil(() => closed.offsetHeight === 0)
    expect(closed.shadowRoot!.querySelector('a')).to.equal(null)
  })
})
