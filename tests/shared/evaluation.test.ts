import { describe, expect, it } from 'vitest'
import { EVALUATION, isProven, type EvaluationFacts } from '../../shared/survey/publication/evaluation.ts'
import { evaluationLines, evaluationTable } from '../../shared/survey/publication/open/evaluation-table.ts'

const nothing: EvaluationFacts = {
  ...{ period: '2026-Q2', finished: 0, invited: 0, answered: 0, published: null, target: 88 },
  ...{ complaints: { all: 0, numbered: 0 }, plan: null, report: null, change: null },
}
const much: EvaluationFacts = {
  ...{ period: '2026-Q2', finished: 1200, invited: 1190, answered: 401, target: 88 },
  published: {
    period: '2026-Q2',
    ikm: 88.01,
    at: Date.UTC(2026, 6, 13),
    since: Date.UTC(2025, 3, 9),
    media: ['page', 'hall'],
  },
  ...{ complaints: { all: 9, numbered: 2 }, plan: { period: '2026-Q1', all: 3, done: 1 }, report: '2025' },
  change: { before: '2026-Q1', difference: 1.5, moreThanChance: true },
}
const asked = { link: 'https://antre.example.go.id/ikm/contoh', zone: 'WITA', lang: 'id' } as const
const lines = (facts: EvaluationFacts) => evaluationLines(facts, asked)

describe('the evidence for evaluations', () => {
  it('is none where nothing was done, and says so of each item [S79]', () => {
    expect(lines(nothing).map(line => [line.proven, line.proof])).toEqual(
      EVALUATION.map(() => [false, 'belum ada bukti']),
    )
  })

  it('says of each item what proves it; a procedure on paper the program cannot prove [S79]', () => {
    expect(lines(much).map(({ level, proof }) => `${level} ${proof}`)).toEqual([
      'L3 Triwulan II 2026: 99,2% dari 1.200 kunjungan selesai diundang; 401 menjawab.',
      'L3 belum ada bukti',
      'L3 Laporan SKM 2025 tersimpan.',
      'L4 IKM Triwulan II 2026 di https://antre.example.go.id/ikm/contoh, diterbitkan 13 Juli 2026; publikasi pertama 9 April 2025.',
      'L4 2 dari 9 keluhan membawa nomor LAPOR.',
      'L4 IKM 88,01, sasaran di atas 88.',
      'L5 Triwulan I 2026: 3 baris rencana.',
      'L5 1 dari 3 baris selesai.',
      'L5 Naik 1,50 dari Triwulan I 2026, lebih dari kebetulan.',
      'PEKPPP 2 media: halaman publik Tanggap, layar ruang tunggu.',
    ])
    expect(evaluationTable(lines(much), 'id').rows).toHaveLength(EVALUATION.length)
  })

  it('proves nothing by an IKM at its target, a rise by chance or a complaint without a number, yet tells them [S79]', () => {
    const published = { ...much.published!, ikm: 88 }
    const change = { ...much.change!, moreThanChance: false }
    const less = { ...much, published, change, complaints: { all: 9, numbered: 0 } }
    for (const item of ['target', 'trend', 'lapor'] as const) expect(isProven(item, less), item).toBe(false)
    expect(lines(less).map(line => line.proof)).toContain('belum ada bukti: IKM 88,00, sasaran di atas 88.')
  })
})
