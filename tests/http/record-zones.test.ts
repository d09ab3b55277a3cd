import { expect, it } from 'vitest'
import { demoOffice } from '../../server/demo/samarinda.ts'
import { seedDemo } from '../../server/seed.ts'
import { saveOffice } from '../../server/store/offices.ts'
import { atClock, type Zone } from '../../shared/kit/time.ts'
import type { Score } from '../../shared/survey/instruments.ts'
import { freshDatabase } from '../helpers/databases.ts'
import { surveyed } from '../helpers/surveyed.ts'
import { testApp, type TestApp } from '../helpers/test-app.ts'

const DAYS = ['2026-01-12', '2026-02-10', '2026-03-09']
const ZONES = ['WIB', 'WITA', 'WIT'] as const satisfies readonly Zone[]
const SUPERVISIONS = '/api/offices/samarinda/supervisions'
const EXCLUDED = { from: DAYS[0], to: DAYS[0], hours: [], counters: [] }

/** An office of a zone with a closed quarter of five officers, of whom one is assessed. */
async function officeIn(zone: Zone) {
  const db = await freshDatabase()
  const begun = atClock('2026-01-05', '08:00', zone)
  await seedDemo(db, begun)
  await saveOffice(db, { ...demoOffice, zone })
  const app = await testApp({ db })
  const on = (date: string, time: string) => (app.clock.now = atClock(date, time, zone))
  on('2026-01-05', '08:00')
  const said = surveyed(db)
  for (const seat of ['1', '2', '3', '4', '5'])
    for (const [i, many] of [3, 9, 36, 48].entries())
      for (const date of DAYS) await said.rated(await said.visits(many / 3, `p${seat}`, seat, date), (i + 1) as Score)
  await (
    await app.as('admin')
  ).post(SUPERVISIONS, { officerId: 'p1', assessorId: 'atasan', from: '2026-01-05', to: null })
  return { app, on }
}

const read = async (app: TestApp, who: string, path: string) => (await (await app.as(who)).get(path)).body
const versions = async (app: TestApp, who: string) =>
  (await read(app, who, '/api/me/team/scores?period=2026-Q1')).rows.flatMap(
    (row: { versions: object[] }) => row.versions,
  ).length
const leads = async (app: TestApp, who: string) =>
  (await read(app, who, '/api/me/team')).members.some((m: { id: string }) => m.id === 'p1')

it.each(ZONES)(
  'in %s a score is computed, opens to the assessor three days later and may be objected to for fourteen, each from midnight of the office [O244]',
  async zone => {
    const { app, on } = await officeIn(zone)
    const own = async () => (await read(app, 'petugas1', '/api/me/scores?period=2026-Q1')).score
    on('2026-04-07', '23:59')
    await app.scores.pass()
    expect(await own()).toBeNull()
    on('2026-04-08', '00:00')
    await app.scores.pass()
    expect(await own()).toMatchObject({ opensOn: '2026-04-11' })
    for (const [date, time, n] of [
      ['2026-04-08', '00:00', 0],
      ['2026-04-09', '12:00', 0],
      ['2026-04-10', '23:59', 0],
      ['2026-04-11', '00:00', 1],
    ] as const) {
      on(date, time)
      expect(await versions(app, 'atasan'), `${date} ${time}`).toBe(n)
    }
    for (const [date, time, status] of [
      ['2026-04-21', '12:00', 200],
      ['2026-04-22', '23:59', 200],
      ['2026-04-23', '00:00', 409],
    ] as const) {
      on(date, time)
      const meant = { period: '2026-Q1', excluded: EXCLUDED }
      const answer = await (await app.as('petugas1')).post('/api/me/contests/meant', meant)
      expect(answer.status, `${date} ${time} ${answer.text}`).toBe(status)
    }
    await app.close()
  },
  120_000,
)

it.each(ZONES)(
  'in %s a delegation and a change of the assessor begin and end at midnight of the office, and the former one keeps the own days [O244]',
  async zone => {
    const { app, on } = await officeIn(zone)
    on('2026-04-12', '09:00')
    const given = { delegateId: 'manajer', from: '2026-04-13', to: '2026-04-14' }
    expect((await (await app.as('atasan')).post('/api/me/delegations', given)).status).toBe(201)
    const admin = await app.as('admin')
    const next = { officerId: 'p1', assessorId: 'meja', from: '2026-04-16', to: null }
    const known = (await admin.post(SUPERVISIONS, next)).body.error.data.supervision
    expect((await admin.post(SUPERVISIONS, { ...next, ends: known })).status).toBe(201)
    for (const [date, time, who] of [
      ['2026-04-12', '23:59', ['atasan']],
      ['2026-04-13', '00:00', ['atasan', 'manajer']],
      ['2026-04-14', '23:59', ['atasan', 'manajer']],
      ['2026-04-15', '00:00', ['atasan']],
      ['2026-04-15', '23:59', ['atasan']],
      ['2026-04-16', '00:00', ['meja']],
    ] as const) {
      on(date, time)
      const leading: string[] = []
      for (const one of ['atasan', 'manajer', 'meja']) if (await leads(app, one)) leading.push(one)
      expect(leading, `${date} ${time}`).toEqual(who)
    }
    const within = await read(app, 'atasan', '/api/me/team/within?from=2026-04-01&to=2026-04-30')
    expect(within.members).toMatchObject([{ id: 'p1', days: [{ from: '2026-04-01', to: '2026-04-15' }] }])
    await app.close()
  },
  120_000,
)

it.each(ZONES)(
  'in %s an open objection is answered, decided, stood in for and taken over each from midnight of the office, and its assessor never ends it [O244 O340 O341]',
  async zone => {
    const { app, on } = await officeIn(zone)
    const over = async (body: object) => (await app.as('admin')).post(SUPERVISIONS, body)
    const known = { officerId: 'atasan', assessorId: 'manajer', from: '2026-01-05', to: null }
    expect((await over(known)).status).toBe(201)
    on('2026-04-08', '00:00')
    await app.scores.pass()
    on('2026-04-09', '12:00')
    const objection = { period: '2026-Q1', causes: ['day'], excluded: EXCLUDED, words: 'Pencetak rusak.', evidence: [] }
    const { id } = (await (await app.as('petugas1')).post('/api/me/contests', objection)).body.contest
    const path = `/api/me/contests/${id}`
    on('2026-04-19', '09:00')
    const next = { ...known, assessorId: 'meja', from: '2026-04-20' }
    const ends = (await over(next)).body.error.data.supervision
    expect((await over({ ...next, ends })).status).toBe(201)
    const given = { delegateId: 'manajer', from: '2026-04-22', to: '2026-04-22' }
    expect((await (await app.as('meja')).post('/api/me/delegations', given)).status).toBe(201)
    let attempts = 0
    for (const [date, time, answers, decides] of [
      ['2026-04-09', '12:01', ['atasan'], []],
      ['2026-04-16', '23:59', ['atasan'], []],
      ['2026-04-17', '00:00', [], ['manajer']],
      ['2026-04-19', '23:59', [], ['manajer']],
      ['2026-04-20', '00:00', [], ['meja']],
      ['2026-04-21', '23:59', [], ['meja']],
      ['2026-04-22', '00:00', [], ['manajer', 'meja']],
      ['2026-04-22', '23:59', [], ['manajer', 'meja']],
      ['2026-04-23', '00:00', [], ['meja']],
      ['2026-04-26', '23:59', [], ['meja']],
    ] as const) {
      on(date, time)
      const may: Record<'answer' | 'decide', string[]> = { answer: [], decide: [] }
      for (const who of ['atasan', 'manajer', 'meja']) {
        const { contest } = await read(app, who, path)
        if (contest?.may.answer) may.answer.push(who)
        if (contest?.may.decide) may.decide.push(who)
      }
      expect(may, `${date} ${time}`).toEqual({ answer: answers, decide: decides })
      const decision = { outcome: 'refused', reasons: 'Tidak.' }
      const refused = await (await app.as('atasan')).post(`${path}/decide`, decision)
      expect(refused.body.error.code).toBe('CONTEST_AGAINST')
      attempts += 1
    }
    const lines = app.db.kysely.selectFrom('audit').select('who').where('what', '=', 'contest.refused')
    expect((await lines.execute()).map(line => line.who)).toEqual(Array(attempts).fill('staff:atasan'))
    await app.close()
  },
  120_000,
)
