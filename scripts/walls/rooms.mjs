import path from 'node:path'
import { HOUSES, PACKAGES, SCHEMAS } from './map.mjs'

const inside = (file, folder) => file === folder || file.startsWith(folder + '/')
const named = (source, list) => list.some(n => source === n || source.startsWith(n.endsWith(':') ? n : n + '/'))
const deepest = names => names.sort((a, b) => b.length - a.length)
/** The deepest first, so that `shared/web` is not taken for `shared`. */
const HOUSE_NAMES = deepest(Object.keys(HOUSES))
const PACKAGE_FOLDERS = deepest(Object.keys(PACKAGES))
const houseOf = file => HOUSE_NAMES.find(h => inside(file, h))
const words = text => text.split(' ').filter(Boolean)

/** Where a file stands: its house and its room there, `undefined` for a folder that has no line on the map. */
function placeOf(file) {
  const house = houseOf(file)
  if (!house) return { house, room: undefined }
  const own = path.posix.relative(house, file)
  return { house, room: [own, path.posix.dirname(own)].find(r => r in HOUSES[house].rooms) }
}

/** The room of a file as a path from the project, its folder where the map does not know it. */
export function roomOf(file) {
  const { house, room } = placeOf(file)
  return room === undefined ? path.posix.dirname(file) : path.posix.join(house, room)
}

/** The rooms of one house that a room may import, without stars. */
export function reachOf(house, room) {
  const rooms = Object.keys(HOUSES[house].rooms)
  const above = rooms.slice(0, rooms.indexOf(room))
  return words(HOUSES[house].rooms[room]).flatMap(name => {
    if (name === '*') return above
    return name.endsWith('/*') ? above.filter(r => inside(r, name.slice(0, -2))) : [name]
  })
}

/** Whether a file stands in a house, and so goes by the map. */
export const hasHouse = file => houseOf(file) !== undefined

/** Why `file` may not import `source`, or `undefined` when it may. Paths are relative to the project. */
export function refusal(file, source, typeOnly = false) {
  const from = placeOf(file)
  if (!from.house) return undefined
  if (!source.startsWith('.')) return packageRefusal(file, source)
  const target = path.posix.normalize(path.posix.join(path.posix.dirname(file), source))
  const to = placeOf(target)
  const home = HOUSES[from.house]
  if (to.house !== from.house && !words(home.may).includes(to.house)) return `${from.house} may not reach ${target}`
  if (to.house === from.house) {
    for (const [place, where] of [
      [from, file],
      [to, target],
    ])
      if (place.room === undefined) return `${path.posix.dirname(where)} may not be used: it has no line on the map`
    const reach = reachOf(from.house, from.room)
    if (to.room !== from.room && !reach.includes(to.room))
      return `${roomOf(file)} may not reach ${target} (only ${reach.join(', ') || 'itself'})`
  }
  if (!typeOnly && SCHEMAS.test(target) && from.house !== 'shared' && from.house !== 'server')
    return `${from.house} may import only types from ${target}`
  return undefined
}

function packageRefusal(file, source) {
  const folder = PACKAGE_FOLDERS.find(f => inside(file, f))
  const list = words(PACKAGES[folder])
  return named(source, list) ? undefined : `${folder} may use only ${list.join(', ') || 'no package'}, not ${source}`
}
