import { expect, fixture, html, waitUntil } from '@open-wc/testing'
import '../../console/desk/desk-counters.ts'
import type { DeskCounters } from '../../console/desk/desk-counters.ts'
import '../../console/roster/own-roster.ts'
import '../../console/roster/rest-banner.ts'
import type { RestBanner } from '../../console/roster/rest-banner.ts'
import '../../console/roster/roster-now.ts'
import type { RosterNow } from '../../console/roster/roster-now.ts'
import { emptyDay, type QueueDay } from '../../shared/queue/day.ts'
import { setLang } from '../../shared/web/lang.ts'
import { answering, at, NOW, office, staffOf, still, wordsOf } from '../helpers/console-pages.ts'
import { accessibleInThemes, heard } from './ui-in-themes.ts'

const TODAY = '2026-06-09'
const WEEK = '/api/offices/samarinda/roster/2026-06-08'
const people = ['Andi', 'Budi', 'Citra'].map((name, i) => ({
  ...{ id: `p${i + 1}`, name: `${name} (contoh)`, active: true, counter: true, front: false, agency: null },
}))
const shift = (staffId: string, counterId: string, of: object = {}) => ({
  ...{ staffId, date: TODAY, counterId, from: '08:00', to: '15:00', rest: null, insteadOf: null },
  ...of,
})
const week = (shifts: readonly object[]) => ({
  week: '2026-06-08',
  version: 1,
  saved: null,
  shifts,
  leaves: [],
  people,
})

/** A hall in which some sit: counter by officer. */
function hall(seats: Record<string, string>): QueueDay {
  const counters = Object.entries(seats).map(([id, officerId]) => [
    id,
    { id, state: 'open', since: at('08:00'), services: ['ktp-el'], officerId },
  ])
  return { ...emptyDay('samarinda', TODAY), counters: Object.fromEntries(counters) } as QueueDay
}

let server: ReturnType<typeof answering>
beforeEach(() => setLang('id'))
afterEach(() => server.restore())

describe('plan and presence on the live board', () => {
  async function board(shifts: readonly object[], seats: Record<string, string>): Promise<RosterNow> {
    server = answering({
      [`GET ${WEEK}`]: week(shifts),
      [`POST ${WEEK}`]: week(shifts),
      'GET /api/offices/samarinda/served': { served: [{ staffId: 'p3', services: ['ktp-el'] }] },
    })
    const made = await fixture<RosterNow>(
      html`<roster-now .office=${office} .day=${hall(seats)} .now=${NOW}></roster-now>`,
    )
    await waitUntil(() => made.shadowRoot!.querySelector('.note, .todo'))
    return made
  }

  it('names who is not seen yet and the empty counter, and plans who is free by one touch [X6 X11]', async () => {
    const made = await board([shift('p1', '1'), shift('p2', '2')], { 2: 'p2' })
    expect(wordsOf(made)).to.contain('Andi (contoh) belum tampak di Loket 1, seharusnya sejak 08.00. Loket 1 kosong.')
    made.shadowRoot!.querySelector('ui-button')!.click()
    await made.updateComplete
    const list = made.shadowRoot!.querySelector('roster-substitutes')!
    await waitUntil(() => list.shadowRoot!.querySelector('li'))
    expect(wordsOf(list)).to.contain('Citra (contoh)').and.not.contain('Budi')
    await accessibleInThemes(made)
    list.shadowRoot!.querySelector('ui-button')!.click()
    await waitUntil(() => server.asked.some(a => a.method === 'POST'))
    const { cells } = server.asked.find(a => a.method === 'POST')!.body as {
      cells: { staffId: string; shifts: object[] }[]
    }
    expect(cells.map(c => [c.staffId, ...c.shifts])).to.deep.equal([
      ['p1', { counterId: '1', from: '08:00', to: '10:24', rest: null, insteadOf: null }],
      ['p3', { counterId: '1', from: '10:24', to: '15:00', rest: null, insteadOf: 'p1' }],
    ])
    await waitUntil(() => wordsOf(made).includes('Citra (contoh) dijadwalkan di Loket 1, 10.24–15.00.'))
  })

  it('says where somebody sits instead, and that everybody is in place [X6 X11]', async () => {
    const made = await board([shift('p1', '1')], { 4: 'p1' })
    expect(wordsOf(made)).to.contain('Andi (contoh) duduk di Loket 4, rencananya Loket 1.')
    server.restore()
    const fine = await board([shift('p1', '1')], { 1: 'p1' })
    expect(wordsOf(fine)).to.contain('Semua yang dijadwalkan ada di tempatnya.')
  })
})

describe('the own plan', () => {
  const own = (of: object = {}) => ({ today: TODAY, leaves: [], shifts: [shift('p1', '3', of)] })

  it('puts the planned counter first with its hours and the focus, and leaves every other free [X10]', async () => {
    server = answering({ 'GET /api/me/roster': own({ to: '12:00' }) })
    const made = await fixture<DeskCounters>(
      html`<desk-counters .office=${office} .day=${hall({ 2: 'p2' })} .now=${NOW}></desk-counters>`,
    )
    await waitUntil(() => wordsOf(made).includes('Rencana: Loket 3, 08.00–12.00'))
    const buttons = [...made.shadowRoot!.querySelectorAll('ui-button')]
    expect(buttons.map(b => b.dataset['counter'])).to.deep.equal(['3', '1', '2', '4', '5', '6', '7', '8'])
    await waitUntil(() => made.shadowRoot!.activeElement === buttons[0])
    // The key of a counter is the one that it always has.
    expect(buttons[0]!.shortcut).to.equal('3')
    const sat = heard<string>(made, 'sit')
    buttons[1]!.click()
    expect(sat).to.deep.equal(['1'])
    await accessibleInThemes(made)
  })

  it('announces the break five minutes before at the own counter, and not during it [X10]', async () => {
    server = answering({ 'GET /api/me/roster': own({ rest: { from: '12:00', to: '12:30' } }) })
    const banner = async (clock: string, seats = { 3: 'p1' }) => {
      const made = await fixture<RestBanner>(
        html`<rest-banner .office=${office} .day=${hall(seats)} .now=${at(clock)} staffId="p1"></rest-banner>`,
      )
      await waitUntil(() => server.asked.length > 0)
      await new Promise(done => setTimeout(done))
      await made.updateComplete
      return made
    }
    const soon = await banner('11:55')
    await waitUntil(() => soon.hasAttribute('filled'))
    expect(wordsOf(soon)).to.contain('Istirahat menurut rencana: 12.00–12.30.')
    expect((await banner('11:54')).hasAttribute('filled')).to.equal(false)
    expect((await banner('12:30')).hasAttribute('filled')).to.equal(false)
    expect((await banner('12:00', { 3: 'p2' })).hasAttribute('filled')).to.equal(false)
  })

  it('is read for this week and the next, with why oneself is away [X8]', async () => {
    const leaves = [{ id: 'l', staffId: 'p1', kind: 'duty', from: '2026-06-16', to: '2026-06-16', part: null }]
    server = answering({ 'GET /api/me/roster': { ...own(), leaves } })
    const made = await fixture(
      html`<own-roster .office=${office} .staff=${staffOf('officer')} .live=${still()}></own-roster>`,
    )
    await waitUntil(() => made.shadowRoot!.querySelector('.halves'))
    expect(wordsOf(made)).to.contain('Selasa 9 JuniLoket 3 08.00–15.00').and.contain('Selasa 16 JuniDinas luar')
    await accessibleInThemes(made)
  })
})
