import type { Words } from '../kit/words.ts'

/** The pages of the administration, as its rail names them. */
export const railText = {
  title: ['Administrasi', 'Administration'],
  pengaturan: ['Kantor, jam, dan aturan', 'Office, hours and rules'],
  'pengaturan/layanan': ['Layanan', 'Services'],
  'pengaturan/loket': ['Loket', 'Counters'],
  'pengaturan/instansi': ['Instansi', 'Agencies'],
  'pengaturan/ruang': ['Ruang tunggu', 'Waiting areas'],
  'pengaturan/peristiwa': ['Peristiwa hidup', 'Life events'],
  'pengaturan/pesan': ['Pesan ke warga', 'Messages to people'],
  akun: ['Akun petugas', 'Staff accounts'],
  peran: ['Peran', 'Roles'],
  impor: ['Impor daftar', 'Import lists'],
  penilai: ['Penilai dan pemantau', 'Assessors and observers'],
  perangkat: ['Perangkat', 'Devices'],
  rencana: ['Rencana', 'Plan'],
  mencurigakan: ['Mencurigakan', 'Suspicious'],
  'pengaturan/kantor-lain': ['Kantor lain', 'Other offices'],
  'pengaturan/riwayat': ['Riwayat perubahan', 'History of changes'],
} as const satisfies Record<string, Words>
