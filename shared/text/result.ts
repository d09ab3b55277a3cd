import type { Words } from '../kit/words.ts'
import type { RefusalReason, ResultKind } from '../queue/result.ts'

/** How a visit ended. */
export const resultText = {
  complete: ['Selesai', 'Complete'],
  papersMissing: ['Berkas kurang', 'Papers missing'],
  refused: ['Ditolak', 'Refused'],
  advice: ['Hanya konsultasi', 'Advice only'],
} as const satisfies Record<ResultKind, Words>

/** Why something was refused. */
export const refusalReasonText = {
  notEligible: ['Syarat belum terpenuhi', 'The conditions are not met yet'],
  dataDiffers: ['Data tidak cocok', 'The data do not match'],
  notInPerson: ['Harus datang sendiri', 'The applicant must come in person'],
  elsewhere: ['Bukan urusan kantor ini', 'Not a matter of this office'],
  other: ['Alasan lain', 'Another reason'],
} as const satisfies Record<RefusalReason, Words>

/** What a holder does next after a refusal. */
export const refusalHelpText = {
  notEligible: ['Penuhi syaratnya dahulu, lalu pesan lagi.', 'Meet the conditions first, then book again.'],
  dataDiffers: [
    'Perbaiki dahulu data yang berbeda. Caranya bisa ditanyakan di meja depan.',
    'Have the differing data corrected first. The front desk tells you how.',
  ],
  notInPerson: [
    'Pesan lagi untuk pemohon, yang datang sendiri dengan kartu identitasnya.',
    'Book again for the applicant, who comes in person with their identity card.',
  ],
  elsewhere: [
    'Meja depan memberi tahu kantor mana yang mengurusnya.',
    'The front desk tells you which office is in charge.',
  ],
  other: ['Kalau belum jelas, tanyakan di meja depan.', 'If anything is unclear, ask at the front desk.'],
} as const satisfies Record<RefusalReason, Words>

/** Words about the result of a visit on a ticket's page. */
export const ticketResultText = {
  otherPaper: ['Berkas lain yang disebutkan petugas', 'Another paper, as the officer said'],
  'papersMissing.title': ['Berkas belum lengkap', 'Papers are missing'],
  'papersMissing.what': [
    'Kunjungan selesai pukul {time}. Belum ada dokumen yang dibuat. Bawa ini saat datang lagi:',
    'The visit ended at {time}. No document was made yet. Bring this when you come again:',
  ],
  'refused.title': ['Belum bisa diproses', 'It could not be processed'],
  'refused.what': ['Kunjungan selesai pukul {time}. Alasannya:', 'The visit ended at {time}. The reason:'],
  note: ['Catatan petugas: {note}', 'Note of the officer: {note}'],
  'advice.title': ['Konsultasi selesai', 'The consultation is over'],
  'advice.what': [
    'Selesai pukul {time}. Kalau ingin mengurusnya, pesan waktu.',
    'Completed at {time}. To go on with it, book a time.',
  ],
} as const satisfies Record<string, Words>

/** Words about papers that are often missing. */
export const missingText = {
  title: ['Berkas yang kurang', 'Papers that were missing'],
  caption: ['Berkas yang kurang menurut bulan dan layanan', 'Missing papers by month and service'],
  month: ['Bulan', 'Month'],
  service: ['Layanan', 'Service'],
  case: ['Keperluan', 'Case'],
  paper: ['Berkas', 'Paper'],
  n: ['Kurang, dari kunjungan selesai', 'Missing, of finished visits'],
  of: ['{n} dari {of}', '{n} of {of}'],
  other: ['Berkas lain', 'Another paper'],
  none: ['Tidak ada berkas kurang yang tercatat', 'No missing paper was recorded'],
  note: [
    'Hanya bulan utuh yang sudah lewat; layanan dengan kurang dari {n} kunjungan selesai tidak ditampilkan, keperluan yang lebih jarang digabung (–). Yang sering kurang ditampilkan di halaman pemesanan.',
    'Whole months that are over only; services with fewer than {n} finished visits are not shown, rarer cases are put together (–). What is often missing is told on the booking pages.',
  ],
  often: ['Paling sering kurang: {papers}.', 'Most often missing: {papers}.'],
} as const satisfies Record<string, Words>
