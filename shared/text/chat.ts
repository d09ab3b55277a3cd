import type { Words } from '../kit/words.ts'

/** What the office says in a chat: short lines, every choice with the word or digit to send. */
export const chatText = {
  help: [
    'Kirim:\nANTRI untuk ambil nomor\nSTATUS untuk melihat nomor Anda\nBATAL untuk membatalkan\nNILAI 1 sampai 4 setelah dilayani\nEN for English',
    'Send:\nQUEUE to take a number\nSTATUS to see your number\nCANCEL to give it back\nRATE 1 to 4 after your visit\nID untuk bahasa Indonesia',
  ],
  services: ['Layanan mana? Balas dengan angka.', 'Which service? Reply with its digit.'],
  cases: [
    '{service}: apa yang terjadi? Balas dengan angka, 0 bila bukan itu.',
    '{service}: what has happened? Reply with a digit, 0 for none of these.',
  ],
  noServices: ['Belum ada layanan yang bisa dipesan sekarang.', 'No service takes bookings just now.'],
  row: ['{n}. {text}', '{n}. {text}'],
  notThere: ['Pilihan itu tidak ada.', 'That choice is not there.'],
  slots: [
    '{service}. Balas dengan angka untuk memilih waktu, 0 untuk layanan lain.',
    '{service}. Reply with a digit to choose a time, 0 for another service.',
  ],
  noSlots: [
    '{service}: semua tempat sudah terisi. Kirim ANTRI untuk layanan lain, atau datang langsung.',
    '{service}: all places are taken. Send QUEUE for another service, or walk in.',
  ],
  taken: ['Waktu itu baru saja terisi. Pilih yang lain.', 'That time has just been taken. Please choose another one.'],
  booked: [
    'Nomor Anda {number}.\n{service}, {time}.\nKirim BATAL bila tidak jadi datang.',
    'Your number is {number}.\n{service}, {time}.\nSend CANCEL if you cannot come.',
  ],
  already: [
    'Anda sudah punya nomor untuk layanan ini. Kirim STATUS untuk melihatnya.',
    'You already have a number for this service. Send STATUS to see it.',
  ],
  none: ['Anda belum punya nomor. Kirim ANTRI untuk mengambilnya.', 'You have no number. Send QUEUE to take one.'],
  'status.booked': ['{number}, {service}: {time}.', '{number}, {service}: {time}.'],
  'status.waiting': [
    '{number}, {service}: {ahead} nomor di depan Anda.',
    '{number}, {service}: {ahead} numbers before yours.',
  ],
  'status.called': [
    '{number}, {service}: dipanggil di {counter}. Silakan menuju loket.',
    '{number}, {service}: called at {counter}. Please go there.',
  ],
  'status.serving': ['{number}, {service}: sedang dilayani.', '{number}, {service}: being served.'],
  'status.missed': [
    '{number}, {service}: terlewat. Sentuh “Saya di sini” di halaman nomor Anda, atau datang ke meja depan.',
    '{number}, {service}: missed. Tell the front desk to be called again.',
  ],
  'status.done': ['{number}, {service}: selesai.', '{number}, {service}: finished.'],
  which: ['Nomor yang mana? Balas dengan angka.', 'Which number? Reply with its digit.'],
  sure: [
    'Batalkan {number} ({service})? Balas YA untuk membatalkan.',
    'Cancel {number} ({service})? Reply YES to cancel.',
  ],
  kept: ['Nomor {number} tetap berlaku.', 'Number {number} still stands.'],
  cancelled: ['Nomor {number} dibatalkan.', 'Number {number} is cancelled.'],
  tooLate: [
    'Nomor itu tidak bisa dibatalkan lagi. Kirim STATUS untuk melihat keadaannya.',
    'That number can no longer be cancelled. Send STATUS to see how it stands.',
  ],
  rateHow: [
    'Kirim NILAI dan angka: 1 tidak puas, 2 kurang puas, 3 puas, 4 sangat puas.',
    'Send RATE and a digit: 1 not satisfied, 2 less satisfied, 3 satisfied, 4 very satisfied.',
  ],
  rateNothing: ['Belum ada layanan selesai yang bisa dinilai.', 'There is no finished visit to rate.'],
  rated: [
    'Terima kasih, penilaian Anda sudah dicatat. Petugas tidak melihat siapa yang menilai.',
    'Thank you, your rating has been noted. Officers do not see who rated.',
  ],
  failed: [
    'Maaf, sedang ada gangguan. Coba lagi sebentar lagi.',
    'Sorry, something is not working. Please try again in a moment.',
  ],
  language: ['Bahasa Indonesia.', 'English.'],
  unknown: ['Maaf, belum paham.', 'Sorry, I did not understand.'],
} as const satisfies Record<string, Words>
