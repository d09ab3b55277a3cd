import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createLateOutages } from '../../server/services/score/late-outages.ts'
import { atClock, officeDate } from '../../shared/kit/time.ts'
import type { OwnScores } from '../../shared/officer/score/told.ts'
import type { Score } from '../../shared/survey/instruments.ts'
import { surveyed } from '../helpers/surveyed.ts'
import { testApp, type TestApp } from '../helpers/test-app.ts'

const LATE = '/api/offices/samarinda/late-outages'
const DAYS = ['2026-01-12', '2026-02-10', '2026-03-09']
const OUTAGE = { serviceId: 'ktp-el', date: DAYS[0]!, from: '09:00', to: '10:00', reason: 'systemDown' as const }
const KEYS = [1, 2, 3].map(n => `00000000-0000-4000-8000-00000000000${n}`)

const DELEGATION = { id: 'd1', office: 'samarinda', ended_on: null, decided_by: 'admin', decided_at: 1 }
const CHAIN = { supervisions: [], superiors: [], delegations: [] }

let app: TestApp
beforeEach(async () => {
  app = await testApp()
  const said = surveyed(app.db)
  for (const seat of ['1', '2', '3', '4', '5'])
    for (const [i, many] of [2, 6, 16, 24].entries())
      for (const date of DAYS) await said.rated(await said.visits(many, `p${seat}`, seat, date), (i + 1) as Score)
  app.clock.now = atClock('2026-04-08', '08:00', 'WITA')
  await app.scores.pass()
})
afterEach(async () => {
  expect(app.failures).toEqual([])
  await app.close()
})

const versions = async () =>
  ((await (await app.as('petugas1')).get('/api/me/scores?period=2026-Q1')).body as OwnScores).score!.versions
const first = async () => (await (await app.as('manajer')).get(LATE)).body.outages[0]
const acts = async (who: string, id: string, act: 'agree' | 'take-back') => {
  const { status, body } = await (await app.as(who)).post(`${LATE}/${id}/${act}`)
  return status === 200 ? 'done' : body.error.code
}
const audited = async (what: string) => {
  const lines = app.db.kysely.selectFrom('audit').select('who').where('what', '=', what).orderBy('seq')
  return (await lines.execute()).map(line => line.who)
}

describe('an outage that is marked after its day', () => {
  it('changes nothing until a second person agrees, then leaves out once, and the versions say who did both [O80 O260 O344]', async () => {
    const chief = await app.as('manajer')
    const marked = (body: object, key: string) => chief.post(LATE, body, { 'idempotency-key': key })
    expect((await marked({ ...OUTAGE, serviceId: 'none' }, KEYS[0]!)).body.error.code).toBe('SERVICE_UNKNOWN')
    expect((await marked({ ...OUTAGE, date: '2026-04-08' }, KEYS[0]!)).status).toBe(400)
    for (let i = 0; i < 2; i += 1) expect((await marked(OUTAGE, KEYS[1]!)).body).toEqual({ ok: true })
    expect((await marked(OUTAGE, KEYS[2]!)).status).toBe(400)
    expect((await marked({ ...OUTAGE, to: '11:00' }, KEYS[1]!)).body.error.code).toBe('COMMAND_ID_REUSED')
    await app.scores.pass()
    expect(await versions()).toHaveLength(1)
    const { id, state, may } = await first()
    expect([state, may]).toEqual(['waits', { agree: false, takeBack: true, keep: false }])
    expect(await acts('manajer', id, 'agree')).toBe('OUTAGE_SECOND')
    expect([await acts('atasan', id, 'agree'), await acts('atasan', id, 'agree')]).toEqual(['done', 'done'])
    expect(await versions()).toMatchObject([
      {
        ...{ version: 2, cause: 'outage', score: { told: 'figures', n: 96, leftOut: 48 } },
        leftOutBy: { kind: 'outage', by: 'Kepala Bidang (contoh)', agreedBy: 'Kepala Seksi (contoh)' },
      },
      { version: 1, cause: 'closed', score: { told: 'figures', n: 144, leftOut: 0 } },
    ])
    expect([await audited('outage.late'), await audited('outage.late.agreed')]).toEqual([
      ['staff:manajer'],
      ['staff:atasan'],
    ])
  })

  it('leaves out nothing of a part of the day most of whose visits it does not touch, and says so before [O345]', async () => {
    const { kysely } = app.db
    const rows = await kysely.selectFrom('visits').select('seq').where('date', '=', DAYS[0]!).execute()
    const late = rows.filter((_, i) => i % 5 < 3).map(row => row.seq)
    const times = { called_at: atClock(DAYS[0]!, '10:10', 'WITA'), ended_at: atClock(DAYS[0]!, '10:20', 'WITA') }
    await kysely.updateTable('visits').set(times).where('date', '=', DAYS[0]!).where('seq', 'in', late).execute()
    const chief = await app.as('manajer')
    const minute = { ...OUTAGE, from: '09:25', to: '09:26' }
    expect((await chief.post(`${LATE}/meant`, minute)).body).toEqual({
      parts: [{ part: 'pagi', visits: 240, touched: 96, out: false }],
      ratings: { meant: 0, of: 240 },
    })
    expect((await chief.post(`${LATE}/meant`, { ...OUTAGE, from: '10:00', to: '10:30' })).body).toEqual({
      parts: [{ part: 'pagi', visits: 240, touched: 144, out: true }],
      ratings: { meant: 240, of: 240 },
    })
    await chief.post(LATE, minute)
    expect(await acts('atasan', (await first()).id, 'agree')).toBe('done')
    await app.scores.pass()
    expect(await versions()).toMatchObject([{ version: 1, score: { n: 144 } }])
  })

  it('is taken back by whoever likes while it waits, and by two people once it stands, with all versions kept [O346]', async () => {
    const chief = await app.as('manajer')
    await chief.post(LATE, OUTAGE)
    expect(await acts('manajer', (await first()).id, 'take-back')).toBe('done')
    expect(await acts('atasan', (await first()).id, 'agree')).toBe('OUTAGE_ENDED')
    const [before] = await versions()
    await chief.post(LATE, { ...OUTAGE, from: '09:01' })
    const { id } = (await chief.get(LATE)).body.outages.find((o: { state: string }) => o.state === 'waits')
    for (const [who, act, code] of [
      ['atasan', 'agree', 'done'],
      ['atasan', 'take-back', 'done'],
      ['atasan', 'agree', 'OUTAGE_SECOND'],
    ] as const)
      expect(await acts(who, id, act)).toBe(code)
    expect(await versions()).toHaveLength(2)
    expect(await acts('manajer', id, 'agree')).toBe('done')
    await app.scores.pass()
    const after = await versions()
    expect(after).toMatchObject([
      {
        version: 3,
        cause: 'outageBack',
        leftOutBy: { by: 'Kepala Seksi (contoh)', agreedBy: 'Kepala Bidang (contoh)' },
      },
      { version: 2, cause: 'outage', score: { n: 96 } },
      { version: 1 },
    ])
    expect(after[0]!.score).toEqual({ ...before!.score, reasons: null })
    expect(await app.db.kysely.selectFrom('outages').select('id').execute()).toEqual([])
    const told = (await chief.get(LATE)).body.outages.find((o: { id: string }) => o.id === id)
    expect(told.acts.map((one: { what: string; by: string }) => [one.what, one.by])).toEqual([
      ['marked', 'Kepala Bidang (contoh)'],
      ['agreed', 'Kepala Seksi (contoh)'],
      ['back', 'Kepala Seksi (contoh)'],
      ['gone', 'Kepala Bidang (contoh)'],
    ])
  })

  it('is told, while it waits, to everybody who may agree and to nobody who asked for it, until somebody did [O391]', async () => {
    const who = ['manajer', 'atasan', 'petugas1', 'meja']
    const people = await Promise.all(who.map(name => app.as(name)))
    const news = async () => (await Promise.all(people.map(one => one.get('/api/me/news')))).map(a => a.body)
    const waits = async () => (await news()).map(one => one.outages)
    const told = async () => (await news()).map(one => one.told)
    const before = await told()
    for (let i = 0; i < 2; i += 1) await people[0]!.post(LATE, OUTAGE, { 'idempotency-key': KEYS[0]! })
    expect([await waits(), await told()]).toEqual([[0, 1, 0, 0], before.map((n, i) => (i < 2 ? n + 1 : n))])
    const { id } = await first()
    await acts('atasan', id, 'agree')
    expect(await waits()).toEqual([0, 0, 0, 0])
    expect((await told()).slice(0, 2)).toEqual(before.slice(0, 2).map(n => n + 2))
    await acts('atasan', id, 'take-back')
    expect(await waits()).toEqual([1, 0, 0, 0])
    await acts('manajer', id, 'agree')
    expect([await waits(), (await told())[1]]).toEqual([[0, 0, 0, 0], before[1] + 4])
    await people[1]!.post(LATE, { ...OUTAGE, date: DAYS[1]! })
    expect(await waits()).toEqual([1, 0, 0, 0])
    await acts('manajer', (await first()).id, 'take-back')
    expect(await waits()).toEqual([0, 0, 0, 0])
  })

  it('is neither marked nor agreed to nor taken back by whoever served what it touches, or stands in for them, on record [O415]', async () => {
    const admin = await app.as('admin')
    const roles = { roles: ['officer', 'supervisor'] }
    expect((await admin.post('/api/offices/samarinda/people/p1/roles', roles)).status).toBe(200)
    const own = await app.as('petugas1')
    const chief = await app.as('manajer')
    expect((await own.post(LATE, OUTAGE)).body.error.code).toBe('OUTAGE_OWN')
    await chief.post(LATE, OUTAGE)
    const { id } = await first()
    const seen = async () => (await own.get(LATE)).body.outages[0]
    expect(await seen()).toMatchObject({ own: true, may: { agree: false, takeBack: false } })
    expect((await own.get('/api/me/news')).body.outages).toBe(0)
    expect([await acts('petugas1', id, 'agree'), await acts('petugas1', id, 'take-back')]).toEqual(
      Array(2).fill('OUTAGE_OWN'),
    )
    expect(await acts('atasan', id, 'agree')).toBe('done')
    expect(await acts('petugas1', id, 'take-back')).toBe('OUTAGE_OWN')
    const from = officeDate(app.clock.now, 'WITA')
    await app.db.kysely
      .insertInto('delegations')
      .values({ ...DELEGATION, person_id: 'p1', delegate_id: 'atasan', from_date: from, to_date: from })
      .execute()
    expect(await acts('atasan', id, 'take-back')).toBe('OUTAGE_OWN')
    expect((await chief.get(LATE)).body.outages[0]).toMatchObject({ own: false, state: 'stands' })
    expect(await audited('outage.refused')).toEqual([...Array<string>(4).fill('staff:p1'), 'staff:atasan'])
    const elsewhere = { ...OUTAGE, date: DAYS[1]!, serviceId: 'legalisir' }
    expect((await own.post(LATE, elsewhere)).status).toBe(200)
  })

  it('is said to be mistaken by its officer once, within fourteen days, and a third person decides [O417]', async () => {
    const chief = await app.as('manajer')
    await app.db.kysely.insertInto('staff_roles').values({ staff_id: 'meja', role: 'manager' }).execute()
    const mark = async (date: string) => {
      await chief.post(LATE, { ...OUTAGE, date })
      const { id } = (await chief.get(LATE)).body.outages.find((o: { date: string }) => o.date === date)
      expect(await acts('atasan', id, 'agree')).toBe('done')
      return id as string
    }
    const say = async (who: string, path: string, words: string) => {
      const { status, body } = await (await app.as(who)).post(path, { words })
      return status === 200 ? 'done' : body.error.code
    }
    const object = (who: string, id: string, words = 'Hari itu sistem jalan') =>
      say(who, `/api/me/late-outages/${id}/object`, words)
    const keep = (who: string, id: string) => say(who, `${LATE}/${id}/keep`, 'Ada di log server')
    const [kept, gone] = [await mark(DAYS[0]!), await mark(DAYS[1]!)]
    expect((await versions())[1]).toMatchObject({ leftOutBy: { id: kept, mistaken: { until: '2026-04-22' } } })
    expect(await keep('meja', kept)).toBe('OUTAGE_ENDED')
    expect([await object('petugas8', kept), await object('petugas1', kept), await object('petugas1', kept)]).toEqual([
      'NOT_FOUND',
      'done',
      'done',
    ])
    expect(await object('petugas2', kept)).toBe('OUTAGE_ENDED')
    for (const who of ['manajer', 'atasan']) {
      expect([await acts(who, kept, 'agree'), await keep(who, kept)], who).toEqual(['OUTAGE_SECOND', 'OUTAGE_SECOND'])
      expect((await (await app.as(who)).get(LATE)).body.outages.map((o: { may: object }) => o.may)).not.toContainEqual(
        expect.objectContaining({ keep: true }),
      )
    }
    expect(await audited('outage.refused')).toEqual(['staff:manajer', 'staff:manajer', 'staff:atasan', 'staff:atasan'])
    expect([await keep('meja', kept), await keep('meja', kept)]).toEqual(['done', 'done'])
    expect((await versions())[1]).toMatchObject({
      leftOutBy: { mistaken: { until: null, words: 'Hari itu sistem jalan', kept: 'Ada di log server' } },
    })
    const thread = (await (await app.as('petugas1')).get('/api/me/feedback')).body.messages
    expect(thread.map((m: { changed?: object }) => m.changed)).toContainEqual({ code: 'outageKept', date: DAYS[0] })
    expect(await object('petugas1', kept, 'Sekali lagi')).toBe('OUTAGE_ENDED')

    expect(await object('petugas2', gone)).toBe('done')
    expect(await acts('meja', gone, 'agree')).toBe('done')
    await app.scores.pass()
    expect((await versions())[0]).toMatchObject({ cause: 'outageBack', score: { n: 96 } })
    const late = await mark(DAYS[2]!)
    app.clock.now = atClock('2026-04-23', '08:00', 'WITA')
    expect(await object('petugas1', late)).toBe('CONTEST_LATE')
    expect([await audited('outage.late.objected'), await audited('outage.late.kept')]).toEqual([
      ['staff:p1', 'staff:p2'],
      ['staff:meja'],
    ])
  })

  it('leaves out by it exactly once, also where the server was killed right after it was agreed to [O80]', async () => {
    const killed = { ...app.scores, recompute: () => Promise.reject(new Error('killed')) }
    const around = {
      db: app.db,
      offices: app.offices,
      now: () => app.clock.now,
      tell: () => Promise.resolve(),
      tellOne: () => {},
      chain: () => Promise.resolve(CHAIN),
    }
    const outages = createLateOutages({ ...around, computing: killed })
    await outages.mark({ id: 'manajer' }, 'samarinda', OUTAGE, 'key-1')
    await expect(outages.agree({ id: 'atasan' }, 'samarinda', (await first()).id)).rejects.toThrow('killed')
    expect(await versions()).toHaveLength(1)
    const again = createLateOutages({ ...around, computing: app.scores })
    await Promise.all([again.pass(), again.pass()])
    await again.pass()
    expect(await versions()).toMatchObject([{ version: 2, cause: 'outage' }, { version: 1 }])
  })
})
