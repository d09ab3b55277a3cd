import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import path from 'node:path'
import { createSealer } from '../../server/services/identity/secrets.ts'
import { takeoversOf } from '../../server/store/leave/takeovers.ts'
import { openSqlite } from '../../server/store/open/open-sqlite.ts'
import { addDays, atClock, MINUTE } from '../../shared/kit/time.ts'
import { DATE } from '../helpers/days.ts'
import { temporaryFolder } from '../helpers/dialects.ts'
import { done, leftHall } from '../helpers/left-hall.ts'
import { counterPath, testApp, type TestApp, type Visitor } from '../helpers/test-app.ts'

const OFFICE = '/api/offices/samarinda'
const MIDNIGHT = atClock(addDays(DATE, 1), '00:00', 'WITA')

let hall: Awaited<ReturnType<typeof leftHall>>
let app: TestApp
let [gone, next, lead]: Visitor[] = []
beforeEach(async () => {
  hall = await leftHall()
  ;({ app, gone, next, lead } = hall)
})
afterEach(async () => {
  expect(app.failures).toEqual([])
  await app.close()
})
const take = () => hall.take()
const deserted = () => hall.deserted()
const visits = () => hall.visits()
const invitations = () => hall.invitations()

describe('a counter whose officer left', () => {
  it('is served on by the next officer: each has the own part, the finish and its rating are the other’s [D17 D18]', async () => {
    const { id } = await deserted()
    await done(next!, '2', 'open')
    const body = { reason: 'ill', note: 'Pulang, demam', end: 'continue', ticketId: id }
    const answer = await done(next!, '1', 'take-over', body, { 'idempotency-key': 'over-1' })
    expect(answer).toMatchObject({
      counter: { id: '1', state: 'closed' },
      ticket: { id, state: 'serving', counterId: '2' },
    })
    expect(await done(next!, '1', 'take-over', body, { 'idempotency-key': 'over-1' })).toEqual(answer)
    app.clock.now += 5 * MINUTE
    await done(next!, '2', 'finish')
    const [first, second] = await visits()
    expect(first).toMatchObject({ counter_id: '1', outcome: 'takenOver' })
    expect(second).toMatchObject({ counter_id: '2', outcome: 'done' })
    expect(first!.officer_id).not.toBe(second!.officer_id)
    expect(second!.ended_at - second!.started_at!).toBe(5 * MINUTE)
    expect(await invitations()).toMatchObject([{ officer_id: second!.officer_id, counter_id: '2' }])
    const { body: figures } = await (await app.as('manajer')).get(`${OFFICE}/figures?from=${DATE}&to=${DATE}`)
    expect(figures).toMatchObject({ tickets: 1, done: 1 })
    const officers = new Map(figures.officers.map((o: { id: string }) => [o.id, o]))
    expect(officers.get(first!.officer_id)).toMatchObject({ served: 0, missed: 0, serve: { n: 0 } })
    expect(officers.get(second!.officer_id)).toMatchObject({ served: 1, way: { n: 0 }, serve: { n: 1 } })
    expect((await gone!.get('/api/me/record')).body.record).toMatchObject({ served: 0, missed: 0 })
  })

  it.each([
    ['put aside', 'park', 'resume'],
    ['sent on', 'transfer', 'call-next'],
  ])(
    'is rated as the work of whoever finished it, also where a colleague %s what was begun [D50]',
    async (_, act, again) => {
      const { ticket } = await take()
      for (const own of ['open', 'call-next', 'start']) await done(gone!, '1', own)
      app.clock.now += 5 * MINUTE
      await done(gone!, '1', act, act === 'park' ? { reason: 'copy' } : { serviceId: 'kartu-identitas-anak' })
      await done(next!, '2', 'open')
      await done(next!, '2', again, act === 'park' ? { ticketId: ticket.id } : {})
      for (const own of ['start', 'finish']) await done(next!, '2', own)
      const [first, second] = await visits()
      expect(second!.officer_id).not.toBe(first!.officer_id)
      expect(await invitations()).toMatchObject([{ officer_id: second!.officer_id, counter_id: '2' }])
    },
  )

  it.each(['serving', 'called'])(
    'leaves a visit that was %s as one stay of whoever left: call and walk are on record, on sheet and in figures alike [D18 O15 O16]',
    async state => {
      await take()
      app.clock.now += 4 * MINUTE
      for (const act of ['open', 'call-next']) await done(gone!, '1', act)
      app.clock.now += 2 * MINUTE
      const isPart = state === 'serving'
      if (isPart) await done(gone!, '1', 'start')
      app.clock.now += 12 * MINUTE
      await done(gone!, '1', 'leave')
      await done(lead!, '1', 'take-over', { reason: 'ill', end: 'left' })
      expect(await visits()).toMatchObject([{ counter_id: '1', service_id: 'ktp-el', outcome: 'unserved' }])
      expect((await invitations()).length).toBe(isPart ? 1 : 0)
      const { record } = (await gone!.get('/api/me/record')).body
      expect(record).toMatchObject({ called: 1, served: 0, missed: 0, way: { n: isPart ? 1 : 0 }, serve: { n: 0 } })
      const manager = await app.as('manajer')
      const { body: figures } = await manager.get(`${OFFICE}/figures?from=${DATE}&to=${DATE}`)
      const ends = isPart ? { partly: 1, unserved: 0 } : { partly: 0, unserved: 1 }
      const waited = { n: 1, uncalled: 0 }
      expect(figures).toMatchObject({ tickets: 1, done: 0, ...ends, wait: waited, officers: [{ served: 0 }] })
      expect((await manager.get(`${OFFICE}/days/${DATE}`)).body.sheet).toMatchObject({ taken: 1, served: 0, ...ends })
    },
  )

  it('is on record, without the note in journal or audit, and its officer reads and answers it once [D17 D18 R1]', async () => {
    await deserted()
    await done(lead!, '1', 'take-over', { reason: 'forgot', note: 'Bu Sari pulang', end: 'back' })
    await app.settled()
    expect(await takeoversOf(app.db, 'samarinda', DATE)).toMatchObject([
      { note: expect.any(String), ticket_end: 'back' },
    ])
    for (const table of ['journal', 'audit', 'takeovers', 'notes'] as const)
      expect(JSON.stringify(await app.db.kysely.selectFrom(table).selectAll().execute())).not.toContain('Bu Sari')
    expect(await app.db.kysely.selectFrom('audit').select('what').execute()).toContainEqual({
      what: 'counter.takenOver',
    })
    const { takeovers } = (await gone!.get('/api/me/takeovers')).body
    expect(takeovers).toMatchObject([
      {
        counterId: '1',
        reason: 'forgot',
        number: 'A-001',
        end: 'back',
        note: 'Bu Sari pulang',
        by: expect.any(String),
      },
    ])
    const path = `/api/me/takeovers/${takeovers[0].id}`
    expect((await next!.post(path, { answer: 'bukan saya' })).status).toBe(404)
    expect((await gone!.post(path, { answer: 'Anak saya sakit' })).status).toBe(200)
    expect((await gone!.get('/api/me/takeovers')).body.takeovers).toEqual([])
    const answered = await takeoversOf(app.db, 'samarinda', DATE)
    expect(answered).toMatchObject([{ answer: expect.any(String) }])
    expect(JSON.stringify(answered)).not.toContain('Anak saya')
    await app.retain()
    app.clock.now += 61 * 24 * 60 * MINUTE
    await app.retain()
    expect(await takeoversOf(app.db, 'samarinda', DATE)).toEqual([])
  })

  it('is on record though the program was killed at any point of writing it down, once [D17 A9 J10]', async () => {
    const [file, key] = [path.join(temporaryFolder(), 'tanggap.db'), Buffer.alloc(32, 7)]
    const started = async () => testApp({ db: await openSqlite(file), key })
    const taken = async ({ db }: TestApp) => [
      (await takeoversOf(db, 'samarinda', DATE)).map(t => createSealer(key, 'notes').open(t.note!)),
      (await db.kysely.selectFrom('audit').select('what').execute()).filter(a => a.what === 'counter.takenOver').length,
    ]
    const first = await started()
    const officer = await first.as('petugas1')
    for (const act of ['open', 'leave']) await done(officer, '1', act)
    await done(await first.as('atasan'), '1', 'take-over', { reason: 'ill', note: 'Demam', end: 'back' })
    await first.settled()
    expect(await taken(first)).toEqual([['Demam'], 1])
    // What a death leaves, from late to early: all but the position, no row, neither row nor entry.
    let last = first
    for (const lost of [[], ['takeovers'], ['takeovers', 'audit']] as const) {
      await last.close()
      const db = await openSqlite(file)
      await db.kysely.deleteFrom('followers').where('follower', '=', 'takeovers').execute()
      for (const table of lost) await db.kysely.deleteFrom(table).execute()
      await db.close()
      last = await started()
      await last.settled()
      expect([lost, await taken(last)]).toEqual([lost, [['Demam'], 1]])
    }
    await last.close()
  })

  it('is another act with another note: its key is refused, and nothing is dropped without a word [J3 D18]', async () => {
    await deserted()
    const said = (note?: string) =>
      lead!.post(
        counterPath('1', 'take-over'),
        { reason: 'ill', end: 'back', ...(note === undefined ? {} : { note }) },
        { 'idempotency-key': 'over-2' },
      )
    expect((await said('Demam')).status).toBe(200)
    expect((await said('Demam')).status).toBe(200)
    for (const other of ['Rapat', undefined]) expect((await said(other)).body.error?.code).toBe('COMMAND_ID_REUSED')
    await app.settled()
    expect((await gone!.get('/api/me/takeovers')).body.takeovers).toMatchObject([{ note: 'Demam' }])
  })

  it('is served on by nobody who has an unfinished visit of the day before at the own counter [D13 D17]', async () => {
    app.clock.now = MIDNIGHT - 10 * MINUTE
    ;[gone, next] = [await app.as('petugas1'), await app.as('petugas2')]
    await take()
    for (const act of ['open', 'call-next', 'start']) await done(next, '2', act)
    app.clock.now = MIDNIGHT + MINUTE
    await app.endDays()
    await take()
    for (const act of ['open', 'call-next', 'leave']) await done(gone, '1', act)
    await done(next, '2', 'open')
    const body = { reason: 'ill', end: 'continue' }
    expect((await next.post(counterPath('1', 'take-over'), body)).body.error?.code).toBe('COUNTER_BUSY')
    await done(next, '2', 'finish')
    expect(await done(next, '1', 'take-over', body)).toMatchObject({ ticket: { state: 'called', counterId: '2' } })
  })

  it.each(['continue', 'back', 'done', 'left'])(
    'is given back with its ticket when the takeover (%s) is undone: rows, survey, document and word to its officer [Y3 Y4]',
    async end => {
      const { id, token } = await deserted()
      await done(next!, '2', 'open')
      await app.settled()
      const rows = async () => ({
        tickets: await app.db.kysely.selectFrom('tickets').selectAll().execute(),
        visits: await visits(),
        invitations: await invitations(),
        applications: await app.db.kysely.selectFrom('applications').select('id').execute(),
        taken: await takeoversOf(app.db, 'samarinda', DATE),
      })
      const before = await rows()
      const { counters } = await app.days.today('samarinda')
      const who = end === 'continue' ? next! : lead!
      await done(who, '1', 'take-over', { reason: 'ill', note: 'Demam', end, ticketId: id })
      await app.settled()
      expect(await rows()).not.toEqual(before)
      app.clock.now += 20_000
      expect((await gone!.post(counterPath('1', 'undo'))).body.error?.code).toBe('COUNTER_CLOSED')
      expect(await done(who, '1', 'undo')).toMatchObject({ ticket: { id, state: 'serving', counterId: '1' } })
      await app.settled()
      expect(await rows()).toEqual(before)
      expect((await app.days.today('samarinda')).counters['1']).toEqual(counters['1'])
      expect((await gone!.get('/api/me/takeovers')).body.takeovers).toEqual([])
      const audit = await app.db.kysely.selectFrom('audit').select('what').execute()
      expect(audit.map(a => a.what)).toEqual(expect.arrayContaining(['counter.takenOver', 'counter.takeoverUndone']))
      expect((await app.visitor().get(`/api/tickets/${token}`)).body.ticket.state).toBe('serving')
      await done(gone!, '1', 'finish')
    },
  )

  it('is given back with nobody at it, and by its taker alone [Y2 Y4]', async () => {
    for (const act of ['open', 'leave']) await done(gone!, '1', act)
    await done(lead!, '1', 'take-over', { reason: 'ill', end: 'back' })
    expect((await next!.post(counterPath('1', 'undo'))).body.error?.code).toBe('COUNTER_CLOSED')
    expect(await done(lead!, '1', 'undo')).toEqual({ ticket: null })
    expect((await lead!.post(counterPath('1', 'undo'))).body.error?.code).toBe('NOT_YOUR_COUNTER')
  })

  it('gives its ticket back to the line: the holder waits at the old place and is called elsewhere [D17]', async () => {
    const { id, token } = await deserted()
    await take()
    await done(lead!, '1', 'take-over', { reason: 'computer', end: 'back', ticketId: id })
    const own = (await app.visitor().get(`/api/tickets/${token}`)).body
    expect(own).toMatchObject({ ticket: { state: 'waiting' }, ahead: 0 })
    expect((await app.visitor().get(`/t/${token}`)).status).toBe(200)
    await done(next!, '1', 'open')
    expect((await done(next!, '1', 'call-next')).ticket.id).toBe(id)
  })

  it('is offered for rating by no tablet once it was freed [D18 S5]', async () => {
    await deserted()
    const tablet = await app.device('tablet')
    await done(lead!, '1', 'take-over', { reason: 'ill', end: 'done' })
    expect(await invitations()).toHaveLength(1)
    expect((await tablet.get(`${OFFICE}/counters/1/survey`)).body).toEqual({ path: null, number: null, serving: false })
  })

  it('is taken over by one of two who press at the same moment, and the other is told [D17 C11]', async () => {
    const { id } = await deserted()
    const from = (await app.days.today('samarinda')).counters['1']!.officerId
    const body = { reason: 'ill', end: 'continue', ticketId: id, from }
    const both = [lead!, await app.as('meja')]
    const answers = await Promise.all(both.map(who => who.post(counterPath('1', 'take-over'), body)))
    expect(answers.map(a => a.body.error?.code ?? 'done').sort()).toEqual(['OFFICER_OTHER', 'done'])
    await done(both[answers.findIndex(a => a.status === 200)]!, '1', 'finish')
  })

  it('is freed by no colleague while it is attended, by nobody for themselves, and in no other office [D17]', async () => {
    await take()
    for (const act of ['open', 'call-next']) await done(gone!, '1', act)
    const body = { reason: 'ill', end: 'back' }
    const tried = async (who: Visitor, path = counterPath('1', 'take-over')) =>
      (await who.post(path, body)).body.error?.code
    expect(await tried(next!)).toBe('COUNTER_ATTENDED')
    expect(await tried(gone!)).toBe('OWN_COUNTER')
    expect(await tried(lead!, '/api/offices/balikpapan/counters/1/take-over')).toBe('FORBIDDEN')
    expect(await tried(await app.as('admin'))).toBe('FORBIDDEN')
    expect(
      (await (await app.as('manajer')).post(counterPath('1', 'take-over'), { ...body, end: 'continue' })).body.error,
    ).toMatchObject({ code: 'FORBIDDEN' })
    expect(await tried(await app.as('manajer'))).toBeUndefined()
  })
})
