import { demoOffice } from '../../server/demo/samarinda.ts'
import type { Words } from '../../shared/kit/words.ts'
import type { Agency } from '../../shared/office/agencies.ts'
import { DEFAULT_BOOKING, PLAIN_OFFICE, PLAIN_SERVICE } from '../../shared/office/defaults.ts'
import type { CounterInfo, OfficeInfo, ServiceInfo } from '../../shared/office/office.ts'
import { INNER_COMPONENTS, type ServiceStandard } from '../../shared/office/standard.ts'

/** A made-up hall of public services: code | agency | what for | its services. */
const HALL = `
AM|Air Minum|Sambungan baru|Sambungan air baru;Balik nama pelanggan air;Pindah meter air;Aduan air keruh;Tagihan air;Tutup sambungan air;Buka segel meter;Cek meteran air;Tangki air bersih
BD|Bank Daerah|Setor, rekening|Buka rekening tabungan;Setor tunai;Penarikan tunai;Ganti kartu ATM;Cetak rekening koran;Pinjaman usaha kecil;Deposito;Bayar retribusi;Transfer antarbank
BC|Bea Cukai|Impor, bawaan|Pendaftaran IMEI;Kiriman luar negeri;Izin pita rokok;Barang bawaan penumpang;Konsultasi ekspor;Akses kepabeanan;Pembebasan bea masuk;Lelang barang sitaan;Izin gudang berikat
BK|BPJS Kesehatan|Kartu, iuran|Kartu JKN;Pindah faskes;Tambah anggota keluarga;Bayar tunggakan iuran;Ubah kelas rawat;Aktifkan kepesertaan;Peserta mandiri baru;Rujukan cuci darah;Bayi baru lahir
BT|BPJS Pekerja|Klaim hari tua|Klaim jaminan hari tua;Klaim kecelakaan kerja;Jaminan kematian;Manfaat pensiun pekerja;Jaminan kehilangan pekerjaan;Daftar pekerja lepas;Cek saldo JHT;Laporan perusahaan;Beasiswa anak peserta
DK|Dinas Kesehatan|Izin praktik|Izin praktik dokter;Izin praktik bidan;Izin praktik perawat;Izin apotek;Izin klinik;Sertifikat laik higiene;Izin toko obat;Izin optik;Izin salon;Pangan industri rumah tangga
DS|Dinas Sosial|Bantuan, data|Data terpadu kesejahteraan;Bantuan sembako;Program keluarga harapan;Rekomendasi rawat gratis;Santunan lansia;Alat bantu disabilitas;Pengumpulan sumbangan;Adopsi anak;Penanganan orang telantar
DC|Disdukcapil|KTP, KK, akta|Rekam KTP;Cetak KTP hilang;Kartu keluarga;Akta kelahiran;Akta kematian;Akta perkawinan;Kartu identitas anak;Pindah domisili;Identitas digital;Ubah biodata penduduk;Legalisir dokumen;Konsultasi kependudukan
IM|Imigrasi|Paspor, izin tinggal|Paspor baru;Paspor, penggantian;Paspor hilang atau rusak;Paspor anak;Ambil paspor jadi;Perubahan data paspor;Izin tinggal terbatas;Izin tinggal kunjungan;Surat keterangan imigrasi;Konsultasi imigrasi
KP|Kantor Pajak|NPWP, SPT|NPWP pribadi;NPWP badan;Lapor SPT tahunan;Aktivasi EFIN;Cetak kode billing;Pengukuhan PKP;Keterangan bebas pajak;Penghapusan NPWP;Konsultasi pajak
KJ|Kejaksaan|Tilang|Ambil barang bukti tilang;Bayar denda tilang;Bantuan hukum gratis;Besuk tahanan;Penyuluhan hukum;Laporan dugaan korupsi;Pendapat hukum;Pengembalian barang sitaan
KM|Kemenag|Haji, nikah|Daftar haji reguler;Batal porsi haji;Pelunasan haji;Rekomendasi umrah;Nikah di KUA;Duplikat buku nikah;Wakaf tanah;Izin madrasah;Sertifikat halal;Ukur arah kiblat
PL|Kepolisian|SKCK, SIM|SKCK baru;SKCK perpanjangan;SIM A perpanjangan;SIM C perpanjangan;Laporan kehilangan;Izin keramaian;Pengawalan jalan;Sidik jari;Pengaduan polisi
KI|Kominfo|Aduan, informasi|Aduan warga;Permintaan informasi publik;Tanda tangan elektronik;Izin menara telekomunikasi;Peliputan berita;Pinjam videotron;Literasi digital;Radio amatir;Hoaks dan penipuan
KU|Koperasi, UMKM|Pendampingan|Pendirian koperasi;Pendampingan UMKM;Pelatihan wirausaha;Fasilitas merek dagang;Foto produk;Kredit usaha rakyat;Pembubaran koperasi;Kesehatan koperasi;Pameran produk
LH|Lingkungan|Izin lingkungan|Persetujuan lingkungan;Dokumen AMDAL;Limbah berbahaya;Uji emisi;Uji kualitas sungai;Penebangan pohon;Angkut sampah;Aduan pencemaran;Bank sampah
LS|Listrik|Tambah daya|Tambah daya listrik;Pasang listrik baru;Listrik sementara;Ganti nama pelanggan listrik;Token bermasalah;Padam dan gangguan;Turun daya;Cicilan listrik;Geser tiang
OM|Obat dan Makanan|Izin edar|Izin edar pangan;Izin edar kosmetik;Izin edar jamu;Uji laboratorium makanan;Aduan obat palsu;Sertifikat CPOTB;Label kemasan;Suplemen kesehatan;Konsultasi notifikasi
PD|Pajak Daerah|PBB, BPHTB|Bayar PBB;Mutasi objek PBB;BPHTB jual beli;Pajak restoran;Pajak hotel;Pajak reklame;Keberatan ketetapan;Salinan SPPT;Pajak parkir;Pajak hiburan
PW|Pariwisata|Tanda daftar|Tanda daftar wisata;Izin biro perjalanan;Pentas budaya;Pemandu wisata;Izin penginapan;Promosi destinasi;Sanggar seni;Ekonomi kreatif;Kalender festival
PN|Pendidikan|Mutasi, legalisir|Mutasi siswa;Legalisir ijazah;Ijazah rusak;Izin PAUD;Beasiswa daerah;Tunjangan guru;Ujian kesetaraan;Izin kursus;Penerimaan murid
PA|Pengadilan Agama|Perkara keluarga|Gugat cerai;Cerai talak;Dispensasi kawin;Penetapan ahli waris;Itsbat nikah;Salinan putusan agama;Ambil akta cerai;Perwalian anak;Ekonomi syariah
NG|Pengadilan Negeri|Surat keterangan|Keterangan tidak dipidana;Gugatan sederhana;Ganti nama penetapan;Surat kuasa;Izin sita;Waarmerking;Salinan putusan pidana;Pengangkatan wali;Pos bantuan hukum
PG|Perdagangan|Tera, pasar|Tera ulang timbangan;Sewa kios pasar;Gudang dagang;Waralaba;Pengaduan konsumen;Izin minuman beralkohol;Operasi pasar;Surat asal ekspor;Pedagang kaki lima
PH|Perhubungan|Uji kendaraan|Uji KIR kendaraan;Izin trayek;Kartu pengawasan angkutan;Andalalin;Izin parkir;Derek kendaraan;Mudik gratis;Rambu jalan;Bongkar muat;Sewa bus
PZ|Perizinan|NIB, izin usaha|NIB baru;Perubahan NIB;Izin usaha berisiko;Persetujuan reklame;Izin penelitian;Kesesuaian ruang;Laporan penanaman modal;Cabut izin;Konsultasi OSS;Hak akses OSS
PT|Pertanahan|Sertifikat tanah|Cek sertifikat tanah;Balik nama sertifikat;Roya hak tanggungan;Pecah bidang;Ukur ulang tanah;Sertifikat pengganti;Hak guna bangunan;Blokir sertifikat;Zona nilai tanah;Peta bidang
PS|Pos|Meterai, kirim|Beli meterai;Kirim paket;Kirim surat tercatat;Wesel;Ambil bantuan tunai;Bayar pensiunan;Kotak pos;Filateli;Lacak kiriman
PU|PUPR|Tata ruang, PBG|Persetujuan bangunan gedung;Laik fungsi bangunan;Keterangan rencana kota;Galian utilitas;Sewa alat berat;Lubang jalan;Drainase tersumbat;Rumah tidak layak;Jasa konstruksi;Sumur resapan
SM|Samsat|Pajak kendaraan|Pajak kendaraan;Pajak kendaraan lima tahunan;Balik nama kendaraan;STNK hilang;Mutasi keluar daerah;Blokir kendaraan terjual;Cek fisik;Plat nomor pilihan;Santunan kecelakaan;Ganti warna mobil
TS|Taspen|Pensiun|Pensiun pertama;Otentikasi penerima;Klaim tunjangan hari;Uang duka wafat;Pindah kantor bayar;Kartu identitas pensiun;Klaim asuransi kematian;Ubah rekening pensiun;Surat keterangan potongan
TK|Tenaga Kerja|Kartu pencari kerja|Kartu pencari kerja;Lowongan kerja;Pelatihan kerja;Kerja luar negeri;Pencatatan PKWT;Perselisihan buruh;Wajib lapor perusahaan;Magang;Izin tenaga asing;Bursa kerja khusus`

/** Everyday words of services whose name begins as many others do. */
const KEYWORDS: Readonly<Record<string, readonly string[]>> = {
  'Konsultasi pajak': ['tanya pajak'],
  'Izin penginapan': ['homestay', 'rumah kos'],
}

/** Agencies that are not there every day. */
const SOME_DAYS: Readonly<Record<string, readonly number[]>> = { BC: [3, 4] }

const LONG: Words = [
  'Dilaksanakan menurut ketentuan yang berlaku, diawasi oleh atasan langsung, dan dievaluasi setiap semester. '.repeat(
    6,
  ),
  'Done as the rules say, overseen by the direct superior, and evaluated every half year. '.repeat(6),
]
const standard = Object.fromEntries(INNER_COMPONENTS.map(component => [component, LONG])) as unknown as ServiceStandard

const rows = HALL.trim()
  .split('\n')
  .map(line => line.split('|') as [string, string, string, string])

const agencies: readonly Agency[] = rows.map(([code, name, detail], i) => ({
  id: code.toLowerCase(),
  code,
  name: [name, name],
  detail: [detail, detail],
  where: [`loket ${i + 1}, lantai ${1 + (i % 2)}`, `counter ${i + 1}, floor ${1 + (i % 2)}`],
  weekdays: SOME_DAYS[code] ?? null,
  active: true,
}))

const [plain] = demoOffice.services

const services: readonly ServiceInfo[] = rows.flatMap(([code, agency, , list]) =>
  list.split(';').map((name, i): ServiceInfo => ({
    ...plain!,
    ...PLAIN_SERVICE,
    id: `${code.toLowerCase()}-${i + 1}`,
    letter: code,
    agency: code.toLowerCase(),
    name: [name, name],
    detail: [`Layanan ${agency}`, `A service of ${agency}`],
    icon: 'sheet',
    cases: [],
    keywords: KEYWORDS[name] ?? [],
    advises: name === 'Konsultasi kependudukan',
    procedure: Array.from({ length: 6 }, (): Words => [LONG[0].slice(0, 100), LONG[1].slice(0, 100)]),
    booking: plain!.booking,
    document: null,
    standard,
  })),
)

/** Each agency has a counter; the first 28 of them have another, and each of those serves what its agency does. */
const counters: readonly CounterInfo[] = Array.from({ length: 60 }, (_, i) => {
  const agency = agencies[i % agencies.length]!
  return {
    id: String(i + 1),
    name: `Loket ${i + 1}`,
    services: services.filter(s => s.agency === agency.id).map(s => s.id),
    agency: agency.id,
    area: i < 32 ? 'lantai-1' : 'lantai-2',
  }
})

/** A hall of 32 agencies with 300 services at 60 counters. */
export const largeHall: OfficeInfo = {
  ...demoOffice,
  ...PLAIN_OFFICE,
  id: 'mpp',
  kind: 'mpp',
  name: 'Mal Pelayanan Publik',
  city: 'Kota Contoh',
  shortName: 'MPP Kota Contoh',
  alwaysOpen: false,
  booking: DEFAULT_BOOKING,
  agencies,
  areas: [
    { id: 'lantai-1', name: ['Lantai 1', 'Floor 1'] },
    { id: 'lantai-2', name: ['Lantai 2', 'Floor 2'] },
  ],
  lifeEvents: [],
  elsewhere: [],
  services,
  counters,
}
