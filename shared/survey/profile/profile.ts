import type { Words } from '../../kit/words.ts'

/** One item of the profile: what it asks, and the closed list of what it can be. */
export interface ProfileItem {
  readonly question: Words
  readonly answers: Readonly<Record<string, Words>>
}

/**
 * What the form of PermenPANRB 14/2017 asks of a respondent beside the service, in its order: sex, age, education, work. Age is asked in
 * groups, and "lainnya" is not spelled out, for a year or a word of one's own could name somebody. D1 to D4 are asked as publication sheets tell them.
 */
export const PROFILE = {
  sex: {
    question: ['Jenis kelamin', 'Sex'],
    answers: { L: ['Laki-laki', 'Male'], P: ['Perempuan', 'Female'] },
  },
  age: {
    question: ['Usia', 'Age'],
    answers: {
      '<20': ['Di bawah 20', 'Under 20'],
      '20-29': ['20–29', '20–29'],
      '30-39': ['30–39', '30–39'],
      '40-49': ['40–49', '40–49'],
      '50-59': ['50–59', '50–59'],
      '60+': ['60 ke atas', '60 and over'],
    },
  },
  education: {
    question: ['Pendidikan terakhir', 'Highest education'],
    answers: {
      SD: ['SD', 'Primary school'],
      SMP: ['SMP', 'Junior high school'],
      SMA: ['SMA', 'Senior high school'],
      'D1-D3': ['D1–D3', 'Diploma (D1–D3)'],
      S1: ['S1/D4', 'Bachelor (S1/D4)'],
      S2: ['S2', 'Master (S2)'],
      S3: ['S3', 'Doctorate (S3)'],
    },
  },
  work: {
    question: ['Pekerjaan', 'Work'],
    answers: {
      PNS: ['PNS', 'Civil servant'],
      TNI: ['TNI', 'Armed forces'],
      POLRI: ['Polri', 'Police'],
      SWASTA: ['Swasta', 'Private sector'],
      WIRAUSAHA: ['Wirausaha', 'Self-employed'],
      LAINNYA: ['Lainnya', 'Other'],
    },
  },
} as const satisfies Readonly<Record<string, ProfileItem>>

/** An item of the profile. */
export type ProfileKey = keyof typeof PROFILE

/** What an item can be. */
export type ProfileValue<Key extends ProfileKey> = keyof (typeof PROFILE)[Key]['answers'] & string

/** The items in the order of the form. */
export const PROFILE_KEYS = Object.keys(PROFILE) as readonly ProfileKey[]

/** What somebody told of themselves; an item that is absent was not filled in. */
export type Profile = { readonly [Key in ProfileKey]?: ProfileValue<Key> }

/** The column of `skm_profiles` in which an item stands. */
export const PROFILE_COLUMNS = {
  sex: 'sex',
  age: 'age_group',
  education: 'education',
  work: 'work',
} as const satisfies Record<ProfileKey, string>

/** The values of an item in the order of the form. */
export function valuesOf<Key extends ProfileKey>(key: Key): readonly ProfileValue<Key>[] {
  return Object.keys(PROFILE[key].answers) as ProfileValue<Key>[]
}

/** What a value is called. */
export function profileWords(key: ProfileKey, value: string): Words | undefined {
  const answers: Readonly<Record<string, Words>> = PROFILE[key].answers
  return Object.hasOwn(answers, value) ? answers[value] : undefined
}

/** Where an item is not filled in, in tables and forms. */
export const NOT_FILLED_IN: Words = ['Tidak diisi', 'Not filled in']
