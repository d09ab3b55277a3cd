import { FLOOR } from '../answered.ts'
import { ikmInterval } from '../statistics/ikm-interval.ts'
import { mutuOf, type Mutu } from '../ikm.ts'
import type { Change } from '../statistics/periods.ts'
import { tabletAbovePhone } from '../statistics/service-mix.ts'
import { whyHidden } from '../statistics/hidden.ts'
import type { Range } from '../statistics/score-interval.ts'
import { together } from '../statistics/sheet.ts'
import type { ToldChannel } from '../collect/channels.ts'
import { visitsOf, type AnsweredChannel, type AnsweredPeriod, type FigureRules } from './answered-period.ts'
import { NINE, resultIn, weightsIn } from './scoring.ts'

/** One road on which answers came. */
export interface ChannelFigures {
  readonly channel: ToldChannel
  readonly answered: number
  /** Where it may be told by itself: the IKM of the nine, and its interval, for which nobody knows how many could have come on it. */
  readonly shown?: { readonly n: number; readonly ikm: number; readonly mutu: Mutu; readonly interval?: Range }
}

/** The roads by which answers came, those of the list in its order. */
export function channelFigures(channels: readonly AnsweredChannel[], rules: FigureRules): readonly ChannelFigures[] {
  const weights = weightsIn(NINE, rules.method)
  return channels.map(({ channel, answered, showing, services }) => {
    const sums = together([...services.values()], NINE.columns.length)
    const floor = Math.max(FLOOR, rules.minRatings)
    const { ikm } = resultIn(sums, NINE, rules.method)
    const told = 'through' in showing && sums.n >= floor && ikm !== undefined
    const shown = () => {
      const { low, high, nrr } = ikmInterval({ respondents: sums, weights })
      const hidden = whyHidden({ n: sums.n, floor, unsur: nrr.map(one => one.n) })
      return { n: sums.n, ikm: ikm!, mutu: mutuOf(ikm!), ...(hidden ? {} : { interval: { low, high } }) }
    }
    return { channel, answered, ...(told ? { shown: shown() } : {}) }
  })
}

/**
 * By how many points the tablets of the counters lie above the phones, within the services in which both may be told: citizens answer
 * there in front of the officer.
 */
export function tabletFigures(
  { channels = [], beside = [], services }: AnsweredPeriod,
  rules: FigureRules,
): Change | undefined {
  const [tablet, phone] = (['tablet', 'phone'] as const).map(road => channels.find(one => one.channel === road))
  if (!tablet || !phone) return undefined
  return tabletAbovePhone({
    ...{ tablet: tablet.services, phone: phone.services, weights: weightsIn(NINE, rules.method) },
    services: services.flatMap(one =>
      beside.includes(one.service) ? [{ service: one.service, visits: visitsOf(one) }] : [],
    ),
  })
}
