import type { Words } from '../kit/words.ts'

/** The own account: password, second factor, sessions; and the second step of a sign-in. */
export const accountText = {
  'code.title': ['Kunci kedua', 'Second factor'],
  'code.lead': [
    'Buka aplikasi autentikator di ponsel dan ketik enam angkanya.',
    'Open the authenticator on your phone and type its six digits.',
  ],
  'code.label': ['Kode dari ponsel', 'Code on the phone'],
  'code.recovery.lead': [
    'Ketik satu kode pemulihan yang belum pernah dipakai.',
    'Type one recovery code that was never used.',
  ],
  'code.recovery.label': ['Kode pemulihan', 'Recovery code'],
  'code.useRecovery': ['Ponsel tidak ada? Pakai kode pemulihan', 'No phone at hand? Use a recovery code'],
  'code.usePhone': ['Pakai kode dari ponsel', 'Use the code on the phone'],
  'code.need': ['Isi kodenya.', 'Fill in the code.'],
  'code.back': ['Ganti akun', 'Another account'],
} as const satisfies Record<string, Words>
