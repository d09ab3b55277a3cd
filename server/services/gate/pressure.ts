import { countOnce, QUIET, readGauge, type Gauge, type Pressing } from '../../../shared/kit/gauge.ts'
import type { Instant } from '../../../shared/kit/time.ts'

const RULE: Pressing = { window: 10_000, press: 20, ease: 10 }

/** How hard an office is asked for bookings just now. */
export interface Pressure {
  /** Counts one attempt to book; the office must exist, so that strangers cannot fill the memory with names. */
  attempt(office: string): void
  /** More than twenty attempts within ten seconds, until fewer than ten came. */
  pressed(office: string): boolean
}

export function createPressure(now: () => Instant, rule: Pressing = RULE): Pressure {
  const gauges = new Map<string, Gauge>()
  return {
    attempt: office => void gauges.set(office, countOnce(gauges.get(office) ?? QUIET, now(), rule)),
    pressed(office) {
      const gauge = gauges.get(office)
      return gauge !== undefined && readGauge(gauge, now(), rule).pressed
    },
  }
}
