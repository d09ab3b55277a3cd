import type { Instant } from '../shared/kit/time.ts'
import type { StreamMessage } from '../shared/ticket/standing.ts'

/** The server gives a sign of life every fifteen seconds; twice missed, nothing stands between us that one could trust. */
const SILENT_MS = 35_000
/** A stream that could not be had is tried again, each time after twice the pause. */
const AGAIN_MS = { first: 30_000, most: 600_000 }
/** A browser has six connections for all tabs of a site: so many of them may be streams, the other tabs read now and then. */
const MOST_STREAMS = 3

/** A ticket's own stream. */
export interface TicketStream {
  /** A message came lately, so what it said is the present. */
  readonly connected: boolean
  /** When the server was last heard, by its own clock; 0 before. */
  readonly heard: Instant
  /** The server's clock as far as it is known. */
  now(): Instant
  /** Looks after the connection: after a sleep, a dead zone or a proxy that keeps everything to itself it is opened anew. */
  look(): void
  stop(): void
}

/**
 * Follows the stream at an address. `open` opens it, `slot` takes one of the streams that a browser may have and gives it back;
 * there is none while `away` says so.
 */
export function followStream(
  url: string,
  heard: (message: StreamMessage) => void,
  {
    open = (at: string): EventSource => new EventSource(at),
    slot = streamSlot,
    away = uncountedAndHidden,
    clock = Date.now,
  }: {
    readonly open?: (url: string) => Pick<EventSource, 'onmessage' | 'onerror' | 'close' | 'readyState'>
    readonly slot?: () => Promise<(() => void) | undefined>
    readonly away?: () => boolean
    readonly clock?: () => number
  } = {},
): TicketStream {
  let source: ReturnType<typeof open> | undefined
  let leave: (() => void) | undefined
  let opening = false
  let stopped = false
  let ahead = 0
  let heardAt = 0
  /** By this phone's clock: when a message came or the stream was opened, and when it may be opened next. */
  let lastAt = clock()
  let nextAt = 0
  let pause = AGAIN_MS.first
  let connected = false

  function close(): void {
    source?.close()
    source = undefined
    connected = false
    leave?.()
    leave = undefined
  }

  function tryLater(): void {
    close()
    nextAt = clock() + pause
    pause = Math.min(2 * pause, AGAIN_MS.most)
  }

  async function start(): Promise<void> {
    opening = true
    leave = await slot()
    opening = false
    if (stopped) return close()
    if (!leave) return tryLater()
    lastAt = clock()
    const own = (source = open(url))
    own.onmessage = ({ data }: MessageEvent<string>) => {
      const message = JSON.parse(data) as StreamMessage
      lastAt = clock()
      pause = AGAIN_MS.first
      ahead = message.now - lastAt
      heardAt = message.now
      connected = true
      if (message.end) stop()
      heard(message)
    }
    own.onerror = () => {
      connected = false
      // Refused for now: no room, or a server that starts. The browser does not ask again by itself.
      if (own.readyState === EventSource.CLOSED && source === own) tryLater()
    }
  }

  function stop(): void {
    stopped = true
    close()
  }

  return {
    get connected() {
      return connected && clock() - lastAt < SILENT_MS
    },
    get heard() {
      return heardAt
    },
    now: () => clock() + ahead,
    look() {
      if (stopped || opening) return
      if (away()) return close()
      if (source && clock() - lastAt >= SILENT_MS) {
        // One that brought something is worth another at once; one that never did is tried later.
        if (connected) close()
        else tryLater()
      }
      if (!source && clock() >= nextAt) void start()
    },
    stop,
  }
}

/** Only pages that came over HTTPS have locks; elsewhere tabs cannot count their streams, and only the one in sight has one. */
function uncountedAndHidden(): boolean {
  return !('locks' in navigator) && document.hidden
}

/** One of the streams that all tabs of this site may have, until it is given back; `undefined` when they are taken. */
async function streamSlot(): Promise<(() => void) | undefined> {
  if (!('locks' in navigator)) return () => {}
  for (let i = 0; i < MOST_STREAMS; i++) {
    const leave = await new Promise<(() => void) | undefined>(taken => {
      void navigator.locks.request(`stream-${i}`, { ifAvailable: true }, lock =>
        lock ? new Promise<void>(done => taken(done)) : taken(undefined),
      )
    })
    if (leave) return leave
  }
  return undefined
}
