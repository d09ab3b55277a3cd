import { foundIn } from '../kit/found-in.ts'

/** What somebody wants, as far as one message tells. */
export type Wish = 'queue' | 'status' | 'cancel' | 'rate' | 'help' | 'yes' | 'no' | 'en' | 'id'

const WISHES: Readonly<Record<Wish, RegExp>> = {
  en: /^(en|eng|english|inggris|bahasa inggris)$/,
  id: /^(id|indo|indonesia|bahasa indonesia)$/,
  yes: /^(y|ya+|iya+|yes|yup|yap|yo|ok|oke|okay|ok ya|betul|benar|setuju|jadi|ya batalkan|ya batal)$/,
  no: /^(t|n|no|not?|tidak|tdk|g|ga|gak|gk|nggak|ngga|enggak|engga|jangan|tidak usah|ga usah|gak usah)$/,
  cancel: /\b(batal|batalkan|btl|cancel|(ga|gak|gk|nggak|ngga|tidak|tdk) jadi)\b/,
  rate: /\b(nilai|penilaian|rating|rate|bintang)\b/,
  status: /\b(status|cek|check|posisi|giliran|sampai mana|sampe mana|nomor berapa|no berapa|berapa lagi|masih lama)\b/,
  queue:
    /\b(ng?antri|antri|antre|antrian|antrean|mengantri|ngantre|daftar|pesan|booking|book|reservasi|queue|ambil nomor|ambil no|nomor|ticket|tiket)\b/,
  help: /\b(bantu|bantuan|tolong|help|menu|info|mulai|start|halo|hallo|hai|hi|hello|assalamualaikum|selamat (pagi|siang|sore|malam)|cara)\b|^\?*$/,
}

const DIGITS: Readonly<Record<string, number>> = {
  nol: 0,
  zero: 0,
  satu: 1,
  pertama: 1,
  one: 1,
  dua: 2,
  kedua: 2,
  two: 2,
  tiga: 3,
  ketiga: 3,
  three: 3,
  empat: 4,
  keempat: 4,
  four: 4,
  lima: 5,
  enam: 6,
  tujuh: 7,
  delapan: 8,
  sembilan: 9,
  sepuluh: 10,
}

/**
 * A message as typed on a phone, without case, accents, signs, and letters held too long.
 * @example plain('  Antriii, dong!! ') // 'antri dong'
 */
export function plain(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .replace(/[^\p{L}\p{N}?]+/gu, ' ')
    .replace(/(\p{L})\1{2,}/gu, '$1')
    .trim()
}

/**
 * What a message asks for, in everyday spelling, or `undefined`.
 * @example wishOf('mau antrian KTP') // 'queue'
 */
export function wishOf(text: string): Wish | undefined {
  const said = plain(text)
  return (Object.keys(WISHES) as Wish[]).find(wish => WISHES[wish].test(said))
}

/**
 * The one number in a message, in digits or words.
 * @example numberIn('nomor dua ya') // 2
 */
export function numberIn(text: string): number | undefined {
  const found = plain(text)
    .split(' ')
    .flatMap(word => (/^\d{1,3}$/.test(word) ? Number(word) : (foundIn(DIGITS, word) ?? [])))
  return found.length === 1 ? found[0] : undefined
}

/** The places of the entries whose words the message names most closely; several when it does not tell them apart. */
export function namedIn(text: string, entries: readonly (readonly string[])[]): readonly number[] {
  const said = ` ${plain(text)} `
  const scores = entries.map(words =>
    Math.max(0, ...words.map(w => plain(w)).map(w => (w.length > 1 && said.includes(` ${w} `) ? w.length : 0))),
  )
  const best = Math.max(0, ...scores)
  return best === 0 ? [] : scores.flatMap((score, place) => (score === best ? [place] : []))
}
