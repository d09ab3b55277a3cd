import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, expect } from 'vitest'
import { stepsOf } from '../../server/store/applications.ts'
import { ticketRow } from './entries.ts'
import { counterPath, testApp, TICKETS, type TestApp, type Visitor } from './test-app.ts'

export const LIST = '/api/offices/samarinda/applications'

export let app: TestApp
export let officer: Visitor

/** A program of its own for each test, at whose first counter visits are served whose documents are made later. */
export function withDocumentDesk(): void {
  beforeEach(async () => {
    app = await testApp()
    officer = await app.as('petugas1')
    await officer.post(counterPath('1', 'open'))
  })
  afterEach(async () => {
    expect(app.failures).toEqual([])
    await app.close()
  })
}

/** The officer comes back to work at a later time, and signs in anew. */
export async function backAt(now: number): Promise<void> {
  app.clock.now = now
  officer = await app.as('petugas1')
}

export async function take(serviceId = 'ktp-el') {
  const { body } = await officer.post(TICKETS, { serviceId })
  return body as { ticket: { id: string; number: string }; token: string }
}

/** Takes a number, serves it and finishes it. */
export async function served(serviceId = 'ktp-el', finish: object = {}) {
  const taken = await take(serviceId)
  await officer.post(counterPath('1', 'call-next'))
  await officer.post(counterPath('1', 'start'))
  expect((await officer.post(counterPath('1', 'finish'), finish)).status).toBe(200)
  await app.settled()
  return taken
}

export const list = async (query = '') => (await officer.get(LIST + query)).body
export const advance = (id: string, body: object, by = officer, key: string = randomUUID()) =>
  by.post(`${LIST}/${id}/advance`, body, { 'idempotency-key': key })
/** Every step of an application: whereto, and where from. */
export const onRecord = async (id: string) => (await stepsOf(app.db, id)).map(s => [s.to_state, s.from_state])
export const ofHolder = async (token: string) => (await app.visitor().get(`/api/tickets/${token}`)).body.application

let copied = 0
/** So many documents more, like this one but for what is said. */
export async function copies(id: string, n: number, but: object) {
  const { kysely } = app.db
  const row = await kysely.selectFrom('applications').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
  const values = Array.from({ length: n }, () => {
    const no = (copied += 1)
    return { ...row, number: `B-${no}`, ...but, id: `copy-${no}`, ticket_id: `ticket-${no}`, part_key: `${no}` }
  })
  const tickets = values.map(({ ticket_id }) => ({ ...ticketRow(5_000 + (copied += 1)), id: ticket_id }))
  await kysely.insertInto('tickets').values(tickets).execute()
  await kysely.insertInto('applications').values(values).execute()
}
