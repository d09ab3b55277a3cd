import type { MessageKind, MessageValues } from '../messages/message.ts'
import { PLACES, type OwnMessages, type Place } from '../messages/own-words.ts'
import { say } from './text.ts'
import type { Lang, Words } from '../kit/words.ts'

/** One kind of message: its title (Web Push alone shows it) and its sentence. */
interface Template {
  readonly title: Words
  readonly text: Words
}

/** What is sent to a phone: short, without a name, with the number first. */
export const MESSAGES: Readonly<Record<MessageKind, Template>> = {
  booked: {
    title: ['Nomor Anda {number}', 'Your number {number}'],
    text: [
      'Nomor {number}, {service}, {time}. Tunjukkan saat datang: {link}',
      'Number {number}, {service}, {time}. Show this when you arrive: {link}',
    ],
  },
  reminder: {
    title: ['Pengingat: {number}', 'Reminder: {number}'],
    text: [
      'Jangan lupa: nomor {number}, {service}, {time}, di {place}. {papers}: {link}',
      'Remember: number {number}, {service}, {time}, at {place}. {papers}: {link}',
    ],
  },
  threeLeft: {
    title: ['3 lagi: {number}', '3 left: {number}'],
    text: [
      'Tinggal 3 nomor sebelum {number} ({service}). Silakan ke ruang tunggu: {link}',
      '3 numbers left before {number} ({service}). Please come to the hall: {link}',
    ],
  },
  called: {
    title: ['{number} dipanggil', '{number} is called'],
    text: ['Nomor {number} dipanggil di {counter}. {link}', 'Number {number} is called at {counter}. {link}'],
  },
  putBack: {
    title: ['{number} kembali ke antrean', '{number} is back in line'],
    text: [
      'Mohon maaf, {counter} berhenti melayani. Nomor {number} kembali ke gilirannya semula, tunggu panggilan: {link}',
      'We are sorry, {counter} has stopped serving. Number {number} is back at its old place, please wait for the call: {link}',
    ],
  },
  serviceClosed: {
    title: ['{service} ditutup', '{service} is closed'],
    text: [
      '{service} ditutup, nomor {number} tidak dilayani {time}. Tunggu kabar, atau pindah bila ada waktu lain: {link}',
      '{service} is closed, number {number} cannot be served {time}. Wait for news, or move if there is another time: {link}',
    ],
  },
  serviceOpened: {
    title: ['{service} buka lagi', '{service} is open again'],
    text: [
      '{service} buka lagi. Nomor {number} tetap berlaku, check-in sampai {time}. Tidak sempat? Pindah di sini: {link}',
      '{service} is open again. Number {number} still holds, check in until {time}. Cannot make it? Move it here: {link}',
    ],
  },
  timeLost: {
    title: ['Waktu {number} tidak bisa dipakai', 'The time of {number} cannot be used'],
    text: [
      'Mohon maaf, jadwal kantor berubah: nomor {number} ({service}, {time}) tidak berlaku lagi. Langkah berikutnya ada di halaman nomor ini: {link}',
      'We are sorry, the office changed its schedule: number {number} ({service}, {time}) is no longer valid. What you can do is on the page of this number: {link}',
    ],
  },
  placeOffered: {
    title: ['Ada tempat kosong', 'A place is free'],
    text: [
      'Ada tempat {service}, {time}. Ambil sebelum diberikan ke yang lain: {link}',
      'A place for {service}, {time}. Take it before it goes to somebody else: {link}',
    ],
  },
  released: {
    title: ['{number} dilepas', '{number} was released'],
    text: [
      'Nomor {number} ({service}, {time}) dilepas karena belum datang sampai batas waktu. Masih bisa antre di tempat: {link}',
      'Number {number} ({service}, {time}) was released because nobody came in time. You can still join the line on the spot: {link}',
    ],
  },
  drawn: {
    title: ['Hasil undian {service}', 'Result of the draw for {service}'],
    text: [
      'Undian {service} sudah selesai. Hasil Anda dan cara memeriksanya: {link}',
      'The draw for {service} is over. Your result and how to check it: {link}',
    ],
  },
  documentReady: {
    title: ['Dokumen siap diambil', 'Your document is ready'],
    text: [
      'Dokumen {service} (nomor {number}) siap diambil. Jam buka: {link}',
      'The document of {service} (number {number}) is ready. Opening hours: {link}',
    ],
  },
  documentReturned: {
    title: ['Berkas dikembalikan', 'Your papers were returned'],
    text: [
      'Permohonan {service} (nomor {number}) dikembalikan. Yang perlu dilengkapi: {link}',
      'Your application for {service} (number {number}) was returned. What is missing: {link}',
    ],
  },
  documentDelayed: {
    title: ['Tanggal baru dokumen Anda', 'A new date for your document'],
    text: [
      'Maaf, dokumen {service} (nomor {number}) terlambat. Tanggal baru: {time}. Lihat sebabnya: {link}',
      'Sorry, your document of {service} (number {number}) is late. New date: {time}. See why: {link}',
    ],
  },
  survey: {
    title: ['Nilai layanan kami', 'Rate our service'],
    text: [
      'Terima kasih sudah datang untuk {service}. Bagaimana layanan kami? Kurang dari satu menit, tanpa nama: {link}',
      'Thank you for coming for {service}. How was our service? It takes less than a minute and no name: {link}',
    ],
  },
  chatReply: { title: ['Antrean', 'Queue'], text: ['{text}', '{text}'] },
}

/** A message in words, and as a named template with values by position for providers that send approved templates only. */
export interface WrittenMessage {
  readonly title: string
  readonly text: string
  readonly template: string
  readonly values: readonly string[]
}

/**
 * Writes a message, in the office's own words where it has some; `origin` is the address under which citizens reach the office,
 * and without it no link is sent.
 * @example writeMessage('called', { number: 'A-012', counter: 'Loket 3' }, 'id', undefined).text // 'Nomor A-012 dipanggil di Loket 3.'
 */
export function writeMessage(
  kind: MessageKind,
  values: MessageValues,
  lang: Lang,
  origin: string | undefined,
  own?: OwnMessages,
): WrittenMessage {
  const { title, text } = MESSAGES[kind]
  const order = placesOf(kind)
  const words = kind === 'chatReply' || !own?.[kind][0] ? text : own[kind]
  const link = origin !== undefined && values.path !== undefined ? origin + values.path : ''
  const all: Record<string, string> = { link, ...values }
  const filled = Object.fromEntries([...order, 'number', 'service'].map(name => [name, all[name] ?? '']))
  return {
    title: say(title, lang, filled),
    // Without a link the sentence that leads to it ends where it stands.
    text: say(words, lang, filled).trim().replace(/:$/, '.'),
    template: `tanggap_${kind}_${lang}`.toLowerCase(),
    values: order.map(name => all[name] ?? ''),
  }
}

function placesOf(kind: MessageKind): readonly (Place | 'text')[] {
  return kind === 'chatReply' ? ['text'] : PLACES[kind]
}
