import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { build, parseAst, transformWithOxc, type Rollup } from 'vite'
import { describe, expect, it } from 'vitest'
import type * as Ui from '../../shared/text/ui.ts'
import { oneLanguage } from '../../scripts/lib/one-language.mjs'

const ROOT = path.join(import.meta.dirname, '../..')
const TEXT = path.join(ROOT, 'shared/text')

/** The words of dates as a page that speaks one language gets them. */
async function datesIn(lang: 'id' | 'en') {
  const [built] = (await build({
    root: ROOT,
    configFile: false,
    logLevel: 'warn',
    plugins: [oneLanguage(lang)],
    build: { write: false, minify: false, lib: { entry: path.join(TEXT, 'ui.ts'), formats: ['es'] } },
  })) as Rollup.RollupOutput[]
  const { code } = built!.output[0]
  return (await import(`data:text/javascript,${encodeURIComponent(code)}`)) as typeof Ui
}

/** Tables that hold a pair of strings for each language, of which a page of one language would lose every second. */
function tablesByLanguage(node: unknown, found: string[] = []): string[] {
  if (Array.isArray(node)) for (const each of node) tablesByLanguage(each, found)
  else if (node && typeof node === 'object') {
    const { type, properties } = node as { type?: string; properties?: readonly Property[] }
    if (type === 'ObjectExpression' && properties) {
      const pairs = properties.filter(one => one.value?.type === 'ArrayExpression' && one.value.elements?.length === 2)
      const names = pairs.map(one => one.key?.name ?? one.key?.value)
      if (names.includes('id') && names.includes('en')) found.push(names.join(' '))
    }
    for (const each of Object.values(node)) tablesByLanguage(each, found)
  }
  return found
}
interface Property {
  readonly key?: { readonly name?: string; readonly value?: string }
  readonly value?: { readonly type?: string; readonly elements?: readonly unknown[] }
}

describe('a page that speaks one language', () => {
  it.each([
    ['id', 'hari ini', 'besok'],
    ['en', 'today', 'tomorrow'],
  ] as const)('in %s says "%s" and "%s" of near dates', async (lang, today, tomorrow) => {
    const { nearWord } = await datesIn(lang)
    expect(nearWord('2026-06-09', '2026-06-09', lang)).toBe(today)
    expect(nearWord('2026-06-10', '2026-06-09', lang)).toBe(tomorrow)
    expect(nearWord('2026-06-11', '2026-06-09', lang)).toBeUndefined()
  })

  it.each(readdirSync(TEXT).filter(file => file.endsWith('.ts')))(
    'finds in %s no pair that is no translation',
    async file => {
      const { code } = await transformWithOxc(readFileSync(path.join(TEXT, file), 'utf8'), file)
      expect(tablesByLanguage(parseAst(code))).toEqual([])
    },
  )
})
