import { sql, type Kysely } from 'kysely'

/** What says what a ticket is for, or for which service, and what ends a visit. */
const SAYS = ['ticketTaken', 'ticketBooked', 'waitlistJoined', 'caseChosen', 'actUndone'] as const
const ENDS = ['ticketFinished', 'ticketSkipped', 'ticketParked', 'ticketTakenOver', 'ticketPutBack', 'holderRefused']
const TYPES = [...SAYS, ...ENDS, 'ticketTransferred']

interface Said {
  readonly serviceId?: string | undefined
  readonly case?: string | undefined
}

interface Happened extends Said {
  readonly seq: number
  readonly type: string
  readonly no: number
  readonly ticket?: Said
}

interface Columns {
  readonly journal: { readonly office: string; readonly date: string; readonly seq: number; type: string; body: string }
  readonly visits: { readonly office: string; readonly date: string; readonly seq: number; case_id: string | null }
}

/** Step `0018-visit-cases`: what each visit was for, so that what is counted of a case is counted of all its visits. */
export async function caseColumns(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('visits').addColumn('case_id', 'text').execute()
  const days = await sql<{ office: string; date: string }>`select distinct office, date from visits`.execute(db)
  for (const day of days.rows) await fromJournal(db as Kysely<Columns>, day.office, day.date)
}

async function fromJournal(db: Kysely<Columns>, office: string, date: string): Promise<void> {
  const rows = await db
    .selectFrom('journal')
    .select('body')
    .where('office', '=', office)
    .where('date', '=', date)
    .where('type', 'in', TYPES)
    .orderBy('seq')
    .execute()
  const known = new Map<number, Said>()
  const visits = new Map<string, number[]>()
  for (const { body } of rows) {
    const { seq, type, no, serviceId, case: said, ticket } = JSON.parse(body) as Happened
    const now = known.get(no) ?? {}
    if (!SAYS.some(says => says === type) && now.case !== undefined)
      visits.set(now.case, [...(visits.get(now.case) ?? []), seq])
    if (type === 'actUndone') known.set(no, ticket ?? {})
    else if (type === 'caseChosen') known.set(no, { serviceId: now.serviceId, case: said })
    // A case is one of its service.
    else if (type === 'ticketTransferred') known.set(no, serviceId === now.serviceId ? now : { serviceId })
    else if (serviceId !== undefined) known.set(no, { serviceId, case: said })
  }
  for (const [id, seqs] of visits)
    await db
      .updateTable('visits')
      .set({ case_id: id })
      .where('office', '=', office)
      .where('date', '=', date)
      .where('seq', 'in', seqs)
      .execute()
}
