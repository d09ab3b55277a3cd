/**
 * Small letters and digits with single spaces. Both spellings of the queue are understood; only the one of the
 * dictionary is shown.
 * @example plain('Antrian, KTP-el!') // 'antrean ktp el'
 */
export function plain(text: string): string {
  return text
    .normalize('NFD')
    .toLowerCase()
    .replace(/[\u0300-\u036f'’]/g, '')
    .replace(/[^a-z0-9]+/g, ' ')
    .replace(/\bantri(an)?\b/g, (_, an?: string) => (an ? 'antrean' : 'antre'))
    .trim()
}

/** Words people put around what they look for; they say nothing about which service. Their stems are meant too. */
const EMPTY = new Set(
  `ada adakah adalah agar ai aja aku anda apa apakah apalagi apanya arep ari atas atau atuh bagaimana bagi bahwa baik bang
  banget bantu bantuan begini belum berapa besok biaya biar bikin bisa blm boleh bos brp bu buat buka bukan bund butuh cara carane
  cari cepat coba cuma dalam dan dapat dapatkan dari daripada dek dekat deng dengan depan di dimana disini disitu dong dr
  dulu emang enak gak gawe gimana gini gmn gmna gratis gue guna gw hai halo handak hari harus hello hi hendak ingin ini itu
  iya jam jadi jd jika juga jumat kabeh kah kak kakak kalau kali kalo kami kamu kan kantor kapan karena kasih kayak ke kemana
  kenapa kepada kepengen ketika kh kita klo kok koq kpd krn kudu kula kulo kumaha lagi lah lain lama lalu layanan lewat loh
  loket lokasi mahu maka makasih malah mana mas mau mba mbak melalui memang mengenai mesti min minggu minta misal mo moga mohon
  nak nan nang nda ndak ngga nggak nih nak nya nyari oh ok oke oleh om ongkos online pada pak paling pakai pake para pas pelayanan
  pengen pengin penting pernah perlu persyaratan piye pingin pun punya punyaku permisi proses prosedur sabtu saja salam sama sampai
  sangat sarat sayang saya sbg sdh sebagai sebuah segera sekarang sekali selamat semua senin seperti seseorang siang sih silakan
  sm soal sore supaya susah sudah syarat tadi tanpa tapi tau tdk tempat tentang terima terus tetap tgl tiap tidak tlg tok tolong
  tp trs tu tuh tujuan tutup udah udh ulun untuk urus urusan utk wae waktu yaitu yang yg antre antrean nomor ambil mengambil daftar
  mendaftar pendaftaran ajukan mengajukan pengajuan permohonan pemohon bapak ibu kini lgi lg
  a an the to get want need my i for of in on at is are how do can where please make have with and me it what hello help`
    .split(/\s+/)
    .filter(word => word !== ''),
)

/** Whether a word says nothing about what is looked for, also with a beginning or an ending (`mengurus`, `urusin`). */
export function saysNothing(word: string, forms: readonly string[]): boolean {
  return EMPTY.has(word) || forms.some(form => form.length >= 4 && EMPTY.has(form))
}

/** The words of a text; letters that stand alone one after another are one word (`k t p`). */
export function wordsOf(text: string): readonly string[] {
  return plain(text)
    .replace(/\b[a-z](?: [a-z]\b)+/g, letters => letters.replaceAll(' ', ''))
    .split(' ')
    .filter(word => word !== '')
}
