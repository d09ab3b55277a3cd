/**
 * Reads a journal by its words alone and says what is wrong with it. It shares no rule with the program: the order of the line,
 * the series of numbers, the places of a slot and the states of a ticket are written down here once more, as the rules of the
 * office tell them.
 */

/** One row of the journal, as it lies in the database. */
export interface Row {
  readonly office: string
  readonly date: string
  readonly seq: number
  readonly body: string
}

type Fields = Readonly<Record<string, unknown>>

interface Line {
  readonly no: number
  readonly id: string | undefined
  readonly service: string
  state: string
  due: number
  opens: number | undefined
  slot: string | undefined
}

/** What a ticket becomes by an event; a ticket that is moved or delayed stays what it is. */
const BECOMES: Readonly<Record<string, string>> = {
  ticketCalled: 'called',
  ticketStarted: 'serving',
  ticketFinished: 'done',
  ticketSkipped: 'missed',
  ticketParked: 'parked',
  ticketReturned: 'waiting',
  ticketTransferred: 'waiting',
  stepFinished: 'waiting',
  ticketCheckedIn: 'waiting',
  ticketCancelled: 'cancelled',
  holderRefused: 'cancelled',
  ticketReleased: 'released',
  ticketUnserved: 'unserved',
  placeOffered: 'offered',
  offerTaken: 'booked',
}
/** From what it may become that, where it is told in the checker's trials. */
const FROM: Readonly<Record<string, readonly string[]>> = {
  ticketCalled: ['waiting'],
  ticketStarted: ['called'],
  ticketFinished: ['called', 'serving'],
  ticketSkipped: ['called'],
  ticketCheckedIn: ['booked', 'released'],
  ticketUnserved: ['booked', 'waiting', 'called', 'parked'],
  ticketCancelled: ['waiting', 'booked', 'missed', 'parked', 'waitlisted', 'offered', 'released'],
}

/** Faults by their kind; every count must be zero. */
export interface Faults {
  gapsInJournal: number
  clockGoesBack: number
  commandsTwice: number
  commandsWithoutDigest: number
  numbersTwice: number
  numbersLeftOut: number
  ticketsTwice: number
  impossibleSteps: number
  calledOutOfOrder: number
  slotsOverfull: number
  phonesWithTwoHolds: number
}

export interface Ledger {
  readonly events: number
  readonly calls: number
  readonly faults: Faults
  /** The state of every ticket that has an id, at the end. */
  readonly states: ReadonlyMap<string, string>
  /** The types of the events of each command, by office, date and id. */
  readonly commands: ReadonlyMap<string, readonly string[]>
  /** The tickets that a command touched. */
  readonly tickets: ReadonlyMap<string, ReadonlySet<string>>
  /** The last number of each day. */
  readonly last: ReadonlyMap<string, number>
}

/** The name of a command in `commands` and `tickets`. */
export const commandOf = (office: string, date: string, id: string) => `${office} ${date} ${id}`

/** Reads rows that are sorted by office, date and `seq`. */
export function readLedger(rows: Iterable<Row>): Ledger {
  const faults: Faults = {
    gapsInJournal: 0,
    clockGoesBack: 0,
    commandsTwice: 0,
    commandsWithoutDigest: 0,
    numbersTwice: 0,
    numbersLeftOut: 0,
    ticketsTwice: 0,
    impossibleSteps: 0,
    calledOutOfOrder: 0,
    slotsOverfull: 0,
    phonesWithTwoHolds: 0,
  }
  const states = new Map<string, string>()
  const commands = new Map<string, string[]>()
  const tickets = new Map<string, Set<string>>()
  const last = new Map<string, number>()
  let [events, calls] = [0, 0]
  let day = newDay('')
  const close = () => {
    faults.numbersLeftOut += leftOut(day.walkIns)
    for (const line of day.lines) if (line.id !== undefined) states.set(line.id, line.state)
  }
  for (const { office, date, seq, body } of rows) {
    const key = `${office} ${date}`
    if (key !== day.key) {
      close()
      day = newDay(key)
    }
    const event = JSON.parse(body) as Fields
    events++
    if (event['type'] === 'ticketCalled') calls++
    if (seq !== (last.get(key) ?? 0) + 1 || event['seq'] !== seq) faults.gapsInJournal++
    last.set(key, seq)
    const at = event['at'] as number
    if (at < day.at) faults.clockGoesBack++
    day.at = at
    const name = commandOf(office, date, event['commandId'] as string)
    if (event['asked'] === undefined) faults.commandsWithoutDigest++
    if (name !== day.command && commands.has(name)) faults.commandsTwice++
    day.command = name
    if (!commands.has(name)) commands.set(name, [])
    commands.get(name)!.push(event['type'] as string)
    read(day, event, faults)
    const id = typeof event['no'] === 'number' ? day.lines[event['no']]?.id : undefined
    if (id !== undefined) tickets.set(name, (tickets.get(name) ?? new Set()).add(id))
  }
  close()
  return { events, calls, faults, states, commands, tickets, last }
}

interface Day {
  readonly key: string
  at: number
  command: string
  readonly lines: Line[]
  readonly waiting: Set<Line>
  readonly counters: Map<string, readonly string[]>
  /** Places of each slot by service and beginning, as the plan has them. */
  places: Map<string, number>
  readonly used: Map<string, number>
  readonly ids: Set<string>
  readonly numbers: Set<string>
  /** Numbers given to walk-ins, by letter. */
  readonly walkIns: Map<string, number[]>
  /** Until when a hold lives, by its id and its event. */
  readonly holds: Map<string, Map<number, number>>
}

function newDay(key: string): Day {
  return {
    key,
    at: 0,
    command: '',
    lines: [],
    waiting: new Set(),
    counters: new Map(),
    places: new Map(),
    used: new Map(),
    ids: new Set(),
    numbers: new Set(),
    walkIns: new Map(),
    holds: new Map(),
  }
}

function read(day: Day, event: Fields, faults: Faults): void {
  const type = event['type'] as string
  switch (type) {
    case 'dayPlanned':
      return void (day.places = placesOf(event['plan'] as Fields))
    case 'counterOpened':
      return void day.counters.set(event['counterId'] as string, event['services'] as string[])
    case 'slotHeld':
    case 'holdEnded':
      return hold(day, event, faults)
    case 'ticketTaken':
    case 'ticketBooked':
    case 'waitlistJoined':
      return come(day, event, faults)
  }
  const line = typeof event['no'] === 'number' ? day.lines[event['no']] : undefined
  if (!line) return
  if (FROM[type] && !FROM[type].includes(line.state)) faults.impossibleSteps++
  if (type === 'ticketCalled' && nextOf(day, event) !== line) faults.calledOutOfOrder++
  if (type === 'ticketRescheduled') return moved(day, line, event, faults)
  if (type === 'ticketCancelled' && line.state === 'booked') use(day, line.slot, -1, faults)
  if (typeof event['due'] === 'number') line.due = event['due']
  if (type === 'ticketCheckedIn') line.opens = event['opens'] as number | undefined
  line.state = BECOMES[type] ?? line.state
  if (line.state === 'waiting') day.waiting.add(line)
  else day.waiting.delete(line)
}

/** A ticket that is new: its place, its number and its id are its own. */
function come(day: Day, event: Fields, faults: Faults): void {
  const type = event['type']
  const number = event['number'] as string
  const id = event['id'] as string | undefined
  if (event['no'] !== day.lines.length || (id !== undefined && day.ids.has(id))) faults.ticketsTwice++
  if (id !== undefined) day.ids.add(id)
  if (day.numbers.has(number)) faults.numbersTwice++
  day.numbers.add(number)
  const [letter, digits] = number.split('-') as [string, string]
  if (type === 'ticketTaken') day.walkIns.set(letter, [...(day.walkIns.get(letter) ?? []), Number(digits)])
  const service = event['serviceId'] as string
  const slot = event['slot'] as { start: number } | undefined
  const line: Line = {
    no: event['no'] as number,
    id,
    service,
    state: type === 'ticketTaken' ? 'waiting' : type === 'ticketBooked' ? 'booked' : 'waitlisted',
    due: (event['due'] as number | undefined) ?? 0,
    opens: undefined,
    slot: slot && `${service} ${slot.start}`,
  }
  day.lines[line.no] = line
  if (line.state === 'waiting') day.waiting.add(line)
  if (type !== 'ticketBooked') return
  if (typeof event['held'] === 'number') day.holds.get(event['holdId'] as string)?.delete(event['held'])
  use(day, line.slot, 1, faults)
}

function moved(day: Day, line: Line, event: Fields, faults: Faults): void {
  use(day, line.slot, -1, faults)
  line.slot = `${line.service} ${(event['slot'] as { start: number }).start}`
  line.due = event['due'] as number
  use(day, line.slot, 1, faults)
}

function use(day: Day, slot: string | undefined, by: number, faults: Faults): void {
  if (slot === undefined) return
  const used = (day.used.get(slot) ?? 0) + by
  day.used.set(slot, used)
  if (by > 0 && used > (day.places.get(slot) ?? 0)) faults.slotsOverfull++
}

/** One phone holds one place of a day at a time. */
function hold(day: Day, event: Fields, faults: Faults): void {
  const id = event['holdId'] as string
  const own = day.holds.get(id) ?? new Map<number, number>()
  day.holds.set(id, own)
  if (event['type'] === 'holdEnded') return void own.delete(event['held'] as number)
  if ([...own.values()].some(until => until > (event['at'] as number))) faults.phonesWithTwoHolds++
  own.set(event['seq'] as number, event['until'] as number)
}

/** Who is next at a counter: the smallest due of its services, then who came first; early comers when nobody else waits. */
function nextOf(day: Day, event: Fields): Line | undefined {
  const services = day.counters.get(event['counterId'] as string) ?? []
  const at = event['at'] as number
  const rank = (line: Line) => (line.opens !== undefined && line.opens > at ? 1 : 0)
  let best: Line | undefined
  for (const line of day.waiting) {
    if (!services.includes(line.service)) continue
    const order = best && (rank(line) - rank(best) || line.due - best.due || line.no - best.no)
    if (order === undefined || order < 0) best = line
  }
  return best
}

function placesOf(plan: Fields): Map<string, number> {
  const starts = (plan['slots'] as { starts: number[] } | undefined)?.starts ?? []
  const services = plan['services'] as { id: string; booking?: { places: number[] } }[]
  return new Map(
    services.flatMap(s => starts.map((start, i) => [`${s.id} ${start}`, s.booking?.places[i] ?? 0] as const)),
  )
}

/** Numbers of walk-ins begin at one and leave none out. */
function leftOut(walkIns: ReadonlyMap<string, readonly number[]>): number {
  return [...walkIns.values()].reduce((sum, numbers) => sum + numbers.filter((n, i) => n !== i + 1).length, 0)
}
