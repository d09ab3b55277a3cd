import { createHash } from 'node:crypto'
import { draw, entriesText, keyText } from '../../shared/booking/draw.ts'
import { atClock } from '../../shared/kit/time.ts'
import { DEFAULT_SERVICE_BOOKING } from '../../shared/office/defaults.ts'
import type { Release } from '../../shared/office/office.ts'
import type { TestApp } from './test-app.ts'

export const OFFICE = '/api/offices/samarinda'
export const SERVICE = 'pindah-datang'
export const FRIDAY = '2026-06-12'
/** The window of the draw for that Friday by the rule `LOTS`. */
export const OPENS = atClock('2026-06-09', '19:00', 'WITA')
export const CLOSES = atClock('2026-06-11', '19:00', 'WITA')
export const LOTS: Release = { kind: 'draw', opensDaysAhead: 3, closesDaysAhead: 1 }

/** Where the entries and the record of a service's draw are. */
export const drawPath = (service = SERVICE, date = FRIDAY) => `${OFFICE}/services/${service}/draws/${date}`

/** What is published of a draw that was held. */
export interface Published {
  readonly seed: string
  readonly digest: string
  readonly slotMinutes: number
  readonly places: readonly { readonly id: string; readonly places: number }[]
  readonly entries: readonly {
    readonly code: string
    readonly asked?: readonly string[]
    readonly wishes: readonly string[]
    readonly anySlot: boolean
    readonly order: number
    readonly slotId: string | null
  }[]
}

/** Whether a stranger computes the very same from nothing but what is published. */
export function isComputedAgain({ seed, digest, slotMinutes, places, entries }: Published): boolean {
  const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')
  const ids = places.map(p => p.id)
  const within = (time: string) => ids.find(id => id <= time && minutes(time) < minutes(id) + slotMinutes)
  const nearest = (time: string) => ids.find(id => id > time) ?? ids.at(-1)!
  const read = (asked: readonly string[]) => [
    ...new Set([...asked.flatMap(t => within(t) ?? []), ...asked.filter(t => !within(t)).map(nearest)]),
  ]
  if (entries.some(e => String(read(e.asked ?? e.wishes)) !== String(e.wishes))) return false
  const drawn = entries.map(e => ({ ...e, wishes: e.wishes.map(w => ids.indexOf(w)) }))
  const numbers = places.map(p => p.places)
  const again = draw(drawn, numbers, code => sha256(keyText(seed, digest, code)))
  const same = again.every(({ slot }, i) => (slot === null ? null : ids[slot]) === entries[i]!.slotId)
  return same && sha256(entriesText(drawn)) === digest
}

/** The minute of the day that a slot's name says. */
const minutes = (id: string) => Number(id.slice(11, 13)) * 60 + Number(id.slice(14))

/** A change of the office, by somebody who has just signed in. */
export async function changeOffice(app: TestApp, change: object): Promise<void> {
  const { status, text } = await (await app.as('admin')).patch(`${OFFICE}/settings`, change)
  if (status !== 200) throw new Error(`settings: ${text}`)
}

/** The settings of a service whose places are given by this rule. */
export function releasedBy(release: Release, dailyQuota: number, id = SERVICE) {
  return { id, booking: { ...DEFAULT_SERVICE_BOOKING, release, dailyQuota, files: false } }
}
