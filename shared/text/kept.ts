import type { Words } from '../kit/words.ts'

/** Forms of the console that begin with what was typed before. */
export const keptText = {
  restored: ['Isian Anda yang belum terkirim ada di sini.', 'What you typed and did not send is here.'],
  clear: ['Kosongkan', 'Clear'],
} as const satisfies Record<string, Words>
