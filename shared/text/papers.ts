import type { Words } from '../kit/words.ts'

/** Words about what people bring, and for which case. */
export const papersText = {
  question: ['{service}: apa yang terjadi?', '{service}: what has happened?'],
  'question.lead': ['Berkasnya berbeda. Sentuh satu.', 'The papers differ. Touch one.'],
  'question.label': ['Apa yang terjadi', 'What has happened'],
  'question.hint': [
    'Jawaban ini hanya untuk menyiapkan berkas. Bisa diganti nanti.',
    'This answer only prepares the papers. It can be changed later.',
  ],
  'change.service': ['Ganti layanan', 'Another service'],
  'change.case': ['{case}, ganti', '{case}, change'],
  change: ['Ganti keperluan', 'Change what it is for'],
  for: ['Keperluan', 'For'],
  'for.unsure': ['belum dipilih', 'not chosen yet'],
  head: ['{name}: bawa {n} berkas', '{name}: bring {n} papers'],
  'head.one': ['{name}: bawa 1 berkas', '{name}: bring 1 paper'],
  'head.none': ['{name}: tidak perlu membawa berkas', '{name}: no papers are needed'],
  'head.unsure': ['{name}: berkas menurut keperluan', '{name}: papers by what it is for'],
  'count.none': ['Tanpa berkas', 'No papers'],
  'count.one': ['Bawa 1 berkas', 'Bring 1 paper'],
  count: ['Bawa {n} berkas', 'Bring {n} papers'],
  'count.unsure': ['Menurut keperluan', 'Depends on what it is for'],
  'unsure.rest': ['Lainnya menurut keperluan', 'The others depend on what it is for'],
  'bring.unsure': ['Bawa: {list}. Lainnya menurut keperluan', 'Bring: {list}. The others depend on what it is for'],
  'bring.unsure.none': ['Berkas menurut keperluan', 'Papers depend on what it is for'],
  unsure: ['Bukan itu, atau belum yakin', 'None of these, or not sure'],
  'unsure.advice': ['{service} dahulu, tanpa berkas', '{service} first, without papers'],
  'unsure.all': ['Lihat semua berkas {service}', 'See all papers for {service}'],
  'unsure.lead': [
    'Tidak semua perlu dibawa: tiap berkas menyebut untuk apa.',
    'Not all need to be brought: each says what it is for.',
  ],
  'only.for': ['Hanya untuk: {cases}', 'Only for: {cases}'],
  spare: ['Tidak perlu dibawa', 'No need to bring'],
} as const satisfies Record<string, Words>
