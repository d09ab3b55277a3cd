import { afterEach, beforeEach, expect, it } from 'vitest'
import { MINUTE, SECOND } from '../../shared/kit/time.ts'
import { listener, until } from '../helpers/listeners.ts'
import { counterPath, testApp, type TestApp, type Visitor } from '../helpers/test-app.ts'

/** A desk whose browser was closed, or whose cable was pulled: nobody waits, so silence alone would say nothing. */
let app: TestApp
let url: string
let officer: Visitor
beforeEach(async () => {
  app = await testApp()
  url = await app.listen()
  officer = await app.as('petugas1')
  expect((await officer.post(counterPath('1', 'open'))).status).toBe(200)
})
afterEach(() => app.close())

const counter = async () => (await app.days.today('samarinda')).counters['1']!
const desk = () => listener(url, 'staff', officer)
async function cut(...desks: Awaited<ReturnType<typeof desk>>[]): Promise<void> {
  const left = app.hub.sockets() - desks.length
  for (const { socket } of desks) socket.disconnect()
  await until(() => app.hub.sockets() === left)
}
async function after(ms: number): Promise<void> {
  app.clock.now += ms
  await app.mind()
}

it('is asked as one that is silent, from the moment on at which its last desk went, and held for left [D20]', async () => {
  await cut(await desk(), await desk())
  await after(8 * MINUTE - SECOND)
  expect((await counter()).leftAt).toBeUndefined()
  const colleague = await app.as('petugas2')
  const take = () => colleague.post(counterPath('1', 'take-over'), { reason: 'computer', end: 'back' })
  expect((await take()).body.error.code).toBe('COUNTER_ATTENDED')
  await after(SECOND)
  expect((await counter()).leftAt).toBe(app.clock.now)
  const { body } = await app.db.kysely
    .selectFrom('journal')
    .select('body')
    .where('type', '=', 'counterLeft')
    .executeTakeFirstOrThrow()
  expect(JSON.parse(String(body)).why).toBe('cut')
  expect((await take()).status).toBe(200)
})

it('is left alone while another desk of the same officer lives, and where one came back or was never there [D20]', async () => {
  const [first, second] = [await desk(), await desk()]
  await cut(first)
  await after(20 * MINUTE)
  expect((await counter()).leftAt).toBeUndefined()
  await cut(second)
  await after(7 * MINUTE)
  const back = await desk()
  await after(20 * MINUTE)
  expect((await counter()).leftAt).toBeUndefined()
  await cut(back)
  await after(30 * SECOND)
  expect((await counter()).leftAt).toBeUndefined()
  // Somebody who never had a live desk works by commands alone.
  const quiet = await app.as('petugas3')
  await quiet.post(counterPath('3', 'open'))
  await after(MINUTE)
  expect((await app.days.today('samarinda')).counters['3']!.leftAt).toBeUndefined()
})

it('counts again with the next act of its officer, and its clock begins anew with one [D19 D20]', async () => {
  await cut(await desk())
  await after(7 * MINUTE)
  await officer.post(counterPath('1', 'mind'))
  await after(7 * MINUTE)
  expect((await counter()).leftAt).toBeUndefined()
  await after(MINUTE)
  expect((await counter()).leftAt).toBeDefined()
  await officer.post(counterPath('1', 'mind'))
  expect((await counter()).leftAt).toBeUndefined()
})
