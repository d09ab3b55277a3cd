import type { Words } from '../kit/words.ts'

/** What a change of the settings does to those who have booked, as its maker reads it before saving. */
export const effectsText = {
  title: ['{n} reservasi terdampak', 'Bookings affected: {n}'],
  'title.counting': ['Akibat perubahan', 'What the change does'],
  counting: ['Menghitung siapa yang terdampak…', 'Counting whom it touches…'],
  lead: ['Belum tersimpan. Bila ditetapkan, ini yang terjadi:', 'Not saved yet. Once confirmed, this is what happens:'],
  'why.dayClosed': ['{n} pada hari yang menjadi tutup', '{n} on a day that will be closed'],
  'why.hours': ['{n} di luar jam buka yang baru', '{n} outside the new opening hours'],
  'why.breakTime': ['{n} dalam jam istirahat yang baru', '{n} within the new break'],
  'why.serviceOff': ['{n} untuk layanan yang tidak dibuka lagi', '{n} for a service that is no longer offered'],
  'why.bookingOff': [
    '{n} di daftar tunggu layanan yang tidak lagi menerima reservasi',
    '{n} on the waitlist of a service that takes no bookings any more',
  ],
  priority: ['prioritas: {n}', 'priority: {n}'],
  wishes: ['baru menunggu tempat: {n}', 'only waiting for a place: {n}'],
  entries: [
    '{n} pendaftar undian kehilangan jam pilihannya. Undian tetap diadakan pada waktunya: jam yang hilang dibaca sebagai jam terdekat, hari yang tutup tidak memberi tempat. Hasilnya dikabarkan saat itu.',
    'Entries of a draw that lose a time they asked for: {n}. The draw is held when it was promised: such a time is read as the nearest one, a closed day gives no place. They are told then.',
  ],
  moved: [
    'Tempatnya dilepas. Yang punya jam ditawari waktu lain dengan satu sentuhan, selama layanannya masih dibuka dan ada tempat. Yang lain memesan lagi. Tidak ada yang dicatat tidak datang.',
    'Their places are let go. Who had a time is offered another one in one tap, while the service is offered and a place is free. The others book anew. Nobody is counted as absent.',
  ],
  told: ['{n} dikabari lewat pesan.', 'Told by a message: {n}.'],
  untold: [
    '{n} tidak dikabari lewat pesan: mereka membacanya di halaman reservasi atau saat check-in.',
    '{n} get no message: they read it on the page of the booking or at the check-in.',
  ],
  undo: [
    'Bila keliru, ubah lagi pengaturannya: yang belum pindah ditawari waktunya yang lama, selama masih kosong.',
    'If it was a mistake, change the setting back: who has not moved yet is offered the old time while it is free.',
  ],
  none: [
    'Tidak ada yang terdampak lagi. Perubahan dapat disimpan.',
    'Nobody is touched any more. The change can be saved.',
  ],
  back: ['Jangan simpan dulu', 'Do not save yet'],
  again: ['Hitung lagi', 'Count again'],
  save: ['Lepas {n} reservasi', 'Let go {n}'],
  'save.none': ['Simpan perubahan', 'Save changes'],
  saved: ['Tersimpan dan sudah berlaku. {n} reservasi dilepas.', 'Saved and in force. Bookings let go: {n}.'],
  'saved.other': [
    'Tersimpan dan sudah berlaku. {n} reservasi dilepas, bukan {seen}: ada yang memesan atau membatalkan sesudah dihitung.',
    'Saved and in force. Bookings let go: {n}, not {seen}: some were booked or cancelled after they were counted.',
  ],
} as const satisfies Record<string, Words>
