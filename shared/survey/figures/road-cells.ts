import { FLOOR, isSound, sum } from '../answered.ts'
import type { ToldChannel } from '../collect/channels.ts'
import { isOfEnough } from '../parts-shown.ts'

/** How many answered each question of one service at one counter on one road. */
export interface RoadRow {
  readonly service: string
  readonly counter: string
  readonly channel: ToldChannel
  readonly counts: readonly number[]
}

/** What is shown beside it. */
export interface ShownPart {
  readonly kind: 'service' | 'counter' | 'channel'
  readonly id: string
}

/** Fewest questionnaires of either road in a service in which they are compared. */
const FEWEST = 30

/**
 * The services within which two roads may be told beside each other. Whoever knows the difference of two roads within a service, and the
 * service, knows both; so each must hold the floors as if it were shown, and so must all that is left when it is taken from what is shown,
 * or what is shown from it, and of both roads and each service what is in none of them.
 */
export function comparedServices(
  rows: readonly RoadRow[],
  roads: readonly [ToldChannel, ToldChannel],
  of: { readonly shown: readonly ShownPart[]; readonly alone: number },
): readonly string[] {
  const isOf = (row: RoadRow, { kind, id }: ShownPart) => row[kind] === id
  const isRest = (rest: readonly RoadRow[]) => rest.length === 0 || isSound(sum(rest), FLOOR)
  const mayBeTold = (service: string, channel: ToldChannel): boolean => {
    const isOwn = (row: RoadRow) => row.service === service && row.channel === channel
    const own = rows.filter(isOwn)
    const served = own.map(({ counter, counts }) => ({ by: [`counter ${counter}`], counts }))
    if (own.length === 0 || !sum(own).every(n => n >= FEWEST)) return false
    if (!isOfEnough(served, { floor: FLOOR, alone: of.alone })) return false
    return of.shown.every(part => {
      const inside = rows.filter(row => isOf(row, part))
      if (own.every(row => isOf(row, part))) return isRest(inside.filter(row => !isOwn(row)))
      return !inside.every(isOwn) || isRest(own.filter(row => !isOf(row, part)))
    })
  }
  const services = [...new Set(rows.map(row => row.service))].filter(
    service =>
      of.shown.some(part => part.kind === 'service' && part.id === service) &&
      roads.every(road => mayBeTold(service, road)) &&
      isRest(rows.filter(row => row.service === service && !roads.includes(row.channel))),
  )
  const elsewhere = (road: ToldChannel) => rows.filter(row => row.channel === road && !services.includes(row.service))
  return roads.every(road => isRest(elsewhere(road))) ? services : []
}
