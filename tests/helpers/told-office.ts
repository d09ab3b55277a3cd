import { randomBytes } from 'node:crypto'
import { createHttpGateway } from '../../server/gateways/http-gateway.ts'
import { createPost } from '../../server/gateways/outside.ts'
import { every } from '../../server/jobs/every.ts'
import type { Gateway, Outgoing } from '../../server/services/messages/messages.ts'
import { signBody } from '../../server/services/identity/signatures.ts'
import { PHONE_CHANNELS } from '../../shared/messages/message.ts'
import { paperGateway, SECRET } from './outbox.ts'
import { MORNING, testApp, type TestApp, type Visitor } from './test-app.ts'

export const OFFICE = '/api/offices/samarinda'
export const KEYS = { p256dh: 'B'.repeat(87), auth: 'a'.repeat(22) }

/** An office with roads to phones: a real adapter at `url`, or paper; browsers always get paper. */
export async function toldOffice(
  url?: string,
  clock: { now: number } = { now: MORNING },
  key = randomBytes(32),
  more: Partial<Parameters<typeof testApp>[0]> = {},
) {
  const push = paperGateway()
  const paper = paperGateway()
  const sent: Outgoing[] = []
  const road: Gateway = url
    ? createHttpGateway({
        ...{ url: new URL(url), secret: SECRET, now: () => clock.now },
        post: createPost({ allowPrivate: true }),
      })
    : paper.gateway
  const phones: Gateway = { send: message => (sent.push(message), road.send(message)) }
  const app = await testApp({
    env: { GATEWAY_URL: url ?? 'http://127.0.0.1:9/send', GATEWAY_SECRET: SECRET, GATEWAY_ALLOW_PRIVATE: 'true' },
    gateways: { push: push.gateway, ...Object.fromEntries(PHONE_CHANNELS.map(c => [c, phones])) },
    key,
    now: () => clock.now,
    // What is told is sent by the outbox itself, as in an office.
    every,
    ...more,
  })
  // The test's clock stands still, so all of its bookings come at once, which looks like a rush.
  await office(app, { proof: 'never' })
  return { app, clock, push: push.given, phones: sent }
}

/** Rules of booking as an administrator would change them. */
export async function office(app: TestApp, booking: object, more: object = {}): Promise<void> {
  const rules = { ...app.offices.get('samarinda').booking, ...booking }
  const answer = await (await app.as('admin')).patch(`${OFFICE}/settings`, { booking: rules, ...more })
  if (answer.status !== 200) throw new Error(answer.text)
}

/** Slots of a day, each as often as it has a free place. */
export async function places(app: TestApp, serviceId: string, date: string): Promise<string[]> {
  const { body } = await app.visitor().get(`${OFFICE}/services/${serviceId}/slots?from=${date}&days=1`)
  const slots = body.slots as { id: string; free: number }[]
  return slots.flatMap(({ id, free }) => Array.from({ length: free }, () => id))
}

/** Delivers until nothing waits, two seconds of the office's clock at a time. */
export async function drain(app: TestApp, clock: { now: number }): Promise<void> {
  const end = clock.now + 7_200_000
  await app.settled()
  while ((await app.messages.byState()).queued > 0 && clock.now < end) {
    await app.messages.deliverDue(clock.now)
    clock.now += 2_000
  }
}

/** Hands a chat message over as the gateway does. */
export function inbound(app: TestApp, clock: { now: number }, message: object) {
  const text = JSON.stringify(message)
  const signature = signBody(SECRET, text, clock.now)
  return app.visitor().post('/api/gateway/inbound', text, { 'x-tanggap-signature': signature })
}

/** Every document of the office made and handed over. */
export async function handOverAll(app: TestApp, officer: Visitor): Promise<number> {
  await app.settled()
  const path = `${OFFICE}/applications`
  const { applications } = (await officer.get(path)).body as { applications: { id: string }[] }
  for (const { id } of applications)
    for (const to of ['processing', 'ready', 'handedOver']) await officer.post(`${path}/${id}/advance`, { to })
  return applications.length
}
