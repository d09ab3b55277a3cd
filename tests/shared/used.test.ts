import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'
import { describe, expect, it } from 'vitest'
import { PERMISSIONS } from '../../shared/office/permissions.ts'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const HOUSES = ['shared', 'server', 'kiosk', 'console', 'display', 'survey', 'setup', 'booking', 'scripts']

/** What a file of the product names: words in quotes and members, templates by their fixed ends, and the files it imports. */
interface Named {
  readonly words: Set<string>
  readonly templates: { readonly head: string; readonly tail: string }[]
  readonly imports: Set<string>
}

const product = new Map<string, Named>(
  HOUSES.flatMap(house =>
    readdirSync(join(ROOT, house), { recursive: true, encoding: 'utf8' })
      .filter(name => name.endsWith('.ts'))
      .map(name => [`${house}/${name}`, namedIn(`${house}/${name}`)] as const),
  ),
)

function namedIn(file: string): Named {
  const named: Named = { words: new Set(), templates: [], imports: new Set() }
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node) && ts.isStringLiteral(node.moduleSpecifier)) {
      const { text } = node.moduleSpecifier
      if (text.startsWith('.')) named.imports.add(join(file, '..', text))
      return
    }
    if (ts.isStringLiteralLike(node)) named.words.add(node.text)
    if (ts.isPropertyAccessExpression(node)) named.words.add(node.name.text)
    if (ts.isPropertyAssignment(node) && ts.isIdentifier(node.name)) named.words.add(node.name.text)
    if (ts.isTemplateExpression(node))
      named.templates.push({ head: node.head.text, tail: node.templateSpans.at(-1)!.literal.text })
    ts.forEachChild(node, visit)
  }
  visit(ts.createSourceFile(file, readFileSync(join(ROOT, file), 'utf8'), ts.ScriptTarget.Latest, true))
  return named
}

const isText = (file: string) => file.startsWith('shared/text/')

/** Whether a file names the key, in full or by a template such as `why.${reason}`. */
function names(file: string, key: string): boolean {
  const { words, templates } = product.get(file)!
  if (words.has(key)) return true
  return templates.some(({ head, tail }) => head + tail !== '' && key.startsWith(head) && key.endsWith(tail))
}

/** Files that may name a key of a text: whoever imports it, and the lists of words that it or they go by. */
function speakersOf(text: string): readonly string[] {
  const speakers = [...product.keys()].filter(file => !isText(file) && product.get(file)!.imports.has(text))
  const lists = [text, ...speakers].flatMap(file => [...product.get(file)!.imports])
  return [...new Set([...speakers, ...lists])].filter(file => product.has(file) && !isText(file))
}

/** The sentences of one file of texts, as `table key`. */
async function sentencesOf(text: string): Promise<readonly string[]> {
  const tables = (await import(join(ROOT, text))) as Readonly<Record<string, unknown>>
  return Object.entries(tables).flatMap(([table, words]) =>
    typeof words === 'object' && words !== null ? Object.keys(words).map(key => `${table} ${key}`) : [],
  )
}

describe('what stands in the product is used', () => {
  it.each([...product.keys()].filter(isText).map(file => [relative('shared/text', file)]))(
    'every sentence of %s is said somewhere',
    async name => {
      const text = `shared/text/${name}`
      const speakers = speakersOf(text)
      const sentences = await sentencesOf(text)
      expect(sentences.filter(s => !speakers.some(file => names(file, s.slice(s.indexOf(' ') + 1))))).toEqual([])
    },
  )

  it('every right is asked for by a route or a service', () => {
    const askers = [...product.keys()].filter(f => f.startsWith('server/') || f.startsWith('shared/contracts/'))
    expect(PERMISSIONS.filter(right => !askers.some(file => product.get(file)!.words.has(right)))).toEqual([])
  })
})

describe('each banner of a screen', () => {
  it('has a tone that banners have, and with it its picture', () => {
    const tones = ['attention', 'offline', 'bad', 'info']
    const wrong = [...product.keys()].flatMap(file =>
      [...readFileSync(join(ROOT, file), 'utf8').matchAll(/<ui-banner\b[^>]*?\stone="(\w+)"/g)]
        .filter(([, tone]) => !tones.includes(tone!))
        .map(([, tone]) => `${file}: ${tone}`),
    )
    expect(wrong).toEqual([])
  })
})
