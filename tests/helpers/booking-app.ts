import { createApp } from '../../server/http/app.ts'
import { mountClosings } from '../../server/http/pages/booking/closings-door.ts'
import { mountBookingPages } from '../../server/http/pages/booking/mount.ts'
import type { Door } from '../../server/http/mount.ts'
import { mountPages, type Web } from '../../server/http/pages/pages.ts'
import { mountTicket } from '../../server/http/pages/ticket/mount.ts'
import { mountTicketActs } from '../../server/http/pages/ticket/ticket-acts.ts'
import type { OwnTickets } from '../../server/services/booking/own-tickets.ts'
import { fakeDesk, NOW } from './booking-desk.ts'

const noWeb: Web = {
  page: async screen => `<!doctype html><title>${screen}</title>`,
  file: async () => undefined,
  ticketAssets: async () => ({ script: '/assets/ticket.js', styles: ['/assets/ticket.css'] }),
  bookingAssets: async () => ({ script: '/assets/booking.js', styles: ['/assets/booking.css'] }),
  homeAssets: async () => ({ styles: [] }),
  ikmAssets: async () => ({ styles: [] }),
  inAssets: async () => ({ styles: [] }),
}

/** The booking and ticket pages over a desk that the test plays, with a browser that follows no redirect by itself. */
export function bookingApp(own?: Parameters<typeof fakeDesk>[0], web: Web = noWeb) {
  const fake = fakeDesk(own)
  const clock = { now: NOW }
  const failures: unknown[] = []
  const routes: string[] = []
  let ids = 0
  const newId = () => `made-by-the-server-${++ids}`
  const app = createApp({
    newId,
    secure: false,
    rehearsing: false,
    strictCsp: true,
    answers: () => true,
    refusalPage: async error => error.code,
    room: () => () => {},
    kept: (_c, next) => next(),
    finished: request => void routes.push(request.route),
    failed: error => void failures.push(error),
  })
  const door: Door = {
    app,
    callerOf: async () => ({ devices: [] }),
    admit: async () => {},
    signedInBefore: () => false,
    walls: { named: async () => {}, counterBody: async () => {}, file: async () => {} },
    newId,
    isPreparing: () => false,
    rehearsing: false,
    besides: () => undefined,
  }
  const looked: string[] = []
  const unfound = async (_: unknown, __: string, query: string) => void looked.push(query)
  mountClosings(door, () => fake.desk)
  mountBookingPages(door, { web, deskOf: () => fake.desk, unfound, now: () => clock.now })
  mountTicketActs(door, { web, deskOf: () => fake.desk, originOf: () => 'http://localhost' })
  const tickets = { ...fake.desk, checkInCode: () => 'a-code-of-twenty-signs.that-checks-in' }
  mountTicket(door, web, tickets as unknown as OwnTickets)
  mountPages(door, web)

  const read = async (answer: Response) => ({
    status: answer.status,
    to: answer.headers.get('location') ?? '',
    headers: answer.headers,
    html: await answer.text(),
  })
  return {
    ...fake,
    looked,
    app,
    clock,
    failures,
    routes,
    get: async (path: string) => read(await app.request(path)),
    post: async (path: string, fields: string | URLSearchParams, headers: Record<string, string> = {}) =>
      read(
        await app.request(path, {
          method: 'POST',
          headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
          body: fields.toString(),
        }),
      ),
  }
}

/** The fields of a form as a browser without scripts sends them, with what somebody typed. */
export function formIn(html: string, id: string, typed: Record<string, string> = {}): URLSearchParams {
  const form = new RegExp(`<form id="${id}"[^]*?</form>`).exec(html)?.[0] ?? ''
  const fields = new URLSearchParams()
  for (const [input] of form.matchAll(/<input[^>]*>/g)) {
    const name = /name="([^"]*)"/.exec(input)?.[1]
    const value = /value="([^"]*)"/.exec(input)?.[1] ?? ''
    const off = /type="(checkbox|radio)"/.test(input) && !/ checked/.test(input)
    if (name !== undefined && !off && !(name in typed)) fields.append(name, value)
  }
  for (const [name, value] of Object.entries(typed)) fields.set(name, value)
  return fields
}

export const KTP = '/b/samarinda/ktp-el'
export const KK = '/b/samarinda/kartu-keluarga'
/** Made up: no such person. */
export const PERSON = { name: 'Contoh', phone: '081200000000', nik: '6472000000000000', channel: 'whatsapp' }

/** From the times to the form, as a browser without scripts goes. */
export async function atForm(it: ReturnType<typeof bookingApp>, slot = '2026-06-09T11:00') {
  const times = await it.get(`${KTP}/jadwal?papers=kk&papers=ktp-rusak&priority=1`)
  const chosen = await it.post(`${KTP}/jadwal`, formIn(times.html, 'slots', { slot }))
  return { href: chosen.to, page: await it.get(chosen.to) }
}
