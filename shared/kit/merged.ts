/**
 * What two wrote from the same ground, put together: what only one of them changed is theirs, and where both did, `mine` stays and its name is
 * told. Values are compared as JSON.
 * @example merged({ a: 1, b: 1, c: 1 }, { a: 2, b: 1, c: 2 }, { a: 1, b: 3, c: 3 }).both // ['c']
 */
export function merged<T extends object>(
  ground: Partial<T>,
  mine: T,
  newest: T,
): { readonly now: T; readonly both: readonly (keyof T)[] } {
  const now = { ...newest }
  const both: (keyof T)[] = []
  for (const name of Object.keys({ ...newest, ...mine }) as (keyof T)[]) {
    const [was, own, other] = [ground, mine, newest].map(one => JSON.stringify(one[name]))
    if (own === was) continue
    now[name] = mine[name]
    if (other !== was && own !== other) both.push(name)
  }
  return { now, both }
}
