import type { Words } from '../kit/words.ts'
import type { PlanState } from '../survey/loop/plan.ts'

/** How far a line of the plan is. */
export const planStateText: Readonly<Record<PlanState, Words>> = {
  planned: ['direncanakan', 'planned'],
  running: ['sedang diperbaiki', 'being improved'],
  done: ['selesai', 'done'],
}

/** The plan of what is done about a period. */
export const planText = {
  tab: ['Rencana tindak lanjut', 'Follow-up plan'],
  'tab.complaints': ['Keluhan', 'Complaints'],
  tabs: ['Tampilan', 'View'],
  title: ['Rencana tindak lanjut', 'Follow-up plan'],
  lead: [
    'Dari unsur terendah; masuk laporan 4.2. Kolom terakhir dibaca semua orang.',
    'From the lowest unsur; part of the report, 4.2. Everybody reads the last column.',
  ],
  period: ['Periode', 'Period'],
  lowest: ['Terendah menurut NRR: {unsur}', 'Lowest by NRR: {unsur}'],
  'lowest.third': [
    'Urutan ketiga dan keempat tidak dapat dibedakan.',
    'The third and the fourth cannot be told apart.',
  ],
  'lowest.one': ['{unsur} {nrr}', '{unsur} {nrr}'],
  'lowest.none': [
    'Belum jelas unsur mana yang terlemah: angka belum terbuka atau jawaban kurang dari {n}. Pilih unsurnya sendiri.',
    'Not clear which unsur are the weakest: figures are not open yet or fewer than {n} answered. Choose them yourself.',
  ],
  hurdle: ['Tantangan atau hambatan', 'Challenge or hurdle'],
  none: ['Belum ada rencana untuk periode ini', 'No plan for this period yet'],
  'none.why': ['Isi di bawah, lalu simpan.', 'Fill it in below, then save.'],
  no: ['No', 'No'],
  unsur: ['Prioritas unsur', 'Unsur'],
  program: ['Program atau kegiatan', 'Programme or activity'],
  quarters: ['Waktu (TW)', 'Quarter'],
  'quarter.1': ['TW I', 'Q1'],
  'quarter.2': ['TW II', 'Q2'],
  'quarter.3': ['TW III', 'Q3'],
  'quarter.4': ['TW IV', 'Q4'],
  owner: ['Penanggung jawab', 'Responsible'],
  evidence: ['Bukti', 'Evidence'],
  percent: ['Selesai (%)', 'Done (%)'],
  state: ['Keadaan', 'State'],
  told: ['Yang dibaca warga', 'What citizens read'],
  'told.hint': [
    'Tanpa nama orang. Kosong berarti tidak diumumkan.',
    'Without names of people. Empty means that it is not announced.',
  ],
  forum: ['Forum Konsultasi Publik', 'Public consultation'],
  'forum.on': ['Tanggal forum', 'Date of the forum'],
  minutes: ['Notula', 'Minutes'],
  'forum.said': [
    'Dibahas dalam Forum Konsultasi Publik {date}. Notula: {minutes}',
    'Talked over with users on {date}. Minutes: {minutes}',
  ],
  edit: ['Ubah rencana', 'Change the plan'],
  add: ['Tambah unsur', 'Add an unsur'],
  remove: ['Hapus baris', 'Remove the line'],
  'remove.label': ['Hapus baris: {unsur}', 'Remove the line: {unsur}'],
  save: ['Simpan versi baru', 'Save a new version'],
  saved: ['Versi {version}, disimpan {date} oleh {name}', 'Version {version}, saved {date} by {name}'],
  'theirs.ground': [
    'Versi {n} (tabel di atas) disimpan orang lain sementara Anda menulis. Perubahan Anda kini berdiri di atasnya.',
    'Somebody else saved version {n} (the table above) while you wrote. Your changes now stand on top of it.',
  ],
  'theirs.both': [
    'Diubah oleh Anda berdua, tulisan Anda yang dipakai: {what}',
    'Changed by both of you, yours is taken: {what}',
  ],
  'saved.now': ['Tersimpan', 'Saved'],
  public: ['Halaman warga', 'The page for citizens'],
} as const satisfies Record<string, Words>

/** The public page of what was improved. */
export const improvedText = {
  title: ['Sudah kami perbaiki', 'What we have improved'],
  lead: [
    'Dari penilaian dan saran warga. Terima kasih.',
    'From the ratings and suggestions of our visitors. Thank you.',
  ],
  none: ['Belum ada yang diumumkan', 'Nothing has been announced yet'],
  'none.why': ['Perbaikan diumumkan di sini setelah selesai.', 'Improvements are announced here once they are done.'],
  running: ['Sedang kami perbaiki', 'What we are improving'],
  of: ['{unsur}, survei {period}', '{unsur}, survey {period}'],
  home: ['Ke halaman depan', 'To the first page'],
} as const satisfies Record<string, Words>
