import type { Words } from '../kit/words.ts'
import type { Consequence } from '../queue/changes/consequences.ts'

/** What a change of the office does to the running day, told before it is saved: `{n}` people or things, `{name}` of what. */
export const consequencesText: Readonly<Record<Consequence['kind'], Words>> = {
  waitingServed: [
    '{name}: {n} orang masih dalam antrean dan tetap dilayani. Nomor baru tidak diberikan.',
    '{name}: {n} in line, who are still served. No new numbers are given.',
  ],
  waitingStranded: [
    '{name}: {n} orang menunggu dan tidak ada loket lagi yang melayani. Beri loket lain dahulu, atau alihkan mereka.',
    '{name}: {n} wait and no counter serves them any more. Give it another counter first, or transfer them.',
  ],
  renamed: [
    '{name}: {n} orang dalam antrean melihat nama yang baru. Nomornya tetap.',
    '{name}: {n} in line see the new name. Their numbers stay.',
  ],
  numbersStay: [
    '{name}: {n} nomor hari ini tetap memakai huruf lama. Nomor berikutnya memakai huruf baru; tidak ada nomor yang terulang.',
    '{name}: {n} numbers of today keep the old letter. The next ones carry the new one; no number repeats.',
  ],
  officerFollows: [
    '{name}: petugas sedang bertugas di sana dan langsung melayani susunan yang baru.',
    '{name}: its officer is there and serves what is planned now at once.',
  ],
  officerKeeps: [
    '{name}: petugas di sana memilih layanannya sendiri dan tetap dengan pilihan itu sampai menutup loket.',
    '{name}: its officer chose what to serve and keeps that until the counter is closed.',
  ],
  sentAlong: [
    '{name}: {n} nomor yang dialihkan ke sana dipanggil loket lain yang melayani layanannya.',
    '{name}: {n} numbers that were sent there are called by other counters of their service.',
  ],
  documentsStay: [
    '{name}: {n} dokumen yang sedang diproses tetap diselesaikan dengan janji lamanya.',
    '{name}: {n} documents in progress are finished as promised.',
  ],
  bookingsStay: [
    '{name}: {n} reservasi yang sudah ada tetap berlaku. Reservasi baru tidak diterima.',
    '{name}: {n} bookings stay as they are. No new ones are taken.',
  ],
  lineServed: [
    'Pintu tertutup sekarang juga: {n} orang dalam antrean tetap dilayani, nomor baru tidak diberikan.',
    'The doors close at once: {n} in line are still served, no new numbers are given.',
  ],
  clockMoves: [
    '{n} reservasi tetap pada saat yang sama, tetapi jamnya kini terbaca menurut zona waktu yang baru. Pemegangnya tidak dikabari.',
    '{n} bookings stay at the same moment, but its time now reads by the new zone. Nobody is told.',
  ],
  kiosks: ['{n} kiosk langsung menampilkannya.', 'Kiosks that show it at once: {n}.'],
  displays: ['{n} layar ruang tunggu langsung menampilkannya.', 'Hall displays that show it at once: {n}.'],
}
