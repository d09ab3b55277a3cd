import { html } from '@open-wc/testing'
import { REST, step, type Act, type Flow } from '../../kiosk/parts/flow.ts'
import { oftenOf } from '../../shared/office/often.ts'
import { cardsOf } from '../../kiosk/parts/services.ts'
import { screenOf, type Follows } from '../../kiosk/pages.ts'
import type { OfficeInfo } from '../../shared/office/office.ts'
import type { QueueDay } from '../../shared/queue/day.ts'
import { NOW, checkedIn, day, estimates, nearlyFull, office, paused, taken } from '../helpers/kiosk-office.ts'
import { controls, onAKiosk } from './kiosk-in-sizes.ts'

/** Every mode of the kiosk as a whole screen, under a finger and under a mouse. */
export interface Mode {
  readonly flow: Flow
  readonly day?: QueueDay
  readonly stale?: true
  readonly office?: OfficeInfo
}

const flow = (...acts: readonly Act[]) => acts.reduce(step, REST)
export const low = (...acts: readonly Act[]) => flow({ do: 'low', on: true }, ...acts)
const choose: Act = { do: 'choose', serviceId: 'ktp-el' }
const why: Act = { do: 'case', id: office.services.find(s => s.id === 'ktp-el')!.cases[0]!.id }
const number: readonly Act[] = [{ do: 'checkIn' }, { do: 'series', letter: 'A' }, { do: 'digit', digit: '1' }]
const proof: readonly Act[] = [...number, { do: 'digit', digit: '2' }, { do: 'present', key: 'k' }]
const has = (it: typeof taken, of: Flow = REST): Flow => ({
  ...of,
  page: { name: 'ticket', taken: it, printing: false },
})
const many: OfficeInfo = {
  ...office,
  services: [...office.services, ...office.services.slice(0, 3).map(s => ({ ...s, id: `${s.id}-2` }))],
}

export const MODES: Readonly<Record<string, Mode>> = {
  home: { flow: REST },
  'home with more services than fit': { flow: REST, office: many },
  search: { flow: flow({ do: 'search', query: 'akta' }), office: many },
  'search, elsewhere': { flow: flow({ do: 'search', query: 'paspor' }), office: many },
  'search, nothing': { flow: flow({ do: 'search', query: 'asdfgh' }), office: many },
  case: { flow: flow(choose) },
  requirements: { flow: flow(choose, why) },
  'papers not complete': { flow: flow(choose, why, { do: 'short', on: true }) },
  full: { flow: flow(choose, why), day: nearlyFull(0) },
  'service closed': { flow: flow(choose, why), day: paused },
  'check-in': { flow: flow({ do: 'checkIn' }) },
  number: { flow: flow(...number) },
  proof: { flow: flow(...proof) },
  ticket: { flow: has(taken) },
  'checked in': { flow: has(checkedIn()) },
  closed: { flow: REST, day: { ...day, plan: { ...day.plan!, doors: null } } },
  'offline home': { flow: REST, stale: true },
  'offline requirements': { flow: flow(choose, why), stale: true },
  accessible: { flow: low() },
  'accessible, 200 %': { flow: low({ do: 'adjust', low: { big: true } }) },
  'accessible case': { flow: low(choose) },
  'accessible requirements': { flow: low(choose, why) },
  'accessible, papers not complete': { flow: low(choose, why, { do: 'short', on: true }) },
  'accessible number': { flow: low(...number) },
  'accessible ticket': { flow: has(taken, low()) },
  'accessible offline': { flow: low(), stale: true },
}

const nothing = () => {}
export function screenFor({ flow, day: of = day, stale: cut, office: at = office }: Mode) {
  const stale = cut === true
  const known = { day: of, estimates, stale, heard: NOW - 300_000, refused: undefined, clockError: 0 }
  const live: Follows = { ...known, now: () => NOW, follow: nothing, reconnect: nothing }
  const cards = cardsOf(at, of, estimates, NOW, !stale)
  return html`<div class="screen flowing">
    ${screenOf({ office: at, flow, live, cards, often: oftenOf(at, new Map()), device: 'Kiosk 2', demo: true, left: 20, of: 20 })}
  </div>`
}

const style = document.createElement('style')
style.textContent = `.screen.flowing { display: flex; flex-direction: column; overflow: hidden }
  .flowing > main { flex: 1; display: grid; min-height: 0 } .flowing > kiosk-slip { display: none }`

/** The tests of a file see whole screens, whose colours change at once. */
export function onWholeScreens(): void {
  onAKiosk()
  before(() => {
    document.head.append(style)
    for (const pace of PACES) document.documentElement.style.setProperty(pace, '0ms')
  })
  after(() => {
    style.remove()
    for (const pace of PACES) document.documentElement.style.removeProperty(pace)
  })
}

const PACES = ['--m-quick', '--m-calm', '--m-call']

/** The controls that are on the screen. */
export const shown = (within: Element) => controls(within).filter(c => c.getBoundingClientRect().width > 0)
