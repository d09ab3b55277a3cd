import { afterAll, describe, expect, it } from 'vitest'
import { demoOffice } from '../../../server/demo/samarinda.ts'
import { atClock } from '../../../shared/kit/time.ts'
import { DEFAULT_SERVICE_BOOKING } from '../../../shared/office/defaults.ts'
import { closeKept, service, happens, type ChangeRow } from '../../helpers/change-rows.ts'
import { awaitsPlace, runningOffice, TODAY } from '../../helpers/running-office.ts'

const { requirements, cases } = demoOffice.services.find(s => s.id === 'ktp-el')!
const LETTER = { id: 'surat', name: ['Surat pengantar', 'Letter'] as const, note: null }
/** In every case. */
const PAPER_MORE = {
  requirements: [...requirements, LETTER],
  cases: cases.map(c => ({ ...c, papers: [...c.papers, LETTER.id] })),
}

/** Places, quota and draws of a running office that change, and what is seen of it. */
const ROWS: readonly ChangeRow[] = [
  {
    when: 'its document is promised later',
    change: service('kartu-keluarga', { document: { name: ['Kartu Keluarga', 'Family card'], workingDays: 5 } }),
    told: ['documentsStay kartu-keluarga 1'],
  },
  {
    when: 'it asks for one paper more',
    change: service('ktp-el', { asking: PAPER_MORE }),
    told: ['papersChanged ktp-el 3'],
    then: { 'papers ktp-el': [...requirements, LETTER].map(r => r.name[0]).join(', ') },
  },
  {
    when: 'a quota is set',
    change: service('ktp-el', { booking: { ...DEFAULT_SERVICE_BOOKING, dailyQuota: 4 } }),
    told: ['quotaFull ktp-el 4'],
    then: {
      'takes ktp-el': 'QUOTA_FULL',
      'booked ktp-el': '10 days until 2026-06-23',
      'places ktp-el': '1 in 13 from 08:00',
    },
  },
  {
    when: 'places are released in waves',
    change: service('ktp-el', {
      booking: {
        ...DEFAULT_SERVICE_BOOKING,
        release: {
          kind: 'waves',
          waves: [
            { daysAhead: 3, share: 0.5 },
            { daysAhead: 1, share: 0.5 },
          ],
        },
      },
    }),
    then: { 'booked ktp-el': '3 days until 2026-06-11', 'places ktp-el': '17 in 13 from 08:00' },
  },
  {
    when: 'places are given by a draw',
    change: service('ktp-el', {
      booking: { ...DEFAULT_SERVICE_BOOKING, release: { kind: 'draw', opensDaysAhead: 5, closesDaysAhead: 2 } },
    }),
    told: ['daysDrawn ktp-el 9'],
    then: { 'booked ktp-el': '2 days until 2026-06-10' },
  },
  {
    when: 'a draw that has entries is given up',
    change: service('akta-perkawinan', { booking: DEFAULT_SERVICE_BOOKING }),
  },
  {
    when: 'a service is not booked any more',
    change: service('ktp-el', { booking: null }),
    told: ['bookingsStay ktp-el 3'],
    then: { 'booked ktp-el': 'no time', 'places ktp-el': 'none' },
  },
  {
    when: 'a service for whose places people wait is not booked any more',
    first: o => awaitsPlace(o, 'kartu-keluarga'),
    change: service('kartu-keluarga', { booking: null }),
    told: ['lost bookingOff 1', 'bookingsStay kartu-keluarga 20'],
    then: {
      'booked kartu-keluarga': 'no time',
      'places kartu-keluarga': 'none',
      wish: 'BR-23 Kartu Keluarga bookingOff',
    },
    kept: { wish: 'BR-23 Kartu Keluarga bookingOff' },
  },
  {
    when: 'a service with a draw is paused',
    change: service('akta-perkawinan', { open: false }),
    told: ['entries 1'],
    then: {
      'kiosk order': 'A B C D E S H J L',
      'kiosk akta-perkawinan': 'gone',
      'papers akta-perkawinan': 'gone',
      'takes akta-perkawinan': 'SERVICE_CLOSED',
    },
  },
]

afterAll(closeKept)

describe('while people wait, are served and have booked', () => {
  it.each(ROWS.map(row => [row.when, row] as const))(
    '%s: told before, seen at once, undone once [A41 A42]',
    async (_, row) => {
      const { told = [], then = {}, kept = {} } = row
      expect(await happens(row)).toEqual({ told, then, kept })
    },
  )

  it('tells of whoever waits for a place or a draw that would give none: without a counter, or by a quota too small [A41]', async () => {
    const office = await runningOffice()
    await awaitsPlace(office, 'kartu-keluarga')
    const settings = '/api/offices/samarinda/settings'
    const told = async (change: object) => {
      const { consequences } = (await office.admin.post(`${settings}/effects`, change)).body
      return (consequences as { kind: string; of: string; count: number }[])
        .filter(c => c.kind.endsWith('Stranded'))
        .map(c => `${c.kind} ${c.of} ${c.count}`)
    }
    const counters = demoOffice.counters
      .filter(c => c.services.includes('kartu-keluarga'))
      .map(c => ({ id: c.id, services: c.services.filter(s => s !== 'kartu-keluarga') }))
    expect(await told({ counters })).toContain('wishesStranded kartu-keluarga 1')
    const drawn = office.app.offices.get('samarinda').services.find(s => s.id === 'akta-perkawinan')!.booking!
    // The share that is kept for whoever walks in leaves none of it.
    const one = (id: string, booking = DEFAULT_SERVICE_BOOKING) =>
      service(id, { booking: { ...booking, dailyQuota: 1 } })
    expect(await told(one('akta-perkawinan', drawn))).toEqual(['wishesStranded akta-perkawinan 1'])
    expect(await told(one('kartu-keluarga'))).toEqual(['wishesStranded kartu-keluarga 1'])
    expect((await office.admin.patch(settings, one('kartu-keluarga'))).body.error?.code).toBe('BOOKINGS_TOUCHED')
    await office.app.close()
  })

  it('lets who has booked check in, also once the service is not booked any more [A42]', async () => {
    const { app, admin, links } = await runningOffice()
    expect((await admin.patch('/api/offices/samarinda/settings', service('ktp-el', { booking: null }))).status).toBe(
      200,
    )
    app.clock.now = atClock(TODAY, '12:55', 'WITA')
    const kiosk = await app.device('kiosk')
    const come = await kiosk.post('/api/offices/samarinda/check-in', { token: links['booking today'] })
    expect([come.status, come.body.ticket.state]).toEqual([200, 'waiting'])
    await app.close()
  })
})
