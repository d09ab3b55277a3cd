import type { LocalDate } from '../../kit/time.ts'
import type { Words } from '../../kit/words.ts'
import { broughtIn } from '../figures/brought.ts'
import type { PeriodFigures, ProfileTable, UnsurFigures } from '../figures/period-figures.ts'
import type { NineOnly } from '../figures/answered-period.ts'
import type { AuditLine, Method, Mutu } from '../ikm.ts'
import type { ExtraUnsur } from '../asked.ts'
import type { Change } from '../statistics/periods.ts'
import type { Range } from '../statistics/score-interval.ts'

/** Where an office makes its IKM known beside its own page; the evaluation of public services (PEKPPP) counts them. */
export const MEDIA = ['page', 'hall', 'poster', 'website', 'socialMedia', 'press'] as const
export type Medium = (typeof MEDIA)[number]

/** Letters of the reason for a new version. */
export const MOST_REASON = 300

/** The IKM of one service. */
export interface PublishedService {
  readonly service: string
  /** As it was called then. */
  readonly name: Words
  readonly n: number
  readonly ikm: number
  readonly mutu: Mutu
  readonly unsur: readonly PublishedUnsur[]
}

/** One unsur; `fixed`: nobody judges it, such as Biaya of what is free of charge. */
export interface PublishedUnsur {
  readonly unsur: string
  /** One of the office in its words. */
  readonly asked?: Pick<ExtraUnsur, 'name'>
  readonly nrr: number
  readonly fixed: boolean
}

/** What everybody reads of a period, as it was when it was published: in full precision, and never computed anew. */
export interface Published {
  /** Name of the period, and the days that its figures are of. */
  readonly period: string
  readonly from: LocalDate
  readonly through: LocalDate
  readonly regulation: string
  readonly method: Method
  readonly audit: readonly AuditLine[]
  /** Who answered, of how many visits, and how many the sample asks for. */
  readonly n: number
  readonly visits: number
  readonly target: number
  readonly ikm: number
  readonly mutu: Mutu
  /** At 95 %; undefined where none is printed. */
  readonly interval?: Range | undefined
  readonly certain: boolean
  /** How many questionnaires the head decided to leave out; the profile is of all. */
  readonly leftOut?: number | undefined
  /** How many answers of the period others brought in, on paper or in a file; absent where none. */
  readonly brought?: number | undefined
  /** What each unsur weighs, where those of the office count; what other methods give is then of the nine alone. */
  readonly weights?: readonly number[] | undefined
  /** Why those of the office do not count, though they were asked. */
  readonly nineOnly?: NineOnly | undefined
  /** By how many points tablets lie above phones within the same services. */
  readonly tablet?: Range & { readonly difference: number }
  readonly unsur: readonly PublishedUnsur[]
  readonly services: readonly PublishedService[]
  readonly profile: readonly ProfileTable[]
  readonly trend: readonly { readonly period: string; readonly n: number; readonly ikm: number; readonly mutu: Mutu }[]
  /** Beside the period before; undefined where the two cannot be compared. */
  readonly change?:
    { readonly before: string; readonly difference: number; readonly moreThanChance: boolean } | undefined
}

/** What the hall screen shows of what was published last. */
export type InHall = Pick<Published, 'period' | 'ikm' | 'mutu' | 'n'>

/** Why a period cannot be published. */
export type NotPublished = 'heldBack' | 'few' | 'incomplete'

/** Whether these figures may be published, and what of them is. */
export function publishedOf(figures: PeriodFigures, names: ReadonlyMap<string, Words>): Published | NotPublished {
  const { period, showing, sample, figures: shown } = figures
  if (!('through' in showing)) return 'heldBack'
  if (!shown) return 'few'
  const { result, certainty, weighted, compared } = shown
  if (result.ikm === undefined || result.mutu === undefined) return 'incomplete'
  const brought = broughtIn(figures.response.channels)
  const change = 'ikm' in compared ? (compared.standardised ?? compared.ikm) : undefined
  return {
    period: period.key,
    ...{ from: showing.from, through: showing.through, regulation: shown.regulation },
    ...{ method: result.method, audit: shown.audit },
    ...{ n: result.n, visits: sample.population, target: sample.target },
    ...{ ikm: result.ikm, mutu: result.mutu },
    ...(certainty.interval ? { interval: certainty.interval } : {}),
    certain: certainty.certain && !weighted?.unlike,
    ...(shown.leftOut ? { leftOut: shown.leftOut } : {}),
    ...(brought > 0 ? { brought } : {}),
    ...(shown.ownWeights ? { weights: shown.unsur.map(one => one.weight!) } : {}),
    ...(shown.tablet ? { tablet: tabletOf(shown.tablet) } : {}),
    ...(shown.nineOnly ? { nineOnly: shown.nineOnly } : {}),
    unsur: shown.unsur.flatMap(one => publishedUnsur(one, one.nrr)),
    services: figures.services.flatMap(({ service, shown: own }): readonly PublishedService[] => {
      if (own?.result.ikm === undefined || own.result.mutu === undefined) return []
      const { n, ikm, mutu } = own.result
      const of: Readonly<Record<string, { readonly nrr: number | undefined } | undefined>> = {
        ...own.result.extra,
        ...own.result.unsur,
      }
      const unsur = shown.unsur.flatMap(one => publishedUnsur(one, of[one.unsur]?.nrr))
      return [{ service, name: names.get(service) ?? [service, service], n, ikm, mutu, unsur }]
    }),
    profile: shown.profile,
    trend: shown.trend.map(({ period, n, ikm, mutu }) => ({ period: period.key, n, ikm, mutu })),
    ...(change
      ? {
          change: {
            before: compared.before.key,
            difference: change.difference,
            moreThanChance: change.moreThanChance,
          },
        }
      : {}),
  }
}

function tabletOf({ difference, low, high }: Change): NonNullable<Published['tablet']> {
  return { difference, low, high }
}

function publishedUnsur({ unsur, asked, fixed }: UnsurFigures, nrr: number | undefined): readonly PublishedUnsur[] {
  return nrr === undefined ? [] : [{ unsur, ...(asked ? { asked: { name: asked.name } } : {}), nrr, fixed }]
}

/** Whether a version says anything else than the one before; who may read it and where it is made known do not count. */
export function saysElse(before: Published, now: Published): boolean {
  return JSON.stringify(before) !== JSON.stringify(now)
}
