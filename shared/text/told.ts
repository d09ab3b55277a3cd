import type { PhoneChannel } from '../messages/message.ts'
import type { Words } from '../kit/words.ts'

/** Names of the roads to a phone. */
export const channelText: Readonly<Record<PhoneChannel, Words>> = {
  whatsapp: ['WhatsApp', 'WhatsApp'],
  sms: ['SMS', 'SMS'],
  telegram: ['Telegram', 'Telegram'],
}

/** What the page of a ticket says of what will be told where. */
export const toldText = {
  phone: [
    'Kami memberi tahu lewat {channel} ke nomor yang berakhiran ••{end}: {when}.',
    'We tell you by {channel} at the number that ends in ••{end}: {when}.',
  ],
  push: [
    'Kami memberi tahu peramban yang meminta kabar nomor ini: {when}.',
    'We tell the browser that asked for news of this number: {when}.',
  ],
  none: [
    'Kami tidak mengirim pesan untuk nomor ini. Lihat halaman ini atau layar ruang tunggu.',
    'We send no message for this number. Watch this page or the screen in the hall.',
  ],
  'none.given': [
    'Nomor ponsel ••{end} dipakai meja depan untuk menemukan reservasi Anda, bukan untuk mengirim pesan. Lihat halaman ini.',
    'The front desk uses the phone number ••{end} to find your booking, not to send messages. Watch this page.',
  ],
  'none.document': [
    'Kami tidak mengirim pesan untuk dokumen ini. Lihat halaman ini dari waktu ke waktu.',
    'We send no message for this document. Look at this page from time to time.',
  ],
  'when.booked': [
    'sebelum jamnya, saat giliran mendekat, dan saat dipanggil',
    'before your time, when your turn is near and when you are called',
  ],
  'when.turn': ['saat giliran mendekat dan saat dipanggil', 'when your turn is near and when you are called'],
  'when.survey': ['{when}, lalu tautan survei setelah selesai', '{when}, then the link of the survey when it is over'],
  'when.place': ['saat ada tempat untuk Anda', 'when there is a place for you'],
  'when.document': ['saat dokumen siap diambil', 'when the document is ready to collect'],
} as const satisfies Record<string, Words>
