import { Counter, Gauge, Histogram, Registry, collectDefaultMetrics } from 'prom-client'
import type { Lag } from '../services/queue/followers.ts'
import type { Finished } from './app.ts'

/** What Prometheus may read: counts and times, no ids, no people. What only the database knows is left out while it is away. */
export interface Metrics {
  finished(request: Finished): void
  text(): Promise<string>
  readonly type: string
}

export function createMetrics(gauges: {
  sockets: () => { readonly all: number; readonly phones: number }
  messages: () => Promise<Readonly<Record<string, number>>>
  followers: () => Promise<readonly Lag[]>
  /** Since the start, by why. */
  turnedAway: () => Readonly<Record<string, number>>
  /** Since the start, by what became of it. */
  logFaults: () => Readonly<Record<string, number>>
}): Metrics {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const registers = [registry]
  const labelNames = ['route', 'status'] as const
  const requests = new Counter({ name: 'tanggap_requests_total', help: 'Finished requests', labelNames, registers })
  const seconds = new Histogram({
    name: 'tanggap_request_seconds',
    help: 'Time to answer',
    labelNames: ['route'],
    buckets: [0.001, 0.005, 0.02, 0.1, 0.5, 2],
    registers,
  })
  new Gauge({
    name: 'tanggap_sockets',
    help: 'Live connections',
    registers,
    collect() {
      this.set(gauges.sockets().all)
    },
  })
  new Gauge({
    name: 'tanggap_phones',
    help: 'Phones that follow a ticket, 20,000 at most',
    registers,
    collect() {
      this.set(gauges.sockets().phones)
    },
  })
  new Gauge({
    name: 'tanggap_messages',
    help: 'Messages of the outbox by state',
    labelNames: ['state'],
    registers,
    async collect() {
      this.reset()
      const states = await gauges.messages().catch(() => ({}))
      for (const [state, n] of Object.entries(states)) this.set({ state }, n)
    },
  })
  new Gauge({
    name: 'tanggap_follower_lag',
    help: 'Events that are on disk and not followed',
    labelNames: ['follower'],
    registers,
    async collect() {
      this.reset()
      for (const { follower, events } of await gauges.followers().catch(() => [])) this.set({ follower }, events)
    },
  })
  new Gauge({
    name: 'tanggap_follower_lag_seconds',
    help: 'Age of the oldest event that is not followed',
    labelNames: ['follower'],
    registers,
    async collect() {
      this.reset()
      for (const { follower, seconds } of await gauges.followers().catch(() => [])) this.set({ follower }, seconds)
    },
  })
  new Gauge({
    name: 'tanggap_follower_aside',
    help: 'Of these events, those that stand aside because they could not be followed',
    labelNames: ['follower'],
    registers,
    async collect() {
      this.reset()
      for (const { follower, aside } of await gauges.followers().catch(() => [])) this.set({ follower }, aside)
    },
  })
  new Gauge({
    name: 'tanggap_turned_away',
    help: 'Guests that found no room, and connections ended because they did harm, since the start',
    labelNames: ['why'],
    registers,
    collect() {
      for (const [why, n] of Object.entries(gauges.turnedAway())) this.set({ why }, n)
    },
  })
  new Gauge({
    name: 'tanggap_log_faults',
    help: 'Writes of the log that failed, and lines of it that are lost, since the start',
    labelNames: ['what'],
    registers,
    collect() {
      for (const [what, n] of Object.entries(gauges.logFaults())) this.set({ what }, n)
    },
  })
  return {
    finished({ route, status, ms }) {
      requests.inc({ route, status })
      seconds.observe({ route }, ms / 1000)
    },
    text: () => registry.metrics(),
    type: registry.contentType,
  }
}
