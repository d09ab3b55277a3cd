import type { Words } from '../kit/words.ts'

/** The nine unsur in the order of the regulation's body (PermenPANRB 14/2017): 8 is pengaduan, 9 is sarana. */
export const BODY_ORDER = [
  'persyaratan',
  'prosedur',
  'waktu',
  'biaya',
  'produk',
  'kompetensi',
  'perilaku',
  'pengaduan',
  'sarana',
] as const

/** An unsur by its meaning; numbers are for printing only, since two official orders circulate. */
export type Unsur = (typeof BODY_ORDER)[number]

/** All nine unsur, in body order. */
export const UNSUR: readonly Unsur[] = BODY_ORDER

/** The order of the questionnaire in the annex of PermenPANRB 14/2017: it asks 8 sarana, 9 pengaduan. */
export const ANNEX_ORDER = [
  'persyaratan',
  'prosedur',
  'waktu',
  'biaya',
  'produk',
  'kompetensi',
  'perilaku',
  'sarana',
  'pengaduan',
] as const satisfies readonly Unsur[]

/** The four marks of an SKM answer and of a rating, worst to best. */
export const SCORES = [1, 2, 3, 4] as const

/** One mark of the four. */
export type Score = (typeof SCORES)[number]

/** The mark of `biaya` for a service free of charge: by definition of the questionnaire's fourth answer, not by opinion. */
export const FREE_SERVICE_SCORE = 4 satisfies Score

/** The official wording of one unsur; `answers[score - 1]` is the label of a score. */
export interface Question {
  readonly name: Words
  readonly question: Words
  readonly answers: readonly [Words, Words, Words, Words]
}

/** The nine questions in the wording of PermenPANRB 14/2017; the English is a help, the Indonesian is the instrument. */
export const QUESTIONS = {
  persyaratan: {
    name: ['Persyaratan', 'Requirements'],
    question: [
      'Bagaimana pendapat Saudara tentang kesesuaian persyaratan pelayanan dengan jenis pelayanannya?',
      'Do the requirements suit the kind of service?',
    ],
    answers: [
      ['Tidak sesuai', 'Not suitable'],
      ['Kurang sesuai', 'Less suitable'],
      ['Sesuai', 'Suitable'],
      ['Sangat sesuai', 'Very suitable'],
    ],
  },
  prosedur: {
    name: ['Sistem, Mekanisme, dan Prosedur', 'System, mechanism and procedure'],
    question: [
      'Bagaimana pemahaman Saudara tentang kemudahan prosedur pelayanan di unit ini?',
      'How easy is the procedure of this unit?',
    ],
    answers: [
      ['Tidak mudah', 'Not easy'],
      ['Kurang mudah', 'Less easy'],
      ['Mudah', 'Easy'],
      ['Sangat mudah', 'Very easy'],
    ],
  },
  waktu: {
    name: ['Waktu Penyelesaian', 'Time to completion'],
    question: [
      'Bagaimana pendapat Saudara tentang kecepatan waktu dalam memberikan pelayanan?',
      'How quickly was the service given?',
    ],
    answers: [
      ['Tidak cepat', 'Not quickly'],
      ['Kurang cepat', 'Less quickly'],
      ['Cepat', 'Quickly'],
      ['Sangat cepat', 'Very quickly'],
    ],
  },
  biaya: {
    name: ['Biaya/Tarif', 'Cost or fee'],
    question: [
      'Bagaimana pendapat Saudara tentang kewajaran biaya/tarif dalam pelayanan?',
      'How fair is the cost or fee of the service?',
    ],
    answers: [
      ['Sangat mahal', 'Very expensive'],
      ['Cukup mahal', 'Rather expensive'],
      ['Murah', 'Cheap'],
      ['Gratis', 'Free of charge'],
    ],
  },
  produk: {
    name: ['Produk Spesifikasi Jenis Pelayanan', 'Product as specified'],
    question: [
      'Bagaimana pendapat Saudara tentang kesesuaian produk pelayanan antara yang tercantum dalam standar pelayanan dengan hasil yang diberikan?',
      'Does the result you were given match the published service standard?',
    ],
    answers: [
      ['Tidak sesuai', 'Does not match'],
      ['Kurang sesuai', 'Matches less'],
      ['Sesuai', 'Matches'],
      ['Sangat sesuai', 'Matches fully'],
    ],
  },
  kompetensi: {
    name: ['Kompetensi Pelaksana', 'Competence of the staff'],
    question: [
      'Bagaimana pendapat Saudara tentang kompetensi/kemampuan petugas dalam pelayanan?',
      'How competent are the staff in giving the service?',
    ],
    answers: [
      ['Tidak kompeten', 'Not competent'],
      ['Kurang kompeten', 'Less competent'],
      ['Kompeten', 'Competent'],
      ['Sangat kompeten', 'Very competent'],
    ],
  },
  perilaku: {
    name: ['Perilaku Pelaksana', 'Conduct of the staff'],
    question: [
      'Bagaimana pendapat Saudara tentang perilaku petugas dalam pelayanan terkait kesopanan dan keramahan?',
      'How polite and friendly are the staff in giving the service?',
    ],
    answers: [
      ['Tidak sopan dan ramah', 'Not polite and friendly'],
      ['Kurang sopan dan ramah', 'Less polite and friendly'],
      ['Sopan dan ramah', 'Polite and friendly'],
      ['Sangat sopan dan ramah', 'Very polite and friendly'],
    ],
  },
  pengaduan: {
    name: ['Penanganan Pengaduan, Saran dan Masukan', 'Handling of complaints and suggestions'],
    question: [
      'Bagaimana pendapat Saudara tentang penanganan pengaduan pengguna layanan?',
      'How are complaints of service users handled?',
    ],
    answers: [
      ['Tidak ada', 'Not at all'],
      ['Ada tetapi tidak berfungsi', 'It exists but does not work'],
      ['Berfungsi kurang maksimal', 'It works, but not fully'],
      ['Dikelola dengan baik', 'Handled well'],
    ],
  },
  sarana: {
    name: ['Sarana dan Prasarana', 'Facilities'],
    question: [
      'Bagaimana pendapat Saudara tentang kualitas sarana dan prasarana?',
      'How good is the quality of the facilities?',
    ],
    answers: [
      ['Buruk', 'Poor'],
      ['Cukup', 'Fair'],
      ['Baik', 'Good'],
      ['Sangat baik', 'Very good'],
    ],
  },
} as const satisfies Record<Unsur, Question>
