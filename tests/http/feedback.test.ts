import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { atClock } from '../../shared/kit/time.ts'
import { nine, surveyed } from '../helpers/surveyed.ts'
import { saved, testApp, type Answer, type TestApp, type Visitor } from '../helpers/test-app.ts'

const OFFICE = '/api/offices/samarinda'
const TODAY = '2026-06-20'
let app: TestApp
let admin: Visitor
let supervisor: Visitor
let officer: Visitor
beforeAll(async () => {
  app = await testApp()
  app.clock.now = atClock(TODAY, '11:00', 'WITA')
  ;[admin, supervisor, officer] = [await app.as('admin'), await app.as('atasan'), await app.as('petugas1')]
  for (const officerId of ['p1', 'p2'])
    await admin.post(`${OFFICE}/supervisions`, { officerId, assessorId: 'atasan', from: TODAY, to: null })
})
afterAll(async () => {
  expect(app.failures).toEqual([])
  await app.close()
})

const said = ({ status, body }: Answer) => [status, body.error?.code ?? Object.keys(body)[0]]
const about = { kind: 'visit', ref: 'C-015', from: TODAY, to: TODAY }
const writing = { kind: 'feedback', about, text: 'Apa yang bisa saya bantu?', tags: ['kompeten.3'], corrects: null }
const write = (of: object = {}, who = supervisor, to = 'p1') =>
  who.post(`/api/me/team/${to}/feedback`, { ...writing, ...of })
const reply = (of: object = {}) =>
  officer.post('/api/me/feedback', { kind: 'reply', about, text: 'SIAK berhenti 14 menit.', corrects: null, ...of })
const own = async (who = officer) => (await who.get('/api/me/feedback')).body.messages
const seen = async (who: Visitor) => (await who.get('/api/me/team/p1/feedback')).body.messages
const waiting = async (who: Visitor) => (await who.get('/api/me/news')).body.waiting
const texts = (all: { text: string }[]) => all.map(m => m.text)

describe('what somebody and who assesses them say to each other', () => {
  it('is dated, tagged, read when they say so, and answered [O110 O112]', async () => {
    const key = { 'idempotency-key': 'pesan-1' }
    const first = await supervisor.post('/api/me/team/p1/feedback', writing, key)
    expect(first.status).toBe(201)
    expect((await supervisor.post('/api/me/team/p1/feedback', writing, key)).body).toEqual(first.body)
    const other = { ...writing, text: 'Lain' }
    expect(said(await supervisor.post('/api/me/team/p1/feedback', other, key))).toEqual([409, 'COMMAND_ID_REUSED'])
    expect(await waiting(officer)).toBe(1)
    const [message] = await own()
    expect(message).toMatchObject({ author: 'Kepala Seksi (contoh)', tags: ['kompeten.3'], waits: true, readAt: null })
    app.clock.now += 60_000
    expect((await officer.post(`/api/me/feedback/${message.id}/read`)).status).toBe(200)
    expect((await officer.post(`/api/me/feedback/${message.id}/read`)).status).toBe(200)
    expect([await waiting(officer), (await seen(supervisor))[0].readAt]).toEqual([0, app.clock.now])
    await reply()
    expect(await waiting(supervisor)).toBe(1)
    expect((await supervisor.get('/api/me/news')).body.threads).toEqual(['p1'])
    expect(texts(await seen(supervisor))).toEqual(['Apa yang bisa saya bantu?', 'SIAK berhenti 14 menit.'])
    // Whoever answers has read it.
    await write({ kind: 'reply', text: 'Sesuai catatan.' })
    expect(await waiting(supervisor)).toBe(0)
  })

  it('is told to the screens of both and of whoever stands in, and to nobody else [O251]', async () => {
    const told = async (who: Visitor) => (await who.get('/api/me/news')).body.told
    const stranger = await app.as('petugas2')
    const before = [await told(officer), await told(supervisor), await told(stranger)]
    await write({ text: 'Baris kedua.' })
    expect([await told(officer), await told(supervisor)]).toEqual([before[0] + 1, before[1] + 1])
    // Of messages of one moment any may come last.
    const unread = (await own()).find((m: { text: string }) => m.text === 'Baris kedua.')
    await officer.post(`/api/me/feedback/${unread.id}/read`)
    expect([await told(officer), await told(supervisor)]).toEqual([before[0] + 2, before[1] + 2])
    expect(await told(stranger)).toBe(before[2])
  })

  it('is never changed: a correction is a message that names the own earlier one [O110]', async () => {
    const [theirs] = await own()
    expect(said(await reply({ corrects: theirs.id }))).toEqual([404, 'NOT_FOUND'])
    const fixed = await write({ corrects: theirs.id, text: 'Ralat: 26 menit.' })
    expect(fixed.body.message.corrects).toBe(theirs.id)
    expect(texts(await own())).toContain('Apa yang bisa saya bantu?')
  })

  it('is refused with signs that nobody can see, or about days that end before they begin', async () => {
    for (const text of ['a\u0000b', 'a\u202Eb', 'a\uD800b'])
      expect(said(await write({ text }))).toEqual([400, 'TEXT_UNSEEN'])
    const backwards = { ...about, from: TODAY, to: '2026-06-19' }
    expect(said(await write({ about: backwards }))).toEqual([400, 'BAD_REQUEST'])
    expect(said(await reply({ about: { ...about, ref: 'C\u0000' } }))).toEqual([400, 'TEXT_UNSEEN'])
  })

  it('is for these two, and each look of the assessor is told to the officer [O111 O162]', async () => {
    for (const who of ['manajer', 'petugas2', 'meja']) {
      expect(said(await (await app.as(who)).get('/api/me/team/p1/feedback')), who).toEqual([403, 'NOT_OF_TEAM'])
      expect(said(await write({}, await app.as(who))), who).toEqual([403, 'NOT_OF_TEAM'])
    }
    expect(said(await officer.get('/api/me/team/p1/feedback'))).toEqual([403, 'NOT_OF_TEAM'])
    const foreign = (await own())[0].id
    expect(said(await (await app.as('petugas2')).post(`/api/me/feedback/${foreign}/read`))).toEqual([404, 'NOT_FOUND'])
    const rows = await app.db.kysely.selectFrom('audit').selectAll().where('what', '=', 'record.read').execute()
    expect(rows.length).toBeGreaterThan(0)
    expect(rows.map(r => r.detail).join()).not.toContain('SIAK')
  })

  it('in a talk for two stays between them, whoever stands in or comes after [O111 O103]', async () => {
    await write({ kind: 'note', text: 'Berdua: rencana belajar.' })
    await reply({ kind: 'note', text: 'Berdua: saya setuju.' })
    const given = { delegateId: 'meja', from: TODAY, to: TODAY }
    await supervisor.post('/api/me/delegations', given)
    const desk = await app.as('meja')
    expect(texts(await seen(desk)).join()).not.toContain('Berdua')
    expect(texts(await seen(supervisor)).filter(text => text.startsWith('Berdua'))).toHaveLength(2)
    const acted = await write({ text: 'Saya menggantikan.' }, desk)
    expect(acted.body.message).toMatchObject({ author: 'Meja Depan (contoh)', behalf: 'Kepala Seksi (contoh)' })
    const rows = await app.db.kysely.selectFrom('audit').selectAll().where('what', '=', 'feedback.feedback').execute()
    expect(JSON.parse(rows.at(-1)!.detail)).toMatchObject({ onBehalf: 'atasan', officer: 'p1' })
  })
})

describe('thanks', () => {
  it('come from a colleague, never from oneself [O113 O356]', async () => {
    const colleague = await app.as('petugas2')
    expect(
      (await colleague.post('/api/me/thanks', { officerId: 'p1', text: 'Terima kasih sudah membantu' })).status,
    ).toBe(201)
    const thanks = (await own()).find((m: { kind: string }) => m.kind === 'thanks')
    expect(thanks).toMatchObject({ author: 'Petugas 2 (contoh)', waits: true })
    expect(said(await officer.post('/api/me/thanks', { officerId: 'p1', text: 'Saya' }))).toEqual([409, 'THANKS_SELF'])
    const { colleagues } = (await officer.get('/api/me/feedback')).body
    const names = colleagues.map((c: { id: string }) => c.id)
    expect(names).toContain('p2')
    for (const other of ['atasan', 'manajer', 'admin', 'p1']) {
      expect(names, other).not.toContain(other)
      const thanked = await officer.post('/api/me/thanks', { officerId: other, text: 'Terima kasih' })
      expect(thanked.status, other).toBeGreaterThanOrEqual(404)
    }
    expect(said(await officer.post('/api/me/thanks', { officerId: 'lain', text: 'Anda' }))).toEqual([404, 'NOT_FOUND'])
  })

  it('of a citizen are given once by who assesses, of a closed month above the floors, without names, and the rest is not kept [O114]', async () => {
    await saved(app, { minRatings: 10 })
    const s = surveyed(app.db)
    await s.rated(await s.visits(12, 'p1', '1', '2026-06-02'), 4)
    const ids = await s.visits(14, 'p1', '1', '2026-05-12')
    await s.rated(ids, 4)
    for (const [i, id] of ids.entries())
      await s.answered([id], nine(4), i === 0 ? 'Siti dari Palaran: sabar sekali' : 'Baik')
    const others = await s.visits(12, 'p4', '4', '2026-05-12')
    await s.rated(others, 4)
    await s.answered(others)
    app.clock.now = atClock('2026-06-20', '12:00', 'WITA')
    const words = { month: '2026-05', service: 'ktp-el', original: '••• dari Palaran: sabar sekali' }
    const give = (text: string, of: object = {}, to = 'p1') =>
      supervisor.post(`/api/me/team/${to}/kudos`, { ...words, text, ...of })
    expect(said(await give('Sabar', { original: 'Tidak pernah ditulis' }))).toEqual([404, 'NOT_FOUND'])
    expect(said(await give('Sabar', {}, 'p3'))).toEqual([403, 'NOT_OF_TEAM'])
    expect(said(await give('Palaran 081234'))).toEqual([409, 'KUDOS_NAMES'])
    expect(said(await give('Petugas terbaik, layak naik pangkat'))).toEqual([409, 'KUDOS_CHANGED'])
    expect(said(await give('Sabar sekali', {}, 'p2'))).toEqual([409, 'KUDOS_SERVICE'])
    await s.visits(1, 'p2', '2', '2026-05-12')
    expect((await give('Sabar sekali')).status).toBe(201)
    expect(said(await give('Sabar sekali', {}, 'p2'))).toEqual([409, 'KUDOS_GIVEN'])
    expect((await own()).at(-1)).toMatchObject({ kind: 'kudos', author: null, text: '[…] sabar sekali' })
    const kept = JSON.stringify(await app.db.kysely.selectFrom('feedback').selectAll().execute())
    const logged = JSON.stringify(await app.db.kysely.selectFrom('audit').selectAll().execute())
    expect(kept + logged).not.toContain('Palaran')
  })

  it('are given twenty times a day, however fast, and again on the next [O366]', async () => {
    const colleague = await app.as('petugas3')
    const thank = (text: string, by = colleague) => by.post('/api/me/thanks', { officerId: 'p1', text })
    const given = await Promise.all(Array.from({ length: 24 }, (_, i) => thank(`Terima kasih ${i}`)))
    expect(given.filter(({ status }) => status === 201)).toHaveLength(20)
    expect(said(await thank('Satu lagi'))).toEqual([429, 'THANKS_MANY'])
    app.clock.now = atClock('2026-06-21', '09:00', 'WITA')
    expect((await thank('Satu lagi', await app.as('petugas3'))).status).toBe(201)
    app.clock.now = atClock(TODAY, '11:00', 'WITA')
  })

  it('are read by the next assessor from the first own day on, and by the former those until then [O111]', async () => {
    const [next, on] = ['meja', '2026-06-25']
    const { supervisions } = (await admin.get(`${OFFICE}/supervisions`)).body
    const ends = supervisions.find((s: { officerId: string }) => s.officerId === 'p2').id
    await write({ text: 'Sebelum pergantian' }, supervisor, 'p2')
    app.clock.now = atClock(on, '09:00', 'WITA')
    admin = await app.as('admin')
    const changed = { officerId: 'p2', assessorId: next, from: on, to: null, ends }
    expect((await admin.post(`${OFFICE}/supervisions`, changed)).status).toBe(201)
    const desk = await app.as(next)
    const day = { kind: 'day', ref: on, from: on, to: on }
    expect((await write({ text: 'Sesudah pergantian', about: day }, desk, 'p2')).status).toBe(201)
    const thread = async (who: Visitor) => texts((await who.get('/api/me/team/p2/feedback')).body.messages)
    expect(await thread(desk)).toEqual(['Sesudah pergantian'])
    expect(await thread(await app.as('atasan'))).toContain('Sebelum pergantian')
    expect(await thread(await app.as('atasan'))).not.toContain('Sesudah pergantian')
    app.clock.now = atClock(TODAY, '11:00', 'WITA')
  })
})
