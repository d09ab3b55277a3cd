import { expect, fixture, html, waitUntil } from '@open-wc/testing'
import { sentenceIn } from '../../console/parts/sentence.ts'
import { AppError } from '../../shared/kit/errors.ts'
import { sendKeys } from '@web/test-runner-commands'
import '../../console/leave/left-counters.ts'
import '../../console/leave/sign-out.ts'
import type { LeaveSignOut } from '../../console/leave/sign-out.ts'
import '../../console/leave/takeover-notes.ts'
import type { TakeoverNotes } from '../../console/leave/takeover-notes.ts'
import type { LeftCounters } from '../../console/leave/left-counters.ts'
import { UNDO_MS } from '../../shared/queue/act.ts'
import type { QueueDay } from '../../shared/queue/day.ts'
import { setLang } from '../../shared/web/lang.ts'
import { answering, at, NOW, office, wordsOf } from '../helpers/console-pages.ts'
import { accessibleInThemes, heard } from './ui-in-themes.ts'

const TAKE = 'POST /api/offices/samarinda/counters/3/take-over'
const MIND = 'POST /api/offices/samarinda/counters/3/mind'
const UNDO = 'POST /api/offices/samarinda/counters/3/undo'
const counter = { id: '3', state: 'open', since: at('09:00'), services: ['ktp-el'], officerId: 'sari', current: 0 }
const ticket = { no: 0, id: 'id-A-012', number: 'A-012', serviceId: 'ktp-el', state: 'serving', since: at('09:40') }
const day = (of: object) =>
  ({
    ...{ counters: { 3: { ...counter, ...of } }, tickets: [[ticket]], waiting: {}, plan: null },
    lastActs: 'lastActs' in of ? of.lastActs : {},
  }) as unknown as QueueDay
const staff = (id: string, permissions: readonly string[]) => ({ id, permissions })

let server: ReturnType<typeof answering>
async function open(of: object, who = staff('budi', ['queue.call', 'queue.take'])) {
  server = answering({
    [MIND]: () => ({ counter }),
    [TAKE]: () => ({ counter: { ...counter, state: 'closed' }, ticket: null }),
    [UNDO]: () => ({ ticket: null }),
    [TAKE.replace('take-over', 'nudge')]: () => ({ counter }),
    [TAKE.replace('take-over', 'break')]: () => ({ counter }),
  })
  return fixture<LeftCounters>(
    html`<left-counters .office=${office} .staff=${who} .day=${day(of)} .now=${NOW}></left-counters>`,
  )
}

/** What is asked before a counter is taken over. */
async function asked(element: LeftCounters): Promise<ShadowRoot> {
  await element.updateComplete
  const dialog = element.shadowRoot!.querySelector('takeover-dialog')!
  await dialog.updateComplete
  return dialog.shadowRoot!
}

describe('whoever signs out of an open counter', () => {
  beforeEach(() => setLang('id'))
  afterEach(() => server.restore())

  it('may say that it is only a break, and for how long [D19]', async () => {
    await open({})
    const free = day({ current: undefined })
    const out = await fixture<HTMLElement>(
      html`<leave-sign-out .office=${office} .day=${free} .now=${NOW} staffId="sari"></leave-sign-out>`,
    )
    const signedOut = heard(out, 'signout')
    await accessibleInThemes(out)
    const minutes = [...out.shadowRoot!.querySelectorAll<HTMLElement>('.rest ui-button')]
    expect(minutes.map(b => parseInt(b.textContent!.trim(), 10))).to.deep.equal([5, 10, 15, 30, 60])
    minutes[2]!.click()
    await waitUntil(() => signedOut.length === 1)
    expect(server.asked[0]!.body).to.deep.equal({ minutes: 15 })
  })

  it('keeps the break that is on, and is not offered one over a visit [D19]', async () => {
    await open({})
    const resting = day({ current: undefined, state: 'break', until: NOW + 600_000 })
    const signOut = (of: QueueDay) =>
      fixture<HTMLElement>(
        html`<leave-sign-out .office=${office} .day=${of} .now=${NOW} staffId="sari"></leave-sign-out>`,
      )
    const out = await signOut(resting)
    const signedOut = heard(out, 'signout')
    out.shadowRoot!.querySelector<HTMLElement>('.rest ui-button')!.click()
    expect([signedOut.length, server.asked.length]).to.deep.equal([1, 0])
    expect((await signOut(day({}))).shadowRoot!.querySelector('.rest')).to.equal(null)
  })
})

describe('a counter without an officer', () => {
  beforeEach(() => setLang('id'))
  afterEach(() => server.restore())

  it('stands before those at which nobody waits, where somebody is at it [D17]', async () => {
    const element = await open({ leftAt: at('10:00') })
    const empty = { ...counter, id: '1', officerId: 'tini', current: undefined, leftAt: at('09:50') }
    const both = day({ leftAt: at('10:00') })
    element.day = { ...both, counters: { 1: empty, ...both.counters } } as unknown as QueueDay
    await element.updateComplete
    const rows = [...element.shadowRoot!.querySelectorAll('ui-banner')].map(row => row.textContent ?? '')
    expect(rows.map(row => /Loket \d/.exec(row)?.[0])).to.deep.equal(['Loket 3', 'Loket 1'])
  })

  it('takes no room while somebody is there', async () => {
    expect((await open({})).offsetHeight).to.equal(0)
  })

  it('is taken over with its ticket, one end and one reason [D17]', async () => {
    const element = await open({ leftAt: at('10:15') })
    expect(wordsOf(element)).to.contain('Loket 3 ditinggalkan sejak 10.15. A-012 masih di sana.')
    const root = element.shadowRoot!
    root.querySelector('ui-button')!.click()
    const dialog = await asked(element)
    const ends = [...dialog.querySelectorAll<HTMLInputElement>('input[name=end]')].map(i => i.value)
    expect(ends).to.deep.equal(['continue', 'back', 'done', 'left'])
    const box = dialog.querySelector('ui-dialog')!
    const says = async () => {
      await element.shadowRoot!.querySelector('takeover-dialog')!.updateComplete
      return [box.primary, box.primaryDisabled]
    }
    expect(dialog.querySelector('input:checked'), 'nothing is chosen for anybody').to.equal(null)
    expect(await says()).to.deep.equal(['Pilih akhirnya dahulu', true])
    box.dispatchEvent(new CustomEvent('primary'))
    dialog.querySelector<HTMLInputElement>('input[value=back]')!.click()
    expect(await says()).to.deep.equal(['Pilih sebabnya dahulu', true])
    dialog.querySelector<HTMLInputElement>('input[value=forgot]')!.click()
    expect(await says()).to.deep.equal(['Kembalikan A-012 ke antrean', false])
    const note = dialog.querySelector<HTMLInputElement>('input[name=note]')!
    note.value = 'Pulang'
    note.dispatchEvent(new Event('input'))
    await accessibleInThemes(element)
    dialog.querySelector('ui-dialog')!.dispatchEvent(new CustomEvent('primary'))
    await waitUntil(() => server.asked.length > 0)
    expect(server.asked[0]!.body).to.deep.equal({
      ...{ reason: 'forgot', end: 'back', ticketId: 'id-A-012', from: 'sari', note: 'Pulang' },
    })
  })

  it('leads whoever goes on to the desk, and nobody else [D17]', async () => {
    for (const [end, leads] of [
      ['back', false],
      ['continue', true],
    ] as const) {
      location.hash = '#/langsung'
      const element = await open({ leftAt: at('10:15') })
      element.shadowRoot!.querySelector('ui-button')!.click()
      const dialog = await asked(element)
      dialog.querySelector<HTMLInputElement>(`input[value=${end}]`)!.click()
      dialog.querySelector<HTMLInputElement>('input[value=ill]')!.click()
      dialog.querySelector('ui-dialog')!.dispatchEvent(new CustomEvent('primary'))
      await waitUntil(() => element.shadowRoot!.querySelector('takeover-dialog') === null)
      expect(location.hash, end).to.equal(leads ? '#/loket' : '#/langsung')
      server.restore()
    }
    location.hash = ''
  })

  it('keeps whoever wants to sign out by its large button, and by Escape', async () => {
    server = answering({ [TAKE.replace('take-over', 'close')]: () => ({ counter }) })
    const free = day({ current: undefined })
    const element = await fixture<LeaveSignOut>(
      html`<leave-sign-out .office=${office} .day=${free} .now=${NOW} staffId="sari"></leave-sign-out>`,
    )
    const said = [heard(element, 'dismiss'), heard(element, 'signout')]
    const box = element.shadowRoot!.querySelector('ui-dialog')!
    await box.updateComplete
    expect([box.primary, box.secondary]).to.deep.equal(['Batal', 'Tutup loket dan keluar'])
    box.shadowRoot!.querySelector<HTMLElement>('.primary')!.click()
    await sendKeys({ press: 'Tab' })
    await sendKeys({ press: 'Escape' })
    await waitUntil(() => said[0]!.length > 1)
    expect([said[1], server.asked]).to.deep.equal([[], []])
    await accessibleInThemes(element)
    box.dispatchEvent(new CustomEvent('secondary'))
    await waitUntil(() => said[1]!.length === 1)
    expect(server.asked.map(({ path }) => path)).to.deep.equal(['/api/offices/samarinda/counters/3/close'])
  })

  it('is told to its officer in the right person, with the day in words [D17]', async () => {
    const note = { id: 'o1', counterId: '3', date: '2026-06-09', at: at('08:15'), by: 'Kepala Seksi', reason: 'ill' }
    server = answering({
      'GET /api/me/takeovers': { takeovers: [{ ...note, number: 'A-012', end: 'continue', note: null, answer: null }] },
    })
    const notes = await fixture<TakeoverNotes>(html`<takeover-notes .office=${office}></takeover-notes>`)
    await waitUntil(() => notes.hasAttribute('filled'))
    expect(wordsOf(notes)).to.contain(
      'Loket 3 diambil alih Kepala Seksi, Selasa, 9 Juni pukul 08.15. Sakit atau darurat. A-012 diteruskan Kepala Seksi.',
    )
    expect(wordsOf(notes)).not.to.contain('Saya')
    await accessibleInThemes(notes)
  })

  it('asks its own officer whom somebody wants to hear from, and one key answers [D20]', async () => {
    const element = await open({ nudgedAt: NOW - 60_000, actedAt: NOW - 60_000 }, staff('sari', ['queue.call']))
    expect(wordsOf(element)).to.contain('Atasan atau meja depan bertanya: Anda masih di Loket 3?')
    await accessibleInThemes(element)
    window.dispatchEvent(new KeyboardEvent('keydown', { key: 'y', bubbles: true, cancelable: true }))
    await waitUntil(() => server.asked.length > 0)
    expect(server.asked.map(({ method, path }) => `${method} ${path}`)).to.deep.equal([MIND])
    server.restore()
    await open({ nudgedAt: NOW - 60_000 })
    window.dispatchEvent(new KeyboardEvent('keydown', { key: 'y', bubbles: true, cancelable: true }))
    expect(server.asked).to.deep.equal([])
  })

  it('is given back for half a minute by who took it over, who may sit at no counter [Y4]', async () => {
    const closed = { id: '3', state: 'closed', since: NOW, services: ['ktp-el'] }
    const freed = { by: 'staff:bos', upTo: 8, before: [counter], after: [closed] }
    const lastActs = { 3: { seq: 7, verb: 'takeOver', at: NOW, since: counter.since, steps: [], freed } }
    const gone = { ...closed, officerId: undefined, current: undefined, lastActs }
    expect((await open(gone)).offsetHeight).to.equal(0)
    server.restore()
    const element = await open(gone, staff('bos', ['queue.free']))
    expect(wordsOf(element)).to.contain('Loket 3 diambil alih.')
    await accessibleInThemes(element)
    element.shadowRoot!.querySelector('ui-button')!.click()
    await waitUntil(() => server.asked.length > 0)
    expect(server.asked[0]!.body).to.deep.equal({ act: 7 })
    element.now = NOW + UNDO_MS + 1
    await element.updateComplete
    expect(element.offsetHeight).to.equal(0)
  })

  it('is asked first by whoever leads and would take it over, and the answer stands in the question [D20]', async () => {
    const lead = staff('bos', ['queue.take', 'queue.free'])
    const dialog = await fixture<LeftCounters>(
      html`<takeover-dialog .office=${office} .staff=${lead} .day=${day({})} .counterId=${'3'}></takeover-dialog>`,
    )
    server = answering({ [TAKE.replace('take-over', 'nudge')]: () => ({ counter }) })
    dialog.shadowRoot!.querySelector<HTMLElement>('.first ui-button')!.click()
    await waitUntil(() => server.asked.length > 0)
    const told = async (of: object) => {
      dialog.day = day(of)
      await dialog.updateComplete
      return dialog.shadowRoot!.querySelector('.first')?.textContent?.trim()
    }
    expect(await told({ nudgedAt: at('10:20') })).to.contain('Ditanya pukul 10.20, belum ada jawaban')
    await accessibleInThemes(dialog)
    expect(await told({ actedAt: at('10:21') })).to.contain('Loket 3 menjawab pukul 10.21: masih di sini')
    expect(await told({ leftAt: at('10:24') })).to.contain('ditanya di layarnya sejak 10.24')
  })

  it('is asked first by nobody else, nor over a break [D20]', async () => {
    await open({})
    const offers = async (who: object, of: object) =>
      (
        await fixture(
          html`<takeover-dialog .office=${office} .staff=${who} .day=${day(of)} .counterId=${'3'}></takeover-dialog>`,
        )
      ).shadowRoot!.querySelector('.first ui-button') !== null
    const lead = staff('bos', ['queue.free'])
    expect([await offers(lead, {}), await offers(lead, { state: 'break', until: NOW + 1 })]).to.deep.equal([
      true,
      false,
    ])
    expect(await offers(staff('budi', ['queue.call']), {})).to.equal(false)
  })

  it('asks its own officer, and offers nobody to go on who may not call [D19]', async () => {
    const own = await open({ leftAt: at('10:15') }, staff('sari', ['queue.call']))
    expect(wordsOf(own)).to.contain('Saya di sini')
    server.restore()
    const manager = await open({ leftAt: at('10:15') }, staff('bos', ['queue.free']))
    manager.shadowRoot!.querySelector('ui-button')!.click()
    expect((await asked(manager)).querySelector('input[value=continue]')).to.equal(null)
  })
})

describe('a refusal that names a counter', () => {
  it('says it by its name, and by its number where the office has none by that id', () => {
    setLang('id')
    const named = { ...office, counters: office.counters.map(c => ({ ...c, name: `Meja ${c.id}` })) }
    const said = (counterId: string) => sentenceIn(named, new AppError('OFFICER_ELSEWHERE', { counterId }))
    expect(said('3')).to.contain('masih melayani di Meja 3.')
    expect(said('99')).to.contain('masih melayani di Loket 99.')
    expect(sentenceIn(named, new AppError('QUEUE_EMPTY'))).to.equal('Tidak ada yang menunggu untuk loket ini.')
  })
})
