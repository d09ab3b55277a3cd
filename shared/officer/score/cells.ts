import { HOUR, MINUTE, minuteOfDay, type Instant, type LocalDate, type Zone } from '../../kit/time.ts'
import type { RatingCounts } from '../../survey/mean-interval.ts'

/** How the visitor came: with a booking, or without. */
export type Channel = 'daring' | 'datang' | 'unknown'
/** When the visitor was called: before 11.00, before 14.00, or later. */
export type HourBand = 'pagi' | 'siang' | 'sore' | 'unknown'
/** Minutes until the first call, outages taken off. */
export type WaitBand = '0-15' | '15-30' | '>30' | 'unknown'

/**
 * Ratings that stand under the same circumstances, as counts of 1, 2, 3 and 4. The bands are coarse, are written with the rating and
 * leave the store only inside such a sum: never listed, exported or filtered by themselves.
 */
export interface Cell {
  /** The officer, or the counter where counters are scored. */
  readonly who: string
  /** Of the visit, by the office's calendar. */
  readonly date: LocalDate
  readonly service: string
  readonly channel: Channel
  readonly hour: HourBand
  readonly wait: WaitBand
  readonly counts: RatingCounts
}

/** A first call of a number at a service. */
export interface Call {
  readonly who: string
  readonly service: string
  readonly at: Instant
}

const NOON_FROM = 11 * 60
const AFTERNOON_FROM = 14 * 60

/** Whether the visitor came with a booking, as a circumstance of the rating; unknown of older ratings. */
export function channelOf(booked: boolean | undefined): Channel {
  if (booked === undefined) return 'unknown'
  return booked ? 'daring' : 'datang'
}

/**
 * The part of the office's day in which somebody was called.
 * @example hourBandOf(Date.UTC(2026, 5, 9, 4, 0), 'WIB') // 'siang'
 */
export function hourBandOf(called: Instant | undefined, zone: Zone): HourBand {
  if (called === undefined) return 'unknown'
  const minute = minuteOfDay(called, zone)
  if (minute < NOON_FROM) return 'pagi'
  return minute < AFTERNOON_FROM ? 'siang' : 'sore'
}

/**
 * The band of a wait in milliseconds; 15 and less than 30 minutes are the middle.
 * @example waitBandOf(30 * 60_000) // '>30'
 */
export function waitBandOf(waited: number | undefined): WaitBand {
  if (waited === undefined) return 'unknown'
  if (waited < 15 * MINUTE) return '0-15'
  return waited < 30 * MINUTE ? '15-30' : '>30'
}

/**
 * Whether an officer did not cause the queue before a call: in the hour before it at least two officers called at its service, and
 * this one made fewer than half of these calls. The call itself is not counted.
 */
export function notCausedBy(call: Call, calls: readonly Call[]): boolean {
  const before = calls.filter(c => c.service === call.service && c.at >= call.at - HOUR && c.at < call.at)
  const own = before.filter(c => c.who === call.who).length
  return new Set(before.map(c => c.who)).size >= 2 && own * 2 < before.length
}

/** The band of the wait before a call that its officer did not cause: without one, no allowance is made for the queue. */
export function allowedWait(call: Call, calls: readonly Call[], waited: number | undefined): WaitBand {
  if (waited === undefined) return 'unknown'
  return notCausedBy(call, calls) ? waitBandOf(waited) : '0-15'
}
