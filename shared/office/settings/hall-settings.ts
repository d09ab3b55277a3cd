import { reportPanes, reportLines } from './report-lines.ts'
import type { SettingPane, SettingTable } from './setting.ts'

export const hallPanes = {
  office: { heading: ['Kantor', 'The office'] },
  hours: { heading: ['Jam buka', 'Opening hours'] },
  where: { heading: ['Tempat kantor', 'Where the office is'] },
  signIn: { heading: ['Masuk petugas', 'Staff sign-in'] },
  voice: { heading: ['Panggilan suara', 'Spoken call'] },
  ...reportPanes,
} as const satisfies Record<string, SettingPane>

/** How the hall opens and speaks. */
export const hallSettings = {
  /** A trial office whose doors stand open around the clock. */
  alwaysOpen: {
    kind: 'flag',
    default: false,
    pane: 'hours',
    label: ['Pintu selalu terbuka', 'Doors always open'],
    hint: [
      'Untuk percobaan: nomor dapat diambil kapan saja, jam di bawah tidak membatasi.',
      'For a trial: numbers at any time, the hours below do not bind.',
    ],
  },
  /** What kind of office it is; examples and words go by it. */
  kind: {
    kind: 'choice',
    of: {
      disdukcapil: ['Disdukcapil', 'Civil registry (Disdukcapil)'],
      dpmptsp: ['DPMPTSP, perizinan', 'Permits (DPMPTSP)'],
      mpp: ['Mal Pelayanan Publik', 'Public service mall (MPP)'],
      kecamatan: ['Kecamatan atau kelurahan', 'District or village office'],
      puskesmas: ['Puskesmas', 'Health centre (puskesmas)'],
      court: ['Pengadilan (PTSP)', 'Court (PTSP)'],
      other: ['Lainnya', 'Other'],
    },
    default: 'other',
    pane: 'office',
    label: ['Jenis kantor', 'Kind of office'],
  },
  /** A name for narrow places, like the top of the console. */
  shortName: {
    kind: 'text',
    most: 30,
    default: '',
    pane: 'office',
    label: ['Nama pendek', 'Short name'],
    hint: [
      'Untuk tempat sempit, seperti kepala konsol. Kosong: nama lengkap.',
      'For narrow places, like the top of the console. Empty: the full name.',
    ],
  },
  /** The colour of the office itself, beside those of the house. */
  accent: {
    kind: 'text',
    most: 7,
    pattern: /^#[0-9a-f]{6}$/,
    default: '',
    pane: 'office',
    label: ['Warna kantor', 'Colour of the office'],
    hint: ['Seperti #0b5fa5. Kosong: warna bawaan.', 'Like #0b5fa5. Empty: the usual colour.'],
  },
  /** The picture beside its name: the hash under which it is kept. */
  logo: {
    kind: 'text',
    most: 22,
    pattern: /^[\w-]{22}$/,
    default: '',
    pane: 'office',
    own: true,
    label: ['Logo', 'Logo'],
    hint: ['Diunggah sebagai PNG. Kosong: lambang bawaan.', 'Uploaded as PNG. Empty: the usual crest.'],
  },
  /** Where people come; on bookings, tickets and in calendars. */
  address: {
    kind: 'text',
    most: 200,
    default: '',
    pane: 'where',
    label: ['Alamat', 'Address'],
  },
  addressEn: {
    kind: 'text',
    most: 200,
    default: '',
    pane: 'where',
    label: ['Alamat, bahasa Inggris', 'Address in English'],
    hint: ['Kosong: seperti di atas.', 'Empty: as above.'],
  },
  /** Latitude and longitude, for the link to the map and for calendars. */
  mapPoint: {
    kind: 'text',
    most: 40,
    pattern: /^-?\d{1,2}(\.\d+)?\s*,\s*-?\d{1,3}(\.\d+)?$/,
    default: '',
    pane: 'where',
    label: ['Titik di peta', 'Point on the map'],
    hint: ['Lintang, bujur. Kosong: tanpa tautan peta.', 'Latitude, longitude. Empty: no link to a map.'],
  },
  /** Whom people call who cannot come or cannot find it. */
  phone: {
    kind: 'text',
    most: 40,
    default: '',
    pane: 'where',
    label: ['Telepon', 'Phone'],
  },
  /** Where somebody in a wheelchair comes in. */
  entrance: {
    kind: 'text',
    most: 200,
    default: '',
    pane: 'where',
    label: ['Pintu kursi roda', 'Wheelchair entrance'],
  },
  entranceEn: {
    kind: 'text',
    most: 200,
    default: '',
    pane: 'where',
    label: ['Pintu kursi roda, bahasa Inggris', 'Wheelchair entrance in English'],
    hint: ['Kosong: seperti di atas.', 'Empty: as above.'],
  },
  /** How a number is read aloud: digit by digit keeps the zeros. */
  reading: {
    kind: 'choice',
    of: {
      digits: ['satu per satu (nol tiga empat)', 'digit by digit (zero three four)'],
      whole: ['sebagai bilangan (tiga puluh empat)', 'as a number (thirty-four)'],
    },
    default: 'digits',
    pane: 'voice',
    label: ['Nomor dibaca', 'Numbers are read'],
  },
  /** Languages of the spoken call. */
  voice: {
    kind: 'choice',
    of: { id: ['Indonesia', 'Indonesian'], 'id+en': ['Indonesia, lalu Inggris', 'Indonesian, then English'] },
    default: 'id',
    pane: 'voice',
    label: ['Bahasa panggilan', 'Language of the call'],
  },
  /** Whether everybody has to have a second factor; outside a trial administrators have to in any case. */
  secondFactorForAll: {
    kind: 'flag',
    default: false,
    inner: true,
    pane: 'signIn',
    label: ['Kunci kedua wajib untuk semua', 'A second factor for everybody'],
    hint: [
      'Tanpa ini hanya administrator yang wajib. Siapa yang belum punya, memasangnya sebelum dapat meneruskan.',
      'Without this only administrators must have one. Whoever has none sets it up before going on.',
    ],
  },
  ...reportLines,
} as const satisfies SettingTable<keyof typeof hallPanes>
