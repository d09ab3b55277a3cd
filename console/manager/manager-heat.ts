import type { UnitFigures } from '../../shared/officer/figures.ts'
import { HOUR, MINUTE, minuteOfDay, weekday, type Instant } from '../../shared/kit/time.ts'
import type { OfficeInfo } from '../../shared/office/office.ts'
import type { Words } from '../../shared/kit/words.ts'
import type { HeatCell, HeatRow } from '../../shared/web/ui/ui-chart-heat.ts'

/** The heat of a day as a grid: hours across, services with at least one call down, whole minutes and their calls in the cells. */
export interface HeatGrid {
  readonly hours: readonly string[]
  readonly now: string
  readonly rows: readonly { readonly name: Words; readonly cells: HeatRow['cells'] }[]
}

/** From the first hour to the last one: those of the office on that day, and any in which somebody was called. */
export function heatOf(
  { heat, to }: Pick<UnitFigures, 'heat' | 'to'>,
  office: Pick<OfficeInfo, 'hours' | 'services' | 'zone'>,
  now: Instant,
): HeatGrid {
  const hoursOfDay = office.hours[weekday(to)]
  const opening = hoursOfDay ? [hourOf(hoursOfDay.open), hourOf(hoursOfDay.close) - 1] : []
  const marks = [...opening, ...heat.map(cell => cell.hour)]
  const first = Math.min(...marks)
  const count = marks.length === 0 ? 0 : Math.max(...marks) - first + 1
  const hours = Array.from({ length: count }, (_, i) => first + i)
  return {
    hours: hours.map(twoDigits),
    now: twoDigits(Math.floor((minuteOfDay(now, office.zone) * MINUTE) / HOUR)),
    rows: office.services.flatMap(({ id, name }) => {
      const cells = hours.map(hour => heat.find(c => c.serviceId === id && c.hour === hour))
      return cells.some(c => c) ? [{ name, cells: cells.map(c => (c ? cellOf(c) : null)) }] : []
    }),
  }
}

function cellOf({ waitMs, n }: UnitFigures['heat'][number]): HeatCell {
  return { value: waitMs === null ? null : Math.round(waitMs / MINUTE), n }
}

function hourOf(clock: string): number {
  return Number(clock.slice(0, 2))
}

function twoDigits(hour: number): string {
  return String(hour).padStart(2, '0')
}
