/** Fewest answers of each unsur with which a service stands by itself. */
const FEWEST = 5

/** Visits of a service, and how many answered each unsur in it: one list for each period that is compared, one where there is one. */
export interface Served {
  readonly visits: number
  readonly answers: readonly (readonly number[])[]
  /** No figure of it alone may follow from others, so it is put together with the small ones. */
  readonly hidden?: boolean | undefined
}

/**
 * Which services are put together for a weighted figure, as the place of the first of the group for each: all with fewer than five
 * answers of some unsur or nothing of their own to be told, and with them, until they have five together, the one with the fewest visits of the others.
 * @example serviceGroups([{ visits: 9, answers: [[2]] }, { visits: 50, answers: [[40]] }, { visits: 8, answers: [[3]] }]) // [0, 1, 0]
 */
export function serviceGroups(services: readonly Served[]): readonly number[] {
  const least = (places: readonly number[]) => {
    const lists = places.map(place => services[place]!.answers.flat())
    return Math.min(...(lists[0] ?? []).map((_, cell) => lists.reduce((sum, list) => sum + list[cell]!, 0)))
  }
  const places = services.map((_, place) => place)
  const small = places.filter(place => services[place]!.hidden === true || least([place]) < FEWEST)
  const others = places.filter(place => !small.includes(place))
  others.sort((a, b) => services[a]!.visits - services[b]!.visits || a - b)
  while (small.length > 0 && others.length > 0 && least(small) < FEWEST) small.push(others.shift()!)
  const first = Math.min(...small)
  return places.map(place => (small.includes(place) ? first : place))
}
