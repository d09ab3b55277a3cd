import { DEMO_PASSWORD } from '../../server/demo/staff.ts'
import type { Random } from '../../shared/kit/random.ts'
import { createClient, Refused, signedIn, type Client, type keptConnections } from './client.ts'
import { phone, type Phone } from './phones.ts'
import { pause } from './pause.ts'
import { withSeen } from '../../shared/office/structure/change.ts'

export const OFFICE = 'samarinda'
const WALK_IN = ['legalisir', 'konsultasi', 'perubahan-data']
const BOOKED = 'ktp-el'
const [TAKERS, OFFICERS, PHONES] = [8, 8, 12]
const MOST_WAITING = 60
/** Nothing acknowledged for so long: the run has come to a standstill. */
const STANDSTILL_MS = 60_000

/** One acknowledged command: its key, what must have happened, and to which ticket. */
export interface Kept {
  readonly key: string
  readonly type: string
  readonly id: string
  readonly date: string
}

/** Random clients at work, and what they were told. */
export interface Run {
  readonly desk: Client
  readonly screen: Client
  readonly clients: readonly (() => Promise<void>)[]
  readonly kept: Kept[]
  readonly count: { repeats: number; reused: number; lost: number; notSaved: number; waiting: number }
  readonly wrong: { repeatsAnsweredOtherwise: number; reusedKeysAnswered: number; serverErrors: number }
  going(): boolean
}

type Sent = { readonly status: number; readonly body: ReturnType<typeof JSON.parse> }

/** Prepares the office and its clients; each of them works until so many commands were acknowledged. */
export async function startRun(
  url: string,
  agent: ReturnType<typeof keptConnections>,
  commands: number,
  random: Random,
): Promise<Run> {
  const kept: Kept[] = []
  const count = { repeats: 0, reused: 0, lost: 0, notSaved: 0, waiting: 0 }
  const wrong = { repeatsAnsweredOtherwise: 0, reusedKeysAnswered: 0, serverErrors: 0 }
  let keys = 0
  let progress = { at: Date.now(), kept: 0 }
  const going = () => {
    if (kept.length > progress.kept) progress = { at: Date.now(), kept: kept.length }
    if (Date.now() - progress.at > STANDSTILL_MS) throw new Error('nothing was acknowledged for a minute')
    return kept.length < commands
  }

  /** The same request until it has an answer, as a client does that lost one; `undefined` when it was refused. */
  async function insist(send: () => Promise<Sent>): Promise<ReturnType<typeof JSON.parse> | undefined> {
    for (;;) {
      const { status, body } = await send()
      if (status > 0 && status < 300) return body
      if (status === 0) count.lost++
      else if (status === 503 || status === 429) count.notSaved++
      else {
        if (status >= 500) wrong.serverErrors++
        return undefined
      }
      going()
      await pause(50 + 100 * random())
    }
  }

  /** Carries a command out, sometimes once more, and sometimes asks for something else under its key. */
  async function act(
    one: { type: string; date: string; idOf: (body: ReturnType<typeof JSON.parse>) => string },
    send: (key: string) => Promise<Sent>,
    otherwise?: (key: string) => Promise<Sent>,
  ): Promise<ReturnType<typeof JSON.parse> | undefined> {
    const key = `check-${seed(random)}-${keys++}`
    const twice = random() < 0.05
    const [body, atOnce] = await Promise.all([insist(() => send(key)), twice ? insist(() => send(key)) : undefined])
    if (body === undefined) return undefined
    const id = one.idOf(body)
    kept.push({ key, type: one.type, id, date: one.date })
    if (twice && (atOnce === undefined || one.idOf(atOnce) !== id)) wrong.repeatsAnsweredOtherwise++
    if (random() < 0.1) {
      count.repeats++
      const again = await insist(() => send(key))
      if (again === undefined || one.idOf(again) !== id) wrong.repeatsAnsweredOtherwise++
    }
    if (otherwise && random() < 0.1) {
      count.reused++
      if ((await insist(() => otherwise(key))) !== undefined) wrong.reusedKeysAnswered++
    }
    return body
  }

  const desk = await signedIn(url, agent, 'manajer', DEMO_PASSWORD)
  const admin = await signedIn(url, agent, 'admin', DEMO_PASSWORD)
  const officers = await Promise.all(
    Array.from({ length: OFFICERS }, (_, i) => signedIn(url, agent, `petugas${i + 1}`, DEMO_PASSWORD)),
  )
  const params = { office: OFFICE }
  const { office } = await admin.call('GET /api/offices/:office', { params })
  await admin.call('PATCH /api/offices/:office/settings', {
    params,
    body: withSeen(
      {
        booking: {
          ...office.booking,
          ...{ proof: 'never' as const, perNetworkHour: 10_000, perDevice: 20, heldBackMinutes: 0 },
        },
        // Its people miss their calls within milliseconds.
        rules: { skipAfterSeconds: 0 },
      },
      office,
    ),
  })
  const screen = createClient(url, agent)
  await screen.call('POST /api/devices/demo', { body: { kind: 'display' } })
  const { slots } = await desk.call('GET /api/offices/:office/services/:service/slots', {
    params: { ...params, service: BOOKED },
    query: { days: 15 },
  })
  const later = slots.filter(s => s.start > Date.now() + 3 * 3_600_000).map(s => s.id)
  const today = (await desk.call('GET /api/offices/:office/board', { params })).date

  const sent = (answer: Promise<unknown>): Promise<Sent> =>
    answer.then(
      body => ({ status: 200, body }),
      (error: unknown) => ({ status: error instanceof Refused ? error.status : 0, body: undefined }),
    )
  const of = (list: readonly string[]) => list[Math.floor(random() * list.length)]!

  async function taker(): Promise<void> {
    while (going()) {
      if (count.waiting > MOST_WAITING) {
        await pause(20)
        continue
      }
      count.waiting++
      const serviceId = of(WALK_IN)
      const take = (service: string) => (key: string) =>
        sent(desk.call('POST /api/offices/:office/tickets', { params, body: { serviceId: service } }, key))
      await act(
        { type: 'ticketTaken', date: today, idOf: body => body.ticket.id },
        take(serviceId),
        take(WALK_IN.find(s => s !== serviceId)!),
      )
    }
  }

  async function officer(client: Client, n: number): Promise<void> {
    const at =
      (verb: string, body: object = {}) =>
      (key: string) =>
        sent(
          client.call(
            `POST /api/offices/:office/counters/:counter/${verb}` as never,
            { params: { ...params, counter: `${n}` }, body } as never,
            key,
          ),
        )
    const idOf = (body: ReturnType<typeof JSON.parse>) => body.ticket.id as string
    await insist(() => at('open', { services: [...WALK_IN, BOOKED] })(`open-${seed(random)}-${n}`))
    while (going()) {
      const called = await act({ type: 'ticketCalled', date: today, idOf }, at('call-next'), at('skip'))
      if (called === undefined) {
        await pause(10 + 20 * random())
        continue
      }
      count.waiting--
      const come = random() < 0.85
      const next = come ? 'start' : 'skip'
      await act(
        { type: come ? 'ticketStarted' : 'ticketSkipped', date: today, idOf },
        at(next),
        at(come ? 'finish' : 'start'),
      )
      if (come)
        await act({ type: 'ticketFinished', date: today, idOf }, at('finish'), at('finish', { document: false }))
    }
  }

  async function booker(n: number): Promise<void> {
    for (let person = 0; going(); person++) {
      const who: Phone = phone(url, agent, `10.1.${n}.${person % 250}`)
      const contact = { phone: `0800${String(n).padStart(3, '0')}${String(person).padStart(6, '0')}` }
      const post =
        (to: string, body: object) =>
        (key: string): Promise<Sent> =>
          who.post(to, body, { key, solve: false })
      const book = (slotId: string) => post(`/api/offices/${OFFICE}/bookings`, { serviceId: BOOKED, slotId, contact })
      const [slot, other] = [of(later), of(later)]
      // The key of one date used for another at the same moment, as an attacker would.
      if (random() < 0.1) {
        const key = `poison-${seed(random)}-${n}-${person}`
        await Promise.all([insist(() => book(slot)(key)), insist(() => book(other)(key))])
      }
      if (random() < 0.3)
        await insist(() =>
          post(`/api/offices/${OFFICE}/holds`, { serviceId: BOOKED, slotId: slot })(
            `hold-${seed(random)}-${n}-${person}`,
          ),
        )
      const idOf = (body: ReturnType<typeof JSON.parse>) => (body.token as string).split('.')[0]!
      const booked = await act(
        { type: 'ticketBooked', date: slot.slice(0, 10), idOf },
        book(slot),
        other === slot ? undefined : book(other),
      )
      if (booked === undefined) {
        await pause(20 * random())
        continue
      }
      // Most of them give their place back, so that there are places for the whole run.
      const own = `/api/tickets/${booked.token}`
      const date = slot.slice(0, 10)
      const sameDay = later.filter(s => s.startsWith(date) && s !== slot)
      if (random() < 0.3 && sameDay.length > 0) {
        const to = of(sameDay)
        await act(
          { type: 'ticketRescheduled', date, idOf },
          post(`${own}/reschedule`, { slotId: to }),
          post(`${own}/cancel`, {}),
        )
      }
      if (random() < 0.9)
        await act({ type: 'ticketCancelled', date, idOf: () => idOf(booked) }, post(`${own}/cancel`, {}))
    }
  }

  return {
    desk,
    screen,
    kept,
    count,
    wrong,
    going,
    clients: [
      ...Array.from({ length: TAKERS }, () => taker),
      ...officers.map((client, i) => () => officer(client, i + 1)),
      ...Array.from({ length: PHONES }, (_, i) => () => booker(i)),
    ],
  }
}

/** A few letters that make the keys of one run its own. */
function seed(random: Random): string {
  return random().toString(36).slice(2, 8)
}
