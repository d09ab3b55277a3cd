import type { Words } from '../../kit/words.ts'
import { BODY_ORDER, QUESTIONS } from '../instruments.ts'
import { RATINGS } from '../rating.ts'
import type { Instrument, InstrumentQuestion } from './instrument.ts'

/** The six answers of SPKP and SPAK, worst to best. */
const AGREEMENT: readonly Words[] = [
  ['Sangat tidak setuju', 'Strongly disagree'],
  ['Tidak setuju', 'Disagree'],
  ['Kurang setuju', 'Rather disagree'],
  ['Cukup setuju', 'Rather agree'],
  ['Setuju', 'Agree'],
  ['Sangat setuju', 'Strongly agree'],
]

const agreed = (key: string, name: Words, wording: Words): InstrumentQuestion => ({
  ...{ key, name, wording, answers: AGREEMENT, weight: null },
})

/** The instruments that every office has, by their id: those of the regulations in their own words, and the one tap. */
export const BUILT_IN = {
  /** PermenPANRB 14/2017, in the order of its body. */
  skm: {
    name: ['Survei Kepuasan Masyarakat (SKM)', 'Public satisfaction survey (SKM)'],
    steps: 4,
    questions: BODY_ORDER.map(key => {
      const { name, question, answers } = QUESTIONS[key]
      return { key, name, wording: question, answers, weight: null }
    }),
  },
  pulse: {
    name: ['Satu ketukan', 'One tap'],
    steps: 4,
    questions: [
      {
        ...{ key: 'puas', name: ['Kepuasan', 'Satisfaction'], weight: null },
        wording: ['Seberapa puas Anda dengan pelayanan ini?', 'How satisfied are you with this service?'],
        answers: RATINGS.map(({ words }) => words),
      },
    ],
  },
  /** Survei Persepsi Kualitas Pelayanan. */
  spkp: {
    name: ['Survei Persepsi Kualitas Pelayanan (SPKP)', 'Perceived quality of service (SPKP)'],
    steps: 6,
    questions: [
      agreed(
        'informasi',
        ['Informasi', 'Information'],
        [
          'Informasi pelayanan tersedia melalui media elektronik maupun nonelektronik',
          'Information about the service is available in electronic and other media',
        ],
      ),
      agreed(
        'persyaratan',
        ['Persyaratan', 'Requirements'],
        [
          'Persyaratan pelayanan yang diinformasikan sesuai dengan persyaratan yang ditetapkan',
          'The requirements that are told are those that were laid down',
        ],
      ),
      agreed(
        'prosedur',
        ['Prosedur', 'Procedure'],
        [
          'Prosedur/alur pelayanan yang ditetapkan mudah diikuti/dilakukan',
          'The procedure that was laid down is easy to follow',
        ],
      ),
      agreed(
        'waktu',
        ['Jangka waktu', 'Time'],
        [
          'Jangka waktu penyelesaian pelayanan yang diterima sesuai dengan yang ditetapkan',
          'The service took the time that was laid down',
        ],
      ),
      agreed(
        'biaya',
        ['Tarif/biaya', 'Fee'],
        [
          'Tarif/biaya pelayanan yang dibayarkan sesuai dengan tarif/biaya yang ditetapkan',
          'The fee that was paid is the one that was laid down',
        ],
      ),
      agreed(
        'sarana',
        ['Sarana prasarana', 'Facilities'],
        [
          'Sarana prasarana pendukung pelayanan/sistem pelayanan online memberikan kenyamanan/mudah digunakan',
          'The facilities or the online service are comfortable and easy to use',
        ],
      ),
      agreed(
        'petugas',
        ['Respons petugas', 'Response of the staff'],
        [
          'Petugas pelayanan/sistem pelayanan online merespon keperluan Bapak/Ibu dengan cepat',
          'The staff or the online service answer quickly to what you need',
        ],
      ),
      agreed(
        'pengaduan',
        ['Konsultasi dan pengaduan', 'Advice and complaints'],
        [
          'Layanan konsultasi dan pengaduan mudah digunakan/diakses',
          'Advice and complaints are easy to reach and to use',
        ],
      ),
    ],
  },
  /** Survei Persepsi Anti Korupsi. */
  spak: {
    name: ['Survei Persepsi Anti Korupsi (SPAK)', 'Perceived freedom from corruption (SPAK)'],
    steps: 6,
    questions: [
      agreed(
        'diskriminasi',
        ['Tanpa diskriminasi', 'No discrimination'],
        ['Tidak ada diskriminasi pelayanan pada unit layanan ini', 'Nobody is served worse than others in this unit'],
      ),
      agreed(
        'kecurangan',
        ['Tanpa kecurangan', 'No irregularity'],
        [
          'Tidak ada pelayanan di luar prosedur/kecurangan pelayanan pada unit layanan ini',
          'Nothing is done outside the procedure in this unit',
        ],
      ),
      agreed(
        'imbalan',
        ['Tanpa imbalan', 'No rewards'],
        [
          'Tidak ada penerimaan imbalan uang/barang/fasilitas di luar ketentuan yang berlaku',
          'Nobody takes money, goods or favours beyond what is lawful',
        ],
      ),
      agreed(
        'pungli',
        ['Tanpa pungli', 'No illegal fees'],
        ['Tidak ada pungutan liar (pungli) pada unit layanan ini', 'No illegal fees are taken in this unit'],
      ),
      agreed(
        'percaloan',
        ['Tanpa percaloan', 'No touts'],
        [
          'Tidak ada percaloan/perantara tidak resmi pada unit layanan ini',
          'There are no touts or unofficial go-betweens in this unit',
        ],
      ),
    ],
  },
} as const satisfies Record<string, Instrument>

export type BuiltIn = keyof typeof BUILT_IN
export const BUILT_IN_IDS = Object.keys(BUILT_IN) as readonly BuiltIn[]

/** The built-in instrument of an id; undefined for one of an office. */
export function builtIn(id: string): Instrument | undefined {
  return BUILT_IN_IDS.some(one => one === id) ? BUILT_IN[id as BuiltIn] : undefined
}
