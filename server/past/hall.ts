import { seeded, type Random } from '../../shared/kit/random.ts'
import { atClock, MINUTE, type Instant, type LocalDate } from '../../shared/kit/time.ts'
import type { Request } from '../../shared/queue/command.ts'
import type { Actor } from '../../shared/queue/day.ts'
import { UNSUR, type Unsur } from '../../shared/survey/instruments.ts'
import { PROFILE_KEYS, valuesOf, type ProfileKey } from '../../shared/survey/profile/profile.ts'
import type { Reason } from '../../shared/survey/rating.ts'
import type { Program } from '../compose/compose.ts'
import { demoOffice } from '../demo/samarinda.ts'
import { randomId } from '../services/identity/secrets.ts'

/** What each counter serves on one day and on the next, so that its officer has lines in common with others. */
const SERVICES = [
  ['ktp-el', 'ktp-el'],
  ['ktp-el', 'ktp-el'],
  ['ktp-el', 'perubahan-data'],
  ['kartu-keluarga', 'perubahan-data'],
  ['kartu-keluarga', 'kartu-keluarga'],
  ['perubahan-data', 'perubahan-data'],
  ['akta-kematian', 'akta-kematian'],
  ['legalisir', 'legalisir'],
] as const
/** So many officers and counters take turns with each other. */
const ROTATE = 6
/** A visit lasts so long, and so does the way to the counter before it. */
const STEP = 8 * MINUTE
const BEGINS = '08:10'
/** Shares of those who choose 1, 2, 3 and 4. */
const SHARES = [0.02, 0.08, 0.42, 0.48]
/** The share of those who answer the nine questions as well, and what they find weaker than the rest. */
const ANSWERING = 0.85
const WEAKER = ['waktu', 'sarana'] as const
const WHY: readonly Reason[] = ['slow', 'unclear', 'system']

/** A day of the hall: so many counters from the first on, each with its officer, serve so many people each, who all say how it was. */
export interface HallDay {
  readonly date: LocalDate
  readonly counters: number
  /** The first six officers sit so many counters further than their own. */
  readonly further: number
  readonly visits: number
}

/** Lets the hall of the trial office work through a day on a clock that is set by `itIs`, and end it. */
export async function workThrough(
  program: Pick<Program, 'app' | 'days' | 'queue' | 'endDays'>,
  { date, counters, further, visits }: HallDay,
  { itIs, random }: { readonly itIs: (now: Instant) => void; readonly random: Random },
): Promise<void> {
  const { id: office, zone } = demoOffice
  const begins = atClock(date, BEGINS, zone)
  const act = (by: Actor, request: Request) => program.days.execute(office, { id: randomId(), by, ...request })
  const services = SERVICES.slice(0, counters).map(own => own[Number(date.slice(8)) % own.length]!)
  const come = (): readonly string[] => services.map(() => randomId())
  const took = (tickets: readonly string[]) =>
    services.map((serviceId, i) => {
      const wish = { serviceId, priority: false, ticketId: tickets[i]! }
      return act('device:kiosk', { verb: 'takeTicket', ...wish })
    })
  const each = (request: (counterId: string, i: number) => Request) =>
    services.map((_, i) => act(`staff:p${officerAt(i, further) + 1}`, request(`${i + 1}`, i)))

  itIs(begins)
  await program.days.today(office)
  let waiting = come()
  await Promise.all([
    ...each((counterId, i) => ({ verb: 'openCounter', counterId, services: [services[i]!] })),
    ...took(waiting),
  ])
  // What all do at one time is one turn: it is on disk together.
  for (let turn = 1, served: readonly string[] = []; turn <= visits + 1; turn++) {
    itIs(begins + turn * STEP)
    const next = turn < visits ? come() : []
    await Promise.all([
      ...(served.length > 0 ? each(counterId => ({ verb: 'finish', counterId })) : []),
      ...(waiting.length > 0 ? each(counterId => ({ verb: 'callNext', counterId })) : []),
      ...(waiting.length > 0 ? each(counterId => ({ verb: 'start', counterId })) : []),
      ...(next.length > 0 ? took(next) : []),
    ])
    await Promise.all(served.map(ticket => rates(program, ticket, random)))
    served = waiting
    waiting = next
  }
  await Promise.all(each(counterId => ({ verb: 'closeCounter', counterId })))
}

/** Who sits at a counter, both counted from none. */
function officerAt(counter: number, further: number): number {
  return counter < ROTATE ? (counter - further + ROTATE) % ROTATE : counter
}

/** A citizen says how it was, from a phone of their own; most fill in the nine questions too. */
async function rates(program: Pick<Program, 'app' | 'queue'>, ticket: string, random: Random): Promise<void> {
  const own = seeded(Math.floor(random() * 2 ** 31))
  const at = own()
  const rating = 1 + [0, 1, 2].filter(i => at >= SHARES.slice(0, i + 1).reduce((sum, share) => sum + share)).length
  const reasons = rating < 3 ? [WHY[Math.floor(own() * WHY.length)]!] : []
  const from = () => Math.floor(own() * 250) + 1
  const address = `10.${from()}.${from()}.${from()}`
  const send = async (what: string, body: object) => {
    const headers = {
      ...{ 'content-type': 'application/json', 'idempotency-key': randomId(), host: 'localhost' },
      'x-forwarded-for': address,
    }
    const path = `/api/surveys/${program.queue.surveyPath(ticket).slice(3)}/${what}`
    const response = await program.app.request(path, { method: 'POST', headers, body: JSON.stringify(body) })
    if (!response.ok) throw new Error(`${what}: ${response.status} ${await response.text()}`)
  }
  await send('rating', { rating, reasons })
  if (own() < ANSWERING) await send('answers', { answers: marksOf(rating, own), profile: profileOf(own) })
}

/** Nine marks around what was rated: the time and the place get less than the people do. */
function marksOf(rating: number, random: Random): Readonly<Record<string, number>> {
  const mark = (unsur: Unsur) => {
    const below = (WEAKER as readonly Unsur[]).includes(unsur) ? 0.35 : 0.12
    const at = random()
    return Math.min(4, Math.max(1, at < below ? rating - 1 : at > 0.9 ? rating + 1 : rating))
  }
  return Object.fromEntries(UNSUR.map(unsur => [unsur, mark(unsur)]))
}

/** Who somebody is, as far as they say. */
function profileOf(random: Random): Readonly<Record<string, string>> {
  const given = PROFILE_KEYS.filter(() => random() < 0.95)
  const one = (key: ProfileKey) => valuesOf(key)[Math.floor(random() * valuesOf(key).length)]!
  return Object.fromEntries(given.map(key => [key, one(key)]))
}
