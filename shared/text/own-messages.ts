import type { Words } from '../kit/words.ts'
import type { OwnKind, Place } from '../messages/own-words.ts'

/** When each message is sent. */
export const kindText: Readonly<Record<OwnKind, Words>> = {
  booked: ['Waktu dipesan', 'A time is booked'],
  reminder: ['Pengingat, dua jam sebelumnya', 'Reminder, two hours before'],
  threeLeft: ['Tinggal 3 nomor', '3 numbers left'],
  called: ['Nomor dipanggil', 'The number is called'],
  putBack: ['Kembali ke antrean', 'Back in line'],
  serviceClosed: ['Layanan ditutup', 'The service is closed'],
  serviceOpened: ['Layanan buka lagi', 'The service is open again'],
  timeLost: ['Waktu tidak bisa dipakai lagi', 'The time cannot be used any more'],
  placeOffered: ['Ada tempat kosong', 'A place is free'],
  released: ['Reservasi dilepas', 'The booking was released'],
  drawn: ['Hasil undian', 'Result of the draw'],
  documentReady: ['Dokumen siap diambil', 'The document is ready'],
  documentReturned: ['Berkas dikembalikan', 'The papers were returned'],
  documentDelayed: ['Dokumen terlambat', 'The document is late'],
  survey: ['Survei, sepuluh menit setelah kunjungan selesai', 'Survey, ten minutes after the visit has ended'],
}

/** What stands in place of each in the example. */
export const exampleText: Readonly<Record<Exclude<Place, 'link'>, Words>> = {
  number: ['A-034', 'A-034'],
  service: ['KTP-el baru', 'New ID card'],
  time: ['Selasa 9 Juni, 10.30', 'Tuesday 9 June, 10.30'],
  counter: ['Loket 3', 'Counter 3'],
  place: ['Jalan Contoh 10', 'Jalan Contoh 10'],
  papers: ['3 berkas', '3 papers'],
}

/** The page on which an office words its messages. */
export const ownMessagesText = {
  title: ['Pesan ke warga', 'Messages to people'],
  lead: [
    'Kosong berarti kalimat baku di bawahnya yang dikirim. Berlaku untuk SMS, Telegram, dan pemberitahuan peramban; WhatsApp bertemplat memakai kalimat yang disetujui penyedianya.',
    'Empty means that the usual sentence below is sent. For SMS, Telegram and browser notices; WhatsApp with templates uses the sentence that its provider approved.',
  ],
  own: ['Kalimat kantor', 'The office’s sentence'],
  ownMark: ['kalimat sendiri', 'own sentence'],
  places: ['Boleh dipakai: {places}', 'May be used: {places}'],
  usual: ['Kalimat baku', 'Usual sentence'],
  example: ['Contoh', 'Example'],
  signs: ['{n} huruf', '{n} signs'],
} as const satisfies Record<string, Words>
