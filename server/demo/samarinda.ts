import { DEFAULT_BOOKING, PLAIN_COUNTER, PLAIN_OFFICE } from '../../shared/office/defaults.ts'
import type { CounterInfo, DayHours, OfficeInfo } from '../../shared/office/office.ts'
import { hallSettings } from '../../shared/office/settings/hall-settings.ts'
import { queueSettings } from '../../shared/office/settings/queue-settings.ts'
import { surveySettings } from '../../shared/office/settings/survey-settings.ts'
import { defaultsOf } from '../../shared/office/settings/values.ts'
import { cardServices } from './card-services.ts'
import { civilServices } from './civil-services.ts'
import { demoElsewhere } from './elsewhere.ts'
import { helpServices } from './help-services.ts'
import { demoHolidays } from './holidays.ts'
import { demoLifeEvents } from './life-events.ts'
import { populationServices } from './population-services.ts'

const MONDAY_TO_THURSDAY: DayHours = { open: '08:00', close: '15:00', breaks: [{ from: '12:00', to: '12:30' }] }
const FRIDAY: DayHours = { open: '08:00', close: '11:00', breaks: [] }

const CERTIFICATES = ['akta-kelahiran', 'akta-kematian', 'akta-perkawinan', 'akta-perceraian']

const COUNTER_SERVICES: readonly (readonly string[])[] = [
  ['ktp-el', 'identitas-digital', 'legalisir'],
  ['ktp-el', 'kartu-identitas-anak', 'konsultasi'],
  ['ktp-el', 'kartu-identitas-anak', 'perubahan-data'],
  ['kartu-keluarga', 'pindah-datang', 'perubahan-data'],
  ['kartu-keluarga', ...CERTIFICATES],
  ['perubahan-data', 'pindah-datang'],
  CERTIFICATES,
  ['legalisir', 'identitas-digital', 'konsultasi'],
]

const counters: readonly CounterInfo[] = COUNTER_SERVICES.map((services, i) => ({
  id: String(i + 1),
  name: `Loket ${i + 1}`,
  services,
  ...PLAIN_COUNTER,
}))

const byLetter = [...cardServices, ...populationServices, ...civilServices, ...helpServices].sort((a, b) =>
  a.letter < b.letter ? -1 : 1,
)

/** The office a new installation starts with; its hours and services are shaped like a real one, its data are invented. */
export const demoOffice: OfficeInfo = {
  id: 'samarinda',
  name: 'Dinas Kependudukan dan Pencatatan Sipil',
  city: 'Kota Samarinda',
  zone: 'WITA',
  hours: [null, MONDAY_TO_THURSDAY, MONDAY_TO_THURSDAY, MONDAY_TO_THURSDAY, MONDAY_TO_THURSDAY, FRIDAY, null],
  holidays: demoHolidays,
  ...defaultsOf(hallSettings),
  ...defaultsOf(surveySettings),
  ...PLAIN_OFFICE,
  kind: 'disdukcapil',
  shortName: 'Disdukcapil Kota Samarinda',
  lifeEvents: demoLifeEvents,
  alwaysOpen: true,
  // Made up: no such house, no such number.
  address: 'Jalan Contoh No. 10, Samarinda (alamat contoh)',
  addressEn: 'Jalan Contoh No. 10, Samarinda (made-up address)',
  mapPoint: '-0.5000, 117.1500',
  phone: '(0541) 000-0000',
  entrance: 'Pintu timur, jalur landai dari tempat parkir',
  entranceEn: 'East door, gentle ramp from the car park',
  specialHours: [],
  rules: defaultsOf(queueSettings),
  booking: DEFAULT_BOOKING,
  services: byLetter,
  counters,
  elsewhere: demoElsewhere,
  runningText: [
    'Semua layanan gratis. Nomor yang terlewat bisa kembali dalam 15 menit: datang ke meja depan.',
    'All services are free of charge. A missed number can come back within 15 minutes: go to the front desk.',
  ],
}
