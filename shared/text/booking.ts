import type { Words } from '../kit/words.ts'

/** What the live page of a ticket says. */
export const bookingText = {
  'page.others': ['Lainnya', 'More'],

  'title.waiting': ['{number} · {people} di depan', '{number} · {people} ahead'],
  'title.soon': ['{people} lagi · {number}', '{people} to go · {number}'],
  'title.next': ['Anda berikutnya · {number}', 'You are next · {number}'],
  'title.called': ['Silakan ke {counter} · {number}', 'Please go to {counter} · {number}'],
  'title.other': ['Nomor {number}', 'Number {number}'],

  'people.some': ['{n} orang', '{n} people'],
  'people.one': ['1 orang', '1 person'],

  'ticket.label': ['Nomor antrean Anda', 'Your queue number'],
  'ticket.step': ['Langkah {n} dari {of}', 'Step {n} of {of}'],
  'ticket.ahead': ['Di depan Anda', 'Ahead of you'],
  'ticket.expected': ['Perkiraan dipanggil', 'Expected call'],
  'ticket.unknown': ['Belum bisa diperkirakan', 'Cannot be estimated yet'],
  'ticket.closed': ['Loket belum buka', 'No counter is open yet'],
  'ticket.shut': ['Menunggu dibuka lagi', 'Waiting to open again'],
  'ticket.officeShut': ['Kantor tutup', 'The office is closed'],
  'ticket.held': [
    'Perkiraan ditunda: belum ada yang selesai dilayani',
    'Estimate on hold: nobody has been finished yet',
  ],
  'ticket.counter': ['Loket {id}', 'Counter {id}'],

  'soon.some': ['orang lagi, lalu Anda', 'more, then you'],
  'soon.next': ['Berikutnya giliran Anda', 'Your turn is next'],
  'soon.where': ['Mohon sudah berada di ruang tunggu.', 'Please be in the waiting room.'],
  'called.number': ['Nomor {number} dipanggil', 'Number {number} is called'],
  'called.go': ['Silakan ke', 'Please go to'],
  'called.at': ['Dipanggil pukul {time}.', 'Called at {time}.'],
  'called.missed': [
    'Terlewat? Dalam {n} menit sentuh “Saya di sini” pada halaman ini, atau datang ke meja depan.',
    'Missed it? Within {n} minutes tap “I am here” on this page, or come to the front desk.',
  ],
  'serving.title': ['Sedang dilayani di {counter}', 'Being served at {counter}'],
  'serving.tablet': [
    'Setelah selesai, Anda bisa menilai layanan di tablet di loket, bila ada.',
    'Afterwards you can rate the service on the tablet at the counter, where there is one.',
  ],
  'serving.then': ['Setelah selesai, Anda bisa menilai layanan di sini.', 'Afterwards you can rate the service here.'],
  'missed.title': ['Panggilan Anda terlewat', 'You missed your call'],
  'missed.until': [
    'Bisa kembali sampai pukul {time}, lewat “Saya di sini” atau meja depan.',
    'Can return until {time}, by “I am here” or the front desk.',
  ],
  'missed.late': [
    'Batas kembali pukul {time} sudah lewat. Nomornya tetap berlaku, lewat “Saya di sini” atau meja depan.',
    'The time to return ended at {time}. The number still works, by “I am here” or the front desk.',
  ],
  'missed.at': ['{number} terlewat pukul {time}', '{number} was missed at {time}'],
  'missed.back': [
    'Nomor Anda masih berlaku. Sentuh “Saya di sini”, lalu tunggu: Anda dipanggil sesudah paling banyak {n} orang.',
    'Your number still stands. Tap “I am here”, then wait: you are called after {n} people at most.',
  ],
  'missed.next': [
    'Nomor Anda masih berlaku. Sentuh “Saya di sini”, lalu tunggu: Anda dipanggil berikutnya.',
    'Your number still stands. Tap “I am here”, then wait: you are called next.',
  ],
  'missed.backLate': [
    'Nomor Anda masih berlaku. Sentuh “Saya di sini” begitu tiba: giliran dihitung dari saat itu.',
    'Your number still stands. Tap “I am here” once you are here: your turn counts from then.',
  ],
  'missed.by': ['Bisa kembali sampai', 'Come back before'],
  'missed.left': ['Tersisa', 'Left'],
  'missed.minutes': ['{n} menit', '{n} minutes'],
  'missed.why': ['Mengapa terlewat?', 'Why was it missed?'],
  'missed.because': [
    'Nomor Anda dipanggil dengan suara dan di layar, tetapi belum ada yang datang ke loket. Tidak ada catatan buruk untuk Anda.',
    'Your number was called by voice and on the screen, and nobody came to the counter. Nothing is held against you.',
  ],
  'parked.title': ['Layanan Anda ditunda', 'Your visit is on hold'],
  'parked.what': [
    'Lengkapi yang diminta petugas, lalu beri tahu meja depan. Tidak perlu mengambil nomor baru.',
    'Complete what the officer asked for, then tell the front desk. No new number is needed.',
  ],
  'done.title': ['Terima kasih, layanan selesai', 'Thank you, your visit is complete'],
  'done.at': ['Selesai pukul {time}.', 'Completed at {time}.'],
  'done.rated': ['Penilaian Anda sudah kami terima.', 'We have received your rating.'],
  'done.expired': ['Waktu untuk menilai sudah lewat.', 'The time for rating has passed.'],
  'done.rate': ['Nilai layanan ini', 'Rate this service'],
  'done.voluntary': [
    'Satu ketukan, sukarela. Petugas tidak melihat siapa yang menilai.',
    'One tap, voluntary. Officers do not see who rated.',
  ],
  'done.skm': ['Isi survei lengkap, 9 pertanyaan', 'Fill in the full survey, 9 questions'],
  'cancelled.title': ['Nomor ini sudah dibatalkan', 'This number was cancelled'],
  'cancelled.what': [
    'Untuk antre lagi, ambil nomor baru di kantor.',
    'To queue again, take a new number at the office.',
  ],
  'partly.title': ['Kunjungan Anda belum selesai', 'Your visit was not finished'],
  'partly.what': [
    'Anda sudah dilayani sebagian, lalu harinya berakhir. Silakan datang lagi atau pesan waktu lain.',
    'You were served in part, then the day ended. Please come again or book another time.',
  ],
  'unserved.title': ['Kantor tidak sempat melayani Anda', 'The office did not get to you'],
  'unserved.what': [
    'Hari itu berakhir sebelum nomor ini dilayani. Itu bukan kesalahan Anda. Silakan ambil nomor baru atau pesan waktu lain.',
    'The day ended before this number was served. That is not your fault. Please take a new number or book another time.',
  ],
  'over.title': ['Hari layanan sudah berakhir', 'The service day is over'],
  'over.what': [
    'Nomor ini tidak dipanggil lagi. Silakan ambil nomor baru pada hari layanan berikutnya.',
    'This number will not be called any more. Please take a new one on the next service day.',
  ],

  'fresh.at': ['Keadaan pukul {time} {zone}', 'As of {time} {zone}'],
  'fresh.now': ['Diperbarui baru saja', 'Updated just now'],
  'fresh.seconds': ['Diperbarui {n} detik lalu', 'Updated {n} seconds ago'],
  'fresh.less': ['Diperbarui kurang dari 1 menit lalu', 'Updated less than a minute ago'],
  'fresh.minutes': ['Diperbarui {n} menit lalu', 'Updated {n} min ago'],
  'fresh.hours': ['Diperbarui {n} jam lalu', 'Updated {n} hours ago'],
  'fresh.quiet': ['Tersambung. Tidak ada perubahan sejak {time}', 'Connected. No change since {time}'],
  'fresh.stale': ['Menyambung kembali. Ini keadaan pukul {time}.', 'Reconnecting. This is how it was at {time}.'],
  'fresh.offline': [
    'Ponsel tidak tersambung. Ini keadaan pukul {time}.',
    'Your phone is offline. This is how it was at {time}.',
  ],
  'fresh.watch': ['Perhatikan juga layar di ruang tunggu.', 'Please also watch the screen in the hall.'],

  'alert.label': ['Beri tahu saat tinggal 3 orang', 'Tell me when 3 people are left'],
  'alert.called': ['Beri tahu saat dipanggil', 'Tell me when I am called'],
  'alert.on': ['aktif', 'on'],
  'alert.off': ['mati', 'off'],
  'alert.how': [
    'Suara pelan dan getar, selama halaman ini terbuka.',
    'Soft sound and vibration, while this page is open.',
  ],

  'why.title': ['Mengapa urutannya begini?', 'Why this order?'],
  'why.rule': [
    'Setiap nomor punya satu jam giliran. Loket selalu memanggil jam giliran yang paling awal di antara layanannya, jadi nomor berhuruf lain bisa dipanggil lebih dulu.',
    'Every number has one turn time. A counter always calls the earliest turn time among its services, so a number with another letter may be called first.',
  ],
  'why.walkIn': [
    'Jam giliran Anda {due}: saat Anda mengambil nomor.',
    'Your turn time is {due}: when you took your number.',
  ],
  'why.priority': [
    'Jam giliran Anda {due}: {n} menit lebih awal dari saat mengambil nomor, karena prioritas.',
    'Your turn time is {due}: {n} minutes before you took your number, because of priority.',
  ],
  'why.later': [
    'Jam giliran Anda {due}: dihitung lagi saat Anda kembali setelah terlewat.',
    'Your turn time is {due}: counted again when you came back after a missed call.',
  ],
  'why.credit': [
    'Lansia, penyandang disabilitas, ibu hamil, dan yang membawa balita didahulukan {n} menit, tidak lebih. Jadi semua tetap mendapat giliran.',
    'Older people, people with disabilities, pregnant women and those with small children come {n} minutes earlier, no more. So everybody gets a turn.',
  ],
  'why.record': [
    'Petugas tidak memilih dari daftar. Memanggil di luar urutan harus beralasan dan tercatat.',
    'Officers do not pick from a list. Calling out of order needs a reason and is on record.',
  ],
  'papers.title': ['Berkas yang perlu dibawa', 'Papers to bring'],
  'papers.none': ['Tidak ada berkas khusus untuk layanan ini.', 'No special papers for this service.'],
  'papers.ready': ['Siapkan di tangan', 'Have ready'],

  'cancel.yes': ['Ya, batalkan', 'Yes, cancel it'],
  'cancel.busy': ['Membatalkan', 'Cancelling'],
  'cancel.offline': [
    'Belum ada jawaban: sambungan terputus. Nomor mungkin sudah dibatalkan. Coba lagi untuk memastikan.',
    'No answer: the connection was lost. The number may be cancelled already. Try again to be sure.',
  ],
  'cancel.failed': [
    'Nomor ini tidak bisa dibatalkan lagi. Keadaannya baru saja berubah.',
    'This number can no longer be cancelled. Its state has just changed.',
  ],
} as const satisfies Record<string, Words>
