import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { ANNEX_ORDER, BODY_ORDER, EDUCATION, GENDERS, OCCUPATIONS } from '../../shared/survey/instruments.ts'
import { FREE_SERVICE_SCORE, QUESTIONS, SURVEY_HOURS } from '../../shared/survey/instruments.ts'
import { KINERJA } from '../../shared/survey/ikm.ts'

interface Official {
  readonly skm: readonly { name: string; question: string; options: readonly { score: number; label: string }[] }[]
  readonly bands: readonly { mutu: keyof typeof KINERJA; kinerja: string }[]
  readonly profile: Readonly<Record<'jenis_kelamin' | 'pendidikan' | 'pekerjaan' | 'jam_survei', readonly string[]>>
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

  it('asks for the profile of the official form, and for no name and no NIK [S7]', () => {
    const { jenis_kelamin, pendidikan, pekerjaan, jam_survei } = official.profile
    expect(GENDERS.map(one => one.key)).toEqual(jenis_kelamin)
    expect(EDUCATION.map(one => one.key)).toEqual(pendidikan)
    expect(OCCUPATIONS.map(one => one.key)).toEqual(pekerjaan.map(text => text.split(' ')[0]))
    expect(SURVEY_HOURS.map(one => one.key)).toEqual(jam_survei)
  })

  it('names the four letters as the regulation does', () => {
    for (const { mutu, kinerja } of official.bands) expect(KINERJA[mutu][0].toLowerCase()).toBe(kinerja.toLowerCase())
    expect(official.bands.length).toBe(4)
  })
})
