import { createFlight } from './flight.ts'
import { createLines, type Lines } from './lines.ts'

/** Work of guests in one turn of the event loop while the desk is at work. */
const TURN_MS = 8
/** And when it has asked for nothing lately: a rush in the evening is fastest in large parts. */
const IDLE_TURN_MS = 100
const LATELY_MS = 3_000
/** While the desk waits for an answer, one guest in so many milliseconds: slower, never none. */
const GUEST_EVERY_MS = 10
/** At most so long does what can wait give way to the desk. */
const CALM_MS = 10
const MOST_RUNNING = 128
const MOST_OF_ADDRESS = 128
const MOST_WAITING = 1_024
/** A refusal at once would let a crowd spin on refusals. */
const TOLD_AFTER_MS = 1_000
const MOST_TOLD = 1_024
/** Longer than this an act of the desk, or of a guest, does not hold up others. */
const DESK_MS = 500
const GUEST_MS = 1_000
/** Guests let in within one turn, each in a callback of its own. */
const AT_ONCE = 128

/** Somebody whom the office does not know, or what is done for one. */
export interface Guest {
  readonly address: string
  /** Does it; `leave` is called once the answer is made. */
  start(leave: () => void): void
  /** There was no room: told late. */
  refuse(): void
  /** There was no room for a word either. */
  drop(): void
  /** Went away while waiting. */
  gone?(): boolean
  /** Watches over the server: never refused, and first among guests. */
  readonly probe?: boolean
}

/** The order in which work is begun: the desk at once, guests in turn with what time is left. */
export interface Turns {
  /** Counts an act of the desk until the answer is called. */
  desk(): () => void
  guest(guest: Guest): void
  /** Resolves in a turn in which the desk waits for nothing, or after a moment: for work that can be cut into pieces. */
  calm(): Promise<void>
  waiting(): number
  refused(): number
}

/** `now` is a clock that only goes forward; `soon` is the next turn of the event loop. */
export function createTurns(deps: {
  now: () => number
  soon: (run: () => void) => void
  later: (run: () => void, ms: number) => void
}): Turns {
  const { now, soon, later } = deps
  const desk = createFlight(now, DESK_MS)
  const running = createFlight(now, GUEST_MS)
  const guests: Lines<Guest> = createLines()
  const probes: Lines<Guest> = createLines()
  /** When the first guest of this turn was let in without waiting. */
  let turnBegan: number | undefined
  let lastAt = -Infinity
  let deskAt = -Infinity
  let serving = false
  let probed = false
  let toldLater = 0
  let refusals = 0
  const waiting = () => guests.size() + probes.size()

  const budget = () => (now() - deskAt < LATELY_MS ? TURN_MS : IDLE_TURN_MS)

  /** Room for one more in this turn, when nobody is to be preferred. */
  function free(): boolean {
    if (waiting() > 0 || desk.size() > 0 || running.size() >= MOST_RUNNING) return false
    if (turnBegan === undefined) {
      turnBegan = now()
      soon(() => (turnBegan = undefined))
    }
    return now() - turnBegan < budget()
  }

  function start(guest: Guest): void {
    lastAt = now()
    guest.start(running.enter())
  }

  /** The next one who is still there: a probe first, but not twice in a row. */
  function next(): Guest | undefined {
    while (waiting() > 0) {
      probed = probes.size() > 0 && (!probed || guests.size() === 0)
      const guest = (probed ? probes : guests).next()
      if (guest && !guest.gone?.()) return guest
    }
    return undefined
  }

  function serve(): void {
    if (serving) return
    serving = true
    soon(turn)
  }

  /** One callback each, so that the work that a guest begins is done before the clock is read for the next one. */
  function turn(): void {
    const guests = Math.min(waiting(), AT_ONCE)
    let began: number | undefined
    for (let i = 1; i <= guests; i++) soon(() => one((began ??= now()), i === guests))
  }

  function one(began: number, last: boolean): void {
    const pause = desk.size() > 0 ? lastAt + GUEST_EVERY_MS - now() : running.size() >= MOST_RUNNING ? 1 : 0
    if (pause <= 0 && now() - began < budget()) {
      const guest = next()
      if (guest) start(guest)
    }
    if (!last) return
    if (waiting() === 0) serving = false
    else if (pause > 0) later(turn, pause)
    else turn()
  }

  function refuse(guest: Guest): void {
    refusals++
    if (toldLater >= MOST_TOLD) return guest.drop()
    toldLater++
    later(() => {
      toldLater--
      guest.refuse()
    }, TOLD_AFTER_MS)
  }

  return {
    desk() {
      deskAt = now()
      return desk.enter()
    },
    guest(guest) {
      if (free()) return start(guest)
      const lines = guest.probe ? probes : guests
      if (!guest.probe && guests.of(guest.address) >= MOST_OF_ADDRESS) return refuse(guest)
      if (!guest.probe && guests.size() >= MOST_WAITING) {
        const other = guests.yieldTo(guest.address)
        refuse(other ?? guest)
        if (!other) return
      }
      lines.push(guest.address, guest)
      serve()
    },
    calm() {
      const end = now() + CALM_MS
      return new Promise(resolve => {
        const look = () => (desk.size() === 0 || now() >= end ? resolve() : later(look, 1))
        soon(look)
      })
    },
    waiting,
    refused: () => refusals,
  }
}
