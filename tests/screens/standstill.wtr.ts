import { expect, fixture, html, waitUntil } from '@open-wc/testing'
import { deskBanners } from '../../console/desk/desk-banners.ts'
import '../../console/manager/manager-attention.ts'
import type { ManagerAttention } from '../../console/manager/manager-attention.ts'
import { MINUTE } from '../../shared/kit/time.ts'
import type { Attention } from '../../shared/officer/attention.ts'
import { emptyDay, type QueueDay, type Ticket } from '../../shared/queue/day.ts'
import { setLang } from '../../shared/web/lang.ts'
import { answering, at, NOW, office, staffOf, wordsOf } from '../helpers/console-pages.ts'
import { accessibleInThemes } from './ui-in-themes.ts'

const nudgeAt = (id: string) => `POST /api/offices/samarinda/counters/${id}/nudge`
const seat = (id: string, current: number) => ({
  ...{ id, state: 'open', since: at('08:00'), services: ['ktp-el'], officerId: `o${id}`, current },
})
const serving = (no: number) =>
  ({
    no,
    number: `A-01${no}`,
    serviceId: 'ktp-el',
    state: 'serving',
    calledAt: at('09:10'),
    since: at('09:10'),
  }) as Ticket

/** Two counters serve since ten past nine what takes ten minutes, and eleven people wait. */
function stuck(change: Partial<QueueDay> = {}): QueueDay {
  return {
    ...emptyDay(office.id, '2026-06-09'),
    tickets: [[serving(0), serving(1)]],
    counters: { 1: seat('1', 0), 2: seat('2', 1) },
    plan: { services: [{ id: 'ktp-el', typicalMs: 10 * MINUTE }] },
    ...change,
  } as unknown as QueueDay
}
const still: Attention = { kind: 'standstill', counterIds: ['1', '2'], people: 13, since: at('09:10') }
const idle: Attention = { kind: 'idle', counterId: '2', minutes: 12, number: undefined, people: 11, since: at('10:12') }

let server: ReturnType<typeof answering>
async function board(items: readonly Attention[], day = stuck()) {
  server = answering({ [nudgeAt('1')]: { counter: {} }, [nudgeAt('2')]: { counter: {} } })
  return fixture<ManagerAttention>(
    html`<manager-attention
      .office=${office}
      .staff=${staffOf('manager')}
      .day=${day}
      .items=${items}
      .now=${NOW}
    ></manager-attention>`,
  )
}
const buttonOf = (page: ManagerAttention, text: string) =>
  [...page.shadowRoot!.querySelectorAll('ui-button')].find(b => b.textContent!.includes(text))

describe('a hall in which nobody is finished any more', () => {
  beforeEach(() => setLang('id'))

  it('stands on the live board with the question to all its officers [O17]', async () => {
    const page = await board([still])
    expect(wordsOf(page)).to.contain('Tidak ada yang selesai dilayani di loket mana pun')
    expect(wordsOf(page)).to.contain('13 orang tertahan, sejak 09.10')
    await accessibleInThemes(page)
    buttonOf(page, 'Tanya semua petugas')!.click()
    await waitUntil(() => wordsOf(page).includes('Pertanyaan tampil di Loket 1, Loket 2'))
    const asked = server.asked.filter(({ method }) => method === 'POST')
    expect(asked.map(({ method, path }) => `${method} ${path}`)).to.deep.equal([nudgeAt('1'), nudgeAt('2')])
    expect(new Set(asked.map(({ key }) => key)).size).to.equal(2)
    server.restore()
  })

  it('asks the officer of one counter, and says so until the answer [O18]', async () => {
    const page = await board([idle])
    buttonOf(page, 'Tanya petugas')!.click()
    await waitUntil(() => server.asked.some(({ method }) => method === 'POST'))
    server.restore()
    const counters = { 1: seat('1', 0), 2: { ...seat('2', 1), nudgedAt: at('10:23') } }
    const asked = await board([idle], stuck({ counters } as unknown as Partial<QueueDay>))
    expect(wordsOf(asked)).to.contain('Petugas ditanya pukul 10.23, belum menjawab.')
    expect(buttonOf(asked, 'Tanya petugas')).to.equal(undefined)
    expect(buttonOf(asked, 'Bebaskan loket')).not.to.equal(undefined)
    server.restore()
  })

  it('is said at the desk, with the way to close a service for whoever may [E8]', async () => {
    const banners = (role: 'officer' | 'frontDesk', day: QueueDay) =>
      fixture(
        html`<div>
          ${deskBanners({
            ...{ office, date: undefined, now: NOW, day, staff: staffOf(role), busy: false },
            ...{ retry: () => {}, dismiss: () => {} },
          })}
        </div>`,
      )
    server = answering({})
    const officer = await banners('officer', stuck())
    expect(officer.textContent).to.contain('Sejak 09.10 belum ada yang selesai dilayani')
    expect(officer.querySelector('a')).to.equal(null)
    const front = await banners('frontDesk', stuck())
    expect(front.querySelector('a')!.getAttribute('href')).to.equal('#/meja')
    await accessibleInThemes(front)
    const calm = await banners('frontDesk', stuck({ counters: {} }))
    expect(calm.textContent).not.to.contain('belum ada yang selesai')
    server.restore()
  })
})
