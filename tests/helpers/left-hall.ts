import { expect } from 'vitest'
import { MINUTE } from '../../shared/kit/time.ts'
import { counterPath, testApp, TICKETS, type Visitor } from './test-app.ts'

/** An act at a counter that has to be done. */
export async function done(who: Visitor, counter: string, act: string, body: object = {}, headers = {}) {
  const answer = await who.post(counterPath(counter, act), body, headers)
  expect([act, answer.status, answer.text]).toMatchObject([act, 200, expect.anything()])
  return answer.body
}

/** A hall in which one officer goes, another one may go on, and somebody leads. */
export async function leftHall() {
  const app = await testApp()
  const kiosk = await app.device('kiosk')
  const [gone, next, lead] = [await app.as('petugas1'), await app.as('petugas2'), await app.as('atasan')]
  const take = async () =>
    (await kiosk.post(TICKETS, { serviceId: 'ktp-el' })).body as { ticket: { id: string }; token: string }
  return {
    ...{ app, kiosk, gone, next, lead, take },
    /** Petugas 1 serves somebody at counter 1 and goes. */
    async deserted() {
      const { ticket, token } = await take()
      for (const act of ['open', 'call-next', 'start']) await done(gone, '1', act)
      app.clock.now += 12 * MINUTE
      await done(gone, '1', 'leave')
      return { id: ticket.id, token }
    },
    visits: () => app.db.kysely.selectFrom('visits').selectAll().orderBy('seq').execute(),
    invitations: () => app.db.kysely.selectFrom('invitations').selectAll().execute(),
  }
}
