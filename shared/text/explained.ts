import type { Words } from '../kit/words.ts'

/** The words that explain the record and its score, to officers and to whoever assesses them. */
export const explainedText = {
  'officer.title': ['Catatan dan nilai Anda', 'Your record and score'],
  'officer.lead': ['Untuk petugas. Dua menit membaca.', 'For officers. Two minutes to read.'],
  'officer.other': ['Halaman yang dibaca pejabat penilai', 'The page that assessors read'],
  'assessor.title': ['Membaca catatan dan nilai petugas', 'Reading officers’ records and scores'],
  'assessor.lead': ['Untuk pejabat penilai dan manajer.', 'For assessors and managers.'],
  'assessor.other': ['Halaman yang dibaca petugas', 'The page that officers read'],
  measured: ['Yang diukur', 'What is measured'],
  'measured.work': [
    'Pekerjaan di loket: siapa dilayani pada layanan apa, lama layanan, dokumen terhadap janjinya. Sudah tercatat, tidak diketik lagi.',
    'Work at counters: who was served for what, service times, documents against their promise. It is there already, nobody types it again.',
  ],
  'measured.score': [
    'Penilaian warga yang dilayani, dari 1 sampai 4, ditampilkan 25 sampai 100, per triwulan dan semester yang sudah ditutup.',
    'Ratings of those who were served, 1 to 4, shown as 25 to 100, of quarters and semesters that have closed.',
  ],
  'measured.report': [
    'Laporan harian: dikirim paling lambat pukul {due} pada harinya. Yang diterima sesudahnya bertanda terlambat, kecuali bila gangguan yang ditandai menyentuhnya.',
    'Daily reports: due at {due} of their day. What arrives later is marked as late, unless a marked outage touches it.',
  ],
  not: ['Yang tidak diukur', 'What is not measured'],
  'not.walk': [
    'Waktu warga berjalan ke loket dan waktu layanan ditutup karena gangguan tidak dihitung pada petugas.',
    'The visitor’s walk to the counter, and time for which a service was closed, are never charged to an officer.',
  ],
  'not.clock': [
    'Menandai jam kunjungan yang keliru mengeluarkan waktunya saja. Penilaian warganya tetap dihitung; yang dapat mengeluarkannya hanya keputusan atas keberatan.',
    'Marking the clock of a visit as wrong leaves out its times alone. Its rating stays; only a decision on an objection can leave it out.',
  ],
  'not.single': [
    'Tidak ada penilaian satu per satu atau hari demi hari, tidak ada peringkat, tidak ada “terbaik”. Urut nama, tidak ada urutan lain.',
    'No single or daily ratings, no ranking, no “best”. By name; there is no other order.',
  ],
  'not.verdict': [
    'Nilai warga bukan SKM dan bukan predikat. Predikat adalah pertimbangan orang, tidak pernah dihitung.',
    'The score is no SKM and no verdict. A verdict is judged by people, never computed.',
  ],
  who: ['Siapa melihat, dan kapan', 'Who sees it, and when'],
  'who.first': [
    'Petugas melihat nilainya segera setelah periode ditutup dan dihitung. Pejabat penilai melihatnya {days} hari kemudian, atau lebih cepat bila petugas membukanya.',
    'The officer sees a score as soon as the period has closed and was computed; the assessor {days} days later, or earlier when the officer opens it.',
  ],
  'who.few': [
    'Di bawah {from} penilaian hanya jumlahnya yang terlihat, oleh siapa pun, juga petugasnya.',
    'Below {from} ratings only their number is shown, to anybody, the officer included.',
  ],
  'who.record': [
    'Setiap pembukaan oleh orang lain tercatat, dan terlihat oleh petugasnya dengan nama dan jam.',
    'Each reading by somebody else is on record, and the officer sees it by name and hour.',
  ],
  contest: ['Keberatan', 'How to contest'],
  'contest.how': [
    'Petugas dapat berkeberatan atas angka periode yang ditutup dalam 14 hari: gangguan tidak dicatat, jam salah, kunjungan orang lain, campuran layanan, atau satu hari.',
    'An officer may object to a figure of a closed period within 14 days: an outage not marked, a wrong clock, somebody else’s visits, the mix of services, or a day.',
  ],
  'contest.who': [
    'Pejabat penilai boleh menjawab; yang memutuskan atasannya. Tidak ada yang memutuskan perkara sendiri. Diam bukan keputusan.',
    'The assessor may answer; the assessor’s superior decides. Nobody decides an own case. Silence is no decision.',
  ],
  'contest.own': [
    'Yang dikeluarkan selalu semua penilaian atas petugas itu pada hari, jam, dan loket yang dimaksud, tinggi maupun rendah; penilaian rekan tidak berubah.',
    'What is left out is always every rating of that officer on the days, hours and counters that are meant, high and low; colleagues’ ratings do not change.',
  ],
  'contest.new': [
    'Angka baru baru terlihat sesudah keputusan, dan kedua versi disimpan. Bila kurang dari 10 penilaian dikecualikan, hanya kata-katanya yang ditampilkan.',
    'A new figure is seen only after the decision, and both versions are kept. Where fewer than 10 ratings were left out only the words are shown.',
  ],
  'contest.link': ['Buka halaman keberatan', 'Open the page of objections'],
  how: ['Bagaimana nilai dihitung', 'How a score is computed'],
  'how.2': [
    'Layanan, kanal, jam, dan waktu tunggu yang bukan karena Anda sudah diperhitungkan.',
    'Service, channel, hour and a wait that was not of your making are allowed for.',
  ],
  'how.1.of': [
    'Ini rata-rata penilaian warga yang dilayani petugas itu pada periode ini, bukan SKM dan bukan predikat.',
    'This is the mean of what those whom the officer served rated in this period, no SKM and no verdict.',
  ],
  'how.2.of': [
    'Layanan, kanal, jam, dan waktu tunggu yang bukan karena petugas itu sudah diperhitungkan.',
    'Service, channel, hour and a wait that was not of the officer’s making are allowed for.',
  ],
  'how.3': [
    'Rentangnya menunjukkan seberapa jauh angka bisa bergeser karena kebetulan.',
    'The interval says how far chance may move the figure.',
  ],
  'how.5': [
    'Anda baru dinyatakan berbeda bila di luar batas 99,8 % yang dihitung dari rekan tanpa Anda, dan baru ditindaklanjuti bila terulang pada 2 dari 3 periode.',
    'You are called different only outside the 99.8 % limits of your colleagues without you, and it is acted on only when it comes again in 2 of 3 periods.',
  ],
  'how.5.of': [
    'Seorang petugas baru dinyatakan berbeda bila di luar batas 99,8 % yang dihitung dari rekan-rekannya tanpa dia, dan baru ditindaklanjuti bila terulang pada 2 dari 3 periode.',
    'An officer is called different only outside the 99.8 % limits of the colleagues without that officer, and it is acted on only when it comes again in 2 of 3 periods.',
  ],
  'how.own': ['Lihat dengan angka Anda sendiri', 'See it with your own figures'],
  duty: ['Sebelum membicarakan angka', 'Before a figure is talked about'],
  'duty.causes': [
    'Periksa sebabnya dahulu: giliran, layanan, alat, dan siapa yang mendapat kasus sulit.',
    'Look at the causes first: rosters, services, equipment, and who gets the hard cases.',
  ],
  'duty.twice': [
    'Satu periode di luar rentang biasa belum bukti. Hanya yang terkonfirmasi, 2 dari 3 periode, boleh dipakai dalam dialog, penghargaan, atau dukungan.',
    'One period outside what is usual is no evidence. Only what is confirmed, 2 of 3 periods, may be used in a dialogue, an award or support.',
  ],
  done: ['Lanjut ke pekerjaan', 'Go on to work'],
} as const satisfies Record<string, Words>
