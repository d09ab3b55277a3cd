import path from 'node:path'
import { openSqlite } from '../../server/store/open/open-sqlite.ts'
import { atClock, HOUR } from '../../shared/kit/time.ts'
import type { Release } from '../../shared/office/office.ts'
import type { Random } from '../../shared/kit/random.ts'
import {
  changeOffice,
  CLOSES,
  drawPath,
  FRIDAY,
  isComputedAgain,
  LOTS,
  OFFICE,
  OPENS,
  releasedBy,
  type Published,
} from './drawn.ts'
import { removeFolder, temporaryFolder } from './dialects.ts'
import { mortal, type Death, type Mortal } from './mortal.ts'
import { WAYS } from './ways.ts'
import { testApp, type Answer, type TestApp } from './test-app.ts'

/** What a place that a draw keeps is refused with; of a day that closed meanwhile that is told first. */
const KEPT = ['DRAW_PENDING', 'DATE_CLOSED']

export const SERVICES = ['ktp-el', 'kartu-keluarga', 'akta-kelahiran', 'pindah-datang', 'perubahan-data'] as const
const TIMES = ['08:00', '08:30', '09:00', '09:30', '10:00', '10:30', '13:30', '14:00']

/** What came of random draws, so that a test can see that they prove something. */
export interface Tally {
  draws: number
  entries: number
  won: number
  waited: number
  /** Ways while a draw was to come, and such as the rules allowed. */
  refused: number
  allowed: number
  crashes: number
  /** Draws that a death left with their entries standing still and no stroke, and those with a stroke and no record. */
  still: number
  torn: number
}

/** What the rules promise of one service's draw, kept beside the office by somebody who only reads its answers. */
interface Promised {
  rule: 'open' | 'draw'
  opened: boolean
  /** Its stroke is on disk. */
  held: boolean
  /** Its record was looked at. */
  compared: boolean
  readonly entries: { readonly token: string; readonly code: string; withdrawn: boolean }[]
  /** Numbers of tickets that came by a way that the rules allow. */
  readonly allowed: Set<string>
  /** Tokens of bookings on this date that may be cancelled. */
  readonly bookings: string[]
}

/**
 * An office with a draw for each of five services, through days of entries, withdrawals, bookings by every way, changes of the
 * rule and deaths of its process. Throws the first thing that is not as the rules promise.
 */
export async function randomDraws(random: Random, tally: Tally): Promise<void> {
  const folder = temporaryFolder()
  const file = path.join(folder, 'tanggap.db')
  const key = Buffer.alloc(32, 7)
  const clock = { now: atClock('2026-06-09', '12:00', 'WITA') }
  const below = (n: number) => Math.floor(random() * n)
  const oneOf = <T>(list: readonly T[]): T => list[below(list.length)]!
  let mind: Mortal
  let app: TestApp
  let people = 0

  async function start(): Promise<void> {
    mind = mortal(await openSqlite(file))
    app = await testApp({ db: mind.db, key, now: () => clock.now })
  }
  async function crash(): Promise<void> {
    tally.crashes++
    // Whatever it still wanted to write is lost.
    if (!mind.dead) mind.dies({ write: 0, when: 'before' })
    await app.close()
    await start()
  }
  const promised = Object.fromEntries(
    SERVICES.map((id): [string, Promised] => [
      id,
      { rule: 'open', opened: false, held: false, compared: false, entries: [], allowed: new Set(), bookings: [] },
    ]),
  )
  const contact = () => ({ phone: `0800${String(++people).padStart(8, '0')}` })
  const pends = ({ rule, opened, held }: Promised) => !held && (opened || (rule === 'draw' && clock.now < CLOSES))
  const quotas = Object.fromEntries(SERVICES.map(id => [id, 4 + below(16)]))

  async function rule(ids: readonly string[], kind: 'open' | 'draw', more: object = {}): Promise<void> {
    const release: Release = kind === 'draw' ? LOTS : { kind }
    await changeOffice(app, { ...more, services: ids.map(id => releasedBy(release, quotas[id]!, id)) })
    for (const id of ids) promised[id]!.rule = kind
  }

  /** The ground moves under a draw that is to come: other numbers, other hours, perhaps a closed day. */
  async function change(id: string): Promise<void> {
    if (clock.now >= CLOSES) return
    quotas[id] = 4 + below(16)
    const hours = { open: oneOf(['08:00', '09:00']), close: '15:00', breaks: [] }
    await rule([id], promised[id]!.rule, { hours: { 5: random() < 0.2 ? null : hours }, foreseen: 999 })
  }

  function expected(is: boolean, what: string, answer: Answer | undefined): void {
    if (!is) throw new Error(`${what} at ${new Date(clock.now).toISOString()}: ${answer?.status} ${answer?.text}`)
  }

  async function enter(id: string): Promise<void> {
    const it = promised[id]!
    const wishes = [...new Set([oneOf(TIMES), oneOf(TIMES)])].map(time => `${FRIDAY}T${time}`)
    const body = { wishes, anySlot: random() < 0.5, priority: random() < 0.1, contact: contact() }
    const answer = await app.visitor().post(`${drawPath(id)}/entries`, body)
    const code = answer.body?.error?.code ?? answer.status
    const inWindow = clock.now >= OPENS && clock.now < CLOSES
    const due = it.held
      ? 'DRAW_HELD'
      : !it.opened && it.rule === 'open'
        ? 'DRAW_UNKNOWN'
        : !inWindow
          ? 'DRAW_CLOSED'
          : app.offices.get('samarinda').hours[5] === null
            ? 'DATE_CLOSED'
            : 201
    expected(code === due, `an entry for ${id} that is ${due}`, answer)
    if (answer.status !== 201) return
    it.opened = true
    it.entries.push({ token: answer.body.token, code: answer.body.code, withdrawn: false })
    tally.entries++
  }

  async function withdraw(id: string): Promise<void> {
    const it = promised[id]!
    const entry = oneOf(it.entries.filter(e => !e.withdrawn))
    if (!entry || it.held) return
    const answer = await app.visitor().post(`/api/tickets/${entry.token}/cancel`)
    const may = clock.now < CLOSES
    expected(may ? answer.status === 200 : answer.body.error?.code === 'DRAW_CLOSED', 'a withdrawal', answer)
    entry.withdrawn = may
  }

  async function take(id: string): Promise<void> {
    const it = promised[id]!
    const place = { serviceId: id, slotId: `${FRIDAY}T${oneOf(TIMES)}` }
    const earlier = { ...place, slotId: `2026-06-15T${oneOf(TIMES)}` }
    const moving = await app.visitor().post(`${OFFICE}/bookings`, { ...earlier, contact: contact() })
    const ways = Object.values(WAYS).filter(way => way !== WAYS.move || moving.status === 201)
    const pending = pends(it)
    const answer = await oneOf(ways)({ app, place, contact: contact(), moving: moving.body.token })
    const code: string = answer.body.error?.code ?? ''
    expected(
      pending ? KEPT.includes(code) : code !== 'DRAW_PENDING',
      `a place of ${id}, ${pending ? 'kept' : 'free'},`,
      answer,
    )
    if (pending) tally.refused++
    if (answer.status >= 300) return
    tally.allowed++
    const got = answer.body.booked ?? [answer.body]
    for (const { ticket, number, token } of got) {
      if (ticket ?? number) it.allowed.add(ticket?.number ?? number)
      if (token) it.bookings.push(token)
    }
  }

  async function cancel(id: string): Promise<void> {
    const it = promised[id]!
    const winners = it.compared ? it.entries.filter(e => !e.withdrawn).map(e => e.token) : []
    const token = oneOf([...it.bookings, ...winners])
    if (token) await app.visitor().post(`/api/tickets/${token}/cancel`)
  }

  /** The draws have their turn: a window that is open then is promised to be held, one that is over is held. */
  async function tick(): Promise<void> {
    await app.draws.holdDue()
    await app.passOn()
    for (const id of SERVICES) {
      const it = promised[id]!
      if (clock.now >= OPENS && clock.now < CLOSES) it.opened ||= it.rule === 'draw'
      // Nobody entered and it is not drawn any more: it is held with nobody in it.
      const givenUp = it.rule === 'open' && it.entries.every(e => e.withdrawn)
      if ((clock.now < CLOSES && !givenUp) || !it.opened || it.compared) continue
      it.held = it.compared = true
      await compare(id)
    }
  }

  async function someActs(most: number): Promise<void> {
    for (let n = below(most); n >= 0; n--) {
      const id = oneOf(SERVICES)
      const luck = random()
      if (luck < 0.4) await enter(id)
      else if (luck < 0.5) await withdraw(id)
      else if (luck < 0.85) await take(id)
      else if (luck < 0.93) await cancel(id)
      else if (luck < 0.95) await rule([id], oneOf(['open', 'draw', 'draw']))
      else if (luck < 0.97) await change(id)
      else await tick()
    }
  }

  /** The record of a service against what was promised and against the day; right after its draw was held. */
  async function compare(id: string): Promise<void> {
    const it = promised[id]!
    const answer = await app.visitor().get(drawPath(id))
    const { entries } = answer.body.drawn as Published
    tally.draws++
    const standing = it.entries.filter(e => !e.withdrawn)
    const codes = (list: readonly { code: string }[]) =>
      list
        .map(e => e.code)
        .sort()
        .join()
    expected(codes(entries) === codes(standing), `every entry of ${id} once in the record`, answer)
    expected(isComputedAgain(answer.body.drawn), `a record of ${id} that a stranger computes`, answer)
    for (const { code, slotId } of entries) {
      const { token } = standing.find(e => e.code === code)!
      const page = await app.visitor().get(`/api/tickets/${token}`)
      const { state, slot, number } = page.body.ticket
      const holds = slotId === null ? ['waitlisted', 'offered', 'cancelled'].includes(state) : state === 'booked'
      const there = slotId === null || slot.start === atClock(FRIDAY, slotId.slice(11), 'WITA')
      expected(holds && there, `entry ${code} of ${id}, drawn ${slotId},`, page)
      it.allowed.add(number)
      if (slotId === null) tally.waited++
      else tally.won++
    }
  }

  await start()
  try {
    const { booking } = app!.offices.get('samarinda')
    const priorityShare = random() < 0.5 ? 0 : 0.2
    await rule(SERVICES, 'open', { booking: { ...booking, proof: 'never', priorityShare, perDevice: 9 } })
    await someActs(16)
    await rule(
      SERVICES.filter(() => random() < 0.9),
      'draw',
    )
    await someActs(8)
    clock.now = OPENS
    await someActs(6)
    await tick()
    clock.now += below(40) * HOUR
    await someActs(14)
    if (random() < 0.3) await crash()
    for (const id of SERVICES) for (let n = below(10); n > 0; n--) await enter(id)
    await someActs(8)
    clock.now = CLOSES - 1
    await tick()
    clock.now = CLOSES
    await someActs(5)
    // First those of another day open; then each draw is three writes: entries stand still, stroke, record.
    for (let tries = 0; tries < 3; tries++) {
      const death: Death = { write: 3 + below(3 * SERVICES.length), when: oneOf(['before', 'after']) }
      mind!.dies(death)
      const failed = await tick().then(
        () => false,
        () => true,
      )
      if (!mind!.dead) mind!.dies(undefined)
      if (!failed) break
      await crash()
      await whatIsLeft()
      await someActs(4)
    }
    await tick()
    await someActs(24)
    await everybodyThere()
    expected(app!.failures.length === 0, `failures ${String(app!.failures[0])}`, undefined)
  } finally {
    await app!.close()
    removeFolder(folder)
  }

  /** What a death has left: whose stroke is on disk was held, whether its record is written or not. */
  async function whatIsLeft(): Promise<void> {
    const events = await mind.db.journal.read('samarinda', FRIDAY)
    const draws = await mind.db.kysely.selectFrom('draws').selectAll().where('date', '=', FRIDAY).execute()
    for (const { service_id, drawn_at, result } of draws) {
      const it = promised[service_id]!
      it.held = events.some(e => e.type === 'drawHeld' && e.serviceId === service_id)
      if (it.held && drawn_at === null) tally.torn++
      if (!it.held && result !== null) tally.still++
    }
  }

  /** Everybody in the day is in a record or came by a way that the rules allow, and nobody is there twice. */
  async function everybodyThere(): Promise<void> {
    const rows = await mind.db.kysely
      .selectFrom('tickets')
      .select(['id', 'number', 'service_id'])
      .where('date', '=', FRIDAY)
      .execute()
    if (new Set(rows.map(r => r.id)).size !== rows.length) throw new Error('a ticket is there twice')
    if (new Set(rows.map(r => r.number)).size !== rows.length) throw new Error('a number is there twice')
    for (const { number, service_id } of rows)
      if (!promised[service_id]?.allowed.has(number)) throw new Error(`${number} came by no way that the rules allow`)
  }
}
