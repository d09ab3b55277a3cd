import type { Words } from '../../shared/kit/words.ts'
import type { Instrument, InstrumentQuestion } from '../../shared/survey/instrument/instrument.ts'
import type { Programme } from '../../shared/survey/instrument/programme.ts'

const FREQUENCY: readonly Words[] = [
  ['Tidak pernah', 'Never'],
  ['Jarang', 'Rarely'],
  ['Sering', 'Often'],
  ['Selalu', 'Always'],
]
const GOOD: readonly Words[] = [
  ['Buruk', 'Poor'],
  ['Cukup', 'Fair'],
  ['Baik', 'Good'],
  ['Sangat baik', 'Very good'],
]
const EASY: readonly Words[] = [
  ['Tidak mudah', 'Not easy'],
  ['Kurang mudah', 'Less easy'],
  ['Mudah', 'Easy'],
  ['Sangat mudah', 'Very easy'],
]
const asked = (key: string, name: Words, wording: Words, answers: readonly Words[]): InstrumentQuestion => ({
  ...{ key, name, wording, answers, weight: null },
})

/** A survey that hangs on no ticket, before its days are known. */
interface DemoProgramme {
  readonly instrument: Instrument
  readonly programme: Pick<Programme, 'name' | 'about' | 'population' | 'places'>
}

/** Surveys of programmes of the trial office, made up. */
export const demoProgrammes = {
  imunisasi: {
    instrument: {
      name: ['Imunisasi di posyandu', 'Immunisation at the health post'],
      steps: 4,
      questions: [
        asked(
          'jadwal',
          ['Jadwal', 'Schedule'],
          ['Apakah jadwal imunisasi diberitahukan sebelumnya?', 'Are the days of immunisation told beforehand?'],
          FREQUENCY,
        ),
        asked(
          'vaksin',
          ['Ketersediaan vaksin', 'Vaccines at hand'],
          ['Apakah vaksin tersedia ketika Anda datang?', 'Are the vaccines there when you come?'],
          FREQUENCY,
        ),
        asked(
          'penjelasan',
          ['Penjelasan', 'Explanation'],
          [
            'Bagaimana penjelasan petugas tentang manfaat dan efek samping?',
            'How well are benefits and side effects explained?',
          ],
          GOOD,
        ),
        asked(
          'tempat',
          ['Tempat', 'Place'],
          ['Bagaimana tempat dan kebersihannya?', 'How are the place and its cleanliness?'],
          GOOD,
        ),
      ],
    },
    programme: {
      name: ['Bulan imunisasi anak (contoh)', 'Month of immunisation (example)'],
      about: ['Untuk orang tua yang anaknya diimunisasi.', 'For parents whose child was immunised.'],
      population: 320,
      places: ['Posyandu Melati', 'Posyandu Anggrek', 'Posyandu Kenanga'],
    },
  },
  sampah: {
    instrument: {
      name: ['Pengangkutan sampah', 'Waste collection'],
      steps: 4,
      questions: [
        asked(
          'jadwal',
          ['Jadwal', 'Schedule'],
          ['Apakah sampah diangkut sesuai jadwal?', 'Is the waste collected as scheduled?'],
          FREQUENCY,
        ),
        asked(
          'bersih',
          ['Kebersihan', 'Cleanliness'],
          ['Apakah tempatnya ditinggalkan bersih?', 'Is the place left clean?'],
          FREQUENCY,
        ),
        asked(
          'petugas',
          ['Petugas', 'Staff'],
          ['Bagaimana sikap petugas pengangkut?', 'How do the collectors behave?'],
          GOOD,
        ),
        asked(
          'lapor',
          ['Melapor', 'Reporting'],
          ['Apakah mudah melapor bila sampah tidak diangkut?', 'Is it easy to report waste that was not collected?'],
          EASY,
        ),
      ],
    },
    programme: {
      name: ['Pengangkutan sampah rumah tangga (contoh)', 'Household waste collection (example)'],
      about: ['Untuk warga yang sampahnya diangkut dinas.', 'For households whose waste the city collects.'],
      population: 4_800,
      places: ['Sempaja', 'Sambutan', 'Palaran'],
    },
  },
  sekolah: {
    instrument: {
      name: ['Layanan sekolah', 'Services of the school'],
      steps: 4,
      questions: [
        asked(
          'daftar',
          ['Pendaftaran', 'Enrolment'],
          ['Apakah pendaftaran murid baru mudah diikuti?', 'Is the enrolment of new pupils easy to follow?'],
          EASY,
        ),
        asked(
          'kabar',
          ['Kabar ke orang tua', 'News for parents'],
          ['Apakah sekolah memberi kabar tentang anak Anda?', 'Does the school tell you about your child?'],
          FREQUENCY,
        ),
        asked(
          'sarana',
          ['Sarana', 'Facilities'],
          ['Bagaimana ruang kelas dan toilet sekolah?', 'How are class rooms and toilets of the school?'],
          GOOD,
        ),
      ],
    },
    programme: {
      name: ['Layanan sekolah dasar (contoh)', 'Primary schools (example)'],
      about: ['Untuk orang tua murid sekolah dasar negeri.', 'For parents of pupils of public primary schools.'],
      population: 1_150,
      places: [],
    },
  },
} as const satisfies Record<string, DemoProgramme>

export type DemoProgrammeId = keyof typeof demoProgrammes
