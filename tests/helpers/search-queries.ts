/**
 * What people type when they look for a service of the demo office, and what they mean by it. The first table was there
 * when the search was made; the second was written afterwards by other eyes, and is kept apart so that a change shows
 * whether it helps with words it was not made for.
 */
export type Table = Readonly<Record<string, string>>

/** Services by id; several words after one another are one search, searches are parted by `|`. */
export const FIRST: Table = {
  'ktp-el':
    'ektp|e-ktp|ktp|buat ktp baru|kehilangan ktp|ktp ilang|ktp saya hilang|ktp rusak patah|cetak ulang ktp|rekam ktp anak 17 th|' +
    'bikin ktp|mau bikin ktp pertama kali|perekaman e ktp|ktp elektronik|kartu tanda penduduk|ktpel|ktp kecopetan|ktp buram tidak terbaca|' +
    'umur 17 tahun blm punya ktp|ganti ktp lama jadi elektronik|ngurus ktp yg ilang|ktp blm jadi|lost id card|foto ktp|sidik jari|KTP patah dua',
  'kartu-keluarga':
    'pecah kk|kk|buat kk baru|kk ilang|kartu keluarga rusak|karu keluarga|tambah anggota kk|masukkan anak ke kk|kk pisah dari orang tua|pisah kk|' +
    'kartukeluarga|keluarkan nama dari kk|kk setelah nikah|bikin kk sendiri|kk barcode|numpang kk|family card|gabung kk|kk baru menikah',
  'akta-kelahiran':
    'akta kelahran|akte lahir|akta anak|bikin akte bayi|anak baru lahir|surat lahir|akta lahir telat|akte hilang|istri melahirkan|kelahiran|lahiran|' +
    'akta kelahiran anak kedua|birth certificate|anak belum punya akte|surat kelahiran dari bidan',
  'akta-kematian':
    'surat kematian|orang tua meninggal|akte kematian|suami wafat|bapak saya meninggal dunia|lapor kematian|almarhum|akta mati|death certificate|keterangan ahli waris',
  'akta-perkawinan':
    'akta nikah|daftar nikah non muslim|nikah gereja|kawin catatan sipil|catat perkawinan|akte perkawinan hindu|pernikahan kristen|marriage',
  'akta-perceraian': 'cerai|akta cerai|mau bercerai|surat cerai|perceraian non muslim|divorce',
  'pindah-datang':
    'surat pindah|pindah kota|pindah alamat ke luar kota|pindah domisili|skpwni|pindahan dari jakarta|numpang pindah|pindah masuk samarinda|cabut berkas pindah|pindah rumah beda kecamatan|moving',
  'perubahan-data':
    'salah nama|ganti alamat di ktp|tanggal lahir salah|ganti status kawin|ubah pekerjaan di kk|beda nama di ijazah|perbaikan data|nama tidak sesuai akta|tambah gelar|ganti agama',
  'kartu-identitas-anak': 'kia|kartu anak|ktp anak|bikin kia|kartu identitas anak sekolah|identitas anak tk',
  'identitas-digital':
    'ikd|ktp digital|aktivasi ikd|identitas kependudukan digital|ktp di hp|barcode ikd|aplikasi ikd ganti hp',
  legalisir: 'cap basah|legalisir kk|legalisir akta|fotokopi legalisir|stempel|legalisasi ktp|cap dinas',
  konsultasi: 'komplain|pengaduan|nik ganda|nik tidak ditemukan|mau tanya|data tidak online|nik tidak aktif|bingung',
}

const FIRST_ELSEWHERE: Table = {
  SIM: 'perpanjang sim|sim a|bikin sim c|sim mati',
  Paspor: 'paspor|bikin paspor umroh',
  'STNK, BPKB, pajak kendaraan': 'pajak motor|stnk hilang|balik nama mobil',
  SKCK: 'skck',
  'BPJS Kesehatan, JKN': 'bpjs|bpjs mati',
  'Pajak dan NPWP': 'npwp',
  'Sertifikat tanah': 'sertifikat tanah',
  'Buku nikah (Islam)': 'buku nikah kua',
}

/** Written before its results were seen, in the voices of other people. */
export const SECOND: Table = {
  'ktp-el':
    'assalamualaikum min mau tanya syarat bikin ktp buat anak yg baru 17|kartu tanda pengenal hilang di angkot|KTP SAYA TERCECER|katepe ilang|pengganti ktp yang rusak|ktp kelipat dan pecah|' +
    'handak meulah ktp|gawe ktp anyar|ktp nya udah pudar|foto di ktp jelek mau ganti|rekaman mata dan jari|saya belum pernah punya ktp|kptp rusak|kartu penduduk saya dimakan rayap|lost my identity card|e-KTP lecet tidak bisa dibaca mesin|kapan ktp saya bisa diambil',
  'kartu-keluarga':
    'misah kk|kartu kluarga|kk sobek kena banjir|anak belum masuk kk|cara menambahkan bayi di kartu keluarga|mau keluar dari kk orang tua karena sudah menikah|kk ku hilang pas pindahan|nambah mantu di kk|ganti kepala keluarga karena suami meninggal|' +
    'KK lama mau jadi kk baru yang ada barcodenya|katu keluarga hilang|bikin kk setelah cerai|istri belum terdaftar di kk|cetak ulang kartu keluarga',
  'akta-kelahiran':
    'akte klahiran|anak umur 5 tahun belum ada aktenya|nyieun akta budak|lahiran di rumah dukun belum punya akta|bayi umur 2 minggu urus apa dulu|aktakelahiran hilang dimana ngurusnya|cetak ulang akta lahir|anak tanpa bapak mau buat akta|akta kelahiran rusak kena air|register birth of my baby|akte lahir orang dewasa',
  'akta-kematian':
    'nenek saya baru saja meninggal|akta kematin|mbah kakung sedo|urus surat orang mati|ayah meninggal tahun lalu belum dilaporkan|akta meninggal untuk klaim asuransi|abah meninggal di rumah sakit|register a death|surat keterangan meninggal dunia|suami sudah almarhum kk masih ada namanya',
  'akta-perkawinan':
    'mau daftar nikah di capil|akte pernikahan katolik|syarat kawin di catatan sipil|nikah sama bule|surat nikah hilang nasrani|menikah di gereja bulan depan|register our wedding|akta perkawinn|nikahan budha',
  'akta-perceraian':
    'sudah putus pengadilan negeri mau ambil akta cerai|pisah sama istri|akta perceraian kristen|pegatan|surat cerei|get divorced',
  'pindah-datang':
    'mau pindah ke balikpapan|surat keterangan pindah wni|pindahan dari jawa mau jadi warga sini|boyongan|pindah kontrakan beda kelurahan|saya mau ganti domisili ke samarinda|suami pindah ikut istri|pinda alamat|ktp bontang mau dijadikan ktp samarinda|moving to another city|surat jalan pindah penduduk|lapor datang',
  'perubahan-data':
    'nama di kk salah huruf|tanggal lahir di ktp beda dengan akta|rubah status jadi kawin|alamat ktp tidak sesuai|ganti pekerjaan dari pelajar jadi karyawan swasta|nama ibu kandung keliru|pindah agama|revisi data ktp|namaku kurang satu huruf|status masih belum kawin padahal sudah nikah|my name is misspelled|benerin nama anak',
  'kartu-identitas-anak':
    'ktp buat anak sd|kartu identitas bocah|kartu kia rusak|syarat KIA umur 5 tahun|identitas untuk anak dibawah 17 tahun|kartu buat bayi',
  'identitas-digital':
    'download ikd|cara login ktp digital|ikd ke blokir|ktp hp|aktivasi identitas digital petugas|ikd lupa password|qr ktp di handphone',
  legalisir:
    'legalisir akte|minta cap di fotokopi kk|foto kopi akta dilegalisasi|stempel basah buat daftar polisi|fc legalisir|legalisr',
  konsultasi:
    'petugas tidak ramah mau lapor|nik saya dipakai orang lain buat pinjol|nik tidak terbaca saat daftar bpjs|saya bingung harus kemana|mau ngadu|data saya tidak muncul di dukcapil online|nik belum update di pusat|konsultasi',
}

const SECOND_ELSEWHERE: Table = {
  SIM: 'simnya mati 2 bulan|bikin sim|drivers license|perpanjangan sim keliling',
  Paspor: 'paspor anak|mau ke luar negeri bikin pasport|perpanjang paspor',
  'STNK, BPKB, pajak kendaraan': 'bayar pajak motor tahunan|ganti plat 5 tahunan|bpkb hilang|stnk mati',
  SKCK: 'bikin skck buat lamaran|surat kelakuan baik',
  'BPJS Kesehatan, JKN': 'daftar bpjs|bpjs nunggak|kartu kis',
  'BPJS Ketenagakerjaan': 'cairin jht',
  'Pajak dan NPWP': 'lapor spt|bikin npwp|lupa efin',
  'Sertifikat tanah': 'balik nama sertifikat rumah|sertifikat tanah hilang',
  'Izin usaha, NIB': 'buat nib|ijin usaha warung',
  'Bantuan sosial': 'cek bansos|tidak dapat pkh',
  'Surat kelurahan': 'sktm buat sekolah|surat keterangan tidak mampu|surat pengantar rt',
  'Kartu kuning (AK-1)': 'kartu kuning pencari kerja',
  'Listrik dan air': 'tagihan listrik',
}

/** Things of other agencies, by the name under which the demo office tells of them. */
export const ELSEWHERE: Table = Object.fromEntries(
  [...new Set([...Object.keys(FIRST_ELSEWHERE), ...Object.keys(SECOND_ELSEWHERE)])].map(name => [
    name,
    [FIRST_ELSEWHERE[name], SECOND_ELSEWHERE[name]].filter(Boolean).join('|'),
  ]),
)

/** What no office of this town does at a counter. */
export const NOTHING: readonly string[] = [
  ...['asdfgh', 'ayam goreng', 'tiket pesawat', 'wifi', 'parkir', 'toilet', 'budi santoso', 'harga emas'],
  ...['servis motor', 'potong rambut', 'sewa gedung', 'bengkel', 'resep dokter'],
]

/** A third time, again before its results were seen: what a front desk hears in a week. */
export const THIRD: Table = {
  'ktp-el':
    'tolong dibantu cara mencetak KTP yang hilang di pasar kemarin sore|anak saya sudah tujuh belas tahun pengen punya ktp|ktp elektrik|ktpel rusak|mau foto ktp untuk pertama kali|KTP lama masih yang laminating mau diganti|' +
    'hilang dompet isi ktp|ngganti ktp ilang|ktp bahari handak diganti|replace damaged id|perekamn ktp|mau perekaman biometrik|ktp ketinggalan di bis hilang|cetak e ktp|rekam KTP untuk difabel di rumah|kartu identitas hilang',
  'kartu-keluarga':
    'bikin kartu keluarga baru habis nikah|menambah bayi ke kk|update kartu keluarga|kartu keluarga ilang|pisahkan kk dari mertua|kk basah kehujanan|numpang alamat kk saudara|KK nya kececer|cetak kk barcode|mau jadi kepala keluarga sendiri|kartu klg|tambah jiwa kk|anak belum tercantum di kartu keluarga|kaka kartu keluarga',
  'akta-kelahiran':
    'anak lahir di bidan mau buat akte|akta kelahian|akte anak umur 10 th blm ada|surat keterangan lahir jadi akta|kutipan akta lahir kedua hilang|akta lahir buat daftar sekolah|cara bikin akta untuk bayi baru|akta klahiran dewasa telat|istri habis lahiran|my son was born',
  'akta-kematian':
    'ortu wafat urus akta|surat kematian buat asuransi|kakek meninggal|akta kematian istri|lapor orang meninggal|kematian di luar kota|bapakku sudah ninggal|mertua meningal dunia|suami saya meninggal mau urus pensiun janda',
  'akta-perkawinan':
    'daftar pernikahan non islam|mau nikah di capil|akte kawin hilang|catatan perkawinan hindu|menikah beda negara|pencatatn perkawinan|nikah adat sudah lama belum dicatat',
  'akta-perceraian': 'akta perceraian|daftar cerai kristen|baru cerai di pn|akte cerai hilang|perceraian',
  'pindah-datang':
    'saya mau pindah domisili ke bontang|surat pindah antar provinsi|baru pindah dari makassar|cara urus pindah alamat kk satu keluarga|alih domisili|pendatang baru lapor|pindah kelurahan|skpwni dari jawa timur|mutasi keluarga ikut dinas tni|ingin jadi warga samarinda',
  'perubahan-data':
    'nama di ktp beda dengan ijazah|salah tulis tanggal lahir|ubah status belum kawin jadi kawin|ganti pekerjaan di ktp|tempat lahir keliru|koreksi nama ayah|alamat berubah karena pemekaran|data ktp salah|tambahkan gelar sarjana|menikah mau ubah status|perubahan agama di kk',
  'kartu-identitas-anak':
    'buat kia|kia untuk bayi|KIA hilang|kartu identitas anak umur 3 tahun|ktp untuk anak kecil|bikin kartu anak',
  'identitas-digital':
    'aktivasi ktp digital|ikd error|install identitas digital|scan qr ikd|hp baru ikd harus aktivasi lagi|ktp elektronik di handphone',
  legalisir:
    'legalisir kartu keluarga|legalisir ktp buat bank|pengesahan fotokopi akta|cap legalisir|legalisasi dokumen|fotokopi kk dicap',
  konsultasi:
    'nik dobel|mau komplen pelayanan|ada pungutan liar|nik belum terdaftar di bpjs|konsul dulu|pengaduan petugas|data tidak sinkron dengan bank|nik tidak valid',
}
