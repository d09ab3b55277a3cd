import { readFileSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { EstimatesMessage, EventsMessage, JoinReply, JoinRequest } from '../../shared/contracts/live.ts'
import { listener, until } from '../helpers/listeners.ts'
import { counterPath, testApp, TICKETS, type TestApp } from '../helpers/test-app.ts'

/** The frames that docs/wire.md shows, by the name before each. */
const shown = Object.fromEntries(
  [...readFileSync('docs/wire.md', 'utf8').matchAll(/<!-- frame: ([\w-]+) -->\n```json\n([^]*?)\n```/g)].map(
    ([, name, frame]) => [name!, JSON.parse(frame!) as unknown],
  ),
)

/** What a value looks like: keys and kinds; of a list its first item, of a record under ids its first value. */
function shape(value: unknown, key = ''): unknown {
  if (Array.isArray(value)) return value.length === 0 ? [] : [shape(value[0])]
  if (typeof value !== 'object' || value === null) return value === null ? 'null' : typeof value
  const entries = Object.entries(value)
  if (['services', 'tickets'].includes(key)) return entries.length > 0 ? { _: shape(entries[0]![1]) } : {}
  return Object.fromEntries(entries.map(([k, v]) => [k, shape(v, k)]).sort())
}

let app: TestApp
let url: string
beforeEach(async () => {
  app = await testApp()
  url = await app.listen()
})
afterEach(() => app.close())

describe('the frames that docs/wire.md shows', () => {
  it('look as the hub sends them', async () => {
    const kiosk = await app.device('kiosk')
    const officer = await app.as('petugas1')
    await officer.post(counterPath('1', 'open'))
    const staff = await listener(url, 'staff', officer)
    const estimates = new Promise<EstimatesMessage>(resolve => staff.socket.once('estimates', resolve))
    const hall = await listener(url, 'hall', await app.device('display'))
    const renewed = new Promise<unknown>(resolve => hall.socket.once('day', resolve))
    await kiosk.post(TICKETS, { serviceId: 'ktp-el' })
    await officer.post(counterPath('1', 'call-next'))
    const called = (heard: readonly EventsMessage[]) => heard.find(m => m.events.some(e => e.type === 'ticketCalled'))
    await until(() => [staff, hall].every(l => called(l.heard) !== undefined))

    const [taken] = hall.heard
    expect(shape(shown['events-hall'])).toEqual(shape(taken))
    expect(shape(shown['events-staff'])).toEqual(shape(called(staff.heard)))
    expect(shape(shown['estimates'])).toEqual(shape(await estimates))

    const known = { date: taken!.date, seq: taken!.prev }
    const again = await listener(url, 'hall', await app.device('display'), known)
    expect(shape(shown['reply-events'])).toEqual(shape(JSON.parse(again.words[0]!)))

    const refused = (await listener(url, 'staff')).reply
    expect(shown['reply-refused']).toEqual(refused)

    await (await app.as('admin')).patch('/api/offices/samarinda/settings', { minRatings: 80 })
    expect(shown['day']).toEqual(await renewed)
    for (const l of [staff, hall, again]) l.close()
  })

  it('of joining are taken by the hub, and the snapshot has these parts', async () => {
    const display = await listener(url, 'hall', await app.device('display'))
    const ask = (request: unknown) =>
      new Promise<JoinReply>(resolve => display.socket.emit('join', request as JoinRequest, resolve))
    for (const name of ['join', 'join-again']) expect(await ask(shown[name]), name).toMatchObject({ ok: true })
    const snapshot = JSON.parse(display.words[0]!) as { day: object }
    const example = shown['snapshot'] as { day: object }
    expect(Object.keys(example).sort()).toEqual(Object.keys(snapshot).sort())
    expect(Object.keys(example.day).sort()).toEqual(Object.keys(snapshot.day).sort())
    display.close()
  })

  it('bring up to two hundred missed events again, and the snapshot beyond', async () => {
    const kiosk = await app.device('kiosk')
    const first = await listener(url, 'hall', kiosk)
    const { date, seq } = first.day()!
    first.close()
    const answer = async (from: number) => {
      const again = await listener(url, 'hall', kiosk, { date, seq: from })
      again.close()
      return again.reply as { events?: readonly unknown[]; snapshot?: string }
    }
    const takes = await Promise.all(Array.from({ length: 201 }, () => kiosk.post(TICKETS, { serviceId: 'ktp-el' })))
    expect(takes.map(t => t.status)).toEqual(takes.map(() => 201))
    expect((await answer(seq + 1)).events).toHaveLength(200)
    expect((await answer(seq)).snapshot).toBeDefined()
  })

  it('are all looked at', () => {
    const names = ['join', 'join-again', 'snapshot', 'reply-events', 'reply-refused', 'events-hall', 'events-staff']
    expect(Object.keys(shown).sort()).toEqual([...names, 'estimates', 'day', 'ended'].sort())
  })
})
