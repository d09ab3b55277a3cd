import { expect, it } from 'vitest'
import { sql } from 'kysely'
import { JournalClash } from '../../server/journal/journal.ts'
import { newestEvent } from '../../server/store/newest-event.ts'
import { ticketById, ticketsBetween } from '../../server/store/tickets.ts'
import { visitsBetween } from '../../server/store/visits.ts'
import { invitation } from '../../server/store/surveys.ts'
import { DEFAULT_RULES, DEFAULT_TIMES } from '../../shared/queue/whole-plan.ts'
import { overDialects } from '../helpers/dialects.ts'
import { DATE, entry, invitationRow, OFFICE, taken, ticketId, ticketRow, visitRow } from '../helpers/entries.ts'

overDialects('the journal', store => {
  const journal = () => store.db.journal

  it('tells the events of a day in their order, exactly as they were written', async () => {
    await journal().append([entry({ events: [taken(1), taken(2)] })])
    await journal().append([entry({ events: [taken(3)] })])
    expect(await journal().read(OFFICE, DATE)).toEqual([taken(1), taken(2), taken(3)])
  })

  it('tells a plan that was written before a setting was known with its default', async () => {
    const plan = { ...DEFAULT_RULES, doors: null, services: [], counters: [], slots: { starts: [], ...DEFAULT_TIMES } }
    const { returnPlaces: _p, slots, ...earlier } = plan
    const { graceMs: _g, ...times } = slots
    const written = JSON.stringify({ seq: 1, at: 0, type: 'dayPlanned', plan: { ...earlier, slots: times } })
    const head = { office: OFFICE, date: DATE, seq: 1, at: 0, type: 'dayPlanned', command_id: null, body: written }
    await store.db.kysely.insertInto('journal').values(head).execute()
    expect(await journal().read(OFFICE, DATE)).toEqual([{ seq: 1, at: 0, type: 'dayPlanned', plan }])
  })

  it('tells only what came after an event when asked', async () => {
    await journal().append([entry({ events: Array.from({ length: 12 }, (_, i) => taken(i + 1)) })])
    expect((await journal().read(OFFICE, DATE, 9)).map(e => e.seq)).toEqual([10, 11, 12])
  })

  it('tells the instant of its newest event, of whatever office and day', async () => {
    const { db } = store
    expect(await newestEvent(db)).toBeUndefined()
    for (const id of [OFFICE, 'lain']) await db.kysely.insertInto('offices').values({ id, settings: '{}' }).execute()
    expect(await newestEvent(db)).toBeUndefined()
    const last = taken(3).at
    await journal().append([
      entry({ date: '2026-06-08', events: [taken(1)] }),
      entry({ events: [taken(1), taken(2), taken(3)] }),
      entry({ date: '2026-07-10', events: [taken(1)] }),
      entry({ office: 'lain', events: [taken(1)] }),
    ])
    expect(await newestEvent(db)).toBe(last)
    await journal().append([entry({ office: 'lain', events: [{ ...taken(2), at: last + 1 }] })])
    expect(await newestEvent(db)).toBe(last + 1)
  })

  it('keeps offices and dates apart', async () => {
    await journal().append([
      entry({ events: [taken(1)] }),
      entry({ office: 'lain', events: [taken(1), taken(2)] }),
      entry({ date: '2026-06-10', events: [taken(1)] }),
    ])
    expect(await journal().read(OFFICE, DATE)).toHaveLength(1)
    expect(await journal().read('lain', DATE)).toHaveLength(2)
    expect(await journal().read('lain', '2026-06-10')).toEqual([])
  })

  it('outlives the process that wrote it', async () => {
    await journal().append([entry({ events: [taken(1)], tickets: [ticketRow(0)] })])
    const again = await store.reopen()
    expect(await again.journal.read(OFFICE, DATE)).toEqual([taken(1)])
    expect(await ticketsBetween(again, OFFICE, DATE, DATE)).toHaveLength(1)
  })

  it('refuses a second event with the same seq, and keeps nothing of its batch', async () => {
    await journal().append([entry({ events: [taken(1)], tickets: [ticketRow(0)] })])
    const late = entry({
      events: [{ ...taken(1), commandId: 'other' }],
      tickets: [ticketRow(0, { state: 'called', called_at: 5 }), ticketRow(1)],
      visits: [visitRow(0, 1)],
      invitations: [invitationRow(0)],
    })
    await expect(journal().append([late])).rejects.toBeInstanceOf(JournalClash)
    expect(await journal().read(OFFICE, DATE)).toEqual([taken(1)])
    expect(await ticketsBetween(store.db, OFFICE, DATE, DATE)).toMatchObject([
      { ...ticketRow(0), first_called_at: null },
    ])
    expect(await visitsBetween(store.db, OFFICE, DATE, DATE)).toEqual([])
    expect(await invitation(store.db, ticketId(0))).toBeUndefined()
  })

  it('keeps no office of a batch when one of them clashes', async () => {
    await journal().append([entry({ events: [taken(1)] })])
    const batch = [entry({ office: 'lain', events: [taken(1)], tickets: [ticketRow(0, { office: 'lain' })] })]
    await expect(journal().append([...batch, entry({ events: [taken(1)] })])).rejects.toBeInstanceOf(JournalClash)
    expect(await journal().read('lain', DATE)).toEqual([])
    expect(await ticketsBetween(store.db, 'lain', DATE, DATE)).toEqual([])
  })

  it('lets one of many win the same place, and tells every other one', async () => {
    const bids = Array.from({ length: 12 }, (_, i) =>
      journal().append([entry({ events: [{ ...taken(1), commandId: `bid-${i}` }], tickets: [ticketRow(0)] })]),
    )
    const results = await Promise.allSettled(bids)
    expect(results.filter(r => r.status === 'fulfilled')).toHaveLength(1)
    for (const r of results) if (r.status === 'rejected') expect(r.reason).toBeInstanceOf(JournalClash)
    expect(await journal().read(OFFICE, DATE)).toHaveLength(1)
  })

  it('goes on after a clash', async () => {
    await journal().append([entry({ events: [taken(1)] })])
    await journal()
      .append([entry({ events: [taken(1)] })])
      .catch(() => undefined)
    await journal().append([entry({ events: [taken(2)] })])
    expect((await journal().read(OFFICE, DATE)).map(e => e.seq)).toEqual([1, 2])
  })

  it('does not take another fault for a clash', async () => {
    await journal().append([entry({ events: [taken(1)], visits: [visitRow(0, 1)] })])
    const fault = journal().append([entry({ events: [taken(2)], visits: [visitRow(0, 1)] })])
    await expect(fault).rejects.toThrow()
    await expect(fault).rejects.not.toBeInstanceOf(JournalClash)
    expect(await journal().read(OFFICE, DATE)).toHaveLength(1)
  })

  it('writes visits and invitations beside their events', async () => {
    const rows = {
      tickets: [ticketRow(0, { state: 'done' })],
      visits: [visitRow(0, 1)],
      invitations: [invitationRow(0)],
    }
    await journal().append([entry({ events: [taken(1)], ...rows })])
    const [visit, ...more] = await visitsBetween(store.db, OFFICE, DATE, DATE)
    const { ticket_left_part, clock_wrong, ...row } = visit!
    const marks = [ticket_left_part, clock_wrong].map(Boolean)
    const known = { ...visitRow(0, 1), ticket_state: 'done', slot_start: null }
    expect([row, marks, more]).toEqual([known, [false, false], []])
    expect(await invitation(store.db, ticketId(0))).toMatchObject({ officerId: 'p1', rated: false, answered: false })
  })

  it('brings the row of a ticket up to date and remembers its first call', async () => {
    const row = async () => (await ticketsBetween(store.db, OFFICE, DATE, DATE))[0]
    await journal().append([entry({ events: [taken(1)], tickets: [ticketRow(0)] })])
    expect(await row()).toMatchObject({ state: 'waiting', called_at: null, first_called_at: null })
    await journal().append([entry({ tickets: [ticketRow(0, { state: 'called', called_at: 70 })] })])
    await journal().append([entry({ tickets: [ticketRow(0, { state: 'waiting', service_id: 'kk', called_at: 70 })] })])
    await journal().append([entry({ tickets: [ticketRow(0, { state: 'done', called_at: 90, ended_at: 99 })] })])
    expect(await row()).toMatchObject({
      ...ticketRow(0, { state: 'done', called_at: 90, ended_at: 99 }),
      first_called_at: 70,
    })
  })

  it('takes several states of one ticket in one batch', async () => {
    const called = (at: number) => ticketRow(0, { state: 'called', called_at: at })
    await journal().append([entry({ events: [taken(1)], tickets: [ticketRow(0), called(70), called(90)] })])
    const [row] = await ticketsBetween(store.db, OFFICE, DATE, DATE)
    expect(row).toMatchObject({ called_at: 90, first_called_at: 70 })
  })

  it('finds the day of a ticket by its id', async () => {
    await journal().append([entry({ events: [taken(1)], tickets: [ticketRow(0), ticketRow(1)] })])
    expect(await ticketById(store.db, ticketId(1))).toEqual({ office: OFFICE, date: DATE, no: 1 })
    expect(await ticketById(store.db, 'nobody')).toBeUndefined()
  })

  for (const [act, change] of Object.entries({
    changed: sql`update journal set body = '{}'`,
    removed: sql`delete from journal`,
  }))
    it(`lets no event be ${act} after it was written [J4]`, async () => {
      await journal().append([entry({ events: [taken(1)] })])
      await expect(change.execute(store.db.kysely)).rejects.toThrow(/only ever added to/)
      expect(await journal().read(OFFICE, DATE)).toEqual([taken(1)])
    })

  it('lets no event be replaced by a roundabout way, by whatever program [J4]', async () => {
    await journal().append([entry({ events: [taken(1)] })])
    const roundabout =
      store.db.dialect === 'sqlite'
        ? sql`insert or replace into journal values (${OFFICE}, ${DATE}, 1, 0, 'x', 'x', '{}')`
        : sql`truncate journal`
    // As any other program's connection is, that never heard of this journal.
    if (store.db.dialect === 'sqlite') await sql`pragma recursive_triggers = off`.execute(store.db.kysely)
    await expect(roundabout.execute(store.db.kysely)).rejects.toThrow(/only ever added to/)
    expect(await journal().read(OFFICE, DATE)).toEqual([taken(1)])
  })

  it('tells visits in the order they ended, over the dates asked', async () => {
    const nextDay = { date: '2026-06-10' }
    await journal().append([
      entry({
        events: [taken(1)],
        tickets: [ticketRow(0), ticketRow(1), ticketRow(2)],
        visits: [visitRow(2, 9), visitRow(1, 5), visitRow(0, 3)],
      }),
      entry({ ...nextDay, events: [taken(1)], tickets: [ticketRow(0, nextDay)], visits: [visitRow(0, 1, nextDay)] }),
    ])
    const seqs = async (to: string) => (await visitsBetween(store.db, OFFICE, DATE, to)).map(v => v.seq)
    expect(await seqs(DATE)).toEqual([3, 5, 9])
    expect(await seqs('2026-06-10')).toEqual([3, 5, 9, 1])
  })
})
