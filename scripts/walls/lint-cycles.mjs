// No import runs in a circle, neither between files nor between rooms, and each names a file: types and dynamic imports
// count as well.
import { readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import ts from 'typescript'
import { root } from '../lib/project.mjs'
import { roomOf } from './rooms.mjs'

const NOT_OURS = ['node_modules', 'dist', 'coverage', 'data']

/** Every source file of the project, as a path from its root. */
function sources() {
  const top = readdirSync(root, { withFileTypes: true }).filter(
    e => !e.name.startsWith('.') && !NOT_OURS.includes(e.name),
  )
  const below = top
    .filter(e => e.isDirectory())
    .flatMap(e => readdirSync(path.join(root, e.name), { recursive: true }).map(f => path.join(e.name, f)))
  return [...top.filter(e => e.isFile()).map(e => e.name), ...below]
    .map(f => f.split(path.sep).join('/'))
    .filter(f => /\.m?[jt]s$/.test(f) && !f.endsWith('.d.mts'))
}

const isFile = name => statSync(path.join(root, name), { throwIfNoEntry: false })?.isFile() ?? false

/** The files of the project that a file imports, in whatever way. */
function importsOf(file) {
  const { importedFiles } = ts.preProcessFile(readFileSync(path.join(root, file), 'utf8'), true, true)
  return importedFiles
    .filter(i => i.fileName.startsWith('.'))
    .map(i => path.posix.join(path.posix.dirname(file), i.fileName))
}

/** Each circle of a graph once, as the way from a place back to it. */
function circles(graph) {
  const found = []
  const done = new Set()
  const way = []
  const visit = place => {
    if (way.includes(place)) return void found.push([...way.slice(way.indexOf(place)), place])
    if (done.has(place)) return
    way.push(place)
    for (const next of graph.get(place) ?? []) visit(next)
    way.pop()
    done.add(place)
  }
  for (const place of graph.keys()) visit(place)
  return found
}

const files = new Map(sources().map(f => [f, importsOf(f)]))
const rooms = new Map()
const because = new Map()
const nowhere = []
for (const [file, imported] of files)
  for (const target of imported) {
    // A circle spelled without its file's ending would be seen by nobody.
    if (!NOT_OURS.includes(target.split('/')[0]) && !isFile(target))
      nowhere.push(`${file} imports ${target}, which is no file`)
    if (!files.has(target)) continue
    const [from, to] = [roomOf(file), roomOf(target)]
    if (from === to) continue
    rooms.set(from, (rooms.get(from) ?? new Set()).add(to))
    because.set(`${from} > ${to}`, `${file} imports ${target}`)
  }

const said = [
  ...nowhere,
  ...circles(files).map(way => `These files import each other in a circle: ${way.join(' → ')}`),
  ...circles(rooms).map(way => {
    const arrows = way.slice(1).map((to, i) => because.get(`${way[i]} > ${to}`))
    return `These rooms import each other in a circle: ${way.join(' → ')} (${arrows.join('; ')})`
  }),
]
for (const sentence of said) console.error(sentence)
process.exitCode = said.length === 0 ? 0 : 1
