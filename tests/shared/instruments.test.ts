import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { ANNEX_ORDER, BODY_ORDER } from '../../shared/survey/instruments.ts'
import { FREE_SERVICE_SCORE, QUESTIONS } from '../../shared/survey/instruments.ts'
import { KINERJA } from '../../shared/survey/ikm.ts'

interface Official {
  readonly skm: readonly { name: string; question: string; options: readonly { score: number; label: string }[] }[]
  readonly bands: readonly { mutu: keyof typeof KINERJA; kinerja: string }[]
}

const official = JSON.parse(readFileSync(new URL('../fixtures/instruments.json', import.meta.url), 'utf8')) as Official

describe('the SKM questionnaire', () => {
  it.each(BODY_ORDER.map((unsur, i) => ({ unsur, item: official.skm[i]! })))(
    'asks $unsur in the official words',
    ({ unsur, item }) => {
      const { name, question, answers } = QUESTIONS[unsur]
      expect(name[0]).toBe(item.name)
      expect(question[0]).toBe(item.question)
      expect(answers.map((label, i) => ({ score: i + 1, label: label[0] }))).toEqual(item.options)
    },
  )

  it('differs between body and annex only in the places of pengaduan and sarana [S6]', () => {
    expect(BODY_ORDER.slice(7)).toEqual(['pengaduan', 'sarana'])
    expect(ANNEX_ORDER.slice(7)).toEqual(['sarana', 'pengaduan'])
    expect(ANNEX_ORDER.slice(0, 7)).toEqual(BODY_ORDER.slice(0, 7))
  })

  it('marks a free service with the answer that says so [S8]', () => {
    expect(QUESTIONS.biaya.answers[FREE_SERVICE_SCORE - 1]![0]).toBe('Gratis')
  })

  it('names the four letters as the regulation does', () => {
    for (const { mutu, kinerja } of official.bands) expect(KINERJA[mutu][0].toLowerCase()).toBe(kinerja.toLowerCase())
    expect(official.bands.length).toBe(4)
  })
})
