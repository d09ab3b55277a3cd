import type { CloseReason } from '../queue/day.ts'
import type { Words } from '../kit/words.ts'

/** The words for a service that is closed for a while. */
export const closingText = {
  title: ['Layanan ditutup sementara', 'Services closed for a while'],
  none: ['Semua layanan berjalan.', 'All services are running.'],
  since: ['Sejak {at}', 'Since {at}'],
  until: ['sampai {at}', 'until {at}'],
  open: ['sampai dibuka lagi', 'until it is opened again'],
  act: ['Tutup layanan', 'Close a service'],
  'act.open': ['Buka lagi', 'Open again'],
  'act.open.label': ['Buka lagi {service}', 'Open {service} again'],
  'ask.title': ['Tutup layanan sementara', 'Close a service for a while'],
  'ask.lead': [
    'Kiosk, layar ruang tunggu, dan halaman nomor langsung mengatakannya. Yang sudah antre tetap dilayani.',
    'Kiosk, hall and ticket pages say so at once. Those in line are still served.',
  ],
  'ask.reason': ['Karena', 'Because of'],
  'ask.until': ['Sampai pukul (boleh kosong)', 'Until (may be empty)'],
  'ask.past': ['Pilih jam yang belum lewat hari ini.', 'Choose a time of today that has not passed.'],
  'ask.service': ['Pilih layanan dahulu.', 'Choose a service first.'],
  'ask.told': [
    '{n} reservasi hari ini membacanya di halaman nomornya. Pesan hanya sampai kepada yang punya saluran aktif.',
    '{n} bookings of today read it on the page of their number. A message reaches only those with a channel that works.',
  ],
  'ask.toldNone': ['Tidak ada reservasi hari ini yang terdampak.', 'No booking of today is affected.'],
  'ask.waiting': ['{n} orang sudah antre dan tetap dilayani.', '{n} people are in line and are still served.'],
  'ask.already': [
    'Layanan ini sudah ditutup. Alasan dan jamnya diganti.',
    'It is closed already. Reason and time change.',
  ],
  'ask.go': ['Tutup sekarang', 'Close now'],
  'ask.cancel': ['Batal', 'Cancel'],
  'done.closed': ['{service} ditutup. {n} reservasi terdampak.', '{service} is closed. Bookings affected: {n}.'],
  'done.opened': [
    '{service} dibuka lagi. {n} reservasi dapat dilayani lagi.',
    '{service} is open again. Bookings that can be served again: {n}.',
  ],
} as const satisfies Record<string, Words>

/** The reasons for closing a service, as the desk chooses them; `closeReasonText` has them for citizens. */
export const closeReasonLabel = {
  systemDown: ['Sistem pusat mati', 'The national system is down'],
  noOfficer: ['Petugas tidak ada', 'No officer is present'],
  noMaterial: ['Blangko atau bahan habis', 'Forms or material ran out'],
  emergency: ['Keadaan darurat', 'Emergency'],
  other: ['Alasan lain', 'Another reason'],
} as const satisfies Record<CloseReason, Words>
