import type { SettingPane, SettingTable } from './setting.ts'

export const hallPanes = {
  hours: { heading: ['Jam buka', 'Opening hours'] },
  voice: { heading: ['Panggilan suara', 'Spoken call'] },
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
} as const satisfies SettingTable<keyof typeof hallPanes>
