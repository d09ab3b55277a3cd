import type { Words } from '../kit/words.ts'
import type { ComplaintKind, ComplaintState } from '../survey/loop/complaint.ts'

/** The names of the kinds of complaints, as offices publish them. */
export const complaintKindText: Readonly<Record<ComplaintKind, Words>> = {
  light: ['Ringan', 'Light'],
  normative: ['Normatif', 'Normative'],
  plain: ['Tidak berkadar pengawasan', 'Without oversight'],
  supervised: ['Berkadar pengawasan', 'With oversight'],
}

/** The names of the states of a complaint. */
export const complaintStateText: Readonly<Record<ComplaintState, Words>> = {
  new: ['Baru', 'New'],
  handled: ['Ditangani', 'Being handled'],
  answered: ['Dijawab', 'Answered'],
  done: ['Selesai', 'Done'],
}

/** The page of the complaints for those who handle them. */
export const followUpText = {
  title: ['Tindak lanjut keluhan', 'Complaints followed up'],
  lead: [
    'Dari warga yang menilai rendah dan setuju tulisannya dibaca. Tampil sehari sesudah diterima; tanpa nomor, loket, petugas, dan jam.',
    'From people who rated low and agreed that their text is read. Shown the day after; without number, counter, officer and time.',
  ],
  'lead.days': [
    'Tenggat dalam hari kerja kantor; libur dan cuti bersama tidak dihitung.',
    'Deadlines in working days of the office; holidays and collective leave are not counted.',
  ],
  none: ['Belum ada keluhan', 'No complaints yet'],
  'none.why': [
    'Keluhan datang dari tautan survei sesudah nilai rendah.',
    'Complaints come from the survey link after a low rating.',
  ],
  'none.here': ['Tidak ada', 'None'],
  show: ['Tampilkan', 'Show'],
  'show.all': ['Semua ({n})', 'All ({n})'],
  'show.late': ['Lewat batas ({n})', 'Overdue ({n})'],
  'show.mine': ['Milik saya ({n})', 'Mine ({n})'],
  'count.n': ['{state} ({n})', '{state} ({n})'],
  due: ['{kind}, paling lambat {date}', '{kind}, {date} at the latest'],
  late: ['Lewat batas {n} hari kerja', 'Overdue by {n} working days'],
  told: ['Diberitahukan kepada {names}', 'Told to {names}'],
  'told.you': ['{n} keluhan lewat batas diberitahukan kepada Anda.', '{n} overdue complaints were told to you.'],
  owner: ['Penanggung jawab', 'Owner'],
  'owner.none': ['Belum ada', 'Nobody yet'],
  kind: ['Jenis keluhan', 'Kind of complaint'],
  handle: ['Tangani', 'Handle'],
  'handle.label': ['Tangani: {words}', 'Handle: {words}'],
  answer: ['Jawaban di tautan warga', 'Answer on the citizen’s link'],
  'answer.hint': [
    'Hanya penulisnya yang membaca. Kantor tidak tahu siapa dia.',
    'Read by its writer alone. The office does not know who it is.',
  ],
  'answer.send': ['Kirim jawaban', 'Send the answer'],
  'answer.mend': ['Perbaiki jawaban', 'Correct the answer'],
  'answered.on': ['Dijawab {date}', 'Answered {date}'],
  'lapor.number': ['Nomor LAPOR!', 'LAPOR! number'],
  'lapor.state': ['Keadaan di LAPOR!', 'State at LAPOR!'],
  'lapor.said': ['LAPOR! {number} {state}', 'LAPOR! {number} {state}'],
  'lapor.save': ['Simpan', 'Save'],
  close: ['Tandai selesai', 'Mark as done'],
  reopen: ['Buka kembali', 'Open again'],
  saved: ['Tersimpan', 'Saved'],
} as const satisfies Record<string, Words>

/** The page of a complaint for whoever wrote it. */
export const ownComplaintText = {
  title: ['Keluhan untuk ditindaklanjuti', 'A complaint to be followed up'],
  lead: [
    'Ceritakan apa yang terjadi. Kantor menjawab di halaman ini, dan hanya tautan Anda yang membukanya.',
    'Tell what happened. The office answers on this page, and only your link opens it.',
  ],
  service: ['Layanan: {service}', 'Service: {service}'],
  words: ['Keluhan Anda', 'Your complaint'],
  hint: [
    'Nama, NIK, nomor telepon, dan alamat disamarkan sebelum disimpan.',
    'Names, NIK, phone numbers and addresses are masked before it is kept.',
  ],
  consent: [
    'Saya setuju petugas kantor membaca tulisan ini bersama nama layanannya, mulai besok.',
    'I agree that staff of the office read this text with the name of the service, from tomorrow on.',
  ],
  'consent.what': [
    'Yang tidak mereka lihat: nama, nomor antrean, loket, petugas, dan jam. Dari isi tulisan Anda bisa saja dikenali; tulislah seperlunya.',
    'What they do not see: name, queue number, counter, officer and time. Your own words may give you away; write only what is needed.',
  ],
  send: ['Kirim keluhan', 'Send the complaint'],
  'bad.words': ['Tulis dahulu keluhan Anda.', 'Write your complaint first.'],
  'bad.consent': [
    'Tanpa persetujuan, tulisan ini tidak dikirim kepada siapa pun.',
    'Without your consent this text is sent to nobody.',
  ],
  kept: ['Keluhan Anda', 'Your complaint'],
  'kept.link': [
    'Simpan alamat halaman ini: hanya di sini jawabannya terbaca.',
    'Keep the address of this page: the answer is read here alone.',
  ],
  'step.received': ['Diterima {date}', 'Received {date}'],
  'step.due': ['Dijawab paling lambat {date}', 'Answered at the latest {date}'],
  'step.handled': ['Sedang ditangani', 'Being handled'],
  'step.answered': ['Dijawab {date}', 'Answered {date}'],
  'step.done': ['Selesai {date}', 'Done {date}'],
  answer: ['Jawaban kantor', 'Answer of the office'],
  unknown: [
    'Kantor tidak tahu siapa yang menulis, jadi tidak dapat menghubungi Anda.',
    'The office does not know who wrote, so it cannot contact you.',
  ],
  early: ['Nilai layanannya dulu', 'Rate the service first'],
  'early.what': [
    'Satu ketukan cukup. Setelah itu keluhan bisa ditulis di sini.',
    'One tap is enough. After that you can write a complaint here.',
  ],
  closed: ['Waktu untuk menulis keluhan di sini sudah lewat', 'The time to write a complaint here has passed'],
  'closed.what': [
    'Keluhan tetap bisa disampaikan di meja depan atau lewat SP4N-LAPOR! (lapor.go.id).',
    'Complaints are still welcome at the front desk or by SP4N-LAPOR! (lapor.go.id).',
  ],
  survey: ['Ke survei', 'To the survey'],
} as const satisfies Record<string, Words>
