import { afterEach, beforeEach, expect, it } from 'vitest'
import { createStillTrue } from '../../server/services/messages/still-true.ts'
import { MINUTE } from '../../shared/kit/time.ts'
import { counterPath, testApp, TICKETS, type TestApp } from '../helpers/test-app.ts'

let app: TestApp
beforeEach(async () => {
  app = await testApp()
})
afterEach(() => app.close())

it('tells nobody of a call that was undone before the message left, and of every other one [M12] [Y3]', async () => {
  const officer = await app.as('petugas1')
  await officer.post(counterPath('1', 'open'))
  const { ticket } = (await officer.post(TICKETS, { serviceId: 'ktp-el' })).body
  const isTrue = createStillTrue(app)
  const called = () => isTrue({ ticketId: ticket.id, kind: 'called', lang: 'id', values: {} } as never)
  await officer.post(counterPath('1', 'call-next'))
  expect(await called()).toBe(true)
  await officer.post(counterPath('1', 'undo'))
  expect(await called()).toBe(false)
  await officer.post(counterPath('1', 'call-next'))
  app.clock.now += MINUTE
  await officer.post(counterPath('1', 'skip'))
  expect(await called()).toBe(true)
})
