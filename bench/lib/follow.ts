import { io } from 'socket.io-client'
import { snapshotOf } from '../../shared/web/snapshot.ts'
import type { JoinReply, EventsMessage } from '../../shared/contracts/live.ts'
import type { Room } from '../../shared/contracts/reach.ts'
import type { QueueDay } from '../../shared/queue/day.ts'
import type { DayEvent } from '../../shared/queue/events.ts'
import { evolve, fold } from '../../shared/queue/evolve.ts'

/** A screen without a screen: joins a room, folds what is pushed, and joins again after a gap or a cut. */
export interface Follower {
  /** Resolves when the room is joined for the first time; rejects when it is refused. */
  readonly joined: Promise<void>
  day(): QueueDay | undefined
  /** When the connection last came to be, by this process's clock. */
  connectedAt(): number
  /** Pushed messages that did not follow on what was known; each was healed by joining again. */
  gaps(): number
  close(): void
}

/** Follows an office; `heard` gets every event once, with the day before it. */
export function follow(
  url: string,
  options: {
    office: string
    audience: Room
    cookies?: string
    heard?: (event: DayEvent, before: QueueDay) => void
  },
): Follower {
  const { office, audience, heard } = options
  const socket = io(url, {
    transports: ['websocket'],
    forceNew: true,
    reconnectionDelay: 100,
    reconnectionDelayMax: 500,
    ...(options.cookies ? { extraHeaders: { cookie: options.cookies } } : {}),
  })
  let day: QueueDay | undefined
  let connectedAt = 0
  let gaps = 0

  function take(events: readonly DayEvent[]): void {
    for (const event of events) {
      if (!day || event.seq <= day.seq) continue
      heard?.(event, day)
      day = evolve(day, event)
    }
  }

  const joined = new Promise<void>((resolve, reject) => {
    function join(): void {
      const known = day ? { known: { date: day.date, seq: day.seq } } : {}
      socket.emit('join', { office, audience, ...known }, (answer: JoinReply) => {
        if (!answer.ok) return reject(new Error(`the room refused: ${answer.code}`))
        if ('events' in answer) take(answer.events)
        else day = caughtUp(day, snapshotOf(answer).day)
        resolve()
      })
    }
    socket.on('connect', () => {
      connectedAt = Date.now()
      join()
    })
    socket.on('day', join)
    socket.on('events', (message: EventsMessage) => {
      if (!day || message.office !== office) return
      if (message.date !== day.date || message.prev > day.seq) {
        gaps++
        return join()
      }
      take(message.events)
    })
  })
  return {
    joined,
    day: () => day,
    connectedAt: () => connectedAt,
    gaps: () => gaps,
    close: () => void socket.disconnect(),
  }
}

/** A snapshot replaces what is known unless it is older. */
function caughtUp(known: QueueDay | undefined, snapshot: QueueDay): QueueDay {
  return known && known.date === snapshot.date && known.seq > snapshot.seq ? known : fold(snapshot, [])
}
