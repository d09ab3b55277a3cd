import type { ApplicationState, ReturnReason } from '../documents/application.ts'
import type { DelayCause } from '../documents/delay.ts'
import type { Words } from '../kit/words.ts'

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

/** Why a document is late, for its holder and in the officer's list. */
export const delayCauseText: Readonly<Record<DelayCause, Words>> = {
  noMaterial: ['Bahan cetak habis', 'The material to print on has run out'],
  systemDown: ['Sistem pusat terganggu', 'The national system is down'],
  otherOffice: ['Menunggu jawaban instansi lain', 'Another office has yet to answer'],
  checkedAgain: ['Data perlu diperiksa ulang', 'The data have to be checked again'],
  manyRequests: ['Permohonan sedang sangat banyak', 'There are very many applications'],
  other: ['Sebab lain', 'Another cause'],
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
  'late.title': ['{document} Anda terlambat', 'Your document is late: {document}'],
  'late.promise': ['Janji kami', 'Our promise'],
  'late.new': ['Tanggal baru', 'New date'],
  'late.cause': ['Sebab', 'Cause'],
  'late.unknown': ['belum ditetapkan', 'not set yet'],
  late: [
    'Lewat {n} hari kerja dari janji. Kami mohon maaf. Permohonan Anda tetap dikerjakan, tidak ada yang perlu Anda lakukan.',
    'Past the promise by {n} working days. We are sorry. Your application is still being worked on, there is nothing you need to do.',
  ],
  'late.one': [
    'Lewat 1 hari kerja dari janji. Kami mohon maaf. Permohonan Anda tetap dikerjakan, tidak ada yang perlu Anda lakukan.',
    'Past the promise by 1 working day. We are sorry. Your application is still being worked on, there is nothing you need to do.',
  ],
  'late.ask': ['Tanya kepada siapa', 'Whom to ask'],
  'late.desk': ['Meja depan, {office}', 'Front desk, {office}'],
  'late.tell': ['Kabari saya saat sudah jadi', 'Tell me when it is ready'],
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

/** The console's page of applications. */
export const applicationText = {
  title: ['Permohonan', 'Applications'],
  lead: ['Dokumen yang masih berjalan sesudah kunjungan.', 'Documents still under way after a visit.'],
  search: ['Cari nomor', 'Search a number'],
  'search.service': ['Semua layanan', 'All services'],
  'search.date': ['Tanggal kunjungan', 'Day of the visit'],
  'search.late': ['Terlambat', 'Late'],
  choose: ['Pilih', 'Choose'],
  'choose.one': ['Pilih {number}, {date}', 'Choose {number}, {date}'],
  'choose.all': ['Pilih semua yang tampil', 'Choose all that are shown'],
  'choose.none': ['Batal pilih', 'Choose none'],
  'bulk.chosen': ['{n} dipilih', '{n} chosen'],
  'bulk.do': ['{act} ({n})', '{act} ({n})'],
  'bulk.sure': ['{n} permohonan menjadi “{state}”?', 'Make {n} applications “{state}”?'],
  'bulk.told': [
    'Pemegangnya melihatnya di tautannya dan dikabari lewat jalur yang dipilihnya.',
    'Their holders see it at their links and are told by the channel that they chose.',
  ],
  'bulk.seen': ['Pemegangnya melihatnya di tautannya.', 'Their holders see it at their links.'],
  'bulk.noUndo': ['Tidak dapat diurungkan sekaligus.', 'It cannot be undone at once.'],
  'bulk.no': ['Batal', 'Cancel'],
  'bulk.yes': ['Ya, {n} permohonan', 'Yes, {n} applications'],
  'bulk.done': ['{n} berhasil: {state}.', '{n} done: {state}.'],
  'bulk.refused': ['{n} tidak, dan masih dipilih:', '{n} not, and still chosen:'],
  'search.hint': ['Misalnya A-012', 'For example A-012'],
  filter: ['Keadaan', 'State'],
  open: ['Terbuka', 'Open'],
  all: ['Semua', 'All'],
  table: ['Permohonan, janji paling awal di atas', 'Applications, the earliest promise first'],
  number: ['Nomor', 'Number'],
  service: ['Layanan', 'Service'],
  state: ['Keadaan', 'State'],
  promised: ['Dijanjikan', 'Promised'],
  since: ['Sejak', 'Since'],
  act: ['Langkah berikutnya', 'Next step'],
  back: ['Bila berkas kurang', 'If papers are missing'],
  opened: ['masuk {date}', 'opened {date}'],
  late: ['lewat {n} hari kerja', '{n} working days late'],
  'late.one': ['lewat 1 hari kerja', '1 working day late'],
  'date.new': ['Tanggal baru', 'New date'],
  'date.given': ['tanggal baru {date}', 'new date {date}'],
  'date.title': ['Tanggal baru untuk {number}', 'A new date for {number}'],
  'date.many': ['Tanggal baru untuk {n} dokumen', 'A new date for {n} documents'],
  'date.lead': [
    'Pemegang nomor melihat tanggal dan sebabnya, dan dikabari lewat jalur yang dipilihnya.',
    'The holder sees date and cause, and is told by the channel that they chose.',
  ],
  'date.cause': ['Sebab', 'Cause'],
  'date.note': ['Keterangan', 'Note'],
  'date.note.why': [
    'Bila perlu. Tanpa nama, NIK, atau nomor telepon.',
    'Where needed. Without a name, NIK or phone number.',
  ],
  'date.give': ['Tetapkan tanggal baru', 'Set the new date'],
  'date.cancel': ['Batal', 'Cancel'],
  'bulk.dated': ['{n} mendapat tanggal baru.', '{n} have a new date.'],
  'late.ready': ['siap {n} hari kerja lewat janji', 'ready {n} working days late'],
  today: ['hari ini', 'today'],
  paused: ['menunggu berkas', 'waiting for papers'],
  'do.processing': ['Mulai proses', 'Start'],
  'do.ready': ['Siap diambil', 'Ready'],
  'do.handedOver': ['Serahkan', 'Hand over'],
  'do.received': ['Berkas lengkap', 'Papers complete'],
  'do.label': ['{act}: {number}', '{act}: {number}'],
  'do.return': ['Kembalikan', 'Return'],
  'return.title': ['Kembalikan {number}?', 'Return {number}?'],
  'return.lead': ['Warga melihat alasan ini di halaman nomornya.', 'The citizen sees this reason on the ticket page.'],
  done: ['{number} sekarang: {state}.', '{number} is now: {state}.'],
  undo: ['Urungkan', 'Undo'],
  'undo.for': ['Dapat diurungkan selama 10 detik.', 'Can be undone for 10 seconds.'],
  unsaved: ['{number} belum tersimpan.', '{number} is not saved yet.'],
  retry: ['Coba lagi', 'Try again'],
  stale: ['Sambungan terputus. Ini keadaan pukul {at}.', 'Connection lost. This is how it was at {at}.'],
  none: ['Tidak ada permohonan di sini', 'No applications here'],
  'none.why': [
    'Permohonan terbuka sendiri saat layanan yang menghasilkan dokumen selesai.',
    'An application opens by itself when a visit that yields a document is finished.',
  ],
  'none.found': ['Tidak ada yang cocok', 'Nothing matches'],
  'none.found.why': [
    'Periksa nomor, layanan, dan tanggalnya. Nomor berulang setiap hari; mencari nomor atau tanggal mencakup semua keadaan.',
    'Check number, service and date. Numbers repeat daily; a search by number or date covers every state.',
  ],
  more: ['Hanya 200 teratas. Cari nomornya untuk yang lain.', 'Only the first 200. Search a number for others.'],
  missing: ['Selesai hari ini, belum ada permohonan', 'Finished today, no application yet'],
  'missing.open': ['Buka permohonan {number}', 'Open an application for {number}'],
} as const satisfies Record<string, Words>

/** The search by name, for the front desk. */
export const documentNamesText = {
  field: ['Tidak ada nomor? Nama pemohon', 'No number? The applicant’s name'],
  go: ['Cari nama', 'Find the name'],
  bound: [
    'Sedikitnya tiga huruf, awal kata sudah cukup. Dicari pada 4.000 nama terbaru yang masih disimpan: nama dihapus 2 hari sesudah kunjungan bila dokumen sudah diserahkan, dan paling lambat 60 hari sesudahnya. Nomor tanpa pemesanan tidak punya nama. Pencarian dicatat tanpa namanya.',
    'Three letters at least; the beginning of a word is enough. Looked at are the 4,000 latest names that are still kept: a name is erased 2 days after the visit once the document is handed over, and 60 days after it at the latest. Numbers without a booking have no name. The search goes on record, without the name.',
  ],
  short: ['Ketik sedikitnya tiga huruf.', 'Type three letters at least.'],
  found: ['{n} dokumen cocok, dari {looked} nama.', '{n} documents match, of {looked} names.'],
  none: ['Tidak ada yang cocok di antara {looked} nama.', 'Nothing matches among {looked} names.'],
  'none.why': [
    'Mungkin namanya sudah dihapus atau dulu tidak dicatat. Cari menurut tanggal kunjungan dan layanan.',
    'The name may have been erased, or was never given. Search by the day of the visit and the service.',
  ],
  more: [
    'Hanya 20 terbaru yang tampil: ketik nama lebih lengkap.',
    'Only the latest 20 are shown: type more of the name.',
  ],
  since: [
    'Kunjungan sebelum {date} tidak ikut dicari: isi tanggal kunjungannya.',
    'Visits before {date} were not looked at: give the day of the visit.',
  ],
  show: ['Tampilkan {number}, {date}', 'Show {number}, {date}'],
} as const satisfies Record<string, Words>

/** The indicator, for a manager and in an officer's own record. */
export const documentFiguresText = {
  title: ['Dokumen terhadap janji', 'Documents against the promise'],
  note: ['janji yang jatuh pada periode ini', 'promises that fell in this period'],
  perService: ['Per layanan', 'Per service'],
  perOfficer: ['Per petugas yang melayani', 'Per officer who served'],
  service: ['Layanan', 'Service'],
  officer: ['Petugas', 'Officer'],
  n: ['Janji', 'Promises'],
  onTime: ['Tepat waktu', 'On time'],
  median: ['Nilai tengah', 'Median'],
  lateNow: ['Lewat kini', 'Late now'],
  returned: ['Dikembalikan', 'Returned'],
  'days.early': ['{n} hari lebih cepat', '{n} days early'],
  'days.on': ['tepat janji', 'on the promise'],
  'days.late': ['{n} hari lewat', '{n} days late'],
  how: [
    'Hari kerja. Dihitung menurut tanggal janji, termasuk yang belum selesai. Yang dikembalikan sebelum lewat janji tidak dihitung. Bukan nilai petugas: proses sesudah loket ikut menentukan.',
    'Working days. Counted by the promised date, also what is not finished. What was returned before the promise is not counted. No score of an officer: the work behind the counter decides as well.',
  ],
  none: ['Belum ada janji dokumen pada periode ini', 'No document promises in this period'],
  'none.why': [
    'Dokumen masuk hitungan saat tanggal janjinya tiba atau saat dokumen siap.',
    'A document counts once its promised date has come or it is ready.',
  ],
} as const satisfies Record<string, Words>
