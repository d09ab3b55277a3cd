import type { Words } from '../kit/words.ts'

/** Versions of a score beside each other: what changed, what was left out and by whom. */
export const scoreVersionsText = {
  title: ['Versi', 'Versions'],
  holds: ['Versi {n}, berlaku', 'Version {n}, holds'],
  before: ['Versi {n}, digantikan', 'Version {n}, replaced'],
  computed: ['dihitung {at}', 'computed {at}'],
  closed: ['periode ditutup', 'the period closed'],
  earlier: ['Versi sebelumnya ({n})', 'Earlier versions ({n})'],
  'earlier.of': ['Versi sebelumnya ({n}): {name}', 'Earlier versions ({n}): {name}'],
  now: ['Versi {n}, dihitung {on}: {cause}', 'Version {n}, computed {on}: {cause}'],
  on: ['Dihitung {on}', 'Computed {on}'],
  days: [
    'Tiap baris berlaku pada tanggal hitungnya: pembandingnya nilai orang lain seperti pada tanggal itu.',
    'Each row is of the date on which it was computed, and compared with what others had on that date.',
  ],
  difference: [
    'Tanpa angka: bisa membuka jawaban beberapa warga atau nilai seorang petugas, atau sudah cukup versi yang menampilkan angka.',
    'No figure: it could tell what a few people said or one officer’s score, or enough versions have shown figures.',
  ],
  waiting: [
    'Tanpa angka: belum semua petugas membuka periode ini.',
    'No figure: not every officer has opened this period yet.',
  ],
  leftOut: ['{n} penilaian dikecualikan seluruhnya', '{n} ratings left out in all'],
  'out.title': ['Yang dikeluarkan', 'What was left out'],
  'out.outage': [
    '{service}, {date} pukul {from}–{to}: {reason}. Semua penilaian pada bagian hari yang sebagian besar kunjungannya terkena, tinggi maupun rendah.',
    '{service}, {date} from {from} to {to}: {reason}. All ratings of the parts of the day most of whose visits it overlapped, high and low.',
  ],
  'back.title': ['Yang dihitung lagi', 'What counts again'],
  'back.outage': [
    '{service}, {date} pukul {from}–{to}: gangguan yang tadinya dicatat dicabut.',
    '{service}, {date} from {from} to {to}: the outage that had been marked was taken back.',
  ],
  'out.contest': [
    '{from} sampai {to}, {hours}, {counters}. Semua penilaian, tinggi maupun rendah.',
    '{from} to {to}, {hours}, {counters}. All ratings, high and low.',
  ],
  'by.outage': ['Ditandai oleh {name}', 'Marked by {name}'],
  'by.outageBack': ['Dicabut oleh {name}', 'Taken back by {name}'],
  'by.second': ['disetujui {name}', 'agreed to by {name}'],
  'by.contest': ['Diputuskan oleh {name}', 'Decided by {name}'],
  'hours.all': ['sepanjang hari', 'all day'],
  'counters.own': ['penilaian atas satu petugas', 'ratings of one officer'],
} as const satisfies Record<string, Words>
