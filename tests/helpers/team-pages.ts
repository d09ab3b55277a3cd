/** A made-up thread between an officer and who assesses them, and the team of that assessor. */
const about = { kind: 'visit', ref: 'C-015', from: '2026-06-09', to: '2026-06-09' }
export const message = (of: object) => ({
  ...{ id: 'm1', kind: 'feedback', about, text: 'Layanan ini 26 menit. Apa yang bisa saya bantu?', tags: [] },
  ...{ corrects: null, at: Date.UTC(2026, 5, 9, 6, 20), mine: false, author: 'Kepala Seksi (contoh)', behalf: null },
  ...{ readAt: null, waits: false },
  ...of,
})
export const MESSAGES = [
  message({ waits: true, tags: ['kompeten.3'] }),
  message({ id: 'm2', kind: 'reply', mine: true, author: 'Petugas 3 (contoh)', readAt: Date.UTC(2026, 6, 9, 0, 15) }),
  message({ id: 'm3', kind: 'system', author: null, text: 'Angka kunjungan ini dihitung ulang: 26 menjadi 12 menit.' }),
  message({ id: 'm4', kind: 'note', behalf: 'Kepala Bidang (contoh)' }),
]
const DELEGATION = {
  ...{
    id: 'd1',
    personId: 'atasan',
    person: 'Kepala Seksi (contoh)',
    delegateId: 'meja',
    delegate: 'Meja Depan (contoh)',
  },
  ...{ from: '2026-07-20', to: '2026-07-24', endedOn: null },
}
export const TEAM = {
  ...{ date: '2026-06-09', leads: true, delegations: [DELEGATION] },
  members: [
    { id: 'p1', name: 'Petugas 1 (contoh)', behalf: null },
    { id: 'p2', name: 'Petugas 2 (contoh)', behalf: 'Kepala Bidang (contoh)' },
  ],
  colleagues: [{ id: 'meja', name: 'Meja Depan (contoh)' }],
  below: [{ id: 'p9', name: 'Petugas 9 (contoh)', assessor: 'Kepala Subbagian (contoh)' }],
}
const MARKS = {
  ...{ served: 14, many: true },
  visits: [
    { date: '2026-06-09', number: 'A-012', serviceId: 'ktp-el', counterId: '1', reason: 'lateFinish' },
    { date: '2026-06-08', number: 'A-031', serviceId: 'ktp-el', counterId: '1', reason: 'wrongVisit' },
  ],
}
export const NEWS = { waiting: 2, threads: ['p2', 'p2'], outages: 0, contests: 1, leads: true }
export const contest = (of: object) => ({
  ...{ id: 'k1', officer: { id: 'p1', name: 'Petugas 1 (contoh)' }, period: '2026-Q1', causes: ['clock'], words: '' },
  ...{ excluded: { from: '2026-03-01', to: '2026-03-01', hours: [], counters: [] }, evidence: [], state: 'asked' },
  ...{ lateDays: 0, until: { answer: '2026-06-16', decide: '2026-06-23', raise: '2026-06-30' }, objectedAt: 0 },
  ...{ effect: { n: 204, meant: 21, left: 183, enough: true }, answer: null, decision: null, withdrawnAt: null },
  ...{ decider: 'Kepala Bidang (contoh)', may: { answer: true, decide: false } },
  ...of,
})
export const report = (officerId: string, date: string) => ({
  ...{ officerId, officer: `Petugas ${officerId.slice(1)} (contoh)`, date, state: 'waiting', due: 0, late: false },
  ...{ excusedBy: null, entries: [], files: [] },
  versions: [{ version: 1, begunAt: 0, writtenAt: 0, receivedAt: 0, text: { activities: [], note: '' } }],
})
/** What else the page of a team reads. */
export const BESIDES = {
  'GET /api/me/team/scores': { period: null, periods: [], rows: [] },
  'GET /api/me/team/work': {
    rows: [{ officerId: 'p1', name: 'Petugas 1 (contoh)', served: 1204, judged: 1000, within: 860 }],
  },
  'GET /api/me/team/reports': { reports: [report('p2', '2026-06-08'), report('p2', '2026-06-09')] },
  'GET /api/me/team/absences': { absences: [] },
  'GET /api/me/team/clock-marks': { rows: [{ officerId: 'p1', name: 'Petugas 1 (contoh)', ...MARKS }] },
  'GET /api/me/contests': { contests: [contest({})] },
}
