import type { Words } from '../kit/words.ts'

/** What the survey says, on a phone and on the tablet of a counter. */
export const surveyText = {
  'page.title': ['Penilaian layanan', 'Rate the service'],
  'page.demo': ['Demo, data contoh', 'Demo, sample data'],
  'page.other': ['EN', 'ID'],
  'page.otherName': ['English', 'Bahasa Indonesia'],
  'page.actions': ['Tindakan', 'Actions'],

  'rate.visit': ['{service} · {date}', '{service} · {date}'],
  'rate.title': ['Bagaimana layanan tadi?', 'How was the service?'],
  'rate.how': ['Satu ketukan cukup. Tanpa nama.', 'One tap is enough. No name.'],
  'rate.note': ['Keterangan', 'Note'],
  'rate.voluntary': [
    'Sukarela. Menilai atau tidak, layanan Anda sama.',
    'Voluntary. Whether you rate or not, your service is the same.',
  ],
  'rate.until': ['Bisa dijawab sampai {day}, {time}.', 'You can answer until {day}, {time}.'],
  'rate.anonymous': [
    'Petugas tidak melihat siapa yang menjawab. Jawaban dihitung bersama yang lain.',
    'Officers do not see who answered. Answers are counted together with those of others.',
  ],

  'reasons.given': ['Penilaian Anda: {mark}', 'Your rating: {mark}'],
  'reasons.title': ['Apa yang kurang?', 'What was lacking?'],
  'reasons.skip': ['Boleh dilewati, boleh lebih dari satu.', 'You may skip this or choose several.'],
  'reasons.safe': ['Penilaian Anda tersimpan dan segera dikirim.', 'Your rating is kept and is sent shortly.'],
  'reasons.send': ['Kirim', 'Send'],
  'reasons.without': ['Lewati', 'Skip'],

  'thanks.title': ['Terima kasih, sudah kami terima', 'Thank you, we have received it'],
  'thanks.sending': ['Terima kasih, sedang dikirim', 'Thank you, sending it'],
  'thanks.kept': ['Terima kasih, tersimpan di ponsel', 'Thank you, it is kept on your phone'],
  'thanks.keptHere': ['Terima kasih, tersimpan di tablet ini', 'Thank you, it is kept on this tablet'],
  'thanks.laterHere': [
    'Belum tersambung. Jawaban dikirim sendiri saat tablet tersambung.',
    'Not connected. Your answer is sent by itself when the tablet is connected.',
  ],
  'thanks.later': [
    'Belum tersambung. Jawaban dikirim sendiri saat ponsel tersambung dan halaman ini dibuka.',
    'Not connected. Your answer is sent by itself when the phone is connected and this page is open.',
  ],
  'thanks.more': [
    'Punya dua menit lagi? Survei lengkap menentukan nilai resmi kantor ini.',
    'Two more minutes? The full survey makes the official mark of this office.',
  ],
  'thanks.skm': ['Isi survei lengkap (SKM), 9 pertanyaan', 'Full survey (SKM), 9 questions'],
  'thanks.change': ['Salah pilih? Ubah penilaian', 'Wrong face? Change the rating'],
  'thanks.complain': ['Tulis keluhan, kami jawab', 'Write a complaint, we answer'],
  'thanks.complained': ['Tindak lanjut keluhan Anda', 'What became of your complaint'],
  'thanks.done': ['Anda boleh menutup halaman ini.', 'You may close this page.'],

  'skm.title': ['Survei Kepuasan Masyarakat', 'Public satisfaction survey'],
  'skm.how': [
    'Sembilan pertanyaan resmi. Yang dilewati tidak dihitung.',
    'Nine official questions. Skipped ones are not counted.',
  ],
  'skm.progress': ['{n} dari {total} terjawab', '{n} of {total} answered'],
  'skm.answer': ['Jawaban {n}', 'Answer {n}'],
  'skm.free': [
    'Layanan ini gratis, jadi jawabannya sudah pasti.',
    'This service is free of charge, so the answer is certain.',
  ],
  'skm.suggestion': ['Saran (boleh kosong)', 'Suggestion (optional)'],
  'skm.private': [
    'Mohon jangan menulis nama, NIK, atau nomor telepon.',
    'Please do not write names, identity or phone numbers.',
  ],
  'skm.about': ['Tentang Anda', 'About you'],
  'skm.aboutWhy': [
    'Boleh dilewati. Hanya dijumlahkan, terpisah dari jawaban Anda.',
    'You may skip this. It is only counted, apart from your answers.',
  ],
  'skm.left': ['{n} huruf lagi', '{n} characters left'],
  'skm.empty': ['Jawab paling sedikit satu pertanyaan.', 'Answer at least one question.'],
  'skm.send': ['Kirim jawaban', 'Send answers'],
  'skm.note': [
    'Tanpa nama dan NIK. Tersimpan di sini bila sinyal putus.',
    'No name, no identity number. Kept here if the signal drops.',
  ],

  'state.loading': ['Membuka survei', 'Opening the survey'],
  'state.offline': ['Ponsel tidak tersambung', 'Your phone is offline'],
  'state.offlineWhat': [
    'Survei terbuka sendiri saat tersambung kembali.',
    'The survey opens by itself once you are connected again.',
  ],
  'state.error': ['Survei belum bisa dibuka', 'The survey cannot be opened yet'],
  'state.errorWhat': [
    'Ini bukan kesalahan Anda. Coba lagi sebentar lagi.',
    'This is not your fault. Try again in a moment.',
  ],
  'state.noCounter': ['Tablet ini belum tahu loketnya', 'This tablet does not know its counter'],
  'state.noCounterWhat': [
    'Di konsol, buka Perangkat, pilih loketnya, lalu buka alamat yang tertulis di sana.',
    'In the console open Devices, choose the counter, and open the address that stands there.',
  ],
  'state.unknown': ['Tautan survei tidak dikenal', 'This survey link is not known'],
  'state.unknownWhat': [
    'Periksa tautannya, atau buka dari halaman nomor antrean Anda.',
    'Check the link, or open it from the page of your queue number.',
  ],
  'state.expired': ['Waktu survei sudah lewat', 'The time for this survey has passed'],
  'state.expiredWhat': [
    'Terima kasih sudah ingin menilai. Keluhan dan saran tetap bisa disampaikan di meja depan.',
    'Thank you for wanting to rate. Complaints and suggestions are still welcome at the front desk.',
  ],
  'state.used': ['Survei kunjungan ini sudah diisi', 'The survey of this visit has been filled in'],
  'state.usedWhat': ['Setiap kunjungan dinilai satu kali. Terima kasih.', 'Each visit is rated once. Thank you.'],

  'counter.rest': ['Setelah dilayani, mohon nilai layanan di sini', 'After your visit, please rate the service here'],
  'counter.number': ['Nomor {number}', 'Number {number}'],
  'state.atWork': ['Peramban ini dipakai petugas', 'This browser is used by staff'],
  'state.atWorkWhat': [
    'Penilaian hanya dari warga: buka di ponsel sendiri, atau nilai di tablet loket. Peramban petugas dapat menilai lagi enam jam setelah keluar.',
    'Only visitors rate: open it on your own phone, or rate on the tablet at the counter. A staff browser can rate again six hours after signing out.',
  ],
  'counter.away': ['Menyambung kembali', 'Reconnecting'],
} as const satisfies Record<string, Words>
