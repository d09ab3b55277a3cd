import type { Lang, Words } from '../kit/words.ts'
import type { Finding, Gap, Level, Topic } from '../office/opening/check.ts'
import { say } from './text.ts'

/** Each line of the check before opening: what it is, and the remedy or what follows from it. */
const LINES: Readonly<Record<Gap | Topic, { readonly title: Words; readonly what: Words }>> = {
  noService: {
    title: ['Belum ada layanan', 'There is no service yet'],
    what: ['Pilih contoh layanan atau buat satu', 'Choose a sample or make one'],
  },
  noCounter: {
    title: ['{names} belum punya loket', '{names} has no counter yet'],
    what: [
      'Warga menunggu tanpa dipanggil. Pilih loketnya',
      'People would wait and nobody call them. Choose a counter',
    ],
  },
  idleCounter: {
    title: ['{names} belum melayani apa pun', '{names} serves nothing yet'],
    what: ['Boleh menyusul. Pilih layanannya, atau hapus loketnya', 'May follow. Choose its services, or take it away'],
  },
  sameLetter: {
    title: ['Huruf nomor sama: {names}', 'The same letter: {names}'],
    what: [
      'Nomornya tidak bisa dibedakan. Ganti salah satu hurufnya',
      'Their numbers look alike. Change one of the letters',
    ],
  },
  published: {
    title: ['Standar pelayanan belum lengkap: {names}', 'The service standard has gaps: {names}'],
    what: [
      'Wajib menurut UU 25/2009: prosedur, jangka waktu, biaya, produk, dan pengaduan dipublikasikan',
      'The law (UU 25/2009) asks for it: procedure, time, fee, product and complaints are published',
    ],
  },
  bare: {
    title: ['Warga diberi tahu “tanpa berkas”: {names}', 'People are told “no papers”: {names}'],
    what: [
      'Boleh menyusul. Bila perlu berkas, tulis di halaman layanannya',
      'May follow. If papers are needed, write them on the page of the service',
    ],
  },
  inner: {
    title: ['Komponen dalam standar pelayanan belum terisi: {names}', 'Inner parts of the standard are empty: {names}'],
    what: [
      'Boleh menyusul. Delapan komponen, dari dasar hukum sampai evaluasi',
      'May follow. Eight parts, from legal basis to evaluation',
    ],
  },
  noHours: {
    title: ['Tidak ada hari buka dalam dua minggu', 'No open day within two weeks'],
    what: ['Atur jam layanan, dan lihat hari liburnya', 'Set the opening hours, and look at the holidays'],
  },
  holidays: {
    title: ['Hari libur tahun ini belum diisi', 'The holidays of this year are missing'],
    what: ['Boleh menyusul. Pada hari libur nomor tetap diberikan', 'May follow. On a holiday numbers would be given'],
  },
  name: {
    title: ['Nama kantor belum diisi', 'The office has no name yet'],
    what: [
      'Tampil di kiosk, nomor, dan halaman warga. Tulis namanya',
      'It stands on kiosk, tickets and pages. Write it',
    ],
  },
  address: {
    title: ['Alamat atau kota kantor belum ada', 'The address or city of the office is missing'],
    what: ['Warga perlu tahu ke mana datang. Tulis alamatnya', 'People have to know where to come. Write it'],
  },
  noCaller: {
    title: ['Belum ada petugas yang boleh memanggil', 'Nobody may call yet'],
    what: ['Undang petugas loket', 'Invite an officer'],
  },
  noFrontDesk: {
    title: ['Belum ada petugas meja depan', 'Nobody is at the front desk yet'],
    what: ['Boleh menyusul. Ia membantu warga tanpa ponsel', 'May follow. They help people without a phone'],
  },
  noManager: {
    title: ['Belum ada manajer atau atasan', 'There is no manager or supervisor yet'],
    what: [
      'Boleh menyusul. Tanpa mereka laporan tidak dibaca siapa pun',
      'May follow. Without them nobody reads the reports',
    ],
  },
  invitations: {
    title: ['{count} undangan belum dibuka', '{count} invitations not opened yet'],
    what: ['Boleh menyusul. Buat tautan baru kapan saja', 'May follow. Make new links at any time'],
  },
  secondFactor: {
    title: ['{count} administrator tanpa kunci kedua', '{count} administrators without a second key'],
    what: [
      'Kata sandi saja belum cukup. Pasang di halaman akun',
      'A password alone is not enough. Set it up on the account page',
    ],
  },
  kiosk: {
    title: ['Kiosk belum disandingkan', 'No kiosk is paired yet'],
    what: ['Sandingkan, agar warga mengambil nomor sendiri', 'Pair one, so that people take a number themselves'],
  },
  display: {
    title: ['Layar ruang tunggu belum disandingkan', 'No hall display is paired yet'],
    what: [
      'Boleh menyusul. Panggilan belum terdengar di ruang tunggu',
      'May follow. Calls are not heard in the hall yet',
    ],
  },
  unheard: {
    title: ['Panggilan di {names} tidak terdengar', 'Calls in {names} are heard nowhere'],
    what: [
      'Tempatkan layar di sana, atau biarkan satu layar untuk seluruh ruang',
      'Place a display there, or leave one for the whole hall',
    ],
  },
  publicUrl: {
    title: ['Alamat internet kantor belum diatur', 'The public address is not set'],
    what: [
      'Boleh menyusul. Minta pengelola server mengaturnya (PUBLIC_URL)',
      'May follow. Ask whoever runs the server to set it (PUBLIC_URL)',
    ],
  },
  backup: {
    title: ['Belum pernah dicadangkan', 'There is no backup yet'],
    what: [
      'Boleh menyusul. Minta pengelola server mencadangkan datanya (DATA_DIR), lalu coba pulihkan',
      'May follow. Ask whoever runs the server to back the data up (DATA_DIR), then try to restore it',
    ],
  },
  clock: {
    title: ['Jam server salah', 'The clock of the server is wrong'],
    what: [
      'Nomor diberikan pada hari yang salah. Betulkan jamnya',
      'Numbers are given on the wrong day. Set the clock right',
    ],
  },
  services: {
    title: ['Layanan, huruf, dan loket', 'Services, letters and counters'],
    what: ['{count} layanan', '{count} services'],
  },
  standard: {
    title: ['Standar pelayanan', 'Service standard'],
    what: ['14 komponen terisi', '14 parts filled in'],
  },
  hours: { title: ['Alamat, jam, dan hari libur', 'Address, hours and holidays'], what: ['Sudah diisi', 'Filled in'] },
  staff: { title: ['Petugas dan kunci kedua', 'Staff and second keys'], what: ['{count} orang', '{count} people'] },
  devices: {
    title: ['Kiosk dan layar', 'Kiosk and display'],
    what: ['{count} perangkat tersambung', '{count} devices paired'],
  },
  server: {
    title: ['Alamat, cadangan, dan jam server', 'Address, backup and clock'],
    what: ['Sudah diperiksa', 'Checked'],
  },
}

/** How a level is called. */
export const levelText = {
  must: ['wajib', 'needed'],
  later: ['boleh menyusul', 'may follow'],
  done: ['beres', 'done'],
} as const satisfies Record<Level, Words>

const MOST_NAMES = 3

/** The first few of several names, and how many more there are. */
export function namesSaid(names: readonly Words[], lang: Lang): string {
  const said = names.slice(0, MOST_NAMES).map(name => say(name, lang))
  const more = names.length > MOST_NAMES ? ` +${names.length - MOST_NAMES}` : ''
  return said.join(', ') + more
}

/** One line of the check as people read it. */
export function findingText(
  { key, names, count }: Finding,
  lang: Lang,
): { readonly title: string; readonly what: string } {
  const values = { names: namesSaid(names, lang), count }
  return { title: say(LINES[key].title, lang, values), what: say(LINES[key].what, lang, values) }
}
