import type { CompiledQuery } from 'kysely'
import { OPEN_STATES, type Application, type ApplicationState } from '../../shared/documents/application.ts'
import type { NewDate } from '../../shared/documents/delay.ts'
import type { Instant, LocalDate } from '../../shared/kit/time.ts'
import { newsQuery } from './document-news.ts'
import type { ApplicationsTable, ApplicationStepsTable } from './schema/application-tables.ts'
import type { Database, Flush, Rows } from './open/database.ts'

/** Who does a step, under which command. */
export interface Doer {
  readonly who: string
  readonly commandId: string
}

/** One step of the history. */
export type StoredStep = Omit<ApplicationStepsTable, 'application_id' | 'command_id'>

/** `done`: this step was taken now. `beaten`: somebody was first, or the command was known; look again. */
export type Taken = 'done' | 'beaten'

/** Opens the file of a service of a ticket unless it has one; of many who try at once, one opens it. */
export async function insertApplication(
  db: Database,
  application: Application,
  doer: Doer,
  flush?: Flush,
): Promise<boolean> {
  const first = db.kysely
    .insertInto('applications')
    .values(rowOf(application))
    .onConflict(known => known.column('part_key').doNothing())
    .compile()
  return claimed(db, first, [stepQuery(db, application, null, application.openedAt, doer)], doer, flush)
}

/** Takes the files of services back that have not been done after all; one that somebody has worked on stays. */
export async function withdrawApplications(
  { kysely }: Database,
  ticketId: string,
  services: readonly string[],
): Promise<void> {
  await kysely
    .deleteFrom('applications')
    .where('ticket_id', '=', ticketId)
    .where('service_id', 'in', [...services])
    .where('steps', '=', 0)
    .execute()
}

/** Writes a step from `before` to `after`, if the application still stands as it stood in `before`; its news is due at `newsAt`. */
export async function takeStep(
  db: Database,
  before: Application,
  after: Application,
  doer: Doer,
  newsAt: Instant | undefined,
): Promise<Taken> {
  const { id: _id, ticket_id: _ticket, part_key: _part, ...changed } = rowOf(after)
  const first = db.kysely
    .updateTable('applications')
    .set(changed)
    .where('id', '=', before.id)
    .where('state', '=', before.state)
    .where('steps', '=', before.steps)
    .compile()
  // A new date leaves the state as it was.
  const given = after.delay !== null && after.delay !== before.delay ? after.delay : undefined
  const step = stepQuery(db, after, before.state, given?.at ?? after.changedAt, doer, given)
  const news = newsAt === undefined ? [] : [newsQuery(db, { application_id: after.id, step: after.steps, due: newsAt })]
  return (await claimed(db, first, [step, ...news], doer)) ? 'done' : 'beaten'
}

/** A claim that also loses where its command took a step elsewhere in the same instant. */
async function claimed(db: Database, first: CompiledQuery, then: Rows, { commandId }: Doer, flush?: Flush) {
  try {
    return await db.claim(first, then, flush)
  } catch (error) {
    if (await stepByCommand(db, commandId)) return false
    throw error
  }
}

export async function applicationById(db: Database, id: string): Promise<Application | undefined> {
  const row = await files(db).where('a.id', '=', id).executeTakeFirst()
  return row && applicationOf(row)
}

/** The files of a visit, one for each of its documents, in the order in which they were opened. */
export async function applicationsOfTicket(db: Database, ticketId: string): Promise<readonly Application[]> {
  const rows = await files(db).where('a.ticket_id', '=', ticketId).orderBy('a.opened_at').orderBy('a.id').execute()
  return rows.map(applicationOf)
}

/** The step that a command brought about, with its application. */
export async function stepByCommand({ kysely }: Database, commandId: string) {
  return kysely
    .selectFrom('application_steps')
    .select(['application_id', 'step', 'who', 'to_state', 'reason', 'new_date', 'cause', 'note'])
    .where('command_id', '=', commandId)
    .executeTakeFirst()
}

/** The step of an application by its number. */
export async function stepAt({ kysely }: Database, id: string, step: number) {
  return kysely
    .selectFrom('application_steps')
    .select(['new_date'])
    .where('application_id', '=', id)
    .where('step', '=', step)
    .executeTakeFirst()
}

/** The history of an application, oldest first. */
export async function stepsOf({ kysely }: Database, id: string): Promise<readonly StoredStep[]> {
  return kysely
    .selectFrom('application_steps')
    .select(['step', 'at', 'who', 'from_state', 'to_state', 'reason', 'new_date', 'cause', 'note'])
    .where('application_id', '=', id)
    .orderBy('step')
    .execute()
}

/** How many of the applications that are looked for stand in each state. */
export async function countApplications(
  db: Database,
  asked: Sought,
): Promise<Readonly<Partial<Record<ApplicationState, number>>>> {
  const counted = sought(db, asked).clearSelect().groupBy('a.state')
  const rows = await counted.select(q => ['a.state', q.fn.countAll<number>().as('n')]).execute()
  return Object.fromEntries(rows.map(row => [row.state, row.n]))
}

/** Applications of an office by state, number, service and time, the earliest promise first; of those handed over the last first. */
export async function listApplications(
  db: Database,
  asked: Sought & {
    readonly states: readonly ApplicationState[]
    /** All of them where nothing is said. */
    readonly limit?: number | undefined
  },
): Promise<readonly Application[]> {
  const { states, limit } = asked
  const past = states.length === 1 && states[0] === 'handedOver'
  const rows = await sought(db, asked)
    .where('a.state', 'in', [...states])
    .orderBy(past ? 'a.handed_at' : 'a.promised_on', past ? 'desc' : 'asc')
    .orderBy('a.opened_at')
    .orderBy('a.number')
    .$if(limit !== undefined, q => q.limit(limit!))
    .execute()
  return rows.map(applicationOf)
}

/** Applications, of some services where they are named, promised from one date to another, both included, and those still open whenever they were promised. */
export async function applicationsPromised(
  db: Database,
  office: string,
  from: LocalDate,
  to: LocalDate,
): Promise<readonly Application[]> {
  const rows = await sought(db, { office })
    .where(q =>
      q.or([
        q.and([q('a.promised_on', '>=', from), q('a.promised_on', '<=', to)]),
        q('a.state', 'in', [...OPEN_STATES]),
      ]),
    )
    .execute()
  return rows.map(applicationOf)
}

/** Applications, each with the date of its visit. */
function files({ kysely }: Database) {
  const joined = kysely.selectFrom('applications as a').innerJoin('tickets as t', 't.id', 'a.ticket_id')
  return joined.selectAll('a').select('t.date as visited_on')
}

interface Sought {
  readonly office: string
  /** These and no others. */
  readonly ids?: readonly string[] | undefined
  /** Of any of these services and no others. */
  readonly services?: readonly string[] | undefined
  /** Part of the number, in capitals, of letters, digits and hyphens only. */
  readonly number?: string | undefined
  readonly service?: string | undefined
  readonly visitedOn?: LocalDate | undefined
  /** Only what the office owes and promised before this date. */
  readonly owedBefore?: LocalDate | undefined
}

/** What is looked for, in whatever state. */
function sought(db: Database, { office, ids, number, service, services, visitedOn, owedBefore }: Sought) {
  return files(db)
    .where('a.office', '=', office)
    .$if(ids !== undefined, q => q.where('a.id', 'in', [...ids!]))
    .$if(number !== undefined, q => q.where('a.number', 'like', `%${number}%`))
    .$if(service !== undefined, q => q.where('a.service_id', '=', service!))
    .$if(services !== undefined, q => q.where('a.service_id', 'in', [...services!, '']))
    .$if(visitedOn !== undefined, q => q.where('t.date', '=', visitedOn!))
    .$if(owedBefore !== undefined, q =>
      q.where('a.promised_on', '<', owedBefore!).where('a.ready_at', 'is', null).where('a.state', '!=', 'returned'),
    )
}

/** A finished visit whose ticket may have a file; `result` says how it ended where it was not complete. */
export async function finishedTicket({ kysely }: Database, ticketId: string) {
  return (
    kysely
      .selectFrom('invitations')
      .innerJoin('tickets', 'tickets.id', 'invitations.ticket_id')
      .innerJoin('visits', join =>
        join
          .onRef('visits.office', '=', 'tickets.office')
          .onRef('visits.date', '=', 'tickets.date')
          .onRef('visits.no', '=', 'tickets.no')
          .on('visits.outcome', '=', 'done'),
      )
      .select([
        'invitations.office as officeId',
        'invitations.date as date',
        'invitations.service_id as serviceId',
        // Of a visit to several desks, whoever ended it.
        'visits.officer_id as officerId',
        'invitations.minted_at as finishedAt',
        'tickets.number as number',
        'visits.result as result',
      ])
      .where('invitations.ticket_id', '=', ticketId)
      // A visit whose end was taken back keeps the rating that came before.
      .where('tickets.state', '=', 'done')
      .executeTakeFirst()
  )
}

function stepQuery(
  { kysely }: Database,
  after: Application,
  from: ApplicationState | null,
  at: number,
  { who, commandId }: Doer,
  given?: NewDate,
) {
  return kysely
    .insertInto('application_steps')
    .values({
      application_id: after.id,
      step: after.steps,
      at,
      who,
      from_state: from,
      to_state: after.state,
      reason: after.reason,
      new_date: given?.date ?? null,
      cause: given?.cause ?? null,
      note: given?.note ?? null,
      command_id: commandId,
    })
    .compile()
}

function rowOf(a: Application): ApplicationsTable {
  return {
    id: a.id,
    ticket_id: a.ticketId,
    part_key: `${a.ticketId} ${a.serviceId}`,
    office: a.officeId,
    service_id: a.serviceId,
    officer_id: a.officerId,
    number: a.number,
    opened_at: a.openedAt,
    promised_on: a.promisedOn,
    working_days: a.workingDays,
    state: a.state,
    before_state: a.before,
    reason: a.reason,
    changed_at: a.changedAt,
    ready_at: a.readyAt,
    handed_at: a.handedAt,
    delayed_to: a.delay?.date ?? null,
    delay_cause: a.delay?.cause ?? null,
    delay_note: a.delay?.note ?? null,
    delayed_at: a.delay?.at ?? null,
    steps: a.steps,
  }
}

function delayOf(row: ApplicationsTable): Application['delay'] {
  const { delayed_to: date, delay_cause: cause, delay_note: note, delayed_at: at } = row
  return date === null || cause === null || at === null ? null : { date, cause, note, at }
}

function applicationOf(row: ApplicationsTable & { readonly visited_on: LocalDate }): Application {
  return {
    id: row.id,
    ticketId: row.ticket_id,
    officeId: row.office,
    serviceId: row.service_id,
    officerId: row.officer_id,
    number: row.number,
    visitedOn: row.visited_on,
    openedAt: row.opened_at,
    promisedOn: row.promised_on,
    workingDays: row.working_days,
    state: row.state,
    before: row.before_state,
    reason: row.reason,
    changedAt: row.changed_at,
    readyAt: row.ready_at,
    handedAt: row.handed_at,
    delay: delayOf(row),
    steps: row.steps,
  }
}
