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
  laterServed: [
    '{name}: {n} kunjungan masih menuju ke sana sebagai langkah berikutnya dan tetap dilayani.',
    '{name}: {n} visits still come to it as a later step and are served.',
  ],
  laterStranded: [
    '{name}: {n} kunjungan masih menuju ke sana dan tidak ada loket lagi yang melayani. Beri loket lain dahulu.',
    '{name}: {n} visits still come to it and no counter serves them any more. Give it another counter first.',
  ],
  bookedStranded: [
    '{name}: {n} reservasi dan pendaftar undian tetap tercatat, tetapi tidak ada loket lagi yang melayani. Beri loket lain dahulu.',
    '{name}: {n} bookings and entries of draws stay, and no counter serves them any more. Give it another counter first.',
  ],
  wishesStranded: [
    '{name}: {n} orang yang menunggu tempat atau undian tetap tercatat, tetapi tidak ada tempat lagi yang diberikan. Beri loket, kuota, atau waktu per orang yang menyisakan tempat.',
    '{name}: {n} who wait for a place or a draw stay, and no place is given any more. Give it a counter, a quota or minutes per person that leave some.',
  ],
  noCounter: [
    '{name}: tidak ada loket yang melayani, padahal kios tetap memberi nomor. Beri loket dahulu, atau jeda layanan ini.',
    '{name}: no counter serves it, yet kiosks go on giving numbers. Give it a counter first, or pause it.',
  ],
  partsFall: [
    '{name}: {n} reservasi kehilangan bagian ini. Bagian lainnya tetap; pemegangnya membacanya di halaman nomornya.',
    '{name}: {n} bookings lose this part. The rest of them stays; their holders read it on the page of their number.',
  ],
  partsEnd: [
    '{name}: {n} reservasi tidak berlanjut ke layanan ini lagi. Halaman nomornya mengatakannya; pemegangnya tidak dikabari.',
    '{name}: {n} bookings go on to it no longer. The page of their number shows it; their holders are not told.',
  ],
  partsCome: [
    '{name}: {n} reservasi kini berlanjut juga ke layanan ini. Halaman nomornya mengatakannya; pemegangnya tidak dikabari.',
    '{name}: {n} bookings now go on to it as well. The page of their number shows it; their holders are not told.',
  ],
  quotaFull: [
    '{name}: kuota hari ini habis dengan {n} nomor yang sudah diambil. Nomor baru tidak diberikan lagi hari ini.',
    '{name}: the quota of today is used up by the {n} numbers taken. No new ones are given today.',
  ],
  checkInShorter: [
    '{n} reservasi mendapat waktu check-in yang lebih pendek daripada yang dikatakan saat memesan.',
    '{n} bookings get less time to check in than they were told.',
  ],
  returnShorter: [
    '{n} orang yang terlewat mendapat waktu kembali yang lebih pendek daripada yang dikatakan kepada mereka.',
    '{n} who missed their call get less time to come back than they were told.',
  ],
  offerShorter: [
    '{n} orang di daftar tunggu mendapat waktu lebih pendek untuk menjawab tawaran. Tawaran yang sudah dikirim tetap.',
    '{n} on the waitlist get less time to answer an offer. Offers that are out stay as they are.',
  ],
  papersChanged: [
    '{name}: {n} reservasi dibuat dengan syarat lama. Syarat baru terbaca di halaman nomornya; pemegangnya tidak dikabari.',
    '{name}: {n} bookings were made with other papers. The new list is on the page of their number; nobody is told.',
  ],
  renamed: [
    '{name}: {n} orang dalam antrean melihat nama yang baru. Nomornya tetap.',
    '{name}: {n} in line see the new name. Their numbers stay.',
  ],
  numbersStay: [
    '{name}: {n} nomor hari ini tetap memakai huruf lama. Nomor berikutnya memakai huruf baru; tidak ada nomor yang terulang.',
    '{name}: {n} numbers of today keep the old letter. The next ones carry the new one; no number repeats.',
  ],
  laterNumbersStay: [
    '{name}: {n} reservasi untuk hari lain tetap memakai nomor dengan huruf lama, dan dipanggil dengan nomor itu.',
    '{name}: {n} bookings for other days keep their numbers with the old letter, and are called by them.',
  ],
  shiftsLost: [
    '{name}: {n} giliran dalam rencana mingguan, mulai hari ini, tidak berlaku lagi bagi petugasnya. Rencana tidak diubah; susun ulang di halaman rencana.',
    '{name}: {n} shifts in the plan of the week, from today on, hold no longer for their officers. The plan stays as it is; plan them anew on its page.',
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
  daysDrawn: [
    '{name}: {n} hari langsung tertutup untuk reservasi dan dibagi lewat undian. Reservasi yang sudah ada tetap.',
    '{name}: {n} days close to booking at once and are given by a draw. Bookings that there are stay.',
  ],
  lineServed: [
    'Pintu tertutup sekarang juga: {n} orang dalam antrean tetap dilayani, nomor baru tidak diberikan.',
    'The doors close at once: {n} in line are still served, no new numbers are given.',
  ],
  unheard: [
    '{name}: panggilan {n} loket di sana tidak terdengar di layar mana pun. Tempatkan layar di sana di halaman Perangkat.',
    '{name}: the calls of its counters ({n}) are heard on no display. Place one there on the page of devices.',
  ],
  lineEnds: [
    'Menurut jam yang baru tanggalnya lain: {n} orang dalam antrean langsung dicatat tidak terlayani. Ubah zona setelah semua dilayani.',
    'By the new clock it is another date: {n} in line are closed as not served at once. Change the zone once all are served.',
  ],
  clockMoves: [
    '{n} reservasi tetap pada saat yang sama, tetapi jamnya kini terbaca menurut zona waktu yang baru. Pemegangnya tidak dikabari.',
    '{n} bookings stay at the same moment, but its time now reads by the new zone. Nobody is told.',
  ],
  secondOwed: [
    '{n} akun belum punya kunci kedua dan langsung tertahan, juga di tengah pelayanan, sampai pemiliknya memasangnya. Kunjungannya tetap di loket.',
    '{n} accounts have no second factor and are held up at once, in the middle of a visit too, until it is set up. The visit stays at its counter.',
  ],
  kiosks: ['{n} kiosk langsung menampilkannya.', 'Kiosks that show it at once: {n}.'],
  displays: ['{n} layar ruang tunggu langsung menampilkannya.', 'Hall displays that show it at once: {n}.'],
}
