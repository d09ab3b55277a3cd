import type { Words } from '../kit/words.ts'

/** The words around a change of the structure: what is unsaved, what it will do, what it was called. */
export const formText = {
  look: ['Lihat akibatnya', 'See what it does'],
  looking: ['Menghitung akibatnya…', 'Working out what it does…'],
  unsaved: ['{n} perubahan belum disimpan: {names}', 'Changes not saved: {n}. {names}'],
  more: ['{names}, dan {n} lainnya', '{names}, and {n} more'],
  unsound: ['Belum pas, belum tersimpan: {what}', 'It does not fit, and is not saved: {what}'],
  lead: ['Belum berlaku; ini yang akan terjadi.', 'Not in force yet; this is what will happen.'],
  happens: ['Yang akan terjadi', 'What will happen'],
  counted: ['dihitung {time}, dari keadaan sekarang', 'worked out at {time}, from how things stand'],
  nobody: ['Tidak ada reservasi, nomor, atau petugas yang tersentuh.', 'No booking, number or officer is touched.'],
  changes: ['Yang berubah', 'What changes'],
  before: ['sekarang', 'now'],
  after: ['menjadi', 'becomes'],
  wrong: ['Bila keliru', 'If it was a mistake'],
  'wrong.why': [
    'Riwayat perubahan mengembalikannya dengan satu tombol: yang belum pindah ditawari waktunya yang lama selama masih kosong.',
    'The history of changes brings it back with one button: whoever has not moved yet is offered the old time while it is free.',
  ],
  reason: ['Alasan, tercatat di riwayat', 'Reason, kept in the history'],
  'reason.note': ['Boleh kosong. Tanpa nama orang.', 'May be empty. No names of people.'],
  back: ['Batal', 'Back'],
  'deed.save': ['Tetapkan perubahan', 'Confirm the change'],
  'deed.retire': ['Pensiunkan {name}', 'Retire {name}'],
  'deed.unretire': ['Aktifkan lagi {name}', 'Bring back {name}'],
  'deed.pause': ['Jeda {name}', 'Pause {name}'],
  'deed.resume': ['Buka lagi {name}', 'Resume {name}'],
  'deed.remove': ['Hapus {name}', 'Remove {name}'],
  'deed.touched': ['{deed}, lepas {n} reservasi', '{deed}, let go {n}'],
  lang: ['{field}, bahasa Inggris', '{field} in English'],
} as const satisfies Record<string, Words>
