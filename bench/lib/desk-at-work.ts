import { DEMO_PASSWORD } from '../../server/demo/staff.ts'
import { createClient, keptConnections, Refused, signedIn, type Client } from './client.ts'

const OFFICE = 'samarinda'
const OFFICERS = 4
const SERVICES = ['ktp-el', 'kartu-keluarga', 'ktp-el', 'legalisir']
const PAUSE_MS = 60
const AHEAD = 40

/** One press of somebody at work: when, how long until the answer, and whether there was a good one. */
export interface Press {
  readonly at: number
  readonly ms: number
  readonly failed: boolean
}

/** Four officers who call, start and finish, and a kiosk that gives numbers, each with a short pause between presses. */
export interface DeskAtWork {
  readonly presses: readonly Press[]
  stop(): Promise<void>
}

/** Signs them in, opens their counters and lets them work until they are stopped. */
export async function deskAtWork(url: string): Promise<DeskAtWork> {
  const agent = keptConnections(OFFICERS + 1)
  const presses: Press[] = []
  let over = false

  /** A press; false when it was refused because nobody waits, which is an answer like any other. */
  async function press(ask: () => Promise<unknown>): Promise<boolean> {
    const at = performance.now()
    let failed = false
    let good = true
    try {
      await ask()
    } catch (error) {
      good = false
      failed = !(error instanceof Refused && error.code === 'QUEUE_EMPTY')
    }
    presses.push({ at, ms: performance.now() - at, failed })
    await new Promise(resolve => setTimeout(resolve, PAUSE_MS))
    return good
  }

  async function officer(client: Client, counter: string): Promise<void> {
    const params = { office: OFFICE, counter }
    while (!over) {
      const called = await press(() =>
        client.call('POST /api/offices/:office/counters/:counter/call-next', { params, body: {} }),
      )
      if (!called) continue
      await press(() => client.call('POST /api/offices/:office/counters/:counter/start', { params, body: {} }))
      await press(() => client.call('POST /api/offices/:office/counters/:counter/finish', { params, body: {} }))
    }
  }

  const kiosk = createClient(url, agent)
  await kiosk.call('POST /api/devices/demo', { body: { kind: 'kiosk' } })
  const take = (i: number) => {
    const body = { serviceId: SERVICES[i % SERVICES.length]! }
    return kiosk.call('POST /api/offices/:office/tickets', { params: { office: OFFICE }, body })
  }
  for (let i = 0; i < AHEAD; i++) await take(i)
  const officers: Promise<void>[] = []
  for (let i = 1; i <= OFFICERS; i++) {
    const client = await signedIn(url, agent, `petugas${i}`, DEMO_PASSWORD)
    const params = { office: OFFICE, counter: `${i}` }
    await client.call('POST /api/offices/:office/counters/:counter/open', { params, body: {} })
    officers.push(officer(client, `${i}`))
  }
  const giving = (async () => {
    for (let i = 0; !over; i++) await press(() => take(i))
  })()
  return {
    presses,
    async stop() {
      over = true
      await Promise.all([...officers, giving])
      agent.destroy()
    },
  }
}
