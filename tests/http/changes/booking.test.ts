import { describe, expect, it } from 'vitest'
import { atClock } from '../../../shared/kit/time.ts'
import { DEFAULT_SERVICE_BOOKING } from '../../../shared/office/defaults.ts'
import { service, happens, type ChangeRow } from '../../helpers/change-rows.ts'
import { runningOffice, TODAY } from '../../helpers/running-office.ts'

/** Places, quota and draws of a running office that change, and what is seen of it. */
const ROWS: readonly ChangeRow[] = [
  {
    when: 'its document is promised later',
    change: service('kartu-keluarga', { document: { name: ['Kartu Keluarga', 'Family card'], workingDays: 5 } }),
    told: ['documentsStay kartu-keluarga 1'],
  },
  {
    when: 'a quota is set',
    change: service('ktp-el', { booking: { ...DEFAULT_SERVICE_BOOKING, dailyQuota: 4 } }),
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

describe('while people wait, are served and have booked', () => {
  it.each(ROWS.map(row => [row.when, row] as const))(
    '%s: told before, seen at once, undone once [A41 A42]',
    async (_, row) => {
      const { told = [], then = {}, kept = {} } = row
      expect(await happens(row)).toEqual({ told, then, kept })
    },
  )

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
