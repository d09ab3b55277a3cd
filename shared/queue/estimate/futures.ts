import type { Instant } from '../../kit/time.ts'
import type { Waiting } from '../day.ts'
import { before, placeIn } from '../policy.ts'
import { runAt } from '../steps/planning.ts'

/** Somebody of a played future: in line from `at` on, and with `opens` not called before it unless nobody else waits. */
export interface Comer extends Waiting {
  readonly service: string
  readonly at: Instant
  /** Waits already, so that the future is played until they are called. */
  readonly waits?: true
}

/** Somebody whose call is asked for without their taking anybody's time. */
export interface Ghost extends Comer {
  readonly key: string
}

/** A counter of a played future, free from an instant on. */
export interface Server {
  readonly id: string
  readonly services: readonly string[]
  free: Instant
  /** Whose visit goes on from there once it is free: with the services that come next. */
  readonly sends?: Waiting | undefined
  /** When it really takes its next ticket that could take it at this instant. */
  readonly freeAt: (at: Instant) => Instant
}

/** What a played future asks and tells. */
export interface Hooks {
  /** Milliseconds from a call to the next one, of a call at this instant for services that are done in one go. */
  pace: (services: readonly string[], at: Instant) => number
  called: (no: number, at: Instant) => void
  ghostCalled: (key: string, at: Instant) => void
}

/** Who is first in the lines of a counter, in which line, and at which place. */
interface Found {
  readonly best: Waiting
  readonly from: string
  readonly place: number
}

/** One future: who waits, who comes, who would come, and the counters. */
export interface Future {
  readonly servers: readonly Server[]
  readonly lines: ReadonlyMap<string, readonly Waiting[]>
  readonly comers: readonly Comer[]
  readonly ghosts: readonly Ghost[]
}

/**
 * Plays a future by the call rule until everybody who waits and every ghost has been called: the counter that is free first
 * takes the smallest due of its services, again and again; who is held for a counter (`sentTo`) is taken by that one.
 */
export function play({ servers, lines, comers, ghosts }: Future, hooks: Hooks): void {
  const ready = new Map([...lines].map(([id, line]) => [id, { line: [...line], head: 0 }]))
  // Those who come to be called, and apart from them those who may come before they are.
  const coming = [...comers].sort((a, b) => readyAt(a) - readyAt(b))
  const slotted = comers.filter(c => c.opens !== undefined)
  const calledEarly = new Set<Comer>()
  const pending = new Map<string, Ghost[]>()
  for (const ghost of ghosts) push(pending, ghost.service, ghost)
  let left = ghosts.length + comers.filter(c => c.waits).length
  for (const line of lines.values()) left += line.length
  let arrived = 0

  /** Those whose time has come stand in line from now on. */
  function admit(now: Instant): void {
    for (; arrived < coming.length && readyAt(coming[arrived]!) <= now; arrived++) {
      const comer = coming[arrived]!
      if (calledEarly.has(comer)) continue
      const queue = ready.get(comer.service)
      if (queue) queue.line.splice(placeIn(queue.line, comer, queue.head), 0, comer)
      else ready.set(comer.service, { line: [comer], head: 0 })
    }
  }

  function early(services: readonly string[], now: Instant): Comer | undefined {
    let best: Comer | undefined
    for (const comer of slotted) {
      if (comer.at > now || comer.opens! <= now || calledEarly.has(comer) || !services.includes(comer.service)) continue
      if (!best || before(comer, best)) best = comer
    }
    return best
  }

  function callGhosts(services: readonly string[], now: Instant, best: Waiting | undefined, isEarly: boolean): void {
    for (const service of services) {
      const list = pending.get(service)
      for (let i = 0; list && i < list.length; i++) {
        const ghost = list[i]!
        if (!isTurn(ghost, now, best, isEarly)) continue
        hooks.ghostCalled(ghost.key, now)
        list.splice(i--, 1)
        left--
      }
    }
  }

  /** When somebody comes for whom an idle counter waits. */
  function nextComing(services: readonly string[], now: Instant): Instant {
    let next = Infinity
    for (const { at, service } of slotted) if (at > now && at < next && services.includes(service)) next = at
    for (let i = arrived; i < coming.length; i++) {
      const comer = coming[i]!
      if (readyAt(comer) >= next) break
      if (services.includes(comer.service) && !calledEarly.has(comer)) next = readyAt(comer)
    }
    for (const service of services)
      for (const { at } of pending.get(service) ?? []) if (at > now && at < next) next = at
    return next
  }

  /**
   * Whether somebody waits for another counter that serves their line: where they were sent, or that does more of their visit, is
   * free at this very moment and would take them.
   */
  function isHeld(entry: Waiting, server: Server, service: string, now: Instant): boolean {
    // Asked for each head of each line at each call: those who may be taken by anybody cost nothing.
    if (entry.sentTo === undefined && entry.next === undefined) return false
    const { id, services } = server
    if (isSentElsewhere(entry, id, service)) return true
    const { next } = entry
    if (next === undefined || entry.sentTo === id) return false
    const isBetter = (s: Server) => s.services.includes(service) && runAt(s.services, next) > runAt(services, next)
    return working.some(
      s => s.free <= now && isBetter(s) && firstAt(s, (w, of) => isSentElsewhere(w, s.id, of))?.best === entry,
    )
  }

  function isSentElsewhere({ sentTo }: Waiting, id: string, service: string): boolean {
    if (sentTo === undefined || sentTo === id) return false
    return working.some(s => s.id === sentTo && s.services.includes(service))
  }

  /** The first in the lines of a counter but those who are left to others, with their line and place. */
  function firstAt(server: Server, isLeft: (entry: Waiting, service: string) => boolean): Found | undefined {
    let found: Found | undefined
    for (const from of server.services) {
      const queue = ready.get(from)
      if (!queue) continue
      let place = queue.head
      while (place < queue.line.length && isLeft(queue.line[place]!, from)) place++
      const best = queue.line[place]
      if (best && (!found || before(best, found.best))) found = { best, from, place }
    }
    return found
  }

  /** All that a counter does of a visit in one go, and the line in which the visit stands then. */
  function served({ services }: Server, entry: Waiting, service: string, now: Instant): Instant {
    const { next, no, due } = entry
    const run = runAt(services, next)
    const free = now + hooks.pace([service, ...(next?.slice(0, run) ?? [])], now)
    goesOn({ due, no }, next?.slice(run) ?? [], free)
    return free
  }

  /** The next step of a visit stands in its line from an instant on; what was asked is its present call, and is told once. */
  function goesOn({ due, no }: Pick<Waiting, 'due' | 'no'>, next: readonly string[], at: Instant): void {
    const [service, ...then] = next
    if (service === undefined) return
    const comer = { no: -1 - Math.abs(no), due, service, at, ...(then.length > 0 ? { next: then } : {}) }
    let place = arrived
    while (place < coming.length && readyAt(coming[place]!) <= at) place++
    coming.splice(place, 0, comer)
    for (const s of idle) if (s.services.includes(service)) s.free = Math.min(s.free, s.freeAt(at))
  }

  const working = servers.map(s => ({ ...s, free: s.freeAt(s.free) }))
  /** Those who found nobody, until somebody comes. */
  const idle = new Set<Server>()
  for (const { sends, free } of working) if (sends) goesOn(sends, sends.next ?? [], free)
  while (working.length > 0 && left > 0) {
    const server = working.reduce((a, b) => (b.free < a.free ? b : a))
    const now = server.free
    if (now === Infinity) break
    idle.delete(server)
    admit(now)
    const found = firstAt(server, (entry, service) => isHeld(entry, server, service, now))
    const first = found ? undefined : early(server.services, now)
    const best = found?.best ?? first
    callGhosts(server.services, now, best, first !== undefined)
    if (found) takeFrom(ready.get(found.from)!, found.place)
    else if (first) calledEarly.add(first)
    if (!best) {
      server.free = server.freeAt(nextComing(server.services, now))
      idle.add(server)
      continue
    }
    hooks.called(best.no, now)
    if (!('at' in best) || (best as Comer).waits) left--
    server.free = server.freeAt(served(server, best, found?.from ?? first!.service, now))
  }
}

/** Takes somebody out of a line, whose head is usual. */
function takeFrom(queue: { readonly line: Waiting[]; head: number }, place: number): void {
  if (place > queue.head) queue.line.splice(place, 1)
  else queue.head++
}

/** Whether a ghost would be called before the best of those who really wait. */
function isTurn(ghost: Ghost, now: Instant, best: Waiting | undefined, isEarly: boolean): boolean {
  if (ghost.at > now) return false
  const late = ghost.opens !== undefined && ghost.opens > now
  return !best || (late === isEarly ? !before(best, ghost) : !late)
}

function readyAt({ at, opens }: Comer): Instant {
  return opens === undefined ? at : Math.max(at, opens)
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key)
  if (list) list.push(value)
  else map.set(key, [value])
}
