import { expect, it } from 'vitest'
import { createReminders } from '../../server/services/contest/reminders.ts'
import { verifyAudit } from '../../server/store/audit.ts'
import { contestAnswer, contestDecision, contestRow } from '../../server/store/record/contests.ts'
import type { ContestsTable } from '../../server/store/schema/record/contest-tables.ts'
import { addDays, atClock, MINUTE, officeDate, type Instant, type Zone } from '../../shared/kit/time.ts'
import type { OfficeInfo } from '../../shared/office/office.ts'
import type { Chain } from '../../shared/oversight/team.ts'
import { refuseLines } from '../helpers/databases.ts'
import { overDialects } from '../helpers/dialects.ts'

const ZONES = ['WIB', 'WITA', 'WIT'] as const satisfies readonly Zone[]
const OBJECTED = '2026-07-09'
const always = { from: '2026-01-01', to: null }
const CHAIN: Chain = {
  supervisions: [
    { id: 's1', officerId: 'p1', assessorId: 'seksi', ...always },
    { id: 's2', officerId: 'seksi', assessorId: 'bidang', ...always },
  ],
  superiors: [{ id: 'u1', assessorId: 'bidang', superiorId: 'dinas', ...always }],
  delegations: [
    { id: 'd1', personId: 'bidang', delegateId: 'plh', from: '2026-07-22', to: '2026-07-22', endedOn: null },
  ],
}
const ABLE = ['seksi', 'bidang', 'plh', 'dinas']
const reader = (id: string) => ({ id, officeId: 'samarinda', agency: null })

overDialects('reminders of objections', store => {
  /** The program as it stands after a start, at an instant. */
  function at(now: Instant, zone: Zone, told: string[] = [], chain = CHAIN, able = ABLE) {
    return createReminders({
      db: store.db,
      offices: { get: () => ({ zone }) as unknown as OfficeInfo, today: () => officeDate(now, zone) },
      team: { chain: () => Promise.resolve(chain) },
      able: () => Promise.resolve(new Set(able)),
      now: () => now,
      tell: id => told.push(id),
    })
  }
  const midnight = (day: number, zone: Zone) => atClock(addDays(OBJECTED, day), '00:00', zone)

  /** The only objection that stands, made at noon of the office. */
  async function objected(zone: Zone): Promise<ContestsTable> {
    await store.db.kysely.deleteFrom('contests').execute()
    await store.db.kysely.deleteFrom('contest_reminders').execute()
    const row: ContestsTable = {
      ...{ id: `c-${zone}`, office: 'samarinda', officer_id: 'p1', period: '2026-Q2', causes: '["outage"]' },
      ...{ excluded: '{}', evidence: '[]', words: 'Pencetak rusak.', n: 204, meant: 17 },
      ...{ objected_at: atClock(OBJECTED, '12:00', zone), answer_id: null, answer: null, answered_by: null },
      ...{ answered_at: null, decision_id: null, outcome: null, reasons: null, decided_excluded: null },
      ...{ decided_by: null, decided_for: null, decided_at: null, applied_at: null, withdrawn_at: null },
    }
    await store.db.atomic([contestRow(store.db, row)])
    return row
  }

  it.each(ZONES)(
    'come at the midnight of an office in %s, to each once a day however often is looked [O210]',
    async zone => {
      await objected(zone)
      const days: Record<string, string[]> = {}
      for (let day = 0; day <= 20; day += 1)
        for (const now of [midnight(day, zone), midnight(day, zone) + MINUTE, midnight(day + 1, zone) - MINUTE]) {
          const told: string[] = []
          await at(now, zone, told).pass()
          await at(now, zone, told).pass()
          if (told.length > 0) days[`${day}${now === midnight(day, zone) ? '' : ' later'}`] = told.sort()
        }
      expect(days).toEqual({
        ...{ 0: ['seksi'], 4: ['seksi'], 6: ['seksi'], 7: ['bidang', 'seksi'], 11: ['bidang'] },
        // Of the one day on which somebody stands in, both are told.
        ...{ 13: ['bidang', 'plh'], 14: ['bidang'], 15: ['bidang', 'p1'], 16: ['bidang'], 17: ['bidang'] },
        ...{ 18: ['dinas', 'p1'], 19: ['dinas'], 20: ['dinas'] },
      })
      expect(await verifyAudit(store.db)).toMatchObject({ ok: true })
    },
  )

  it('are told once by two programs at one time, and after a kill before the line was on disk [O210]', async () => {
    await objected('WITA')
    const told: string[] = []
    const now = midnight(7, 'WITA')
    await refuseLines(store.db, true)
    await expect(at(now, 'WITA', told).pass()).rejects.toThrow()
    await refuseLines(store.db, false)
    expect(told).toEqual([])
    await Promise.all([at(now, 'WITA', told).pass(), at(now, 'WITA', told).pass()])
    await at(now + MINUTE, 'WITA', told).pass()
    expect(told.sort()).toEqual(['bidang', 'seksi'])
  })

  it('are written to nobody who is not there: of a step up once somebody is above, of a decision to whoever is at work [O394]', async () => {
    await objected('WITA')
    const alone = { ...CHAIN, superiors: [] }
    const told: string[] = []
    const pass = (day: number, chain: Chain, able?: string[]) =>
      at(midnight(day, 'WITA'), 'WITA', told, chain, able).pass()
    const rows = async (kind: string) =>
      (
        await store.db.kysely
          .selectFrom('contest_reminders')
          .selectAll()
          .where('kind', '=', kind as 'late')
          .execute()
      ).map(({ person_id: who, day }) => `${who} ${day}`)
    for (const day of [15, 18, 19]) await pass(day, alone, ['seksi'])
    expect([await rows('raised'), await rows('decide'), await rows('late')]).toEqual([[], [], ['p1 2026-07-24']])
    expect(told).toEqual(['p1'])
    const reminders = await at(midnight(19, 'WITA'), 'WITA', [], alone).of(reader('p1'))
    expect(reminders).toMatchObject([{ kind: 'late' }])
    for (let i = 0; i < 2; i += 1) await pass(20, CHAIN)
    expect([await rows('raised'), await rows('decide')]).toEqual([['p1 2026-07-27'], ['dinas 2026-07-29']])
    expect(told.sort()).toEqual(['dinas', 'p1', 'p1'])
  })

  it('catch up with one after days without a program, and end with the answer and the decision [O210]', async () => {
    const { id } = await objected('WIT')
    const kinds = async (who: string, day: number) => {
      await at(midnight(day, 'WIT'), 'WIT').pass()
      return (await at(midnight(day, 'WIT'), 'WIT').of(reader(who))).map(r => `${r.kind} ${r.day}`)
    }
    expect(await kinds('seksi', 6)).toEqual(['answer 2026-07-15'])
    const answer = { answer_id: 'a1', answer: 'Benar.', answered_by: 'seksi', answered_at: midnight(6, 'WIT') }
    await store.db.atomic([contestAnswer(store.db, id, answer)])
    expect(await kinds('seksi', 7)).toEqual([])
    expect(await kinds('bidang', 16)).toEqual(['decide 2026-07-25'])
    expect(await kinds('p1', 16)).toEqual(['late 2026-07-24'])
    expect(await kinds('p1', 18)).toEqual(['raised 2026-07-27'])
    expect(await kinds('p2', 18)).toEqual([])
    const decided = {
      decision_id: 'd1',
      outcome: 'refused' as const,
      reasons: 'Tidak terbukti.',
      ...{ n: 204, meant: 17 },
      decided_excluded: null,
    }
    const by = { decided_by: 'dinas', decided_for: 'dinas', decided_at: midnight(18, 'WIT') }
    await store.db.atomic([contestDecision(store.db, id, { ...decided, ...by })])
    expect([await kinds('dinas', 19), await kinds('p1', 19)]).toEqual([[], []])
  })
})
