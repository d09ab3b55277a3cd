import type { Words } from '../kit/words.ts'
import type { ContestCause, ContestOutcome, ContestState, PartOfDay } from '../officer/contest/contest.ts'

/** Why a figure may be wrong. */
export const contestCauseText: Readonly<Record<ContestCause, Words>> = {
  outage: ['Gangguan tidak ditandai', 'A closed service was not marked'],
  clock: ['Jam salah (lupa menekan Selesai)', 'Wrong clock (forgot to press Finish)'],
  person: ['Kunjungan tercatat atas orang yang salah', 'Visits are credited to the wrong person'],
  mix: ['Campuran layanan tidak sebanding', 'The mix of services cannot be compared'],
  day: ['Suatu hari tertentu', 'A certain day'],
  other: ['Lainnya', 'Something else'],
}

/** How an objection ends. */
export const contestOutcomeText: Readonly<Record<ContestOutcome, Words>> = {
  accepted: ['Diterima', 'Accepted'],
  partly: ['Sebagian', 'In part'],
  refused: ['Ditolak', 'Refused'],
}

/** Where an objection stands. */
export const contestStateText: Readonly<Record<ContestState, Words>> = {
  asked: ['menunggu penjelasan penilai', 'waits for the assessor'],
  answered: ['menunggu keputusan', 'waits for a decision'],
  overdue: ['melewati batas', 'past its limit'],
  raised: ['dinaikkan satu tingkat', 'gone a step up'],
  decided: ['sudah diputuskan', 'decided'],
  withdrawn: ['ditarik kembali', 'withdrawn'],
}

/** Parts of an office's day. */
export const partOfDayText: Readonly<Record<PartOfDay, Words>> = {
  pagi: ['sebelum 11.00', 'before 11.00'],
  siang: ['11.00–13.59', '11.00–13.59'],
  sore: ['mulai 14.00', 'from 14.00 on'],
}

/** Objections of officers: the form, the answer, the decision. */
export const contestText = {
  title: ['Keberatan', 'Objections'],
  lead: [
    'Yang memutuskan atasan penilai, bukan penilainya. Kedua pihak didengar.',
    'The superior of the assessor decides, not the assessor. Both sides are heard.',
  ],
  none: ['Belum ada keberatan', 'No objections yet'],
  'none.why': [
    'Keberatan Anda, dan yang menunggu Anda, terlihat di sini. Rekan tidak melihatnya.',
    'Your objections, and those that wait for you, stand here. Colleagues do not see them.',
  ],
  reminders: ['Pengingat', 'Reminders'],
  mine: ['Keberatan saya', 'My objections'],
  waiting: ['Menunggu saya', 'Waiting for me'],
  others: ['Lainnya', 'Others'],
  new: ['Ajukan keberatan', 'Object to a figure'],
  back: ['Semua keberatan', 'All objections'],
  'of.period': ['Keberatan atas {period}', 'Objection to {period}'],
  'of.officer': ['Keberatan {name}, {period}', 'Objection of {name}, {period}'],
  left: ['Tinggal {days} hari, sampai {date} 23.59 {zone}', '{days} days left, until {date} 23.59 {zone}'],
  'step.object': ['1 Anda mengajukan, dalam 14 hari', '1 You object, within 14 days'],
  'step.answer': ['2 Penilai menjelaskan: boleh, 7 hari', '2 The assessor explains: may, 7 days'],
  'step.decide': [
    '3 Atasan penilai memutuskan: 14 hari, diingatkan; diam bukan keputusan',
    '3 The superior of the assessor decides: 14 days, reminded; silence is no decision',
  ],
  'step.again': ['4 Angka dihitung ulang; versi lama tetap terbaca', '4 Computed anew; the old version stays readable'],
  steps: ['Tahap', 'Steps'],
  'what.title': ['Yang Anda persoalkan', 'What you object to'],
  period: ['Periode', 'Period'],
  causes: ['Sebab (pilih satu atau lebih)', 'Cause (one or more)'],
  from: ['Mulai tanggal', 'From'],
  to: ['Sampai tanggal', 'Until'],
  hours: ['Jam (kosong: sepanjang hari)', 'Hours (none: all day)'],
  counters: ['Loket (kosong: semua loket Anda)', 'Counters (none: all of yours)'],
  'counters.officer': ['Loket (kosong: semua loket petugas ini)', 'Counters (none: all of this officer’s)'],
  words: ['Penjelasan', 'Explanation'],
  evidence: ['Bukti: alamat atau nama surat, satu per baris', 'Evidence: addresses or names of papers, one a line'],
  'evidence.title': ['Bukti', 'Evidence'],
  'evidence.added': ['ditambahkan {at}', 'added {at}'],
  'evidence.add': ['Tambah bukti: alamat atau nama surat', 'Add evidence: an address or the name of a paper'],
  'evidence.send': ['Tambah bukti', 'Add evidence'],
  withdraw: ['Tarik kembali keberatan', 'Withdraw the objection'],
  'withdraw.sure': ['Tarik kembali keberatan ini?', 'Withdraw this objection?'],
  'withdraw.final': [
    'Angka tetap seperti sekarang. Keberatan tetap tercatat, dan periode ini tidak dapat dipersoalkan lagi.',
    'The figure stays as it is. The objection stays on record, and this period cannot be objected to again.',
  ],
  'withdraw.stay': ['Batal', 'Cancel'],
  'withdraw.at': ['Ditarik kembali {at}.', 'Withdrawn {at}.'],
  send: ['Ajukan keberatan', 'Object'],
  cause: ['Pilih sedikitnya satu sebab.', 'Choose one cause at least.'],
  'may.title': ['Yang bisa berubah', 'What may change'],
  'may.choose': [
    'Pilih hari yang Anda persoalkan, dari yang pertama sampai yang terakhir. Di sini lalu tampak berapa penilaian yang dimaksud.',
    'Choose the days you object to, from the first to the last. Then it says here how many ratings are meant.',
  ],
  'may.backwards': [
    'Hari terakhir lebih awal daripada hari pertama. Perbaiki salah satunya.',
    'The last day is before the first. Mend one of them.',
  ],
  'may.all': [
    'Bila diterima, semua penilaian itu dikeluarkan, baik yang tinggi maupun yang rendah: {meant} dari {n}.',
    'If accepted, all of these ratings are left out, high and low: {meant} of {n}.',
  ],
  'may.own': [
    'Hanya penilaian atas diri Anda yang dikeluarkan, juga di loket yang dipakai bersama.',
    'Only ratings of yours are left out, also at a counter that is shared.',
  ],
  'may.single': [
    'Memilih jawaban satu per satu tidak mungkin, agar hasilnya tetap adil bagi rekan Anda.',
    'Single answers cannot be chosen, so that it stays fair to your colleagues.',
  ],
  'stay.title': ['Yang tidak berubah', 'What does not change'],
  'stay.old': [
    'Versi lama tetap terbaca, dengan alasan perubahannya.',
    'The old version stays readable, with the reason of the change.',
  ],
  'stay.meanwhile': [
    'Selama diperiksa, angka bertanda “sedang diperiksa” dan tidak dipakai dalam dialog.',
    'Meanwhile the figure is marked “being examined” and is not used in the dialogue.',
  ],
  'stay.seen': ['Keberatan tidak terlihat oleh rekan.', 'Colleagues do not see the objection.'],
  'stay.late': [
    'Lewat batas tidak berarti ditolak: diingatkan, lalu naik satu tingkat.',
    'Past the limit does not mean refused: reminded, then a step up.',
  ],
  'asked.title': ['Yang dipersoalkan', 'What is objected to'],
  'day.all': ['sepanjang hari', 'all day'],
  'counter.own': ['semua loket petugas ini', 'all counters of this officer'],
  remain: ['penilaian tersisa, dari {n}.', 'ratings remain, of {n}.'],
  'remain.enough': ['Cukup, setidaknya {min}.', 'Enough, {min} at least.'],
  'remain.words': [
    'Angka barunya tampil hanya bila tidak membuka jawaban beberapa warga atau nilai seorang petugas. Bila membukanya, hanya artinya yang tampil, tanpa angka.',
    'The new figure is shown only where it does not lay open what a few people said, or one officer’s score. Where it does, its meaning alone is shown, without a figure.',
  ],
  'remain.few': [
    'Kurang dari {min}: hanya jumlahnya yang akan terlihat.',
    'Fewer than {min}: only their number will show.',
  ],
  'remain.none': [
    'Tidak ada lagi yang dapat dikeluarkan: penilaian pada hari, jam, dan loket ini sudah dikeluarkan sebelumnya atau tidak pernah ada. Keputusan tidak mengubah angka.',
    'Nothing is left to leave out: the ratings of these days, hours and counters were left out before, or there were none. The decision changes no figure.',
  ],
  'remain.why': [
    'Angkanya baru dihitung setelah diputuskan. Keputusan bertumpu pada sebab dan bukti, bukan pada hasil yang disukai.',
    'The figure is computed after the decision. The decision rests on cause and evidence, not on the result one likes.',
  ],
  'remain.title': ['Versi berikutnya, bila diterima', 'The next version, if accepted'],
  voices: ['Dua suara', 'Two voices'],
  'voice.assessor': ['{name}, pejabat penilai', '{name}, assessor'],
  'answer.title': ['Penjelasan penilai', 'The assessor’s explanation'],
  'answer.until': ['Boleh dijawab sampai {date}.', 'May be answered until {date}.'],
  'answer.send': ['Kirim penjelasan', 'Send the explanation'],
  'decide.title': ['Keputusan', 'Decision'],
  'decide.until': ['Keputusan ditunggu sampai {date}', 'A decision is waited for until {date}'],
  'decide.by': ['Yang memutuskan: {name}', 'Decides: {name}'],
  'decide.nobody': [
    'Belum ada yang berhak memutuskan. Administrator menetapkan atasan penilai.',
    'Nobody may decide yet. The administrator sets a superior of the assessor.',
  ],
  'decide.reasons': ['Alasan (wajib, dibaca kedua pihak)', 'Reasons (required, read by both sides)'],
  'decide.unheard': [
    'Kedua pihak didengar dahulu. Dapat diputuskan begitu penilai menjelaskan, atau mulai {date}.',
    'Both sides are heard first. It can be decided once the assessor has explained, or from {date} on.',
  ],
  'decide.silent': [
    'Penilai tidak memberi penjelasan dalam tujuh hari.',
    'The assessor gave no explanation within seven days.',
  ],
  'decide.noPart': [
    'Sebagian berarti kurang dari yang diminta: persempit tanggal, jam, atau loketnya. Bila semuanya, pilih “Diterima”.',
    'In part means less than was asked: narrow the days, the hours or the counters. For all of it choose “Accepted”.',
  ],
  'decide.sure': ['Putuskan: {outcome}?', 'Decide: {outcome}?'],
  'decide.final': [
    'Keputusan dibaca kedua pihak dan tidak dapat diubah.',
    'Both sides read the decision, and it cannot be changed.',
  ],
  'decide.stay': ['Periksa lagi', 'Look again'],
  'decide.save': ['Simpan keputusan', 'Save the decision'],
  'decide.send': ['Simpan keputusan dan hitung ulang', 'Save the decision and compute anew'],
  'decide.part': ['Yang dikeluarkan', 'What is left out'],
  'decide.left': ['Tersisa {left} dari {n} penilaian.', '{left} of {n} ratings would remain.'],
  'decide.behalf': ['{by} a.n. {name}', '{by} on behalf of {name}'],
  'versions.closed': [
    'Versi nilainya terlihat bagi Anda setelah petugasnya melihatnya lebih dahulu.',
    'You see the versions once their officer has had them first.',
  ],
  late: ['Melewati batas {days} hari.', '{days} days past its limit.'],
  'late.why': [
    'Belum diputuskan, jadi angka tetap bertanda “sedang diperiksa”.',
    'Not decided yet, so the figure stays marked “being examined”.',
  ],
  'late.raise': ['Dinaikkan satu tingkat {date}.', 'A step up on {date}.'],
} as const satisfies Record<string, Words>
