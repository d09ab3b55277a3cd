import { quantile } from '../shared/kit/stats.ts'
import { seeded } from '../shared/kit/random.ts'
import { emptyDay, type QueueDay } from '../shared/queue/day.ts'
import type { DayEvent } from '../shared/queue/events.ts'
import { evolve } from '../shared/queue/evolve.ts'
import { nextFor } from '../shared/queue/policy.ts'
import { keptConnections, refusedWith, signedIn, type Client } from './lib/client.ts'
import { HALL, PASSWORD, seedWideHall, wideHall } from './lib/hall.ts'
import { run } from './lib/program.ts'

/** What a race brought to light; every count under `wrong` must be zero. */
export interface RaceResult {
  readonly operations: number
  readonly taken: number
  readonly called: number
  readonly foundNobody: number
  readonly repeats: number
  readonly seconds: number
  readonly p95Ms: number
  readonly wrong: {
    readonly duplicateNumbers: number
    readonly missingNumbers: number
    readonly doubleCalls: number
    readonly calledOutOfOrder: number
    readonly repeatsAnsweredOtherwise: number
    readonly acknowledgedButUnknown: number
    readonly gapsInJournal: number
    readonly otherErrors: number
  }
}

const REPEATED = 0.05

/** `operations` takes and call-nexts from `clients` officers at once over real HTTP, then the journal is examined. */
export async function race(operations: number, clients: number, seed = 1): Promise<RaceResult> {
  const running = await run({ seed: db => seedWideHall(db, clients) })
  const agent = keptConnections(clients)
  try {
    const services = wideHall(clients).services.map(s => s.id)
    const random = seeded(seed)
    const numbers: string[] = []
    const calls: string[] = []
    const times: number[] = []
    let left = operations
    let foundNobody = 0
    let repeats = 0
    let otherwise = 0
    let otherErrors = 0

    /** One act; now and then a double tap, whose two answers must be one. */
    async function act<T extends { ticket: { id: string } }>(ask: (key: string) => Promise<T>): Promise<T> {
      const key = `race-${left}-${random()}`
      const began = performance.now()
      if (random() > REPEATED) {
        const answer = await ask(key)
        times.push(performance.now() - began)
        return answer
      }
      repeats++
      const [first, second] = await Promise.all([ask(key), ask(key)])
      if (first.ticket.id !== second.ticket.id) otherwise++
      return first
    }

    async function take(client: Client): Promise<void> {
      const body = { serviceId: services[Math.floor(random() * services.length)]!, priority: random() < 0.1 }
      const { ticket } = await act(key =>
        client.call('POST /api/offices/:office/tickets', { params: { office: HALL }, body }, key),
      )
      numbers.push(ticket.number)
    }

    async function callNext(client: Client, counter: string): Promise<void> {
      const params = { office: HALL, counter }
      try {
        const { ticket } = await act(key =>
          client.call('POST /api/offices/:office/counters/:counter/call-next', { params, body: {} }, key),
        )
        calls.push(ticket.id)
        await client.call('POST /api/offices/:office/counters/:counter/start', { params, body: {} })
      } catch (error) {
        if (refusedWith(error, 'QUEUE_EMPTY')) foundNobody++
      }
    }

    async function officer(client: Client, counter: string): Promise<void> {
      while (left > 0) {
        left--
        try {
          await (random() < 0.5 ? take(client) : callNext(client, counter))
        } catch {
          otherErrors++
        }
      }
    }

    const officers = await Promise.all(
      Array.from({ length: clients }, (_, i) => signedIn(running.url, agent, `o${i + 1}`, PASSWORD)),
    )
    await Promise.all(
      officers.map((client, i) =>
        client.call('POST /api/offices/:office/counters/:counter/open', {
          params: { office: HALL, counter: `${i + 1}` },
          body: {},
        }),
      ),
    )
    const began = performance.now()
    await Promise.all(officers.map((client, i) => officer(client, `${i + 1}`)))
    const seconds = (performance.now() - began) / 1000

    const { date } = await running.program.days.today(HALL)
    const events = await running.db.journal.read(HALL, date)
    const book = examine(events, emptyDay(HALL, date))
    return {
      operations,
      taken: numbers.length,
      called: calls.length,
      foundNobody,
      repeats,
      seconds,
      p95Ms: quantile(times, 0.95) ?? 0,
      wrong: {
        duplicateNumbers: numbers.length - new Set(numbers).size + book.duplicateNumbers,
        missingNumbers: book.missingNumbers,
        doubleCalls: calls.length - new Set(calls).size + book.doubleCalls,
        calledOutOfOrder: book.calledOutOfOrder,
        repeatsAnsweredOtherwise: otherwise,
        acknowledgedButUnknown: numbers.filter(n => !book.numbers.has(n)).length + Math.abs(book.called - calls.length),
        gapsInJournal: book.gaps,
        otherErrors,
      },
    }
  } finally {
    agent.destroy()
    await running.close()
  }
}

/** Folds the journal again and holds every call against the rule: whoever lost a race got the one after. */
export function examine(events: readonly DayEvent[], empty: QueueDay) {
  const numbers = new Set<string>()
  let [duplicateNumbers, doubleCalls, calledOutOfOrder, gaps, called] = [0, 0, 0, 0, 0]
  let day = empty
  for (const event of events) {
    if (event.seq !== day.seq + 1) gaps++
    if (event.type === 'ticketTaken') {
      if (numbers.has(event.number)) duplicateNumbers++
      numbers.add(event.number)
    }
    if (event.type === 'ticketCalled') {
      called++
      const line = day.counters[event.counterId]?.services ?? []
      if (!Object.values(day.waiting).some(w => w.some(t => t.no === event.no))) doubleCalls++
      else if (nextFor(day, { id: event.counterId, services: line }, event.at)?.no !== event.no) calledOutOfOrder++
    }
    day = evolve(day, event)
  }
  const given = Object.values(day.lastNumber).reduce((sum, n) => sum + n, 0)
  return {
    numbers,
    called,
    duplicateNumbers,
    doubleCalls,
    calledOutOfOrder,
    gaps,
    missingNumbers: given - numbers.size,
  }
}
