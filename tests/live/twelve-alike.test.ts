import { readSheet } from 'read-excel-file/node'
import { extractText, getDocumentProxy } from 'unpdf'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openQuarter, toldOf, type Quarter } from '../../scripts/simulate/quarter.ts'
import { api } from '../../shared/contracts/api.ts'
import type { Route } from '../../shared/contracts/route.ts'

let quarter: Quarter
let told: Awaited<ReturnType<typeof toldOf>>
beforeAll(async () => {
  quarter = await openQuarter(1)
  told = await toldOf(quarter)
}, 240_000)
afterAll(() => quarter.close())

/** What stands in a file of each format, as a reader sees it. */
const readers: Readonly<Record<string, (bytes: Buffer) => Promise<string>>> = {
  csv: async bytes => bytes.toString('utf8'),
  xlsx: async bytes => (await readSheet(bytes)).flat().join('\n'),
  pdf: async bytes => (await extractText(await getDocumentProxy(new Uint8Array(bytes)))).text.join('\n'),
}

const byName = (names: readonly string[]) => [...names].sort(new Intl.Collator('id', { numeric: true }).compare)

/** Every list of people or counters in an answer. */
function lists(value: unknown): readonly (readonly string[])[] {
  if (Array.isArray(value)) {
    const names = value.map(one => (one as { name?: unknown } | null)?.name).filter(name => typeof name === 'string')
    return [...(names.length > 1 ? [names] : []), ...value.flatMap(lists)]
  }
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(lists) : []
}

describe('twelve officers who are alike, and two whom too few rated, over a closed quarter', () => {
  it('cannot be told from the mean of the office, none of them, to themselves and to whoever leads [O243]', () => {
    const alike = told.own.slice(0, 12).map(({ score }) => score!.versions[0]!.score)
    expect(alike.map(score => [score.told, 'status' in score && score.status])).toEqual(
      alike.map(() => ['figures', 'within']),
    )
    const rows = told.people.filter(row => row.versions[0]?.score.n !== 50)
    expect(rows).toHaveLength(12)
    expect(rows.map(row => row.versions[0]?.score)).toMatchObject(rows.map(() => ({ n: 150, status: 'within' })))
    expect(told.counters.map(row => row.versions[0]!.score)).toMatchObject(
      told.counters.map(({ versions }) => {
        const { score } = versions[0]!
        return score.told === 'figures' ? { status: 'within' } : { told: 'hidden' }
      }),
    )
  })

  it('tell of those whom fifty rated nothing but that: to the officer, to whoever leads, and in every file [O243]', async () => {
    const few = { told: 'few', n: 50, from: 60 }
    const officer = quarter.officers.at(-1)!
    expect(told.own.at(-1)!.score!.versions.map(v => v.score)).toEqual([few])
    expect(told.people.find(row => row.officerId === officer.id)!.versions.map(v => v.score)).toEqual([few])
    const proof = await quarter.ask(officer, `/api/me/evidence/${quarter.period}`)
    expect(proof).not.toMatch(/"(value|low|high|mean|mean100|estimate|status)":/)
    for (const [format, words] of Object.entries(readers)) {
      const file = await quarter.ask(officer, `/api/me/evidence/${quarter.period}/file`, { format, lang: 'id' })
      const text = await words(Buffer.from((JSON.parse(file) as { content: string }).content, 'base64'))
      // The words of the file are read, not its packed bytes: its head is there, and nothing of what citizens said.
      expect(text, format).toContain('Kegiatan')
      expect(text, format).not.toMatch(/rata-rata|nilai|penilaian|selang|bintang|puas/i)
    }
  })

  it('stand in the order of their names wherever they stand, and no route takes a key to sort by [O243]', async () => {
    const at = `/api/offices/${quarter.office}`
    const asked = [
      ...[`${at}/officer-scores?period=${quarter.period}`, `${at}/counter-scores?period=${quarter.period}`],
      ...[`${at}/figures?from=2026-01-01&to=2026-03-31`, `/api/me/team/scores?period=${quarter.period}`],
      ...['/api/me/team', `/api/me/team/work?period=${quarter.period}`],
    ]
    let found = 0
    for (const path of asked)
      for (const names of lists(JSON.parse(await quarter.ask(quarter.manager, path)))) {
        expect(names, path).toEqual(byName(names))
        found += 1
      }
    expect(found).toBeGreaterThanOrEqual(2)
    const keys = (Object.entries(api) as [string, Route][])
      .filter(([key]) => !key.includes('/settings'))
      .flatMap(([key, { query, body }]) =>
        [query, body].flatMap(schema =>
          Object.keys((schema as { shape?: object } | undefined)?.shape ?? {}).map(name => `${key} ${name}`),
        ),
      )
    expect(keys.length).toBeGreaterThan(100)
    expect(keys.filter(key => / (sort|order|orderBy|rank|top|best|worst|desc|asc)$/i.test(key))).toEqual([])
  })
})
