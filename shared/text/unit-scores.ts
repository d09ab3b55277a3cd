import type { Words } from '../kit/words.ts'

/** The words of the scores of a unit's counters and officers. */
export const unitScoreText = {
  title: ['Nilai warga per loket', 'Citizens’ scores by counter'],
  lead: ['Urut nomor loket, bukan peringkat. Bukan SKM.', 'By counter number, no ranking. No SKM.'],
  adjusted: [
    'Nilai yang dapat dibandingkan disesuaikan dengan layanan, kanal, jam, dan waktu tunggu.',
    'Values that can be compared allow for service, channel, hour and wait.',
  ],
  plain: [
    'Nilai pada periode ini tidak disesuaikan: tidak ada yang dapat dibandingkan.',
    'Values of this period are not adjusted: there is none that can be compared.',
  ],
  beside: ['Nilai dan waktu berdampingan', 'Values and times side by side'],
  computed: ['periode tertutup, dihitung {on}', 'closed period, computed {on}'],
  anew: ['dihitung ulang {on}', 'computed anew {on}'],
  gate: [
    'Batas nilai loket dan petugas: {from} penilaian. Di bawahnya hanya jumlahnya yang ditampilkan.',
    'A counter or officer is shown from {from} ratings on; below that only their number is.',
  ],
  chance: [
    'Selang yang tidak memuat rata-rata yang lain belum berarti berbeda; yang menentukan batas corong 99,8%.',
    'An interval without the mean of the others is no difference yet; the 99.8 % limits decide.',
  ],
  none: ['Belum ada nilai periode yang ditutup', 'No score of a closed period yet'],
  'none.why': [
    'Nilai dihitung sekali, sesudah triwulan ditutup dan tidak ada lagi warga yang dapat menilai.',
    'Scores are computed once, when a quarter has closed and nobody can rate any more.',
  ],
  unopened: ['belum dibuka', 'not open yet'],
  ofOne: ['dijaga satu orang, tidak dibuka bagi manajer', 'held by one person, not open to managers'],
  'unopened.why': [
    'Belum dibuka: loket yang hampir selalu dijaga satu orang tunduk pada aturan catatan petugas. Petugasnya melihat lebih dahulu, sampai {on}.',
    'Not open yet: a counter that one person nearly always holds follows that officer’s rules. The officer sees it first, until {on}.',
  ],
  why: ['Mengapa tidak diurutkan', 'Why there is no order by value'],
  'why.text': [
    'Loket melayani urusan yang berbeda. Di antara loket yang sama persis pun selalu ada yang tampak terendah. Loket yang hampir selalu dijaga satu orang tunduk pada aturan catatan petugas: nilainya adalah nilai petugas itu, petugasnya melihat lebih dahulu, dan bagi manajer hanya terbuka bila pengaturan kantor membukanya.',
    'Counters serve different matters. Among counters that are just alike one always looks lowest. A counter that one person nearly always holds follows the rules of an officer’s record: its score is that of the officer, who sees it first, and open to managers only where the office’s settings say so.',
  ],
  people: ['Nilai warga per petugas', 'Citizens’ scores by officer'],
  closed: ['Nilai per petugas tidak dibuka bagi manajer', 'Officers’ scores are not open to managers'],
  'closed.why': [
    'Pengaturan kantor ini hanya membukanya bagi petugas sendiri dan pejabat penilainya.',
    'The settings of this office open them to the officer and the assessor alone.',
  ],
} as const satisfies Record<string, Words>
