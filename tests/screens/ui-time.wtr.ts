import { aTimeout, elementUpdated, expect, fixture, html } from '@open-wc/testing'
import { setLang } from '../../shared/web/lang.ts'
import '../../shared/web/ui/ui-clock.ts'
import '../../shared/web/ui/ui-range.ts'
import '../../shared/web/ui/ui-ribbon.ts'
import '../../shared/web/ui/ui-trip.ts'
import type { UiClock } from '../../shared/web/ui/ui-clock.ts'
import { accessibleInThemes } from './ui-in-themes.ts'

const at = (time: string) => Date.parse(`2026-06-09T${time}:00+08:00`)
const words = (element: Element) => element.shadowRoot!.textContent!.replace(/\s+/g, ' ').trim()
const spoken = (element: Element) => element.shadowRoot!.querySelector('[role=img]')!.getAttribute('aria-label')

const range = html`<ui-range
  .now=${at('10:24')}
  .from=${at('10:44')}
  .to=${at('10:59')}
  .end=${at('11:20')}
></ui-range>`

const ribbon = (now: string) =>
  html`<ui-ribbon
    .open=${at('08:00')}
    .close=${at('15:00')}
    .now=${at(now)}
    .breaks=${[{ from: at('12:00'), to: at('12:30') }]}
  ></ui-ribbon>`

const noon = () => at('10:24')

describe('ui-range', () => {
  afterEach(() => setLang('id'))

  it('reads well in every theme', async () => {
    await accessibleInThemes(await fixture(range))
    await accessibleInThemes(await fixture(html`<ui-range .now=${at('10:24')}></ui-range>`))
  })

  it('promises a span between two times', async () => {
    const element = await fixture(range)
    expect(spoken(element)).to.equal('Antara 10.44 dan 10.59')
    expect(words(element)).to.equal('10.24 10.44 10.59 11.20')
    const track = element.shadowRoot!.querySelector('.track')!.getBoundingClientRect()
    const span = element.shadowRoot!.querySelector('.span')!.getBoundingClientRect()
    expect((span.left - track.left) / track.width).to.be.closeTo(20 / 56, 0.01)
    expect((span.right - track.left) / track.width).to.be.closeTo(35 / 56, 0.01)
  })

  it('admits when nothing can be promised', async () => {
    const element = await fixture(html`<ui-range .now=${at('10:24')}></ui-range>`)
    expect(words(element)).to.equal('Belum bisa diperkirakan')
    expect(element.shadowRoot!.querySelectorAll('.span').length).to.equal(0)
  })

  it('speaks English after the switch', async () => {
    const element = await fixture(range)
    setLang('en')
    await elementUpdated(element)
    expect(spoken(element)).to.equal('Between 10:44 and 10:59')
    expect(document.documentElement.lang).to.equal('en')
  })

  it('never starts its promise in the past', async () => {
    const late = await fixture(html`<ui-range .now=${at('10:50')} .from=${at('10:44')} .to=${at('10:59')}></ui-range>`)
    expect(spoken(late)).to.equal('Antara 10.50 dan 10.59')
  })
})

describe('ui-ribbon', () => {
  it('reads well in every theme', async () => {
    await accessibleInThemes(await fixture(ribbon('10:24')))
  })

  it('tells in which part of the day the office is', async () => {
    const told = []
    for (const now of ['07:00', '10:24', '12:10', '15:00']) told.push(spoken(await fixture(ribbon(now))))
    expect(told).to.deep.equal([
      'Hari layanan 08.00 sampai 15.00, belum buka',
      'Hari layanan 08.00 sampai 15.00, sekarang 10.24',
      'Hari layanan 08.00 sampai 15.00, sekarang 12.10, sedang istirahat',
      'Hari layanan 08.00 sampai 15.00, sudah tutup',
    ])
  })

  it('shows the amber bar only while the office is open', async () => {
    const bars = []
    for (const now of ['07:00', '10:24', '15:00']) {
      bars.push((await fixture(ribbon(now))).shadowRoot!.querySelectorAll('.now').length)
    }
    expect(bars).to.deep.equal([0, 1, 0])
  })
})

describe('ui-clock', () => {
  it('reads well in every theme and layout', async () => {
    await accessibleInThemes(await fixture(html`<ui-clock .source=${noon}></ui-clock>`))
    await accessibleInThemes(await fixture(html`<ui-clock .source=${noon} layout="wide" .offset=${60_000}></ui-clock>`))
  })

  it("shows the office's time, whatever the zone of the device", async () => {
    expect(words(await fixture(html`<ui-clock .source=${noon} zone="WITA"></ui-clock>`))).to.equal('10.24 WITA')
    expect(words(await fixture(html`<ui-clock .source=${noon} zone="WIB"></ui-clock>`))).to.equal('09.24 WIB')
    const stacked = await fixture(html`<ui-clock .source=${noon} layout="stacked"></ui-clock>`)
    expect(words(stacked)).to.equal('10.24 WITA · Selasa, 9 Juni')
  })

  it('follows the server and says so when the device is off by more than 30 seconds', async () => {
    const clock = (offset: number) => fixture(html`<ui-clock .source=${noon} .offset=${offset}></ui-clock>`)
    expect(words(await clock(30_000))).to.equal('10.24 WITA')
    expect(words(await clock(31_000))).to.equal('10.24 WITA jam tidak sinkron')
    expect(words(await clock(-120_000))).to.equal('10.22 WITA jam tidak sinkron')
  })

  it('calls the day of an office of sample data what it is, not a clock that is wrong', async () => {
    const clock = await fixture(html`<ui-clock sample .source=${noon} .offset=${-120_000}></ui-clock>`)
    expect(words(clock)).to.equal('10.22 WITA hari contoh')
  })

  it('goes on by itself', async () => {
    let now = at('10:24')
    const clock = await fixture<UiClock>(html`<ui-clock .source=${() => now}></ui-clock>`)
    now = at('10:25')
    await aTimeout(1200)
    expect(words(clock)).to.equal('10.25 WITA')
  })
})

describe('ui-trip', () => {
  it('reads well and tells each part of the way', async () => {
    const trip = await fixture(
      html`<ui-trip
        .now=${at('10:30')}
        .spans=${[
          { kind: 'waiting', from: at('09:48'), to: at('10:23') },
          { kind: 'walking', from: at('10:23'), to: at('10:25') },
          { kind: 'serving', from: at('10:25') },
        ]}
      ></ui-trip>`,
    )
    await accessibleInThemes(trip)
    expect(words(trip)).to.equal('Menunggu 35 menit 09.48–10.23 Berjalan 2 menit 10.23–10.25 Dilayani sejak 10.25')
  })
})
