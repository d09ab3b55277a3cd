import type { Words } from '../kit/words.ts'

/** The words of what needs a decision on the live board, and of the acts that answer it. */
export const attentionText = {
  title: ['Perlu diputuskan', 'Needs a decision'],
  order: ['yang paling banyak menahan orang di atas', 'what holds up most people comes first'],
  none: ['Tidak ada yang perlu diputuskan', 'Nothing needs a decision'],
  'none.why': [
    'Tidak ada antrean lewat janji, tidak ada loket, layanan, atau perangkat yang diam.',
    'No line is past its promise; no counter, service or device stands still.',
  ],
  'none.shut': ['Kantor sedang tutup dan tidak ada yang menunggu.', 'The office is closed and nobody is waiting.'],
  'none.first': ['Belum ada nomor hari ini.', 'No number has been taken today.'],
  held: ['{n} orang tertahan, sejak {at}.', '{n} people held up, since {at}.'],
  since: ['Sejak {at}.', 'Since {at}.'],
  pastPromise: ['{service} lewat janji.', '{service} is past its promise.'],
  'pastPromise.why': [
    '{number} menunggu {waited} menit, janji {promise}. {n} orang lewat janji.',
    '{number} has waited {waited} min, the promise is {promise}. {n} people are past it.',
  ],
  help: ['{counter} dapat dibuka untuk layanan ini.', '{counter} could open for this service.'],
  noHelp: ['Semua loketnya sudah buka.', 'All of its counters are open.'],
  nobody: ['{service} belum ada yang melayani.', 'Nobody serves {service}.'],
  left: ['{counter} tanpa petugas.', 'Nobody is at {counter}.'],
  'left.with': ['{number} masih di sana.', '{number} is still there.'],
  breakOver: ['Istirahat {counter} lewat {minutes} menit.', 'The break of {counter} is over by {minutes} min.'],
  called: [
    '{number} belum datang ke {counter}, {minutes} menit sesudah dipanggil.',
    '{number} has not come to {counter}, {minutes} min after the call.',
  ],
  'called.calls': ['Panggilan: {calls}.', 'Calls: {calls}.'],
  long: ['{counter} melayani {number} selama {minutes} menit.', '{counter} has served {number} for {minutes} min.'],
  'long.why': ['Biasanya {usual} menit; mungkin perlu bantuan.', 'Usually {usual} min; may need help.'],
  idle: [
    '{counter} buka, belum memanggil selama {minutes} menit.',
    '{counter} is open and has called nobody for {minutes} min.',
  ],
  device: ['{name} diam {minutes} menit.', '{name} has been silent for {minutes} min.'],
  'device.kiosk': [
    'Kiosk tidak menjawab: periksa listrik dan jaringannya.',
    'The kiosk does not answer: look at its power and network.',
  ],
  'device.display': [
    'Layar ruang tunggu tidak menjawab: panggilan mungkin tidak terdengar.',
    'The hall display does not answer: calls may go unheard.',
  ],
  'device.tablet': ['Tablet loket tidak menjawab.', 'The counter’s tablet does not answer.'],
  'act.free': ['Bebaskan loket', 'Free the counter'],
  'act.free.label': ['Bebaskan {counter}', 'Free {counter}'],
  'act.close': ['Tutup layanan', 'Close the service'],
  'act.close.label': ['Tutup layanan {service}', 'Close {service}'],
  'act.open': ['Buka loket', 'Open a counter'],
  'act.open.label': ['Buka loket untuk {service}', 'Open a counter for {service}'],
  standstill: ['Tidak ada yang selesai dilayani di loket mana pun.', 'Nobody is finished at any counter.'],
  'standstill.why': [
    'Mungkin sistem terganggu; perkiraan warga ditunda.',
    'The system may be down; the estimates of citizens are on hold.',
  ],
  nudged: ['Petugas ditanya pukul {at}, belum menjawab.', 'The officer was asked at {at}; no answer yet.'],
  'act.nudge': ['Tanya petugas', 'Ask the officer'],
  'act.nudge.label': ['Tanya petugas {counter}', 'Ask the officer of {counter}'],
  'act.nudgeAll': ['Tanya semua petugas', 'Ask all officers'],
  'nudge.said': [
    'Pertanyaan tampil di {counters}. Tanpa jawaban dalam 3 menit loket dianggap ditinggalkan.',
    'The question stands at {counters}. Without an answer in 3 minutes the counter is held for left.',
  ],
  'act.front': ['Tutup layanan di meja depan', 'Close a service at the front desk'],
  'act.devices': ['Lihat perangkat', 'See the devices'],
} as const satisfies Record<string, Words>
