import { AppError } from '../../../shared/kit/errors.ts'
import { addDays, type LocalDate } from '../../../shared/kit/time.ts'
import { fixedPeriod, lastSettled, periodsWithin } from '../../../shared/survey/fixed-periods.ts'
import type { ToldChannel } from '../../../shared/survey/collect/channels.ts'
import { UNSUR } from '../../../shared/survey/instruments.ts'
import { wholeMonths } from '../../../shared/survey/integrity/left-out.ts'
import type { Span } from '../../../shared/survey/answered.ts'
import { together, type Sums } from '../../../shared/survey/statistics/sheet.ts'
import type { Database } from '../../store/open/database.ts'
import {
  answerSums,
  countAnswers,
  invitedByDay,
  leftOutSums,
  type AnswerSums,
  type InvitedVisits,
} from '../../store/survey/answer-sums.ts'
import { filesOf } from '../../store/survey/collect.ts'
import { leavingMonths } from '../../store/survey/integrity.ts'
import { profileCounts, type ProfileCounts } from '../../store/survey/profile-counts.ts'

/** Questionnaires of some days with the visits that may have brought them. */
export interface AnsweredDays extends AnswerSums {
  readonly visits: readonly InvitedVisits[]
  /** Who answered in the whole months among them, of all services. */
  readonly profiles: readonly ProfileCounts[]
}

/** Whether what a service brought on a day is meant. */
export type Kept = (service: string, date: LocalDate) => boolean

/** What was answered on some days, added up; months to which nothing is added any more are added up once. */
export interface AnswerMonths {
  /** Throws `FIGURES_READING` while a file of answers comes to their months or is taken back: half of it is no figure. */
  of(office: string, days: Span, kept?: Kept): Promise<AnsweredDays>
  /** What the head left out of the whole months among some days, as sums to be taken away; undefined where nothing is. */
  leftOut(office: string, days: Span): Promise<Sums | undefined>
  /** The whole months among some days of which the head left something out. */
  leaving(office: string, days: Span): Promise<readonly Span[]>
}

/** Months of offices that are remembered: four years of two large offices, some 40 MB. */
const MOST_REMEMBERED = 100

const NOTHING: AnswerSums = { services: new Map(), channels: new Map(), places: [] }

export function createAnswerMonths({
  db,
  today,
}: {
  readonly db: Database
  readonly today: (office: string) => LocalDate
}): AnswerMonths {
  const months = new Map<string, { readonly stamp: string; readonly sums: Promise<AnsweredDays> }>()

  async function read(office: string, days: Part, kept?: Kept, n = 1): Promise<AnsweredDays> {
    const sums = n > 0 ? await answerSums(db, office, days, kept) : NOTHING
    const visits = await invitedByDay(db, office, days)
    const profiles = days.whole && !kept && n > 0 ? await profileCounts(db, office, days.from) : []
    return { ...sums, profiles, visits: kept ? visits.filter(one => kept(one.serviceId, one.date)) : visits }
  }

  /** The files of some days, all of them whole. */
  async function wholeFiles(office: string, days: Part): Promise<string> {
    const files = await filesOf(db, office, days)
    if (files === undefined) throw new AppError('FIGURES_READING')
    return files
  }

  /** Read with these files and no part of another one. */
  async function readWith(files: string, ...of: Parameters<typeof read>): Promise<AnsweredDays> {
    const sums = await read(...of)
    if ((await filesOf(db, of[0], of[1])) !== files) throw new AppError('FIGURES_READING')
    return sums
  }

  /** A whole month; read again where something came to it all the same, such as forms of paper. */
  async function month(office: string, days: Part): Promise<AnsweredDays> {
    const key = `${office} ${days.from}`
    const files = await wholeFiles(office, days)
    const n = await countAnswers(db, office, days)
    // A file may have gone and another one come with as many.
    const stamp = `${n} ${files}`
    const known = months.get(key)
    months.delete(key)
    const sums = known?.stamp === stamp ? known.sums : readWith(files, office, days, undefined, n)
    months.set(key, { stamp, sums })
    sums.catch(() => months.delete(key))
    if (months.size > MOST_REMEMBERED) months.delete(months.keys().next().value!)
    return sums
  }

  async function leaving(office: string, days: Span): Promise<readonly Span[]> {
    const whole = wholeMonths(days)
    const months = whole ? (await leavingMonths(db, office)).map(key => fixedPeriod(key)!) : []
    return months.filter(month => whole && month.from >= whole.from && month.to <= whole.to)
  }

  return {
    async of(office, days, kept) {
      const settled = lastSettled(today(office))
      const parts: AnsweredDays[] = []
      for (const part of partsOf(days)) {
        const whole = !kept && part.whole && part.to <= settled
        parts.push(await (whole ? month(office, part) : readWith(await wholeFiles(office, part), office, part, kept)))
      }
      return joined(parts)
    },
    leaving,
    async leftOut(office, days) {
      const sums: Sums[] = []
      for (const month of await leaving(office, days)) sums.push(await leftOutSums(db, office, month))
      return sums.length === 0 ? undefined : together(sums, UNSUR.length)
    },
  }
}

/** Days of one month, or all of them. */
interface Part extends Span {
  readonly whole: boolean
}

/** Some days month by month. */
function partsOf({ from, to }: Span): readonly Part[] {
  return periodsWithin('month', { from, to }).map((month, i) => {
    const part = { from: i === 0 ? from : month.from, to: month.to < to ? month.to : to }
    return { ...part, whole: part.from.endsWith('-01') && addDays(part.to, 1).endsWith('-01') }
  })
}

function joined(parts: readonly AnsweredDays[]): AnsweredDays {
  const of = new Map<string, Sums[]>()
  const on = new Map<string, Map<ToldChannel, Sums[]>>()
  for (const { services, channels } of parts) {
    for (const [service, sums] of services) of.set(service, [...(of.get(service) ?? []), sums])
    for (const [service, roads] of channels) {
      const own = on.get(service) ?? new Map<ToldChannel, Sums[]>()
      for (const [road, sums] of roads) own.set(road, [...(own.get(road) ?? []), sums])
      on.set(service, own)
    }
  }
  const added = <Key>(all: ReadonlyMap<Key, readonly Sums[]>) =>
    new Map([...all].map(([key, sums]) => [key, together(sums, UNSUR.length)]))
  return {
    services: added(of),
    channels: new Map([...on].map(([service, roads]) => [service, added(roads)])),
    places: parts.flatMap(part => part.places),
    visits: parts.flatMap(part => part.visits),
    profiles: parts.flatMap(part => part.profiles),
  }
}
