import { AppError } from '../../shared/kit/errors.ts'
import { ticketsOf, type Ticket } from '../../shared/queue/day.ts'
import type { Citizen } from '../../shared/rehearsal/citizens.ts'
import type { Program } from '../compose/compose.ts'
import { randomId } from '../services/identity/secrets.ts'

/** A citizen who has come; without a ticket where none was given. */
interface Came {
  readonly citizen: Citizen
  readonly at: number
  readonly ticket?: { readonly id: string; readonly token: string }
  /** They have left, or said what they think. */
  done: boolean
}

/** Lets made-up citizens come to the hall of a program: numbers are taken in it, and all else they do by their own links. */
export function createPlay(
  program: Pick<Program, 'app' | 'days' | 'queue'>,
  office: string,
  citizens: readonly Citizen[],
) {
  const came: Came[] = []

  async function comes(citizen: Citizen, at: number): Promise<void> {
    const { serviceId, priority } = citizen
    try {
      const { ticket, token } = await program.queue.take(
        office,
        { id: randomId(), by: 'system' },
        { serviceId, priority },
      )
      came.push({ citizen, at, ticket: { id: ticket.id, token }, done: false })
    } catch (error) {
      if (!(error instanceof AppError)) throw error
      // A service that the office has closed meanwhile: they go home.
      came.push({ citizen, at, done: true })
    }
  }

  async function acts(who: Came, { state, id }: Ticket, at: number): Promise<void> {
    const { leaves, rating } = who.citizen
    if (state === 'waiting' && leaves !== null && at >= who.at + leaves) {
      who.done = true
      await post(`/api/tickets/${who.ticket!.token}/cancel`, {})
    } else if (state === 'done') {
      who.done = true
      if (rating !== null) await post(`/api/surveys/${program.queue.surveyPath(id!).slice(3)}/rating`, { rating })
    }
  }

  const post = (path: string, body: object) =>
    program.app.request(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': randomId() },
      body: JSON.stringify(body),
    })

  return {
    came: () => came.length,
    /** Everybody whose time has come acts, so long after the beginning. */
    async until(elapsed: number): Promise<void> {
      for (const citizen of citizens.slice(came.length)) {
        if (citizen.after > elapsed) break
        await comes(citizen, elapsed)
      }
      const waiting = came.filter(c => !c.done)
      if (waiting.length === 0) return
      const tickets = new Map([...ticketsOf(await program.days.today(office))].map(t => [t.id, t]))
      for (const who of waiting) {
        const ticket = tickets.get(who.ticket!.id)
        if (ticket) await acts(who, ticket, elapsed)
      }
    },
    /** Who is waiting in the hall and who was served, made up or not. */
    async hall() {
      const tickets = [...ticketsOf(await program.days.today(office))]
      const of = (state: Ticket['state']) => tickets.filter(t => t.state === state).length
      return { waiting: of('waiting'), served: of('done') }
    },
  }
}

export type Play = ReturnType<typeof createPlay>

/** How a rehearsal runs: how long at most, and how many times as fast as its plan its citizens come. */
export interface Pace {
  readonly lastsMs: number
  readonly speed: number
}
