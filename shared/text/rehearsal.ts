import type { Words } from '../kit/words.ts'

/** The rehearsal day: its pane before it begins, and the band while it runs. */
export const rehearsalText = {
  title: ['Hari geladi', 'Rehearsal day'],
  minutes: ['10 menit', '10 minutes'],
  what: [
    'Empat puluh warga buatan datang, mengambil nomor, dipanggil, dan menilai. Petugas mencoba di loketnya sendiri.',
    'Forty made-up citizens come, take numbers, are called and rate. Officers try at their own counters.',
  ],
  people: ['Warga buatan', 'Made-up citizens'],
  'people.n': ['40 dalam 10 menit', '40 within 10 minutes'],
  screens: ['Suara dan layar', 'Sound and screens'],
  'screens.how': ['hidup, bertanda “geladi”', 'on, marked “geladi”'],
  messages: ['Pesan keluar', 'Messages'],
  'messages.how': ['tidak dikirim', 'not sent'],
  after: ['Sesudahnya', 'Afterwards'],
  'after.how': ['semua data geladi dibuang', 'all its data are thrown away'],
  start: ['Mulai hari geladi', 'Start the rehearsal'],
  running: ['Geladi sedang berjalan', 'A rehearsal is running'],
  counts: [
    '{came} dari {people} warga buatan datang. Di ruang tunggu {waiting}, selesai {served}.',
    '{came} of {people} made-up citizens have come. {waiting} are waiting, {served} were served.',
  ],
  until: ['Berakhir sendiri pukul {time}.', 'It ends by itself at {time}.'],
  end: ['Akhiri geladi', 'End the rehearsal'],
  'end.sure': ['Akhiri geladi sekarang?', 'End the rehearsal now?'],
  'end.what': [
    'Semua nomor, panggilan, dan penilaian geladi dibuang. Layar kembali seperti sebelumnya.',
    'All its numbers, calls and ratings are thrown away. The screens go back to what they showed before.',
  ],
  'end.not': ['Lanjutkan geladi', 'Go on with it'],
} as const satisfies Record<string, Words>
