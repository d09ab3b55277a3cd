import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { DAY } from '../../shared/kit/time.ts'
import { counterPath, MORNING, testApp, TICKETS, type TestApp, type Visitor } from '../helpers/test-app.ts'

let app: TestApp
let sender: Visitor
let receiver: Visitor
beforeEach(async () => {
  app = await testApp()
  sender = await app.as('petugas1')
  receiver = await app.as('petugas2')
  await sender.post(counterPath('1', 'open'), { services: ['ktp-el'] })
  await receiver.post(counterPath('2', 'open'), { services: ['legalisir'] })
})
afterEach(() => app.close())

const NOTE = 'Nama Budi di akta beda satu huruf'

/** Serves somebody at counter 1 and sends them on. */
async function sent(more: object = {}) {
  const kiosk = await app.device('kiosk')
  const taken = (await kiosk.post(TICKETS, { serviceId: 'ktp-el' })).body
  await sender.post(counterPath('1', 'call-next'))
  await sender.post(counterPath('1', 'start'))
  const answer = await sender.post(counterPath('1', 'transfer'), { serviceId: 'legalisir', ...more })
  expect(answer.status).toBe(200)
  return taken
}
const noteAt = async (counter: string, by: Visitor) => (await by.get(counterPath(counter, 'note'))).body

describe('the note that goes with a transfer', () => {
  it('is shown at the counter to which the ticket came, and nowhere else [D28]', async () => {
    const { ticket } = await sent({ note: NOTE, sentTo: '2' })
    expect((await noteAt('2', receiver)).error.code).toBe('NO_CURRENT_TICKET')
    await receiver.post(counterPath('2', 'call-next'))
    expect(await noteAt('2', receiver)).toEqual({ number: ticket.number, note: NOTE })
    expect((await noteAt('2', sender)).error.code).toBe('NOT_YOUR_COUNTER')
    expect((await noteAt('2', await app.as('meja'))).error.code).toBe('NOT_YOUR_COUNTER')
    expect((await noteAt('2', await app.as('manajer'))).error.code).toBe('FORBIDDEN')
  })

  it('is sealed, stands in no event, and is gone two days later [R1 R5 D28]', async () => {
    await sent({ note: NOTE })
    await receiver.post(counterPath('2', 'call-next'))
    const { date } = await app.days.today('samarinda')
    const rows = await app.db.kysely.selectFrom('notes').selectAll().execute()
    expect(rows).toHaveLength(1)
    expect(JSON.stringify([rows, await app.db.journal.read('samarinda', date)])).not.toContain('Budi')
    app.clock.now = MORNING + 3 * DAY
    await app.retain()
    expect(await app.db.kysely.selectFrom('notes').selectAll().execute()).toEqual([])
  })

  it('is no note where none was written', async () => {
    await sent()
    await receiver.post(counterPath('2', 'call-next'))
    expect((await noteAt('2', receiver)).note).toBeNull()
  })
})
