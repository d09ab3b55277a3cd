import type { Words } from '../kit/words.ts'

/** Objections that nobody may decide, for whoever names assessors. */
export const undecidedText = {
  n: ['Keberatan yang belum ada pemutusnya: {n}.', 'Objections that nobody may decide: {n}.'],
  go: ['Tetapkan atasan penilai', 'Name a superior'],
  waits: ['{officer}, menunggu sejak {since}.', '{officer}, waiting since {since}.'],
  below: ['Tetapkan penilai atau atasan bagi {below}.', 'Say who assesses {below}, or who is over them.'],
  first: ['Tetapkan penilai bagi {officer}, lalu atasannya.', 'Say who assesses {officer}, and then who is over them.'],
  why: [
    'Isinya hanya dibaca petugas, penilai, dan yang memutuskan.',
    'What it says is read by the officer, the assessor and whoever decides.',
  ],
} as const satisfies Record<string, Words>
