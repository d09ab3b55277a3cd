import type { DayHours } from '../office.ts'

/** The days as the file names them; index 0 is Sunday. */
export const WEEKDAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'] as const

const STRETCH = /^([01]\d|2[0-3])[:.]([0-5]\d)\s*[-–]\s*([01]\d|2[0-3])[:.]([0-5]\d)$/

/**
 * The hours of a day from their text: the breaks lie between the stretches. `null` is a closed day, `undefined` no hours.
 * @example dayHoursOf('08:00-12:00') // { open: '08:00', close: '12:00', breaks: [] }
 */
export function dayHoursOf(written: string): DayHours | null | undefined {
  if (written.trim() === 'closed') return null
  const stretches = written.split(',').map(part => STRETCH.exec(part.trim()))
  const times = stretches.flatMap(m => (m ? [`${m[1]}:${m[2]}`, `${m[3]}:${m[4]}`] : ['']))
  const [open, close] = [times[0]!, times.at(-1)!]
  const breaks = stretches.slice(1).map((_, i) => ({ from: times[2 * i + 1]!, to: times[2 * i + 2]! }))
  const inOrder = times.every((t, i) => t !== '' && (i === 0 || times[i - 1]! <= t))
  const sound = inOrder && open < close && breaks.length <= 4 && breaks.every(b => b.from < b.to)
  return sound ? { open, close, breaks } : undefined
}

/** The text of a day's hours, from which they can be read again. */
export function hoursText(hours: DayHours | null): string {
  if (!hours) return 'closed'
  const breaks = [...hours.breaks].sort((a, b) => (a.from < b.from ? -1 : 1))
  const times = [hours.open, ...breaks.flatMap(b => [b.from, b.to]), hours.close]
  return times.map((time, i) => (i % 2 === 0 ? `${i === 0 ? '' : ', '}${time}` : `-${time}`)).join('')
}
