const KEY = 'tanggap.counter'

/** The counter at which somebody last sat down in this browser. */
export function lastCounter(): string | undefined {
  try {
    return localStorage.getItem(KEY) ?? undefined
  } catch {
    return undefined
  }
}

/** Remembers the counter; a browser that refuses storage only forgets it. */
export function rememberCounter(id: string): void {
  try {
    localStorage.setItem(KEY, id)
  } catch {
    return
  }
}
