import { dictionary } from '@zxcvbn-ts/language-common'

/** What is tried first here and stands in no list of the world. */
const HERE = `
  tanggap tanggap-demo rahasia sandi katasandi kata-sandi katakunci bismillah alhamdulillah assalamualaikum insyaallah subhanallah
  indonesia indonesiaraya merdeka pancasila garuda garudapancasila bhinneka nusantara jakarta surabaya bandung medan semarang
  makassar samarinda yogyakarta palembang balikpapan denpasar pontianak banjarmasin manado ambon jayapura kalimantan sumatera
  sulawesi papua sayang sayangku cintaku akucintakamu akusayangkamu kamuku iloveyou mamapapa ayahbunda keluarga keluargaku
  anakku istriku suamiku sayangkamu terimakasih selamatpagi selamatdatang pelayanan pelayananprima pelayananpublik kantor
  kantorku pegawai petugas pegawainegeri disdukcapil dukcapil dpmptsp kecamatan kelurahan puskesmas pengadilan operator
  administrator superadmin adminadmin loket antrean antrian pengguna qwertyuiop asdfghjkl zxcvbnm password januari februari
  maret april juni juli agustus september oktober november desember senin selasa rabu kamis jumat sabtu minggu gantisandi
  gantipassword sementara ubahsaya
`

const WORDS = new Set([...dictionary['passwords-common'], ...HERE.trim().split(/\s+/)])

/** Whether a word, in small letters, is among those that are tried first. The list stays on the server: it weighs 380 KB. */
export const isCommonPassword = (word: string) => WORDS.has(word)
