import type { Words } from '../kit/words.ts'
import type { SettleEnd } from '../queue/leaving.ts'

/** The words of the close of a day and of its report. */
export const dayText = {
  title: ['Tutup hari, {date}', 'Close the day, {date}'],
  report: ['Laporan hari, {date}', 'Report of {date}'],
  choose: ['Tanggal', 'Date'],
  doors: ['Pintu tutup pukul {at}.', 'The doors shut at {at}.'],
  always: ['Pintu terbuka sepanjang hari: kantor percobaan.', 'The doors are open all day: a trial office.'],
  shut: ['Kantor tutup hari ini.', 'The office is closed on this day.'],
  survey: [
    '{invited} diundang menilai, {rated} sudah menilai sejauh ini.',
    '{invited} were invited to rate, {rated} have rated so far.',
  ],
  'before.open': ['{date}: {n} kunjungan belum punya akhir.', '{date}: {n} visits have no end.'],
  'before.unclosed': ['{date} belum ditutup.', '{date} has not been closed.'],
  'before.until': [
    'Tanpa jawaban, pukul 12.00 hari ini tercatat “tanpa keterangan”.',
    'Without an answer it is recorded “without a statement” at noon today.',
  ],
  'before.act': ['Buka hari itu', 'Open that day'],
  today: ['Ke hari ini', 'To today'],
  link: ['Tutup hari', 'Close the day'],
  'open.count': ['{n} belum punya akhir', '{n} without an end'],
  'open.title': ['Belum punya akhir', 'Without an end'],
  'open.none': ['Semua kunjungan punya akhir', 'Every visit has an end'],
  'open.none.why': ['Tidak ada yang dilayani, dipanggil, atau ditunda.', 'Nobody is served, called or put aside.'],
  'open.serving': ['Masih dilayani di {counter}, sejak {at}', 'Still served at {counter}, since {at}'],
  'open.called': ['Dipanggil ke {counter} pukul {at}, {calls} kali', 'Called to {counter} at {at}, {calls} times'],
  'open.parked': ['Ditunda di {counter}, sejak {at}', 'Put aside at {counter}, since {at}'],
  'open.answered': ['dijawab: masih melayani', 'answered: still serving'],
  'open.asked': ['belum dijawab', 'not answered yet'],
  'open.wait': [
    'Ditunggu. Hari bisa ditutup tanpa ini; kunjungan tetap dihitung hari ini walau selesai besok.',
    'Waited for. The day can be closed without it; the visit counts today even if it ends tomorrow.',
  ],
  waiting: [
    '{n} nomor masih menunggu. Bila hari ditutup, tercatat tidak sempat dilayani.',
    '{n} numbers still wait. When the day is closed they are recorded as not served.',
  ],
  by: ['Hari ditutup oleh {by} pukul {at}.', 'The day was closed by {by} at {at}.'],
  unstated: ['Tidak ada yang menutup hari ini: tanpa keterangan.', 'Nobody closed this day: without a statement.'],
  later: [
    'Yang belum dijawab ditanyakan lagi kepada petugasnya besok, lalu ditutup sendiri paling lambat pukul 12.00 sebagai “tanpa keterangan”.',
    'Whatever is not answered is asked of its officer again tomorrow, and ends by itself at noon at the latest, “without a statement”.',
  ],
  close: ['Tutup hari', 'Close the day'],
  print: ['Cetak', 'Print'],
  printed: ['Dicetak {when} oleh {name}', 'Printed {when} by {name}'],
  sheet: ['Lembar hari', 'Sheet of the day'],
  adds: ['{parts} = {taken} nomor diambil', '{parts} = {taken} numbers taken'],
  'sheet.left': ['Pergi sebelum dilayani', 'Left before being served'],
  'sheet.waiting': ['Masih menunggu', 'Still waiting'],
  'sheet.open': ['Belum punya akhir', 'Without an end'],
  'sheet.why': [
    'Pergi sebelum dilayani: yang sudah datang. Dibatalkan warga juga menghitung reservasi yang dibatalkan sebelum datang, dan tidak menghitung yang diakhiri kantor.',
    'Left before being served: of those who came. Cancelled by visitors counts bookings too that were given back before coming, and none that the office ended.',
  ],
  results: ['Hasil kunjungan', 'How visits ended'],
  stops: ['Berhenti dan jeda', 'Stops and breaks'],
  'stops.service': ['{name} ditutup {from}–{to}', '{name} closed {from}–{to}'],
  'stops.break': ['{name} istirahat {from}–{to}', '{name} on a break {from}–{to}'],
  'stops.left': ['{name} ditinggalkan {from}–{to}', '{name} left {from}–{to}'],
  settled: ['Diakhiri bukan oleh petugasnya', 'Ended by somebody else than the officer'],
  'settled.row': ['{number}: {end}, {at}, {by}', '{number}: {end}, {at}, {by}'],
  nobody: ['tanpa keterangan', 'without a statement'],
  none: ['tidak ada', 'none'],
} as const satisfies Record<string, Words>

/** The true ends of a visit of which its officer said none. */
export const settleEndText: Readonly<Record<SettleEnd, Words>> = {
  done: ['Selesai dilayani', 'Was served'],
  missed: ['Tidak datang', 'Did not come'],
  gone: ['Tidak kembali', 'Did not come back'],
  left: ['Belum dilayani', 'Not served'],
}
