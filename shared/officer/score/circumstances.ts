import { HOUR, type Instant, type Zone } from '../../kit/time.ts'
import { closedMs, openMs, type Outage } from '../facts.ts'
import { allowedWait, channelOf, hourBandOf, type Call, type Channel, type HourBand, type WaitBand } from './cells.ts'
import type { LeftOut } from './left-out.ts'

/** Under which circumstances a rating is written, as coarsely as they are kept. */
export interface Circumstances {
  readonly channel: Channel
  readonly hour: HourBand
  readonly wait: WaitBand
  readonly leftOut: LeftOut | null
}

/** Where nothing of the visit is known. */
export const UNKNOWN: Circumstances = { channel: 'unknown', hour: 'unknown', wait: 'unknown', leftOut: null }

/** One stay at a counter of the visit that is rated. */
export interface RatedStay {
  readonly serviceId: string
  /** When it came into the line from which it was called; `null` of one that was fetched without a line. */
  readonly queuedAt: Instant | null
  readonly calledAt: Instant
  readonly endedAt: Instant
}

/** A visit as whoever is invited to rate it knows it: what is rated is one service, credited to one officer. */
export interface RatedVisit {
  readonly serviceId: string
  readonly officerId: string
  readonly booked: boolean
  /** In the order in which they ended. */
  readonly stays: readonly RatedStay[]
}

/** The call by which the rated service began: the first one out of its line. Undefined where it was never called. */
export function firstCall({ serviceId, stays }: RatedVisit): RatedStay | undefined {
  const own = stays.filter(stay => stay.serviceId === serviceId)
  return own.find(stay => stay.queuedAt !== null) ?? own[0]
}

/** Since when calls decide whether an officer caused a wait. */
export function callsFrom(call: RatedStay): Instant {
  return call.calledAt - HOUR
}

/**
 * Under which circumstances a visit was served: how it came, in which part of the day it was called, how long it had waited by then
 * without the time for which its service was closed, and why its rating is left out. `calls` are those of its service in the hour
 * before its own.
 */
export function circumstancesOf(
  visit: RatedVisit,
  around: { readonly calls: readonly Call[]; readonly outages: readonly Outage[]; readonly zone: Zone },
): Circumstances {
  const { serviceId: service, officerId: who, booked } = visit
  const { calls, outages, zone } = around
  const first = firstCall(visit)
  if (!first) return { ...UNKNOWN, channel: channelOf(booked) }
  const { queuedAt, calledAt: at } = first
  const waited = queuedAt === null ? undefined : openMs(outages, service, queuedAt, at)
  const own = visit.stays.filter(stay => stay.serviceId === service)
  const isShut = own.some(stay => closedMs(outages, service, stay.calledAt, stay.endedAt) > 0)
  return {
    channel: channelOf(booked),
    hour: hourBandOf(at, zone),
    wait: allowedWait({ who, service, at }, calls, waited),
    leftOut: isShut ? 'outage' : null,
  }
}
