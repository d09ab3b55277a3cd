import { beforeEach, expect, it } from 'vitest'
import { createContestRights } from '../../server/services/contest/contest-rights.ts'
import { createContests } from '../../server/services/contest/contests.ts'
import { createLateOutages } from '../../server/services/score/late-outages.ts'
import { atClock } from '../../shared/kit/time.ts'
import type { OfficeInfo } from '../../shared/office/office.ts'
import type { Chain } from '../../shared/oversight/team.ts'
import { overDialects } from '../helpers/dialects.ts'

const OUTAGE = { serviceId: 'ktp-el', date: '2026-07-08', from: '09:00', to: '10:00', reason: 'systemDown' as const }
const always = { from: '2026-01-01', to: null }
const CHAIN: Chain = {
  supervisions: [
    { id: 's1', officerId: 'p1', assessorId: 'seksi', ...always },
    { id: 's2', officerId: 'seksi', assessorId: 'bidang', ...always },
  ],
  superiors: [],
  delegations: [],
}
const OBJECTION = {
  period: '2026-Q2',
  causes: ['outage'] as const,
  excluded: { from: '2026-05-20', to: '2026-05-22', hours: [], counters: [] },
  words: 'Pencetak rusak.',
  evidence: [],
}
const [officer, assessor, above] = ['p1', 'seksi', 'bidang'].map(id => ({ id, officeId: 'samarinda', agency: null }))
const office = {
  ...{ zone: 'WITA', minRatings: 60, counters: [{ id: '6' }], services: [{ id: 'ktp-el' }] },
} as unknown as OfficeInfo

const TEAM = { chain: () => Promise.resolve(CHAIN) }

overDialects('acts of two people at one instant', store => {
  let now = atClock('2026-07-09', '10:00', 'WITA')
  beforeEach(() => {
    now = atClock('2026-07-09', '10:00', 'WITA')
  })
  const deps = () => ({
    db: store.db,
    offices: { get: () => office, all: () => [office], today: () => '2026-07-09' },
    now: () => now,
  })
  const late = () =>
    createLateOutages({
      ...{ ...deps(), ...TEAM },
      computing: {
        recompute: () => Promise.resolve(),
        putBack: () => Promise.resolve(),
        meant: () => Promise.resolve(0),
      },
      tell: () => Promise.resolve(),
      tellOne: () => {},
    })
  const contests = () =>
    createContests({
      ...deps(),
      team: TEAM,
      rights: createContestRights({ ...deps(), team: TEAM, able: () => Promise.resolve(new Set<string>()) }),
      scores: {
        openedAt: () => Promise.resolve(atClock('2026-07-08', '00:10', 'WITA')),
        isTold: () => Promise.resolve(true),
        meant: () => Promise.resolve(100),
        recompute: () => Promise.resolve(),
      },
      tell: () => undefined,
    })
  const codes = (acts: readonly Promise<unknown>[]) =>
    Promise.all(
      acts.map(act =>
        act.then(
          () => 'done',
          (e: { code: string }) => e.code,
        ),
      ),
    )
  const outages = async () => (await store.db.kysely.selectFrom('outages').select('id').execute()).length

  it('an outage that is agreed to and taken back stands wholly or is gone wholly, and one of the two is refused or waits [O370]', async () => {
    const service = late()
    await service.mark({ id: 'manajer' }, 'samarinda', OUTAGE, 'k1')
    const { id } = (await service.of({ id: 'atasan' }, 'samarinda'))[0]!
    const took = await codes([
      service.takeBack({ id: 'atasan' }, 'samarinda', id),
      service.agree({ id: 'atasan' }, 'samarinda', id),
    ])
    expect(took).toEqual(['done', 'OUTAGE_ENDED'])
    expect([await outages(), (await service.of({ id: 'x' }, 'samarinda'))[0]!.state]).toEqual([0, 'gone'])
    await service.mark({ id: 'manajer' }, 'samarinda', OUTAGE, 'k2')
    const again = (await service.of({ id: 'x' }, 'samarinda')).find(o => o.state === 'waits')!.id
    const agreed = await codes([
      service.agree({ id: 'atasan' }, 'samarinda', again),
      service.takeBack({ id: 'atasan' }, 'samarinda', again),
      service.takeBack({ id: 'manajer' }, 'samarinda', again),
    ])
    expect(agreed).toEqual(['done', 'done', 'OUTAGE_ENDED'])
    const [state] = (await service.of({ id: 'x' }, 'samarinda')).filter(o => o.id === again).map(o => o.state)
    expect([state, await outages()]).toEqual(['leaving', 1])
  })

  it('the same minutes are marked once [O80 O370]', async () => {
    const service = late()
    const marked = await codes([
      service.mark({ id: 'manajer' }, 'samarinda', OUTAGE, 'k1'),
      service.mark({ id: 'manajer' }, 'samarinda', OUTAGE, 'k2'),
      service.mark({ id: 'atasan' }, 'samarinda', { ...OUTAGE, from: '09:10', to: '09:40' }, 'k3'),
      service.mark({ id: 'manajer' }, 'samarinda', OUTAGE, 'k1'),
    ])
    expect(marked).toEqual(['done', 'BAD_REQUEST', 'BAD_REQUEST', 'done'])
    expect(await service.of({ id: 'x' }, 'samarinda')).toHaveLength(1)
  })

  it('an objection gets ten pieces of evidence and no eleventh, one answer and one end [O348 O370]', async () => {
    const service = contests()
    const { id } = await service.object(officer!, OBJECTION, 'k')
    const added = await codes(Array.from({ length: 16 }, (_, i) => service.add(officer!, id, `bukti ${i}`, `e${i}`)))
    expect([added.filter(c => c === 'done').length, added.filter(c => c === 'CONTEST_FULL').length]).toEqual([10, 6])
    const answered = await codes([
      service.answer(assessor!, id, 'Benar.', 'a1'),
      service.answer(assessor!, id, 'Salah.', 'a2'),
    ])
    expect(answered).toEqual(['done', 'CONTEST_ANSWERED'])
    const refused = { outcome: 'refused' as const, reasons: 'Tidak cukup.' }
    const ended = await codes([
      service.decide(above!, id, refused, 'd1'),
      service.withdraw(officer!, id),
      service.decide(above!, id, { ...refused, outcome: 'accepted' }, 'd2'),
      service.add(officer!, id, 'lagi', 'e99'),
    ])
    expect(ended).toEqual(['done', 'CONTEST_ENDED', 'CONTEST_ENDED', 'CONTEST_ENDED'])
    expect(await service.one(officer!, id)).toMatchObject({ state: 'decided', decision: { outcome: 'refused' } })
  })
})
