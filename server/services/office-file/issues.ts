import type { z } from 'zod'
import { PROBLEM_WORDS, type Problem, type ProblemWord } from '../../../shared/office/file/problem.ts'
import { oneSlip } from '../../../shared/search/typo.ts'
import { KNOWN_KEYS } from './keys.ts'

type Issue = z.core.$ZodIssue

/** What a schema says is wrong, as the problems that people read. */
export function problemsOf(issues: readonly Issue[], input: unknown): readonly Problem[] {
  return issues.flatMap(issue => {
    const path = issue.path as Problem['path']
    if (issue.code === 'unrecognized_keys') return issue.keys.map(key => ({ ...keyProblem(key), path: [...path, key] }))
    return [{ path, ...saidOf(issue, valueAt(input, path)) }]
  })
}

const said = (word: ProblemWord, values: Problem['values'] = {}) => ({ word, values })

function keyProblem(key: string) {
  const near = KNOWN_KEYS.find(known => oneSlip(known.toLowerCase(), key.toLowerCase()))
  return near === undefined ? said('unknownKey', { key }) : said('nearKey', { key, near })
}

/** What stands at a path; nothing where there is none. */
function valueAt(input: unknown, path: Problem['path']): unknown {
  return path.reduce<unknown>(
    (at, step) =>
      typeof at === 'object' && at !== null && Object.hasOwn(at, step)
        ? (at as Record<string, unknown>)[step]
        : undefined,
    input,
  )
}

const TYPES: Readonly<Record<string, ProblemWord>> = {
  string: 'text',
  number: 'number',
  int: 'whole',
  array: 'list',
  object: 'map',
  boolean: 'flag',
}

function saidOf(issue: Issue, value: unknown): Pick<Problem, 'word' | 'values'> {
  const key = lastText(issue.path)
  switch (issue.code) {
    case 'invalid_type':
      if (value === undefined) return said('missing', { key })
      return said(TYPES[issue.expected] ?? 'text')
    case 'invalid_value':
      if (value === undefined) return said('missing', { key })
      return said('choice', { known: issue.values.map(String).join(', ') })
    case 'too_small':
      if (issue.origin === 'array') return said('tooFew', { least: Number(issue.minimum) })
      if (issue.origin === 'string') return said('empty')
      return said(issue.inclusive === false ? 'above' : 'least', { least: Number(issue.minimum) })
    case 'too_big':
      if (issue.origin === 'array') return said('tooMany', { most: Number(issue.maximum) })
      return said(issue.origin === 'string' ? 'tooLong' : 'most', { most: Number(issue.maximum) })
    case 'invalid_union':
      if (value === undefined) return said('missing', { key })
      return issue.errors.flat()[0] ? saidOf(issue.errors.flat()[0]!, value) : said('other', { detail: issue.message })
    case 'invalid_format':
      if (issue.format === 'email') return said('email')
      return said(key === 'nip' ? 'nip' : DATES.has(key) ? 'date' : isId(issue) ? 'id' : 'pattern')
    case 'custom': {
      const known = PROBLEM_WORDS.find(word => word === issue.message)
      if (known) return said(known, (issue.params?.['values'] ?? {}) as Problem['values'])
      return DATES.has(key) ? said('date') : said('other', { detail: issue.message })
    }
    default:
      return said('other', { detail: issue.message })
  }
}

const DATES = new Set(['holidays', 'from', 'to'])
const lastText = (path: readonly PropertyKey[]) => String(path.filter(step => typeof step === 'string').at(-1) ?? '')
const isId = (issue: Issue) => 'pattern' in issue && String(issue.pattern).includes('[\\w.:-]')
