import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { demoOffice } from '../../server/demo/samarinda.ts'
import { DEFAULT_BOOKING, DEFAULT_SERVICE_BOOKING } from '../../shared/office/defaults.ts'

const text = readFileSync('docs/rules.md', 'utf8')
/** The rules in the order in which they stand, each with its sentence. */
const rules = [...text.matchAll(/^\* \*\*([A-Z])(\d+)\*\* ((?:.|\n {2})+)/gm)].map(([, chapter, n, sentence]) => ({
  id: `${chapter}${n}`,
  chapter: chapter!,
  n: Number(n),
  sentence: sentence!,
}))
const chapters = [...text.matchAll(/^## ([A-Z]) · /gm)].map(m => m[1])

/** The ids at the end of the titles of tests, `… [N1 N2]`, with the files in which they stand. */
const held = readdirSync('tests', { recursive: true, encoding: 'utf8' })
  .filter(file => /\.(test|wtr)\.ts$/.test(file))
  .flatMap(file =>
    [...readFileSync(`tests/${file}`, 'utf8').matchAll(/ \[([A-Z]\d+(?: [A-Z]\d+)*)\](?=['"`])/g)].flatMap(m =>
      m[1]!.split(' ').map(id => ({ id, file })),
    ),
  )

describe('the rules of the office', () => {
  it('are each held by a test', () => {
    const ids = new Set(held.map(h => h.id))
    expect(rules.length).toBeGreaterThan(0)
    expect(rules.filter(r => !ids.has(r.id)).map(r => `${r.id} ${r.sentence}`)).toEqual([])
  })

  it('are all that a test may name', () => {
    const ids = new Set(rules.map(r => r.id))
    expect(held.filter(h => !ids.has(h.id))).toEqual([])
  })

  it('have one id each, rising within their chapter', () => {
    expect(new Set(chapters).size).toBe(chapters.length)
    expect([...new Set(rules.map(r => r.chapter))]).toEqual(chapters)
    for (const [i, { id, chapter, n }] of rules.entries()) {
      const before = rules[i - 1]
      expect(n, id).toBeGreaterThan(before?.chapter === chapter ? before.n : 0)
    }
  })

  it('are sentences', () => {
    for (const { id, sentence } of rules) expect(sentence, id).toMatch(/^[A-Z“][^]*\.$/)
  })

  it('name settings that exist, with what an office starts with', () => {
    const { rules: queue, ...office } = demoOffice
    const workingDays = { workingDays: undefined }
    const settings = { ...office, ...queue, ...DEFAULT_BOOKING, ...DEFAULT_SERVICE_BOOKING, ...workingDays }
    for (const { id, sentence } of rules)
      for (const [, name, value] of sentence.matchAll(/\(setting\s+`(\w+)`(?::\s+([\w.:+]+))?/g)) {
        expect(Object.keys(settings), id).toContain(name)
        if (value) expect(`${name} ${settings[name as keyof typeof settings]}`, id).toBe(`${name} ${value}`)
      }
  })
})
