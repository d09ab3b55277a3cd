import { expect, waitUntil } from '@open-wc/testing'
import { emulateMedia, setViewport } from '@web/test-runner-commands'
import type { FrontList } from '../../console/front/front-list.ts'
import type { FrontDesk } from '../../console/front/front-desk.ts'
import type { QueueDay } from '../../shared/queue/day.ts'
import { setLang } from '../../shared/web/lang.ts'
import { at, lostFirst, wordsOf } from '../helpers/console-pages.ts'
import {
  OFFICE,
  asked,
  bookings,
  given,
  hand,
  inner,
  list,
  open,
  posted,
  restore,
  words,
} from '../helpers/front-desk.ts'
import { accessibleInThemes } from './ui-in-themes.ts'

const lost = () => {
  throw new TypeError('no network')
}

describe('the front desk', () => {
  before(() => emulateMedia({ reducedMotion: 'reduce' }))
  beforeEach(() => setLang('id'))
  afterEach(() => restore())

  describe('a group', () => {
    const group = (page: FrontDesk) => inner(page, 'front-group').shadowRoot!
    async function paste(page: FrontDesk, text: string) {
      await hand('F8', 'ktp', 'Enter')
      await waitUntil(() => group(page).querySelector('slot-choice')?.value !== undefined)
      const area = group(page).querySelector('textarea')!
      area.value = text
      area.dispatchEvent(new Event('input'))
      await (inner(page, 'front-group') as FrontDesk).updateComplete
    }
    const go = (page: FrontDesk) => group(page).querySelector<HTMLElement & { disabled: boolean }>('.go')!

    it('is looked over first: a wrong line is marked and nothing can be sent', async () => {
      const page = await open()
      await paste(page, 'Budi, 0812 0000 0001\nSiti, rumah')
      expect(go(page).disabled).to.equal(true)
      expect(words(page, 'front-group')).to.contain('Perbaiki 1 baris yang ditandai.')
      await accessibleInThemes(page)
    })

    it('keeps its button and the reason in sight, also with a name too many', async () => {
      await setViewport({ width: 1366, height: 768 })
      const page = await open()
      Object.assign(page.style, { position: 'fixed', inset: '69px 19px 15px' })
      await paste(page, Array.from({ length: 61 }, (_, i) => `Warga ${i}`).join('\n'))
      const { top, bottom } = go(page).getBoundingClientRect()
      expect([top > 69, bottom <= 753]).to.deep.equal([true, true])
      expect(go(page).textContent).to.contain('61 nama, paling banyak 60 sekaligus: ambil 1 nama terakhir')
      await setViewport({ width: 1280, height: 800 })
    })

    it('is undone by one press, each booking once, and goes on where an answer was lost', async () => {
      const people = ['AR-07', 'AR-08', 'AR-09'].map((n, i) => {
        const token = 'abc'[i]!.repeat(24)
        return { ...given(n), token, path: `/t/${token}`, name: n }
      })
      const back = (i: number) => `POST /api/tickets/${people[i]!.token}/cancel`
      const page = await open({
        [`POST ${OFFICE}/bookings/group`]: { booked: people, left: [] },
        [back(0)]: { ticket: {} },
        [back(1)]: lostFirst({ ticket: {} }),
        [back(2)]: { ticket: {} },
      })
      await paste(page, 'Budi')
      go(page).click()
      await waitUntil(() => group(page).querySelector('front-group-done'))
      const done = group(page).querySelector('front-group-done')!
      await done.updateComplete
      done.shadowRoot!.querySelector<HTMLElement>('[variant=danger]')!.click()
      await waitUntil(() => wordsOf(done).includes('Semua 3 reservasi rombongan ini dibatalkan.'), '', {
        timeout: 15_000,
      })
      const keys = (i: number) => new Set(posted(back(i).replace('POST ', '')).map(a => a.key)).size
      expect([keys(0), keys(1), keys(2)]).to.deep.equal([1, 1, 1])
      expect(done.shadowRoot!.querySelector('[variant=danger]')).to.equal(null)
      await accessibleInThemes(done)
    })

    it('gets a list to print, and says who was left without a place', async () => {
      const page = await open({
        [`POST ${OFFICE}/bookings/group`]: { booked: [{ ...given('AR-07'), name: 'Budi' }], left: ['Siti'] },
      })
      await paste(page, 'Budi, 0812 0000 0001\nSiti')
      go(page).click()
      await waitUntil(() => group(page).querySelector('front-group-done'))
      expect(posted(`${OFFICE}/bookings/group`)[0]!.body).to.deep.equal({
        serviceId: 'ktp-el',
        slotId: '2026-06-09T11:00',
        people: [{ name: 'Budi', phone: '0812 0000 0001' }, { name: 'Siti' }],
      })
      const done = group(page).querySelector('front-group-done')!
      expect(wordsOf(done)).to.contain('1 nama belum mendapat tempat: Siti.')
      await accessibleInThemes(page)
      done.shadowRoot!.querySelector<HTMLElement>('[slot=action]')!.click()
      await waitUntil(() => group(page).querySelector('textarea')?.value === 'Siti')
    })
  })

  describe('a number that was lost', () => {
    it('is found among those who wait, with its place and when it is expected', async () => {
      const page = await open()
      const found = inner(page, 'front-list') as FrontList
      const walkIn = (no: number, number: string, change = {}) => ({
        ...{ no, id: `id-${number}`, number, serviceId: 'ktp-el', priority: false, joined: 'walkIn', state: 'waiting' },
        ...{ takenAt: at('09:00') + no, due: at('09:00') + no, since: at('09:00'), calls: 0, heldMs: 0, ahead: 0 },
        ...change,
      })
      const waiting = [walkIn(3, 'A-004'), walkIn(4, 'A-005')]
      const called = walkIn(5, 'A-015', { state: 'called', counterId: '3' })
      found.day = {
        ...found.day!,
        tickets: [[...found.day!.tickets[0]!, ...waiting, called]],
        waiting: { 'ktp-el': waiting.map(({ no, due }) => ({ no, due })) },
      } as unknown as QueueDay
      found.estimates = { at: 0, services: {}, tickets: { 4: { from: at('10:40'), to: at('10:55') } } }
      const search = async (typed: string) => {
        const field = found.shadowRoot!.querySelector('input')!
        field.value = typed
        field.dispatchEvent(new Event('input'))
        await found.updateComplete
        return wordsOf(found)
      }
      expect(await search('a5')).to.match(/Di ruang tunggu.*1 orang.*10\.40.*10\.55/su)
      expect(await search('a15')).to.match(/Di ruang tunggu.*Loket 3/su)
      await accessibleInThemes(found)
      expect(await search('a99')).to.contain('Tidak ada reservasi atau nomor di ruang tunggu yang cocok')
    })
  })

  describe('the bookings of today', () => {
    const rows = (page: FrontDesk) =>
      [...list(page).querySelectorAll('tbody tr')].map(r => r.textContent!.replace(/\s+/g, ' ').trim())

    it('show who is late, and are filtered and searched', async () => {
      const page = await open()
      expect(rows(page)).to.have.length(3)
      expect(rows(page)[0]).to.contain('N•••').and.contain('terlambat 24 mnt')
      const late = [...list(page).querySelectorAll('.views ui-button')].find(b => b.textContent!.includes('Terlambat'))
      ;(late as HTMLElement).click()
      await (inner(page, 'front-list') as FrontDesk).updateComplete
      expect(rows(page)).to.have.length(1)
    })

    it('open a name only for a reason, which is said to go on record', async () => {
      const told = { number: 'AR-02', name: 'Nur Aini (contoh)', phoneEnd: '123' }
      const page = await open({ [`POST ${OFFICE}/bookings/id-AR-02/open`]: told })
      list(page).querySelector<HTMLElement>('[label="Buka nama AR-02"]')!.click()
      await (inner(page, 'front-list') as FrontDesk).updateComplete
      const dialog = list(page).querySelectorAll('ui-dialog')[1]!
      expect([dialog.open, dialog.heading]).to.deep.equal([true, 'Buka nama AR-02 untuk apa?'])
      expect(dialog.textContent).to.contain('tercatat bersama nama Anda')
      expect(posted(`${OFFICE}/bookings/id-AR-02/open`)).to.have.length(0)
      await accessibleInThemes(page)
      expect(dialog.primary).to.equal('Batal')
      dialog.dispatchEvent(new CustomEvent('primary'))
      await (inner(page, 'front-list') as FrontDesk).updateComplete
      expect([dialog.open, posted(`${OFFICE}/bookings/id-AR-02/open`).length]).to.deep.equal([false, 0])
      list(page).querySelector<HTMLElement>('[label="Buka nama AR-02"]')!.click()
      await (inner(page, 'front-list') as FrontDesk).updateComplete
      const [because] = dialog.querySelectorAll('ui-button')
      expect(because!.textContent).to.contain('karena mau check-in')
      because!.click()
      await waitUntil(() => rows(page)[0]!.includes('Nur Aini (contoh) ponsel berakhir 123'))
      expect(posted(`${OFFICE}/bookings/id-AR-02/open`)[0]!.body).to.deep.equal({ reason: 'checkIn' })
      expect(rows(page)[1]).to.contain('B•••')
    })

    it('are cancelled only after a second yes', async () => {
      const page = await open({ [`POST ${OFFICE}/tickets/id-AR-05/cancel`]: { ticket: {} } })
      list(page).querySelector<HTMLElement>('[label="Batalkan reservasi AR-05"]')!.click()
      await (inner(page, 'front-list') as FrontDesk).updateComplete
      const dialog = list(page).querySelector('ui-dialog')!
      expect([dialog.open, dialog.heading]).to.deep.equal([true, 'Batalkan AR-05?'])
      expect(dialog.textContent).to.contain('B•••. Tempatnya dilepas')
      expect(asked().filter(a => a.method === 'POST')).to.have.length(0)
      dialog.dispatchEvent(new CustomEvent('secondary'))
      await waitUntil(() => words(page, 'front-list').includes('AR-05 dibatalkan.'))
    })

    it('open no name for somebody without the right, and none of a booking that is over or has no name', async () => {
      const page = await open()
      const openable = () => [...list(page).querySelectorAll('[label^="Buka nama"]')].map(b => b.getAttribute('label'))
      expect(openable()).to.contain('Buka nama AR-02')
      const over = rows(page).filter(row => /dibatalkan|selesai|tanpa nama/.test(row))
      for (const row of over) expect(row).not.to.contain('Buka')
      ;(inner(page, 'front-list') as FrontDesk & { mayOpen: boolean }).mayOpen = false
      await (inner(page, 'front-list') as FrontDesk).updateComplete
      expect(openable()).to.deep.equal([])
    })

    it('say that the server is out of reach until that is closed', async () => {
      const page = await open({ [`POST ${OFFICE}/tickets/id-AR-05/cancel`]: lost })
      list(page).querySelector<HTMLElement>('[label="Batalkan reservasi AR-05"]')!.click()
      await (inner(page, 'front-list') as FrontDesk).updateComplete
      list(page).querySelector('ui-dialog')!.dispatchEvent(new CustomEvent('secondary'))
      await waitUntil(() => words(page, 'front-list').includes('Server tidak terjangkau'))
      list(page).querySelector<HTMLElement>('ui-banner ui-button')!.click()
      await waitUntil(() => !words(page, 'front-list').includes('Server tidak terjangkau'))
    })

    it('are only looked at by who may not change them', async () => {
      const page = await open({}, 'manager')
      expect(list(page).querySelectorAll('td.n ui-button')).to.have.length(0)
    })

    it('say so when they could not be read, and come on request', async () => {
      let broken = true
      const page = await open({
        [`GET ${OFFICE}/bookings`]: () => (broken ? new Error('UNAVAILABLE') : bookings),
      })
      await waitUntil(() => list(page).querySelector('ui-state[kind="error"]'))
      broken = false
      list(page).querySelector('ui-state')!.shadowRoot!.querySelector('button')!.click()
      await waitUntil(() => rows(page).length === 3)
    })
  })

  describe('a closed service', () => {
    const closing = (page: FrontDesk) => inner(page, 'service-closing').shadowRoot!

    it('stands there with since, until and reason, and is opened by one act', async () => {
      const page = await open({
        [`POST ${OFFICE}/services/legalisir/open`]: { closedSince: null, told: 2 },
      })
      const shown = words(page, 'service-closing')
      expect(shown).to.contain('Legalisir · Sistem pusat mati').and.contain('Sejak 09.10, sampai 11.30')
      closing(page).querySelector<HTMLElement>('li ui-button')!.click()
      await waitUntil(() =>
        words(page, 'service-closing').includes('Legalisir dibuka lagi. 2 reservasi dapat dilayani lagi.'),
      )
    })

    it('is opened once, though the answer was lost and the button was tapped twice', async () => {
      const path = `${OFFICE}/services/legalisir/open`
      const page = await open({ [`POST ${path}`]: lostFirst({ closedSince: null, told: 2 }) })
      const button = closing(page).querySelector<HTMLElement & { busy: boolean }>('li ui-button')!
      button.click()
      button.click()
      await waitUntil(() => button.busy)
      await waitUntil(() => words(page, 'service-closing').includes('Legalisir dibuka lagi.'))
      expect(posted(path)).to.have.length(2)
      expect(new Set(posted(path).map(a => a.key)).size).to.equal(1)
    })

    it('is closed in one act that says before who will be told', async () => {
      const page = await open({
        [`POST ${OFFICE}/services/ktp-el/close`]: { closedSince: at('10:24'), told: 2 },
      })
      closing(page).querySelector<HTMLElement>('header ui-button')!.click()
      await waitUntil(() => closing(page).querySelector('closing-dialog'))
      const dialog = closing(page).querySelector('closing-dialog')!
      await waitUntil(() => dialog.shadowRoot?.activeElement?.tagName === 'SERVICE-SEARCH')
      await hand('ktp', 'Enter')
      await waitUntil(() =>
        wordsOf(dialog).includes('2 reservasi hari ini membacanya di halaman nomornya. Pesan hanya sampai kepada'),
      )
      await accessibleInThemes(page)
      dialog.shadowRoot!.querySelector('ui-dialog')!.dispatchEvent(new CustomEvent('primary'))
      await waitUntil(() => words(page, 'service-closing').includes('KTP-el ditutup. 2 reservasi terdampak.'))
      expect(posted(`${OFFICE}/services/ktp-el/close`)[0]!.body).to.deep.equal({ reason: 'systemDown' })
    })
  })
})
