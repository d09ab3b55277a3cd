import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { InvitationRow, TicketRow, VisitRow } from '../../server/journal/journal.ts'
import type { Database } from '../../server/store/open/database.ts'
import { answerSkm, rate } from '../../server/store/surveys.ts'
import type { IkmView, RecordView, UnitFigures } from '../../shared/officer/figures.ts'
import { addDays, atClock, MINUTE } from '../../shared/kit/time.ts'
import { UNSUR, type Score } from '../../shared/survey/instruments.ts'
import { DATE, entry, invitationRow, taken, ticketRow, visitRow } from '../helpers/entries.ts'
import { testApp, type TestApp } from '../helpers/test-app.ts'

const OFFICE = 'samarinda'
const at = (clock: string, date = DATE) => atClock(date, clock, 'WITA')
const YESTERDAY = addDays(DATE, -1)
const NINE = Object.fromEntries(UNSUR.map(unsur => [unsur, 3 as Score]))

let app: TestApp
let db: Database
let seq: number

beforeEach(async () => {
  app = await testApp()
  app.clock.now = at('11:00')
  db = app.db
  seq = 0
})

afterEach(async () => {
  expect(app.failures).toEqual([])
  await app.close()
})

async function signIn(username: string) {
  const who = await app.as(username)
  return async <T>(path: string) => {
    const { status, body } = await who.get(path)
    return { status, body: body as T & { error?: { code: string } } }
  }
}

/** Finished visits of an officer at a counter on a date, ten minutes of service each; returns their ticket ids. */
async function visits(count: number, officer: string, counter: string, date = DATE): Promise<readonly string[]> {
  const where = { office: OFFICE, date, service_id: 'ktp-el' }
  const rows = Array.from({ length: count }, (_, i) => {
    const no = seq + i
    const stay = { ...where, counter_id: counter, officer_id: officer }
    const times = { called_at: at('09:20', date), started_at: at('09:21', date), ended_at: at('09:31', date) }
    const ticket: TicketRow = ticketRow(no, {
      ...where,
      state: 'done',
      taken_at: at('09:00', date),
      called_at: times.called_at,
      ended_at: times.ended_at,
      promised_from: at('09:10', date),
      promised_to: at('09:30', date),
    })
    const visit: VisitRow = visitRow(no, no + 1, { ...stay, ...times, outcome: 'done' })
    const invited: InvitationRow = { ...invitationRow(no, stay), ticket_id: ticket.id }
    return { ticket, visit, invited, event: { ...taken(no + 1), id: ticket.id } }
  })
  seq += count
  await db.journal.append([
    {
      ...entry({ events: rows.map(r => r.event) }),
      office: OFFICE,
      date,
      tickets: rows.map(r => r.ticket),
      visits: rows.map(r => r.visit),
      invitations: rows.map(r => r.invited),
    },
  ])
  return rows.map(r => r.ticket.id)
}

async function rated(ids: readonly string[], rating: Score): Promise<void> {
  for (const id of ids) await rate(db, id, { key: `tap-${id}`, id: `r-${id}`, rating, reasons: [] })
}

async function answered(ids: readonly string[]): Promise<void> {
  for (const id of ids) await answerSkm(db, id, { key: `skm-${id}`, id: `a-${id}`, answers: NINE })
}

const FIGURES = `/api/offices/${OFFICE}/figures`
const IKM = `/api/offices/${OFFICE}/ikm`

describe('the figures of the unit', () => {
  it('tell a manager how every counter and officer worked', async () => {
    await visits(3, 'p2', '2')
    await visits(1, 'p1', '1')
    const { status, body } = await (await signIn('manajer'))<UnitFigures>(FIGURES)
    expect(status).toBe(200)
    expect(body).toMatchObject({ from: DATE, to: DATE, tickets: 4, done: 4, waitMs: { p50: 20 * MINUTE } })
    expect(body.officers).toMatchObject([
      { name: 'Petugas 1 (contoh)', served: 1 },
      { name: 'Petugas 2 (contoh)', served: 3, serveMs: 10 * MINUTE },
    ])
    expect(body.estimates).toEqual({ n: 4, inside: 4, earlier: 0, later: 0 })
  })

  it('never tell a manager or a supervisor how an officer was rated [O1]', async () => {
    await rated(await visits(70, 'p1', '1'), 1)
    for (const username of ['manajer', 'atasan']) {
      const { body } = await (await signIn(username))<UnitFigures>(FIGURES)
      expect(body.ratings).toMatchObject({ shown: true, n: 70 })
      for (const part of [body.officers, body.counters, body.services])
        expect(JSON.stringify(part)).not.toMatch(/rat(ed|ing)|mean|score|counts|ikm/i)
    }
  })

  it('keep the ratings of the unit closed under the minimum [O2]', async () => {
    await rated(await visits(59, 'p1', '1'), 1)
    const { body } = await (await signIn('manajer'))<UnitFigures>(FIGURES)
    expect(body.ratings).toEqual({ shown: false, n: 59, nMin: 60 })
  })

  it('are refused to an officer, an administrator and a stranger [A2]', async () => {
    for (const username of ['petugas1', 'admin']) {
      const ask = await signIn(username)
      for (const path of [FIGURES, IKM])
        expect(await ask(path)).toMatchObject({ status: 403, body: { error: { code: 'FORBIDDEN' } } })
    }
    expect((await app.visitor().get(FIGURES)).status).toBe(401)
    expect((await app.visitor().get(IKM)).status).toBe(401)
  })

  it('are refused for an office of others', async () => {
    expect((await (await signIn('manajer'))('/api/offices/lain/figures')).status).toBe(403)
  })

  it('cover the days asked for, and refuse days that make no period [O11]', async () => {
    await visits(2, 'p1', '1', YESTERDAY)
    await visits(1, 'p1', '1')
    const ask = await signIn('manajer')
    expect((await ask<UnitFigures>(`${FIGURES}?from=${YESTERDAY}`)).body.tickets).toBe(3)
    expect((await ask<UnitFigures>(`${FIGURES}?from=${YESTERDAY}&to=${YESTERDAY}`)).body.tickets).toBe(2)
    expect((await ask(`${FIGURES}?from=${addDays(DATE, -399)}`)).status).toBe(200)
    for (const query of [
      `from=${DATE}&to=${YESTERDAY}`,
      `from=${addDays(DATE, -400)}`,
      'from=2026-02-30',
      'from=2026-13-01',
      'to=kemarin',
    ])
      expect(await ask(`${FIGURES}?${query}`), query).toMatchObject({
        status: 400,
        body: { error: { code: 'BAD_REQUEST' } },
      })
  })
})

describe('the IKM', () => {
  it('comes with its method, the other methods and the sample that the number of users asks for [S12]', async () => {
    await answered((await visits(40, 'p1', '1')).slice(0, 30))
    const { body } = await (await signIn('manajer'))<IkmView>(IKM)
    expect(body.result).toMatchObject({ ikm: 75, mutu: 'C', n: 30, method: 'exact' })
    expect(body.audit.map(a => [a.method, a.ikm])).toContainEqual(['0.11', 74.25])
    expect(body.sample).toEqual({ population: 40, target: 36, achieved: 30 })
  })

  it('is not moved by a rating, which is no answer to its questions [S3]', async () => {
    const ids = await visits(6, 'p1', '1')
    await answered(ids.slice(0, 4))
    const ask = await signIn('manajer')
    const before = (await ask<IkmView>(IKM)).body.result
    await rated(ids, 1)
    expect((await ask<IkmView>(IKM)).body.result).toEqual(before)
  })

  it('follows the method that the office has set', async () => {
    await answered(await visits(5, 'p1', '1'))
    await app.offices.change(OFFICE, { ikmMethod: '0.11' })
    const { body } = await (await signIn('atasan'))<IkmView>(IKM)
    expect(body.result).toMatchObject({ ikm: 74.25, method: '0.11' })
  })

  it('is taken of one service, of one counter, of one period', async () => {
    await answered(await visits(60, 'p1', '1'))
    await answered(await visits(2, 'p2', '2'))
    await answered(await visits(3, 'p2', '2', YESTERDAY))
    const ask = await signIn('manajer')
    const n = async (query: string) => (await ask<IkmView>(`${IKM}?${query}`)).body.sample.achieved
    expect(await n('counter=1')).toBe(60)
    expect(await n('service=ktp-el')).toBe(62)
    expect(await n('service=legalisir')).toBe(0)
    expect(await n(`from=${YESTERDAY}&counter=2`)).toBe(5)
    expect((await ask(`${IKM}?service=tidak-ada`)).status).toBe(404)
    expect((await ask(`${IKM}?counter=99`)).status).toBe(404)
  })

  it('of one counter stays closed while few have answered, because a counter on a day is a person [S14]', async () => {
    await answered(await visits(59, 'p1', '1'))
    const ask = await signIn('manajer')
    const few = (await ask<IkmView>(`${IKM}?counter=1`)).body
    expect(few.result).toMatchObject({ n: 59 })
    expect(few.result.ikm).toBeUndefined()
    expect(JSON.stringify([few.result.unsur, few.audit])).not.toMatch(/"(nrr|ikm|mutu|weighted)"/)
    expect(JSON.stringify(few.result.unsur)).not.toContain('177')
    await answered(await visits(1, 'p1', '1'))
    expect((await ask<IkmView>(`${IKM}?counter=1`)).body.result).toMatchObject({ n: 60, ikm: 75 })
  })

  it('says nothing, not zero, before anybody has answered', async () => {
    const { body } = await (await signIn('manajer'))<IkmView>(IKM)
    expect(body.result.n).toBe(0)
    expect(body.result).not.toHaveProperty('ikm')
    expect(body.sample).toEqual({ population: 0, target: 0, achieved: 0 })
  })
})

describe("an officer's own record", () => {
  const own = async (username: string, query = '') => (await signIn(username))<RecordView>(`/api/me/record${query}`)

  it('holds the own visits and nobody else [O1]', async () => {
    await visits(3, 'p1', '1')
    await visits(5, 'p2', '2')
    const { body } = await own('petugas1')
    expect(body.record).toMatchObject({ called: 3, served: 3 })
    expect(body.unitServe.n).toBe(8)
    expect(JSON.stringify(body)).not.toMatch(/p2|Petugas 2|petugas2/)
  })

  it('cannot be asked for somebody else [O1]', async () => {
    await visits(3, 'p1', '1')
    const ask = await signIn('petugas2')
    expect((await ask('/api/me/record?officer=p1')).status).toBe(400)
    expect((await ask<RecordView>('/api/me/record')).body.record.called).toBe(0)
  })

  it('is refused to a manager and an administrator, who have none', async () => {
    for (const username of ['manajer', 'admin']) expect((await own(username)).status).toBe(403)
  })

  it('covers the last ninety days unless another period is asked for [O11]', async () => {
    await visits(2, 'p1', '1', addDays(DATE, -89))
    await visits(4, 'p1', '1', addDays(DATE, -90))
    expect((await own('petugas1')).body).toMatchObject({ from: addDays(DATE, -89), to: DATE, record: { called: 2 } })
    expect((await own('petugas1', `?from=${addDays(DATE, -90)}`)).body.record.called).toBe(6)
  })

  it('shows ratings only from the minimum on, and only those of days before today [O3]', async () => {
    const ids = await visits(59, 'p1', '1', YESTERDAY)
    await rated(ids, 4)
    await rated(await visits(5, 'p1', '1'), 1)
    expect((await own('petugas1')).body.record.ratings).toEqual({ shown: false, n: 59, nMin: 60 })
    await rated(await visits(1, 'p1', '1', YESTERDAY), 4)
    expect((await own('petugas1')).body.record.ratings).toMatchObject({ shown: true, n: 60, counts: [0, 0, 0, 60] })
    expect((await own('petugas1', `?from=${DATE}`)).body.record.ratings).toMatchObject({ shown: false, n: 0 })
  })

  it('does not count the ratings of colleagues', async () => {
    await rated(await visits(70, 'p2', '2', YESTERDAY), 1)
    expect((await own('petugas1')).body.record.ratings).toMatchObject({ shown: false, n: 0 })
    expect((await own('petugas2')).body.record.ratings).toMatchObject({ shown: true, n: 70 })
  })
})
