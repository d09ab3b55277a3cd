/** What a suggestion is about; one may be about several things, and about none of these. */
export const TOPICS = [
  'time',
  'cost',
  'manner',
  'place',
  'system',
  'requirements',
  'information',
  'complaints',
] as const
export type Topic = (typeof TOPICS)[number]

/** Beginnings of words that speak of a topic, also behind a prefix (`menunggu`, `dipersulit`). */
const SPOKEN: Readonly<Record<Topic, RegExp>> = {
  time: of(
    'lama lelet lemot lambat telat terlambat cepat gercep tunggu nunggu antre antri ngantri jam|menit waktu|terlalu pagi',
  ),
  cost: of('biaya bayar tarif gratis mahal murah pungut pungli uang denda kuitansi calo ongkos rupiah rp'),
  manner: of('ramah sopan judes jutek ketus galak marah cuek senyum sikap kasar sabar bentak sombong sapa petugasnya'),
  place: of(
    'kursi duduk toilet wc parkir ruang ac|kipas panas gerah kotor bersih musala mushola gedung lantai tangga sempit becek',
  ),
  system: of(
    'sistem server jaringan error eror aplikasi website web|online daring internet wifi komputer mesin kiosk blangko offline',
  ),
  requirements: of(
    'syarat persyarat berkas dokumen fotokopi prosedur ribet rumit bolak|berbelit sulit lengkap materai formulir',
  ),
  information: of('informasi info jelas petunjuk papan pengumuman bingung penjelas beritahu kabar tanda arah'),
  complaints: of('adu pengaduan keluh lapor tanggap kritik telepon chat balas'),
}

function of(roots: string): RegExp {
  const any = roots.split(/[ |]/).map(root => (root.length <= 3 ? `${root}(?!\\p{L})` : root))
  return new RegExp(
    `(?<!\\p{L})(?:(?:men?g?|pen?g?|di|ke|se|ter|per|diper|memper|ber)(?=\\p{L}{4}))?(?:${any.join('|')})`,
    'iu',
  )
}

/**
 * What a text is about, in the order of the list.
 * @example topicsOf('Tunggu dua jam, kursi kurang') // ['time', 'place']
 */
export function topicsOf(text: string): readonly Topic[] {
  return TOPICS.filter(topic => SPOKEN[topic].test(text))
}

/** Those of some texts that are about a topic and hold every word that is looked for, whatever its letters' size. */
export function textsAbout(texts: readonly string[], topic: Topic | undefined, sought: string): readonly string[] {
  const words = sought.toLowerCase().split(/\s+/)
  return texts.filter(text => {
    const small = text.toLowerCase()
    return (topic === undefined || topicsOf(text).includes(topic)) && words.every(word => small.includes(word))
  })
}
