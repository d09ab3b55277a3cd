import type { Words } from '../kit/words.ts'

/** The offices of one installation, for whoever sets one up. */
export const moreOfficesText = {
  title: ['Kantor lain', 'Other offices'],
  lead: [
    'Satu pemasangan dapat melayani beberapa kantor. Layanan, petugas, dan angkanya tetap terpisah.',
    'One installation can serve several offices. Services, staff and figures stay apart.',
  ],
  list: ['Kantor di pemasangan ini', 'Offices of this installation'],
  search: ['Cari kantor', 'Search offices'],
  here: ['Anda di sini', 'you are here'],
  go: ['Kerja di sini', 'Work here'],
  'go.label': ['Kerja di {name}', 'Work at {name}'],
  others: ['disiapkan administratornya', 'set up by its own administrator'],
  open: ['melayani', 'open'],
  preparing: ['sedang disiapkan', 'in preparation'],
  switch: ['Ganti kantor', 'Change office'],

  new: ['Buka kantor baru', 'Begin another office'],
  'new.why': [
    'Kantor baru disiapkan dan diperiksa dahulu, baru dibuka untuk warga. Kantor yang sudah melayani tidak berubah.',
    'A new office begins in preparation: set up, checked, then opened. Offices that serve people do not change.',
  ],
  name: ['Nama kantor', 'Name of the office'],
  city: ['Kota atau kabupaten', 'City or regency'],
  zone: ['Zona waktu', 'Time zone'],
  kind: ['Mulai dari contoh', 'Start from a sample'],
  who: ['Siapa yang menyiapkan?', 'Who sets it up?'],
  'who.me': ['Saya sendiri', 'I do'],
  'who.other': ['Orang lain, lewat tautan sekali pakai', 'Somebody else, by a link for one use'],
  'who.name': ['Namanya', 'Their name'],
  'who.email': ['Surelnya, dipakai untuk masuk', 'Their e-mail, used for signing in'],
  begin: ['Mulai kantor ini', 'Begin this office'],
  begun: ['{name} dibuat dan sedang disiapkan.', '{name} was made and is in preparation.'],

  guests: ['Administrator dari kantor lain', 'Administrators from other offices'],
  'guests.none': ['Tidak ada.', 'Nobody.'],
  'guests.why': [
    'Mereka menyiapkan kantor ini di samping kantornya sendiri. Mengakhirinya mengakhiri semua sesinya dalam satu detik.',
    'They set this office up beside their own. Ending it ends every session of theirs within a second.',
  ],
  'guests.end': ['Akhiri', 'End'],
  'guests.end.label': ['Akhiri {name}', 'End {name}'],
} as const satisfies Record<string, Words>
