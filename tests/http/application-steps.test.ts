import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { stepsOf } from '../../server/store/applications.ts'
import { advance, app, list, officer, onRecord, served, withDocumentDesk } from '../helpers/document-desk.ts'

withDocumentDesk()

describe('the steps of an application', () => {
  it('are taken once by a repeated command and by two people at once [P7]', async () => {
    await served()
    const { id } = (await list()).applications[0]
    const key = randomUUID()
    const second = await app.as('petugas2')
    const [once, again, other] = await Promise.all([
      advance(id, { to: 'processing' }, officer, key),
      advance(id, { to: 'processing' }, officer, key),
      advance(id, { to: 'processing' }, second),
    ])
    // Whoever was first: a command and its repetition are answered alike, and of two people one has taken the step.
    expect(again.status).toBe(once.status)
    expect([once.status, other.status].sort()).toEqual([200, 409])
    expect((await stepsOf(app.db, id)).map(s => [s.who, s.to_state])).toEqual([
      ['staff:p1', 'received'],
      [once.status === 200 ? 'staff:p1' : 'staff:p2', 'processing'],
    ])
  })

  it('answer a command again as they did, and refuse its id for anything else and to anybody else [P7]', async () => {
    await served()
    const { id } = (await list()).applications[0]
    const key = randomUUID()
    const second = await app.as('petugas2')
    await advance(id, { to: 'processing' }, officer, key)
    expect((await advance(id, { to: 'processing' }, officer, key)).body.application.state).toBe('processing')
    expect((await advance(id, { to: 'ready' }, officer, key)).body.error.code).toBe('COMMAND_ID_REUSED')
    expect((await advance(id, { to: 'processing' }, second, key)).body.error.code).toBe('COMMAND_ID_REUSED')
    expect(await stepsOf(app.db, id)).toHaveLength(2)
    const back = (reason: string) => advance(id, { to: 'returned', reason }, officer, 'sent-back')
    expect((await back('unreadable')).status).toBe(200)
    expect((await back('missingPaper')).body.error.code).toBe('COMMAND_ID_REUSED')
    expect((await back('unreadable')).status).toBe(200)
  })

  it('are taken with one document by one command, also where it is sent for several at once [P7]', async () => {
    for (let n = 0; n < 4; n += 1) await served()
    const ids = (await list()).applications.map((a: { id: string }) => a.id)
    const answers = await Promise.all(
      ids.map((id: string) => advance(id, { to: 'processing' }, officer, 'one-for-all')),
    )
    expect(answers.map(a => a.body.error?.code ?? a.status).sort()).toEqual([
      200,
      'COMMAND_ID_REUSED',
      'COMMAND_ID_REUSED',
      'COMMAND_ID_REUSED',
    ])
    expect((await list()).counts).toMatchObject({ received: 3, processing: 1 })
  })

  it('are counted as they are looked for, each state by itself whichever is shown [P14]', async () => {
    await served()
    await served()
    const [first] = (await list()).applications
    await advance(first.id, { to: 'processing' })
    const counts = async (query: string) => (await list(query)).counts
    expect(await counts('')).toMatchObject({ received: 1, processing: 1 })
    expect(await counts(`?q=${first.number}`)).toMatchObject({ received: 0, processing: 1 })
    expect(await counts(`?q=${first.number}&state=received`)).toMatchObject({ received: 0, processing: 1 })
    expect(await counts(`?date=${first.visitedOn}`)).toMatchObject({ received: 1, processing: 1 })
    for (const nothing of ['date=2026-01-02', 'late=yes', 'service=kartu-keluarga'])
      expect(await counts(`?${nothing}`)).toMatchObject({ received: 0, processing: 0 })
  })

  it('can be taken back, and the way back is on record [P7]', async () => {
    await served()
    const { id } = (await list()).applications[0]
    await advance(id, { to: 'processing' })
    expect((await advance(id, { to: 'received' })).body.application.state).toBe('received')
    expect((await onRecord(id)).at(-1)).toEqual(['received', 'processing'])
    expect(await stepsOf(app.db, id)).toMatchObject([
      { to_state: 'received' },
      { from_state: 'received', to_state: 'processing', who: 'staff:p1' },
      { from_state: 'processing', to_state: 'received', who: 'staff:p1' },
    ])
  })

  it('are refused for an unknown application and for a jump', async () => {
    await served()
    const { id } = (await list()).applications[0]
    expect((await advance('none', { to: 'processing' })).body.error.code).toBe('APPLICATION_UNKNOWN')
    const jump = await advance(id, { to: 'handedOver' })
    expect([jump.status, jump.body.error.data]).toEqual([409, { state: 'received' }])
  })
})
