import { afterAll, describe, expect, it } from 'vitest'
import { closeKept, counter, happens, type ChangeRow } from '../../helpers/change-rows.ts'
import { MONDAY, runningOffice, TODAY, TOMORROW } from '../../helpers/running-office.ts'

/** Counters of a running office that change, and what is seen of it. */
const ROWS: readonly ChangeRow[] = [
  {
    when: 'a counter gets another name',
    change: counter('1', { name: 'Loket A' }),
    then: {
      'kiosk ktp-el': 'A KTP-el, A',
      'kiosk legalisir': 'L Legalisir, A',
      'desk 1': 'Loket A, p1: ktp-el identitas-digital legalisir; serves A-001, next A-002',
    },
  },
  { when: 'counters stand in another order', change: { order: { counters: ['8', '1'] } } },
  {
    when: 'a service is taken from a counter at work',
    change: counter('1', { services: ['ktp-el'] }),
    told: ['officerFollows 1 1'],
    then: {
      'kiosk legalisir': 'L Legalisir, no counter',
      'desk 1': 'Loket 1, p1: ktp-el; serves A-001, next A-002',
      'places ktp-el': '70 in 13 from 08:00',
    },
  },
  {
    when: 'the last counter of a service loses it',
    change: {
      counters: [
        { id: '1', services: ['ktp-el'] },
        { id: '8', services: ['konsultasi'] },
      ],
    },
    told: ['waitingStranded legalisir 2', 'noCounter legalisir 1', 'officerFollows 1 1'],
    then: {
      'kiosk legalisir': 'L Legalisir, no counter',
      'desk 1': 'Loket 1, p1: ktp-el; serves A-001, next A-002',
      'desk 8': 'Loket 8: konsultasi',
      'places ktp-el': '70 in 13 from 08:00',
    },
  },
  {
    when: 'a service is given to a counter at work',
    change: counter('5', { services: ['legalisir', 'kartu-keluarga'] }),
    told: ['officerFollows 5 1'],
    then: {
      'kiosk akta-kelahiran': 'C Akta Kelahiran, no counter',
      'kiosk akta-kematian': 'S Akta Kematian, no counter',
      'kiosk akta-perkawinan': 'G Akta Perkawinan, no counter',
      'kiosk akta-perceraian': 'H Akta Perceraian, no counter',
      'kiosk legalisir': 'L Legalisir, 1 + 5',
      'desk 5': 'Loket 5, p3: legalisir kartu-keluarga; serves nobody, next AR-12',
      'places kartu-keluarga': '30 in 13 from 08:00',
    },
  },
  {
    when: 'a service is given to a counter whose officer chose',
    change: counter('4', { services: ['kartu-keluarga', 'pindah-datang', 'perubahan-data', 'legalisir'] }),
    told: ['officerKeeps 4 1'],
    then: { 'places kartu-keluarga': '15 in 13 from 08:00', 'places pindah-datang': '21 in 13 from 08:00' },
  },
  {
    when: 'a service to which somebody was sent is taken from that counter',
    change: counter('5', { services: ['akta-kelahiran'] }),
    told: ['officerFollows 5 1', 'sentAlong 5 1'],
    then: {
      'kiosk kartu-keluarga': 'B Kartu Keluarga, 4',
      'kiosk akta-kematian': 'S Akta Kematian, no counter',
      'kiosk akta-perkawinan': 'G Akta Perkawinan, no counter',
      'kiosk akta-perceraian': 'H Akta Perceraian, no counter',
      'desk 4': 'Loket 4, p2: kartu-keluarga; serves nobody, next AR-12',
      'desk 5': 'Loket 5, p3: akta-kelahiran; serves nobody, next nobody',
      'places kartu-keluarga': '11 in 13 from 08:00',
    },
  },
  {
    when: 'a counter is added',
    change: counter('9', { name: 'Loket 9', services: ['ktp-el'] }),
    then: { 'places ktp-el': '84 in 13 from 08:00', 'desk 9': 'Loket 9: ktp-el' },
  },
  { when: 'a free counter is removed', change: counter('7', { removed: true }), then: { 'desk 7': 'gone' } },
  {
    when: 'a counter at work is removed',
    change: counter('1', { removed: true }),
    told: ['refused STRUCTURE_UNSOUND', 'counters.1.removed counterAttended 1'],
  },
  {
    when: 'a closed counter is removed to which somebody was sent',
    first: o => o.at['5']!('close'),
    change: counter('5', { removed: true }),
    told: ['sentAlong 5 1'],
    then: { 'desk 5': 'gone', 'places kartu-keluarga': '11 in 13 from 08:00' },
  },
  {
    when: 'the counter of an officer on a break is removed',
    first: o => o.at['5']!('break', { minutes: 10 }),
    change: counter('5', { removed: true }),
    told: ['refused STRUCTURE_UNSOUND', 'counters.5.removed counterAttended 5'],
  },
  { when: 'a counter goes to an agency and a waiting area', change: counter('7', { agency: 'capil', area: 'timur' }) },
  {
    when: 'a counter goes to an area that is not there',
    change: counter('7', { area: 'barat' }),
    told: ['refused STRUCTURE_UNSOUND', 'counters.7.area areaUnknown barat'],
  },
]

const WEEK = `/api/offices/samarinda/roster/${MONDAY}`
const shift = (counterId: string) => ({ counterId, from: '08:00', to: '15:00', rest: null, insteadOf: null })

afterAll(closeKept)

describe('while people wait, are served and have booked', () => {
  it.each(ROWS.map(row => [row.when, row] as const))(
    '%s: told before, seen at once, undone once [A41 A43]',
    async (_, row) => {
      const { told = [], then = {}, kept = {} } = row
      expect(await happens(row)).toEqual({ told, then, kept })
    },
  )

  it('sends nobody to a counter that is gone or of others by now; the plan is told of before, and back with it [A47]', async () => {
    const { app, admin } = await runningOffice()
    const settings = '/api/offices/samarinda'
    const cells = [TODAY, TOMORROW].map(date => ({ staffId: 'p4', date, seen: [], shifts: [shift('7')] }))
    expect((await admin.post(WEEK, { cells })).status).toBe(200)
    const officer = await app.as('petugas4')
    const planned = async () => (await officer.get('/api/me/roster')).body.shifts.length
    const change = counter('7', { removed: true })
    const { consequences } = (await admin.post(`${settings}/settings/effects`, change)).body
    expect(consequences).toContainEqual({ kind: 'shiftsLost', of: '7', count: 2 })
    expect([await planned(), (await admin.patch(`${settings}/settings`, change)).status]).toEqual([2, 200])
    expect(await planned()).toBe(0)
    const { last, undo } = (await admin.get(`${settings}/structure`)).body
    expect((await admin.post(`${settings}/versions/${undo}/restore`, { last: last.version })).status).toBe(200)
    expect(await planned()).toBe(2)
    await app.close()
  })
})
