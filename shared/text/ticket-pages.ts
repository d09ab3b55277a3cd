import type { Words } from '../kit/words.ts'

/** What only the server says of a ticket, apart from what a phone loads with its page: other pages, refusals, files for the calendar. */
export const ticketPagesText = {
  'page.demo': ['Demo, data contoh', 'Demo, sample data'],
  'page.other': ['EN', 'ID'],
  'page.otherName': ['English', 'Bahasa Indonesia'],
  'page.actions': ['Tindakan', 'Actions'],
  'page.notMine': ['Ini bukan ponsel saya: lupakan nomor ini', 'This is not my phone: forget this number'],
  'page.reload': ['Muat ulang halaman', 'Reload the page'],
  'page.noscript': [
    'Halaman ini memuat ulang sendiri setiap 30 detik.',
    'This page reloads by itself every 30 seconds.',
  ],
  'visit.title': ['Perjalanan Anda', 'Your visit'],
  'visit.waited': ['menunggu {n} menit', 'waited {n} min'],
  'visit.served': ['dilayani {n} menit', 'served {n} min'],
  'visit.since': ['menunggu sejak {at}', 'waiting since {at}'],
  'visit.serving': ['dilayani sejak {at}', 'being served since {at}'],
  'visit.done': ['selesai', 'done'],
  'visit.now': ['sekarang', 'now'],
  'visit.dropped': ['{service} tidak dilayani pada tanggal {date}.', '{service} is not offered on {date}.'],
  'visit.days': ['{service} hanya dilayani pada hari {days}.', '{service} is offered on {days} only.'],
  'visit.rest': ['Layanan lain dalam kunjungan ini tetap berjalan.', 'The rest of this visit goes on.'],
  'visit.collect': ['Ambil sekaligus: {date}', 'Collect all at once: {date}'],
  early: ['Belum waktunya check-in. Dibuka pukul {from}.', 'Check-in is not open yet. It opens at {from}.'],
  'share.title': ['Bagikan ke keluarga', 'Share with family'],
  'share.what': [
    'Lewat tautan ini keluarga bisa melihat nomor dan gilirannya. Mereka tidak bisa membatalkan atau mengubahnya.',
    'With this link your family can see the number and its turn. They cannot cancel or change it.',
  ],
  'share.link': ['Tautan untuk disalin', 'Link to copy'],
  'share.whatsapp': ['Kirim lewat WhatsApp', 'Send by WhatsApp'],
  'share.sms': ['Kirim lewat SMS', 'Send by SMS'],
  'share.text': ['Nomor {number}, {service}, di {place}: {link}', 'Number {number}, {service}, at {place}: {link}'],
  'calendar.name': ['{service}, nomor {number}', '{service}, number {number}'],
  'calendar.what': [
    'Check-in {from}–{until} di {office}. Bawa: {papers}',
    'Check-in {from}–{until} at {office}. Bring: {papers}',
  ],
  'did.sent': ['Berkas terkirim. Petugas bisa membukanya.', 'File sent. Officers can open it.'],
  'did.removed': ['Berkas dihapus.', 'File removed.'],
  'did.undone': [
    'Check-in dibatalkan. Reservasi Anda tetap ada: check-in dengan kode QR di kiosk.',
    'The check-in is undone. Your booking stands: check in with the QR code at the kiosk.',
  ],
  'files.smaller': [
    'Foto ulang dengan ukuran lebih kecil, atau kirim halaman satu per satu.',
    'Take the photo again in a smaller size, or send the pages one by one.',
  ],
  'files.kinds': [
    'Berkas ini bukan foto JPEG atau PNG, dan bukan PDF. Pilih berkas lain, atau foto ulang.',
    'This file is no JPEG or PNG photo and no PDF. Choose another file, or take a photo.',
  ],
  noscript: ['Halaman ini memuat ulang sendiri setiap 2 menit.', 'This page reloads by itself every 2 minutes.'],
} as const satisfies Record<string, Words>
