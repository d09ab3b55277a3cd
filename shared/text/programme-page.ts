import type { Words } from '../kit/words.ts'

/** The citizen's page of a programme survey, and its poster. */
export const programmePageText = {
  lead: [
    '{n} pertanyaan, tanpa nama. Yang tidak tahu boleh dilewati.',
    '{n} questions, without your name. Skip what you cannot say.',
  ],
  until: ['Sampai {date}', 'Until {date}'],
  place: ['Di mana Anda tinggal atau dilayani?', 'Where do you live, or were you served?'],
  'place.none': ['Tidak diisi', 'Not said'],
  send: ['Kirim jawaban', 'Send the answers'],
  empty: ['Jawab paling sedikit satu pertanyaan.', 'Answer at least one question.'],
  thanks: ['Terima kasih, jawaban Anda tersimpan', 'Thank you, your answers are kept'],
  'thanks.what': [
    'Tidak ada yang tahu jawaban itu dari siapa. Kantor membaca hasilnya setelah {date}, bila cukup banyak yang menjawab.',
    'Nobody knows whose answers they are. The office reads the result after {date}, if enough people answered.',
  ],
  another: ['Isi untuk anggota keluarga lain', 'Answer for somebody else of your family'],
  coming: ['Survei ini dibuka {date}', 'This survey opens on {date}'],
  'coming.what': ['Silakan kembali pada hari itu.', 'Please come back on that day.'],
  closed: ['Survei ini sudah ditutup', 'This survey is closed'],
  'closed.what': ['Terima kasih kepada semua yang sudah mengisi.', 'Thank you to everybody who answered.'],
  staff: [
    'Anda masuk sebagai petugas. Halaman ini hanya contoh: jawaban petugas tidak dikirim.',
    'You are signed in as staff. This page is only a preview: answers of staff are not sent.',
  ],
  home: ['Ke halaman depan', 'To the first page'],
  'poster.scan': ['Pindai dengan kamera ponsel', 'Scan it with the camera of a phone'],
  'poster.type': ['atau ketik alamat ini', 'or type this address'],
  'poster.time': ['Sekitar satu menit, tanpa nama.', 'About a minute, without your name.'],
  'poster.period': ['{from} sampai {to}', '{from} to {to}'],
  'poster.label': ['Kode QR ke survei {name}', 'QR code to the survey {name}'],
  'poster.print': [
    'Cetak halaman ini pada kertas A4 dari menu peramban.',
    'Print this page on A4 from the menu of the browser.',
  ],
  'poster.png': ['Kode QR sebagai PNG', 'The QR code as PNG'],
  'poster.svg': ['Kode QR sebagai SVG', 'The QR code as SVG'],
} as const satisfies Record<string, Words>
