const COLLATOR = new Intl.Collator('id', { numeric: true })

/** Which of two names people look for first: numbers go by their size. */
export function compareNames(a: string, b: string): number {
  return COLLATOR.compare(a, b)
}

/**
 * A list in the order in which people look for a name.
 * @example byName([{ name: 'Loket 10' }, { name: 'Loket 2' }])[0].name // 'Loket 2'
 */
export function byName<T extends { readonly name: string }>(list: readonly T[]): readonly T[] {
  return [...list].sort((a, b) => compareNames(a.name, b.name))
}
