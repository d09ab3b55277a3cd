import { dateYearText, periodName } from '../../../text/period.ts'
import { roadText, tabletSays } from '../../../text/roads.ts'
import { figuresText } from '../../../text/period-figures.ts'
import { numberText, say } from '../../../text/text.ts'
import { broughtIn } from '../../figures/brought.ts'
import type { PeriodFigures, ShownFigures, UnsurFigures } from '../../figures/period-figures.ts'
import { namesOf, unsurName } from '../../unsur-name.ts'
import { METHOD_WORDS } from '../../ikm.ts'
import { UNSUR } from '../../instruments.ts'
import type { Stage, TextId } from '../draft.ts'
import type { ReportFacts } from '../facts.ts'
import { weightTexts } from './annexes.ts'
import { unsurNumber } from './result-tables.ts'
import { ikmText, listed, mutuText, nrrText, rangeText } from './figures-text.ts'

type Proposal = (facts: ReportFacts, shown: ShownFigures | undefined) => string

/** Said where figures are held back. */
const HELD = 'Angka periode ini belum dapat ditampilkan.'

/**
 * What the program proposes to say in each text: what the last report said, else from the numbers and from what the law asks. Paragraphs are parted by an empty line; a
 * proposal is no more than that until somebody accepts or rewrites it.
 */
export function proposed(facts: ReportFacts): Readonly<Record<TextId, string>> {
  const said = Object.entries(PROPOSALS).map(([id, of]) => [id, of(facts, facts.figures.figures)] as const)
  return { ...(Object.fromEntries(said) as Record<TextId, string>), ...facts.standing }
}

/** What the program proposes as the stages of the survey. */
export function proposedStages({ figures, workdays }: Pick<ReportFacts, 'figures' | 'workdays'>): readonly Stage[] {
  const { from, to } = figures.period
  return [
    { activity: 'Persiapan', when: '', days: '' },
    { activity: 'Pengumpulan data', when: span(from, to), days: String(workdays) },
    { activity: 'Pengolahan data dan analisis hasil', when: '', days: '' },
    { activity: 'Penyusunan laporan', when: '', days: '' },
  ]
}

const PROPOSALS: Readonly<Record<TextId, Proposal>> = {
  background: ({ letterhead }) =>
    `Pelayanan publik yang baik perlu diketahui mutunya dari orang yang menerimanya. Karena itu setiap penyelenggara wajib melaksanakan Survei Kepuasan Masyarakat (SKM) paling sedikit satu kali setahun.\n\n${letterhead.unit} melaksanakan SKM agar kelemahan dan kekuatan setiap unsur pelayanan terlihat, diperbaiki, dan dilaporkan kembali kepada masyarakat.`,
  basis: () =>
    'Undang-Undang Nomor 25 Tahun 2009 tentang Pelayanan Publik; Peraturan Pemerintah Nomor 96 Tahun 2012 tentang pelaksanaannya; dan Peraturan Menteri PANRB Nomor 14 Tahun 2017 tentang Pedoman Penyusunan Survei Kepuasan Masyarakat Unit Penyelenggara Pelayanan Publik.',
  purpose: ({ figures }) =>
    `Survei ini bermaksud mengukur kepuasan masyarakat sebagai pengguna layanan pada ${nameOf(figures)}. Tujuannya mengetahui unsur pelayanan yang perlu diperbaiki, menyusun rencana tindak lanjut, dan membandingkan hasilnya dari periode ke periode.`,
  team: ({ letterhead }) => {
    const people = letterhead.team.split(';').map(one => one.trim())
    const named = people.filter(one => one !== '')
    return named.length > 0
      ? `SKM dilaksanakan secara swakelola oleh tim ${letterhead.unit}: ${listed(named)}.`
      : `SKM dilaksanakan secara swakelola oleh ${letterhead.unit}.`
  },
  method: ({ figures }, shown) => {
    const { response } = figures
    const brought = broughtIn(response.channels)
    const channels = response.channels.map(c => `${roadText[c.channel][0]} ${numberText(c.answered, 'id')}`)
    return [
      `Setiap kunjungan yang selesai dilayani dapat menilai satu kali. Responden mengisi sendiri ${questionsOf(shown)} pertanyaan${brought > 0 ? ` (${numberText(brought, 'id')} jawaban datang lewat formulir kertas atau berkas yang dimasukkan petugas)` : ''}, dan setiap pertanyaan boleh dikosongkan; jawaban kosong tidak diganti dan tidak dihitung.`,
      `Kunjungan selesai ${numberText(response.finished, 'id')}, diundang ${numberText(response.invited, 'id')}, menjawab ${numberText(response.answered, 'id')}${shareOf(response.reach)}.${channels.length > 0 ? ` Cara mengisi: ${listed(channels)}.` : ''}${shown?.tablet ? ` ${tabletSays(shown.tablet, 'id')}` : ''}`,
    ].join('\n\n')
  },
  place: ({ letterhead }) =>
    `Data dikumpulkan di ${letterhead.unit}${letterhead.address ? `, ${letterhead.address}` : ''}, dan melalui ponsel responden sendiri.`,
  time: ({ figures }) =>
    `Survei dilaksanakan atas kunjungan ${span(figures.period.from, figures.period.to)}${daysShown(figures)}. Tahapnya sebagai berikut.`,
  sample: ({ figures, services }, shown) => {
    const { population, target, achieved } = figures.sample
    const n = shown?.result.n ?? achieved
    const short = figures.services.filter(one => one.answered < one.planned).map(one => services[one.service] ?? '')
    const first = `Pengguna layanan pada ${nameOf(figures)} berjumlah ${numberText(population, 'id')} orang, dihitung dari antrean. Menurut Krejcie dan Morgan, jumlah responden paling sedikit ${numberText(target, 'id')} orang. Terkumpul ${numberText(n, 'id')} responden, sehingga jumlah tersebut ${n >= target ? 'memenuhi' : 'belum memenuhi'}.`
    return short.length > 0
      ? `${first}\n\nResponden yang terkumpul di bawah rencana pada layanan ${listed(short)}; nilai layanan itu tidak disimpulkan tersendiri.`
      : first
  },
  respondents: ({ profile }) =>
    profile.length > 0
      ? 'Karakteristik responden sebagai berikut. Pengisiannya sukarela; yang tidak diisi ikut dihitung.'
      : 'Karakteristik responden tidak ditampilkan untuk periode ini.',
  index: ({ figures }, shown) => {
    if (!shown || shown.result.ikm === undefined || !shown.result.mutu) return HELD
    const { interval, certain } = shown.certainty
    const { mutu } = shown.result
    return `Nilai IKM unit layanan pada ${nameOf(figures)} adalah ${ikmText(shown.result.ikm)} dengan mutu ${mutuText(mutu)}.${
      interval
        ? ` Ketelitian survei: selang 95% antara ${numberText(interval.low, 'id', 1)} dan ${numberText(interval.high, 'id', 1)}; ${certain ? `seluruhnya berada dalam mutu ${mutu}` : `mutu ${mutu} tidak pasti`}.`
        : ''
    }`
  },
  analysis: (_, shown) => {
    if (!shown) return HELD
    const { lowest } = shown
    const named = (keys: readonly string[]) =>
      listed(keys.map(key => withNrr(shown.unsur.find(one => one.unsur === key)!)))
    const strong =
      lowest.highest.length > 0
        ? `Unsur dengan nilai tertinggi: ${named(lowest.highest)}.`
        : 'Belum jelas unsur mana yang terkuat: jawaban terlalu sedikit atau nilai unsur berdekatan.'
    if (lowest.unclear || lowest.three.length === 0)
      return `Belum jelas unsur mana yang terlemah: jawaban terlalu sedikit atau nilai unsur berdekatan.\n\n${strong}`
    return [
      `Unsur dengan nilai terendah: ${named(lowest.three)}. Ketiganya menjadi prioritas perbaikan.${lowest.thirdUnsure ? ' Urutan ketiga dan keempat tidak dapat dibedakan.' : ''}${lowest.mayBe.length > 1 ? ` Yang mungkin terendah: ${listed(namesOf(lowest.mayBe, shown.unsur).map(words => words[0]))}.` : ''}`,
      strong,
    ].join('\n\n')
  },
  plan: ({ plan }) => {
    if (!plan || plan.rows.length === 0) return 'Rencana tindak lanjut periode ini belum disusun.'
    const start = 'Rencana tindak lanjut disusun dari unsur dengan nilai terendah.'
    return plan.forumOn === null
      ? `${start} Forum Konsultasi Publik (FKP) belum dicatat tanggalnya.`
      : `${start} Rencana ini dibahas bersama pengguna layanan dalam Forum Konsultasi Publik (FKP) pada ${dateYearText(plan.forumOn, 'id')}${plan.minutes ? `, dengan berita acara ${plan.minutes}` : ''}.`
  },
  trend: (_, shown) => {
    if (!shown) return HELD
    if (shown.trend.length < 2) return 'Periode ini yang pertama; tren belum dapat digambarkan.'
    const { compared } = shown
    if ('whyNot' in compared)
      return `Nilai dengan ${periodName(compared.before, 'id')} belum dapat dibandingkan secara statistik.`
    const change = compared.standardised ?? compared.ikm
    const beside = `Dibandingkan dengan ${periodName(compared.before, 'id')}, selang 95% perubahan IKM antara ${numberText(change.low, 'id', 1)} dan ${numberText(change.high, 'id', 1)} poin`
    const why = compared.standardised ? ', dengan komposisi layanan yang disamakan' : ''
    if (compared.mixMoved && !compared.standardised)
      return `Komposisi layanan berubah; perubahan terhadap ${periodName(compared.before, 'id')} tidak disimpulkan.`
    return `${beside}${why}: ${change.moreThanChance ? 'lebih dari kebetulan' : 'belum terlihat perubahan yang dapat dibedakan dari kebetulan'}. Perubahan di bawah kira-kira ${numberText(compared.smallestSeen, 'id', 1)} poin tidak dapat dilihat.`
  },
  conclusion: ({ figures, plan }, shown) => {
    if (!shown || shown.result.ikm === undefined || !shown.result.mutu) return HELD
    const low = namesOf(shown.lowest.three, shown.unsur).map(words => words[0])
    return [
      `Mutu pelayanan pada ${nameOf(figures)} adalah ${mutuText(shown.result.mutu)} dengan nilai IKM ${ikmText(shown.result.ikm)} dari ${numberText(shown.result.n, 'id')} responden.`,
      low.length > 0 ? `Unsur yang diutamakan untuk diperbaiki: ${listed(low)}.` : '',
      plan && plan.rows.length > 0 ? 'Perbaikannya dilaksanakan menurut rencana tindak lanjut pada 4.2.' : '',
    ]
      .filter(sentence => sentence !== '')
      .join(' ')
  },
  pictures: () => 'Dokumentasi pelaksanaan SKM dan Forum Konsultasi Publik dilampirkan tersendiri.',
  hurdles: ({ before }) =>
    before
      ? `Tindak lanjut atas ${periodName(before.period, 'id')} sebagai berikut.${before.plan.rows.some(row => row.hurdle) ? '' : ' Tantangan dan hambatan: tidak dicatat.'}`
      : 'Rencana tindak lanjut periode sebelumnya tidak tercatat.',
}

/** How the figures were computed, and what else they could have been; said whatever people write. */
export function methodLine(shown: ShownFigures): string {
  const { audit, result, unsur, ownWeights } = shown
  const others = audit.filter(line => (ownWeights || line.method !== result.method) && line.ikm !== undefined)
  const at = unsur.findIndex(one => one.fixed)
  const free = at >= 0 ? ` ${unsurNumber(at)} bernilai 4 menurut ketentuan, karena layanan gratis.` : ''
  const own = result.ikm === undefined ? '' : `: ${ikmText(result.ikm)}`
  const other = others.map(line => `${METHOD_WORDS[line.method][0]} ${ikmText(line.ikm!)} (${line.mutu!})`)
  if (ownWeights)
    return `Cara menghitung: NRR setiap unsur kali bobotnya menurut kuesioner unit (${weightTexts(shown)
      .map((weight, i) => `${unsurNumber(i)} ${weight}`)
      .join('; ')}), dikali 25${own}. Sembilan unsur saja: ${other.join('; ')}.${free}`
  return `Cara menghitung: ${METHOD_WORDS[result.method][0]}, dikali 25${own}. Dengan cara lain: ${other.join('; ')}.${free}`
}

/** What is said beside the IKM of the certainty of its letter, of the services, and of those who did not answer. */
export function certaintyLines(shown: ShownFigures): readonly string[] {
  const { certainty, result, weighted, unanswered } = shown
  const letter = certainty.certain
    ? `Mutu ${result.mutu ?? '–'}: pasti pada taraf 95%.`
    : `Mutu ${[result.mutu ?? '–', ...certainty.others.map(o => `mungkin ${o.mutu} (kira-kira ${o.percent}%)`)].join(', ')}.`
  return [
    letter,
    ...(certainty.tooFewDays ? ['Terlalu sedikit hari; ragam antarhari tidak ikut dihitung.'] : []),
    ...(weighted
      ? [
          `Tertimbang menurut jumlah pemohon per layanan: ${ikmText(weighted.ikm)} (${rangeText(weighted.low, weighted.high, 1)}), mutu ${weighted.mutu}.`,
          ...(shown.leftOut ? [say(figuresText['weighted.all'], 'id')] : []),
        ]
      : []),
    ...(unanswered
      ? [
          `Bila yang tidak menjawab ${numberText(unanswered.gap, 'id')} poin lebih rendah, IKM menjadi ${ikmText(unanswered.shifted)}.`,
        ]
      : []),
    'Selang tidak memuat kesalahan karena yang tidak menjawab.',
  ]
}

/** How many questions were asked. */
function questionsOf(shown: ShownFigures | undefined): string {
  const n = shown?.unsur.length ?? UNSUR.length
  return n === UNSUR.length ? 'sembilan' : numberText(n, 'id')
}

function withNrr(one: UnsurFigures): string {
  return `${unsurName(one)[0]} (${nrrText(one.nrr!)})`
}

function nameOf({ period }: Pick<PeriodFigures, 'period'>): string {
  return period.kind === 'year' ? `tahun ${period.key}` : periodName(period, 'id')
}

function span(from: string, to: string): string {
  return `${dateYearText(from, 'id')} s.d. ${dateYearText(to, 'id')}`
}

/** Which days are counted, where they are not all of the period. */
function daysShown({ period, showing }: PeriodFigures): string {
  if (!('through' in showing) || (showing.from === period.from && showing.through === period.to)) return ''
  return ` (dihitung ${span(showing.from, showing.through)})`
}

function shareOf(reach: number | undefined): string {
  return reach === undefined ? '' : ` (${numberText(100 * reach, 'id', 1)}% dari kunjungan selesai)`
}
