import { expect, fixture, html, waitUntil } from '@open-wc/testing'
import '../../console/desk/desk-prepare.ts'
import type { DeskPrepare } from '../../console/desk/desk-prepare.ts'
import { MINUTE } from '../../shared/kit/time.ts'
import { emptyDay } from '../../shared/queue/day.ts'
import { setLang } from '../../shared/web/lang.ts'
import { answering, at, NOW, office, wordsOf } from '../helpers/console-pages.ts'
import { PAPERS_BY_CASE } from '../helpers/papers-by-case.ts'
import { accessibleInThemes } from './ui-in-themes.ts'

const BOOKINGS = 'GET /api/offices/samarinda/bookings'
const file = { id: 'f1', bytes: 12_000, type: 'application/pdf' }
const booking = (number: string, clock: string, change = {}) => ({
  ticketId: `id-${number}`,
  number,
  serviceId: 'ktp-el',
  slot: { start: at(clock), end: at(clock) + 30 * MINUTE },
  state: 'booked',
  priority: false,
  name: 'B•••',
  papers: ['kk'],
  files: [],
  ...change,
})
const list = (...bookings: unknown[]) => ({ date: '2026-06-09', bookings })

const letterOf = (service: string) => office.services.find(s => s.id === service)!.letter

let server: ReturnType<typeof answering>

async function open(answer: unknown, booked = true, service = 'ktp-el') {
  server = answering({ [BOOKINGS]: answer })
  const day = {
    ...emptyDay('samarinda', '2026-06-09'),
    bookedNumbers: booked ? { [`${letterOf(service)}R`]: [7] } : {},
  }
  return fixture<DeskPrepare>(
    html`<desk-prepare .office=${office} .day=${day} .services=${[service]} .now=${NOW}></desk-prepare>`,
  )
}

describe('the preparation at a counter', () => {
  beforeEach(() => {
    setLang('id')
    localStorage.removeItem('tanggap.desk.folded')
  })
  afterEach(() => server.restore())

  it('shows exactly the papers of the case that was booked, and how many are in hand, for every service [B20]', async () => {
    for (const { service, id, papers } of PAPERS_BY_CASE) {
      const info = office.services.find(s => s.id === service)!
      const why = id === undefined ? {} : { case: id }
      const panel = await open(list(booking('AR-07', '10:30', { serviceId: service, papers, ...why })), true, service)
      await waitUntil(() => panel.shadowRoot!.querySelector('.papers'))
      const told = [...panel.shadowRoot!.querySelectorAll('.papers li')].map(li => li.textContent!.trim())
      const names = papers.map(paper => info.requirements.find(r => r.id === paper)!.name[0])
      expect(told.length, service).to.equal(names.length)
      names.forEach((name, i) => expect(told[i], service).to.contain(name))
      if (papers.length > 0)
        expect(wordsOf(panel)).to.contain(`${papers.length} dari ${papers.length} berkas di tangan`)
      server.restore()
    }
  })

  it('shows which papers the next bookings have in hand, and opens their scans for a reason in a new tab', async () => {
    const panel = await open(
      list(booking('AR-07', '10:30', { files: [file], case: 'hilang' }), booking('AR-08', '11:00')),
    )
    await waitUntil(() => panel.shadowRoot!.querySelector('details'))
    expect(wordsOf(panel)).to.contain('AR-07 pukul 10.30').and.contain('1 dari 2 berkas di tangan')
    const form = panel.shadowRoot!.querySelector('form')!
    expect([form.getAttribute('action'), form.method, form.target, form.getAttribute('rel')]).to.deep.equal([
      '/api/offices/samarinda/files/f1',
      'post',
      '_blank',
      'noopener',
    ])
    expect(new FormData(form).get('reason')).to.equal('prepare')
    expect(form.textContent).to.contain('Buka pindaian 1')
    await accessibleInThemes(panel)
  })

  it('says from when scans can be opened, while the slot is further away than the hour of preparation', async () => {
    const panel = await open(list(booking('AR-09', '12:30', { files: [file, file] })))
    await waitUntil(() => panel.shadowRoot!.querySelector('details'))
    expect(panel.shadowRoot!.querySelector('form')).to.equal(null)
    expect(wordsOf(panel)).to.contain('2 pindaian, dapat dibuka mulai 11.30')
  })

  it('names nobody and offers nothing to pick', async () => {
    const panel = await open(list(booking('AR-07', '10:30')))
    await waitUntil(() => panel.shadowRoot!.querySelector('details'))
    expect(wordsOf(panel)).not.to.contain('B•••')
    expect(panel.shadowRoot!.querySelectorAll('button, ui-button')).to.have.length(0)
  })

  it('stays folded for whoever folded it', async () => {
    const panel = await open(list(booking('AR-07', '10:30')))
    await waitUntil(() => panel.shadowRoot!.querySelector('details'))
    panel.shadowRoot!.querySelector('summary')!.click()
    await waitUntil(() => localStorage.getItem('tanggap.desk.folded') === 'true')
    server.restore()
    const again = await open(list(booking('AR-07', '10:30')))
    await waitUntil(() => again.shadowRoot!.querySelector('details'))
    expect(again.shadowRoot!.querySelector('details')!.open).to.equal(false)
  })

  it('is not there on a day without bookings, nor asks for any', async () => {
    const panel = await open(list(), false)
    expect([wordsOf(panel), server.asked.length]).to.deep.equal(['', 0])
  })

  it('says in one line when the papers could not be read', async () => {
    const panel = await open(new Error('UNAVAILABLE'))
    await waitUntil(() => wordsOf(panel).includes('Berkas reservasi belum dapat dimuat.'))
  })
})
