import type { ServerResponse } from 'node:http'

/** Streams in all and behind one address, where a network's phones share it; whoever is one too many asks now and then instead. */
const MOST = 20_000
const MOST_OF_ADDRESS = 1_000
/** Of one ticket: a family and its tabs. The oldest gives way, which is mostly a phone that fell asleep. */
const MOST_OF_TICKET = 50
/** So long a phone may leave what it was sent unread. */
const SLOW_MS = 20_000

/** One phone that follows a ticket. */
export interface Link {
  readonly res: ServerResponse
  readonly address: string
  /** Since when it has not read what it was sent. */
  behind?: number
  /** What came meanwhile was not kept: it is told how it stands once it has read. */
  missed?: boolean
}

/** The connections of streams: how many there may be, and how one that does not read is kept from harm. */
export interface StreamLinks {
  /** Whether there is room for one more behind an address. */
  hasRoom(address: string): boolean
  /** Takes a phone in; `whole` is what it is told after it had been behind, `left` is called when it is gone. */
  enter(link: Link, of: Set<Link>, phone: { readonly whole: () => string; readonly left: () => void }): void
  /** Tells it, or remembers that it missed something: what waits for a slow reader is never more than one message. */
  write(link: Link, text: string): void
  /** Ends those that have not read for too long. */
  sweep(): void
  size(): number
  /** Ended because they did not read. */
  ended(): number
  close(): void
}

/** `now` is a clock that only goes forward. */
export function createStreamLinks(now: () => number): StreamLinks {
  const all = new Set<Link>()
  const ofAddress = new Map<string, number>()
  /** Those that have not read what they were sent. */
  const slow = new Set<Link>()
  let ended = 0

  function leave(link: Link, of: Set<Link>): void {
    of.delete(link)
    slow.delete(link)
    if (!all.delete(link)) return
    const left = ofAddress.get(link.address)! - 1
    if (left > 0) ofAddress.set(link.address, left)
    else ofAddress.delete(link.address)
  }

  function write(link: Link, text: string): void {
    if (link.behind !== undefined) link.missed = true
    else if (!link.res.write(text)) {
      link.behind = now()
      slow.add(link)
    }
  }

  return {
    hasRoom: address => all.size < MOST && (ofAddress.get(address) ?? 0) < MOST_OF_ADDRESS,
    enter(link, of, { whole, left }) {
      const [oldest] = of
      if (of.size >= MOST_OF_TICKET) {
        oldest!.res.end()
        leave(oldest!, of)
      }
      all.add(link)
      of.add(link)
      ofAddress.set(link.address, (ofAddress.get(link.address) ?? 0) + 1)
      const { socket } = link.res.req
      const gone = () => {
        link.res.off('close', gone)
        socket.off('close', gone)
        leave(link, of)
        left()
      }
      // An answer that waits behind another one on its connection is never closed itself: it goes with the connection.
      link.res.on('close', gone)
      socket.on('close', gone)
      link.res.on('drain', () => {
        const { missed } = link
        slow.delete(link)
        delete link.behind
        delete link.missed
        if (missed) write(link, whole())
      })
    },
    write,
    sweep() {
      const late = now() - SLOW_MS
      for (const link of slow) {
        if (link.behind! > late) continue
        ended++
        link.res.req.socket.destroy()
      }
    },
    size: () => all.size,
    ended: () => ended,
    close() {
      for (const { res } of all) res.end()
    },
  }
}
