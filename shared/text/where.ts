import type { Words } from '../kit/words.ts'

/** Words about where an office is, and when it is open. */
export const whereText = {
  title: ['Tempat dan jam', 'Where and when'],
  address: ['Alamat', 'Address'],
  map: ['Buka peta', 'Open the map'],
  phone: ['Telepon', 'Phone'],
  hours: ['Jam buka {date}', 'Open on {date}'],
  'hours.closed': ['tutup', 'closed'],
  'hours.always': ['sepanjang hari, kantor percobaan', 'all day, a trial office'],
  'hours.span': ['{from}–{to} {zone}', '{from}–{to} {zone}'],
  entrance: ['Pintu kursi roda', 'Wheelchair entrance'],
} as const satisfies Record<string, Words>
