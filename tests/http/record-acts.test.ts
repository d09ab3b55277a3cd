import { afterAll, beforeAll, it } from 'vitest'
import { MINUTE } from '../../shared/kit/time.ts'
import type { Score } from '../../shared/survey/instruments.ts'
import { DATE } from '../helpers/entries.ts'
import { onlyOnRecord } from '../helpers/on-record.ts'
import { surveyed } from '../helpers/surveyed.ts'
import { MORNING, testApp, type Answer, type TestApp, type Visitor } from '../helpers/test-app.ts'

const DAYS = ['2026-01-12', '2026-02-10', '2026-03-09']
const PERIOD = '2026-Q1'
let app: TestApp
let officer: Visitor
let assessor: Visitor
let superior: Visitor
beforeAll(async () => {
  app = await testApp()
  const said = surveyed(app.db)
  for (const seat of ['1', '2', '3', '4'])
    for (const [i, many] of [3, 9, 36, 48].entries())
      for (const date of DAYS) {
        const ids = await said.visits(many / 3, `p${seat}`, seat, date)
        await said.rated(ids, (i + 1) as Score, [])
      }
  await said.visits(2, 'p1', '1', DATE)
  const admin = await app.as('admin')
  for (const [officerId, assessorId] of [
    ['p1', 'atasan'],
    ['atasan', 'manajer'],
  ])
    await admin.post('/api/offices/samarinda/supervisions', { officerId, assessorId, from: DATE, to: null })
  await app.scores.pass()
  const file = { id: 'bukti', office: 'samarinda', staff_id: 'p1', date: DATE, name: '', type: 'image/png', bytes: 1 }
  await app.db.kysely
    .insertInto('report_files')
    .values({ ...file, at: MORNING })
    .execute()
  ;[officer, assessor, superior] = [await app.as('petugas1'), await app.as('atasan'), await app.as('manajer')]
})
afterAll(() => app.close())

const key = (word: string) => ({ 'idempotency-key': word.padEnd(22, 'x') })
const fine = { status: 200, text: '', body: {}, headers: new Headers() }
const visitOf = async () => (await officer.get(`/api/me/visits?date=${DATE}`)).body.visits[0]
const OWN = `/api/me/reports/${DATE}`
const TEAM = `/api/me/team/reports/p1/${DATE}`
const THREAD = '/api/me/team/p1/feedback'
const report = (seen: number) => ({
  ...{ device: 'ponsel-0001-uji', rev: 1, begunAt: MORNING - 10 * MINUTE, writtenAt: MORNING - MINUTE, seen },
  text: { activities: [], note: 'Rapat pagi' },
})
const absence = { kind: 'annual', from: '2026-06-11', to: '2026-06-12', part: null }
const absenceId = async () => (await officer.get('/api/me/calendar/2026-06')).body.absences.at(-1).id as string
const about = { kind: 'day', ref: DATE, from: DATE, to: DATE }
const words = { about, text: 'Terima kasih, antrean pagi lancar.', corrects: null }
const said = async () => (await officer.get('/api/me/feedback')).body.messages.at(-1).id as string
const objection = {
  ...{ period: PERIOD, causes: ['outage'], words: 'Pencetak rusak sehari penuh.', evidence: [] },
  excluded: { from: '2026-02-10', to: '2026-02-10', hours: [], counters: [] },
}
const contest = async () => {
  const { contests } = (await officer.get('/api/me/contests')).body
  return `/api/me/contests/${contests[0].id as string}`
}

const ACTS: readonly (readonly [string, () => Promise<Answer>])[] = [
  ['report.fileRemoved', () => officer.post(`${OWN}/files/bukti/remove`, {}, key('lepas'))],
  ['report.send', () => officer.post(`${OWN}/send`, report(0), key('lapor'))],
  ['record.read', () => assessor.get(TEAM)],
  ['report.ask', () => assessor.post(`${TEAM}/answer`, { kind: 'ask', version: 1, text: 'Siapa?' }, key('tanya'))],
  ['report.reply', () => officer.post(`${OWN}/reply`, { text: 'Semua.' }, key('balas'))],
  ['report.accept', () => assessor.post(`${TEAM}/answer`, { kind: 'accept', version: 1, text: '' }, key('terima'))],
  ['absence.ask', () => officer.post('/api/me/absences', absence, key('cuti'))],
  ['record.read', () => assessor.get('/api/me/team/calendar/p1/2026-06')],
  [
    'absence.agree',
    async () => assessor.post(`/api/me/team/absences/${await absenceId()}/decide`, { agree: true, text: '' }),
  ],
  ['absence.withdraw', async () => officer.post(`/api/me/absences/${await absenceId()}/withdraw`)],
  ['feedback.feedback', () => assessor.post(THREAD, { ...words, kind: 'feedback', tags: [] }, key('umpan'))],
  ['feedback.read', async () => officer.post(`/api/me/feedback/${await said()}/read`)],
  ['feedback.reply', () => officer.post('/api/me/feedback', { ...words, kind: 'reply' }, key('jawab'))],
  ['feedback.note', () => officer.post('/api/me/feedback', { ...words, kind: 'note' }, key('catatan'))],
  ['feedback.thanks', () => officer.post('/api/me/thanks', { officerId: 'p2', text: 'Terima kasih.' }, key('kasih'))],
  ['record.read', () => assessor.get(THREAD)],
  [
    'clock.mark',
    async () => officer.post(`/api/me/visits/${DATE}/${(await visitOf()).seq}/clock`, { reason: 'early' }, key('jam')),
  ],
  ['clock.takeBack', async () => officer.post(`/api/me/clock-marks/${(await visitOf()).mark.id}/take-back`)],
  ['evidence.version', () => officer.post(`/api/me/evidence/${DATE}/version`)],
  ['evidence.skp', () => officer.post('/api/me/skp/2026', { line: 'Pelayanan' })],
  ['score.release', () => officer.post(`/api/me/scores/${PERIOD}/release`)],
  ['contest.object', () => officer.post('/api/me/contests', objection, key('keberatan'))],
  [
    'contest.remind',
    async () => {
      await app.remindContests()
      return fine
    },
  ],
  ['contest.answer', async () => assessor.post(`${await contest()}/answer`, { words: 'Benar.' }, key('jelas'))],
  [
    'contest.decide',
    async () =>
      superior.post(`${await contest()}/decide`, { outcome: 'refused', reasons: 'Tidak terbukti.' }, key('putus')),
  ],
]

it.each(ACTS)('%s is done with its line in the audit log, or not at all [A9 O162]', async (what, act) => {
  await onlyOnRecord(app, what, act)
})
