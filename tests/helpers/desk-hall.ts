import { aTimeout, elementUpdated, fixture, html, waitUntil } from '@open-wc/testing'
import type { LitElement } from 'lit'
import '../../console/desk/console-desk.ts'
import type { ConsoleDesk } from '../../console/desk/console-desk.ts'
import { demoOffice } from '../../server/demo/samarinda.ts'
import { MINUTE } from '../../shared/kit/time.ts'
import type { Request } from '../../shared/queue/command.ts'
import { emptyDay, type QueueDay } from '../../shared/queue/day.ts'
import { decide } from '../../shared/queue/decide.ts'
import { fold } from '../../shared/queue/evolve.ts'
import type { LiveDay } from '../../shared/web/live-day.ts'
import { DEFAULT_RULES } from '../../shared/queue/whole-plan.ts'
import { sent } from './console-answers.ts'

export const NOW = Date.UTC(2026, 5, 9, 2, 30)
export const COUNTER = '/api/offices/samarinda/counters/3'
export const services = demoOffice.counters[2]!.services
export const plan = {
  doors: { from: NOW - 600 * MINUTE, to: NOW + 600 * MINUTE, breaks: [] },
  services: demoOffice.services.map(s => ({
    id: s.id,
    letter: s.letter,
    typicalMs: s.typicalMinutes * MINUTE,
    open: true,
  })),
  counters: demoOffice.counters.map(c => ({ id: c.id, services: c.services })),
  ...DEFAULT_RULES,
  // A call is heard at once where a test does not say otherwise.
  skipAfterMs: 0,
  priorityCreditMs: 15 * MINUTE,
  returnGraceMs: 15 * MINUTE,
  returnPlaces: 3,
}

/** A hall that answers commands by the real rules, and tells the desk only when it is let. */
export class Hall {
  day: QueueDay = emptyDay('samarinda', '2026-06-09')
  desk!: ConsoleDesk
  /** Its clock, which tests set. */
  now = NOW
  readonly live = {
    day: undefined as QueueDay | undefined,
    connected: true,
    heard: NOW,
    now: () => this.now,
    refused: undefined,
    refresh: () => {},
  }
  #commands = 0

  constructor(...requests: Request[]) {
    for (const request of [{ verb: 'planDay', plan } as const, ...requests]) this.decide(request)
    this.live.day = this.day
  }

  decide(request: Request, officer = 'p3'): void {
    const command = { ...request, id: String(++this.#commands), by: `staff:${officer}` as const }
    this.day = fold(this.day, decide(this.day, command, this.now))
  }

  /** A colleague sits down. */
  sit(officer: string, counterId: string, services: readonly string[]): void {
    this.decide({ verb: 'openCounter', counterId, services }, officer)
    this.live.day = this.day
  }

  /** Time passes, and the desk sees it. */
  async wait(ms: number): Promise<void> {
    this.now += ms
    this.tell()
    await elementUpdated(this.desk)
    await elementUpdated(part(this.desk, 'desk-buttons') as LitElement)
  }

  tell(): void {
    this.live.day = this.day
    this.desk.requestUpdate()
  }

  /** The same for a route's answer: decided at once, pushed at once. */
  does(request: Request): () => void {
    return () => {
      this.decide(request)
      this.tell()
    }
  }

  async show(permissions: readonly string[] = ['queue.call', 'queue.take']): Promise<ConsoleDesk> {
    const staff = { id: 'p3', username: 'petugas3', name: 'Petugas 3', officeId: 'samarinda', roles: [], permissions }
    this.desk = await fixture<ConsoleDesk>(
      html`<console-desk
        .office=${demoOffice}
        .staff=${staff}
        .live=${this.live as unknown as LiveDay}
      ></console-desk>`,
    )
    return this.desk
  }
}

export const open: Request = { verb: 'openCounter', counterId: '3' }
export const call = { verb: 'callNext', counterId: '3' } as const satisfies Request
export const start: Request = { verb: 'start', counterId: '3' }
export const take = (n: number, priority = false): Request => ({
  verb: 'takeTicket',
  serviceId: services[0]!,
  priority,
  ticketId: `t${n}`,
})

export const part = (desk: ConsoleDesk, name: string) => desk.shadowRoot!.querySelector(name) as HTMLElement
export const inside = (desk: ConsoleDesk, name: string, selector: string) =>
  part(desk, name).shadowRoot!.querySelector<HTMLElement>(selector)!
export const heading = (desk: ConsoleDesk) => {
  const title = inside(desk, 'desk-current', 'h1')
  return title.querySelector('ui-number')?.value ?? title.textContent!.trim()
}
export const large = (desk: ConsoleDesk) => inside(desk, 'desk-buttons', '.primary')
export const routes = () => sent.map(s => s.route.replace(`POST ${COUNTER}/`, ''))

export function typed(on: Element, key: string): void {
  on.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, composed: true, cancelable: true }))
}

export async function press(desk: ConsoleDesk, key: string): Promise<void> {
  window.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }))
  await aTimeout(40)
  await elementUpdated(desk)
}

/** Once the large button hears again, after it came to mean something else. */
export const rested = (desk: ConsoleDesk) =>
  waitUntil(() => !large(desk).hasAttribute('resting'), 'the large button hears again')
