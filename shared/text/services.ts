import type { Words } from '../kit/words.ts'

/** The page on which the services of an office are kept, each with the fourteen components of its standard. */
export const servicesText = {
  add: ['Tambah layanan', 'Add a service'],
  state: ['Keadaan', 'State'],
  open: ['Buka', 'Open'],
  'open.note': [
    'Mati: jeda, tidak ada nomor baru. Yang menunggu tetap dilayani.',
    'Off: paused, no new numbers. Who waits is served.',
  ],
  'retired.note': [
    'Tidak menerima orang baru untuk seterusnya; catatannya tetap.',
    'Takes nobody new for good; its figures stay.',
  ],
  paused: ['jeda', 'paused'],
  retired: ['pensiun', 'retired'],
  'counters.none': ['tanpa loket', 'no counter'],
  cases: ['{n} keperluan', 'cases: {n}'],
  filled: ['{n} dari 14 terisi', '{n} of 14 filled in'],
  gaps: ['Belum diisi:', 'Not filled in:'],
  published: ['Ditampilkan kepada warga', 'Shown to citizens'],
  inner: ['Dasar kami bekerja', 'What we work by'],
  'next.none': ['Selesai di sini', 'Ends here'],
  'procedure.note': ['Satu langkah per baris.', 'One step a line.'],
  elsewhere: [
    'Berkas, keperluan, reservasi, dokumen, dan kata pencarian: di',
    'Papers, cases, booking, documents and search words: in',
  ],
  minutes: ['Angka 1 sampai {max}.', 'A number from 1 to {max}.'],
} as const satisfies Record<string, Words>
