import { pooled } from '../../shared/kit/pool.ts'
import { Z95 } from '../../shared/kit/stats.ts'
import type { Cell } from '../../shared/officer/score/cells.ts'
import { changeOf } from '../../shared/officer/score/change.ts'
import { computed, type ComputedPerson, type ComputedPool } from '../../shared/officer/score/computed.ts'
import { auditOf } from '../../shared/officer/score/judgement-audit.ts'
import { scoresOf } from '../../shared/officer/score/scores-of.ts'
import type { Case } from './cases.ts'
import { meanOf, otherEstimates } from './other-estimates.ts'

type Input<K extends Case['kind']> = Extract<Case, { kind: K }>['input']

/** What a case gives, under the names of the reference file. */
export function resultOf(one: Case): object {
  switch (one.kind) {
    case 'pool':
      return poolResult(one.input)
    case 'office':
      return officeResult(one.input)
    case 'change':
      return changeResult(one.input)
    case 'audit':
      return auditOf(
        one.input.judgement.map((judgement, i) => ({
          judgement,
          evidence: one.input.evidence[i]!,
          variance: one.input.variance[i]!,
        })),
      )
  }
}

function poolResult({ y, v }: Input<'pool'>): object {
  const measured = y.map((mean, i) => ({ mean, variance: v[i]! }))
  const { units, between, mean } = pooled(measured)!
  const B = v.map(variance => variance / (variance + between))
  return {
    k: y.length,
    ...meanOf(measured),
    ...otherEstimates(measured),
    B,
    blup: y.map((own, i) => (1 - B[i]!) * own + B[i]! * mean),
    estimate: units.map(u => u.estimate),
    estimateSe: units.map(u => (u.high - u.low) / (2 * Z95)),
    estimateLow: units.map(u => u.low),
    estimateHigh: units.map(u => u.high),
    reliability: units.map(u => u.reliability),
  }
}

function officeResult({ rows, nMin }: Input<'office'>): object {
  const cells = rows.map(([who, date, service, channel, hour, wait, ...counts]): Cell => {
    return { who, date, service, channel, hour, wait, counts }
  })
  const all = computed(cells)
  const inPools = new Map(
    all.pools.flatMap(pool => pool.among?.people ?? []).map(person => [person.who, personResult(person)] as const),
  )
  const told = scoresOf(cells, { shownFrom: nMin }).people.map(({ who, ...score }) => {
    const person = inPools.get(who)
    switch (score.status) {
      case 'fewRatings':
        return [who, person ? { status: score.status, n: score.n, computed: person } : score]
      case 'noVariation':
        return [who, score]
      case 'fewColleagues':
      case 'notComparable':
        return [who, { ...score, ...person }]
      default:
        return [who, { status: score.status, ...person }]
    }
  })
  return { pools: all.pools.map(poolOf), officers: Object.fromEntries(told) as object }
}

function personResult({ others, usual, n, mean, adjusted, h, ...person }: ComputedPerson): object {
  const { variance, nEff, low, high, estimate, estimateLow, estimateHigh, reliability } = person
  return {
    ...{ n, mean, adjusted, h, variance, nEff, low, high, estimate, estimateLow, estimateHigh, reliability },
    tau2Others: others.between,
    tau2Stable: others.steadied,
    target: others.target,
    S: others.spread,
    skew: others.bend,
    ...usual,
  }
}

function poolOf({ fit, among }: ComputedPool): object {
  const pool = {
    officers: fit.people.map(p => p.who),
    k: fit.people.length,
    N: fit.n,
    columns: fit.columns,
    dropped: fit.dropped,
    beta: fit.effects,
    sigma2: fit.variance,
    phi: fit.dayEffect,
    gamma: fit.skew,
  }
  if (!among) return { ...pool, noVariation: true }
  const measured = among.people.map(({ adjusted, variance }) => ({ mean: adjusted, variance }))
  const { tau2DL, tau2REML } = otherEstimates(measured)
  return { ...pool, ...meanOf(measured), tau2DL, tau2REML, za: among.limit, n70: among.n70 ?? null }
}

function changeResult(input: Input<'change'>): object {
  const change = changeOf(
    input.trained.map((trained, i) => ({
      trained,
      before: { mean: input.before[i]!, variance: input.varBefore[i]! },
      after: { mean: input.after[i]!, variance: input.varAfter[i]! },
    })),
  )
  if ('refused' in change) return change
  const { between, ...rest } = change
  return { omega2: between, ...rest }
}
