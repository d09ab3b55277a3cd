import type { OwnTicket } from '../../shared/ticket/own-ticket.ts'
import { atClock } from '../../shared/kit/time.ts'
import { queueSettings } from '../../shared/office/settings/queue-settings.ts'
import { defaultsOf } from '../../shared/office/settings/values.ts'

export const DATE = '2026-06-09'
export const at = (time: string) => atClock(DATE, time, 'WITA')

/** A ticket taken at 10.02 with twelve people ahead, seen at 10.24; give the fields that differ. */
export function ownTicket(but: Partial<Omit<OwnTicket, 'ticket'>> = {}, ticket: Partial<OwnTicket['ticket']> = {}) {
  return {
    ticket: {
      no: 46,
      number: 'A-047',
      serviceId: 'ktp',
      state: 'waiting',
      priority: false,
      takenAt: at('10:02'),
      due: at('10:02'),
      since: at('10:02'),
      joined: 'walkIn',
      ...ticket,
    },
    office: {
      id: 'samarinda',
      name: 'Disdukcapil Kota Samarinda',
      city: 'Samarinda',
      zone: 'WITA',
      address: 'Jalan Contoh No. 10',
      addressEn: '10 Contoh Street',
      mapPoint: '-0.5, 117.15',
      phone: '(0541) 000-0000',
      entrance: 'Pintu timur',
      entranceEn: 'East door',
      accent: '',
      logo: '',
      rules: { ...defaultsOf(queueSettings), priorityCreditMinutes: 20 },
    },
    service: {
      id: 'ktp',
      letter: 'A',
      name: ['KTP-el', 'Electronic ID card'],
      requirements: [
        { id: 'surat-hilang', name: ['Surat kehilangan', 'Loss report'], note: null },
        { id: 'kk', name: ['Kartu Keluarga', 'Family card'], note: null },
      ],
      cases: [],
      standardMinutes: 15,
      waitPromiseMinutes: 45,
    },
    counters: [
      { id: '1', name: 'Loket 1' },
      { id: '3', name: 'Loket 3' },
    ],
    doors: { from: at('08:00'), to: at('15:00') },
    date: DATE,
    now: at('10:24'),
    over: false,
    ahead: 12,
    range: { from: at('10:44'), to: at('10:59') },
    returnUntil: null,
    survey: null,
    mayRate: true,
    result: null,
    checkIn: null,
    code: null,
    closed: null,
    shut: false,
    moveTo: null,
    waitlistPlace: null,
    held: false,
    draw: null,
    movedTo: null,
    anew: null,
    told: { phone: null, push: false },
    sharePath: '/t/link-of-the-family-0001',
    papers: [],
    files: [],
    mayUpload: false,
    application: null,
    document: null,
    visit: null,
    demo: true,
    ...but,
  } satisfies OwnTicket as OwnTicket
}
