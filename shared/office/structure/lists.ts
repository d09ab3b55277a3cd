/** Values of which some are named. */
export type Named<T> = { readonly [K in keyof T]?: T[K] | undefined }

/** What changes of one member of a list, known by its id: what is absent stays, `removed` takes it away. */
export interface Listed {
  readonly id: string
  readonly removed?: true | undefined
}

/**
 * A list after changes of its members and of their order. A change of nobody makes a new member by `made`, or nothing where
 * too little is said of it; taking away what is gone already changes nothing.
 */
export function editedList<T extends { readonly id: string }, C extends Listed>(
  list: readonly T[],
  changes: readonly C[],
  order: readonly string[] | undefined,
  by: {
    readonly changed: (member: T, change: C) => T
    readonly made: (change: C) => T | undefined
  },
): readonly T[] {
  const known = new Map(list.map(member => [member.id, member]))
  for (const change of changes) {
    const member = known.get(change.id)
    const next = member ? by.changed(member, change) : by.made(change)
    if (change.removed) known.delete(change.id)
    else if (next) known.set(change.id, next)
  }
  return order === undefined ? [...known.values()] : inOrderOf(order, [...known.values()])
}

/** Those that are named first, in that order, then the others as they stood. */
function inOrderOf<T extends { readonly id: string }>(order: readonly string[], list: readonly T[]): readonly T[] {
  const place = new Map(order.map((id, i) => [id, i]))
  const at = ({ id }: T) => place.get(id) ?? order.length
  return [...list].sort((a, b) => at(a) - at(b))
}

/** The changes that make one list of another, each member as it is changed; the order where it is another one. */
export function listChanges<T extends { readonly id: string }>(
  from: readonly T[],
  to: readonly T[],
  same: (a: unknown, b: unknown) => boolean,
): { readonly members: readonly (Named<T> & Listed)[]; readonly order: readonly string[] | undefined } {
  const gone = from.filter(member => !to.some(t => t.id === member.id))
  const changed = to.flatMap(member => {
    const before = from.find(f => f.id === member.id)
    const parts = Object.entries(member).filter(
      ([key, value]) => key !== 'id' && !same(value, before?.[key as keyof T]),
    )
    return parts.length > 0 ? [{ ...Object.fromEntries(parts), id: member.id } as Named<T> & Listed] : []
  })
  const stays = [
    ...from.filter(f => !gone.includes(f)).map(f => f.id),
    ...to.filter(t => !from.some(f => f.id === t.id)).map(t => t.id),
  ]
  const order = to.map(t => t.id)
  return {
    members: [...gone.map(({ id }) => ({ id, removed: true }) as Named<T> & Listed), ...changed],
    order: same(stays, order) ? undefined : order,
  }
}
