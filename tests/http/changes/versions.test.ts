import { afterEach, beforeEach, expect, it } from 'vitest'
import { testApp, TICKETS, type TestApp, type Visitor } from '../../helpers/test-app.ts'

const OFFICE = '/api/offices/samarinda'

let app: TestApp
let admin: Visitor
beforeEach(async () => {
  app = await testApp()
  admin = await app.as('admin')
})
afterEach(() => app.close())

const save = (change: object) => admin.patch(`${OFFICE}/settings`, change)
const numbers = async () =>
  (await admin.get(`${OFFICE}/versions`)).body.versions.map((v: { version: number }) => v.version)

it('counts saves that race without a gap, and none that changes nothing', async () => {
  await Promise.all([1, 2, 3].map(n => save({ counters: [{ id: `${n}`, name: `Meja ${n}` }] })))
  await save({ counters: [{ id: '1', name: 'Meja 1' }] })
  expect(await numbers()).toEqual([4, 3, 2, 1])
})

it('undoes the last change once, as a change of its own', async () => {
  await save({ counters: [{ id: '3', name: 'Meja 3' }] })
  const { last, undo } = (await admin.get(`${OFFICE}/structure`)).body
  expect([last.by, last.fields, undo]).toEqual(['admin', ['counters.3.name'], 1])
  const back = await admin.post(`${OFFICE}/versions/${undo}/restore`, { last: last.version })
  expect(back.status).toBe(200)
  expect(app.offices.get('samarinda').counters[2]!.name).toBe('Loket 3')
  expect((await admin.get(`${OFFICE}/structure`)).body.undo).toBeNull()
  expect((await admin.post(`${OFFICE}/versions/1/restore`, { last: last.version })).status).toBe(409)
})

it('keeps a service that somebody came for, and tells of who waits when it retires', async () => {
  await (await app.device('kiosk')).post(TICKETS, { serviceId: 'legalisir' })
  const gone = await save({ services: [{ id: 'legalisir', removed: true }] })
  expect(gone.body.error.data.problems[0]).toMatchObject({ problem: 'serviceUsed' })
  const retired = { services: [{ id: 'legalisir', retired: true }] }
  const { consequences } = (await admin.post(`${OFFICE}/settings/effects`, retired)).body
  expect(consequences).toContainEqual({ kind: 'waitingServed', of: 'legalisir', count: 1 })
})

it('shows whoever holds a number their ticket, whatever became of its service', async () => {
  const taken = await (await app.device('kiosk')).post(TICKETS, { serviceId: 'legalisir' })
  const { services } = app.offices.get('samarinda')
  const rest = services.filter(s => s.id !== 'legalisir')
  await app.offices.replace({ ...app.offices.get('samarinda'), services: rest }, { who: 'system', what: 'test' }, [])
  const path = `/api/tickets/${taken.body.token}`
  const seen = await app.visitor().get(path)
  expect([seen.status, seen.body.service.name]).toEqual([200, ['legalisir', 'legalisir']])
})

it('brings no role of the office’s own back, and takes none away: rights are given by whoever holds them [A23]', async () => {
  const [first, second] = ['penjaga', 'pemandu'].map(id => ({ id, name: [id, id], permissions: ['device.approve'] }))
  const roles = (now: object[], seen: object[]) => admin.post(`${OFFICE}/roles`, { roles: now, seen })
  expect((await roles([first!], [])).status).toBe(200)
  await save({ counters: [{ id: '3', name: 'Meja 3' }] })
  expect((await roles([second!], [first!])).status).toBe(200)
  const last = (await numbers())[0]
  const back = await admin.post(`${OFFICE}/versions/2/restore`, { last })
  expect([back.status, app.offices.get('samarinda').counters[2]!.name]).toEqual([200, 'Loket 3'])
  expect(app.offices.get('samarinda').roles).toEqual([second])
})

it('offers no undo that would do nothing: of roles alone, which no older version gives back [A23]', async () => {
  const role = { id: 'penjaga', name: ['Penjaga', 'Doorkeeper'], permissions: ['device.approve'] }
  const undo = async () => (await admin.get(`${OFFICE}/structure`)).body.undo
  await admin.post(`${OFFICE}/roles`, { roles: [role], seen: [] })
  expect(await undo()).toBeNull()
  await save({ counters: [{ id: '3', name: 'Meja 3' }] })
  expect(await undo()).toBe(2)
})
