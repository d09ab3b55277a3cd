import type { Words } from '../kit/words.ts'
import type { ProfileRow, ProfileTable } from '../survey/figures/period-figures.ts'
import { PROFILE } from '../survey/profile/profile.ts'
import type { Medium, NotPublished } from '../survey/publication/publication.ts'

/** The published IKM: its page, its poster, its data. */
export const publicationText = {
  title: ['Indeks Kepuasan Masyarakat', 'Public Satisfaction Index'],
  short: ['IKM', 'IKM'],
  mutu: ['Mutu', 'Grade'],
  'mutu.is': ['Mutu {mutu}: {says}', 'Grade {mutu}: {says}'],
  certain: ['pasti pada taraf 95%', 'certain at 95%'],
  unsure: ['hurufnya belum pasti pada taraf 95%', 'the letter is not certain at 95%'],
  interval: ['Rentang 95%: {low}–{high}', 'Range at 95%: {low}–{high}'],
  scale: [
    'D dari 25, C dari 65,00, B dari 76,61, A dari 88,31 sampai 100',
    'D from 25, C from 65.00, B from 76.61, A from 88.31 to 100',
  ],
  respondents: ['Responden', 'Respondents'],
  target: ['Paling sedikit', 'At least'],
  'target.met': ['tercapai', 'reached'],
  'target.missed': ['belum tercapai', 'not reached'],
  visits: ['Pengguna layanan', 'Users of the service'],
  people: ['{n} orang', '{n} people'],
  unsur: ['Nilai per unsur', 'By unsur'],
  'unsur.scale': ['dari 1,00 sampai 4,00', 'from 1.00 to 4.00'],
  fixed: ['gratis, bernilai 4', 'free of charge, scores 4'],
  services: ['Per layanan', 'By service'],
  'services.rest': [
    'Layanan yang jawabannya terlalu sedikit, atau yang nilainya akan membuka penilaian atas satu loket atau satu petugas, tidak ditampilkan sendiri.',
    'A service with too few answers, or whose figure would lay open how one counter or one officer was rated, is not shown by itself.',
  ],
  profile: ['Siapa yang menjawab', 'Who answered'],
  'profile.all': ['Semuanya {n} orang.', 'All together {n} people.'],
  blank: ['tidak diisi', 'not filled in'],
  merged: ['lainnya, digabung karena sedikit', 'others, put together for being few'],
  trend: ['Dari periode ke periode', 'From period to period'],
  more: ['Naik {x} dari {before}: lebih dari kebetulan.', 'Up {x} from {before}: more than chance.'],
  less: ['Turun {x} dari {before}: lebih dari kebetulan.', 'Down {x} from {before}: more than chance.'],
  chance: [
    'Beda {x} dari {before} tidak dapat dibedakan dari kebetulan.',
    'The difference of {x} from {before} cannot be told from chance.',
  ],
  method: ['Cara menghitung', 'How it is computed'],
  'method.is': [
    '{count} unsur, {method}, dikali 25. Jawaban kosong tidak dihitung. Dua angka di belakang koma.',
    '{count} unsur, {method}, times 25. A missing answer does not count. Two decimals.',
  ],
  'method.own': [
    '{count} unsur, NRR kali bobot unsur itu ({weights}), dikali 25. Jawaban kosong tidak dihitung. Dibulatkan sekali, dua angka di belakang koma.',
    '{count} unsur, each mean times its weight ({weights}), times 25. A missing answer does not count. Rounded once, to two decimals.',
  ],
  'method.nine': ['Sembilan unsur saja, dengan cara lain: {all}.', 'The nine alone, by other methods: {all}.'],
  'method.audit': ['Dengan cara lain: {all}.', 'By other methods: {all}.'],
  'method.answered': [
    'Diisi sendiri oleh warga sesudah dilayani, tanpa nama dan NIK.',
    'Filled in by citizens themselves after the service, without name or NIK.',
  ],
  'method.brought': [
    '{n} jawaban datang lewat formulir kertas atau berkas yang dimasukkan kantor; lainnya diisi sendiri oleh warga sesudah dilayani. Semua tanpa nama dan NIK.',
    '{n} answers came on paper or in a file and were put in by the office; citizens filled in the others themselves after the service. All without name or NIK.',
  ],
  'method.range': [
    'Rentang tidak memuat kesalahan karena yang tidak menjawab.',
    'The range does not hold what those who did not answer would have said.',
  ],
  'sheet.brought': [
    '{n} jawaban lewat formulir kertas atau berkas yang dimasukkan kantor.',
    '{n} answers on paper or in a file, put in by the office.',
  ],
  leftOut: [
    '{n} jawaban yang perlu diperiksa tidak dihitung atas keputusan pimpinan, hanya pada angka seluruh unit. Siapa yang menjawab memuat semuanya.',
    '{n} answers that should be looked at are left out by decision of the head, of the figures of the whole unit alone. Who answered is told of all.',
  ],
  'method.law': ['Dasar: {law}.', 'Source: {law}.'],
  improved: ['Sudah kami perbaiki', 'What we improved'],
  'improved.all': ['Semua tindak lanjut', 'All that is done'],
  csv: ['Data terbuka (CSV)', 'Open data (CSV)'],
  json: ['Data terbuka (JSON)', 'Open data (JSON)'],
  poster: ['Lembar IKM untuk dicetak', 'Sheet to print'],
  badge: ['Lencana untuk situs', 'Badge for a website'],
  others: ['Periode lain', 'Other periods'],
  version: ['Versi {n}, diterbitkan {date}', 'Version {n}, published {date}'],
  reason: ['Diubah karena: {reason}', 'Changed because: {reason}'],
  older: ['Versi {n} ({date}): IKM {ikm}', 'Version {n} ({date}): IKM {ikm}'],
  old: [
    'Ini versi lama. Versi terbaru menggantikannya.',
    'This is an old version. The newest one stands in its place.',
  ],
  newest: ['Buka versi terbaru', 'Open the newest version'],
  none: ['Belum ada IKM yang diterbitkan', 'No IKM was published yet'],
  'none.why': [
    'Kantor menerbitkannya sesudah periode ditutup dan jawabannya cukup.',
    'The office publishes it once a period is closed and enough answered.',
  ],
  gone: ['Yang Anda cari belum atau tidak diterbitkan', 'What you look for is not published'],
  'gone.why': [
    'Mungkin periodenya belum diterbitkan, atau alamatnya salah ketik.',
    'Its period may not be published yet, or the address was mistyped.',
  ],
  'gone.newest': ['IKM terbaru: {period}', 'The newest IKM: {period}'],
  'badge.none': ['belum diterbitkan', 'not published yet'],
  home: ['Ke halaman kantor', 'To the page of the office'],
  'sheet.value': ['NILAI IKM', 'IKM'],
  'sheet.service': ['NAMA LAYANAN: {name}', 'SERVICE: {name}'],
  'sheet.all': ['SEMUA LAYANAN', 'ALL SERVICES'],
  'sheet.people': ['RESPONDEN', 'RESPONDENTS'],
  'sheet.n': ['JUMLAH', 'NUMBER'],
  'sheet.period': ['PERIODE SURVEI', 'PERIOD'],
  'sheet.days': ['{from} s.d. {to}', '{from} to {to}'],
  'sheet.thanks': ['TERIMA KASIH ATAS PENILAIAN YANG TELAH ANDA BERIKAN', 'THANK YOU FOR YOUR RATING'],
  'sheet.use': [
    'MASUKAN ANDA SANGAT BERMANFAAT UNTUK KEMAJUAN UNIT KAMI AGAR TERUS MEMPERBAIKI DAN MENINGKATKAN KUALITAS PELAYANAN BAGI MASYARAKAT',
    'WHAT YOU TOLD US HELPS OUR UNIT TO GO ON IMPROVING ITS SERVICE TO THE PUBLIC',
  ],
  'sheet.improving': ['Sedang diperbaiki: {unsur}.', 'Being improved: {unsur}.'],
  'sheet.whole': [
    'Jenis kelamin dan pendidikan ditampilkan untuk semua layanan bersama.',
    'Sex and education are told of all services together.',
  ],
  'sheet.a4': ['Lembar IKM, PDF A4', 'Sheet, PDF A4'],
  'sheet.a3': ['Lembar IKM, PDF A3', 'Sheet, PDF A3'],
  'sheet.scan': ['Cara menghitung dan data terbuka: pindai', 'How it is computed, and open data: scan'],
  'data.brought': ['Lewat kertas atau berkas', 'On paper or in a file'],
  'data.leftOut': ['Tidak dihitung (perlu diperiksa)', 'Left out (to be looked at)'],
  'data.kind': ['Jenis', 'Kind'],
  'data.of': ['Tentang', 'Of'],
  'data.measure': ['Ukuran', 'Measure'],
  'data.value': ['Nilai', 'Value'],
  'data.whole': ['Seluruh unit', 'Whole unit'],
  'data.unsur': ['Unsur', 'Unsur'],
  'data.service': ['Layanan', 'Service'],
  'data.profile': ['Responden', 'Respondents'],
  'data.trend': ['Tren', 'Trend'],
  'data.low': ['Batas bawah 95%', 'Lower end at 95%'],
  'data.high': ['Batas atas 95%', 'Upper end at 95%'],
} as const satisfies Readonly<Record<string, Words>>

/** The page on which it is published. */
export const publishText = {
  title: ['Publikasi IKM', 'Publication of the IKM'],
  lead: [
    'Yang diterbitkan dibekukan. Perbaikan menjadi versi baru dengan alasan; kedua versi tetap dapat dibaca semua orang.',
    'What is published is frozen. A correction is a new version with a reason; everybody can still read both.',
  ],
  period: ['Periode', 'Period'],
  preview: ['Yang akan diterbitkan', 'What will be published'],
  heldBack: ['Angka periode ini belum terbuka', 'The figures of this period are not open yet'],
  few: ['Jawaban periode ini terlalu sedikit', 'Too few answered in this period'],
  incomplete: ['Ada unsur tanpa jawaban, jadi tidak ada IKM', 'An unsur has no answer, so there is no IKM'],
  'why.not': ['Tidak ada yang dapat diterbitkan.', 'There is nothing to publish.'],
  media: ['Diumumkan juga di', 'Also made known by'],
  'media.count': ['{n} media dihitung untuk PEKPPP', '{n} media, as PEKPPP counts them'],
  reason: ['Alasan versi baru', 'Reason for the new version'],
  'reason.need': ['Tulis mengapa versi sebelumnya diganti.', 'Write why the version before is replaced.'],
  publish: ['Terbitkan', 'Publish'],
  'publish.again': ['Terbitkan versi {n}', 'Publish version {n}'],
  sure: ['Terbitkan {period}?', 'Publish {period}?'],
  'sure.what': [
    'IKM {ikm}, mutu {mutu}, {n} responden. Sesudah ini angkanya tidak dapat ditarik, hanya diganti versi baru.',
    'IKM {ikm}, grade {mutu}, {n} respondents. After this it cannot be taken back, only replaced by a new version.',
  ],
  no: ['Belum', 'Not yet'],
  done: ['Sudah diterbitkan.', 'It is published.'],
  same: ['Versi terbaru sudah memuat angka ini.', 'The newest version has these figures already.'],
  versions: ['Sudah terbit', 'Published'],
  none: ['Belum ada yang terbit', 'Nothing was published yet'],
  'none.why': [
    'Pilih periode yang sudah ditutup, periksa, lalu terbitkan.',
    'Choose a closed period, check it, then publish.',
  ],
  'sheets.services': ['Lembar per layanan (PDF)', 'Sheets by service (PDF)'],
  open: ['Buka halaman publik', 'Open the public page'],
  by: ['{name}, {date}', '{name}, {date}'],
} as const satisfies Readonly<Record<string, Words>>

/** Where it is made known. */
export const mediumText: Readonly<Record<Medium, Words>> = {
  page: ['halaman publik Tanggap', 'public page of Tanggap'],
  hall: ['layar ruang tunggu', 'screen of the hall'],
  poster: ['poster', 'poster'],
  website: ['situs kantor', 'website of the office'],
  socialMedia: ['media sosial', 'social media'],
  press: ['media massa', 'press'],
}

/** Why nothing can be published. */
export const notPublishedText = (why: NotPublished): Words => publishText[why]

/** What an item of the profile asks. */
export function profileItemText(item: ProfileTable['item']): Words {
  return PROFILE[item].question
}

/** A line of a profile table. */
export function profileValueText(item: ProfileTable['item'], { kind, value }: ProfileRow): Words {
  if (kind !== 'value') return publicationText[kind]
  const answers: Readonly<Record<string, Words>> = PROFILE[item].answers
  return answers[value] ?? [value, value]
}
