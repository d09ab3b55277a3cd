import type { Words } from '../kit/words.ts'

/** The words of the settings for papers and cases. */
export const adminPapersText = {
  asking: ['Berkas dan keperluan', 'Papers and cases'],
  papers: ['Berkas', 'Papers'],
  'papers.note': [
    'Semua berkas yang mungkin diminta. Nama boleh diganti: centang warga tetap berlaku.',
    'Every paper that may be asked for. A new name keeps what people have ticked.',
  ],
  cases: ['Keperluan', 'Cases'],
  'cases.note': [
    'Warga ditanya apa yang terjadi, lalu hanya melihat berkasnya. Tanpa keperluan, semua berkas diminta.',
    'People are asked what has happened and see its papers only. Without cases all papers are asked for.',
  ],
  'paper.add': ['Tambah berkas', 'Add a paper'],
  'case.add': ['Tambah keperluan', 'Add a case'],
  'paper.new': ['Berkas baru', 'New paper'],
  'case.new': ['Keperluan baru', 'New case'],
  name: ['Nama', 'Name'],
  note: ['Bentuk, atau tempat mengurusnya', 'Its form, or where to get it'],
  detail: ['Penjelasan singkat', 'Short explanation'],
  spare: ['Tidak perlu dibawa', 'No need to bring'],
  'lang.id': ['{field}', '{field}, Indonesian'],
  'lang.en': ['{field}, bahasa Inggris', '{field}, English'],
  'case.papers': ['Berkas untuk {case}', 'Papers for {case}'],
  'case.order': [
    'Berkas yang dibawa, dibaca menurut urutan centang.',
    'What to bring, read in the order of the ticks.',
  ],
  'case.none': ['Belum ada yang dicentang: tanpa berkas.', 'Nothing is ticked: no papers.'],
  up: ['Naikkan', 'Move up'],
  'up.label': ['Naikkan {name}', 'Move {name} up'],
  down: ['Turunkan', 'Move down'],
  'down.label': ['Turunkan {name}', 'Move {name} down'],
  'remove.used': [
    '{name} dipakai dalam: {cases}. Hapus dari sana juga?',
    '{name} is asked for in: {cases}. Remove it there too?',
  ],
  'remove.yes': ['Ya, hapus', 'Yes, remove it'],
  'remove.no': ['Batal', 'Cancel'],
  remove: ['Hapus', 'Remove'],
  'remove.label': ['Hapus {name}', 'Remove {name}'],
} as const satisfies Record<string, Words>
