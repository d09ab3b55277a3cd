import { expect, fixture, html, waitUntil } from '@open-wc/testing'
import '../../console/admin/admin-clusters.ts'
import type { AdminClusters } from '../../console/admin/admin-clusters.ts'
import type { Role } from '../../shared/office/permissions.ts'
import { setLang } from '../../shared/web/lang.ts'
import { answering, at, office, staffOf, still, wordsOf } from '../helpers/console-pages.ts'
import { accessibleInThemes } from './ui-in-themes.ts'

const CLUSTERS = 'GET /api/offices/samarinda/clusters'
const FLAGS = 'GET /api/offices/samarinda/answer-flags'
const VOID = 'POST /api/offices/samarinda/clusters/void'
const number = (n: number) => ({ date: '2026-06-10', number: `AR-${n}`, serviceId: 'ktp-el' })
const cluster = {
  id: 'c1',
  kind: 'device',
  bookings: 14,
  withoutContact: 12,
  from: at('07:00'),
  to: at('07:03'),
  numbers: Array.from({ length: 14 }, (_, i) => number(i + 10)),
}

let server: ReturnType<typeof answering>

async function open(answers: Readonly<Record<string, unknown>>, role: Role = 'manager') {
  server = answering({ [FLAGS]: { flags: [] }, ...answers })
  const page = await fixture<AdminClusters>(
    html`<admin-clusters .office=${office} .staff=${staffOf(role)} .live=${still()}></admin-clusters>`,
  )
  await waitUntil(() => !page.shadowRoot!.querySelector('ui-state[kind="loading"]'))
  return page
}

describe('suspicious answers', () => {
  beforeEach(() => setLang('id'))
  afterEach(() => server.restore())

  it('are told by counter and number, never what was answered, and only to those who read the survey', async () => {
    const flags = [
      { kind: 'burst', counterId: '1', from: at('10:05'), answers: 6 },
      { kind: 'desk', counterId: '2', answers: 5, of: 9 },
    ]
    const answers = { [CLUSTERS]: { clusters: [] }, [FLAGS]: { flags } }
    const page = await open(answers)
    const pane = page.shadowRoot!.querySelector('answer-flags')!
    await waitUntil(() => pane.shadowRoot!.querySelectorAll('li').length === 2)
    expect(wordsOf(pane)).to.contain('Loket 1 6 kunjungan dinilai dari satu tempat dalam sepuluh menit, mulai 10.05')
    expect(wordsOf(pane)).to.contain('5 dari 9 kunjungan dinilai lewat jaringan tempat petugas masuk.')
    await accessibleInThemes(page)
    server.restore()
    const other = await open(answers, 'administrator')
    expect(other.shadowRoot!.querySelector('answer-flags')).to.equal(null)
  })
})

describe('suspicious bookings', () => {
  beforeEach(() => setLang('id'))
  afterEach(() => server.restore())

  it('tell how many came together, when, and how many gave no contact', async () => {
    const page = await open({ [CLUSTERS]: { clusters: [cluster] } })
    const words = wordsOf(page)
    expect(words)
      .to.contain('1 · Satu ponsel')
      .and.contain('Reservasi berlaku 14')
      .and.contain('Tanpa kontak 12 dari 14')
    expect(words).to.contain('07.00–07.03, Selasa, 9 Juni').and.contain('dalam 3 menit')
    page.shadowRoot!.querySelector('details')!.open = true
    expect(words).to.contain('AR-10 10 Juni 2026 ·')
    await accessibleInThemes(page)
  })

  it('are voided all at once, only after a yes that names their number, and with a reason', async () => {
    let left = [cluster]
    const page = await open({
      [CLUSTERS]: () => ({ clusters: left }),
      [VOID]: () => {
        left = []
        return { voided: 14 }
      },
    })
    page.shadowRoot!.querySelector<HTMLElement>('li > ui-button')!.click()
    await page.updateComplete
    const dialog = page.shadowRoot!.querySelector('ui-dialog')!
    expect([dialog.open, dialog.heading, dialog.secondary]).to.deep.equal([
      true,
      'Batalkan 14 reservasi?',
      'Batalkan 14 reservasi',
    ])
    await accessibleInThemes(page)
    expect(server.asked.filter(a => a.method === 'POST')).to.have.length(0)
    const reasons = [...dialog.querySelectorAll<HTMLElement>('ui-choice')]
    reasons[1]!.click()
    dialog.dispatchEvent(new CustomEvent('secondary'))
    await waitUntil(() => wordsOf(page).includes('14 reservasi dibatalkan.'))
    expect(server.asked.find(a => a.method === 'POST')!.body).to.deep.equal({ cluster: 'c1', reason: 'test' })
    await waitUntil(() => page.shadowRoot!.querySelector('ui-state')?.heading === 'Tidak ada yang mencurigakan')
  })

  it('say so when there are none, and when they could not be read', async () => {
    const none = await open({ [CLUSTERS]: { clusters: [] } })
    await waitUntil(() => none.shadowRoot!.querySelector('ui-state[kind="empty"]'))
    await accessibleInThemes(none)
    server.restore()
    const broken = await open({ [CLUSTERS]: new Error('UNAVAILABLE') })
    await waitUntil(() => broken.shadowRoot!.querySelector('ui-state[kind="error"]'))
  })
})
