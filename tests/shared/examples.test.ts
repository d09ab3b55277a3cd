import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

const SHARED = fileURLToPath(new URL('../../shared', import.meta.url))
const EXAMPLE = /@example (.+) \/\/ (.+?)(?:\s*\*\/)?$/

const paths = readdirSync(SHARED, { recursive: true, encoding: 'utf8' }).filter(path => path.endsWith('.ts'))
const examples = paths.flatMap(path =>
  readFileSync(join(SHARED, path), 'utf8')
    .split('\n')
    .flatMap(line => {
      const [, call, result] = EXAMPLE.exec(line.trimEnd()) ?? []
      return call === undefined || result === undefined ? [] : [{ path, call, result }]
    }),
)

/** Evaluates an expression with the exports of its own module in reach, as a reader of the comment would. */
function evaluate(expression: string, scope: Readonly<Record<string, unknown>>): unknown {
  return new Function(...Object.keys(scope), `'use strict'; return (${expression})`)(...Object.values(scope))
}

describe('the examples in the comments of shared', () => {
  it('are there, one call and one result on each line', () => {
    const written = paths.map(path => readFileSync(join(SHARED, path), 'utf8').split('@example').length - 1)
    expect(examples.length).toBe(written.reduce((sum, n) => sum + n, 0))
    expect(examples.length).toBeGreaterThanOrEqual(10)
  })

  it.each(examples)('$path: $call is $result', async ({ path, call, result }) => {
    const scope = (await import(join(SHARED, path))) as Record<string, unknown>
    expect(evaluate(call, scope)).toEqual(evaluate(result, scope))
  })
})
