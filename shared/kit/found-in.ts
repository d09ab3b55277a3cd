/** What a record holds under an id, and never what every object has by itself, such as `constructor`. */
export function foundIn<T>(record: Readonly<Record<string, T>>, id: string): T | undefined {
  return Object.hasOwn(record, id) ? record[id] : undefined
}
