import type { Words } from '../kit/words.ts'
import type { FindingKind } from '../roster/findings.ts'
import type { LeftOut } from '../roster/fill.ts'
import type { LeaveKind } from '../roster/roster.ts'

/** Why somebody is away. */
export const leaveKindText: Readonly<Record<LeaveKind, Words>> = {
  annual: ['cuti', 'leave'],
  sick: ['sakit', 'ill'],
  duty: ['dinas luar', 'duty elsewhere'],
  training: ['pelatihan', 'training'],
}

/** What does not fit, short, beside the cell; for a day as a whole it stands above its column. */
export const findingShortText: Readonly<Record<FindingKind, Words>> = {
  twice: ['bentrok: di dua tempat', 'clash: in two places'],
  double: ['bentrok: loket terisi dua orang', 'clash: two at the counter'],
  onLeave: ['sedang tidak hadir', 'is away'],
  outside: ['di luar jam pintu', 'outside the doors'],
  shut: ['kantor tutup', 'office closed'],
  gone: ['tidak aktif lagi', 'no longer active'],
  noCounter: ['loket tidak ada lagi', 'counter is no more'],
  unfit: ['tidak dapat bertugas di sini', 'cannot serve here'],
  unplanned: ['belum ada rencana', 'nothing planned'],
  nobody: ['layanan tanpa petugas', 'service without officer'],
  lunchGap: ['kosong saat istirahat', 'empty over the break'],
}

/** The same in full: place, problem, remedy. */
export const findingText: Readonly<Record<FindingKind, Words>> = {
  twice: [
    '{day}, {who}: di {places} sekaligus, {from}–{to}. Pindahkan atau hapus salah satu.',
    '{day}, {who}: at {places} at once, {from}–{to}. Move or delete one of them.',
  ],
  double: [
    '{day}, {places}: {who} bersamaan, {from}–{to}. Pindahkan salah satu ke loket lain.',
    '{day}, {places}: {who} at the same time, {from}–{to}. Move one to another counter.',
  ],
  onLeave: [
    '{day}, {who}: tidak hadir {from}–{to}, tetapi ada di rencana. Pilih pengganti atau hapus.',
    '{day}, {who}: away {from}–{to}, yet planned. Choose a substitute or delete.',
  ],
  outside: [
    '{day}, {who}: {from}–{to} di luar jam pintu. Pendekkan giliran, atau biarkan bila disengaja.',
    '{day}, {who}: {from}–{to} outside the doors. Shorten the shift, or leave it if it is meant.',
  ],
  shut: [
    '{day}, {who}: kantor tutup hari itu. Hapus giliran ini.',
    '{day}, {who}: the office is closed. Delete this shift.',
  ],
  gone: ['{day}, {who}: tidak aktif lagi. Pilih orang lain.', '{day}, {who}: no longer active. Choose somebody else.'],
  noCounter: [
    '{day}, {who}: {places} tidak ada lagi. Pilih loket lain.',
    '{day}, {who}: {places} is no more. Choose another counter.',
  ],
  unfit: [
    '{day}, {who}: tidak dapat bertugas di {places} dengan peran atau instansinya sekarang. Pilih orang lain.',
    '{day}, {who}: cannot serve at {places} with the present roles or agency. Choose somebody else.',
  ],
  unplanned: [
    '{day}: belum ada yang bertugas. Isi, atau salin pekan lain.',
    '{day}: nobody is planned. Fill in, or copy another week.',
  ],
  nobody: [
    '{day}, {services}: tanpa petugas {from}–{to}. Isi salah satu loketnya.',
    '{day}, {services}: nobody planned {from}–{to}. Fill one of its counters.',
  ],
  lunchGap: [
    '{day}, {services}: kosong {from}–{to} karena semua istirahat. Geser salah satu istirahat.',
    '{day}, {services}: empty {from}–{to}, all rest at once. Move one of the breaks.',
  ],
}

export const leftOutText: Readonly<Record<LeftOut, Words>> = {
  closed: ['hari tutup', 'closed days'],
  leave: ['orangnya tidak hadir', 'people away'],
  gone: ['orang atau loket tidak ada lagi atau tidak sesuai', 'people or counters that are no more or do not fit'],
}

/** The plan of the week. */
export const rosterText = {
  title: ['Rencana pekan', 'Plan of the week'],
  'title.usual': ['Pola pekan', 'The usual week'],
  'week.of': ['{from} sampai {to}.', '{from} to {to}.'],
  'week.saved': ['Disimpan {by}, {at}.', 'Saved by {by}, {at}.'],
  'week.never': ['Belum pernah disimpan.', 'Not saved yet.'],
  'week.usual': [
    'Pekan yang biasa; pekan lain dapat diisi dari sini.',
    'The week as it usually is; other weeks can be filled from it.',
  ],
  'go.before': ['Pekan sebelumnya', 'Week before'],
  'go.now': ['Pekan ini', 'This week'],
  'go.after': ['Pekan berikutnya', 'Week after'],
  'go.usual': ['Pola pekan', 'Usual week'],
  'fill.last': ['Salin pekan lalu', 'Copy last week'],
  'fill.usual': ['Isi dari pola', 'Fill from the usual week'],
  'fill.make': ['Jadikan pola', 'Make it the usual week'],
  'fill.rests': ['Usulkan istirahat', 'Suggest breaks'],
  print: ['Cetak', 'Print'],
  'filled.said': ['{n} giliran disalin.', '{n} shifts copied.'],
  'filled.left': ['{n} dilewati: {why}.', '{n} left out: {why}.'],
  'filled.none': ['Tidak ada yang bisa disalin.', 'Nothing to copy.'],
  'usual.said': ['Pola pekan disimpan.', 'The usual week is saved.'],
  'rests.said': ['{n} istirahat diusulkan.', '{n} breaks suggested.'],
  'rests.left': [
    'Tanpa istirahat, karena layanannya akan kosong: {who}.',
    'Without a break, because their service would be empty: {who}.',
  ],
  save: ['Simpan', 'Save'],
  undo: ['Urungkan', 'Undo'],
  unsaved: ['{n} perubahan belum disimpan.', '{n} changes not saved.'],
  saved: ['Tersimpan.', 'Saved.'],
  stale: [
    'Sambungan terputus: yang tampak mungkin bukan yang terbaru.',
    'Connection lost: this may not be the newest.',
  ],
  person: ['Petugas', 'Officer'],
  day: ['Hari', 'Day'],
  nobody: ['Belum ada yang bisa dijadwalkan', 'Nobody can be planned yet'],
  'nobody.why': ['Tambahkan petugas dahulu di administrasi.', 'Add officers in the administration first.'],
  table: ['Rencana pekan: petugas per hari', 'Plan of the week: officers by day'],
  keys: [
    'Panah pindah, Enter isi, Delete kosongkan, Ctrl+C salin, Ctrl+V tempel, Ctrl+Z urungkan.',
    'Arrows move, Enter fills, Delete empties, Ctrl+C copies, Ctrl+V pastes, Ctrl+Z undoes.',
  ],
  front: ['Meja depan', 'Front desk'],
  rest: ['ist. {from}–{to}', 'break {from}–{to}'],
  'rest.said': ['istirahat {from} sampai {to}', 'break {from} to {to}'],
  free: ['–', '–'],
  'free.said': ['tidak dijadwalkan', 'not planned'],
  insteadOf: ['menggantikan {who}', 'for {who}'],
  closed: ['tutup', 'closed'],
  'closed.holiday': ['libur', 'holiday'],
  away: ['tidak hadir', 'away'],
  findings: ['Yang belum pas', 'What does not fit'],
  'findings.none': ['Semua pas', 'Everything fits'],
  'findings.none.why': [
    'Setiap layanan punya petugas selama pintu buka.',
    'Every service has somebody while the doors are open.',
  ],
  'findings.more': ['{n} lagi.', '{n} more.'],
  clash: [
    '{who}, {day}: orang lain baru menyimpan “{theirs}”. Punya Anda: “{mine}”.',
    '{who}, {day}: somebody else has just saved “{theirs}”. Yours: “{mine}”.',
  ],
  'clash.mine': ['Pakai punya saya', 'Use mine'],
  'clash.theirs': ['Pakai yang tersimpan', 'Use what is saved'],
  'cell.title': ['{who}, {day}', '{who}, {day}'],
  'cell.counter': ['Tempat', 'Place'],
  'cell.from': ['Dari', 'From'],
  'cell.to': ['Sampai', 'To'],
  'cell.restFrom': ['Istirahat dari', 'Break from'],
  'cell.restTo': ['sampai', 'to'],
  'cell.add': ['Tambah giliran', 'Add a shift'],
  'cell.remove': ['Hapus giliran ini', 'Delete this shift'],
  'cell.done': ['Pakai', 'Use'],
  'cell.cancel': ['Batal', 'Cancel'],
  'cell.wrong': [
    'Giliran {n}: jam selesai harus sesudah jam mulai, dan istirahat di dalamnya.',
    'Shift {n}: it must end after it begins, with the break inside.',
  ],
  'cell.past': ['Hari ini sudah lewat: hanya dibaca.', 'This day is over: to be read only.'],
  'leave.title': ['Tidak hadir', 'Away'],
  'leave.kind': ['Alasan', 'Reason'],
  'leave.until': ['Sampai tanggal', 'Until'],
  'leave.partFrom': ['Dari jam (kosong: sehari penuh)', 'From (empty: whole day)'],
  'leave.partTo': ['Sampai jam', 'To'],
  'leave.add': ['Catat tidak hadir', 'Note as away'],
  'leave.remove': ['Hapus', 'Remove'],
  'leave.row': ['{kind}, {from} sampai {to}', '{kind}, {from} to {to}'],
  'leave.part': ['{from}–{to}', '{from}–{to}'],
  'leave.note': [
    'Langsung tersimpan. Alasan hanya dibaca pimpinan dan orangnya sendiri.',
    'Saved at once. The reason is read by those who lead and by the person alone.',
  ],
  'sub.title': ['Pengganti', 'Substitute'],
  'sub.for': ['{place}, {from}–{to}: siapa yang bebas?', '{place}, {from}–{to}: who is free?'],
  'sub.served': ['pernah melayani {n} dari {of} layanannya', 'has served {n} of its {of} services'],
  'sub.planned': ['dijadwalkan untuk {n} dari {of} layanannya', 'is planned for {n} of its {of} services'],
  'sub.front': ['biasa di meja depan', 'stands at the front desk'],
  'sub.none': ['Tidak ada yang bebas dan mengenal layanannya.', 'Nobody is free who knows its services.'],
  'sub.act': ['Jadwalkan', 'Plan'],
  'sub.label': ['Jadwalkan {who} di {place}', 'Plan {who} at {place}'],
  'now.title': ['Rencana dan kehadiran', 'Plan and presence'],
  'now.none': ['Tidak ada giliran menurut rencana saat ini.', 'No shift by the plan at this moment.'],
  'now.fine': ['Semua yang dijadwalkan ada di tempatnya.', 'Everybody planned is in place.'],
  'now.unseen': [
    '{who} belum tampak di {place}, seharusnya sejak {at}',
    '{who} not seen yet at {place}, due since {at}',
  ],
  'now.elsewhere': ['{who} duduk di {at}, rencananya {place}', '{who} sits at {at}, planned for {place}'],
  'now.empty': ['{place} kosong.', '{place} is empty.'],
  'now.resting': ['Istirahat bergiliran: {who}.', 'Resting in turn: {who}.'],
  'now.due': ['Baru mulai: {who}.', 'Just beginning: {who}.'],
  'now.away': ['Tidak hadir hari ini: {who}.', 'Away today: {who}.'],
  'now.call': ['Cari pengganti', 'Find a substitute'],
  'now.planned': ['{who} dijadwalkan di {place}, {from}–{to}.', '{who} is planned at {place}, {from}–{to}.'],
  'now.link': ['Buka rencana pekan', 'Open the plan of the week'],
  'own.title': ['Rencana saya', 'My plan'],
  'own.week': ['Pekan ini', 'This week'],
  'own.next': ['Pekan depan', 'Next week'],
  'own.none': ['Belum ada rencana.', 'Nothing planned yet.'],
  'desk.planned': ['Rencana: {place}, {from}–{to}', 'Planned: {place}, {from}–{to}'],
  'desk.rest': ['Istirahat menurut rencana: {from}–{to}.', 'Break by the plan: {from}–{to}.'],
  'paper.title': ['Rencana pekan {from} sampai {to}', 'Plan of the week {from} to {to}'],
  'paper.at': ['Dicetak {at} {zone}', 'Printed {at} {zone}'],
} as const satisfies Record<string, Words>
