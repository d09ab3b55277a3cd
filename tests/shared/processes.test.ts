import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { remembered } from '../helpers/process-memory.ts'

const page = readFileSync('docs/processes.md', 'utf8')
/** The places that the page names: a link from the name of each to its file. */
const named = [...page.matchAll(/\[(\w+)\]\(\.\.\/(server\/[^)]+)\)/g)].map(([, name, file]) => `${file} ${name}`)
const found = readdirSync('server', { recursive: true, encoding: 'utf8' })
  .filter(file => file.endsWith('.ts'))
  .flatMap(file => remembered(readFileSync(`server/${file}`, 'utf8')).map(name => `server/${file} ${name}`))

describe('the page of what a process remembers', () => {
  it('names every place of the server, and none that is not there', () => {
    expect(found.length).toBeGreaterThan(30)
    expect([...named].sort()).toEqual([...found].sort())
  })

  it('leads to files that exist', () => {
    const links = [...page.matchAll(/\]\(([^)#:]+)(?:#[^)]*)?\)/g)].map(m => m[1]!)
    expect(links.filter(link => readFileSync(`docs/${link}`).length === 0)).toEqual([])
  })
})

describe('a new place in which a process remembers', () => {
  it.each([
    [
      'a map of a factory',
      'export function make() { const kept = new Map(); return { put: k => kept.set(k, 1) } }',
      'kept',
    ],
    ['a set of a module', 'const kept = new Set()\nexport function put(k) { kept.add(k) }', 'kept'],
    ['a variable of a factory', 'export function make() { let kept; return { put: v => { kept = v } } }', 'kept'],
    ['a counter', 'export function make() { let kept = 0; return { put: () => kept++ } }', 'kept'],
    ['a list', 'export async function make() { const kept = []; return { put: v => void kept.push(v) } }', 'kept'],
    ['a record', 'export function make() { const kept = {}; return { put: (k, v) => (kept[k] = v) } }', 'kept'],
    ['a limit', 'export function make() { const kept = new RateLimiterMemory({}); return { kept } }', 'kept'],
    ['two at once', 'let a = 1, b = 2\nexport function put(v) { ;[a, b] = v }', 'a b'],
  ])('is found: %s', (_what, text, names) => {
    expect(remembered(text).join(' ')).toBe(names)
  })

  it.each([
    ['a table of constants', "const KINDS = new Set(['a'])\nexport const is = k => KINDS.has(k)"],
    ['what one call gathers', 'export function sum(all) { let n = 0; for (const a of all) n += a; return n }'],
  ])('is not: %s', (_what, text) => {
    expect(remembered(text)).toEqual([])
  })
})
