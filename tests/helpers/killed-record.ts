import { atClock } from '../../shared/kit/time.ts'
import type { Score } from '../../shared/survey/instruments.ts'
import { surveyed } from './surveyed.ts'
import type { TestApp, Visitor } from './test-app.ts'

/** What the program does when it is killed. */
export type Killed = 'computes' | 'decides' | 'reminds' | 'writes'

/** The key by which sessions are signed, before and after the kill. */
export const SIGNED = Buffer.alloc(32, 7)

const DAYS = ['2026-01-12', '2026-02-10', '2026-03-09']
const BEGUN = atClock('2026-04-08', '06:00', 'WITA')
const KEY = '00000000-0000-4000-8000-00000000000a'
const EXCLUDED = { from: DAYS[1]!, to: DAYS[1]!, hours: [], counters: ['1'] }

/** A closed quarter of five officers, an objection, and whoever assesses; written before anything may be killed. */
async function record(app: TestApp): Promise<void> {
  const said = surveyed(app.db)
  for (const seat of ['1', '2', '3', '4', '5'])
    for (const [i, many] of [3, 9, 36, 48].entries())
      for (const date of DAYS) await said.rated(await said.visits(many / 3, `p${seat}`, seat, date), (i + 1) as Score)
  const admin = await app.as('admin')
  for (const [officerId, assessorId] of [
    ['p1', 'atasan'],
    ['atasan', 'manajer'],
  ])
    await admin.post('/api/offices/samarinda/supervisions', { officerId, assessorId, from: '2026-01-01', to: null })
}

/** All that has to be there before the act; the objection, where there is one. */
export async function beginning(app: TestApp, what: Killed): Promise<string> {
  app.clock.now = BEGUN
  await record(app)
  if (what === 'computes') return ''
  await app.scores.pass()
  const officer = await app.as('petugas1')
  const made = await officer.post('/api/me/contests', {
    ...{ period: '2026-Q1', causes: ['outage'], excluded: EXCLUDED, words: 'Pencetak rusak.', evidence: [] },
  })
  const id = made.body.contest.id as string
  if (what === 'decides')
    await (await app.as('atasan')).post(`/api/me/contests/${id}/answer`, { words: 'Benar, pencetak rusak.' })
  return id
}

/** Whoever acts, at the time of the act. */
export async function actor(app: TestApp, what: Killed): Promise<Visitor> {
  app.clock.now = what === 'reminds' ? atClock('2026-04-16', '06:00', 'WITA') : BEGUN
  return app.as(what === 'writes' ? 'atasan' : 'manajer')
}

/** The act itself; repeated under the same key it is the same. */
export async function act(app: TestApp, what: Killed, who: Visitor, contest: string): Promise<void> {
  if (what === 'computes') return app.scores.pass()
  if (what === 'reminds') return app.remindContests()
  const day = '2026-04-07'
  const about = { kind: 'day', ref: day, from: day, to: day }
  const [path, body] =
    what === 'decides'
      ? [`/api/me/contests/${contest}/decide`, { outcome: 'accepted', reasons: 'Terbukti.' }]
      : ['/api/me/team/p1/feedback', { kind: 'feedback', about, text: 'Terima kasih.', tags: [], corrects: null }]
  const { status, text } = await who.post(path, body, { 'idempotency-key': KEY })
  if (status >= 300) throw new Error(text)
}

/** What of the record is on disk, and each act on the log as often as it is there. */
export async function left({ db: { kysely } }: TestApp) {
  const [runs, scores, out, reminders, messages, contests, ratings, lines] = await Promise.all([
    kysely.selectFrom('score_runs').selectAll().orderBy('period').orderBy('kind').orderBy('version').execute(),
    kysely
      .selectFrom('scores')
      .selectAll()
      .orderBy('period')
      .orderBy('kind')
      .orderBy('who')
      .orderBy('version')
      .execute(),
    kysely.selectFrom('score_exclusions').select(['cause', 'from_date', 'to_date']).execute(),
    kysely
      .selectFrom('contest_reminders')
      .select(['kind', 'day', 'person_id'])
      .orderBy('kind')
      .orderBy('person_id')
      .execute(),
    kysely
      .selectFrom('feedback')
      .select(['kind', 'officer_id', 'text'])
      .orderBy('kind')
      .orderBy('officer_id')
      .execute(),
    kysely.selectFrom('contests').select(['outcome', 'decided_at', 'applied_at']).execute(),
    kysely
      .selectFrom('ratings')
      .select(({ fn }) => ['left_out', fn.countAll<number>().as('n')])
      .groupBy('left_out')
      .orderBy('left_out')
      .execute(),
    kysely
      .selectFrom('audit')
      .select(({ fn }) => ['what', fn.countAll<number>().as('n')])
      .where(({ eb, or }) => or(['score.%', 'contest.%', 'feedback.%'].map(some => eb('what', 'like', some))))
      .groupBy('what')
      .orderBy('what')
      .execute(),
  ])
  const known = runs.map(({ by, ...run }) => ({ ...run, by: by === '' ? '' : 'known' }))
  return { runs: known, scores, out, reminders, messages, contests, ratings, lines }
}
