import type { InvitationRow, TicketRow, VisitRow } from '../../server/journal/journal.ts'
import { createSigner } from '../../server/services/identity/secrets.ts'
import { seeded } from '../../shared/kit/random.ts'
import { addDays, atClock, MINUTE, SECOND, weekday, type Instant, type LocalDate } from '../../shared/kit/time.ts'
import type { SkmAnswers } from '../../shared/survey/ikm.ts'
import { UNSUR, type Score } from '../../shared/survey/instruments.ts'
import { entry, invitationRow, taken, ticketRow, visitRow } from './entries.ts'
import type { TestApp, Visitor } from './test-app.ts'

const OFFICE = 'samarinda'
const SERVICES = ['ktp-el', 'kartu-keluarga', 'legalisir'] as const

/** A visit that ended, with the link of its survey. */
export interface Ended {
  readonly at: Instant
  readonly link: string
}

/** Visits of an office that was opened with this key, and questionnaires that come through its door. */
export function answeredMonth(app: TestApp, key: Buffer) {
  const links = createSigner(key, 'survey')
  let no = 0

  /** Visits that end one after another at these moments, each at a counter with its officer. */
  async function visits(date: LocalDate, ended: readonly { at: Instant; counter: number; service?: string }[]) {
    const rows = ended.map(({ at, counter, service = 'ktp-el' }) => {
      no += 1
      const stay = { office: OFFICE, date, service_id: service, counter_id: `${counter}`, officer_id: `p${counter}` }
      const times = {
        queued_at: at - 20 * MINUTE,
        called_at: at - 10 * MINUTE,
        started_at: at - 9 * MINUTE,
        ended_at: at,
      }
      const ticket: TicketRow = ticketRow(no, {
        ...{ office: OFFICE, date, service_id: service, state: 'done', taken_at: at - 20 * MINUTE },
        ...{ queued_at: null, called_at: times.called_at, ended_at: at },
      })
      const visit: VisitRow = visitRow(no, no, { ...stay, ...times, outcome: 'done' })
      const invited: InvitationRow = { ...invitationRow(no, stay), ticket_id: ticket.id, minted_at: at }
      return { ticket, visit, invited, event: { ...taken(no), id: ticket.id } }
    })
    await app.db.journal.append([
      {
        ...entry({ events: rows.map(r => r.event) }),
        ...{ office: OFFICE, date, tickets: rows.map(r => r.ticket) },
        ...{ visits: rows.map(r => r.visit), invitations: rows.map(r => r.invited) },
      },
    ])
    return rows.map(({ ticket, visit }): Ended => ({
      at: visit.ended_at,
      link: `/api/surveys/${links.sign(ticket.id)}`,
    }))
  }

  async function answer(
    { link }: Ended,
    at: Instant,
    of: { who: Visitor; address: string; answers: SkmAnswers; took?: number },
  ) {
    app.clock.now = at
    const { who, address, answers, took = 70 } = of
    return who.post(`${link}/answers`, { answers, took }, { 'x-forwarded-for': address })
  }

  return { visits, answer }
}

/** All nine questions, mostly the one mark and sometimes the one beside it. */
export function marks(random: () => number, usual: Score): SkmAnswers {
  return Object.fromEntries(UNSUR.map(u => [u, random() < 0.3 ? Math.max(1, usual - 1) : usual]))
}

/**
 * An honest month, from a day of it to its last: visits at three counters, three in five of which answer, most on phones of their own in
 * networks that many share, some as families on one phone. Gives how many answered.
 */
export async function honestDays(app: TestApp, key: Buffer, { from, to }: { from: LocalDate; to: LocalDate }) {
  const random = seeded(20_260_630)
  const month = answeredMonth(app, key)
  let answered = 0
  for (let date = from; date <= to; date = addDays(date, 1)) {
    if (weekday(date) === 0 || weekday(date) === 6) continue
    const opened = atClock(date, '08:00', 'WITA')
    const ended = await month.visits(
      date,
      Array.from({ length: 33 }, (_, i) => ({
        ...{ at: opened + Math.round((12 * i + 5 * random()) * MINUTE), counter: 1 + (i % 3) },
        service: SERVICES[Math.floor(random() * SERVICES.length)]!,
      })),
    )
    let family = { who: app.visitor(), left: 0, address: '' }
    for (const visit of ended) {
      if (random() < 0.4) continue
      if (family.left === 0) {
        const shared = random() < 0.5
        const address = shared
          ? `203.0.113.${Math.floor(random() * 4)}`
          : `198.51.${Math.floor(random() * 200)}.${no(random)}`
        family = { who: app.visitor(), left: random() < 0.1 ? 5 : 1, address }
      }
      family.left -= 1
      const at = visit.at + Math.round((20 + 200 * random()) * SECOND)
      const said = { who: family.who, address: family.address, answers: marks(random, random() < 0.5 ? 4 : 3) }
      if ((await month.answer(visit, at, said)).status !== 201) throw new Error('an answer was refused')
      answered += 1
    }
  }
  return answered
}

const no = (random: () => number) => 1 + Math.floor(random() * 250)
