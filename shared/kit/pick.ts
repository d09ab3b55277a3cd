/** A new record with these fields of another and no others; what is absent there is absent here. */
export function pick<T extends object, const K extends keyof T>(record: T, names: readonly K[]): Pick<T, K> {
  const picked: Partial<Pick<T, K>> = {}
  for (const name of names) if (record[name] !== undefined) picked[name] = record[name]
  // Every name was looked for; only what may be absent is.
  return picked as Pick<T, K>
}
