import { grouped } from '../../shared/kit/grouped.ts'
import { MINUTE, type LocalDate } from '../../shared/kit/time.ts'
import { wholeShares } from '../../shared/kit/whole-shares.ts'
import { demoOffice } from '../../server/demo/samarinda.ts'
import { mayCompare, peersBeside, settledMonths, type Peers, type Reader } from '../../shared/officer/peers.ts'
import { BIN_MINUTES, spread } from '../../shared/officer/record.ts'
import type { Way } from '../../shared/officer/ways.ts'

/** A stay at a counter with its service time in milliseconds. */
export interface TimedStay {
  readonly officerId: string
  readonly serviceId: string
  readonly date: LocalDate
  readonly serveMs: number
  readonly way?: Way
}

type Period = { readonly from: LocalDate; readonly to: LocalDate }
type Office = Parameters<typeof peersBeside>[1]['office']

/** Colleagues beside an officer, from single stays. */
export function peersOf(
  officerId: string,
  stays: readonly TimedStay[],
  period: Period,
  today: LocalDate,
  reader?: Reader,
  office: Office = demoOffice,
): Peers | undefined {
  const peers = peersBeside(officerId, { ...period, office, today }, reader)
  for (const [date, of] of grouped(stays, s => s.date)) {
    const parts = [...grouped(of, s => `${s.officerId} ${s.serviceId}`).values()].map(each => {
      const by = (way: Way) => each.filter(s => (s.way ?? 'walkIn') === way).map(s => s.serveMs)
      const times = { walkIn: by('walkIn'), booked: by('booked'), sentOn: by('sentOn') }
      return { officerId: each[0]!.officerId, serviceId: each[0]!.serviceId, served: each.length, times }
    })
    peers.add({ date, parts })
  }
  return peers.told()
}

/** The same without a count of anything: each time of a colleague stands by itself with its weight, and all are sorted. */
export function plainPeers(
  officerId: string,
  stays: readonly TimedStay[],
  period: Period,
  today: LocalDate,
  office: Office,
): Peers | undefined {
  const months = settledMonths(period, today)
  const own = stays.filter(s => s.officerId === officerId)
  const others = stays.filter(s => s.officerId !== officerId && months.includes(s.date.slice(0, 7)))
  const told = [...grouped(others, s => `${s.serviceId} ${s.date.slice(0, 7)}`).values()]
    .filter(of => mayCompare(of.map(s => ({ officerId: s.officerId, n: 1 }))))
    .flat()
  const services = [...new Set(told.map(s => s.serviceId))].filter(id => own.some(s => s.serviceId === id)).sort()
  if (services.length === 0) return undefined
  const compared = own.filter(s => services.includes(s.serviceId))
  const weighted = told
    .filter(s => services.includes(s.serviceId))
    .map(s => {
      const mine = own.filter(o => o.serviceId === s.serviceId).length
      return { ...s, weight: mine / told.filter(o => o.serviceId === s.serviceId).length }
    })
    .sort((a, b) => a.serveMs - b.serveMs)
  const weightOf = (some: typeof weighted) => some.reduce((sum, s) => sum + s.weight, 0)
  // What is a half but for the last digits of a quotient is one.
  const share = (some: typeof weighted, of: typeof weighted) => Math.round((weightOf(some) / weightOf(of)) * 100 + 1e-9)
  const came = (way: Way) => weightOf(weighted.filter(s => (s.way ?? 'walkIn') === way))
  const [walkIn, booked, sentOn] = wholeShares([came('walkIn'), came('booked'), came('sentOn')])
  const standardOf = (id: string) => office.services.find(s => s.id === id)?.standardMinutes
  const judged = weighted.filter(s => standardOf(s.serviceId) !== undefined)
  const within = judged.filter(s => s.serveMs <= standardOf(s.serviceId)! * MINUTE)
  const middle = weighted.find((_, i) => weightOf(weighted.slice(0, i + 1)) >= compared.length / 2 - 1e-9)!
  const ownSpread = spread(compared.map(s => s.serveMs))
  const binOf = (ms: number) => Math.min(ownSpread.bins.length - 1, Math.floor(ms / (BIN_MINUTES * MINUTE)))
  return {
    ...{ services, n: weighted.length, own: ownSpread },
    ways: { walkIn: walkIn!, booked: booked!, sentOn: sentOn! },
    within: judged.length === 0 ? null : share(within, judged),
    p50: Math.round(middle.serveMs / (MINUTE / 2)) * (MINUTE / 2),
    bins: wholeShares(ownSpread.bins.map((_, bin) => weightOf(weighted.filter(s => binOf(s.serveMs) === bin)))),
  }
}
