import type { FeedbackKind } from '../officer/feedback/feedback.ts'
import type { Words } from '../kit/words.ts'

/** What a message is, beside who wrote it. */
export const kindText: Readonly<Record<FeedbackKind, Words>> = {
  feedback: ['umpan balik', 'feedback'],
  reply: ['tanggapan', 'answer'],
  note: ['catatan berdua', 'note for two'],
  thanks: ['ucapan rekan', 'thanks of a colleague'],
  kudos: ['ucapan warga', 'thanks of a citizen'],
  system: ['sistem', 'system'],
}

/** What a message is about. */
export const aboutText = {
  visit: ['tentang kunjungan {ref}', 'about visit {ref}'],
  report: ['tentang laporan {ref}', 'about the report of {ref}'],
  day: ['tentang hari {ref}', 'about {ref}'],
  period: ['tentang periode {ref}', 'about the period {ref}'],
} as const satisfies Readonly<Record<string, Words>>

/** The thread between an officer and who assesses them. */
export const feedbackText = {
  title: ['Umpan balik', 'Feedback'],
  lead: [
    'Percakapan Anda dengan pejabat penilai, ucapan rekan, dan ucapan warga. Setiap pembukaan oleh orang lain tercatat dan terlihat oleh Anda.',
    'What you and your assessor say to each other, thanks of colleagues and of citizens. Each look of others is on record and told to you.',
  ],
  talk: ['Percakapan', 'Conversation'],
  count: [
    '{n} pesan, dibaca petugas dan yang menilai harinya; yang bertanda “berdua” hanya oleh petugas dan satu penilai',
    '{n} messages, read by the officer and whoever assesses the day; those “for two” by the officer and one assessor alone',
  ],
  none: ['Belum ada pesan', 'No message yet'],
  'none.why': [
    'Yang ditulis penilai, rekan, dan warga akan tampil di sini.',
    'What assessor, colleagues and citizens write will be here.',
  ],
  you: ['Anda', 'You'],
  system: ['Sistem', 'System'],
  citizen: ['Warga', 'A citizen'],
  behalf: ['a.n. {name}', 'for {name}'],
  corrects: ['ralat atas pesan sebelumnya', 'corrects an earlier message'],
  readAt: ['Sudah dibaca {at}', 'Read {at}'],
  unread: ['belum dibaca', 'not read yet'],
  read: ['Sudah saya baca', 'I have read it'],
  'read.label': ['Sudah saya baca: {text}', 'I have read it: {text}'],
  between: ['berdua', 'for two'],
  text: ['Tanggapan Anda', 'Your answer'],
  'text.hint': ['Tulis satu atau dua kalimat', 'Write one or two sentences'],
  note: ['Hanya berdua (catatan pertemuan 1-1)', 'For the two of us (note of a 1-on-1 talk)'],
  send: ['Kirim', 'Send'],
  sent: ['Terkirim.', 'Sent.'],
  once: [
    'Pesan bertanggal dan tidak dapat diubah. Ralat ditulis sebagai pesan baru.',
    'Messages are dated and cannot be changed. A correction is a new message.',
  ],
  'thanks.title': ['Ucapkan terima kasih kepada rekan', 'Thank a colleague'],
  'thanks.to': ['Kepada', 'To'],
  'thanks.text': ['Ucapan', 'Your words'],
  'kudos.note': [
    'Dari survei layanan itu, dipilih pejabat penilai; hanya dipotong, tidak diubah.',
    'From the survey of that service, chosen by your assessor; cut, not changed.',
  ],
} as const satisfies Readonly<Record<string, Words>>

/** The form of a message. */
export const writingText = {
  about: ['Tentang', 'About'],
  same: ['Seperti pesan terakhir, {about}', 'As the last message, {about}'],
  day: ['Satu hari', 'A day'],
  report: ['Laporan harian', 'A daily report'],
  visit: ['Satu kunjungan', 'A visit'],
  period: ['Satu periode', 'A period'],
  date: ['Tanggal', 'Date'],
  number: ['Nomor antrean', 'Number of the ticket'],
  which: ['Periode', 'Period'],
  corrects: ['Ralat atas pesan saya', 'Corrects my message'],
  'corrects.none': ['Bukan ralat', 'No correction'],
} as const satisfies Readonly<Record<string, Words>>

/** The page of whoever assesses somebody. */
export const teamText = {
  title: ['Tim saya', 'My team'],
  lead: ['Urut nama. Tidak ada urutan lain.', 'In the order of names. There is no other order.'],
  waiting: ['Menunggu saya', 'Waiting for me'],
  'waiting.n': ['{n} hal', '{n} things'],
  'waiting.reports': ['{n} laporan harian', '{n} daily reports'],
  'waiting.absences': ['{n} pengajuan cuti atau tugas', '{n} requests for leave or duty'],
  'waiting.outages': [
    '{n} gangguan hari yang lewat menunggu persetujuan Anda',
    '{n} outages of past days wait for you to agree',
  ],
  'waiting.contest': ['Keberatan {name}', 'Objection of {name}'],
  'waiting.explain': ['Beri penjelasan; yang memutuskan {name}', 'Explain; {name} decides'],
  'waiting.decide': ['Anda yang memutuskan', 'You decide'],
  'waiting.until': ['s.d. {day}', 'until {day}'],
  'waits.reports': ['{n} laporan', '{n} reports'],
  'waits.messages': ['{n} pesan', '{n} messages'],
  'waits.absence': ['cuti atau tugas', 'leave or duty'],
  'waits.contest': ['keberatan', 'objection'],
  may: ['Yang boleh dan tidak boleh dari angka ini', 'What these figures are for, and what not'],
  may1: [
    'Boleh: bertanya sebab, membagi kasus, memperbaiki loket, menawarkan pelatihan.',
    'Do: ask for causes, share out cases, mend the counter, offer training.',
  ],
  may2: [
    'Boleh: memakai temuan yang terkonfirmasi (2 dari 3 periode) dalam dialog kinerja.',
    'Do: use what is confirmed (2 of 3 periods) in a talk about the work.',
  ],
  may3: [
    'Tidak boleh: menyusun peringkat, memakai satu periode sebagai alasan, mengubah menjadi predikat.',
    'Do not: rank people, take one period as a reason, make a verdict of it.',
  ],
  may4: [
    'Tidak ada: penilaian perorangan, jawaban hari ini, periode yang belum ditutup.',
    'There is none: single ratings, answers of today, a period that is still open.',
  ],
  'waiting.none': ['Tidak ada yang menunggu.', 'Nothing waits.'],
  'waiting.some': ['{n} pesan belum dibaca', '{n} messages not read yet'],
  officers: ['Petugas', 'Officers'],
  count: ['{n} petugas', '{n} officers'],
  none: ['Belum ada yang Anda nilai', 'You assess nobody yet'],
  'none.why': [
    'Administrator menetapkan siapa menilai siapa. Tim tampil di sini pada menit yang sama.',
    'An administrator says who assesses whom. The team is here in the same minute.',
  ],
  behalf: ['Anda bertindak a.n. {name}', 'You act for {name}'],
  'thread.of': ['Umpan balik: {name}', 'Feedback: {name}'],
  back: ['Kembali ke tim', 'Back to the team'],
  record: ['Catatan kerja', 'Work record'],
  calendar: ['Kalender', 'Calendar'],
  thread: ['Umpan balik', 'Feedback'],
  'calendar.of': ['Kalender: {name}', 'Calendar: {name}'],
  report: ['Laporan', 'Reports'],
  'report.of': ['Laporan {name}, {day}', 'Report of {name}, {day}'],
  'report.day': ['Hari', 'Day'],
  'report.work': ['Pekerjaan loket hari itu', 'Work at the counter on that day'],
  'report.noWork': ['Tidak ada pekerjaan loket yang tercatat.', 'No work at a counter is on record.'],
  'report.said': ['Yang dikirim dan dijawab', 'What was sent and answered'],
  'report.none': ['Belum ada laporan untuk hari itu.', 'There is no report of that day yet.'],
  views: ['Tentang {name}', 'About {name}'],
  below: ['Yang dinilai oleh bawahan Anda', 'Assessed by those below you'],
  'below.why': [
    'Anda memutuskan keberatan mereka. Catatan kerjanya dapat Anda buka; pembukaan tercatat.',
    'You decide over their objections. You can open their work record; each opening is on record.',
  ],
  'below.by': ['dinilai {name}', 'assessed by {name}'],
  tag: [
    'Panduan perilaku BerAKHLAK, paling banyak {most} ({n} dipilih)',
    'BerAKHLAK guides, {most} at most ({n} chosen)',
  ],
  write: ['Pesan Anda', 'Your message'],
  delegation: ['Delegasi', 'Delegation'],
  'delegation.why': [
    'Saat Anda cuti, seorang rekan membaca dan bertindak untuk Anda sampai tanggal akhir. Tercatat pada setiap tindakan.',
    'While you are away a colleague reads and acts for you until a last day. It is on record with each act.',
  ],
  'delegation.none': ['Tidak ada yang bertindak untuk Anda.', 'Nobody acts for you.'],
  acts: ['{name} bertindak untuk Anda {from} sampai {to}', '{name} acts for you from {from} to {to}'],
  over: ['sudah berakhir', 'over'],
  takeBack: ['Cabut', 'Take back'],
  'takeBack.label': ['Cabut delegasi kepada {name}', 'Take back the delegation to {name}'],
  delegate: ['Yang bertindak', 'Who acts'],
  from: ['Mulai', 'From'],
  to: ['Sampai', 'Until'],
  give: ['Delegasikan', 'Hand over'],
} as const satisfies Readonly<Record<string, Words>>
