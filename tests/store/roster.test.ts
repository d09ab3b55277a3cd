import { expect, it } from 'vitest'
import { eraseWeeks, newestWeek, weekRow } from '../../server/store/roster/weeks.ts'
import { eraseLeaves, leaveRow, leavesBetween, noLeave } from '../../server/store/roster/leaves.ts'
import { servedSince, staffWithRoles } from '../../server/store/roster/people.ts'
import { insertStaff } from '../../server/store/staff.ts'
import { createRosters } from '../../server/services/roster/roster.ts'
import { addDays } from '../../shared/kit/time.ts'
import { PATTERN_WEEK } from '../../shared/roster/roster.ts'
import { overDialects } from '../helpers/dialects.ts'
import { OFFICE } from '../helpers/entries.ts'
import { leave, MONDAY, plannedOffice, shift, TUESDAY } from '../helpers/roster.ts'

const saved = (version: number, of = {}) => ({
  ...{ office: OFFICE, week: MONDAY, version, at: version, byId: 'manajer' },
  shifts: [shift('p1', '1', '08:00', '15:00', { rest: { from: '12:00', to: '12:30' } })],
  ...of,
})

overDialects('the plan of the week', store => {
  async function person(id: string, active = true) {
    const made = { id, officeId: OFFICE, username: id, name: `Petugas ${id} (contoh)`, active }
    await insertStaff(store.db, { ...made, passwordChangedAt: 1, roles: ['officer'], passwordHash: 'hash' })
  }
  const keeps = (week: Parameters<typeof weekRow>[1]) => store.db.claim(weekRow(store.db, week), [])
  const isAway = (of: Parameters<typeof leaveRow>[2]) => store.db.claim(leaveRow(store.db, OFFICE, of), [])
  const rosters = () =>
    createRosters({
      ...{ db: store.db, now: () => 5 },
      offices: { get: () => ({ ...plannedOffice(), id: OFFICE }) as never, today: () => TUESDAY },
    })

  it('is kept with every version, the newest holds, and no version is given twice [X7]', async () => {
    expect(await newestWeek(store.db, OFFICE, MONDAY)).toBeUndefined()
    expect(await keeps(saved(1))).toBe(true)
    expect(await keeps(saved(2, { shifts: [] }))).toBe(true)
    expect(await keeps(saved(2))).toBe(false)
    expect(await newestWeek(store.db, OFFICE, MONDAY)).toEqual({ version: 2, at: 2, byId: 'manajer', shifts: [] })
    expect(await store.db.kysely.selectFrom('roster_weeks').selectAll().execute()).toHaveLength(2)
    const db = await store.reopen()
    expect((await newestWeek(db, OFFICE, MONDAY))?.version).toBe(2)
    expect(await newestWeek(db, 'lain', MONDAY)).toBeUndefined()
  })

  it('loses nothing when many save at the same time, each another part [X7]', async () => {
    const people = Array.from({ length: 8 }, (_, i) => `s${i}`)
    for (const id of people) await person(id)
    const shifts = [{ counterId: '1', from: '08:00', to: '15:00', rest: null, insteadOf: null }]
    const both = [rosters(), rosters()]
    await Promise.all(
      people.map((staffId, i) =>
        both[i % 2]!.save({ office: OFFICE, scope: null }, MONDAY, 'staff:s0', [
          { staffId, date: TUESDAY, seen: [], shifts },
        ]),
      ),
    )
    const week = await both[0]!.week({ office: OFFICE, scope: null }, MONDAY)
    expect([week.version, week.shifts.map(s => s.staffId).sort()]).toEqual([8, people])
  })

  it('keeps who is away, once, and gives it for any date that it touches [X8]', async () => {
    const away = leave('p1', { from: MONDAY, to: addDays(MONDAY, 9), part: { from: '08:00', to: '10:00' } })
    expect(await isAway(away)).toBe(true)
    expect(await isAway({ ...away, kind: 'sick' })).toBe(false)
    expect(await leavesBetween(store.db, OFFICE, addDays(MONDAY, 9), addDays(MONDAY, 12))).toEqual([away])
    expect(await leavesBetween(store.db, OFFICE, addDays(MONDAY, 10), addDays(MONDAY, 12))).toEqual([])
    expect(await leavesBetween(store.db, 'lain', MONDAY, MONDAY)).toEqual([])
    expect(await store.db.claim(noLeave(store.db, 'lain', away.id), [])).toBe(false)
    expect(await store.db.claim(noLeave(store.db, OFFICE, away.id), [])).toBe(true)
  })

  it('is forgotten after two years, leave after one, and the usual week never [X7 X8]', async () => {
    await keeps(saved(1))
    await keeps(saved(1, { week: PATTERN_WEEK }))
    await isAway(leave('p1'))
    await eraseWeeks(store.db, MONDAY)
    await eraseLeaves(store.db, TUESDAY)
    expect(await newestWeek(store.db, OFFICE, MONDAY)).toBeDefined()
    expect(await leavesBetween(store.db, OFFICE, TUESDAY, TUESDAY)).toHaveLength(1)
    await eraseWeeks(store.db, addDays(MONDAY, 7))
    await eraseLeaves(store.db, addDays(TUESDAY, 1))
    expect(await newestWeek(store.db, OFFICE, MONDAY)).toBeUndefined()
    expect(await newestWeek(store.db, OFFICE, PATTERN_WEEK)).toBeDefined()
    expect(await leavesBetween(store.db, OFFICE, TUESDAY, TUESDAY)).toEqual([])
  })

  it('names whoever has left on the plans of the past, and offers them for no other [X7]', async () => {
    await person('p1', false)
    await person('p2')
    await keeps(saved(1, { week: MONDAY }))
    const names = async (week: string) =>
      (await rosters().week({ office: OFFICE, scope: null }, week)).people.map(p => [p.id, p.active])
    expect(await names(MONDAY)).toEqual([
      ['p1', false],
      ['p2', true],
    ])
    expect(await names(addDays(MONDAY, 7))).toEqual([['p2', true]])
  })

  it('knows who has served which services lately, once each [X5]', async () => {
    await person('p1')
    const visit = (seq: number, date: string, service_id: string) => ({
      ...{ office: OFFICE, date, seq, no: seq, counter_id: '1', officer_id: 'p1', service_id, called_at: 1 },
      ...{ started_at: 1, ended_at: 2, held_ms: 0, calls: 1, priority: 0, outcome: 'served' },
    })
    await store.db.kysely
      .insertInto('visits')
      .values([visit(1, MONDAY, 'ktp-el'), visit(2, MONDAY, 'ktp-el'), visit(3, TUESDAY, 'legalisir')] as never)
      .execute()
    expect(await servedSince(store.db, OFFICE, MONDAY)).toEqual([{ staffId: 'p1', services: ['ktp-el', 'legalisir'] }])
    expect(await servedSince(store.db, OFFICE, TUESDAY)).toEqual([{ staffId: 'p1', services: ['legalisir'] }])
    expect(await servedSince(store.db, 'lain', MONDAY)).toEqual([])
    expect((await staffWithRoles(store.db, OFFICE)).map(p => p.roles)).toEqual([['officer']])
  })
})
