import { expect, fixture, html } from '@open-wc/testing'
import '../../kiosk/kiosk-closed.ts'
import '../../kiosk/kiosk-home.ts'
import '../../kiosk/low/kiosk-low.ts'
import '../../kiosk/kiosk-requirements.ts'
import '../../kiosk/ticket/kiosk-slip.ts'
import '../../kiosk/ticket/kiosk-ticket.ts'
import { REST, step, type Flow, type Page, type Take, type Wish } from '../../kiosk/parts/flow.ts'
import { lowView } from '../../kiosk/low/low-view.ts'
import type { KioskService } from '../../kiosk/kiosk-service.ts'
import type { Card } from '../../kiosk/parts/services.ts'
import { setLang } from '../../shared/web/lang.ts'
import '../../shared/web/ui/ui-pairing.ts'
import { DATE, NOW, cards, day, lowContextOf, office, taken, takenForBirth } from '../helpers/kiosk-office.ts'
import { asBefore, atSize, clean, controls, lowReadsWellInSizes, onAKiosk, readsWellInSizes } from './kiosk-in-sizes.ts'
import { screenFor } from './kiosk-modes.ts'
import { heard } from './ui-in-themes.ts'

type Requirements = Extract<Page, { name: 'requirements' }>
const asking = (take: Take = { state: 'resting' }): Requirements => ({
  name: 'requirements',
  sheet: 0,
  serviceId: 'ktp-el',
  case: null,
  have: [],
  short: false,
  priority: false,
  take,
})
const unsaved: Take = { state: 'unsaved', key: 'k1' }
const low = (flow: Flow) => lowView(flow, lowContextOf({ arrival: () => '' }))
const lowStart = step(REST, { do: 'low', on: true })
const lowPages: Record<string, Flow> = {
  services: lowStart,
  papers: step(lowStart, { do: 'choose', serviceId: 'pindah-datang' }),
  ticket: { ...lowStart, page: { name: 'ticket', taken, printing: false } },
  'birth ticket': { ...lowStart, page: { name: 'ticket', taken: takenForBirth, printing: false } },
}

const ticketOf = (of: typeof taken, arrival = '') =>
  html`<kiosk-ticket
    .arrival=${arrival}
    .office=${office}
    .taken=${of}
    .card=${cards.find(c => c.service.id === of.ticket.serviceId)!}
    address="https://antre.example/t/x"
  ></kiosk-ticket>`

/** Names and lines as long as offices make them, in each card, with more services than fit. */
const LONGEST = ['Pertanggungjawaban Kependudukan Antarkabupaten', 'Informasi dan Pengaduan'] as const
const longCards: Card[] = [...cards, ...cards].map((card, i) => {
  const name = LONGEST[i % 2]!
  const words = {
    name: [name, name],
    detail: ['Penyelenggaraan dan pertanggungjawaban administrasi', 'Administration'],
  } as const
  return { ...card, open: true, paused: null, waiting: 128, left: 3, service: { ...card.service, ...words } }
})

const pages = {
  home: () => html`<kiosk-home .office=${office} .cards=${cards} note="Data contoh · Kiosk 2"></kiosk-home>`,
  'home of long names': () =>
    html`<kiosk-home .office=${office} .cards=${longCards} booking note="Kiosk 2"></kiosk-home>`,
  'old home': () => html`<kiosk-home .office=${office} .cards=${cards} asOf="pukul 10.19"></kiosk-home>`,
  requirements: () => html`<kiosk-requirements .card=${cards[0]!} .page=${asking()}></kiosk-requirements>`,
  'many papers': () => html`<kiosk-requirements .card=${cards[1]!} .page=${asking()}></kiosk-requirements>`,
  unsaved: () => html`<kiosk-requirements .card=${cards[1]!} .page=${asking(unsaved)}></kiosk-requirements>`,
  closed: () => html`<kiosk-closed .office=${office} .now=${NOW}></kiosk-closed>`,
  ticket: () => ticketOf(taken),
  'birth ticket': () => ticketOf(takenForBirth),
} as const

const named = (element: Element, name: string) =>
  controls(element.shadowRoot!).find(c => c.textContent!.includes(name))!

describe('the pages of a kiosk', () => {
  onAKiosk()
  afterEach(() => setLang('id'))

  for (const [name, page] of Object.entries(pages)) readsWellInSizes(name, page)
  for (const [name, flow] of Object.entries(lowPages))
    lowReadsWellInSizes(
      name,
      flow,
      sized =>
        html`<kiosk-low
          .office=${office}
          .view=${low(sized)}
          .low=${sized.low!}
          .inner=${name !== 'services'}
          .address=${name.endsWith('ticket') ? 'https://antre.example/t/x' : ''}
          speaks
        ></kiosk-low>`,
    )

  it('shows an unpaired kiosk its code, with the time it has left', async () => {
    await atSize('portrait')
    const step = { kind: 'code', code: 'K7P-4TX', expiresAt: 90_000 } as const
    const pairing = await fixture(html`<ui-pairing kind="kiosk" .step=${step} .source=${() => 0}></ui-pairing>`)
    await clean(pairing)
    expect(pairing.shadowRoot!.textContent).to.contain('K7P-4TX').and.contain('1:30')
  })
})

describe('kiosk-home', () => {
  before(() => atSize('portrait'))
  after(asBefore)

  it('asks for the service that was touched', async () => {
    const home = await fixture(pages.home())
    const wishes = heard<Wish>(home, 'wish')
    named(home, 'KTP-el').click()
    expect(wishes).to.deep.equal([{ do: 'choose', serviceId: 'ktp-el' }])
  })

  it('shows a closed service with the word, and lets nobody choose it', async () => {
    const home = await fixture(pages.home())
    const wishes = heard<Wish>(home, 'wish')
    const closed = named(home, 'Legalisir')
    expect(closed.textContent).to.contain('Tutup')
    closed.click()
    expect(wishes).to.deep.equal([])
  })

  it('gives old counts their time', async () => {
    const old: Card[] = cards.map(card => ({ ...card, told: undefined }))
    const home = await fixture(html`<kiosk-home .office=${office} .cards=${old} asOf="pukul 10.19"></kiosk-home>`)
    const text = named(home, 'KTP-el').textContent!
    expect(text).to.contain('12').and.contain('pukul 10.19').and.not.contain('menit')
  })

  it('searches and turns pages only when there are more services than fit', async () => {
    const few = await fixture(pages.home())
    expect(few.shadowRoot!.querySelector('ui-search')).to.equal(null)
    const more: Card[] = [...cards, ...cards.slice(0, 3)]
    const many = await fixture(html`<kiosk-home .office=${office} .cards=${more} sheet="1"></kiosk-home>`)
    expect(many.shadowRoot!.querySelector('ui-search')).to.not.equal(null)
    expect(many.shadowRoot!.querySelectorAll('kiosk-service').length).to.equal(3)
    await clean(many)
  })

  it('answers a search best first, with advice last and the whole list one touch away [Q5 Q6]', async () => {
    const more: Card[] = [...cards, ...cards.slice(0, 3)]
    const search = (query: string) =>
      fixture(html`<kiosk-home .office=${office} .cards=${more} .query=${query}></kiosk-home>`)
    const names = (home: Element) =>
      [...home.shadowRoot!.querySelectorAll('kiosk-service')].map(s => (s as KioskService).card.service.id)
    const slip = await search('akta kelahran')
    expect([names(slip)[0], names(slip).at(-1)]).to.deep.equal(['akta-kelahiran', 'konsultasi'])
    await clean(slip)
    const passport = await search('paspor')
    expect(names(passport)).to.deep.equal(['konsultasi'])
    expect(passport.shadowRoot!.textContent).to.contain('Kantor Imigrasi')
    const none = await search('asdfgh')
    expect(names(none)).to.deep.equal(['konsultasi'])
    expect(none.shadowRoot!.querySelector('ui-state')).to.not.equal(null)
    const wishes = heard<Wish>(none, 'wish')
    none.shadowRoot!.querySelector<HTMLElement>('.many ui-button')!.click()
    expect(wishes).to.deep.equal([{ do: 'search', query: '' }])
  })
})

describe('a kiosk that is closed', () => {
  it('gives a code to book and to see the papers, and leads to no desk at which nobody stands', async () => {
    const screen = await fixture(screenFor({ flow: REST, day: { ...day, plan: { ...day.plan!, doors: null } } }))
    const shut = screen.querySelector('kiosk-closed')!.shadowRoot!
    expect(shut.querySelector('ui-qr')!.value).to.equal(`${location.origin}/b/samarinda`)
    expect(shut.textContent).to.contain('Buka lagi').and.contain('berkas')
    expect(shut.textContent).to.not.contain('Bantuan').and.not.contain('meja depan')
    expect(screen.querySelector('kiosk-top')!.getAttribute('role')).to.equal('banner')
  })
})

describe('the clock of a kiosk', () => {
  it('is told that sample data may play another hour, in both views', async () => {
    const clockOf = (screen: Element, tag: string) =>
      screen.querySelector(tag)!.shadowRoot!.querySelector('ui-clock')!.hasAttribute('sample')
    expect(clockOf(await fixture(screenFor({ flow: REST })), 'kiosk-top')).to.equal(true)
    expect(clockOf(await fixture(screenFor({ flow: lowStart })), 'kiosk-low')).to.equal(true)
  })

  it('stands beside no hours of a demo office, which is open all day [H5]', async () => {
    const screen = await fixture(screenFor({ flow: REST, office: { ...office, alwaysOpen: true } }))
    const top = screen.querySelector('kiosk-top')!.shadowRoot!
    expect(top.querySelector('ui-ribbon')).to.equal(null)
    expect(top.textContent).to.contain('kapan saja')
  })
})

describe('kiosk-requirements', () => {
  before(() => atSize('portrait'))
  after(asBefore)

  const page = (take: Take, asOf = '') =>
    fixture(html`<kiosk-requirements .card=${cards[0]!} .page=${asking(take)} .asOf=${asOf}></kiosk-requirements>`)

  it('takes the number with no paper ticked', async () => {
    const element = await page({ state: 'resting' })
    const wishes = heard<Wish>(element, 'wish')
    named(element, 'Ambil nomor')
    element.shadowRoot!.querySelector<HTMLElement>('.take')!.click()
    expect(wishes).to.deep.equal([{ do: 'take' }])
  })

  it('asks what it is for before its number is the next step, and leads whoever does not know to advice [Q5]', async () => {
    const advice = office.services.find(s => s.advises)
    const asked = await fixture(
      html`<kiosk-requirements .card=${cards[0]!} .page=${asking()} .advice=${advice}></kiosk-requirements>`,
    )
    expect(asked.shadowRoot!.querySelector('.take')!.getAttribute('variant')).to.not.equal('primary')
    const wishes = heard<Wish>(asked, 'wish')
    const buttons = [...asked.shadowRoot!.querySelectorAll<HTMLElement>('ui-button')]
    buttons.find(b => b.textContent!.includes('Bukan itu'))!.click()
    expect(wishes).to.deep.equal([{ do: 'choose', serviceId: 'konsultasi' }])
    const chosen = { ...asking(), case: 'hilang' }
    const told = await fixture(html`<kiosk-requirements .card=${cards[0]!} .page=${chosen}></kiosk-requirements>`)
    expect(told.shadowRoot!.querySelector('.take')!.getAttribute('variant')).to.equal('primary')
  })

  it('says nothing of why somebody has priority [R8]', async () => {
    const element = await page({ state: 'resting' })
    const wishes = heard<Wish>(element, 'wish')
    named(element, 'Prioritas').click()
    expect(wishes).to.deep.equal([{ do: 'lane', priority: true }])
  })

  it('is busy while the number is being saved', async () => {
    const element = await page({ state: 'busy', key: 'k1', attempt: 1 })
    const wishes = heard<Wish>(element, 'wish')
    element.shadowRoot!.querySelector<HTMLElement>('.take')!.click()
    expect(wishes).to.deep.equal([])
  })

  it('promises that trying again makes no second number', async () => {
    const element = await page(unsaved)
    expect(element.shadowRoot!.querySelector('ui-banner')!.textContent).to.contain('tidak dobel')
    expect(element.shadowRoot!.querySelector('.take')!.textContent).to.contain('Coba lagi')
  })

  it('sends people to the front desk while the connection is cut', async () => {
    const element = await page({ state: 'resting' }, 'pukul 10.19')
    const wishes = heard<Wish>(element, 'wish')
    element.shadowRoot!.querySelector<HTMLElement>('.take')!.click()
    expect(wishes).to.deep.equal([])
    expect(element.shadowRoot!.querySelector('ui-banner')!.textContent).to.contain('meja depan')
  })

  it('offers another service where trying again cannot help', async () => {
    for (const code of ['OFFICE_CLOSED', 'SERVICE_CLOSED'] as const) {
      const element = await page({ state: 'refused', key: 'k1', code })
      expect(element.shadowRoot!.querySelector('.take')).to.equal(null)
      expect(element.shadowRoot!.textContent).to.contain('Pilih layanan lain')
    }
    const busy = await page({ state: 'refused', key: 'k1', code: 'TOO_MANY_REQUESTS' })
    expect(busy.shadowRoot!.querySelector('.take')!.textContent).to.contain('Coba lagi')
  })
})

describe('a visit of several steps', () => {
  const DESKS = [/Loket 5: Akta Kelahiran/, /Loket 2 atau Loket 4: Kartu Keluarga/, /Loket 3: Kartu Identitas Anak/]
  const shadowOf = (element: Element | null | undefined) => element?.shadowRoot?.textContent ?? ''

  it('is told on ticket, slip and in the accessible mode: event, step, the desks in order, one sum of time [D55]', async () => {
    const ticket = await fixture(ticketOf(takenForBirth))
    const said = low(lowPages['birth ticket']!).caption
    const slip = await fixture<HTMLElement>(
      html`<kiosk-slip
        paper="58"
        .office=${office}
        .taken=${takenForBirth}
        .card=${cards.find(c => c.service.id === 'akta-kelahiran')!}
        address="https://antre.example/t/x"
      ></kiosk-slip>`,
    )
    for (const words of [ticket, slip].map(it => shadowOf(it.shadowRoot!.querySelector('ui-visit'))).concat(said)) {
      expect(words).to.match(/Anak lahir · Langkah 1 dari 3/)
      for (const desk of DESKS) expect(words).to.match(desk)
      expect(words).to.match(/\d+–\d+ menit di loket/)
    }
    // The fact beside the line names the counters of the step at hand, not all that do its first service.
    expect(ticket.shadowRoot!.querySelector('dl div:last-child dd')!.textContent).to.equal('5')
    // One page of the roll.
    expect(slip.offsetHeight).to.be.at.most(((140 + 3 * 9) * 96) / 25.4)
    expect(slip.scrollWidth).to.be.at.most(slip.clientWidth)
  })
})

describe('the number on the ticket', () => {
  onAKiosk()

  const newborn = { ...takenForBirth, ticket: { ...takenForBirth.ticket, case: 'baru' } }
  /** Below the head of a kiosk, with the line of an office without hours. */
  const HEIGHTS = { portrait: 1690, landscape: 690 } as const
  for (const size of ['portrait', 'landscape'] as const)
    for (const arrival of ['', 'Jam Anda 10.00, lebih awal bila sepi'])
      it(`leaves room for the steps of its visit: nothing is cut off, ${size}${arrival && ', checked in'}`, async () => {
        await atSize(size)
        const main = await fixture<HTMLElement>(html`<main>${ticketOf(newborn, arrival)}</main>`)
        main.style.cssText = `display: grid; width: ${innerWidth}px; height: ${HEIGHTS[size]}px`
        const ticket = main.querySelector('kiosk-ticket')!.shadowRoot!.querySelector('ui-ticket')!
        await document.fonts.ready
        expect(ticket.scrollHeight).to.be.at.most(ticket.clientHeight)
      })

  it('stands in the middle with room on both sides, also with two letters', async () => {
    await atSize('portrait')
    const ticket = await fixture<HTMLElement>(ticketOf(takenForBirth))
    await document.fonts.ready
    const face = ticket.shadowRoot!.querySelector('.face')!.getBoundingClientRect()
    const number = ticket.shadowRoot!.querySelector('ui-number')!.getBoundingClientRect()
    const [left, right] = [number.left - face.left, face.right - number.right]
    expect(Math.abs(left - right)).to.be.lessThan(2)
    expect(left).to.be.greaterThan(30)
  })
})

describe('kiosk-slip', () => {
  it('is pure black on white, as wide as the paper prints', async () => {
    for (const [paper, mm] of Object.entries({ 58: 48, 80: 72 })) {
      const slip = await fixture<HTMLElement>(
        html`<kiosk-slip
          .paper=${paper}
          .office=${office}
          .taken=${taken}
          .card=${cards[0]!}
          address="https://antre.example/t/x"
          device="Kiosk 2"
        ></kiosk-slip>`,
      )
      expect(slip.offsetWidth).to.be.closeTo((mm * 96) / 25.4, 1)
      expect(slip.scrollWidth).to.be.at.most(slip.clientWidth)
      const seen = getComputedStyle(slip)
      expect([seen.color, seen.backgroundColor]).to.deep.equal(['rgb(0, 0, 0)', 'rgb(255, 255, 255)'])
      expect(slip.shadowRoot!.textContent)
        .to.contain('10.44–10.59')
        .and.contain(`${DATE.slice(0, 4)}, 10.24 WITA`)
    }
  })
})
