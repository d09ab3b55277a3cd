import type { DayEvent } from '../../shared/queue/events.ts'

const EVERY_MS = 100
/** So many phones hear in one turn of the event loop; the desk is answered between two. */
const SHARD = 50
/** Phones for which a frame waits one millisecond longer: a crowd hears a little later, and the desk does not notice it. */
const PHONES_PER_MS = 2

/** The public's thousands: events in frames, each told to a part of them at a time. */
export interface Crowd {
  /** Whether anybody of the public follows an office. */
  any(office: string): boolean
  /** The room for one more of an office. */
  roomFor(office: string): string
  /** At once after a quiet moment; what comes within the next frame leaves together, in order. */
  events(office: string, date: string, events: readonly DayEvent[]): void
  /** Tells everybody of the public of an office, in order with all that was told before. */
  tell(office: string, say: (room: string) => void): void
  stop(): void
}

export function createCrowd(deps: {
  readonly members: (room: string) => number
  readonly sockets: () => number
  readonly calm: () => Promise<void>
  readonly send: (room: string, office: string, date: string, events: readonly DayEvent[]) => void
}): Crowd {
  const { members } = deps
  /** Events that wait for their frame, per office and date. */
  const frames = new Map<string, DayEvent[]>()
  const timers = new Set<NodeJS.Timeout>()
  /** What is being told to an office. */
  const telling = new Map<string, Promise<void>>()
  /** Rooms that an office ever had. */
  const shards = new Map<string, number>()
  const room = (office: string, k: number) => `public:${office}:${k}`

  async function round(office: string, say: (room: string) => void): Promise<void> {
    for (let k = 0; k < (shards.get(office) ?? 0); k++) {
      if (members(room(office, k)) === 0) continue
      say(room(office, k))
      await deps.calm()
    }
  }

  function tell(office: string, say: (room: string) => void): Promise<void> {
    const before = telling.get(office)
    const told = before ? before.then(() => round(office, say)) : round(office, say)
    telling.set(office, told)
    void told.then(() => telling.get(office) === told && telling.delete(office))
    return told
  }

  async function sendFrame(key: string, office: string, date: string, events: readonly DayEvent[]): Promise<void> {
    frames.set(key, [])
    await tell(office, to => deps.send(to, office, date, events))
    const timer = setTimeout(
      () => {
        timers.delete(timer)
        const gathered = frames.get(key)!
        frames.delete(key)
        if (gathered.length > 0) void sendFrame(key, office, date, gathered)
      },
      Math.max(EVERY_MS, deps.sockets() / PHONES_PER_MS),
    )
    timers.add(timer)
  }

  return {
    any: office =>
      Array.from({ length: shards.get(office) ?? 0 }, (_, k) => room(office, k)).some(to => members(to) > 0),
    roomFor(office) {
      let k = 0
      while (members(room(office, k)) >= SHARD) k++
      shards.set(office, Math.max(k + 1, shards.get(office) ?? 0))
      return room(office, k)
    },
    events(office, date, events) {
      const key = `${office}/${date}`
      const frame = frames.get(key)
      if (frame) frame.push(...events)
      else void sendFrame(key, office, date, events)
    },
    tell: (office, say) => void tell(office, say),
    stop() {
      for (const timer of timers) clearTimeout(timer)
    },
  }
}
