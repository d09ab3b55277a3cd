import type { Words } from '../kit/words.ts'

/** What leads to the explanation of the record, until it was read. */
export const explainedOnceText = {
  title: ['Apa yang dicatat tentang pekerjaan Anda', 'What is kept about your work'],
  why: [
    'Yang diukur, yang tidak, siapa yang melihat, dan cara berkeberatan.',
    'What is measured, what is not, who sees it, and how to object.',
  ],
  read: ['Baca penjelasan', 'Read it'],
  later: ['Sudah tahu', 'I know'],
} as const satisfies Record<string, Words>
