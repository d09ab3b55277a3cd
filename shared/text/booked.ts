import type { CancelReason, CloseReason } from '../queue/day.ts'
import type { Words } from '../kit/words.ts'

/** What the page of a ticket says about bookings: before the visit, at the door, and when something came between. */
export const bookedText = {
  'cancelled.title': ['Reservasi ini sudah dibatalkan', 'This booking was cancelled'],
  'lost.title': ['Mohon maaf, waktu Anda tidak bisa dipakai', 'We are sorry, your time cannot be used'],
  'lost.undone': ['Keputusan itu sudah dicabut.', 'That has been taken back.'],
  'lost.anew': ['Anda sudah punya reservasi lain.', 'You have another booking.'],
  'lost.when': ['Waktu lama: {date}, {time}.', 'The old time: {date}, {time}.'],
  'lost.wish': ['Anda tidak lagi dalam daftar tunggu hari itu.', 'You are no longer on the waitlist of that day.'],
  'cancelled.what': [
    'Untuk datang lain kali, buat reservasi baru atau ambil nomor di kantor.',
    'To come another time, make a new booking or take a number at the office.',
  ],
  'label.booked': ['Nomor reservasi', 'Booking number'],
  'label.wait': ['Nomor daftar tunggu', 'Waitlist number'],
  'label.draw': ['Kode undian Anda', 'Your draw code'],
  'title.booked': ['Reservasi {number}, {time}', 'Booking {number}, {time}'],
  'title.offered': ['Ada tempat untuk Anda, {number}', 'A place for you, {number}'],

  looks: [
    'Tautan ini hanya untuk melihat. Hanya pemegang nomor yang bisa mengubahnya.',
    'This link only looks. Only the holder of the number can change it.',
  ],

  saved: ['Reservasi tersimpan', 'Booking saved'],
  'booked.title': ['Sampai jumpa pukul {time}', 'See you at {time}'],
  'booked.day': ['{date} di {office}', '{date} at {office}'],
  when: ['Datang', 'Come'],
  window: ['Check-in', 'Check-in'],
  bring: ['Bawa', 'Bring'],
  'bring.papers': ['{n} berkas', '{n} papers'],
  'bring.paper': ['1 berkas', '1 paper'],
  'bring.none': ['Tanpa berkas', 'No papers'],
  have: ['sudah ada', 'in hand'],
  code: ['Kode reservasi', 'Booking code'],
  qr: ['Kode QR untuk check-in di kiosk', 'QR code for checking in at the kiosk'],
  'dock.qr': [
    'Tunjukkan QR ini di kiosk. Tangkapan layar juga bisa.',
    'Show this QR code at the kiosk. A screenshot works too.',
  ],

  'check.title': ['Sudah di kantor?', 'Are you at the office?'],
  'check.what': [
    'Pindai QR di kiosk, atau ketik kode yang tampil di layar ruang tunggu.',
    'Scan the QR code at the kiosk, or type the code on the hall screen.',
  ],
  'check.code': ['Kode di layar ruang tunggu', 'Code on the hall screen'],
  'check.act': ['Saya sudah di sini', 'I am here'],
  'check.late': ['Waktu check-in lewat pukul {until}', 'Check-in ended at {until}'],
  'check.late.what': [
    'Anda tetap boleh masuk. Bila tempatnya sudah diberikan, giliran Anda dihitung sejak tiba, seperti antrean langsung.',
    'You may still come in. If the place was given on, your turn counts from when you arrive, like a walk-in.',
  ],

  late: [
    'Anda masuk sebagai antrean langsung, karena check-in setelah batas waktu reservasi. Giliran dihitung sejak Anda tiba.',
    'You are in line as a walk-in, because you checked in after the time of your booking. Your turn counts from when you arrived.',
  ],

  'byNumber.title': ['Check-in di kiosk pukul {time}', 'Checked in at the kiosk at {time}'],
  'byNumber.what': [
    'Check-in ini memakai nomor reservasi, bukan kode QR. Bila bukan Anda, ketuk tombol ini. Reservasi Anda tetap ada, dan nomornya tidak bisa dipakai orang lain lagi.',
    'This check-in used the booking number, not the QR code. If it was not you, tap this button. Your booking stays, and nobody else can use its number again.',
  ],
  'byNumber.act': ['Bukan saya', 'It was not me'],

  'released.title': ['Tempat Anda sudah diberikan ke orang lain', 'Your place was given to somebody else'],
  'released.why': [
    'Sampai pukul {until} belum ada check-in, jadi tempat pukul {time} dipakai oleh yang menunggu. Tidak ada catatan buruk untuk Anda.',
    'There was no check-in until {until}, so the place at {time} went to somebody who waited. Nothing is held against you.',
  ],
  'released.still': [
    'Anda tetap boleh datang: check-in seperti biasa, giliran dihitung sejak Anda tiba.',
    'You may still come: check in as usual, your turn counts from when you arrive.',
  ],

  'closed.title': ['{service} sedang ditutup', '{service} is closed for now'],
  'closed.until': ['Diperkirakan buka lagi pukul {time}.', 'Expected to open again at {time}.'],
  'closed.keep': [
    'Reservasi Anda tidak hangus. Tunggu kabar, atau pindah sekarang.',
    'Your booking is not lost. Wait for news, or move it now.',
  ],
  'closed.waits': [
    'Nomor Anda tetap berlaku dan tetap bisa dipanggil. Kabarnya muncul di halaman ini.',
    'Your number still stands and can still be called. News appears on this page.',
  ],
  'shut.title': ['Kantor tutup hari ini', 'The office is closed today'],
  'shut.keep': [
    'Bila Anda masih di kantor, tanyakan kepada petugas. Bila tidak, pesan hari lain.',
    'If you are still at the office, ask the staff. If not, book another day.',
  ],
  'closed.move': ['Pindah ke {date}, {time}', 'Move to {date}, {time}'],
  'closed.other': ['Pilih jadwal lain', 'Choose another time'],

  'wait.title': ['Anda di daftar tunggu, urutan {n}', 'You are on the waitlist, place {n}'],
  'wait.what': [
    'Bila ada tempat kosong pada {date}, tempat itu ditawarkan kepada Anda di halaman ini dan lewat pesan, bila Anda memintanya. Anda punya beberapa menit untuk mengambilnya.',
    'When a place on {date} comes free it is offered to you on this page, and by message if you asked for it. You have some minutes to take it.',
  ],
  'wait.walk': ['Datang langsung pada hari itu juga selalu bisa.', 'You can always walk in on that day too.'],
  'wait.leave': ['Keluar dari daftar tunggu', 'Leave the waitlist'],

  'offer.title': ['Ada tempat untuk Anda: {date}, {time}', 'A place for you: {date}, {time}'],
  'offer.why': [
    'Seseorang tidak datang atau mengembalikan tempatnya, dan Anda berikutnya di daftar tunggu.',
    'Somebody did not come or gave the place back, and you are next on the waitlist.',
  ],
  'offer.until': [
    'Ambil sebelum pukul {time} ({n} menit lagi). Sesudah itu ditawarkan ke urutan berikutnya.',
    'Take it before {time} ({n} more minutes). After that it goes to the next in line.',
  ],
  'offer.closed': [
    'Tempat ini tetap ditawarkan kepada Anda. Begitu layanan dibuka lagi, Anda punya waktu penuh untuk mengambilnya.',
    'This place stays offered to you. Once the service opens again, you have the whole time to take it.',
  ],
  'offer.act': ['Ambil tempat ini', 'Take this place'],
  'offer.ended': ['Tawaran berakhir {date}, {time}', 'The offer ended on {date}, {time}'],
  'offer.no': ['Tidak jadi, berikan ke orang lain', 'No, give it to somebody else'],

  'draw.title': ['Anda ikut undian', 'You are in the draw'],
  'draw.what': [
    'Diundi {date} pukul {time}. Semua yang mendaftar punya peluang sama, kapan pun mendaftarnya.',
    'Drawn on {date} at {time}. Everybody who asked has the same chance, whenever they asked.',
  ],
  'draw.then': [
    'Hasilnya muncul di halaman ini. Simpan tautannya. Yang belum mendapat tempat masuk daftar tunggu.',
    'The result appears on this page. Keep its link. Whoever gets no place goes on the waitlist.',
  ],
  'draw.record': ['Cara undian dan hasilnya', 'How the draw works, and its result'],
  'draw.left': ['Anda tidak ikut undian lagi', 'You have left the draw'],
  'draw.leave': ['Batal ikut undian', 'Leave the draw'],

  'moved.open': ['Buka reservasi yang baru', 'Open the new booking'],
  again: ['Pesan antrean lagi', 'Book again'],
  'again.other': ['Lihat layanan lain', 'See other services'],

  home: ['Ke beranda', 'To the start'],
  'here.act': ['Saya di sini', 'I am here'],
  'pass.title': ['Saya butuh waktu', 'I need some time'],
  'pass.price': [
    'Butuh waktu: mundur paling banyak {n} orang, nomor tetap milik Anda.',
    'If you need time, up to {n} people go first; the number stays yours.',
  ],
  'here.known': ['Petugas tahu Anda sudah di sini.', 'The staff know that you are here.'],
  'here.desk': [
    'Tanpa ponsel: tunjukkan nomor ini di meja depan.',
    'Without a phone: show this number at the front desk.',
  ],
  'row.cancel': ['Batalkan nomor ini', 'Cancel this number'],
  'row.other': ['Tidak bisa kembali? Pesan hari lain', 'Cannot come back? Book another day'],

  move: ['Ganti jadwal', 'Change the time'],
  cancel: ['Batalkan, beri tempat ke orang lain', 'Cancel, give the place to somebody else'],
  share: ['Bagikan ke keluarga', 'Share with family'],
  calendar: ['Simpan ke kalender', 'Add to calendar'],
  'calendar.remove': ['Hapus dari kalender', 'Remove from the calendar'],
  back: ['Kembali ke nomor', 'Back to the number'],

  'files.title': ['Kirim berkas lebih dulu', 'Send papers beforehand'],
  'files.what': [
    'Tidak wajib. Petugas bisa memeriksa lebih dulu. Foto atau PDF, dihapus setelah hari layanan. Tetap bawa aslinya.',
    'Not required. Officers can check them before you come. Photo or PDF, deleted after the service day. Bring the originals.',
  ],
  'files.pick': ['Pilih foto atau PDF', 'Choose a photo or PDF'],
  'files.send': ['Kirim berkas', 'Send file'],
  'files.size': ['{n} KB', '{n} KB'],
  'files.remove': ['Hapus', 'Remove'],
  'files.removeOne': ['Hapus {name}', 'Remove {name}'],

  'why.booked': [
    'Jam giliran Anda {due}: jam reservasi {slot}, {n} menit lebih awal.',
    'Your turn time is {due}: {n} minutes before the time that you booked, {slot}.',
  ],
  'why.bookedSame': [
    'Jam giliran Anda {due}: jam reservasi Anda.',
    'Your turn time is {due}: the time that you booked.',
  ],
  'why.opens': [
    'Sebelum pukul {opens} Anda hanya dipanggil bila tidak ada orang lain yang menunggu.',
    'Before {opens} you are called only when nobody else waits.',
  ],
  'why.late': [
    'Jam giliran Anda {due}: saat Anda check-in, karena lewat batas waktu reservasi.',
    'Your turn time is {due}: when you checked in, because the time of your booking had passed.',
  ],

  'alert.news': ['Beri tahu bila ada kabar', 'Tell me when there is news'],
  'alert.pushed': [
    'Suara, getar, dan pemberitahuan, juga saat halaman ini ditutup.',
    'Sound, vibration and a notification, also when this page is closed.',
  ],
  'alert.denied': [
    'Suara dan getar selama halaman ini terbuka. Pemberitahuan tidak diizinkan di ponsel ini.',
    'Sound and vibration while this page is open. Notifications are not allowed on this phone.',
  ],
  unsent: [
    'Belum ada jawaban: sambungan terputus. Coba lagi, tidak akan dobel.',
    'No answer: the connection was lost. Try again, it will not count twice.',
  ],
  sending: ['Mengirim', 'Sending'],
} as const satisfies Record<string, Words>

/** Why a service is closed for a while, as its bookers read it. */
export const closedWhy: Readonly<Record<CloseReason, Words>> = {
  systemDown: ['Sistem pusat sedang tidak bisa dipakai.', 'The national system is down.'],
  noOfficer: ['Petugasnya sedang tidak ada.', 'No officer is available.'],
  noMaterial: ['Bahan untuk mencetak sedang habis.', 'The material to print on has run out.'],
  emergency: ['Ada keadaan darurat di kantor.', 'There is an emergency at the office.'],
  other: ['Ada gangguan di kantor.', 'There is a disturbance at the office.'],
}

/** Why a ticket was cancelled by somebody other than its holder. */
export const cancelledWhy: Readonly<Record<CancelReason, Words>> = {
  desk: [
    'Dibatalkan di meja depan. Bila ini keliru, bertanyalah di sana.',
    'Cancelled at the front desk. If that is a mistake, please ask there.',
  ],
  moved: ['Reservasi ini sudah dipindah ke waktu lain.', 'This booking was moved to another time.'],
  void: [
    'Dibatalkan oleh kantor, karena dipesan bersama banyak reservasi lain dari satu ponsel atau jaringan. Bila Anda memang akan datang, bertanyalah di meja depan.',
    'Cancelled by the office, because it was booked with many others from one phone or network. If you do mean to come, please ask at the front desk.',
  ],
  holder: [
    'Yang datang ke loket bukan pemesannya, jadi reservasi ini berakhir. Bila ini keliru, bertanyalah di meja depan.',
    'Somebody other than the booker came to the counter, so this booking ended. If that is a mistake, please ask at the front desk.',
  ],
  gone: [
    'Anda sudah dilayani sebagian dan tidak kembali, jadi nomor ini ditutup.',
    'You were served in part and did not come back, so this number was closed.',
  ],
  lapsed: [
    'Hari itu selesai sebelum ada tempat, jadi nomor ini berakhir sendiri.',
    'The day ended before there was a place, so this number ended by itself.',
  ],
  dayClosed: [
    'Kantor tutup pada hari itu. Ini bukan kesalahan Anda dan tidak dicatat sebagai tidak datang.',
    'The office is closed on that day. This is not your fault, and you are not counted as absent.',
  ],
  hours: [
    'Jam buka kantor pada hari itu berubah. Ini bukan kesalahan Anda dan tidak dicatat sebagai tidak datang.',
    'The opening hours of that day have changed. This is not your fault, and you are not counted as absent.',
  ],
  breakTime: [
    'Waktu itu menjadi jam istirahat kantor. Ini bukan kesalahan Anda dan tidak dicatat sebagai tidak datang.',
    'The office now has its break at that time. This is not your fault, and you are not counted as absent.',
  ],
  bookingOff: [
    'Layanan ini tidak lagi menerima reservasi, jadi daftar tunggunya berakhir. Anda tetap dapat datang dan mengambil nomor di kantor.',
    'This service takes no bookings any more, so its waitlist has ended. You can still come and take a number at the office.',
  ],
  serviceOff: [
    'Kantor berhenti membuka layanan ini. Ini bukan kesalahan Anda dan tidak dicatat sebagai tidak datang.',
    'The office has stopped offering this service. This is not your fault, and you are not counted as absent.',
  ],
}
