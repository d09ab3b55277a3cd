import type { Words } from '../kit/words.ts'
import type { EvaluationItem } from '../survey/publication/evaluation.ts'

/** The list of evidence for evaluators. */
export const evaluationText = {
  title: ['Bukti untuk evaluasi', 'Evidence for evaluations'],
  lead: [
    'Daftar menurut PermenPANRB 8/2026 dan PEKPPP, sejauh diketahui dari satu sumber: pegangan kantor, bukan pernyataan hukum. Sasaran IKM diatur di pengaturan.',
    'A list after PermenPANRB 8/2026 and PEKPPP as far as one source tells: a help for the office, no legal claim. The wanted IKM is a setting.',
  ],
  level: ['Tingkat', 'Level'],
  item: ['Yang diminta', 'Asked for'],
  proof: ['Bukti dari Tanggap', 'What Tanggap can prove'],
  none: ['belum ada bukti', 'no evidence yet'],
  csv: ['Unduh CSV', 'Download CSV'],
  print: ['Cetak', 'Print'],
} as const satisfies Readonly<Record<string, Words>>

/** What is asked for. */
export const evaluationItemText: Readonly<Record<EvaluationItem, Words>> = {
  offered: ['Survei ditawarkan langsung sesudah layanan', 'Survey offered right after the service'],
  procedure: ['SOP survei', 'Written procedure of the survey'],
  yearly: ['Laporan survei tahunan', 'Yearly report of the survey'],
  public: ['IKM dapat dibaca semua orang', 'Everybody can read the IKM'],
  lapor: ['Terhubung dengan SP4N-LAPOR!', 'Tied to SP4N-LAPOR!'],
  target: ['IKM di atas sasaran', 'IKM above what is wanted'],
  plan: ['Rencana tindak lanjut', 'Follow-up plan'],
  improved: ['Bukti perbaikan', 'Proof of the improvement'],
  trend: ['Tren naik', 'Rising trend'],
  media: ['Media publikasi', 'Media of publication'],
}

/** What the product proves of it. */
export const evaluationProofText: Readonly<Record<EvaluationItem, Words>> = {
  offered: [
    '{period}: {share}% dari {finished} kunjungan selesai diundang; {answered} menjawab.',
    '{period}: {share}% of {finished} finished visits were invited; {answered} answered.',
  ],
  procedure: ['', ''],
  yearly: ['Laporan SKM {report} tersimpan.', 'The SKM report of {report} is saved.'],
  public: [
    'IKM {published} di {link}, diterbitkan {at}; publikasi pertama {since}.',
    'IKM of {published} at {link}, published {at}; first publication {since}.',
  ],
  lapor: [
    '{numbered} dari {all} keluhan membawa nomor LAPOR.',
    '{numbered} of {all} complaints carry a number of LAPOR.',
  ],
  target: ['IKM {ikm}, sasaran di atas {target}.', 'IKM {ikm}, wanted above {target}.'],
  plan: ['{plan}: {lines} baris rencana.', '{plan}: {lines} lines of the plan.'],
  improved: ['{done} dari {lines} baris selesai.', '{done} of {lines} lines are done.'],
  trend: ['Naik {difference} dari {before}, lebih dari kebetulan.', 'Up {difference} from {before}, more than chance.'],
  media: ['{count} media: {media}.', '{count} media: {media}.'],
}
