import type { Words } from '../../kit/words.ts'

/** The values of BerAKHLAK with their three guides each (SE Menteri PANRB 20/2021), as a vocabulary to tag feedback with. */
export const VALUES = [
  {
    id: 'pelayanan',
    name: ['Berorientasi Pelayanan', 'Service-oriented'],
    guides: [
      ['Memahami dan memenuhi kebutuhan masyarakat', 'Understands and meets what people need'],
      ['Ramah, cekatan, solutif, dan dapat diandalkan', 'Friendly, quick, solves things, reliable'],
      ['Melakukan perbaikan tiada henti', 'Never stops improving'],
    ],
  },
  {
    id: 'akuntabel',
    name: ['Akuntabel', 'Accountable'],
    guides: [
      [
        'Melaksanakan tugas dengan jujur, bertanggung jawab, cermat, disiplin, dan berintegritas tinggi',
        'Works honestly, responsibly, carefully, with discipline and integrity',
      ],
      [
        'Menggunakan kekayaan dan barang milik negara secara bertanggung jawab, efektif, dan efisien',
        'Uses what belongs to the state responsibly and well',
      ],
      ['Tidak menyalahgunakan kewenangan jabatan', 'Does not abuse the powers of the office'],
    ],
  },
  {
    id: 'kompeten',
    name: ['Kompeten', 'Competent'],
    guides: [
      [
        'Meningkatkan kompetensi diri untuk menjawab tantangan yang selalu berubah',
        'Learns to meet what keeps changing',
      ],
      ['Membantu orang lain belajar', 'Helps others learn'],
      ['Melaksanakan tugas dengan kualitas terbaik', 'Does the work as well as it can be done'],
    ],
  },
  {
    id: 'harmonis',
    name: ['Harmonis', 'Harmonious'],
    guides: [
      ['Menghargai setiap orang apa pun latar belakangnya', 'Respects everybody, whatever their background'],
      ['Suka menolong orang lain', 'Likes to help'],
      ['Membangun lingkungan kerja yang kondusif', 'Makes a good place to work in'],
    ],
  },
  {
    id: 'loyal',
    name: ['Loyal', 'Loyal'],
    guides: [
      [
        'Memegang teguh ideologi Pancasila, UUD NRI 1945, setia kepada NKRI serta pemerintahan yang sah',
        'Holds to Pancasila, the constitution, the republic and its lawful government',
      ],
      [
        'Menjaga nama baik sesama ASN, pimpinan, instansi, dan negara',
        'Keeps the good name of colleagues, superiors, the office and the state',
      ],
      ['Menjaga rahasia jabatan dan negara', 'Keeps the secrets of the office and the state'],
    ],
  },
  {
    id: 'adaptif',
    name: ['Adaptif', 'Adaptive'],
    guides: [
      ['Cepat menyesuaikan diri menghadapi perubahan', 'Adapts quickly to change'],
      ['Terus berinovasi dan mengembangkan kreativitas', 'Keeps trying new ways'],
      ['Bertindak proaktif', 'Acts before being asked'],
    ],
  },
  {
    id: 'kolaboratif',
    name: ['Kolaboratif', 'Collaborative'],
    guides: [
      ['Memberi kesempatan kepada berbagai pihak untuk berkontribusi', 'Gives everybody a chance to contribute'],
      ['Terbuka dalam bekerja sama untuk menghasilkan nilai tambah', 'Open to working together for something better'],
      [
        'Menggerakkan pemanfaatan berbagai sumber daya untuk tujuan bersama',
        'Brings what there is to bear on a common aim',
      ],
    ],
  },
] as const satisfies readonly { readonly id: string; readonly name: Words; readonly guides: readonly Words[] }[]

/** A guide by its value and its place in it, from 1: `pelayanan.2`. */
export type Guide = `${(typeof VALUES)[number]['id']}.${1 | 2 | 3}`

/** All twenty-one, in the order of the values. */
export const GUIDES: readonly Guide[] = VALUES.flatMap(v => ([1, 2, 3] as const).map(n => `${v.id}.${n}` as const))

/** A guide in words: its value, and what it says. */
export function guideWords(guide: Guide): { readonly value: Words; readonly guide: Words } {
  const [id, n] = guide.split('.')
  const value = VALUES.find(v => v.id === id)!
  return { value: value.name, guide: value.guides[Number(n) - 1]! }
}
