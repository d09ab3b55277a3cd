import { isMap, isScalar, LineCounter, parseDocument, type Document, type YAMLError } from 'yaml'
import type { OfficeInfo } from '../../../shared/office/office.ts'
import { officeOf, type OfficeFile } from '../../../shared/office/file/office-file.ts'
import type { Problem } from '../../../shared/office/file/problem.ts'
import { staffUnsound, unsound } from '../../../shared/office/file/sound.ts'
import { problemsOf } from './issues.ts'
import { mendedFile, notFollowing } from './mended.ts'
import { pictureOf, type Picture } from '../office/png.ts'
import { officeFile } from './schema.ts'
import { LOGO_DATA } from './write.ts'

/** A problem with the line and column at which it stands, counted from one. */
export interface PlacedProblem extends Problem {
  readonly line: number
  readonly column: number
}

/** What a file says, or everything that is wrong in it. */
export type ReadFile =
  | {
      readonly ok: true
      readonly file: OfficeFile
      readonly office: OfficeInfo
      readonly logo?: Picture
      /** Where a problem stands that only the data know. */
      readonly place: (problem: Problem) => PlacedProblem
    }
  | { readonly ok: false; readonly problems: readonly PlacedProblem[] }

const MOST_MB = 2
const MOST_BYTES = MOST_MB * 1_000_000
/** Uses of an anchor; more make a small file large. */
const MOST_ALIASES = 100
/** More are not read by anybody. */
const MOST_PROBLEMS = 200

/** Reads the file of an office that stands as `standing`, or is new. It is wrong as a whole or right as a whole. */
export function readOfficeFile(text: string, standing?: (id: string) => OfficeInfo | undefined): ReadFile {
  if (Buffer.byteLength(text) > MOST_BYTES) return wrong([{ ...START, word: 'tooLarge', values: { most: MOST_MB } }])
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, version: '1.2', uniqueKeys: true })
  const place = placer(document, lines)
  if (document.errors.length > 0) return wrong(document.errors.map(error => yamlProblem(error, lines)))
  const values = valuesOf(document)
  if (values === undefined) return wrong([{ ...START, word: 'aliases', values: {} }])
  const input = withDefaults(values)
  const parsed = officeFile.safeParse(input)
  const misformed = parsed.success ? [] : problemsOf(parsed.error.issues, input)
  const data = parsed.success ? parsed.data : mendedFile(input, parsed.error.issues)
  if (data === undefined) return wrong(misformed.map(place))
  const { logo: drawn, ...rest } = data
  const logo = drawn === undefined || drawn === '' ? undefined : logoOf(drawn)
  const unfit: readonly Problem[] = logo === 'unfit' ? [{ path: ['logo'], word: 'logo', values: {} }] : []
  const picture = logo === 'unfit' ? undefined : logo
  const file: OfficeFile = { ...rest, ...(drawn === undefined ? {} : { logo: picture?.id ?? '' }) }
  const office = officeOf(file, standing?.(file.office.id))
  const unfitting = [...unsound(office), ...staffUnsound(file.staff ?? [], office)]
  const problems = [...misformed, ...unfit, ...notFollowing(unfitting, misformed)]
  if (problems.length > 0) return wrong(problems.map(place))
  return { ok: true, file, office, place, ...(picture ? { logo: picture } : {}) }
}

function logoOf(data: string): Picture | 'unfit' {
  try {
    return pictureOf(Buffer.from(data.slice(LOGO_DATA.length), 'base64'))
  } catch {
    return 'unfit'
  }
}

const START = { path: [], line: 1, column: 1 } as const

/** In the order of the file, each said once. */
function wrong(problems: readonly PlacedProblem[]): ReadFile {
  const once = new Map(problems.map(p => [`${p.line}:${p.column} ${p.word} ${JSON.stringify(p.values)}`, p]))
  const inOrder = [...once.values()].sort((a, b) => a.line - b.line || a.column - b.column)
  return { ok: false, problems: inOrder.slice(0, MOST_PROBLEMS) }
}

function yamlProblem(error: YAMLError, lines: LineCounter): PlacedProblem {
  const { line, col } = lines.linePos(error.pos[0])
  const detail = error.message.split(/ at line \d|\n/)[0]!
  const word = error.code === 'DUPLICATE_KEY' ? 'duplicateKey' : 'yaml'
  return { path: [], line, column: col, word, values: word === 'yaml' ? { detail } : {} }
}

/** The plain values; nothing where references would make them too large. */
function valuesOf(document: Document): unknown {
  try {
    return document.toJS({ maxAliasCount: MOST_ALIASES }) ?? {}
  } catch {
    return undefined
  }
}

type Values = Readonly<Record<string, unknown>>
const isValues = (value: unknown): value is Values =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** What all services say alike is taken into each; what a service says itself goes before it. */
function withDefaults(values: unknown): unknown {
  if (!isValues(values) || !isValues(values['defaults']) || !Array.isArray(values['services'])) return values
  const { defaults, ...rest } = values
  const services = (values['services'] as unknown[]).map(service => {
    if (!isValues(service)) return service
    const standards = [defaults['standard'], service['standard']]
    const standard = standards.every(isValues) ? { standard: Object.assign({}, ...standards) as Values } : {}
    return { ...defaults, ...service, ...standard }
  })
  return { ...rest, services }
}

/** Finds where in the text a problem stands: at its key, or at the nearest one around it that is written. */
function placer(document: Document, lines: LineCounter): (problem: Problem) => PlacedProblem {
  return problem => {
    const [at, i, ...rest] = problem.path
    // What is wrong in the common part is said there, once.
    const common = at === 'services' && typeof i === 'number' && rest.length > 0 && !isWritten(document, problem.path)
    const path = common && isWritten(document, ['defaults', ...rest]) ? ['defaults', ...rest] : problem.path
    const { line, col } = lines.linePos(offsetOf(document, path))
    return { ...problem, path, line, column: col }
  }
}

const isWritten = (document: Document, path: Problem['path']) => document.getIn(path, true) !== undefined

function offsetOf(document: Document, path: Problem['path']): number {
  for (let n = path.length; n > 0; n--) {
    const around = document.getIn(path.slice(0, n - 1), true)
    const key = path[n - 1]
    const pair = isMap(around) ? around.items.find(it => isScalar(it.key) && it.key.value === key) : undefined
    if (pair && isScalar(pair.key) && pair.key.range) return pair.key.range[0]
    const node = document.getIn(path.slice(0, n), true) as { range?: [number, number, number] } | undefined
    if (!pair && node?.range) return node.range[0]
  }
  return 0
}
