import type { SettingPane, SettingTable } from './setting.ts'

export const surveyPanes = {
  survey: { heading: ['Survei', 'Survey'] },
  complaints: {
    heading: ['Keluhan', 'Complaints'],
  },
  report: { heading: ['Laporan harian', 'Daily report'] },
} as const satisfies Record<string, SettingPane>

/** How the answers of the survey are read. */
export const surveySettings = {
  /** Hours for which a visit may be answered after it ended; the figures settle as they did, after seven days. */
  answerHours: {
    kind: 'count',
    min: 24,
    max: 168,
    default: 72,
    pane: 'survey',
    label: ['Survei bisa dijawab selama, jam', 'The survey can be answered for, hours'],
    hint: ['Sejak kunjungan selesai.', 'From the end of the visit on.'],
  },
  /** Fewest ratings below which nothing of a person's score is shown (reliability about 0.70 at 60); never under `FLOOR`. */
  minRatings: {
    kind: 'count',
    min: 10,
    max: 1000,
    default: 60,
    pane: 'survey',
    label: ['Jawaban paling sedikit agar nilai tampil', 'Fewest answers before a value is shown'],
  },
  /** Days after a period was computed for which its officers alone read their scores. */
  scoreOwnDays: {
    kind: 'days',
    min: 0,
    max: 30,
    default: 3,
    pane: 'survey',
    label: ['Hari hanya petugas sendiri yang melihat nilainya', 'Days for which officers alone see their score'],
    hint: ['Lalu juga pejabat penilainya.', 'Then their assessor, too.'],
  },
  /** Whether whoever reads the unit reads the scores of officers too, under the same rules as their assessors. */
  scoresForManager: {
    kind: 'flag',
    default: false,
    pane: 'survey',
    label: ['Pimpinan melihat nilai petugas', 'Managers see the scores of officers'],
    hint: ['Jika tidak, hanya petugas dan penilainya.', 'Otherwise only officers and their assessors do.'],
  },
  /** Weight of one unsur in the IKM; the law says 1/9, offices also print 0.11 and its kin. */
  ikmMethod: {
    kind: 'choice',
    of: {
      exact: ['bobot 1/9, dibulatkan sekali di akhir', 'weight 1/9, rounded once at the end'],
      '0.11': ['bobot 0,11', 'weight 0.11'],
      '0.111': ['bobot 0,111', 'weight 0.111'],
      '0.1111': ['bobot 0,1111', 'weight 0.1111'],
    },
    default: 'exact',
    pane: 'survey',
    label: ['Cara menghitung IKM', 'How the IKM is computed'],
  },
  /** Of so many finished visits one, drawn by the program, is invited to the nine questions; everybody may rate. */
  inviteOneIn: {
    kind: 'count',
    min: 1,
    max: 20,
    default: 1,
    pane: 'survey',
    label: [
      'Satu dari berapa kunjungan diundang ke sembilan pertanyaan',
      'One in how many visits is invited to the nine questions',
    ],
    hint: [
      '1: semua. Program yang memilih secara acak; penilaian satu ketukan tetap untuk semua.',
      '1: all. The program draws at random; everybody may give the one-tap rating.',
    ],
  },
  /** Whether those who chose a road for messages are sent the link of the survey after their visit; each message costs the office. */
  surveyMessage: {
    kind: 'flag',
    default: false,
    pane: 'survey',
    label: ['Kirim tautan survei lewat pesan', 'Send the link of the survey by message'],
    hint: [
      'Sepuluh menit setelah kunjungan selesai, sekali, kepada yang memilih saluran pesan dan belum menjawab. Biayanya seperti pesan lain.',
      'Ten minutes after the visit, once, to those who chose a channel and have not answered. It costs as other messages do.',
    ],
  },
  /** Points by which those who did not answer are thought lower, to see what the IKM would be. */
  silentGap: {
    kind: 'count',
    min: 1,
    max: 25,
    default: 5,
    pane: 'survey',
    label: ['Bila yang tidak menjawab lebih rendah, poin', 'If those who did not answer are lower, points'],
    hint: [
      'Hanya untuk melihat pengaruhnya; nilai resmi tidak berubah.',
      'Only to see what it would do; the official value does not change.',
    ],
  },
  /** The IKM that evaluations of digital services ask to be above, as far as one source tells. */
  ikmTarget: {
    kind: 'count',
    min: 25,
    max: 100,
    default: 88,
    pane: 'survey',
    label: ['Sasaran IKM', 'Wanted IKM'],
    hint: ['Untuk daftar bukti evaluasi saja.', 'For the list of evidence alone.'],
  },
  /** Whether the hall screen shows the newest published IKM, where that names the screen among its media. */
  hallIkm: {
    kind: 'flag',
    default: true,
    pane: 'survey',
    label: ['Layar ruang tunggu menampilkan IKM yang terbit', 'The hall screen shows the published IKM'],
    hint: [
      'Dua baris, hanya di sela panggilan, bila layar dipilih sebagai media saat terbit.',
      'Two lines, only between calls, where the screen was chosen as a medium.',
    ],
  },
  /** Working days in which complaints are answered, by their kind; the values that offices publish on SIPPN. */
  complaintLightDays: {
    kind: 'days',
    min: 1,
    max: 60,
    default: 2,
    pane: 'complaints',
    label: ['Ringan, hari kerja', 'Light, working days'],
  },
  complaintNormativeDays: {
    kind: 'days',
    min: 1,
    max: 60,
    default: 5,
    pane: 'complaints',
    label: ['Normatif, hari kerja', 'Normative, working days'],
    hint: ['Setiap keluhan mulai sebagai normatif.', 'Each complaint begins as normative.'],
  },
  complaintPlainDays: {
    kind: 'days',
    min: 1,
    max: 60,
    default: 14,
    pane: 'complaints',
    label: ['Tidak berkadar pengawasan, hari kerja', 'Without oversight, working days'],
  },
  complaintSupervisedDays: {
    kind: 'days',
    min: 1,
    max: 120,
    default: 60,
    pane: 'complaints',
    label: ['Berkadar pengawasan, hari kerja', 'With oversight, working days'],
  },
  /** Clock time of its own day until which a daily report is on time. */
  reportDue: {
    kind: 'clockTime',
    default: '18:00',
    pane: 'report',
    label: ['Laporan harian paling lambat pukul', 'Daily report at the latest at'],
    hint: [
      'Yang diterima sesudahnya ditandai terlambat, kecuali gangguan yang ditandai menyentuhnya.',
      'What is received later is marked as late, unless a marked disturbance touches it.',
    ],
  },
} as const satisfies SettingTable<keyof typeof surveyPanes>
