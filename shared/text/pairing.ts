import type { Words } from '../kit/words.ts'

/** What a kiosk, display or tablet says while it is not paired with an office yet. */
export const pairingText = {
  'pairing.kiosk': ['Kiosk ini belum terpasang', 'This kiosk is not paired yet'],
  'pairing.display': ['Layar ini belum terpasang', 'This display is not paired yet'],
  'pairing.tablet': ['Tablet ini belum terpasang', 'This tablet is not paired yet'],
  'pairing.code': ['Kode pemasangan', 'Pairing code'],
  'pairing.sound': [
    'Sentuh layar ini atau tekan satu tombol, supaya boleh bersuara',
    'Touch this screen or press a key, so that it may speak',
  ],
  'pairing.step1': ['Masuk ke konsol sebagai administrator', 'Sign in to the console as administrator'],
  'pairing.step2': ['Buka “Perangkat”, lalu ketik kode ini', 'Open “Devices”, then type this code'],
  'pairing.step3': [
    'Beri nama dan setujui. Layar ini lanjut sendiri',
    'Name it and approve. This screen goes on by itself',
  ],
  'pairing.left': ['Kode baru dalam {time}', 'A new code in {time}'],
  'pairing.asking': ['Menghubungi server', 'Contacting the server'],
  'pairing.unreachable': ['Server belum terjangkau', 'The server cannot be reached yet'],
  'pairing.rehearsal': ['Sedang geladi', 'A rehearsal is running'],
  'pairing.rehearsal.why': [
    'Perangkat ini bisa disandingkan sesudah geladi berakhir.',
    'This device can be paired once it is over.',
  ],
  'pairing.trying': ['Kami mencoba lagi setiap beberapa detik.', 'We try again every few seconds.'],
} as const satisfies Record<string, Words>
