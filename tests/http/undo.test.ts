import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { counterPath, surveyAt, TICKETS } from '../helpers/test-app.ts'
import { app, officer, withDocumentDesk } from '../helpers/document-desk.ts'

withDocumentDesk()

const act = (verb: string, body: object = {}, key: string = randomUUID()) =>
  officer.post(counterPath('1', verb), body, { 'idempotency-key': key })
const applications = async () => (await officer.get('/api/offices/samarinda/applications')).body.applications

/** Somebody took a number, was called and served. */
async function serving() {
  const { body } = await officer.post(TICKETS, { serviceId: 'ktp-el' })
  await act('call-next')
  await act('start')
  return body as { ticket: { id: string; number: string }; token: string }
}

describe('undoing at the counter', () => {
  it('lets nobody say of a visitor who has rated that they did not come [Y3 O14]', async () => {
    await officer.post(TICKETS, { serviceId: 'ktp-el' })
    for (const verb of ['call-next', 'finish']) await act(verb)
    const survey = await surveyAt(app, '1')
    expect((await app.visitor().post(`${survey}/rating`, { rating: 1 })).status).toBe(201)
    app.clock.now += 20_000
    await act('undo')
    app.clock.now += 60_000
    expect((await act('skip')).body.error?.code).toBe('TICKET_RATED')
    expect((await act('finish')).body.ticket.state).toBe('done')
    const visits = await app.db.kysely.selectFrom('visits').select('outcome').execute()
    expect(visits).toEqual([{ outcome: 'done' }])
  })

  it('closes the survey of an end that is undone, its link included, and withdraws its document [Y3]', async () => {
    const { token } = await serving()
    await act('finish')
    await app.settled()
    const path = await surveyAt(app, '1')
    const link = `/api/surveys/${path.split('/').at(-1)}`
    expect((await app.visitor().get(link)).status).toBe(200)
    expect(await applications()).toHaveLength(1)
    const { status, body } = await act('undo')
    expect([status, body.ticket.state]).toEqual([200, 'serving'])
    await app.settled()
    expect((await app.visitor().get(link)).body.error.code).toBe('TICKET_STATE')
    expect(await applications()).toEqual([])
    expect((await app.visitor().get(`/api/tickets/${token}`)).body).toMatchObject({ ticket: { state: 'serving' } })
    await act('finish')
    await app.settled()
    expect((await app.visitor().get(link)).status).toBe(200)
    expect(await applications()).toHaveLength(1)
  })

  it('answers the same undo the same, and undoes nothing else by it [Y2]', async () => {
    await serving()
    const key = randomUUID()
    const first = await act('undo', {}, key)
    await act('start')
    expect(await act('undo', {}, key)).toMatchObject({ status: 200, body: first.body })
    expect((await act('finish')).body.ticket.state).toBe('done')
  })

  it('refuses with a sentence for each reason [Y2]', async () => {
    expect((await act('undo')).body.error.code).toBe('UNDO_NOTHING')
    await serving()
    expect((await act('undo', { act: 1 })).body.error.code).toBe('UNDO_OVERTAKEN')
    const other = await app.as('petugas2')
    expect((await other.post(counterPath('1', 'undo'))).body.error.code).toBe('NOT_YOUR_COUNTER')
    app.clock.now += 31_000
    expect((await act('undo')).body.error.code).toBe('UNDO_LATE')
  })
})
