import { foundIn } from '../kit/found-in.ts'
import { MINUTE, type Instant } from '../kit/time.ts'
import type { HallOffice } from '../office/office.ts'
import type { QueueDay } from '../queue/day.ts'
import { isAttended } from '../queue/leaving.ts'
import { standstillOf } from '../queue/standstill.ts'
import { counterTrouble, type CounterTrouble, type Harm } from './counter-trouble.ts'
import type { LiveUnit, ServiceNow } from './live-unit.ts'
import { promisedMs } from './waits.ts'

/** A service whose line asks for a decision; times in whole minutes. */
export type ServiceTrouble = {
  readonly serviceId: string
  /** A counter that could open for it. */ readonly helper: string | undefined
} & (
  | { readonly kind: 'pastPromise'; readonly number: string; readonly waited: number; readonly promise: number }
  | { readonly kind: 'nobody' }
)

/** A kiosk, a hall display or a tablet from which nothing is heard. */
export interface DeviceTrouble {
  readonly kind: 'device'
  readonly deviceId: string
  readonly deviceKind: HallDevice['kind']
  readonly name: string
}

/** Nobody has been finished anywhere for far longer than usual, and nobody has said why. */
export interface Standstill {
  readonly kind: 'standstill'
  /** Counters at which somebody stands, so that their officers can be asked. */
  readonly counterIds: readonly string[]
}

/** Something in the hall that asks for a decision of somebody in charge. */
export type Attention = Harm & (ServiceTrouble | CounterTrouble | DeviceTrouble | Standstill)

/** A device of the hall, and when it was last heard. */
export interface HallDevice {
  readonly id: string
  readonly kind: 'kiosk' | 'display' | 'tablet'
  readonly name: string
  readonly pairedAt: Instant
  readonly lastSeenAt: Instant | null
}

/** A device is silent after so long; a connected one is heard every minute. */
export const DEVICE_SILENT_MS = 4 * MINUTE
/** Devices matter from so long before the doors open. */
const BEFORE_DOORS_MS = 30 * MINUTE

/**
 * What to look at, the most harm first: people past the promise of their service or for whom nobody works, counters at which
 * nothing goes on although people wait, and devices that are silent. Facts of this moment; nothing is said of how good somebody is.
 */
export function attention(
  day: QueueDay,
  unit: LiveUnit,
  office: Pick<HallOffice, 'services' | 'counters'>,
  now: Instant,
  devices: readonly HallDevice[] = [],
): readonly Attention[] {
  const items: readonly Attention[] = [
    ...standstill(day, unit, now),
    ...unit.services.flatMap(s => serviceTrouble(day, unit, office, s, now) ?? []),
    ...unit.counters.flatMap(c => counterTrouble(day, c, office.services, now) ?? []),
    ...(devicesMatter(day, unit, now) ? devices.flatMap(d => deviceTrouble(d, unit.waiting, now) ?? []) : []),
  ]
  return [...items].sort((a, b) => harmOf(b, now) - harmOf(a, now))
}

/** What all of the hall stands before, if nothing goes on anywhere. */
function standstill(day: QueueDay, { waiting }: LiveUnit, now: Instant): readonly (Harm & Standstill)[] {
  const since = standstillOf(day, now)
  if (since === undefined || waiting === 0) return []
  const counterIds = Object.values(day.counters).flatMap(c => (isAttended(c) && c.current !== undefined ? c.id : []))
  return [{ kind: 'standstill', counterIds, people: waiting + counterIds.length, since }]
}

/** People times milliseconds. */
export function harmOf({ people, since }: Harm, now: Instant): number {
  return people * Math.max(0, now - since)
}

function serviceTrouble(
  day: QueueDay,
  { counters }: LiveUnit,
  office: Pick<HallOffice, 'services' | 'counters'>,
  { id, waiting, late, pastPromise, first }: ServiceNow,
  now: Instant,
): (Harm & ServiceTrouble) | undefined {
  if (first === undefined) return undefined
  const helper = office.counters.find(
    c => c.services.includes(id) && !counters.some(n => n.id === c.id && n.state === 'open' && n.leftAt === undefined),
  )?.id
  if (late) {
    const promise = office.services.find(s => s.id === id)!.waitPromiseMinutes
    const past = promisedMs(late)
    return {
      ...{
        kind: 'pastPromise',
        serviceId: id,
        helper,
        number: late.number,
        waited: Math.floor(past / MINUTE),
        promise,
      },
      ...{ people: pastPromise, since: now - past + promise * MINUTE },
    }
  }
  // Whoever closed the service has decided already; a break ends by itself.
  const served = counters.some(c => c.state !== 'closed' && c.leftAt === undefined && c.services.includes(id))
  return served || foundIn(day.closures, id)
    ? undefined
    : { kind: 'nobody', serviceId: id, helper, people: waiting, since: first }
}

/** Outside the hours a device may be switched off, unless somebody still waits. */
function devicesMatter({ plan }: QueueDay, { waiting }: LiveUnit, now: Instant): boolean {
  return waiting > 0 || (plan?.doors ? now >= plan.doors.from - BEFORE_DOORS_MS && now < plan.doors.to : false)
}

function deviceTrouble(device: HallDevice, waiting: number, now: Instant): (Harm & DeviceTrouble) | undefined {
  const since = device.lastSeenAt ?? device.pairedAt
  if (now - since <= DEVICE_SILENT_MS) return undefined
  return { kind: 'device', deviceId: device.id, deviceKind: device.kind, name: device.name, people: waiting, since }
}
