import { expect, fixture, html, oneEvent, waitUntil } from '@open-wc/testing'
import '../../console/manager/manager-live.ts'
import type { ManagerLive } from '../../console/manager/manager-live.ts'
import { emptyDay, type QueueDay, type Ticket } from '../../shared/queue/day.ts'
import { setLang } from '../../shared/web/lang.ts'
import { at, office, staffOf, still, wordsOf } from '../helpers/console-pages.ts'
import { accessibleInThemes } from './ui-in-themes.ts'
import { answer, FIGURES, figures, five, server, settled, visit } from '../helpers/manager-pages.ts'
import { DATE } from '../helpers/unit-facts.ts'

const DEVICES = 'GET /api/offices/samarinda/hall-devices'

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

const board = (page: ManagerLive) => page.shadowRoot!.querySelector('manager-attention')!.shadowRoot!

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
})
