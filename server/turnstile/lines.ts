/** Those who wait, a line for each address, served in turn: whoever comes with a crowd waits behind the own crowd. */
export interface Lines<T> {
  size(): number
  of(address: string): number
  push(address: string, guest: T): void
  /** The first of the line whose turn it is. */
  next(): T | undefined
  /** Takes the last of the longest line away, when another one is longer than that of `address`. */
  yieldTo(address: string): T | undefined
}

export function createLines<T>(): Lines<T> {
  const lines = new Map<string, T[]>()
  let waiting = 0
  return {
    size: () => waiting,
    of: address => lines.get(address)?.length ?? 0,
    push(address, guest) {
      const line = lines.get(address)
      if (line) line.push(guest)
      else lines.set(address, [guest])
      waiting++
    },
    next() {
      const first = lines.entries().next().value
      if (!first) return undefined
      const [address, line] = first
      const guest = line.shift()
      waiting--
      // To the end of the turns, unless nobody is left behind.
      lines.delete(address)
      if (line.length > 0) lines.set(address, line)
      return guest
    },
    yieldTo(address) {
      let longest = lines.get(address) ?? []
      const own = longest.length + 1
      for (const line of lines.values()) if (line.length > longest.length) longest = line
      if (longest.length <= own) return undefined
      waiting--
      return longest.pop()
    },
  }
}
