import type { z } from 'zod'
import type { Problem, ProblemWord } from '../../../shared/office/file/problem.ts'
import { officeFile } from './schema.ts'

type Issue = z.core.$ZodIssue
type Path = readonly PropertyKey[]
type Parsed = z.output<typeof officeFile>

/** What is not mended by then is looked at no further. */
const MOST_ROUNDS = 12

/** An id that nobody writes. */
const NOBODY = '-:-'

/** What stands in for something that has to be written and could not be read, by its key. */
const STAND_INS: Readonly<Record<string, unknown>> = {
  ...{ office: {}, id: NOBODY, service: NOBODY, username: NOBODY, zone: 'WIB', code: '' },
  ...{ name: '…', city: '…', label: '…', where: '…', typicalMinutes: 1, standardMinutes: 1, waitPromiseMinutes: 1 },
  ...{ papers: [], keywords: [], parts: [{ service: NOBODY }], permissions: ['queue.take'], roles: ['officer'] },
  ...{ from: '2000-01-01', to: '2000-01-01', hours: {} },
}

/**
 * What can be read of a file whose form is wrong in places, so that what does not fit together elsewhere is said with them:
 * without what is wrong, and with something else where it has to be there. Each member of a list keeps its place.
 */
export function mendedFile(input: unknown, issues: readonly Issue[]): Parsed | undefined {
  const values: unknown = structuredClone(input)
  let wrong = issues
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const mended: Path[] = []
    for (const issue of wrong) {
      // Said in two ways of one value, or of a part of what is gone by now.
      if (mended.some(path => within(issue.path, path))) continue
      const path = issue.code === 'unrecognized_keys' ? forget(values, issue) : replace(values, issue.path)
      if (path === undefined) return undefined
      mended.push(path)
    }
    const parsed = officeFile.safeParse(values)
    if (parsed.success) return parsed.data
    wrong = parsed.error.issues
  }
  return undefined
}

/** Takes unknown keys away; what is around them stays as it is. */
function forget(values: unknown, { path, keys }: z.core.$ZodIssueUnrecognizedKeys): Path {
  const around = at(values, path)
  if (isObject(around)) for (const key of keys) Reflect.deleteProperty(around, key)
  return [...path, keys[0]!]
}

/** Takes a value away, or lets something stand in for it; gives the place at which that was done. */
function replace(values: unknown, path: Path): Path | undefined {
  const key = path.at(-1)
  if (key === undefined) return undefined
  const around = at(values, path.slice(0, -1))
  // One text for both languages, or a value where there should be more: that is what is wrong.
  if (!isObject(around)) return replace(values, path.slice(0, -1))
  if (Array.isArray(around)) {
    // A member that is none begins empty; a list of plain values goes as a whole.
    if (isObject(around[Number(key)])) return replace(values, path.slice(0, -1))
    around[Number(key)] = {}
    return path
  }
  if (Object.hasOwn(around, key)) Reflect.deleteProperty(around, key)
  else if (Object.hasOwn(STAND_INS, key))
    (around as Record<PropertyKey, unknown>)[key] = structuredClone(STAND_INS[String(key)])
  else return replace(values, path.slice(0, -1))
  return path
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null

function at(values: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (around, key) =>
      isObject(around) && Object.hasOwn(around, key) ? (around as Record<PropertyKey, unknown>)[key] : undefined,
    values,
  )
}

const list = (name: string, more = 'id') => new RegExp(`^office(\\.id)?$|^${name}(\\.#(\\.(${more}))?)?$`)
const SERIES = new RegExp(`${list('agencies', 'id|code').source}|^services\\.#\\.(agency|retired)$`)

/** What a problem is worked out of besides the place at which it stands: where that could not be read, nothing is said. */
const WORKED_OUT_OF: Readonly<Partial<Record<ProblemWord, RegExp>>> = {
  serviceUnknown: list('services'),
  retiredNamed: list('services'),
  agencyUnknown: list('agencies'),
  areaUnknown: list('areas'),
  roleUnknown: list('roles'),
  caseUnknown: list('services', 'id|cases(\\.#(\\.id)?)?'),
  paperUnknown: list('services', 'papers(\\.#(\\.id)?)?'),
  letterless: SERIES,
  letterTaken: SERIES,
  drawEarly: /^settings/,
}

/** Those of the problems of a mended file that do not only follow from what is wrong in its form. */
export function notFollowing(problems: readonly Problem[], wrong: readonly Problem[]): readonly Problem[] {
  const unread = wrong.map(({ path }) => path.map(step => (typeof step === 'number' ? '#' : step)).join('.'))
  return problems.filter(
    ({ path, word }) =>
      !wrong.some(w => within(path, w.path) || within(w.path, path)) &&
      !unread.some(place => WORKED_OUT_OF[word]?.test(place)),
  )
}

const within = (path: Path, around: Path) => around.every((step, i) => path[i] === step)
