import { createHash, randomBytes } from 'node:crypto'
import { DEMO_PASSWORD } from '../server/demo/staff.ts'
import { draw, entriesText, keyText } from '../shared/booking/draw.ts'
import { addDays, officeDate } from '../shared/kit/time.ts'
import { publishedDoors } from '../shared/office/hours.ts'
import { demoOffice } from '../server/demo/samarinda.ts'
import { seeded } from '../shared/kit/random.ts'
import { keptConnections, signedIn } from './lib/client.ts'
import { atLeast, atMost, known, type Figure } from './lib/figures.ts'
import { phone, type Answer } from './lib/phones.ts'
import { run } from './lib/program.ts'
import { exactly, SERVICE } from './rush.ts'
import { DEFAULT_SERVICE_BOOKING } from '../shared/office/defaults.ts'
import { withSeen } from '../shared/office/structure/change.ts'

const OFFICE = 'samarinda'
const PLACES = 400
const QUOTA = 572
const PEOPLE = 2_000
const BOTS = 200
const TRIES_OF_A_BOT = 360
const BOT_NETWORKS = 20
/** Draws with other seeds, so that chances are measured and not the luck of one draw. */
const SEEDS = 400
const SOCKETS = 96
const ASKING = 64

/**
 * A draw of 400 places: 200 bot accounts ask from the first moment, 360 times each, and 2,000 people once within the window.
 * Measured: how many entries the bots get, what chance everybody has, and whether a stranger computes the same result.
 */
export async function drawn(seed: number): Promise<readonly Figure[]> {
  const random = seeded(seed)
  let ahead = 0
  const running = await run({
    now: () => Date.now() + ahead,
    settings: { TRUST_PROXY: 'true', PROOF_DIFFICULTY: '2' },
  })
  const agent = keptConnections(SOCKETS)
  try {
    const admin = await signedIn(running.url, agent, 'admin', DEMO_PASSWORD)
    const { date, closesDaysAhead } = firstOpenDay()
    const office = running.program.offices.get(OFFICE)
    const release = { kind: 'draw' as const, opensDaysAhead: closesDaysAhead + 2, closesDaysAhead: closesDaysAhead - 1 }
    await admin.call('PATCH /api/offices/:office/settings', {
      params: { office: OFFICE },
      body: withSeen(
        {
          booking: { ...office.booking, priorityShare: 0, releaseTime: '23:59' },
          services: [
            { id: SERVICE, booking: { ...DEFAULT_SERVICE_BOOKING, release, dailyQuota: QUOTA, files: false } },
          ],
        },
        office,
      ),
    })
    const params = { office: OFFICE, service: SERVICE, date }
    const { slots } = await admin.call('GET /api/offices/:office/services/:service/slots', {
      params: { office: OFFICE, service: SERVICE },
      query: { from: date, days: '1' },
    })
    const before = await admin.call('GET /api/offices/:office/services/:service/draws/:date', { params })
    const way = `/api/offices/${OFFICE}/services/${SERVICE}/draws/${date}/entries`
    const answers: Answer[] = []
    const ask = async (address: string, number: string): Promise<string | undefined> => {
      const wishes = [0, 1, 2].map(() => slots[Math.floor(random() * slots.length)]!.id)
      const body = { wishes, anySlot: true, contact: { phone: number } }
      const answer = await phone(running.url, agent, address).post(way, body)
      answers.push(answer)
      return answer.status === 201 ? (answer.body.code as string) : undefined
    }
    const botCodes = new Set<string>()
    const bots = Array.from({ length: BOTS }, (_, i) => async () => {
      for (let n = 0; n < TRIES_OF_A_BOT; n++) {
        const code = await ask(`192.0.2.${i % BOT_NETWORKS}`, `0810${String(i).padStart(8, '0')}`)
        if (code) botCodes.add(code)
      }
    })
    const peopleCodes: string[] = []
    const people = Array.from({ length: PEOPLE }, (_, i) => async () => {
      const code = await ask(`10.1.${i >> 8}.${i & 255}`, `0820${String(i).padStart(8, '0')}`)
      if (code) peopleCodes.push(code)
    })
    const began = performance.now()
    await inTurns([...bots, ...people], ASKING)
    const took = (performance.now() - began) / 1000

    ahead = before.closesAt - Date.now() + 1_000
    while ((await running.program.draws.holdDue()) > 0);
    const record = await admin.call('GET /api/offices/:office/services/:service/draws/:date', { params })
    const result = record.drawn!
    const ids = result.places.map(p => p.id)
    const entries = result.entries.map(e => ({ ...e, wishes: e.wishes.map(w => ids.indexOf(w)) }))
    const places = result.places.map(p => p.places)
    const again = draw(entries, places, code => sha256(keyText(result.seed, result.digest, code)))
    const sameAsPublished =
      sha256(result.seed) === before.commitment &&
      sha256(entriesText(entries)) === result.digest &&
      again.every((r, i) => {
        const e = result.entries[i]!
        return r.code === e.code && (r.slot === null ? null : ids[r.slot]) === e.slotId
      })
    const won = new Map(result.entries.map(e => [e.code, e.slotId !== null]))
    const chances = chancesOver(entries, places, botCodes)
    const usual = PLACES / PEOPLE
    const served = peopleCodes.filter(c => won.get(c)).length / peopleCodes.length
    return [
      known('draw: requests', answers.length, ''),
      known('  within', took, 's'),
      known('  of them by bots', BOTS * TRIES_OF_A_BOT, ''),
      exactly('  entries of people', peopleCodes.length, '', PEOPLE),
      atMost('  entries of 200 bots', botCodes.size, '', BOTS),
      exactly('  places given', [...won.values()].filter(Boolean).length, '', PLACES),
      exactly('  answers 5xx', answers.filter(a => a.status >= 500 || a.status === 0).length, '', 0),
      exactly('  a stranger computes the same', sameAsPublished ? 1 : 0, '', 1),
      known(`  chance of people over ${SEEDS} seeds`, 100 * chances.people, '%'),
      known(`  chance of bots over ${SEEDS} seeds`, 100 * chances.bots, '%'),
      atMost('  difference of the chances', 100 * Math.abs(chances.people - chances.bots), 'points', 2),
      atLeast('  people’s chance / without bots', (100 * chances.people) / usual, '%', 90),
      known('  people’s success in this one draw / without bots', (100 * served) / usual, '%'),
    ]
  } finally {
    agent.destroy()
    await running.close()
  }
}

type Entries = Parameters<typeof draw>[0]

/** Shares of people and of bots who get a place, over many seeds and the very same entries. */
function chancesOver(entries: Entries, places: readonly number[], bots: ReadonlySet<string>) {
  const digest = sha256(entriesText(entries))
  const of = { people: 0, bots: 0 }
  for (let i = 0; i < SEEDS; i++) {
    const seed = randomBytes(16).toString('hex')
    for (const { code, slot } of draw(entries, places, c => sha256(keyText(seed, digest, c))))
      if (slot !== null) of[bots.has(code) ? 'bots' : 'people']++
  }
  return { people: of.people / SEEDS / (entries.length - bots.size), bots: of.bots / SEEDS / bots.size }
}

function firstOpenDay(): { date: string; closesDaysAhead: number } {
  const today = officeDate(Date.now(), demoOffice.zone)
  // The draw is held on the evening before.
  for (let ahead = 2; ; ahead++) {
    const date = addDays(today, ahead)
    if (publishedDoors(demoOffice, date)) return { date, closesDaysAhead: ahead }
  }
}

async function inTurns(tasks: readonly (() => Promise<void>)[], at: number): Promise<void> {
  let next = 0
  await Promise.all(
    Array.from({ length: at }, async () => {
      while (next < tasks.length) await tasks[next++]!()
    }),
  )
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
