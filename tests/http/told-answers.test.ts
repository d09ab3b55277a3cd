import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { api, type RouteKey } from '../../shared/contracts/api.ts'
import type { Route } from '../../shared/contracts/route.ts'
import { ok } from '../../shared/contracts/route.ts'
import { TABLES } from '../../shared/contracts/table-routes.ts'
import { atClock, type LocalDate } from '../../shared/kit/time.ts'
import { UNSUR, type Score } from '../../shared/survey/instruments.ts'
import { nine, surveyed } from '../helpers/surveyed.ts'
import { counterPath, saved, testApp, TICKETS, type TestApp, type Visitor } from '../helpers/test-app.ts'
import { ACTS, READS_BY_POST, TELLS } from './told.routes.ts'

const OFFICE = '/api/offices/samarinda'
const TODAY = '2026-04-20'
const CLOSED = ['2026-01-12', '2026-02-10', '2026-03-09']
const PERIODS = ['2026-W03', '2026-01', '2026-Q1', '2026-Q2', '2026']
const PLACES: Readonly<Record<string, readonly string[]>> = {
  office: ['samarinda'],
  service: ['ktp-el'],
  counter: ['1'],
  officer: ['p1'],
  person: ['p1'],
  period: PERIODS,
  month: ['2026-01', '2026-04'],
  date: [CLOSED[2]!, TODAY],
  week: ['2026-04-20'],
  version: ['1'],
}
const QUERIES: Readonly<Record<string, readonly string[]>> = {
  period: PERIODS,
  month: PLACES['month']!,
  service: ['ktp-el'],
  counter: ['1'],
  from: [CLOSED[2]!],
  to: [TODAY],
  date: [TODAY],
  before: [TODAY],
  kind: ['kiosk'],
  with: ['1'],
}
/** What nobody of this office is answered: the health while no disk is there, a draw, the note of a transfer, a programme, a rehearsal. */
const UNANSWERED: readonly string[] = [
  'GET /api/health',
  'GET /api/offices/:office/services/:service/draws/:date',
  'GET /api/offices/:office/counters/:counter/note',
  'GET /api/offices/:office/instruments/:instrument/versions/:version',
  'GET /api/offices/:office/programmes/:programme/result',
  'GET /api/offices/:office/rehearsal',
]

let app: TestApp
let said: ReturnType<typeof surveyed>
let lookers: Readonly<Record<string, Visitor>>
let values: Readonly<Record<string, readonly string[]>>
const answered = new Set<string>()

/** Five officers, who sit at every counter for a while, rated and asked. */
async function say(date: LocalDate, many: number): Promise<void> {
  const seats = ['1', '2', '3', '4', '5']
  for (const [i, seat] of seats.entries())
    for (const [k, mark] of ([1, 2, 3, 4, 4] as Score[]).entries()) {
      const ids = await said.visits(many, `p${seat}`, seats[(i + k) % 5]!, date)
      await said.rated(ids, mark, mark <= 2 ? ['slow'] : [])
      await said.answered(ids, nine(mark), `Kata ${mark} pada ${date}`)
    }
}

/** The closed quarter is computed once it has settled, and is open to everybody today. */
async function computed(): Promise<void> {
  app.clock.now = atClock('2026-04-08', '06:00', 'WITA')
  await app.scores.pass()
  app.clock.now = atClock(TODAY, '10:00', 'WITA')
}

/** The same people under the same circumstances said something else. */
async function sayElse(): Promise<void> {
  const { kysely } = app.db
  await kysely
    .updateTable('ratings')
    .set(({ eb, ref }) => ({ rating: eb(ref('rating'), '-', 1) as never, reasons: JSON.stringify(['unclear']) }))
    .where('rating', '>', 2)
    .execute()
  await kysely
    .updateTable('skm_answers')
    .set({ waktu: 1, perilaku: 2, suggestion: 'Lain sama sekali' } as never)
    .execute()
  // A form that says nothing: sums of closed months are kept by how many forms there are.
  const empty = { ...Object.fromEntries(UNSUR.map(unsur => [unsur, null])), suggestion: null, marks: null, left_out: 0 }
  for (const date of CLOSED)
    await kysely
      .insertInto('skm_answers')
      .values({
        ...empty,
        id: `empty-${date}`,
        office: 'samarinda',
        date,
        service_id: 'ktp-el',
        counter_id: '1',
      } as never)
      .execute()
  await kysely.deleteFrom('scores').execute()
  await kysely.deleteFrom('score_runs').execute()
  await computed()
}

beforeAll(async () => {
  app = await testApp()
  said = surveyed(app.db)
  await saved(app, { scoresForManager: true, minRatings: 30 })
  for (const date of CLOSED) await say(date, 4)
  await say('2026-04-17', 8)
  for (const date of CLOSED) {
    const looked = { office: 'samarinda', month: date.slice(0, 7), at: 0, looked: 0, flags: '[]' }
    await app.db.kysely.insertInto('integrity_months').values(looked).execute()
  }
  await computed()
  const admin = await app.as('admin')
  for (const [officerId, assessorId] of [
    ['p1', 'atasan'],
    ['p2', 'atasan'],
    ['atasan', 'manajer'],
  ])
    await admin.post(`${OFFICE}/supervisions`, { officerId, assessorId, from: '2026-01-01', to: null })
  const [officer, kiosk] = [await app.as('petugas1'), await app.device('kiosk')]
  await officer.post(counterPath('1', 'open'))
  const { token } = (await kiosk.post(TICKETS, { serviceId: 'ktp-el' })).body
  await officer.post(counterPath('1', 'call-next'))
  await officer.post(counterPath('1', 'start'))
  await officer.post(counterPath('1', 'finish'))
  const next = (await kiosk.post(TICKETS, { serviceId: 'ktp-el' })).body
  await app.settled()
  const survey: string = (await app.visitor().get(`/api/tickets/${token}`)).body.survey.path
  const excluded = { from: CLOSED[0], to: CLOSED[0], hours: [], counters: [] }
  const objection = { period: '2026-Q1', causes: ['outage'], excluded, words: 'Sistem mati', evidence: [] }
  const contest = (await officer.post('/api/me/contests', objection)).body.contest
  const waiting = (await (await app.as('petugas2')).post('/api/me/contests', objection)).body.contest
  for (const { id } of [contest, waiting])
    await (await app.as('atasan')).post(`/api/me/contests/${id}/answer`, { words: 'Benar.' })
  const decision = { outcome: 'accepted', reasons: 'Terbukti.' }
  const decided = await (await app.as('manajer')).post(`/api/me/contests/${contest.id}/decide`, decision)
  expect(decided.status, decided.text).toBe(200)
  lookers = {
    nobody: app.visitor(),
    kiosk,
    display: await app.device('display'),
    tablet: await app.device('tablet'),
    officer,
    colleague: await app.as('petugas2'),
    desk: await app.as('meja'),
    supervisor: await app.as('atasan'),
    manager: await app.as('manajer'),
    observer: await app.as('pemantau'),
    admin,
  }
  values = { ...PLACES, ticket: [next.ticket.id], token: [token, survey.slice(3)], contest: [contest.id, waiting.id] }
}, 60_000)
afterAll(() => app.close())

function every(of: Readonly<Record<string, readonly string[]>>, names: readonly string[]): Record<string, string>[] {
  return names.reduce<Record<string, string>[]>(
    (some, name) => some.flatMap(one => (of[name] ?? ['none']).map(value => ({ ...one, [name]: value }))),
    [{}],
  )
}

/** All that a route may be asked, as path and body. */
function asked(key: string): readonly { readonly path: string; readonly body?: object }[] {
  const [, path] = key.split(' ') as [string, string]
  const route = api[key as RouteKey] as Route
  const paths = every(
    values,
    [...path.matchAll(/:(\w+)/g)].map(([, name]) => name!),
  ).map(given => path.replace(/:(\w+)/g, (_, name: string) => given[name]!))
  const names = Object.keys((route.query as { shape?: object } | undefined)?.shape ?? {}).filter(n => n in QUERIES)
  const one = names.filter(name => QUERIES[name]!.length === 1)
  const queries = [[], ...(one.length < names.length ? [names.filter(n => !one.includes(n))] : []), names]
    .flatMap(some => every(QUERIES, some))
    .map(given => new URLSearchParams(given).toString())
  const bodies = BODIES[key]
  return paths.flatMap(at =>
    bodies
      ? bodies.map(body => ({ path: at, body }))
      : [...new Set(queries)].map(query => ({ path: `${at}?${query}` })),
  )
}

const BODIES: Readonly<Record<string, readonly object[]>> = {
  'POST /api/offices/:office/tables': TABLES.flatMap(table =>
    PERIODS.flatMap(period => [
      { table, format: 'csv', lang: 'id', period },
      { table, format: 'csv', lang: 'id', from: CLOSED[0], to: TODAY },
    ]),
  ),
  'POST /api/offices/:office/suggestions': PLACES['month']!.map(month => ({ month, service: 'ktp-el' })),
  'POST /api/me/evidence/:period/version': [{}],
  'POST /api/me/evidence/:period/file': [{ format: 'csv', lang: 'id' }],
  'POST /api/me/contests/meant': [
    { period: '2026-Q1', excluded: { from: CLOSED[0], to: CLOSED[0], hours: [], counters: [] } },
  ],
  'POST /api/me/contests/:contest/part': [{ part: { from: CLOSED[0], to: CLOSED[0], hours: ['pagi'], counters: [] } }],
  'POST /api/offices/:office/late-outages/meant': [
    { serviceId: 'ktp-el', date: CLOSED[0], from: '09:00', to: '10:00', reason: 'systemDown' },
  ],
  'POST /api/me/observed/table': [{ lang: 'id', period: '2026-Q1' }],
  'POST /api/offices/:office/applications/search': [{ name: 'Contoh' }],
  'POST /api/offices/:office/reports/:period/file': [{ format: 'csv' }, { format: 'html' }],
}

const READS = [...Object.keys(api).filter(key => key.startsWith('GET ')), ...READS_BY_POST]

/** What everybody is answered by a route, whatever it is asked. */
async function answersOf(key: string, most = Infinity): Promise<readonly string[]> {
  const texts: string[] = []
  for (const [who, visitor] of Object.entries(lookers))
    for (const { path, body } of asked(key).slice(0, most)) {
      const { status, text } = body ? await visitor.post(path, body) : await visitor.get(path)
      if (status === 200) answered.add(key)
      texts.push(`${who} ${path} ${JSON.stringify(body)} ${status} ${text}`)
      // Whoever may not ask at all may ask nothing else of it.
      if (status === 401 || status === 403) break
    }
  return texts
}

async function everything(): Promise<ReadonlyMap<string, readonly string[]>> {
  const all = new Map<string, readonly string[]>()
  for (const key of READS) all.set(key, await answersOf(key))
  return all
}

/** What differs without anybody having said anything else: clocks, and what was looked at or proven before. */
const VOLATILE =
  /"requestId":"[^"]*"|"version":\d+|(?:Versi|versi) \d+|"(?:code|at|seenAt|lastSeenAt)":("[^"]*"|\d+|null)/g
const plain = (texts: readonly string[]) => texts.map(text => text.replace(VOLATILE, ''))

describe('what citizens said', () => {
  it('is asked of every route, or the route is an act that is named', () => {
    const named = [...READS, ...Object.values(ACTS).flat()]
    expect(new Set(named).size).toBe(named.length)
    const others = (Object.keys(api) as RouteKey[]).filter(key => !named.includes(key))
    expect(others.filter(key => (api[key] as Route).reply !== ok)).toEqual([])
    expect(named.filter(key => !(key in api))).toEqual([])
  })

  it('is told by the routes alone whose answers are solved together, whoever asks and for whatever period [O241]', async () => {
    // Who looks the first time is on record: that is there before.
    for (const key of READS) await answersOf(key, 8)
    const before = await everything()
    await sayElse()
    const after = await everything()
    const telling = READS.filter(key => plain(before.get(key)!).join('\n') !== plain(after.get(key)!).join('\n'))
    expect(READS.filter(key => !answered.has(key))).toEqual(UNANSWERED)
    expect(telling.sort()).toEqual(Object.keys(TELLS).sort())
  }, 600_000)
})
