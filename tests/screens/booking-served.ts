import { contactPage } from '../../server/http/pages/booking/contact-page.ts'
import { MINUTE } from '../../shared/kit/time.ts'
import { front, NOW } from '../helpers/booking-desk.ts'

export const way = { lang: 'id', papers: ['kk'], priority: false } as const
export const none = { styles: [] }
export const ktp = front.office.services.find(s => s.id === 'ktp-el')!
/** The form for a time that is held, as the server writes it. */
export const form = (but = {}) =>
  contactPage(
    front,
    ktp,
    way,
    {
      wanted: { kind: 'slot', slot: '2026-06-09T11:00' },
      known: { held: NOW + 5 * MINUTE, booked: undefined },
      key: 'made-by-the-server-1',
      typed: {},
      ...but,
    },
    none,
  )
