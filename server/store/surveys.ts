import { createHash } from 'node:crypto'
import { sql, type CompiledQuery } from 'kysely'
import type { Instant, LocalDate } from '../../shared/kit/time.ts'
import { UNKNOWN, type Circumstances } from '../../shared/officer/score/circumstances.ts'
import type { AnswerChannel } from '../../shared/survey/collect/channels.ts'
import type { SkmAnswers } from '../../shared/survey/ikm.ts'
import { BODY_ORDER, type Score } from '../../shared/survey/instruments.ts'
import type { Profile } from '../../shared/survey/profile/profile.ts'
import type { Reason } from '../../shared/survey/rating.ts'
import type { Database } from './open/database.ts'
import type { InvitationsTable } from './schema/tables.ts'
import { profileInsert } from './survey/profiles.ts'
import { heldThen, type Part } from './survey-sums.ts'

/** The right to answer for one finished visit, and what of it was used. */
export interface Invitation {
  readonly ticketId: string
  readonly officeId: string
  readonly date: LocalDate
  readonly serviceId: string
  readonly counterId: string
  readonly officerId: string
  readonly mintedAt: Instant
  readonly rated: boolean
  readonly answered: boolean
  /** Also invited to the nine questions. */
  readonly chosen: boolean
  /** The road on which the invitation went out, where that is known. */
  readonly channel: AnswerChannel | null
}

/** `same`: this request was kept before, with the same content. `used`: another one was. `unknown`: no visit invited to it. */
export type Kept = 'kept' | 'same' | 'used' | 'unknown'

/** `key` is the request's own id; `id` is fresh and random, for it is all that tells the stored answers apart. */
interface Answer {
  readonly key: string
  readonly id: string
  /** Where it came from, counted in the same transaction. */
  readonly source?: CompiledQuery | undefined
  /** How it came, kept in the same transaction. */
  readonly trace?: CompiledQuery | undefined
}

export async function invitation({ kysely }: Database, ticketId: string): Promise<Invitation | undefined> {
  const row = await kysely.selectFrom('invitations').selectAll().where('ticket_id', '=', ticketId).executeTakeFirst()
  return row && invitationOf(row)
}

/** The invitation of the last visit that a counter finished on a date. */
export async function lastInvitation(
  { kysely }: Database,
  office: string,
  date: LocalDate,
  counterId: string,
): Promise<Invitation | undefined> {
  const row = await kysely
    .selectFrom('invitations')
    .selectAll()
    .where('office', '=', office)
    .where('date', '=', date)
    .where('counter_id', '=', counterId)
    .orderBy('minted_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row && invitationOf(row)
}

/** The invitation of a visit went out by message. */
export async function wentByMessage({ kysely }: Database, ticketId: string): Promise<void> {
  await kysely.updateTable('invitations').set({ channel: 'link' }).where('ticket_id', '=', ticketId).execute()
}

/** How many visits of a day invited to the survey, and how many of them were rated by now; never how. */
export async function invitedOn(
  { kysely }: Database,
  office: string,
  date: LocalDate,
  tickets?: readonly string[],
): Promise<{ readonly invited: number; readonly rated: number }> {
  const row = await kysely
    .selectFrom('invitations')
    .select(({ fn }) => [fn.countAll<number>().as('invited'), fn.count<number>('rated_key').as('rated')])
    .where('office', '=', office)
    .where('date', '=', date)
    .$if(tickets !== undefined, q => q.where('ticket_id', 'in', [...tickets!, '']))
    .executeTakeFirstOrThrow()
  return { invited: Number(row.invited), rated: Number(row.rated) }
}

/** How many visits may answer, each once, served in part too: the users of a service, a counter or the whole office over a period. */
export async function invitedVisits({ kysely }: Database, part: Omit<Part, 'officerId'>): Promise<number> {
  const { n } = await kysely
    .selectFrom('invitations')
    .select(({ fn }) => fn.countAll<number>().as('n'))
    .where('date', '>=', part.from)
    .where('date', '<=', part.to)
    .$if(part.officeId !== undefined, q => q.where('office', '=', part.officeId!))
    .$if(part.serviceId !== undefined, q => q.where('service_id', '=', part.serviceId!))
    .$if(part.held !== undefined, q => q.where(heldThen(part.held!)))
    .$if(part.counterId !== undefined, q => q.where('counter_id', '=', part.counterId!))
    .executeTakeFirstOrThrow()
  return n
}

/** A rating as its sender knows it, and nobody else: by the id of the request that brought it. */
export interface GivenRating {
  readonly key: string
  readonly rating: Score
  readonly reasons: readonly Reason[]
}

/**
 * Names the row of a rating. Only who knows the request's id can find it again; nothing that is stored leads from a visit to it.
 */
export function ratingId(ticketId: string, key: string): string {
  return createHash('sha256')
    .update(JSON.stringify(['rating', ticketId, key]))
    .digest('base64url')
    .slice(0, 22)
}

/** Puts a rating in the place of the one that its sender gave before: the visit is counted once, by the later one. */
export async function rateInstead(
  db: Database,
  ticketId: string,
  before: GivenRating,
  { key, rating, reasons }: GivenRating,
): Promise<Kept> {
  const [old, mark] = [markOf(before.key, [before.rating, before.reasons]), markOf(key, [rating, reasons])]
  const claim = db.kysely
    .updateTable('invitations')
    .set({ rated_key: mark })
    .where('ticket_id', '=', ticketId)
    .where('rated_key', '=', old)
    .compile()
  const replace = db.kysely
    .updateTable('ratings')
    .set({ id: ratingId(ticketId, key), rating, reasons: JSON.stringify(reasons) })
    .where('id', '=', ratingId(ticketId, before.key))
    .compile()
  if (await db.claim(claim, [replace])) return 'kept'
  return (await ratedSo(db, ticketId, { key, rating, reasons })) ? 'same' : 'used'
}

/** Whether this very rating, by this very request, is the one that counts for a visit. */
export async function ratedSo(
  { kysely }: Database,
  ticketId: string,
  { key, rating, reasons }: GivenRating,
): Promise<boolean> {
  const visit = await kysely
    .selectFrom('invitations')
    .select('rated_key')
    .where('ticket_id', '=', ticketId)
    .executeTakeFirst()
  return visit?.rated_key === markOf(key, [rating, reasons])
}

/** Keeps the rating of a visit with its circumstances, unknown ones unless given: the first one, once. */
export async function rate(
  db: Database,
  ticketId: string,
  answer: Omit<Answer, 'id'> & { readonly rating: Score; readonly reasons: readonly Reason[] },
  { channel, hour, wait, leftOut }: Circumstances = UNKNOWN,
): Promise<Kept> {
  const values = { id: ratingId(ticketId, answer.key), rating: answer.rating, reasons: JSON.stringify(answer.reasons) }
  return keepOnce(db, ticketId, 'rated_key', answer, [answer.rating, answer.reasons], visit => [
    db.kysely
      .insertInto('ratings')
      .values({ ...values, ...placeOf(visit), officer_id: visit.officer_id, channel, hour, wait, left_out: leftOut })
      .compile(),
  ])
}

/** What somebody filled in. */
interface Questionnaire extends Answer {
  readonly answers: SkmAnswers
  /** The version of the SKM that was asked, and the marks of its further unsur. */
  readonly version?: number | undefined
  readonly extra?: Readonly<Record<string, Score>> | undefined
  readonly suggestion?: string | undefined
  readonly profile?: Profile | undefined
  /** The road by which it came. */
  readonly channel?: AnswerChannel | undefined
}

/** Keeps the nine answers, the suggestion and, apart from them, the profile of a visit: the first ones, once. */
export async function answerSkm(db: Database, ticketId: string, answer: Questionnaire): Promise<Kept> {
  const nine = Object.fromEntries(BODY_ORDER.map(unsur => [unsur, answer.answers[unsur] ?? null]))
  const values = {
    id: answer.id,
    channel: answer.channel ?? null,
    ...(nine as Record<(typeof BODY_ORDER)[number], number | null>),
  }
  const { profile = {}, extra = {} } = answer
  const further = Object.keys(extra).length === 0 ? null : JSON.stringify(extra)
  // Sent without a profile it is the request that a phone of an earlier program repeats.
  const content = [
    ...[nine, answer.suggestion ?? ''],
    ...(Object.keys(profile).length === 0 ? [] : [profile]),
    ...(further === null ? [] : [{ extra }]),
  ]
  const counts = BODY_ORDER.some(unsur => answer.answers[unsur] !== undefined)
  return keepOnce(db, ticketId, 'answered_key', answer, content, visit => [
    db.kysely
      .insertInto('skm_answers')
      .values({
        ...{ ...values, ...placeOf(visit), suggestion: answer.suggestion || null, marks: null, left_out: 0 },
        ...{ version: answer.version || null, extra: further },
      })
      .compile(),
    // A sheet with nothing but a suggestion is not among the respondents.
    ...(counts ? [profileInsert(db, visit, profile)] : []),
  ])
}

async function keepOnce(
  db: Database,
  ticketId: string,
  column: 'rated_key' | 'answered_key',
  { key, source, trace }: Omit<Answer, 'id'>,
  content: readonly unknown[],
  insert: (visit: InvitationsTable) => readonly CompiledQuery[],
): Promise<Kept> {
  const find = () =>
    db.kysely.selectFrom('invitations').selectAll().where('ticket_id', '=', ticketId).executeTakeFirst()
  const visit = await find()
  if (!visit) return 'unknown'
  const mark = markOf(key, content)
  const claim = db.kysely
    .updateTable('invitations')
    .set({ [column]: mark })
    .where('ticket_id', '=', ticketId)
    .where(sql.ref(column), 'is', null)
    .compile()
  if (
    visit[column] === null &&
    (await db.claim(claim, [...insert(visit), ...[source, trace].filter(query => query !== undefined)]))
  )
    return 'kept'
  // Invitations of an earlier program hold the request's id itself.
  return [mark, key].includes((await find())?.[column] ?? '') ? 'same' : 'used'
}

/**
 * Tells one request with its content from every other. The request's id, which only the phone knows, is kept nowhere, so that
 * nobody can try out which content was meant.
 */
function markOf(key: string, content: readonly unknown[]): string {
  return createHash('sha256')
    .update(JSON.stringify([key, content]))
    .digest('base64url')
}

function placeOf({ office, date, service_id, counter_id }: InvitationsTable) {
  return { office, date, service_id, counter_id }
}

function invitationOf(row: InvitationsTable): Invitation {
  return {
    ticketId: row.ticket_id,
    officeId: row.office,
    date: row.date,
    serviceId: row.service_id,
    counterId: row.counter_id,
    officerId: row.officer_id,
    mintedAt: row.minted_at,
    rated: row.rated_key !== null,
    answered: row.answered_key !== null,
    chosen: row.chosen === 1,
    channel: row.channel,
  }
}
