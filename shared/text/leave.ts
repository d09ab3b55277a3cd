import type { Words } from '../kit/words.ts'
import type { TakeoverEnd, TakeoverReason } from '../queue/leaving.ts'

/** The words about counters whose officer left. */
export const leaveText = {
  since: ['{counter} ditinggalkan sejak {at}', '{counter} left since {at}'],
  with: ['{number} masih di sana.', '{number} is still there.'],
  alone: ['Tidak ada nomor di sana.', 'No number is there.'],
  take: ['Ambil alih', 'Take over'],
  dialog: ['Ambil alih {counter}', 'Take over {counter}'],
  ends: ['Bagaimana dengan {number}?', 'What about {number}?'],
  reasons: ['Sebab, tercatat', 'Reason, on record'],
  note: ['Catatan untuk petugasnya (boleh kosong)', 'Note for its officer (may be empty)'],
  seen: [
    'Petugas yang meninggalkan loket membaca catatan ini saat masuk lagi dan boleh menanggapinya.',
    'The officer who left reads this at the next sign-in and may answer.',
  ],
  first: ['Tanya {counter} dahulu', 'Ask {counter} first'],
  'first.asked': [
    'Ditanya pukul {at}, belum ada jawaban. Tanpa jawaban tiga menit loket dianggap ditinggalkan.',
    'Asked at {at}, no answer yet. Without one for three minutes the counter is held for left.',
  ],
  'first.left': [
    '{counter} ditanya di layarnya sejak {at}, belum ada jawaban.',
    '{counter} has been asked on its screen since {at}; no answer yet.',
  ],
  'first.answered': ['{counter} menjawab pukul {at}: masih di sini.', '{counter} answered at {at}: still here.'],
  cancel: ['Batal', 'Cancel'],
  'deed.end': ['Pilih akhirnya dahulu', 'Choose its end first'],
  'deed.reason': ['Pilih sebabnya dahulu', 'Choose the reason first'],
  'deed.free': ['Bebaskan {counter}', 'Free {counter}'],
  ask: [
    'Anda masih di {counter}? Tanpa jawaban loket dianggap ditinggalkan.',
    'Are you still at {counter}? Without an answer it is held for left.',
  ],
  nudged: [
    'Atasan atau meja depan bertanya: Anda masih di {counter}? Tanpa jawaban loket dianggap ditinggalkan.',
    'Your supervisor or the front desk asks: are you still at {counter}? Without an answer it is held for left.',
  ],
  left: [
    '{counter} dianggap ditinggalkan dan tidak dihitung. Anda di sini?',
    '{counter} is held for left and does not count. Are you here?',
  ],
  'out.open': ['Anda masih di {counter}', 'You are still at {counter}'],
  'out.serving': ['{number} masih di {counter}', '{number} is still at {counter}'],
  'out.why': [
    'Loket yang dibiarkan tidak dihitung lagi, dan petugas lain boleh mengambil alih.',
    'A counter that is left counts no more, and somebody else may take it over.',
  ],
  'out.break': ['Hanya istirahat:', 'Only a break:'],
  'out.minutes': ['{n} menit, sampai {at}', '{n} min, until {at}'],
  'out.rest': ['Tetap istirahat sampai {at}, lalu keluar', 'Stay on the break until {at}, and sign out'],
  'out.close': ['Tutup loket dan keluar', 'Close the counter and sign out'],
  'out.leave': ['Serahkan kepada petugas lain', 'Leave it to somebody else'],
  'out.stay': ['Selesaikan dahulu', 'Finish first'],
  'note.taken': [
    '{counter} diambil alih {by}, {date} pukul {at}. {reason}.',
    '{by} took over {counter} on {date} at {at}. {reason}.',
  ],
  'note.answer': ['Tanggapan Anda (boleh kosong)', 'Your answer (may be empty)'],
  'note.seen': ['Sudah saya baca', 'I have read it'],
  waiting: [
    '{n} orang menunggu dan hanya dilayani loket ini: {services}.',
    '{n} waiting whom only this counter serves: {services}.',
  ],
  here: ['Saya di sini', 'I am here'],
} as const satisfies Record<string, Words>

export const takeoverEndText: Readonly<Record<TakeoverEnd, Words>> = {
  continue: ['Saya teruskan sekarang', 'I go on now'],
  back: ['Kembali ke antrean, di gilirannya semula', 'Back in line, at its old place'],
  done: ['Sudah selesai dilayani', 'Was finished before'],
  left: ['Ditinggalkan, belum dilayani', 'Left, not served'],
}

/** What the button does that takes a counter over. */
export const takeoverDeedText: Readonly<Record<TakeoverEnd, Words>> = {
  continue: ['Teruskan {number} sekarang', 'Go on with {number} now'],
  back: ['Kembalikan {number} ke antrean', 'Put {number} back in line'],
  done: ['Catat {number} selesai', 'Record {number} as finished'],
  left: ['Catat {number} ditinggalkan', 'Record {number} as left'],
}

/** What became of a number, told to the officer whose counter was taken over. */
export const takeoverNoteText: Readonly<Record<TakeoverEnd, Words>> = {
  continue: ['{number} diteruskan {by}.', '{by} went on with {number}.'],
  back: ['{number} kembali ke antrean, di gilirannya semula.', '{number} is back in line, at its old place.'],
  done: ['{number} dicatat sudah selesai dilayani.', '{number} is on record as finished before.'],
  left: ['{number} dicatat ditinggalkan, belum dilayani.', '{number} is on record as left, not served.'],
}

export const takeoverReasonText: Readonly<Record<TakeoverReason, Words>> = {
  ill: ['Sakit atau darurat', 'Ill or emergency'],
  meeting: ['Rapat mendadak', 'Sudden meeting'],
  computer: ['Komputer mati', 'Computer down'],
  forgot: ['Lupa menutup', 'Forgot to close'],
  other: ['Lainnya', 'Other'],
}
