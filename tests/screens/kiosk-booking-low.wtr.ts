import { expect, html } from '@open-wc/testing'
import { arrivalText } from '../../kiosk/check-in/arrival.ts'
import { REST, step, type Act, type Flow, type Taken } from '../../kiosk/parts/flow.ts'
import '../../kiosk/low/kiosk-low.ts'
import { lowView, wishOf } from '../../kiosk/low/low-view.ts'
import { cardsOf } from '../../kiosk/parts/services.ts'
import { MINUTE } from '../../shared/kit/time.ts'
import type { QueueDay } from '../../shared/queue/day.ts'
import {
  NOW,
  checkedIn,
  day,
  estimates,
  lowContextOf,
  nearlyFull,
  office,
  paused,
  slot,
} from '../helpers/kiosk-office.ts'
import { lowReadsWellInSizes, onAKiosk } from './kiosk-in-sizes.ts'

const arrival = (it: Taken) => arrivalText(it, day, NOW, 'WITA')
const view = (flow: Flow, it: QueueDay = day) => {
  const cards = cardsOf(office, it, estimates, NOW, true)
  return lowView(flow, lowContextOf({ cards, arrival }))
}
const low = (...acts: readonly Act[]): Flow => acts.reduce(step, step(REST, { do: 'low', on: true }))
const open: Act = { do: 'checkIn' }
const early: readonly Act[] = [
  { do: 'present', key: 'k', claim: { number: 'AR-12', proof: '123' } },
  { do: 'refused', key: 'k', code: 'CHECK_IN_EARLY', data: { from: slot.start - 20 * MINUTE } },
]
const series: Act = { do: 'series', letter: 'A' }

const pages: Record<string, { readonly flow: Flow; readonly day?: QueueDay }> = {
  'closed service': { flow: low(), day: paused },
  'full service': { flow: low({ do: 'choose', serviceId: 'ktp-el' }), day: nearlyFull(0) },
  series: { flow: low(open) },
  digits: { flow: low(open, series, { do: 'digit', digit: '1' }) },
  proof: { flow: low(open, { do: 'present', key: 'k', claim: { number: 'AR-12' } }, { do: 'digit', digit: '4' }) },
  'too early': { flow: low(open, series, ...early) },
  'checked in': { flow: { ...low(), page: { name: 'ticket', taken: checkedIn(), printing: false } } },
}

describe('the accessible mode for bookings', () => {
  onAKiosk()

  for (const [name, page] of Object.entries(pages))
    lowReadsWellInSizes(
      name,
      page.flow,
      flow =>
        html`<kiosk-low
          .office=${office}
          .view=${view(flow, page.day)}
          .low=${flow.low!}
          .inner=${flow.page.name !== 'home'}
          .address=${flow.page.name === 'ticket' ? 'https://antre.example/t/x' : ''}
          .book=${name === 'full service' ? 'https://antre.example/b/samarinda/ktp-el' : ''}
          speaks
        ></kiosk-low>`,
    )

  it('says why a service is closed and until when', () => {
    expect(view(low(), paused).options[0]).to.deep.include({
      note: ['Tutup sampai 11.30', 'Sistem pusat sedang gangguan'],
    })
    expect(view(low(), paused).options[0]!.wish).to.equal(undefined)
  })

  it('checks in by keys alone: 8, the letters, the digits, hash, the proof, hash', () => {
    let flow = low()
    for (const key of ['8', '1', '7']) flow = step(flow, wishOf(key, flow.low!, view(flow)) as Act)
    expect(view(flow).heading).to.equal('AR-7')
    expect(wishOf('#', flow.low!, view(flow))).to.deep.equal({ do: 'present' })
    expect(wishOf('0', flow.low!, view(flow))).to.deep.equal({ do: 'digit', digit: '0' })
    expect(wishOf('*', flow.low!, view(flow))).to.deep.equal({ do: 'erase' })
    flow = step(flow, { do: 'present', key: 'k' })
    expect(view(flow).caption).to.contain('tiga angka terakhir nomor ponsel')
    for (const key of ['4', '8']) flow = step(flow, wishOf(key, flow.low!, view(flow)) as Act)
    expect(wishOf('#', flow.low!, view(flow))).to.equal(undefined)
    flow = step(flow, wishOf('2', flow.low!, view(flow)) as Act)
    expect(view(flow)).to.include({ heading: '482', lead: 'Reservasi AR-07' })
    expect(wishOf('#', flow.low!, view(flow))).to.deep.equal({ do: 'present' })
  })

  it('says from when calls begin to somebody who came early', () => {
    expect(view(pages['checked in']!.flow).caption).to.contain('Jam Anda 11.00, lebih awal bila sepi')
  })
})
