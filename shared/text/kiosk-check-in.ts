import type { Words } from '../kit/words.ts'

/** What the kiosk says when a booked citizen checks in. */
export const checkInText = {
  'home.title': ['Check-in reservasi', 'Check in a booking'],
  'home.small': ['Pindai kode QR dari ponsel atau kertas', 'Scan the QR code on your phone or paper'],
  lead: ['Sudah pesan dari rumah? Cukup satu langkah.', 'Booked from home? It takes one step.'],
  'scan.title': ['Pindai kode QR', 'Scan the QR code'],
  'scan.how': [
    'Hadapkan kode QR di ponsel atau kertas Anda ke pemindai. Tidak perlu menyentuh apa pun.',
    'Hold the QR code on your phone or paper to the scanner. Nothing to touch.',
  ],
  'number.title': ['Atau ketik nomor reservasi', 'Or type your booking number'],
  'number.how': ['Huruf dahulu, lalu angkanya', 'Letters first, then the digits'],
  'number.shown': ['Nomor yang diketik', 'Number typed'],
  'number.none': ['Belum ada nomor yang diketik', 'No number typed yet'],
  'proof.title': ['Reservasi {number}', 'Booking {number}'],
  'proof.how': [
    'Ketik 3 angka terakhir nomor ponsel pemesan, atau 4 angka kode reservasi',
    'Type the last 3 digits of the booking’s phone number, or the 4 digits of the booking code',
  ],
  'proof.shown': ['Angka yang diketik', 'Digits typed'],
  'proof.none': ['Belum ada angka yang diketik', 'No digits typed yet'],
  'proof.wrong': [
    '{number} dan angka itu tidak cocok. Periksa keduanya, pindai kode QR, atau ke meja depan.',
    '{number} and those digits do not match. Check both, scan the QR code, or go to the front desk.',
  ],
  'proof.many': [
    'Terlalu sering salah. Silakan pindai kode QR atau ke meja depan.',
    'Wrong too often. Please scan the QR code or go to the front desk.',
  ],
  'proof.keys': ['Angka ponsel atau kode reservasi', 'Digits of the phone or the booking code'],
  next: ['Lanjut', 'Continue'],
  'keys.series': ['Huruf nomor reservasi', 'Letters of the booking number'],
  'keys.digits': ['Angka nomor reservasi', 'Digits of the booking number'],
  'keys.erase': ['Hapus', 'Erase'],
  act: ['Check-in', 'Check in'],
  busy: ['Menyimpan check-in Anda', 'Saving your check-in'],
  again: ['Menyimpan, percobaan ke-{n}', 'Saving, attempt {n}'],
  retry: ['Coba lagi', 'Try again'],
  unsaved: ['Belum tersimpan. Coba lagi, tidak akan dobel', 'Not saved yet. Try again, it will not count twice'],
  early: [
    'Check-in dibuka pukul {time}. Silakan duduk, lalu kembali ke sini pukul {time}.',
    'Check-in opens at {time}. Please take a seat and come back here at {time}.',
  ],
  'early.day': [
    'Reservasi ini untuk {day}. Check-in hari itu dibuka pukul {time}.',
    'This booking is for {day}. Check-in opens that day at {time}.',
  ],
  'unknown.number': [
    '{number} tidak ada dalam reservasi hari ini. Periksa nomornya, atau tanya meja depan.',
    '{number} is not among the bookings of today. Check the number, or ask the front desk.',
  ],
  'unknown.code': [
    'Kode itu bukan reservasi di kantor ini. Ketik nomor reservasi, atau tanya meja depan.',
    'That code is not a booking of this office. Type the booking number, or ask the front desk.',
  ],
  lost: [
    'Waktu reservasi ini tidak bisa dipakai lagi karena jadwal kantor berubah. Pilih waktu lain di halaman reservasi, atau ke meja depan.',
    'The time of this booking can no longer be used because the office changed its schedule. Choose another time on its page, or go to the front desk.',
  ],
  looks: [
    'Kode itu hanya untuk melihat. Pindai kode QR pemegangnya, atau ketik nomor reservasi.',
    'That code only looks. Scan the holder’s own QR code, or type the booking number.',
  ],
  'state.in': [
    '{number} sudah check-in dan ada dalam antrean. Silakan perhatikan layar.',
    '{number} has checked in and is in line. Please watch the screen.',
  ],
  'state.missed': [
    '{number} sudah dipanggil dan terlewat. Silakan ke meja depan.',
    '{number} was called and missed. Please go to the front desk.',
  ],
  'state.over': [
    '{number} sudah tidak berlaku. Ambil nomor baru, atau tanya meja depan.',
    '{number} is no longer valid. Take a new number, or ask the front desk.',
  ],
  'state.waits': [
    '{number} belum mendapat tempat. Silakan tanya meja depan.',
    '{number} has no place yet. Please ask the front desk.',
  ],
  closed: ['Kantor sudah tutup, check-in tidak dapat dilakukan', 'The office is closed, check-in is not possible'],
  failed: [
    'Check-in belum dapat dilakukan. Silakan ke meja depan',
    'Check-in did not work. Please go to the front desk',
  ],

  done: ['Check-in berhasil', 'You are checked in'],
  'done.title': ['Sudah check-in. Nomor Anda', 'Checked in. Your number'],
  'done.now': ['Anda sudah dalam antrean', 'You are in line now'],
  'done.opens': ['Jam Anda {time}, lebih awal bila sepi', 'Your time is {time}, earlier if it is quiet'],
  'done.late': [
    'Check-in lewat {time}: Anda masuk sebagai antrean langsung',
    'Check-in after {time}: you join as a walk-in',
  ],
  'done.lateAnyhow': [
    'Check-in terlambat: Anda masuk sebagai antrean langsung',
    'Late check-in: you join as a walk-in',
  ],

  'low.scan': [
    'Hadapkan kode QR ke pemindai. Tanpa kode: pilih huruf nomor reservasi Anda',
    'Hold the QR code to the scanner. Without it: choose the letters of your booking number',
  ],
  'low.series': ['{letter}R, {service}', '{letter}R, {service}'],
  'low.digits': [
    'Ketik angka di belakang {letter}. Bintang menghapus, pagar untuk lanjut',
    'Type the digits behind {letter}. Star erases, hash goes on',
  ],
  'low.proof': [
    'Ketik tiga angka terakhir nomor ponsel pemesan, atau empat angka kode reservasi. Bintang menghapus, pagar untuk check-in',
    'Type the last three digits of the phone number, or the four digits of the booking code. Star erases, hash checks in',
  ],
  'low.proved': ['Diketik: {digits}', 'Typed: {digits}'],
  'low.typed': ['Nomor: {number}', 'Number: {number}'],
} as const satisfies Record<string, Words>
