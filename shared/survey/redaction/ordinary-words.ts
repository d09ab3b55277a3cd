const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/))

/** Before the name of a person. */
export const TITLES: ReadonlySet<string> = words(`
pak bapak bpk pa bu ibu ibuk mas mba mbak mbk bang abang kak kakak ka kang teh teteh neng nong cak ning gus om tante pakde bude
paklik bulik sdr sdri saudara saudari tn tuan ny nyonya nona nn haji hajah h hj ust ustad ustaz ustadz ustadzah dr drs dra ir
prof ko koh ci cici uda uni daeng acil amang ajo bli mbok mbah nek nenek kakek kek dik dek adik adek mr mrs ms romo suster pendeta
`)

/** What somebody is; a name may follow. */
export const ROLES: ReadonlySet<string> = words(`
petugas pegawai cs kasir admin operator satpam security sekuriti teller staf staff oknum calo lurah camat kepala kabid kasi
kasubag sekretaris magang honorer resepsionis verifikator pelaksana atasan bos loket bagian seksi bidang almarhum almarhumah alm
suami istri anak ayah orangtua paman bibi keponakan cucu pemohon warga teman tetangga
`)

/** What only a person does or is said to be: it tells a name at the beginning of a sentence from a word. */
export const OF_PEOPLE: ReadonlySet<string> = words(`
melayani membantu menjelaskan menjawab marah bilang ngomong menyuruh meminta minta menolak membentak jutek judes galak cuek kasar
ketus sopan merokok tidur terlambat menyambut tersenyum senyum main mengobrol ngobrol memanggil menerima memberi bagian
mengatakan berkata bersikap bekerja kerja kerjanya orangnya mukanya suaranya teliti cekatan
`)

/** What is said of people and of other things as well. */
export const OFTEN_OF_PEOPLE: ReadonlySet<string> = words(`
ramah datang tolong sabar selalu sering tidak sangat kurang dan juga yang di lambat cepat malah perlu harus sudah belum suka pernah
`)

/** Names of people only behind a title. */
export const MONTHS: ReadonlySet<string> = words('mei juni juli agustus april september oktober november desember')

/** Before the name of a place: the office may know of which. */
export const BEFORE_PLACES: ReadonlySet<string> = words(`
di ke dari kota kabupaten kab kecamatan kec kelurahan kel desa provinsi prov pulau dusun kampung pasar bank rumah sakit rs
puskesmas sekolah universitas masjid gereja dinas kantor pemkot pemkab pemerintah negeri barat timur utara selatan tengah
`)

/**
 * Words of everyday Indonesian that may stand with a capital or behind a title and name nobody. Words with a beginning or an
 * ending of their own (*melayani*, *pelayanannya*) are known by it and are not listed.
 */
export const ORDINARY: ReadonlySet<string> = words(`
ac ada adalah adat adik agak agar air ajukan akan akhir akhirnya aku akta aktif alamat alasan alat amat ambil anak anda android
antara antre antri antrean antrian apa apalagi apel aplikasi april arah arsip asal asli atas atau aturan awal ayah ayo bagai
bagaimana bagi bagian bahasa bahkan baik balas balik bangku bangunan bank bantu banyak banget bapak barang baru basah bau bawa
bayar bayi beberapa becek beda begini begitu belakang beli belum benar bentar berapa beras berat berkas beres besar besok biar
biasa biaya bicara bila bisa blangko bocor boleh bolak bosan bpjs buat bubar buka bukan bukti buku bulan buram buru buruk busuk
cabut capek capil cari cek cepat cerita cetak coba cuma cukup dahulu dalam dan dapat dari data datang daftar daring deh dekat
dengan depan desa desember di dia diam difabel dinas dinding dingin disdukcapil diri dlm dll doang dokumen dong dosa download
dua duduk dukcapil dulu eh email empat enak enam eror error facebook februari foto fotokopi fotocopy formulir gak galak ganda
ganti ganteng gara gawat gedung gelap gimana gitu gratis guru habis hadir hak hal halaman halo hamil hanya hangat hari harap
harga harus hasil hati hebat hilang himbau hormat hp hujan huruf ia ibu identitas ijazah ikut indonesia info informasi ingat
ingin ini instagram internet isi istirahat istri itu izin jadi jadwal jaga jalan jalur jam jangan janji januari jarak jatuh jari
jarang jauh jawab jaringan jelas jelek jemput jika jujur juga jumat jumlah kabar kacamata kacau kadang kaget kakek kaki kalau
kalian kalo kami kamis kamu kantor kapan kapok karena kartu karyawan kasihan kasir kasus kata katanya kayak ke kecamatan kecewa
kecil keliru keluar keluarga kelurahan kemarin kembali kenapa kepada kepala keras kerja kertas ketat ketemu ketik ketua kia
kiosk kipas kira kirim kita kk kode kok komplain komputer kompak konter koordinasi kosong kota kotak kotor ktp kualitas kuat
kuitansi kuno kuota kurang kursi kunci kurir lagi lah lahir lain lalu lama lamban lambat lampu lancar langsung lansia lantai
lapangan laporan laptop layan layanan layar lebih legalisir lelah lelet lemot lengkap lewat lha libur lihat lima loh lokasi
loket losmen lu luar luas lucu lulus lumayan lupa lurah lurus maaf maap macam macet maghrib main maju maka makan makasih makin
maklumat malah malam malas males malu mampu mana manja mantap mantul mari maret masa masalah masih masjid maskapai masuk masukan
mati mau medsos meja mending mesin mesti mau minat minggu minim minimal minta minum mobil mohon motor muda mudah mulai mulu
mungkin murah musala mushola nah naik nama namun nanti nasib ngga nggak ngak gak niat nik nilai no noda nol nomor november
nunggu nurut nyaman nyata oke ok oknum oktober olah online orang pada padahal pagar pagi paham pakai pake paket paling panas
panggil panitia panjang panduan papan parah parkir parkiran paspor pas pasar pasti pastikan payah pegawai pejabat pelan pelit
pemda pemerintah pemkot pendek penduduk pengumuman penting penuh perlu pernah persis pertahankan pertama pesan petugas petunjuk
pihak pikir pintar pintu plus polisi ponsel posisi prosedur proses pulang puas pula pulpen pun pungli puskesmas pusing putus qr
quota rabu ramah ramai rapi rasa rata rawan ribet ribu ribut rokok ruang ruangan rubah rumah rumit rusak sabar sabtu sabun saja
sakit salah salam salut sama samping sampai sampah sana sangat santai saran sarana sarankan satpam satu saya sayang sebab
sebaiknya sebelum sedang sedih sedikit segera sehari seharusnya sejak sekali sekarang sekolah selalu selama selasa selesai
semakin semangat sembilan semoga semua sen sendiri senin senyum sepi seperti september sepuluh sering server sesak sesuai
setelah setiap si siap siang siapa sibuk silakan sikap sim singkat sini sinyal sistem situ skck smp sma soal sopan sore
sosial spanduk stempel strategis sua suami suara sudah sukses suka sulit sumpah sungguh suruh supaya surat susah tadi tahan tahap
tahu tahun tak takut tambah tampilan tanda tangan tangga tanggal tanggap tanpa tanya tapi target tata tau tegas teh telat
teliti telepon teman tempat tengah tentang tenang tepat terang terima terimakasih terlalu terus tetap tetapi tiap tiba tidak
tidur tiga tiket tim tinggal tinggi tingkatkan toilet tolong tong tua tuh tujuan tujuh tuli tulis tumben tunggu turun tutup ujung
umum umur unggah untuk urus urut usaha usia usul usulan ulang wa waduh waktu walau wajib wajar wajah wangi warga warna waspada
wc web website whatsapp wib wifi wit wita ya yaitu yang yg youtube yth zona
bos pemuda pengunjung difabel disabilitas istimewa selasar ruko lift sanitasi kamera cctv monitor speaker mikrofon printer
garuda pancasila islam kristen katolik hindu budha lebaran natal nyepi idulfitri ramadan puasa
ulu ilir seberang samarinda balikpapan bontang tenggarong kutai kalimantan kaltim sangatta berau penajam paser jakarta jawa sumatra sumatera
sulawesi papua bali ntt ntb maluku aceh medan bandung surabaya semarang yogyakarta solo malang bogor depok bekasi tangerang
makassar manado palu kendari ambon jayapura mataram kupang denpasar banjarmasin banjar pontianak palangkaraya tarakan
padang pekanbaru jambi palembang lampung batam bengkulu serang cirebon lanka jepang korea malaysia singapura arab
`)
