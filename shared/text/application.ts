import type { ApplicationState, ReturnReason } from '../booking/application.ts'
import type { Words } from './text.ts'

/** The states of an application, as citizens and officers read them. */
export const applicationStateText: Readonly<Record<ApplicationState, Words>> = {
  received: ['Diterima', 'Received'],
  processing: ['Diproses', 'Being processed'],
  ready: ['Siap diambil', 'Ready to collect'],
  handedOver: ['Diserahkan', 'Handed over'],
  returned: ['Dikembalikan', 'Returned'],
}

/** Why an application was returned, in the office's words. */
export const returnReasonText: Readonly<Record<ReturnReason, Words>> = {
  missingPaper: ['Ada berkas yang kurang', 'A paper is missing'],
  unreadable: ['Berkas tidak terbaca jelas', 'A paper cannot be read clearly'],
  dataMismatch: ['Data pada berkas tidak cocok', 'The data on the papers do not match'],
  systemDown: ['Sistem sedang terganggu', 'The system is down'],
  other: ['Alasan lain', 'Another reason'],
}

/** What the citizen can do about it. */
export const returnHelpText: Readonly<Record<ReturnReason, Words>> = {
  missingPaper: [
    'Lengkapi berkasnya, lalu serahkan di kantor.',
    'Complete the papers, then hand them in at the office.',
  ],
  unreadable: [
    'Bawa berkas asli atau salinan yang jelas terbaca.',
    'Bring the original or a copy that can be read clearly.',
  ],
  dataMismatch: [
    'Bawa dokumen asli ke kantor untuk dicocokkan.',
    'Bring the original documents to the office to be compared.',
  ],
  systemDown: [
    'Berkas Anda tidak kurang. Tanyakan di meja depan kapan bisa diterima lagi.',
    'None of your papers is missing. Ask at the front desk when they can be taken again.',
  ],
  other: ['Tanyakan di meja depan apa yang perlu dilengkapi.', 'Ask at the front desk what is needed.'],
}

/** What the page of a ticket says of the document. */
export const documentText = {
  title: ['Dokumen Anda', 'Your document'],
  'page.ready': ['Dokumen siap diambil · {number}', 'Document ready to collect · {number}'],
  noscript: ['Halaman ini memuat ulang sendiri setiap 2 menit.', 'This page reloads by itself every 2 minutes.'],
  track: ['Perjalanan dokumen', 'The way of the document'],
  past: ['sudah', 'done'],
  now: ['sekarang', 'now'],
  since: ['sejak {at}', 'since {at}'],
  promised: ['Dijanjikan siap', 'Promised for'],
  ready: ['Siap sejak', 'Ready since'],
  handed: ['Diserahkan', 'Handed over'],
  late: [
    'Lewat {n} hari kerja dari janji. Kami mohon maaf. Permohonan Anda tetap dikerjakan.',
    'Past the promise by {n} working days. We are sorry. Your application is still being worked on.',
  ],
  'late.one': [
    'Lewat 1 hari kerja dari janji. Kami mohon maaf. Permohonan Anda tetap dikerjakan.',
    'Past the promise by 1 working day. We are sorry. Your application is still being worked on.',
  ],
  follow: ['Simpan tautan halaman ini untuk melihat kabarnya.', 'Keep the link of this page to see the news.'],
  collect: ['Ambil di', 'Collect at'],
  show: [
    'Tunjukkan halaman ini atau karcis {number} kepada petugas.',
    'Show this page or slip {number} to an officer.',
  ],
  hours: ['Jam layanan', 'Service hours'],
  break: ['istirahat {from}–{to}', 'break {from}–{to}'],
  'hours.none': ['Tanyakan jam layanan di kantor.', 'Ask the office for its hours.'],
  returned: ['Berkas dikembalikan', 'Your papers were returned'],
  'returned.papers': ['Berkas untuk layanan ini', 'Papers for this service'],
  'returned.promise': [
    'Setelah berkas lengkap, permohonan dilanjutkan dan tanggal janjinya tampil di sini. Bawa karcis {number}.',
    'Once the papers are complete the application goes on and its promised date stands here. Bring slip {number}.',
  ],
} as const satisfies Record<string, Words>
