import { OFFICE } from './drawn.ts'
import type { Answer, TestApp } from './test-app.ts'

/** A place that somebody asks for; `moving` is the link of a booking on another day. */
export interface Ask {
  readonly app: TestApp
  readonly place: { readonly serviceId: string; readonly slotId: string }
  readonly contact: object
  readonly moving: string
}

/** Every way to a place that somebody may ask for. */
export const WAYS = {
  book: ({ app, place, contact }) => app.visitor().post(`${OFFICE}/bookings`, { ...place, contact }),
  priority: ({ app, place, contact }) =>
    app.visitor().post(`${OFFICE}/bookings`, { ...place, priority: true, contact }),
  hold: ({ app, place }) => app.visitor().post(`${OFFICE}/holds`, place),
  waitlist: ({ app, place: { serviceId, slotId }, contact }) =>
    app.visitor().post(`${OFFICE}/services/${serviceId}/waitlist`, { date: slotId.slice(0, 10), contact }),
  helped: async ({ app, place }) =>
    (await app.as('meja')).post(`${OFFICE}/bookings`, { ...place, contact: { name: 'Contoh' } }),
  group: async ({ app, place }) =>
    (await app.as('meja')).post(`${OFFICE}/bookings/group`, { ...place, people: [{ name: 'Satu' }, { name: 'Dua' }] }),
  move: ({ app, place: { slotId }, moving }) => app.visitor().post(`/api/tickets/${moving}/reschedule`, { slotId }),
} satisfies Record<string, (ask: Ask) => Promise<Answer>>
