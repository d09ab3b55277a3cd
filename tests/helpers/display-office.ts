import { DEFAULT_BOOKING } from '../../shared/office/defaults.ts'
import type { OfficeInfo, ServiceInfo } from '../../shared/office/office.ts'

const nothing = ['', ''] as const

/** A service of which only its name and letter matter. */
export function aService(id: string, letter: string, name: string, open = true): ServiceInfo {
  return {
    id,
    letter,
    name: [name, `${name} (en)`],
    detail: nothing,
    icon: 'id-card',
    requirements: [],
    procedure: [],
    product: nothing,
    fee: nothing,
    free: true,
    complaints: nothing,
    typicalMinutes: 6,
    standardMinutes: 15,
    waitPromiseMinutes: 30,
    keywords: [],
    open,
    booking: null,
    document: null,
  }
}

/** The office around `openHall`, as its hall display knows it: three counters, two services, open on a Tuesday from 8 to 15. */
export function anOffice(change: Partial<OfficeInfo> = {}): OfficeInfo {
  const hours = { open: '08:00', close: '15:00', breaks: [{ from: '12:00', to: '12:30' }] }
  return {
    id: 'samarinda',
    name: 'Dinas Kependudukan dan Pencatatan Sipil',
    city: 'Kota Samarinda',
    zone: 'WITA',
    hours: [null, hours, hours, hours, hours, hours, null],
    holidays: [],
    alwaysOpen: false,
    specialHours: [],
    rules: { priorityCreditMinutes: 15, returnGraceMinutes: 15, returnPlaces: 3 },
    booking: DEFAULT_BOOKING,
    services: [aService('ktp', 'A', 'KTP-el'), aService('kk', 'B', 'Kartu Keluarga')],
    counters: ['1', '2', '3'].map(id => ({ id, name: `Loket ${id}`, services: ['ktp', 'kk'] })),
    runningText: ['Semua layanan gratis.', 'All services are free.'],
    reading: 'digits',
    voice: 'id',
    minRatings: 60,
    ikmMethod: 'exact',
    ...change,
  }
}
