import { afterEach, beforeEach, expect, it } from 'vitest'
import { atClock, officeDate } from '../../shared/kit/time.ts'
import type { OwnScores } from '../../shared/officer/score/told.ts'
import type { Score } from '../../shared/survey/instruments.ts'
import { surveyed } from '../helpers/surveyed.ts'
import { testApp, type TestApp } from '../helpers/test-app.ts'

const DAYS = ['2026-01-12', '2026-02-10', '2026-03-09']
const EXCLUDED = { from: '2026-02-10', to: '2026-02-10', hours: [], counters: ['1'] }
const OBJECTION = {
  period: '2026-Q1',
  causes: ['outage'],
  excluded: EXCLUDED,
  words: 'Pencetak rusak sehari penuh.',
  evidence: ['Berita acara kerusakan'],
}

let app: TestApp
let said: ReturnType<typeof surveyed>
beforeEach(async () => {
  app = await testApp()
  said = surveyed(app.db)
  for (const seat of ['1', '2', '3', '4', '5'])
    for (const [i, many] of [3, 9, 36, 48].entries())
      for (const date of DAYS) {
        const ids = await said.visits(many / 3, `p${seat}`, seat, date)
        await said.rated(ids, (i + 1) as Score, [])
      }
  const admin = await app.as('admin')
  const assess = (officerId: string, assessorId: string) =>
    admin.post('/api/offices/samarinda/supervisions', { officerId, assessorId, from: '2026-06-09', to: null })
  await assess('p1', 'atasan')
  await assess('atasan', 'manajer')
})
afterEach(async () => {
  expect(app.failures).toEqual([])
  await app.close()
})

it('an objection is about ratings that there are, and its key stands for all that it says [O60]', async () => {
  await app.scores.pass()
  const officer = await app.as('petugas1')
  const ask = async (body: object, key: string) => {
    const { status, body: told } = await officer.post('/api/me/contests', body, { 'idempotency-key': key })
    return [status, told.error?.code]
  }
  const none = { ...EXCLUDED, from: '2026-02-11', to: '2026-02-11' }
  expect(await ask({ ...OBJECTION, excluded: none }, 'none')).toEqual([409, 'CONTEST_NONE'])
  expect(await ask(OBJECTION, 'one')).toEqual([201, undefined])
  expect(await ask(OBJECTION, 'one')).toEqual([201, undefined])
  for (const other of [{ causes: ['clock'] }, { evidence: [] }, { words: 'Lain.' }])
    expect(await ask({ ...OBJECTION, ...other }, 'one')).toEqual([409, 'COMMAND_ID_REUSED'])
})

it('an objection tells whoever decides how many ratings remain by now, after an outage marked meanwhile too [O63]', async () => {
  await app.scores.pass()
  const [officer, superior] = [await app.as('petugas1'), await app.as('manajer')]
  const { id } = (await officer.post('/api/me/contests', OBJECTION)).body.contest
  await (await app.as('atasan')).post(`/api/me/contests/${id}/answer`, { words: 'Benar.' })
  const effect = async () => (await superior.get(`/api/me/contests/${id}`)).body.contest.effect
  expect(await effect()).toMatchObject({ n: 96, meant: 32, left: 64, enough: true })
  const outage = { serviceId: 'ktp-el', from: '09:00', to: '10:00', reason: 'systemDown' }
  const path = '/api/offices/samarinda/late-outages'
  expect((await superior.post(path, { ...outage, date: '2026-01-12' })).body).toEqual({ ok: true })
  expect(await effect()).toMatchObject({ n: 96, meant: 32 })
  const [marked] = (await superior.get(path)).body.outages
  expect((await (await app.as('atasan')).post(`${path}/${marked.id}/agree`)).body).toEqual({ ok: true })
  expect(await effect()).toMatchObject({ n: 64, meant: 32, left: 32, enough: false })
  const decision = { outcome: 'accepted', reasons: 'Terbukti dari berita acara.' }
  expect((await superior.post(`/api/me/contests/${id}/decide`, decision)).status).toBe(200)
  expect(await effect()).toMatchObject({ n: 64, meant: 32, left: 32 })
})

it('an objection in part tells whoever decides how many would remain of it, by its own narrowing alone, and nobody else [O347]', async () => {
  await app.scores.pass()
  const [officer, superior] = [await app.as('petugas1'), await app.as('manajer')]
  const excluded = { ...EXCLUDED, from: '2026-01-12', counters: [] }
  const { id } = (await officer.post('/api/me/contests', { ...OBJECTION, excluded })).body.contest
  const path = `/api/me/contests/${id}`
  const partly = async (who: typeof officer, of: object) => {
    const { status, body } = await who.post(`${path}/part`, { part: { ...excluded, ...of } })
    return status === 200 ? body : body.error.code
  }
  const day = { to: '2026-01-12' }
  expect(await partly(superior, day)).toBe('CONTEST_UNHEARD')
  await (await app.as('atasan')).post(`${path}/answer`, { words: 'Benar.' })
  expect(await partly(superior, day)).toEqual({ n: 96, meant: 32, left: 64, enough: true })
  expect(await partly(superior, { counters: ['2'] })).toMatchObject({ meant: 0, left: 96 })
  for (const of of [{}, { from: '2026-01-11' }]) expect(await partly(superior, of)).toBe('BAD_REQUEST')
  expect(await partly(officer, day)).toBe('CONTEST_OWN')
  expect(await partly(await app.as('atasan'), day)).toBe('CONTEST_AGAINST')
})

it('a day is objected to once, through its quarter or its half year, while that waits and after its end [O416]', async () => {
  app.clock.now = atClock('2026-07-08', '08:00', 'WITA')
  for (const [i, many] of [4, 12, 20, 24].entries())
    for (const date of ['2026-05-12', '2026-06-09'])
      await said.rated(await said.visits(many, 'p1', '1', date), (i + 1) as Score, [])
  await app.scores.pass()
  const officer = await app.as('petugas1')
  const at = (period: string, date: string) => ({
    ...{ ...OBJECTION, period },
    excluded: { ...EXCLUDED, from: date, to: date },
  })
  const object = async (period: string, date: string) =>
    (await officer.post('/api/me/contests', at(period, date))).body.error?.code ?? 'done'
  const both = await Promise.all([object('2026-Q2', '2026-05-12'), object('2026-S1', '2026-05-12')])
  expect([...both].sort()).toEqual(['CONTESTED_ALREADY', 'done'])
  const [own] = (await officer.get('/api/me/contests')).body.contests
  const other = own.period === '2026-Q2' ? '2026-S1' : '2026-Q2'
  const { period, excluded } = at(other, '2026-05-12')
  const asked = await officer.post('/api/me/contests/meant', { period, excluded })
  expect(asked.body.error.code).toBe('CONTESTED_ALREADY')
  await officer.post(`/api/me/contests/${own.id}/withdraw`)
  expect(await object(other, '2026-05-12')).toBe('CONTESTED_ALREADY')
  expect(await object(other, '2026-06-09')).toBe('done')
})

it('an objection takes evidence until it is decided, both sides see when it came, and taken back it stays on record [O348]', async () => {
  await app.scores.pass()
  const [officer, superior] = [await app.as('petugas1'), await app.as('manajer')]
  const { id } = (await officer.post('/api/me/contests', OBJECTION)).body.contest
  const path = `/api/me/contests/${id}`
  app.clock.now += 60_000
  for (let i = 0; i < 2; i += 1)
    await officer.post(`${path}/evidence`, { line: 'Foto pencetak' }, { 'idempotency-key': 'one' })
  const other = await officer.post(`${path}/evidence`, { line: 'Lain' }, { 'idempotency-key': 'one' })
  expect(other.body.error.code).toBe('COMMAND_ID_REUSED')
  expect((await superior.post(`${path}/evidence`, { line: 'x' })).status).toBe(403)
  expect((await superior.get(path)).body.contest.added).toEqual([{ line: 'Foto pencetak', at: app.clock.now }])
  await (await app.as('atasan')).post(`${path}/answer`, { words: 'Benar.' })
  for (let i = 0; i < 2; i += 1)
    expect((await officer.post(`${path}/withdraw`)).body.contest).toMatchObject({
      ...{ state: 'withdrawn', withdrawnAt: app.clock.now, may: { add: false, answer: false, decide: false } },
    })
  const decision = { outcome: 'accepted', reasons: 'Terbukti.' }
  expect((await superior.post(`${path}/decide`, decision)).body.error.code).toBe('CONTEST_ENDED')
  expect((await officer.post(`${path}/evidence`, { line: 'Lagi' })).body.error.code).toBe('CONTEST_ENDED')
  expect((await officer.post('/api/me/contests', OBJECTION)).body.error.code).toBe('CONTESTED_ALREADY')
  expect((await superior.get(path)).body.contest.state).toBe('withdrawn')
  const lines = app.db.kysely
    .selectFrom('audit')
    .select('what')
    .where('what', 'in', ['contest.evidence', 'contest.withdraw'])
  expect((await lines.orderBy('seq').execute()).map(l => l.what)).toEqual(['contest.evidence', 'contest.withdraw'])
})

it('an objection is counted for whoever may answer it or decide it now, and for nobody once it is decided [O392]', async () => {
  await app.scores.pass()
  const people = await Promise.all(['petugas1', 'atasan', 'manajer', 'meja'].map(name => app.as(name)))
  const waits = async () => (await Promise.all(people.map(one => one.get('/api/me/news')))).map(a => a.body.contests)
  const [officer, assessor, superior] = people as [(typeof people)[0], (typeof people)[0], (typeof people)[0]]
  const { id } = (await officer.post('/api/me/contests', OBJECTION)).body.contest
  expect(await waits()).toEqual([0, 1, 0, 0])
  await assessor.post(`/api/me/contests/${id}/answer`, { words: 'Benar.' })
  expect(await waits()).toEqual([0, 0, 1, 0])
  await superior.post(`/api/me/contests/${id}/decide`, { outcome: 'refused', reasons: 'Tidak terbukti.' })
  expect(await waits()).toEqual([0, 0, 0, 0])
})

it('an objection that nobody may decide is told to whoever names assessors, by whom and since when alone, until somebody is named [O393]', async () => {
  await app.scores.pass()
  const admin = await app.as('admin')
  const office = '/api/offices/samarinda'
  const undecided = async () => (await admin.get(`${office}/undecided`)).body
  const officer = await app.as('petugas2')
  expect((await officer.get(`${office}/undecided`)).status).toBe(403)
  expect(await undecided()).toEqual({ cases: [] })
  const mine = { ...OBJECTION, excluded: { ...EXCLUDED, counters: ['2'] } }
  expect((await officer.post('/api/me/contests', mine)).status).toBe(201)
  const since = officeDate(app.clock.now, 'WITA')
  const told = { officer: 'Petugas 2 (contoh)', since }
  expect(await undecided()).toEqual({ cases: [{ ...told, below: null }] })
  const assess = (officerId: string, assessorId: string) =>
    admin.post(`${office}/supervisions`, { officerId, assessorId, from: since, to: null })
  await assess('p2', 'manajer')
  expect(await undecided()).toEqual({ cases: [{ ...told, below: 'Kepala Bidang (contoh)' }] })
  const superior = { assessorId: 'manajer', superiorId: 'meja', from: since, to: null }
  const desk = await app.as('meja')
  const news = async () => (await desk.get('/api/me/news')).body
  const before = await news()
  expect(before.leads).toBe(false)
  expect((await admin.post(`${office}/superiors`, superior)).status).toBe(201)
  expect(await news()).toMatchObject({ leads: true, told: before.told + 1 })
  expect(await undecided()).toEqual({ cases: [] })
  await app.db.kysely.updateTable('staff').set({ active: 0 }).where('id', '=', 'meja').execute()
  expect(await undecided()).toEqual({ cases: [{ ...told, below: 'Kepala Bidang (contoh)' }] })
})

it('an objection is to something that was told: of too few ratings there is none [O348]', async () => {
  await said.rated(await said.visits(40, 'p6', '6', DAYS[1]!), 3, [])
  await app.scores.pass()
  const few = await app.as('petugas6')
  const body = { ...OBJECTION, excluded: { ...EXCLUDED, counters: [] } }
  expect((await few.post('/api/me/contests', body)).body.error.code).toBe('CONTEST_UNTOLD')
  expect((await few.post('/api/me/contests/meant', { period: '2026-Q1', excluded: body.excluded })).status).toBe(409)
})

it('an objection that is upheld leaves out a day at a counter, and keeps both versions [O60 O62 O63 O260]', async () => {
  const begun = app.clock.now
  await app.scores.pass()
  const officer = await app.as('petugas1')
  const [assessor, superior] = [await app.as('atasan'), await app.as('manajer')]
  const asked = await officer.post('/api/me/contests/meant', { period: '2026-Q1', excluded: EXCLUDED })
  expect(asked.body).toMatchObject({ n: 96, meant: 32, left: 64, enough: true })
  const made = await officer.post('/api/me/contests', OBJECTION)
  expect([made.status, made.body.contest.state]).toEqual([201, 'asked'])
  const path = `/api/me/contests/${made.body.contest.id}`
  expect((await (await app.as('petugas2')).get(path)).status).toBe(404)
  expect((await assessor.post(`${path}/answer`, { words: 'Benar.' })).body.contest.state).toBe('answered')
  const decision = { outcome: 'accepted', reasons: 'Terbukti dari berita acara.' }
  for (const [who, code] of [
    [officer, 'CONTEST_OWN'],
    [assessor, 'CONTEST_AGAINST'],
    [await app.as('petugas2'), 'FORBIDDEN'],
  ] as const) {
    const refused = await who.post(`${path}/decide`, decision)
    expect([refused.status, refused.body.error.code]).toEqual([403, code])
  }
  const attempts = app.db.kysely.selectFrom('audit').select('who').where('what', '=', 'contest.refused').orderBy('seq')
  expect((await attempts.execute()).map(a => a.who)).toEqual(['staff:p1', 'staff:atasan', 'staff:p2'])
  const before = (await officer.get('/api/me/scores?period=2026-Q1')).body as OwnScores
  expect(before.score!.versions).toHaveLength(1)

  app.clock.now = begun + 60_000
  expect((await superior.post(`${path}/decide`, decision)).body.contest.state).toBe('decided')
  const after = (await officer.get('/api/me/scores?period=2026-Q1')).body as OwnScores
  expect(after.score!.versions).toHaveLength(2)
  expect(JSON.stringify(after.score)).toContain('"n":64')
  const leftOutBy = { kind: 'contest', excluded: EXCLUDED, by: 'Kepala Bidang (contoh)' }
  expect((await officer.get(path)).body.versions).toMatchObject([{ version: 2, leftOutBy }, { version: 1 }])
  expect((await superior.get(path)).body.versions).toEqual([])
  app.clock.now = begun + 4 * 86_400_000
  expect((await (await app.as('manajer')).get(path)).body.versions).toHaveLength(2)
  const { readings } = (await (await app.as('petugas1')).get('/api/me/readings')).body
  expect(readings).toMatchObject([{ reader: 'Kepala Bidang (contoh)', what: 'score', period: '2026-Q1' }])
  const colleague = (await (await app.as('petugas2')).get('/api/me/scores?period=2026-Q1')).body as OwnScores
  expect(colleague.score!.versions).toHaveLength(1)
})

it('an objection at a counter changes no figure of a colleague there, and versions are numbered for each alone [O342]', async () => {
  const begun = app.clock.now
  for (const [i, many] of [4, 8, 12, 24].entries())
    await said.rated(await said.visits(many, 'p2', '1', DAYS[1]!), (i + 1) as Score, [])
  await app.scores.pass()
  const [first, second] = [await app.as('petugas1'), await app.as('petugas2')]
  const [assessor, superior] = [await app.as('atasan'), await app.as('manajer')]
  const own = async (who: typeof first) =>
    ((await who.get('/api/me/scores?period=2026-Q1')).body as OwnScores).score!.versions
  await (
    await app.as('admin')
  ).post('/api/offices/samarinda/supervisions', {
    ...{ officerId: 'p2', assessorId: 'atasan', from: '2026-06-09', to: null },
  })
  const untouched = await own(second)
  app.clock.now = begun + 60_000
  for (const [officer, many] of [
    [first, 32],
    [second, 48],
  ] as const) {
    const { contest } = (await officer.post('/api/me/contests', OBJECTION)).body
    expect(contest.effect.meant).toBe(many)
    const path = `/api/me/contests/${contest.id}`
    await assessor.post(`${path}/answer`, { words: 'Benar.' })
    if (officer === second) expect(await own(second)).toEqual(untouched)
    const decision = { outcome: 'accepted', reasons: 'Terbukti dari berita acara.' }
    expect((await superior.post(`${path}/decide`, decision)).status).toBe(200)
    expect((await own(officer)).map(one => one.version)).toEqual([2, 1])
  }
  const { messages } = (await second.get('/api/me/feedback')).body
  expect(messages).toMatchObject([{ changed: { code: 'score', version: 2 } }])
})
