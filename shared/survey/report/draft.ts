import type { LocalDate } from '../../kit/time.ts'

/** Letters of one text of a report, and of a title or a cell. */
export const MOST_TEXT = 6000
export const MOST_LINE = 200
/** Lines of the table of when the survey was carried out. */
export const MOST_STAGES = 8

/** The texts of a report in its order, each under its heading: the number of the section, and what it is called. */
export const TEXTS = {
  background: ['1.1', 'Latar Belakang'],
  basis: ['1.2', 'Dasar Pelaksanaan Survei Kepuasan Masyarakat'],
  purpose: ['1.3', 'Maksud dan Tujuan'],
  team: ['2.1', 'Pelaksana SKM'],
  method: ['2.2', 'Metode Pengumpulan Data'],
  place: ['2.3', 'Lokasi Pengumpulan Data'],
  time: ['2.4', 'Waktu Pelaksanaan SKM'],
  sample: ['2.5', 'Penentuan Jumlah Responden'],
  respondents: ['3.1', 'Jumlah Responden SKM'],
  index: ['3.2', 'Indeks Kepuasan Masyarakat (Unit Layanan dan Per Unsur Layanan)'],
  analysis: ['4.1', 'Analisis Permasalahan/Kelemahan dan Kelebihan Unsur Layanan'],
  plan: ['4.2', 'Rencana Tindak Lanjut'],
  trend: ['4.3', 'Tren Nilai SKM'],
  conclusion: ['', 'Kesimpulan'],
  pictures: ['Lampiran 3', 'Dokumentasi'],
  hurdles: ['Lampiran 4', 'Laporan Hasil Tindak Lanjut SKM Periode Sebelumnya'],
} as const satisfies Readonly<Record<string, readonly [string, string]>>

export type TextId = keyof typeof TEXTS
export const TEXT_IDS = Object.keys(TEXTS) as readonly TextId[]

/** The chapters with the text before which each begins. */
export const CHAPTERS = [
  { number: 'BAB I', title: 'PENDAHULUAN', from: 'background' },
  { number: 'BAB II', title: 'PENGUMPULAN DATA SKM', from: 'team' },
  { number: 'BAB III', title: 'HASIL PENGOLAHAN DATA', from: 'respondents' },
  { number: 'BAB IV', title: 'ANALISIS HASIL SKM', from: 'analysis' },
  { number: 'BAB V', title: 'KESIMPULAN', from: 'conclusion' },
] as const satisfies readonly { readonly number: string; readonly title: string; readonly from: TextId }[]

/** A line of the table of when the survey was carried out. */
export interface Stage {
  readonly activity: string
  readonly when: string
  /** Working days. */
  readonly days: string
}

/** What people decided of a report; what is absent is still as the program proposes it. */
export interface ReportDraft {
  /** Accepted or rewritten; an empty one is left out of the report. */
  readonly texts: Readonly<Partial<Record<TextId, string>>>
  /** Headings that are called otherwise. */
  readonly titles: Readonly<Partial<Record<TextId, string>>>
  readonly stages: readonly Stage[] | null
  readonly signedOn: LocalDate | null
  /** What the program proposed when each text was decided; absent in versions from before it was kept. */
  readonly on?: Readonly<Partial<Record<TextId, string>>> | undefined
}

export const NOTHING_DECIDED: ReportDraft = { texts: {}, titles: {}, stages: null, signedOn: null }

/** Texts that stay as they are from report to report. */
export const STANDING = ['background', 'basis', 'purpose', 'team', 'place'] as const satisfies readonly TextId[]

/** The texts that nobody has accepted or rewritten yet. */
export function stillProposed({ texts }: Pick<ReportDraft, 'texts'>): readonly TextId[] {
  return TEXT_IDS.filter(id => texts[id] === undefined)
}

/** What is kept of a proposal when its text is decided; of a very long one the beginning. */
export function keptProposal(proposal: string): string {
  return proposal.slice(0, MOST_TEXT).trim()
}

/**
 * The decided texts whose proposal has changed since, because figures or plan did: nobody has looked at them again. One that was emptied
 * says nothing, and one that stays from report to report tells no figures.
 * @example outdatedOf({ texts: { index: 'IKM 83.' }, on: { index: 'IKM 83.' } }, { index: 'IKM 80.' }) // ['index']
 */
export function outdatedOf(
  { texts, on }: Pick<ReportDraft, 'texts' | 'on'>,
  proposals: Readonly<Partial<Record<TextId, string>>>,
): readonly TextId[] {
  const standing: readonly TextId[] = STANDING
  return TEXT_IDS.filter(id => {
    const [text, seen, now] = [texts[id], on?.[id], keptProposal(proposals[id] ?? '')]
    return text && !standing.includes(id) && seen !== undefined && seen !== now && text !== now
  })
}
