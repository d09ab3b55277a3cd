import type { Words } from '../kit/words.ts'

/** How a kiosk, a display or a tablet comes into an office, on the page of devices. */
export const deviceText = {
  'where.title': ['Pasang kiosk, layar, atau tablet', 'Pair a kiosk, a display or a tablet'],
  'where.step1': ['Buka alamatnya di perangkat itu.', 'Open its address on that device.'],
  'where.step2': ['Baca kode delapan karakter di layarnya.', 'Read the code of eight characters on its screen.'],
  'where.step3': ['Ketik kodenya di bawah ini, beri nama, setujui.', 'Type the code below, name it, approve.'],
  'where.local': [
    'Alamat ini hanya bisa dibuka di komputer ini. Untuk perangkat lain, buka konsol lewat alamat server di jaringan, misalnya http://192.168.1.5:8080/console/, lalu baca lagi alamatnya di sini.',
    'These addresses open on this computer only. For other devices open the console by the server’s address on the network, such as http://192.168.1.5:8080/console/, and read the addresses here again.',
  ],
  'where.qr': ['Kode QR alamat {kind}', 'QR code of the address: {kind}'],
  'where.copy': ['Salin', 'Copy'],
  'where.copy.of': ['Salin alamat {kind}', 'Copy the address: {kind}'],
  'where.counter': ['Loket tempat tablet ini', 'Counter of this tablet'],
  'same.name': [
    'Sudah ada perangkat bernama {name}. Beri nama lain, atau tekan Setujui sekali lagi.',
    'There is a device called {name} already. Give another name, or press Approve once more.',
  ],
  'where.copied': ['Alamat {kind} tersalin.', 'Address copied: {kind}.'],
  'back.setup': ['Kembali ke persiapan kantor', 'Back to setting the office up'],
  coming: ['menunggu perangkatnya', 'waiting for the device'],
  'coming.why': [
    '{name} disetujui. Perangkatnya masuk sendiri dalam beberapa detik.',
    '{name} is approved. The device comes in by itself within seconds.',
  ],
  stayed: [
    '{name} tidak masuk dalam sepuluh menit. Muat ulang halamannya di perangkat itu, lalu setujui kode yang baru.',
    '{name} did not come in within ten minutes. Load its page anew on that device and approve the new code.',
  ],
  come: ['{name} sudah terpasang.', '{name} is paired.'],
} as const satisfies Record<string, Words>
