import type { Words } from '../kit/words.ts'

/** The words of tables that are taken along as a file. */
export const tablesText = {
  xlsx: ['Unduh XLSX', 'Download XLSX'],
  csv: ['Unduh CSV', 'Download CSV'],
  'xlsx.label': ['Unduh XLSX: {table}', 'Download XLSX: {table}'],
  'csv.label': ['Unduh CSV: {table}', 'Download CSV: {table}'],
  'csv.note': ['CSV: pemisah titik koma, desimal koma', 'CSV: separated by semicolons, decimal comma'],
  wait: ['Tunggu, nilai tengah (menit)', 'Wait, median (min)'],
  wait90: ['Tunggu, 9 dari 10 (menit)', 'Wait, 9 of 10 (min)'],
  waitN: ['n tunggu', 'n of waits'],
  serve: ['Lama layanan, nilai tengah (menit)', 'Service, median (min)'],
  serve90: ['Lama layanan, 9 dari 10 (menit)', 'Service, 9 of 10 (min)'],
  serveN: ['n layanan', 'n of services'],
  shut: ['Tidak dihitung: layanan ditutup', 'Not counted: service closed'],
  unclocked: ['Tidak dihitung: jam ditandai keliru', 'Not counted: clock marked as wrong'],
  way: ['Warga berjalan, nilai tengah (menit)', 'Way, median (min)'],
  wayN: ['n berjalan', 'n of ways'],
  awayOf: ['Reservasi yang sudah waktunya', 'Bookings whose time has come'],
  days: [
    'Hari kerja terhadap janji, nilai tengah (minus: lebih cepat)',
    'Working days to the promise, median (minus: early)',
  ],
  late: ['Hari kerja lewat janji', 'Working days late'],
  opened: ['Masuk', 'Opened'],
  missingN: ['Kurang', 'Missing'],
  missingOf: ['Kunjungan selesai', 'Finished visits'],
  hour: ['Jam', 'Hour'],
} as const satisfies Record<string, Words>
