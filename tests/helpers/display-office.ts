import { DEFAULT_BOOKING, PLAIN_COUNTER, PLAIN_OFFICE, PLAIN_SERVICE } from '../../shared/office/defaults.ts'
import type { OfficeInfo, ServiceInfo } from '../../shared/office/office.ts'
import { hallSettings } from '../../shared/office/settings/hall-settings.ts'
import { queueSettings } from '../../shared/office/settings/queue-settings.ts'
import { surveySettings } from '../../shared/office/settings/survey-settings.ts'
import { defaultsOf } from '../../shared/office/settings/values.ts'

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
    cases: [],
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
    advises: false,
    booking: null,
    document: null,
    ...PLAIN_SERVICE,
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
    ...PLAIN_OFFICE,
    ...defaultsOf(hallSettings),
    ...defaultsOf(surveySettings),
    specialHours: [],
    rules: defaultsOf(queueSettings),
    booking: DEFAULT_BOOKING,
    elsewhere: [],
    services: [aService('ktp', 'A', 'KTP-el'), aService('kk', 'B', 'Kartu Keluarga')],
    counters: ['1', '2', '3'].map(id => ({ id, name: `Loket ${id}`, services: ['ktp', 'kk'], ...PLAIN_COUNTER })),
    runningText: ['Semua layanan gratis.', 'All services are free.'],
    ...change,
  }
}
