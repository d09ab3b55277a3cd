import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { casesFile } from './score/cases.ts'
import { resultOf } from './score/results.ts'

const USAGE = 'Pemakaian: npm run score -- BERKAS.json [--json] (Usage: npm run score -- FILE.json [--json])'

/**
 * `npm run score`: computes the cases of a file with the office's own functions, in full precision, so that others can compare them.
 * Ends with 2 for how it was called, 1 for what the file holds.
 */
export function main(args: readonly string[]): number {
  let called
  try {
    called = parseArgs({ args: [...args], options: { json: { type: 'boolean' } }, allowPositionals: true })
  } catch {
    called = undefined
  }
  const file = called?.positionals[0]
  if (called === undefined || file === undefined || called.positionals.length > 1) {
    console.error(USAGE)
    return 2
  }
  const read = readCases(file)
  if (typeof read === 'string') {
    console.error(read)
    return 1
  }
  const results = read.cases.map(one => ({ id: one.id, result: resultOf(one) }))
  process.stdout.write(JSON.stringify({ results }, null, called.values.json ? undefined : 2) + '\n')
  return 0
}

function readCases(file: string) {
  let text
  try {
    text = JSON.parse(readFileSync(file, 'utf8')) as unknown
  } catch {
    return `Berkas ${file} tidak dapat dibaca sebagai JSON. (The file ${file} cannot be read as JSON.)`
  }
  const parsed = casesFile.safeParse(text)
  if (parsed.success) return parsed.data
  const { path, message } = parsed.error.issues[0]!
  return `Berkas ${file}, ${path.join('.')}: bukan yang diharapkan. (The file ${file}, ${path.join('.')}: ${message}.)`
}
