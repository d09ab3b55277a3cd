import type { SettingPane, SettingTable } from './setting.ts'

export const bookingPanes = {
  capacity: {
    heading: ['Jam dan tempat', 'Times and places'],
    note: [
      'Tempat dihitung dari jam buka, loket, dan lama layanan, dengan 45 detik untuk berjalan ke loket dan berganti orang. Jika pemesan suatu layanan sering tidak datang, jamnya dipesan sedikit lebih, paling banyak seperempat. Risikonya: paling banyak satu dari sepuluh jam kedatangan lebih banyak orang daripada tempatnya. Kuota dan cadangan datang langsung tidak pernah dipesan lebih.',
      'Places follow from opening hours, counters and service time, with 45 seconds for the way to the counter and the change of people. Where bookers of a service often stay away, its slots are booked a little over, by a quarter at most. The risk: in one slot of ten at most more people come than it has places. Quotas and what is kept for walk-ins are never booked over.',
    ],
  },
  coming: { heading: ['Datang dan check-in', 'Coming and check-in'] },
  giving: { heading: ['Membagi dan mengembalikan tempat', 'Giving places out and back'] },
  guard: { heading: ['Melawan penimbunan', 'Against hoarding'] },
} as const satisfies Record<string, SettingPane>

/** How an office takes bookings. */
export const bookingSettings = {
  /** Length of a slot in minutes. */
  slotMinutes: {
    kind: 'minutes',
    min: 5,
    max: 240,
    default: 30,
    plan: 'slotMs',
    pane: 'capacity',
    label: ['Panjang satu jam reservasi', 'Length of a slot'],
    hint: [
      'Orang memesan satu potongan waktu ini. Reservasi yang sudah ada tetap.',
      'People book one such stretch of time. Bookings that are there stay.',
    ],
  },
  /** Days ahead for which places are offered. */
  horizonDays: {
    kind: 'days',
    min: 1,
    max: 60,
    default: 14,
    pane: 'capacity',
    label: ['Dibuka sampai', 'Offered for'],
    unit: ['hari ke depan', 'days ahead'],
    hint: ['Lebih jauh berarti lebih banyak yang tidak datang.', 'Further ahead means more no-shows.'],
  },
  /** Share of the capacity that is never booked, so that nobody needs a phone (0 to 1). */
  walkInReserve: {
    kind: 'share',
    min: 0,
    max: 1,
    default: 0.3,
    pane: 'capacity',
    label: ['Cadangan datang langsung', 'Kept for walk-ins'],
    hint: ['Tidak pernah dipesan, agar tidak seorang pun perlu ponsel.', 'Never booked, so that nobody needs a phone.'],
  },
  /** Share of the bookable places that only people with priority get (0 to 1). */
  priorityShare: {
    kind: 'share',
    min: 0,
    max: 0.5,
    default: 0.1,
    pane: 'capacity',
    label: ['Tempat khusus prioritas', 'Places for priority only'],
    hint: ['Bagian dari tempat reservasi, {min} sampai {max}.', 'Share of the bookable places, {min} to {max}.'],
  },
  /** Minutes before the slot from which on check-in is open. */
  checkInEarlyMinutes: {
    kind: 'minutes',
    min: 0,
    max: 240,
    default: 20,
    plan: 'earlyMs',
    pane: 'coming',
    label: ['Check-in dibuka', 'Check-in opens'],
    unit: ['menit sebelum jam', 'min before'],
    hint: ['Sebelum itu orang diminta menunggu.', 'Before that people are asked to wait.'],
  },
  /** Minutes after the beginning of the slot until which check-in is open; then the place is given on. */
  checkInGraceMinutes: {
    kind: 'minutes',
    min: 0,
    max: 240,
    default: 10,
    plan: 'graceMs',
    pane: 'coming',
    label: ['Toleransi terlambat', 'Grace for being late'],
    hint: ['Sesudahnya tempat diberikan kepada yang menunggu.', 'After it the place goes to those who wait.'],
  },
  /** Minutes before its slot at which a booking stands in line once it has checked in. */
  creditMinutes: {
    kind: 'minutes',
    min: 0,
    max: 240,
    default: 30,
    plan: 'creditMs',
    pane: 'coming',
    label: ['Reservasi maju', 'A booking is earlier by'],
    hint: ['Gilirannya sekian menit sebelum jam yang dipesan.', 'Its turn is so many minutes before the booked time.'],
  },
  /** Clock time at which waves are released and draws are held. */
  releaseTime: {
    kind: 'clockTime',
    default: '19:00',
    pane: 'giving',
    label: ['Jam pembagian', 'Time of release'],
    hint: ['Gelombang dibuka dan undian ditarik pada jam ini.', 'Waves open and draws are held at this time.'],
  },
  /** Minutes for which a place is held while the form is filled. */
  holdMinutes: {
    kind: 'minutes',
    min: 1,
    max: 30,
    default: 5,
    pane: 'giving',
    label: ['Tempat ditahan saat mengisi', 'Held while the form is filled'],
    hint: ['Cukup untuk mengetik pelan.', 'Enough for slow typing.'],
  },
  /** A place given back is offered again after a random while of at most so many minutes, so that it cannot be passed on. */
  heldBackMinutes: {
    kind: 'minutes',
    min: 0,
    max: 240,
    default: 30,
    pane: 'giving',
    label: ['Tempat batal disimpan paling lama', 'A cancelled place is kept at most'],
    hint: [
      'Dibuka lagi pada saat acak, agar tidak dapat dijual.',
      'Offered again at a random moment, so that it cannot be sold.',
    ],
  },
  /** Minutes for which a place is offered to the head of the waitlist. */
  offerMinutes: {
    kind: 'minutes',
    min: 1,
    max: 120,
    default: 10,
    plan: 'offerMs',
    pane: 'giving',
    label: ['Tawaran ke daftar tunggu berlaku', 'An offer to the waitlist lasts'],
    hint: ['Lalu ditawarkan ke orang berikutnya.', 'Then the next person gets it.'],
  },
  /** Live bookings that one phone may hold, for a family. */
  perDevice: {
    kind: 'count',
    min: 1,
    max: 50,
    default: 3,
    pane: 'guard',
    label: ['Reservasi berlaku per ponsel', 'Live bookings per phone'],
    hint: ['Satu keluarga sering memakai satu ponsel.', 'A family often shares one phone.'],
  },
  /** Bookings that one network may make within an hour. */
  perNetworkHour: {
    kind: 'count',
    min: 1,
    max: 100_000,
    default: 120,
    pane: 'guard',
    label: ['Reservasi per jaringan per jam', 'Bookings per network and hour'],
    hint: ['Satu jaringan seluler dipakai banyak orang.', 'Many people share one mobile network.'],
  },
  /** When a computer must prove some work before it books; it asks nothing of the person. */
  proof: {
    kind: 'choice',
    of: {
      never: ['tidak pernah', 'never'],
      underPressure: ['saat ramai', 'under pressure'],
      always: ['selalu', 'always'],
    },
    default: 'underPressure',
    pane: 'guard',
    label: ['Bukti kerja ponsel', 'Proof of work'],
    hint: [
      'Ponsel bekerja sebentar; orangnya tidak diminta apa-apa.',
      'The phone works for a moment; the person is asked nothing.',
    ],
  },
} as const satisfies SettingTable<keyof typeof bookingPanes>
