import { minuteOfDay, type Instant, type Zone } from '../kit/time.ts'

/** Parts of the day by which people speak of a time, each until a minute of the day. */
const PARTS = [
  ['early', 6 * 60],
  ['morning', 10 * 60],
  ['noon', 12 * 60],
  ['afternoon', 15 * 60],
  ['late', 18 * 60],
  ['evening', 24 * 60],
] as const
export type DayPart = (typeof PARTS)[number][0]

/** As many times as somebody takes in at once. */
const MOST = 8

interface Timed {
  readonly start: Instant
  readonly end: Instant
}

/** Neighbouring slots within one part of the day. */
export interface SlotGroup<S extends Timed> {
  readonly part: DayPart
  /** Which of the groups of its part, from 1 on; none where it is the only one. */
  readonly no?: number
  readonly from: Instant
  readonly to: Instant
  readonly slots: readonly S[]
}

/** The slots of a day in groups that can be taken in at once; a part with more is shared out evenly. */
export function slotGroups<S extends Timed>(slots: readonly S[], zone: Zone): readonly SlotGroup<S>[] {
  return PARTS.flatMap(([part]) => {
    const within = slots.filter(slot => partOf(slot.start, zone) === part)
    const count = Math.ceil(within.length / MOST)
    const size = Math.ceil(within.length / Math.max(1, count))
    return Array.from({ length: count }, (_, i) => {
      const some = within.slice(i * size, (i + 1) * size)
      return { part, ...(count > 1 ? { no: i + 1 } : {}), from: some[0]!.start, to: some.at(-1)!.end, slots: some }
    })
  })
}

function partOf(at: Instant, zone: Zone): DayPart {
  const minute = minuteOfDay(at, zone)
  return PARTS.find(([, until]) => minute < until)![0]
}
