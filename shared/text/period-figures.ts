import type { Words } from '../kit/words.ts'
import type { ProfileKey } from '../survey/profile/profile.ts'
import type { Hidden } from '../survey/statistics/hidden.ts'
import type { NotComparable } from '../survey/statistics/comparable.ts'

/** Why no interval stands beside an IKM. */
export const hiddenText: Readonly<Record<Hidden, Words>> = {
  fewAnswers: ['Tanpa rentang: kurang dari 10 jawaban.', 'No interval: fewer than 10 answers.'],
  unansweredUnsur: ['Tanpa rentang: ada unsur tanpa jawaban.', 'No interval: an unsur has no answer.'],
  underFloor: ['Tanpa rentang: jawaban di bawah batas kantor.', 'No interval: fewer answers than the office asks for.'],
}

/** Why two periods are not compared. */
export const notComparableText: Readonly<Record<NotComparable | 'heldBack', Words>> = {
  heldBack: ['angka periode sebelumnya tidak tampil', 'the figures of the period before are held back'],
  open: ['salah satu periode belum ditutup', 'one of the periods is not closed'],
  overlapping: ['kedua periode bertumpang tindih', 'the periods overlap'],
  instrument: ['kuesionernya berbeda', 'the questions differ'],
  regulation: ['batas hurufnya dari peraturan lain', 'the letters are those of another regulation'],
  weights: ['bobotnya berbeda', 'the weights differ'],
  fewAnswers: ['kurang dari 30 responden pada salah satunya', 'fewer than 30 respondents in one of them'],
  fewDays: ['kurang dari 5 hari dengan jawaban', 'fewer than 5 days with answers'],
  fewOfUnsur: ['ada unsur dengan kurang dari 30 jawaban', 'an unsur has fewer than 30 answers'],
}

export const profileItemText: Readonly<Record<ProfileKey, Words>> = {
  sex: ['Jenis kelamin', 'Sex'],
  age: ['Usia', 'Age'],
  education: ['Pendidikan', 'Education'],
  work: ['Pekerjaan', 'Work'],
}

/** The page of all figures of a closed period. */
export const figuresText = {
  title: ['Angka SKM', 'SKM figures'],
  'to.report': ['Susun laporan periode ini', 'Make the report of this period'],
  lead: [
    'Angka periode yang sudah ditutup, sama dengan yang masuk laporan dan publikasi.',
    'Figures of a closed period, the same as in the report and in public.',
  ],
  ikm: ['IKM', 'IKM'],
  'ikm.n': ['n = {n}, N = {all}', 'n = {n}, N = {all}'],
  interval: ['rentang 95%: {low}–{high}', '95% interval: {low}–{high}'],
  certain: ['Mutu {mutu} — pasti pada taraf 95%', 'Letter {mutu} — certain at 95%'],
  uncertain: ['Mutu {mutu}, {others}', 'Letter {mutu}, {others}'],
  maybe: ['mungkin {mutu} (kira-kira {percent}%)', 'maybe {mutu} (about {percent}%)'],
  'not.certain': ['Mutu {mutu} — belum pasti', 'Letter {mutu} — not certain'],
  tooFewDays: [
    'Terlalu sedikit hari; ragam antarhari tidak ikut dihitung.',
    'Too few days; how days differ is not in it.',
  ],
  silent: [
    'Rentang ini tidak memuat kesalahan karena yang tidak menjawab.',
    'This interval does not hold what those who did not answer would change.',
  ],
  weighted: [
    'Tertimbang menurut jumlah pemohon per layanan: {ikm} ({low}–{high}), mutu {mutu}',
    'Weighted by the visits of the services: {ikm} ({low}–{high}), letter {mutu}',
  ],
  leftOut: [
    '{n} jawaban tidak dihitung, menurut keputusan pimpinan di Perlu diperiksa.',
    '{n} answers are left out, as the head decided in To be looked at.',
  ],
  'weighted.none': [
    'Tanpa nilai tertimbang: kurang dari dua kelompok layanan yang boleh dihitung terpisah.',
    'No weighted value: fewer than two groups of services may be told apart.',
  ],
  unlike: [
    'Jawaban tidak sebanding dengan jumlah pemohon per layanan, jadi hurufnya tidak disebut pasti.',
    'Answers and visits of the services are unlike, so the letter is not called certain.',
  ],
  'weighted.all': [
    'Nilai tertimbang memuat juga jawaban yang tidak dihitung itu.',
    'The weighted value also holds the answers that are left out.',
  ],
  'weighted.groups': ['Digabung: {services}.', 'Put together: {services}.'],
  unheard: ['Layanan tanpa jawaban: {percent}% pemohon.', 'Services without an answer: {percent}% of the visits.'],
  unsur: ['Nilai per unsur', 'Per unsur'],
  'unsur.name': ['Unsur', 'Unsur'],
  'unsur.nrr': ['NRR', 'NRR'],
  'unsur.interval': ['Rentang 95%', '95% interval'],
  'unsur.gain': ['Ruang naik (poin IKM)', 'Room for growth (IKM points)'],
  'unsur.marks': ['Jawaban 1 / 2 / 3 / 4', 'Answers 1 / 2 / 3 / 4'],
  'unsur.blank': ['Kosong', 'Blank'],
  'unsur.fixed': ['menurut ketentuan', 'by rule'],
  'lowest.may': ['Mungkin yang terendah: {unsur}.', 'May be the lowest: {unsur}.'],
  'lowest.unclear': ['Belum jelas unsur mana yang terlemah.', 'It is not clear which unsur is the weakest.'],
  'nine.mixed': [
    'Kuesioner berubah di dalam periode ini: IKM dihitung dari sembilan unsur yang sama di semua versi, dan belum dapat dibandingkan dengan periode lain.',
    'The questionnaire changed within this period: the IKM is of the nine that all versions share, and cannot be compared with other periods.',
  ],
  'nine.without': [
    'Sebagian jawaban tidak dihitung menurut keputusan kepala kantor: IKM dihitung dari sembilan unsur.',
    'The head left some answers out: the IKM is of the nine.',
  ],
  'nine.few': [
    'Unsur tambahan dijawab terlalu sedikit orang: IKM dihitung dari sembilan unsur.',
    'Too few answered the further questions: the IKM is of the nine.',
  ],
  'nine.short': [
    'Angka minggu dan bulan dari sembilan unsur; unsur tambahan dihitung mulai triwulan.',
    'Weeks and months are of the nine; further questions count from quarters on.',
  ],
  'own.weights': [
    'Dengan unsur tambahan menurut bobot kuesioner unit. Sembilan unsur saja:',
    'With further questions by the weights of the office. The nine alone:',
  ],
  'lowest.three': ['Tiga terendah menurut NRR: {unsur}.', 'The three lowest by NRR: {unsur}.'],
  'lowest.third': [
    'Urutan ketiga dan keempat tidak dapat dibedakan.',
    'The third and the fourth cannot be told apart.',
  ],
  plan: ['Sasaran responden', 'Sample'],
  'plan.enough': ['{n} dari paling sedikit {target}. Memenuhi.', '{n} of at least {target}. Enough.'],
  'plan.short': ['{n} dari paling sedikit {target}. Kurang {short}.', '{n} of at least {target}. {short} short.'],
  'plan.rule': [
    'Krejcie–Morgan dari N = {all}, dibagi menurut pemohon per layanan. Sasaran untuk unit; untuk angka layanan sendiri perlu lebih banyak.',
    'Krejcie–Morgan of N = {all}, shared out by the visits of the services. It is for the unit; figures of a service itself need more.',
  ],
  'plan.service': ['Layanan', 'Service'],
  'plan.got': ['Didapat / sasaran', 'Achieved / wanted'],
  'plan.own': ['Untuk angka sendiri', 'For its own figures'],
  'plan.reach': ['Menjawab dari pemohon', 'Answered of visits'],
  'plan.ikm': ['IKM', 'IKM'],
  compared: ['Dibandingkan {before}', 'Beside {before}'],
  'compared.not': ['Belum dapat dibandingkan: {why}.', 'Cannot be compared yet: {why}.'],
  up: ['Naik {points} poin', '{points} points up'],
  down: ['Turun {points} poin', '{points} points down'],
  more: ['lebih dari kebetulan', 'more than chance'],
  chance: ['tidak lebih dari kebetulan', 'no more than chance'],
  change: ['{change} ({low} sampai {high}): {sure}.', '{change} ({low} to {high}): {sure}.'],
  smallest: [
    'Perubahan di bawah kira-kira {points} poin tidak dapat dilihat.',
    'A change of less than about {points} points could not be seen.',
  ],
  mix: [
    'Campuran layanan bergeser. Dengan campuran periode ini: {change}',
    'The mix of services moved. With the mix of this period: {change}',
  ],
  'mix.none': [
    'Campuran layanan bergeser, dan terlalu sedikit layanan boleh dihitung terpisah: baca selisihnya dengan hati-hati.',
    'The mix of services moved, and too few services may be told apart: read the difference with care.',
  ],
  'compared.unsur': [
    'Unsur yang berubah lebih dari kebetulan: {unsur}.',
    'Unsur that changed by more than chance: {unsur}.',
  ],
  'compared.none': ['Tidak ada unsur yang berubah lebih dari kebetulan.', 'No unsur changed by more than chance.'],
  trend: ['Tren', 'Trend'],
  'trend.period': ['Periode', 'Period'],
  'trend.step': ['Dari periode sebelumnya', 'From the period before'],
  response: ['Undangan dan jawaban', 'Invitations and answers'],
  'response.invited': ['Diundang dari yang selesai', 'Invited of finished'],
  'response.answered': ['Menjawab dari yang diundang', 'Answered of invited'],
  'response.reach': ['Menjawab dari yang selesai', 'Answered of finished'],
  roads: ['Jalur menjawab', 'Roads of answering'],
  'roads.ikm': ['IKM (9 unsur)', 'IKM (of nine)'],
  'roads.held': ['belum ditampilkan', 'not shown'],
  share: ['{part} dari {whole} ({percent}%)', '{part} of {whole} ({percent}%)'],
  shifted: [
    'Bila yang tidak menjawab {gap} poin lebih rendah: {ikm}.',
    'If those who did not answer are {gap} points lower: {ikm}.',
  ],
  falls: ['Huruf turun bila mereka {gap} poin lebih rendah.', 'The letter falls if they are {gap} points lower.'],
  profile: ['Profil responden', 'Respondents'],
  'profile.none': [
    'Profil tampil untuk triwulan, semester, dan tahun, seluruh kantor.',
    'Profiles are shown of quarters, semesters and years, of the whole office.',
  ],
  'profile.n': ['Jumlah', 'Number'],
  'profile.merged': ['Digabung, masing-masing terlalu sedikit', 'Put together, too few of each'],
  'profile.percent': ['%', '%'],
} as const satisfies Record<string, Words>
