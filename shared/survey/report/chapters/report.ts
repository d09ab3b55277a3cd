import { dateYearText, periodName } from '../../../text/period.ts'
import { figuresText } from '../../../text/period-figures.ts'
import { publicationText } from '../../../text/publication.ts'
import { numberText, say } from '../../../text/text.ts'
import type { PeriodFigures, ShownFigures } from '../../figures/period-figures.ts'
import { followedTable, planTable, processing, questionnaire } from './annexes.ts'
import type { Block, ReportDocument, TableBlock } from '../document.ts'
import { CHAPTERS, TEXTS, outdatedOf, stillProposed, type ReportDraft, type TextId } from '../draft.ts'
import type { Letterhead, ReportFacts } from '../facts.ts'
import { certaintyLines, methodLine, proposed, proposedStages } from './proposals.ts'
import {
  bandsTable,
  krejcieMorganTable,
  methodsTable,
  profileTable,
  resultBars,
  resultTable,
  servicesTable,
  trendLine,
  trendTable,
} from './result-tables.ts'

/**
 * The report of a period (Laporan Pelaksanaan SKM) with the chapters, tables, annexes and signature that units use since 2023. Every
 * format draws this one document; nothing of it is computed anywhere else.
 */
export function reportDocument(facts: ReportFacts, draft: ReportDraft): ReportDocument {
  const { letterhead, figures } = facts
  const name = periodName(figures.period, 'id')
  const blocks = [...body(facts, draft), ...annexes(facts, draft)]
  return {
    title: `Laporan Pelaksanaan SKM ${name}, ${letterhead.unit}`,
    letterhead: headOf(letterhead),
    cover: {
      title: ['LAPORAN PELAKSANAAN', 'SURVEI KEPUASAN MASYARAKAT (SKM)'],
      unit: [letterhead.unit, letterhead.parent].filter(line => line !== '').map(line => line.toUpperCase()),
      period: coverPeriod(figures),
    },
    foot: [`Laporan Pelaksanaan SKM ${name}`, letterhead.unit, ...(facts.demo ? ['Data contoh'] : [])].join(' · '),
    draft: blocks.some(block => block.is === 'text' && (block.proposed || block.outdated)),
    blocks,
  }
}

/** Why a service has no figure of its own, in the words of what is published. */
const SERVICES_REST = `– : ${say(publicationText['services.rest'], 'id')}`

function body(facts: ReportFacts, draft: ReportDraft): readonly Block[] {
  const { figures, plan } = facts
  const shown = figures.figures
  const text = textOf(facts, draft)
  const n = shown?.result.n ?? figures.sample.achieved
  const { target } = figures.sample
  const short: readonly Block[] =
    n < target
      ? [
          {
            is: 'warning',
            text: `Responden ${numberText(n, 'id')} dari paling sedikit ${numberText(target, 'id')}: jumlah sampel belum memenuhi.`,
          },
        ]
      : []
  const without = leftOutLines(shown).map(note)
  return [
    ...chapter('background', draft),
    ...(['background', 'basis', 'purpose'] as const).flatMap(text),
    ...chapter('team', draft),
    ...(['team', 'method', 'place', 'time'] as const).flatMap(text),
    stagesTable(facts, draft),
    ...text('sample'),
    ...short,
    ...without,
    krejcieMorganTable(),
    servicesTable(facts),
    ...(figures.services.some(one => one.visits + one.answered > 0 && !one.shown) ? [note(SERVICES_REST)] : []),
    ...chapter('respondents', draft),
    ...text('respondents'),
    ...(shown
      ? [
          profileTable(facts, n + (shown.leftOut ?? 0)),
          ...without,
          note('Persentase dibulatkan agar berjumlah 100,0 pada setiap karakteristik. “Tidak diisi” ikut dihitung.'),
        ]
      : []),
    ...text('index'),
    ...short,
    ...results(facts),
    ...chapter('analysis', draft),
    ...text('analysis'),
    ...text('plan'),
    ...(plan && plan.rows.length > 0 ? [planTable(plan)] : []),
    ...text('trend'),
    ...(shown && shown.trend.length > 0 ? [trendTable(shown)] : []),
    ...(shown && shown.trend.length > 1 ? [trendLine(shown)] : []),
    ...(shown ? [note(`Hanya periode menurut ${shown.regulation} yang digambarkan dalam satu garis.`)] : []),
    ...chapter('conclusion', draft),
    ...text('conclusion'),
    signature(facts, draft),
  ]
}

/** What the head decided to leave out, in the words of what is published; said whatever people write. */
function leftOutLines(shown: ShownFigures | undefined): readonly string[] {
  return shown?.leftOut ? [say(publicationText.leftOut, 'id', { n: numberText(shown.leftOut, 'id') })] : []
}

/** The mean of all unsur, each by its weight. */
function meanNrr({ unsur }: ShownFigures): number | undefined {
  const known = unsur.flatMap(({ nrr, weight = 1 }) => (nrr === undefined ? [] : [[nrr * weight, weight] as const]))
  if (known.length < unsur.length) return undefined
  return known.reduce((sum, [n]) => sum + n, 0) / known.reduce((sum, [, weight]) => sum + weight, 0)
}

/** Why further unsur that were asked do not count; said whatever people write. */
function nineOnlyLines({ nineOnly }: ShownFigures): readonly string[] {
  return nineOnly ? [say(figuresText[`nine.${nineOnly}`], 'id')] : []
}

/** What stands in 3.2 behind its text. */
function results({ figures: { figures } }: ReportFacts): readonly Block[] {
  if (!figures) return []
  const mean = meanNrr(figures)
  const unlike: readonly Block[] = figures.weighted?.unlike
    ? [
        {
          is: 'warning',
          text: 'Jawaban tidak sebanding dengan jumlah pemohon per layanan; hurufnya tidak pasti.',
        },
      ]
    : []
  return [
    resultTable(figures, mean),
    ...unlike,
    resultBars(figures),
    note(
      `Garis hitam: selang 95%.${figures.lowest.three.length > 0 ? ' Batang terang: unsur terendah, menjadi prioritas rencana tindak lanjut pada 4.2.' : ''} Batang dimulai pada 1,00, nilai terendah yang mungkin.`,
    ),
    bandsTable('bands', figures.result.mutu),
    note([methodLine(figures), ...nineOnlyLines(figures), ...leftOutLines(figures)].join(' ')),
    note(certaintyLines(figures).join(' ')),
    methodsTable(figures),
  ]
}

function annexes(facts: ReportFacts, draft: ReportDraft): readonly Block[] {
  const { figures, before } = facts
  const text = textOf(facts, draft)
  return [
    { is: 'chapter', number: 'LAMPIRAN', title: '' },
    { is: 'section', number: 'Lampiran 1', title: 'Kuesioner' },
    questionnaire(figures.figures),
    { is: 'section', number: 'Lampiran 2', title: 'Hasil Olah Data SKM' },
    ...(figures.figures
      ? processing(facts, figures.figures)
      : [note('Angka periode ini belum dapat ditampilkan, maka data per responden tidak dicetak.')]),
    ...text('pictures'),
    ...text('hurdles'),
    ...(before ? [followedTable(before.plan)] : []),
  ]
}

/** Texts that something else stands below. */
const WITH_TABLE: readonly TextId[] = ['time', 'sample', 'respondents', 'index', 'plan', 'trend', 'hurdles']

/** A text under its heading: as people have decided it, else as proposed. */
function textOf(facts: ReportFacts, draft: ReportDraft): (id: TextId) => readonly Block[] {
  const open = stillProposed(draft)
  const proposals = proposed(facts)
  const outdated = outdatedOf(draft, proposals)
  return id => {
    const [number, usual] = TEXTS[id]
    const said = draft.texts[id] ?? proposals[id]
    const title = draft.titles[id] ?? usual
    // The last chapter is its own heading.
    const heading: readonly Block[] = number === '' ? [] : [{ is: 'section', number, title }]
    const paragraphs = said.split(/\n+/).filter(line => line.trim() !== '')
    // Emptied, it is left out; the heading stays where a table follows.
    if (paragraphs.length === 0) return WITH_TABLE.includes(id) ? heading : []
    const mark = open.includes(id)
      ? { proposed: true as const }
      : outdated.includes(id)
        ? { outdated: true as const }
        : {}
    return [...heading, { is: 'text', paragraphs, ...mark }]
  }
}

/** The last chapter is one text, and called as that is. */
function chapter(from: TextId, { titles }: Pick<ReportDraft, 'titles'>): readonly Block[] {
  const own = TEXTS[from][0] === '' ? titles[from]?.toUpperCase() : undefined
  const begun = CHAPTERS.filter(one => one.from === from)
  return begun.map(({ number, title }) => ({ is: 'chapter', number, title: own ?? title }))
}

function stagesTable(facts: ReportFacts, { stages }: ReportDraft): TableBlock {
  return {
    is: 'table',
    id: 'stages',
    caption: 'Tabel 2.1 Waktu pelaksanaan',
    columns: [
      { head: 'No.', share: 0.8 },
      { head: 'Kegiatan', share: 4 },
      { head: 'Waktu Pelaksanaan', share: 4 },
      { head: 'Jumlah Hari Kerja', share: 2, numeric: true },
    ],
    rows: (stages ?? proposedStages(facts)).map(({ activity, when, days }, i) => [
      ...[String(i + 1), activity, when || '–', days || '–'],
    ]),
  }
}

function signature({ letterhead, madeOn }: ReportFacts, { signedOn }: ReportDraft): Block {
  const { place, post, signatory, rank, nip, unit } = letterhead
  return {
    is: 'signature',
    place: `${place}, ${dateYearText(signedOn ?? madeOn, 'id')}`,
    post: post || `Kepala ${unit}`,
    name: signatory || '(nama)',
    below: [rank, nip === '' ? '' : `NIP ${nip}`].filter(line => line !== ''),
  }
}

function headOf({ government, parent, unit, address, phone }: Letterhead): readonly string[] {
  return [government, parent, unit, [address, phone].filter(part => part !== '').join(' · ')].filter(l => l !== '')
}

function coverPeriod({ period }: PeriodFigures): readonly string[] {
  const year = period.from.slice(0, 4)
  if (period.kind === 'year') return [`TAHUN ${year}`]
  const name = periodName(period, 'id').replace(` ${year}`, '')
  return [`PERIODE ${name.toUpperCase()}`, `TAHUN ${year}`]
}

function note(text: string): Block {
  return { is: 'note', text }
}
