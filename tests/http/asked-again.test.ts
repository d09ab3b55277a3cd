import { afterEach, beforeEach, expect, it } from 'vitest'
import { addDays, atClock } from '../../shared/kit/time.ts'
import { DATE } from '../helpers/days.ts'
import { phoneOf } from '../helpers/outbox.ts'
import { testApp, TICKETS, type Answer, type TestApp, type Visitor } from '../helpers/test-app.ts'

const OFFICE = '/api/offices/samarinda'
const BOOKINGS = `${OFFICE}/bookings`

let app: TestApp
let phone: Visitor
beforeEach(async () => {
  app = await testApp()
  const booking = { ...app.offices.get('samarinda').booking, proof: 'never', priorityShare: 0, perDevice: 9 }
  await (await app.as('admin')).patch(`${OFFICE}/settings`, { booking })
  phone = app.visitor()
})
afterEach(async () => {
  expect(app.failures).toEqual([])
  await app.close()
})

const slot = (time: string, date = DATE) => `${date}T${time}`
let keys = 0
const keyed = () => ({ 'idempotency-key': `asked-once-${++keys}` })

it('what was asked on a day has the same answer after that day, whatever it was [J3]', async () => {
  const [kiosk, desk] = [await app.device('kiosk'), await app.as('meja')]
  const asks: [string, () => Promise<Answer>][] = []
  /** Asks once, and remembers how to ask the very same again. */
  async function ask(name: string, who: Visitor, path: string, body: object = {}): Promise<Answer['body']> {
    const key = keyed()
    const answer = await who.post(path, body, key)
    expect([name, answer.status < 300 ? 'done' : answer.text]).toEqual([name, 'done'])
    asks.push([name, () => who.post(path, body, key)])
    return answer.body
  }
  let n = 0
  const book = (time: string, serviceId = 'ktp-el') =>
    ask('book', phone, BOOKINGS, { serviceId, slotId: slot(time), contact: { phone: phoneOf(++n), name: 'Contoh' } })
  await book('10:00')
  const [moves, goes, leaves] = [
    await book('10:30'),
    await book('10:30', 'legalisir'),
    await book('11:00', 'legalisir'),
  ]
  await ask('move', phone, `/api/tickets/${moves.token}/reschedule`, { slotId: slot('13:30') })
  await ask('go', phone, `/api/tickets/${goes.token}/reschedule`, { slotId: slot('13:30', addDays(DATE, 1)) })
  await ask('cancel', phone, `/api/tickets/${leaves.token}/cancel`)
  await ask('group', desk, `${BOOKINGS}/group`, {
    serviceId: 'ktp-el',
    slotId: slot('14:00'),
    people: [{ name: 'Contoh' }, { name: 'Contoh' }],
  })
  const walk: { token: string }[] = []
  for (let i = 0; i < 3; i++) walk.push((await kiosk.post(TICKETS, { serviceId: 'ktp-el' })).body)
  await ask('let pass', phone, `/api/tickets/${walk[0]!.token}/let-pass`, { people: 1 })
  app.clock.now = atClock(DATE, '09:45', 'WITA')
  const { code } = (await (await app.device('display')).get(`${OFFICE}/check-in-code`)).body
  const came = await book('10:00', 'kartu-keluarga')
  await ask('check in', phone, `/api/tickets/${came.token}/check-in`, { code })
  const before = await Promise.all(asks.map(async ([name, again]) => [name, (await again()).text]))
  app.clock.now = atClock(addDays(DATE, 1), '08:00', 'WITA')
  // Signed out over night, the desk signs in again.
  for (const [name, value] of (await app.as('meja')).cookies) desk.cookies.set(name, value)
  const after = await Promise.all(asks.map(async ([name, again]) => [name, (await again()).text]))
  expect(after).toEqual(before)
  const other = { serviceId: 'ktp-el', slotId: slot('10:00'), contact: { phone: phoneOf(99) } }
  expect((await phone.post(BOOKINGS, other, { 'idempotency-key': 'asked-once-1' })).body.error.code).toBe('SLOT_PAST')
  expect((await phone.post(`/api/tickets/${moves.token}/cancel`)).body.error.code).toBe('TICKET_STATE')
})
