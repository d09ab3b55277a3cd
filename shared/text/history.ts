import type { Words } from '../kit/words.ts'

/** The history of changes of an office: its versions, what differs between two, and bringing one back. */
export const historyText = {
  title: ['Riwayat perubahan', 'History of changes'],
  lead: [
    'Setiap perubahan disimpan sebagai versi. Bandingkan dua, atau kembalikan satu.',
    'Every change is kept as a version. Compare two of them, or bring one back.',
  ],
  undo: ['Urungkan perubahan terakhir', 'Undo the last change'],
  'undo.nothing': [
    'Perubahan terakhir tidak dapat diurungkan di sini: peran diatur di halaman Peran, dan kantor yang sudah dibuka tetap buka.',
    'The last change cannot be undone here: roles are set on the page of roles, and an office that has opened stays open.',
  ],
  nothing: [
    'Versi {n} tidak berbeda dari yang berlaku sekarang. Peran tidak ikut dikembalikan; atur di halaman Peran.',
    'Version {n} is no other than what is in force now. Roles are not brought back; set them on the page of roles.',
  ],
  version: ['Versi {n}', 'Version {n}'],
  when: ['{date}, {time}', '{date}, {time}'],
  by: ['oleh {name}', 'by {name}'],
  system: ['sistem', 'the system'],
  gone: ['akun yang sudah tidak ada', 'an account that is gone'],
  last: ['berlaku sekarang', 'in force now'],
  first: ['Versi pertama', 'The first version'],
  restores: ['Mengembalikan versi {n}', 'Brings back version {n}'],
  two: ['Bandingkan versi', 'Compare version'],
  'two.with': ['dengan versi', 'with version'],
  'two.go': ['Bandingkan', 'Compare'],
  compare: ['Bandingkan dengan sekarang', 'Compare with now'],
  'compare.label': [
    'Bandingkan versi {n} dengan yang berlaku sekarang',
    'Compare version {n} with what is in force now',
  ],
  restore: ['Kembalikan', 'Bring back'],
  'restore.label': ['Kembalikan versi {n}', 'Bring back version {n}'],
  older: ['Versi sebelumnya', 'Earlier versions'],
  differs: ['Beda versi {here} dan versi {there}', 'Version {here} beside version {there}'],
  same: ['Tidak ada bedanya.', 'There is no difference.'],
  field: ['Isian', 'Field'],
  restored: ['Versi {n} dikembalikan dan sudah berlaku.', 'Version {n} is back and in force.'],
} as const satisfies Record<string, Words>
