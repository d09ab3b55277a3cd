import { describe, expect, it } from 'vitest'
import { closedMonths, missingPapers, oftenMissing, type ResultCount } from '../../shared/officer/missing-papers.ts'
import { OTHER_PAPER } from '../../shared/queue/result.ts'

const paper = (id: string, name: string) => ({ id, name: [name, name] as const, note: null })
const LISTS = [{ id: 'ktp', requirements: [paper('kk', 'KK'), paper('akta', 'Akta'), paper('foto', 'Foto')] }]

const complete = (n: number, month = '2026-06', caseId: string | null = null): ResultCount => ({
  ...{ serviceId: 'ktp', case: caseId, month, result: undefined, n },
})
const lacking = (
  n: number,
  papers: readonly string[],
  month = '2026-06',
  { case: caseId = null, ...ids }: { readonly ids?: readonly string[]; readonly case?: string | null } = {},
): ResultCount => ({
  ...{ serviceId: 'ktp', case: caseId, month, result: { kind: 'papersMissing', papers, ...ids }, n },
})

describe('missing papers', () => {
  it('are counted by month and service, each of all finished visits, the newest month first [D29]', () => {
    const counts = [
      complete(17),
      lacking(2, ['KK', 'Akta']),
      lacking(1, ['KK']),
      complete(9, '2026-05'),
      lacking(1, ['KK'], '2026-05'),
    ]
    expect(missingPapers(counts, LISTS)).toEqual([
      { month: '2026-06', serviceId: 'ktp', case: null, paper: 'kk', n: 3, of: 20 },
      { month: '2026-06', serviceId: 'ktp', case: null, paper: 'akta', n: 2, of: 20 },
      { month: '2026-05', serviceId: 'ktp', case: null, paper: 'kk', n: 1, of: 10 },
    ])
  })

  it('are counted of whole months only, once no visit of them can end any more [D29]', () => {
    const within = (from: string, to: string, today: string) => Object.values(closedMonths({ from, to }, today))
    expect(within('2026-05-20', '2026-05-21', '2026-06-09')).toEqual(['2026-05-01', '2026-05-31'])
    expect(within('2026-04-09', '2026-06-09', '2026-06-09')).toEqual(['2026-04-01', '2026-05-31'])
    expect(within('2026-05-01', '2026-05-31', '2026-06-01')[1], 'until noon of the first').toBe('2026-04-30')
    expect(within('2026-05-01', '2026-05-31', '2026-06-02')[1]).toBe('2026-05-31')
    expect(within('2025-12-31', '2026-02-28', '2026-06-02')).toEqual(['2025-12-01', '2026-02-28'])
  })

  it('are not shown of a month with fewer than ten visits of a service [D29]', () => {
    expect(missingPapers([complete(8), lacking(1, ['KK'])], LISTS)).toEqual([])
  })

  it('keep their count under another name, and stand apart by what people came for [D29]', () => {
    const counts = [
      complete(9, '2026-06', 'hilang'),
      complete(20, '2026-06', 'rusak'),
      lacking(2, ['Kartu lama'], '2026-06', { ids: ['kk'], case: 'hilang' }),
      lacking(1, ['KK'], '2026-06', { ids: ['kk'], case: 'hilang' }),
      lacking(3, ['KK'], '2026-06', { ids: ['kk'], case: 'rusak' }),
    ]
    expect(missingPapers(counts, LISTS)).toEqual([
      { month: '2026-06', serviceId: 'ktp', case: 'hilang', paper: 'kk', n: 3, of: 12 },
      { month: '2026-06', serviceId: 'ktp', case: 'rusak', paper: 'kk', n: 3, of: 23 },
    ])
    expect(oftenMissing(counts, LISTS)['ktp']).toEqual(['kk'])
  })

  it('of a case with fewer than ten visits in a month stand with those of which nobody said, or nowhere [D29]', () => {
    const lost = [complete(6, '2026-06', 'hilang'), lacking(3, ['KK'], '2026-06', { case: 'hilang' })]
    const broken = [complete(10, '2026-06', 'rusak')]
    expect(missingPapers([...lost, ...broken], LISTS)).toEqual([])
    expect(missingPapers([...lost, ...broken, lacking(1, ['KK'])], LISTS)).toEqual([
      { month: '2026-06', serviceId: 'ktp', case: null, paper: 'kk', n: 4, of: 10 },
    ])
  })

  it('are told beforehand from five times, twenty visits and one visit in ten on, two at most [D29]', () => {
    const told = (...counts: ResultCount[]) => oftenMissing(counts, LISTS)['ktp']
    expect(told(complete(15), lacking(5, ['KK']))).toEqual(['kk'])
    expect(told(complete(14), lacking(5, ['KK'])), 'nineteen visits').toBeUndefined()
    expect(told(complete(16), lacking(4, ['KK'])), 'four times').toBeUndefined()
    expect(told(complete(46), lacking(5, ['KK'])), 'less than one in ten').toBeUndefined()
    expect(told(complete(15), lacking(5, [OTHER_PAPER])), 'what no list names').toBeUndefined()
    expect(told(complete(15), lacking(5, ['KK', 'Akta', 'Foto']), lacking(1, ['Foto']))).toEqual(['foto', 'akta'])
    expect(told(complete(10), lacking(3, ['KK']), complete(10, '2026-05'), lacking(2, ['KK'], '2026-05'))).toEqual([
      'kk',
    ])
  })
})
