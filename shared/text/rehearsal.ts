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
  'miss.people': [
    'Belum ada petugas yang pernah masuk: tidak ada yang memanggil.',
    'No officer has ever come in: nobody calls.',
  ],
  'miss.invited': [
    'Undangan petugas sudah dibuat, tetapi belum ada yang masuk: tidak ada yang memanggil.',
    'Officers are invited, but none has come in yet: nobody calls.',
  ],
  'miss.counter': [
    'Tidak ada loket yang melayani: tidak ada yang bisa dipanggil.',
    'No counter serves anything: nobody can be called.',
  ],
  'miss.device': [
    'Belum ada kiosk atau layar yang terpasang: panggilan tidak terdengar dan tidak terlihat.',
    'No kiosk or display is paired: calls are neither heard nor seen.',
  ],
  'mend.4': ['Undang petugas', 'Invite officers'],
  'mend.invited': ['Lihat undangan', 'See the invitations'],
  'mend.3': ['Atur loket', 'Set the counters'],
  'mend.device': ['Pasang perangkat', 'Pair a device'],
  result: ['Hasil geladi terakhir:', 'What the last rehearsal came to:'],
  'result.counts': [
    '{came} warga buatan mengambil nomor, {served} selesai dilayani, {waiting} masih menunggu ketika berakhir. Data latihan sudah dibuang.',
    '{came} made-up citizens took numbers, {served} were served, {waiting} were waiting when it ended. Its data were thrown away.',
  ],
  running: ['Geladi sedang berjalan', 'A rehearsal is running'],
  counts: [
    '{came} dari {people} warga buatan datang. Di ruang tunggu {waiting}, selesai {served}.',
    '{came} of {people} made-up citizens have come. {waiting} are waiting, {served} were served.',
  ],
  until: ['Berakhir sendiri pukul {time}.', 'It ends by itself at {time}.'],
  now: [
    'Sekarang: petugas masuk di {host}/console/ dan membuka loketnya; kiosk dan layar yang terpasang ikut sendiri ({host}/kiosk/, {host}/display/). Pengaturan, akun, dan pemasangan perangkat menunggu sampai geladi berakhir.',
    'Now: officers sign in at {host}/console/ and open their counters; paired kiosks and displays join by themselves ({host}/kiosk/, {host}/display/). Settings, accounts and pairing wait until it has ended.',
  ],
  end: ['Akhiri geladi', 'End the rehearsal'],
  'end.sure': ['Akhiri geladi sekarang?', 'End the rehearsal now?'],
  'end.what': [
    'Semua nomor, panggilan, dan penilaian geladi dibuang. Layar kembali seperti sebelumnya.',
    'All its numbers, calls and ratings are thrown away. The screens go back to what they showed before.',
  ],
  'end.not': ['Lanjutkan geladi', 'Go on with it'],
} as const satisfies Record<string, Words>
