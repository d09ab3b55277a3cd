import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import type { z } from 'zod'

/** A tool that computes the cases of a file: its name, what a file holds, what a case gives, and how people read that. */
export interface CasesTool<One extends { readonly id: string }> {
  readonly name: string
  readonly file: z.ZodType<{ readonly cases: readonly One[] }>
  readonly resultOf: (one: One) => unknown
  readonly text?: (results: readonly Result[]) => string
}

/** What a case gave. */
export interface Result {
  readonly id: string
  readonly result: unknown
}

/**
 * Computes the cases of the file that the command line names, in full precision, so that others can compare them; without `--json` for
 * people. Everything is computed before anything is written. Ends with 2 for how it was called, 1 for what the file holds, and says
 * why with a code: notFound, notJson, unknownKind, badCase.
 */
export function casesCommand<One extends { readonly id: string }>(
  tool: CasesTool<One>,
  args: readonly string[],
): number {
  let called
  try {
    called = parseArgs({ args: [...args], options: { json: { type: 'boolean' } }, allowPositionals: true })
  } catch {
    called = undefined
  }
  const file = called?.positionals[0]
  if (called === undefined || file === undefined || called.positionals.length > 1) {
    const use = (word: string) => `npm run ${tool.name} -- ${word}.json [--json]`
    console.error(`Pemakaian: ${use('BERKAS')} (Usage: ${use('FILE')})`)
    return 2
  }
  const read = readCases(file, tool.file)
  if (typeof read === 'string') {
    console.error(read)
    return 1
  }
  const results = read.cases.map(one => ({ id: one.id, result: tool.resultOf(one) }))
  const json = JSON.stringify({ results }, null, called.values.json ? undefined : 2)
  process.stdout.write((called.values.json ? json : (tool.text?.(results) ?? json)) + '\n')
  return 0
}

function readCases<One>(file: string, schema: CasesTool<One & { id: string }>['file']) {
  let bytes
  try {
    bytes = readFileSync(file, 'utf8')
  } catch {
    return `notFound: berkas ${file} tidak dapat dibaca. (notFound: the file ${file} cannot be read.)`
  }
  let json
  try {
    json = JSON.parse(bytes) as unknown
  } catch {
    return `notJson: berkas ${file} bukan JSON. (notJson: the file ${file} is not JSON.)`
  }
  const parsed = schema.safeParse(json)
  if (parsed.success) return parsed.data
  const issue = parsed.error.issues[0]!
  const code = issue.code === 'invalid_union' && issue.path.at(-1) === 'kind' ? 'unknownKind' : 'badCase'
  const at = `${file}, ${issue.path.join('.')}`
  return `${code}: berkas ${at}: bukan yang diharapkan. (${code}: the file ${at}: ${issue.message}.)`
}
