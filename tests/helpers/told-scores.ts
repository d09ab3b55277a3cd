import type { ToldScore } from '../../shared/officer/score/told.ts'
import { fixedPeriod } from '../../shared/survey/fixed-periods.ts'

/** A closed period, and a score of it that stands among colleagues. */
export const period = fixedPeriod('2026-Q2')!
export const figures: ToldScore = {
  ...{ told: 'figures', n: 231, from: 60, leftOut: 12, status: 'within', value: 85.1, low: 82.8, high: 87.1 },
  reasons: { unclear: 6, unfriendly: 3, slow: 11, system: 4 },
  among: {
    ...{ plain: 85.6, estimate: 85, estimateLow: 82.9, estimateHigh: 87, office: 84, reliability: 0.84, n70: 140 },
    ...{ nEff: 201, colleagues: 10, seesDifferences: true, dayEffect: 1.15 },
    usual: { low95: 78, high95: 90, low998: 74, high998: 93, lowFlag: 74, highFlag: 93 },
    curve: [20, 100, 200, 300].map(n => ({ n, low95: 78, high95: 90, low998: 74, high998: 93 })),
  },
}
