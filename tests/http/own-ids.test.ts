import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { signBody } from '../../server/services/identity/signatures.ts'
import { atClock } from '../../shared/kit/time.ts'
import { DEFAULT_SERVICE_BOOKING } from '../../shared/office/defaults.ts'
import { paperGateway, phoneOf, SECRET } from '../helpers/outbox.ts'
import { counterPath, testApp, TICKETS, type TestApp, type Visitor } from '../helpers/test-app.ts'

const OFFICE = '/api/offices/samarinda'
const APPLICATIONS = `${OFFICE}/applications`
const FRIDAY = '2026-06-12'
const DRAW = `${OFFICE}/services/pindah-datang/draws/${FRIDAY}`

let app: TestApp
const paper = paperGateway()
beforeEach(async () => {
  app = await testApp({
    env: { GATEWAY_URL: 'https://gateway.example/send', GATEWAY_SECRET: SECRET },
    gateways: { whatsapp: paper.gateway },
  })
  const { booking } = app.offices.get('samarinda')
  const release = { kind: 'draw', opensDaysAhead: 3, closesDaysAhead: 1 }
  const drawn = { id: 'pindah-datang', booking: { ...DEFAULT_SERVICE_BOOKING, release, dailyQuota: 10 } }
  const rules = { ...booking, proof: 'never', priorityShare: 0 }
  await (await app.as('admin')).patch(`${OFFICE}/settings`, { booking: rules, services: [drawn] })
})
afterEach(async () => {
  expect(app.failures).toEqual([])
  await app.close()
})

const keyed = (key: string) => ({ 'idempotency-key': key })
const told = ({ status, body }: { status: number; body: { error?: { code: string } } }) => body.error?.code ?? status

/** Takes a number, calls it and finishes the visit. */
async function served(
  officer: Visitor,
  counter: string,
  before: (ticketId: string) => Promise<unknown> = async () => 0,
) {
  const { ticket, token } = (await officer.post(TICKETS, { serviceId: 'ktp-el' })).body
  await before(ticket.id)
  await officer.post(counterPath(counter, 'call-next'))
  expect((await officer.post(counterPath(counter, 'finish'))).status).toBe(200)
  await app.settled()
  return { ticket, token } as { ticket: { id: string; number: string }; token: string }
}
const numbers = async (who: Visitor) =>
  ((await who.get(APPLICATIONS)).body.applications as { number: string }[]).map(a => a.number)

describe('the id of what the office does by itself', () => {
  it('cannot be used up by a colleague: a document’s file is opened whatever was sent before [J3 J10]', async () => {
    const [first, second] = [await app.as('petugas1'), await app.as('petugas2')]
    await first.post(counterPath('1', 'open'))
    await second.post(counterPath('2', 'open'))
    await served(first, '1')
    const { id } = (await first.get(APPLICATIONS)).body.applications[0]
    const { ticket } = await served(second, '2', async ticketId => {
      for (const key of [`open:${ticketId}`, `open.${ticketId}`, `openFile ${ticketId}`, ` openFile ${ticketId}`])
        await first.post(`${APPLICATIONS}/${id}/advance`, { to: 'processing' }, keyed(key))
    })
    expect(await numbers(first)).toContain(ticket.number)
    const byHand = await second.post(`${TICKETS}/${ticket.id}/application`)
    expect([byHand.status, byHand.body.application?.number]).toEqual([200, ticket.number])
  })

  it('cannot be used up by somebody who holds a place: whoever the draw names has the ticket [J3 U5]', async () => {
    app.clock.now = atClock('2026-06-09', '19:00', 'WITA')
    const wish = { wishes: [`${FRIDAY}T09:00`], anySlot: true, contact: { phone: phoneOf(1) } }
    const { token } = (await app.visitor().post(`${DRAW}/entries`, wish)).body
    const [ticketId] = (await app.visitor().get(`/api/tickets/${token}`)).body.sharePath.slice(3).split('.')
    const hold = { serviceId: 'legalisir', slotId: `${FRIDAY}T09:00` }
    for (const key of [`draw.${ticketId}`, 'draw.pindah-datang', 'holdDraw', 'holdDraw pindah-datang'])
      await app.visitor().post(`${OFFICE}/holds`, hold, keyed(key))
    app.clock.now = atClock('2026-06-11', '19:00', 'WITA')
    await app.draws.holdDue()
    const { drawn } = (await app.visitor().get(DRAW)).body
    const { ticket } = (await app.visitor().get(`/api/tickets/${token}`)).body
    expect([drawn.entries[0].slotId, ticket.state]).toEqual([`${FRIDAY}T09:00`, 'booked'])
  })

  it('is no word to a client: whoever calls a booking a chat’s is told of it all the same [J3 M4]', async () => {
    const contact = { phone: phoneOf(2), channel: 'whatsapp' }
    const wish = { serviceId: 'ktp-el', slotId: `${FRIDAY}T09:00`, contact }
    expect((await app.visitor().post(`${OFFICE}/bookings`, wish, keyed('chat.of-my-own'))).status).toBe(201)
    await app.settled()
    expect((await app.messages.byState()).queued).toBe(1)
  })

  it('is refused from a client, and so is every id that stands in the journal without a client’s name [J3]', async () => {
    const [desk, officer] = [await app.as('meja'), await app.as('petugas1')]
    const people = [{ name: 'Contoh' }, { name: 'Contoh' }, { name: 'Contoh' }]
    const slotId = `${FRIDAY}T10:00`
    const group = { serviceId: 'ktp-el', slotId, people }
    const booked = await desk.post(`${OFFICE}/bookings/group`, group, keyed('of-a-client-1'))
    expect(booked.body.booked).toHaveLength(3)
    const message = (id: string, text: string) => {
      const body = JSON.stringify({ id, channel: 'whatsapp', from: phoneOf(3), text })
      return app
        .visitor()
        .post('/api/gateway/inbound', body, { 'x-tanggap-signature': signBody(SECRET, body, app.clock.now) })
    }
    for (const [i, text] of ['ANTRI', 'KTP', '1', '1'].entries()) await message(`m${i}`, text)
    const phone = app.visitor()
    for (const serviceId of ['kartu-keluarga', 'legalisir', 'akta-kelahiran'])
      await phone.post(`${OFFICE}/bookings`, { serviceId, slotId }, keyed(`of-a-client-${serviceId}`))
    const admin = await app.as('admin')
    const clusters = (await admin.get(`${OFFICE}/clusters`)).body.clusters as { id: string; kind: string }[]
    const cluster = clusters.find(c => c.kind === 'device')!.id
    const voided = await admin.post(`${OFFICE}/clusters/void`, { cluster, reason: 'broker' }, keyed('of-a-client-2'))
    expect(voided.body.voided).toBe(3)
    await officer.post(counterPath('1', 'open'), {}, keyed('of-a-client-3'))
    await served(officer, '1')
    app.clock.now = atClock('2026-06-09', '19:00', 'WITA')
    await app.draws.holdDue()
    app.clock.now = atClock('2026-06-11', '19:00', 'WITA')
    await app.draws.holdDue()
    const rows = await app.db.kysely.selectFrom('journal').select('command_id').execute()
    const steps = await app.db.kysely.selectFrom('application_steps').select('command_id').execute()
    const ids = [...new Set([...rows, ...steps].map(r => r.command_id!))]
    const made = ids.filter(id => !/^of-a-client-[\w-]+$|^[\w-]{22}$|^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/.test(id))
    expect([...new Set(made.map(id => id.split(' ')[1]))].sort()).toEqual([
      'chat',
      'group',
      'holdDraw',
      'openFile',
      'void',
    ])
    for (const id of made) {
      const asked = await app.visitor().post(`${OFFICE}/holds`, { serviceId: 'ktp-el', slotId }, keyed(id))
      expect(told(asked), id).toBe('BAD_REQUEST')
    }
  })
})
