import { beforeEach, expect, it } from 'vitest'
import type { LeavesOut } from '../../server/services/contest/contest-views.ts'
import { createContestRights } from '../../server/services/contest/contest-rights.ts'
import { createContests } from '../../server/services/contest/contests.ts'
import { verifyAudit } from '../../server/store/audit.ts'
import { addDays, atClock, officeDate, type Zone } from '../../shared/kit/time.ts'
import type { OfficeInfo } from '../../shared/office/office.ts'
import type { Excluded } from '../../shared/officer/contest/contest.ts'
import type { Chain } from '../../shared/oversight/team.ts'
import { overDialects } from '../helpers/dialects.ts'

const always = { from: '2026-01-01', to: null }
const CHAIN: Chain = {
  supervisions: [
    { id: 's1', officerId: 'p1', assessorId: 'seksi', ...always },
    { id: 's2', officerId: 'seksi', assessorId: 'bidang', ...always },
  ],
  superiors: [{ id: 'u1', assessorId: 'bidang', superiorId: 'dinas', ...always }],
  delegations: [
    { id: 'd1', personId: 'bidang', delegateId: 'plh', from: '2026-07-13', to: '2026-07-14', endedOn: null },
  ],
}
const EXCLUDED: Excluded = { from: '2026-05-20', to: '2026-05-22', hours: ['pagi'], counters: ['6'] }
const OBJECTION = {
  period: '2026-Q2',
  causes: ['outage'] as const,
  excluded: EXCLUDED,
  words: 'Pencetak Loket 6 rusak tiga hari.',
  evidence: ['laporan-kerusakan.pdf'],
}
const ABLE = ['seksi', 'bidang', 'plh', 'dinas']
const reader = (id: string) => ({ id, officeId: 'samarinda', agency: null })

overDialects('objections of officers', store => {
  const left: { id: string; exclusion: LeavesOut }[] = []
  let broken = false
  let chain = CHAIN
  let able = ABLE
  beforeEach(() => {
    left.length = 0
  })
  const office = (zone: Zone) => ({ zone, minRatings: 60, counters: [{ id: '6' }] }) as unknown as OfficeInfo
  function at(date: string, time = '10:00', zone: Zone = 'WITA') {
    const now = atClock(date, time, zone)
    const around = {
      offices: { get: () => office(zone), today: () => officeDate(now, zone) },
      team: { chain: () => Promise.resolve(chain) },
    }
    return createContests({
      db: store.db,
      ...around,
      rights: createContestRights({ ...around, able: () => Promise.resolve(new Set(able)) }),
      scores: {
        openedAt: (_, period) =>
          Promise.resolve(period === '2026-Q2' ? atClock('2026-07-08', '00:10', zone) : undefined),
        isTold: () => Promise.resolve(true),
        meant: (_, { counters }) => Promise.resolve(counters ? 17 : 204),
        recompute: ({ id, exclusion }) => {
          if (broken) return Promise.reject(new Error('killed'))
          if (!left.some(l => l.id === id)) left.push({ id, exclusion })
          return Promise.resolve()
        },
      },
      now: () => now,
      tell: () => undefined,
    })
  }
  const code = async (act: Promise<unknown>) =>
    act.then(
      () => 'none',
      (error: { code: string }) => error.code,
    )
  const audited = async (what: string) => {
    const rows = await store.db.kysely.selectFrom('audit').select(['who', 'detail']).where('what', '=', what).execute()
    return rows.map(r => ({ who: r.who, ...(JSON.parse(r.detail) as Record<string, unknown>) }))
  }

  it('are made once for a period, by its own calendar in each zone, and tell how many answers are meant, and no figure [O60 O63]', async () => {
    for (const zone of ['WIB', 'WITA', 'WIT'] as const)
      for (const [date, time, wanted] of [
        ['2026-07-07', '23:59', 'CONTEST_EARLY'],
        ['2026-07-08', '00:10', 'none'],
        ['2026-07-22', '23:59', 'none'],
        ['2026-07-23', '00:00', 'CONTEST_LATE'],
      ] as const)
        expect(await code(at(date, time, zone).asked(reader('p1'), '2026-Q2', EXCLUDED)), `${zone} ${date}`).toBe(
          wanted,
        )
    const asked = await at('2026-07-09').asked(reader('p1'), '2026-Q2', EXCLUDED)
    expect(asked).toEqual({ n: 204, meant: 17, left: 187, enough: true, until: '2026-07-22' })
    expect(await code(at('2026-07-09').asked(reader('p1'), '2026-Q1', EXCLUDED))).toBe('CONTEST_EARLY')
    expect(await code(at('2026-07-09').asked(reader('p1'), '2026-Q2', { ...EXCLUDED, counters: ['99'] }))).toBe(
      'BAD_REQUEST',
    )
    const first = await at('2026-07-09').object(reader('p1'), OBJECTION, 'k1')
    expect(await at('2026-07-10').object(reader('p1'), OBJECTION, 'k1')).toEqual(first)
    expect(await code(at('2026-07-09').object(reader('p1'), { ...OBJECTION, words: 'lain' }, 'k1'))).toBe(
      'COMMAND_ID_REUSED',
    )
    expect(await code(at('2026-07-09').object(reader('p1'), OBJECTION, 'k2'))).toBe('CONTESTED_ALREADY')
    expect(first).toMatchObject({ state: 'asked', effect: { n: 204, meant: 17, left: 187 }, decider: 'bidang' })
    expect(await audited('contest.object')).toHaveLength(1)
    expect(left).toEqual([])
  })

  it('are seen by their officer, the assessor and who decides, and by no colleague [O62]', async () => {
    const { id } = await at('2026-07-09').object(reader('p1'), OBJECTION, 'k1')
    const may = async (who: string, date = '2026-07-09') => (await at(date).one(reader(who), id)).may
    expect(await may('p1')).toEqual({ add: true, answer: false, decide: false })
    expect(await may('seksi')).toEqual({ add: false, answer: true, decide: false })
    expect(await may('bidang')).toEqual({ add: false, answer: false, decide: false })
    expect(await may('bidang', '2026-07-17')).toEqual({ add: false, answer: false, decide: true })
    await at('2026-07-12').answer(reader('seksi'), id, 'Benar rusak.', 'a1')
    expect(await may('plh', '2026-07-13')).toEqual({ add: false, answer: false, decide: true })
    for (const who of ['p2', 'plh', 'dinas', 'manajer']) {
      expect(await code(at('2026-07-09').one(reader(who), id)), who).toBe('NOT_FOUND')
      expect(await at('2026-07-09').of(reader(who))).toEqual([])
    }
    expect(await code(at('2026-07-09').one({ ...reader('p1'), officeId: 'bontang' }, id))).toBe('NOT_FOUND')
  })

  it('are answered by the assessor once within seven days [O61]', async () => {
    const { id } = await at('2026-07-09').object(reader('p1'), OBJECTION, 'k1')
    expect(await code(at('2026-07-10').answer(reader('p1'), id, 'Ya', 'a0'))).toBe('FORBIDDEN')
    expect(await code(at('2026-07-10').answer(reader('bidang'), id, 'Ya', 'a0'))).toBe('FORBIDDEN')
    expect(await code(at('2026-07-17').answer(reader('seksi'), id, 'Ya', 'a0'))).toBe('CONTEST_LATE')
    const answered = await at('2026-07-16').answer(reader('seksi'), id, 'Benar rusak.', 'a1')
    expect(answered).toMatchObject({ state: 'answered', answer: { words: 'Benar rusak.', by: 'seksi' } })
    expect(await at('2026-07-16').answer(reader('seksi'), id, 'Benar rusak.', 'a1')).toEqual(answered)
    expect(await code(at('2026-07-16').answer(reader('seksi'), id, 'Tidak.', 'a2'))).toBe('CONTEST_ANSWERED')
  })

  it('are decided by the superior alone; each other attempt is refused and on record [O62]', async () => {
    const { id } = await at('2026-07-09').object(reader('p1'), OBJECTION, 'k1')
    const decision = { outcome: 'accepted', reasons: 'Terbukti.' } as const
    await at('2026-07-12').answer(reader('seksi'), id, 'Benar rusak.', 'a1')
    expect(await code(at('2026-07-13').decide(reader('p1'), id, decision, 'd0'))).toBe('CONTEST_OWN')
    expect(await code(at('2026-07-13').decide(reader('seksi'), id, decision, 'd0'))).toBe('CONTEST_AGAINST')
    expect(await code(at('2026-07-13').decide(reader('dinas'), id, decision, 'd0'))).toBe('FORBIDDEN')
    expect(await audited('contest.refused')).toMatchObject([
      { who: 'staff:p1', contest: id, code: 'CONTEST_OWN' },
      { who: 'staff:seksi', contest: id, code: 'CONTEST_AGAINST' },
      { who: 'staff:dinas', contest: id, code: 'FORBIDDEN' },
    ])
    expect(left.filter(l => l.id === id)).toEqual([])
    const decided = await at('2026-07-13').decide(reader('plh'), id, decision, 'd1')
    expect(decided).toMatchObject({ state: 'decided', decision: { outcome: 'accepted', by: 'plh', behalf: 'bidang' } })
    expect(await at('2026-07-20').decide(reader('plh'), id, decision, 'd1')).toMatchObject({ state: 'decided' })
    expect(await code(at('2026-07-14').decide(reader('bidang'), id, decision, 'd2'))).toBe('CONTEST_ENDED')
    expect(left.filter(l => l.id === id)).toEqual([
      { id, exclusion: { from: '2026-05-20', to: '2026-05-22', hours: ['pagi'], counters: ['6'], officerId: 'p1' } },
    ])
    expect(await audited('contest.decide')).toMatchObject([{ who: 'staff:plh', onBehalf: 'bidang' }])
    expect(await verifyAudit(store.db)).toMatchObject({ ok: true })
  })

  it('are decided once both sides were heard: after the answer or on the eighth day, and an attempt before is on record [O340]', async () => {
    const { id } = await at('2026-07-09').object(reader('p1'), OBJECTION, 'k1')
    const decision = { outcome: 'refused', reasons: 'Tidak terbukti.' } as const
    for (const date of ['2026-07-09', '2026-07-16'])
      expect(await code(at(date, '23:59').decide(reader('bidang'), id, decision, 'd1')), date).toBe('CONTEST_UNHEARD')
    expect(await audited('contest.refused')).toContainEqual(
      expect.objectContaining({ who: 'staff:bidang', contest: id, code: 'CONTEST_UNHEARD' }),
    )
    expect((await at('2026-07-16').one(reader('bidang'), id)).decidableFrom).toBe('2026-07-17')
    expect(await at('2026-07-17', '00:00').decide(reader('bidang'), id, decision, 'd1')).toMatchObject({
      state: 'decided',
    })
  })

  it('that nobody decides stay open, are told as late and go a step up [O61]', async () => {
    const { id } = await at('2026-07-09').object(reader('p1'), OBJECTION, 'k1')
    const seen = async (day: number) => at(addDays('2026-07-09', day)).one(reader('p1'), id)
    expect(await seen(14)).toMatchObject({ state: 'asked', lateDays: 0, decider: 'bidang' })
    expect(await seen(17)).toMatchObject({ state: 'overdue', lateDays: 3, decider: 'bidang', decision: null })
    expect(await seen(18)).toMatchObject({ state: 'raised', lateDays: 4, decider: 'dinas', decision: null })
    expect(await seen(900)).toMatchObject({ state: 'raised', decision: null })
    const decision = { outcome: 'refused', reasons: 'Tidak terbukti.' } as const
    expect(await code(at('2026-07-27').decide(reader('bidang'), id, decision, 'd1'))).toBe('FORBIDDEN')
    expect(await at('2026-07-27').decide(reader('dinas'), id, decision, 'd2')).toMatchObject({ state: 'decided' })
    expect(left.filter(l => l.id === id)).toEqual([])
  })

  it('past their limit stay so, and go no step up where nobody is above [O372]', async () => {
    chain = { ...CHAIN, superiors: [] }
    const { id } = await at('2026-07-09').object(reader('p1'), OBJECTION, 'k1')
    for (const who of ['p1', 'seksi', 'bidang'])
      expect(await at('2026-07-27').one(reader(who), id)).toMatchObject({ state: 'overdue', decider: 'bidang' })
    chain = CHAIN
    expect(await at('2026-07-27').one(reader('p1'), id)).toMatchObject({ state: 'raised', decider: 'dinas' })
  })

  it('name nobody who decides where whoever would has left, until somebody else may [O393]', async () => {
    const { id } = await at('2026-07-09').object(reader('p1'), OBJECTION, 'k1')
    const decider = async (date: string) => (await at(date).one(reader('p1'), id)).decider
    able = ['seksi', 'plh', 'dinas']
    expect([await decider('2026-07-10'), await decider('2026-07-13')]).toEqual([null, 'bidang'])
    able = ABLE
    expect(await decider('2026-07-10')).toBe('bidang')
  })

  it('that were decided before a kill are carried out at the next start, once, and for the officer alone where no counter is named [O63]', async () => {
    const whole = { ...EXCLUDED, counters: [], hours: [] }
    const { id } = await at('2026-07-09').object(reader('p1'), { ...OBJECTION, excluded: whole }, 'k1')
    const decision = { outcome: 'partly', reasons: 'Dua hari.', part: { ...whole, to: '2026-05-21' } } as const
    await at('2026-07-12').answer(reader('seksi'), id, 'Benar rusak.', 'a1')
    broken = true
    await expect(at('2026-07-13').decide(reader('bidang'), id, decision, 'd1')).rejects.toThrow('killed')
    broken = false
    for (let i = 0; i < 2; i += 1) await at('2026-07-14').resume()
    expect(left.filter(l => l.id === id)).toEqual([
      { id, exclusion: { from: '2026-05-20', to: '2026-05-21', officerId: 'p1' } },
    ])
    expect(await at('2026-07-14').one(reader('p1'), id)).toMatchObject({ decision: { part: { to: '2026-05-21' } } })
  })
})
