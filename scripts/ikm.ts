import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { roundHalfUp } from '../shared/kit/stats.ts'
import { ANSWERS_PROBLEMS, PASSED_OVER, readAnswers, type Answers } from '../shared/survey/answers-table.ts'
import { audit, computeIkm, KINERJA, METHOD_WORDS, METHODS } from '../shared/survey/ikm.ts'
import type { AuditLine, IkmResult, Method } from '../shared/survey/ikm.ts'
import { ANNEX_ORDER, BODY_ORDER, QUESTIONS, type Unsur } from '../shared/survey/instruments.ts'
import { sampleProgress, type SampleProgress } from '../shared/survey/sample-size.ts'
import { FLOOR } from '../shared/survey/answered.ts'
import { numberText, say } from '../shared/text/text.ts'
import type { Lang, Words } from '../shared/kit/words.ts'
import { readTable } from './ikm/read-table.ts'
import { readText, type ReadText } from './ikm/read-text.ts'

const USAGE: Words = [
  'Pemakaian: npm run ikm -- BERKAS.csv [--method exact|0.11|0.111|0.1111] [--order body|annex] [--population N] [--lang id|en] [--json]',
  'Usage: npm run ikm -- FILE.csv [--method exact|0.11|0.111|0.1111] [--order body|annex] [--population N] [--lang id|en] [--json]',
]

const PROBLEMS = {
  option: ['Pilihan tidak dikenal: {value}.', 'Unknown option: {value}.'],
  noFile: ['Sebutkan satu berkas CSV.', 'Name one CSV file.'],
  value: ['Nilai --{name} harus salah satu dari: {allowed}.', 'The value of --{name} must be one of: {allowed}.'],
  population: [
    'Nilai --population harus bilangan bulat mulai dari 1.',
    'The value of --population must be a whole number from 1.',
  ],
  file: ['Berkas {file} tidak dapat dibaca.', 'The file {file} cannot be read.'],
  notText: [
    'Berkas {file} bukan teks CSV: di Excel, pilih Simpan Sebagai, lalu CSV.',
    'The file {file} is not CSV text: in Excel, choose Save As, then CSV.',
  ],
} as const satisfies Record<string, Words>

/** What is said of a table that was read: nothing is left out of it or taken for something in silence. */
const NOTES = {
  encoding: [
    'Berkas dibaca sebagai {encoding}, karena bukan UTF-8.',
    'The file was read as {encoding}, since it is not UTF-8.',
  ],
  ignored: ['Kolom yang diabaikan: {names}.', 'Columns ignored: {names}.'],
  words: ['Kata yang dibaca sebagai nilai: {words}.', 'Words read as marks: {words}.'],
} as const satisfies Record<string, Words>

/** Paper forms are at hand of whoever counts them; what is published of them is not. */
const FEW: Words = [
  'Kurang dari {min} responden: jangan diumumkan, karena jawaban seseorang dapat terbaca.',
  'Fewer than {min} respondents: do not publish it, since it could tell what somebody answered.',
]

const TEXT_OPTIONS = ['method', 'order', 'population', 'lang']
const LANGS: readonly Lang[] = ['id', 'en']

interface Options {
  readonly file: string
  readonly method: Method
  readonly order: readonly Unsur[]
  readonly population: number | undefined
  readonly lang: Lang | undefined
  readonly json: boolean
}

/** A refusal of the command line: 2 for how it was called, 1 for the file. */
class Refusal extends Error {
  readonly words: Words
  readonly values: Readonly<Record<string, string | number>>
  readonly exitCode: 1 | 2

  constructor(exitCode: 1 | 2, words: Words, values: Readonly<Record<string, string | number>> = {}) {
    super(words[1])
    this.exitCode = exitCode
    this.words = words
    this.values = values
  }
}

/** Computes an IKM from a file; everything is made before anything is written. Returns the exit code. */
export function main(args: readonly string[]): number {
  const parsed = parse(args)
  const lang = LANGS.find(one => one === parsed.values['lang'])
  try {
    const options = readOptions(parsed)
    const { text, guessed } = readFile(options.file)
    const table = readAnswers(readTable(text, options.order), options.order)
    if (table.problem !== undefined) throw new Refusal(1, ANSWERS_PROBLEMS[table.problem.kind], table.problem.values)
    const result = computeIkm(table.answers, options.method)
    const lines = audit(table.answers)
    const sample = options.population === undefined ? undefined : sampleProgress(options.population, result.n)
    const output = options.json ? asJson(result, lines, sample) : asText(result, lines, sample, options)
    if (guessed !== undefined) complain(NOTES.encoding, { encoding: guessed }, lang)
    tell(table, lang)
    process.stdout.write(output + '\n')
    return 0
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    complain(error.words, error.values, lang)
    if (error.exitCode === 2) process.stderr.write(say(USAGE, lang ?? 'id') + '\n')
    return error.exitCode
  }
}

/** Reads leniently, so that even a wrong command line is refused in the language it asks for. */
function parse(args: readonly string[]) {
  const texts = Object.fromEntries(TEXT_OPTIONS.map(name => [name, { type: 'string' as const }]))
  const options = { ...texts, json: { type: 'boolean' as const } }
  return parseArgs({ args: [...args], strict: false, allowPositionals: true, tokens: true, options })
}

function readOptions({ values, positionals, tokens }: ReturnType<typeof parse>): Options {
  const strange = tokens.find(token => token.kind === 'option' && ![...TEXT_OPTIONS, 'json'].includes(token.name))
  if (strange?.kind === 'option') throw new Refusal(2, PROBLEMS.option, { value: strange.rawName })
  const [file, more] = positionals
  if (file === undefined || more !== undefined) throw new Refusal(2, PROBLEMS.noFile)
  const order = oneOf('order', values['order'], ['body', 'annex'])
  return {
    file,
    method: oneOf('method', values['method'], METHODS) ?? 'exact',
    order: order === 'annex' ? ANNEX_ORDER : BODY_ORDER,
    population: wholeNumber(values['population']),
    lang: oneOf('lang', values['lang'], LANGS),
    json: values['json'] !== undefined,
  }
}

function oneOf<T extends string>(name: string, value: unknown, allowed: readonly T[]): T | undefined {
  if (value === undefined) return undefined
  const found = allowed.find(one => one === value)
  if (found === undefined) throw new Refusal(2, PROBLEMS.value, { name, allowed: allowed.join(', ') })
  return found
}

function wholeNumber(value: unknown): number | undefined {
  if (value === undefined) return undefined
  if (!/^[1-9]\d{0,8}$/.test(String(value))) throw new Refusal(2, PROBLEMS.population)
  return Number(value)
}

function readFile(file: string): ReadText {
  let bytes: Buffer
  try {
    bytes = readFileSync(file)
  } catch {
    throw new Refusal(1, PROBLEMS.file, { file })
  }
  const read = readText(bytes)
  if (read === undefined) throw new Refusal(1, PROBLEMS.notText, { file })
  return read
}

function tell({ ignored, words, passed }: Answers, lang: Lang | undefined) {
  if (ignored.length > 0) complain(NOTES.ignored, { names: ignored.join(', ') }, lang)
  const marks = [...words].map(([word, score]) => `${word} = ${score}`)
  if (marks.length > 0) complain(NOTES.words, { words: marks.join(', ') }, lang)
  for (const [why, sentence] of Object.entries(PASSED_OVER)) {
    const rows = passed.filter(one => one.why === why).map(({ row, text }) => `${row} (${text})`)
    if (rows.length > 0) complain(sentence, { rows: rows.join(', ') }, lang)
  }
}

function complain(words: Words, values: Readonly<Record<string, string | number>>, lang: Lang | undefined) {
  const text =
    lang === undefined ? `${say(words, 'id', values)} (${say(words, 'en', values)})` : say(words, lang, values)
  process.stderr.write(text + '\n')
}

function asJson(result: IkmResult, lines: readonly AuditLine[], sample: SampleProgress | undefined): string {
  const { ikm, mutu, kinerja, n, method, unsur, incomplete } = result
  const whole = { ikm, mutu, kinerja, n, method, unsur, incomplete, audit: lines, sample: sample ?? undefined }
  // On one line and with null for "not computable", since an absent key reads like an old version.
  return JSON.stringify(whole, (key, value: unknown) => (value === undefined && key !== 'sample' ? null : value))
}

function asText(
  result: IkmResult,
  lines: readonly AuditLine[],
  sample: SampleProgress | undefined,
  { lang = 'id' }: Options,
): string {
  const word = (words: Words, values = {}) => say(words, lang, values)
  const figure = (value: number | undefined, digits: number) =>
    value === undefined ? '–' : numberText(roundHalfUp(value, digits), lang, digits)
  const heads = [
    word(['Unsur', 'Unsur']),
    'n',
    word(['Jumlah', 'Sum']),
    'NRR',
    word(['Tertimbang', 'Weighted']),
    word(['Mutu', 'Grade']),
  ]
  const rows = BODY_ORDER.map(name => {
    const one = result.unsur[name]!
    return [
      word(QUESTIONS[name].name),
      `${one.n}`,
      `${one.sum}`,
      figure(one.nrr, 3),
      figure(one.weighted, 3),
      one.mutu ?? '–',
    ]
  })
  const verdict =
    result.ikm === undefined || result.mutu === undefined
      ? word(
          [
            'IKM tidak dapat dihitung: belum ada jawaban untuk {unsur}.',
            'The IKM cannot be computed: there is no answer yet for {unsur}.',
          ],
          { unsur: result.incomplete.map(name => word(QUESTIONS[name].name)).join('; ') },
        )
      : word(['IKM {ikm} · mutu {mutu} · {kinerja}', 'IKM {ikm} · grade {mutu} · {kinerja}'], {
          ikm: figure(result.ikm, 2),
          mutu: result.mutu,
          kinerja: word(KINERJA[result.mutu]),
        })
  const others = lines
    .filter(line => line.method !== result.method)
    .map(line => `  ${figure(line.ikm, 2).padStart(6)} ${line.mutu ?? '–'}  ${word(METHOD_WORDS[line.method])}`)
  return [
    verdict,
    word(['{n} responden · {method}', '{n} respondents · {method}'], {
      n: result.n,
      method: word(METHOD_WORDS[result.method]),
    }),
    ...(result.n < FLOOR ? [word(FEW, { min: FLOOR })] : []),
    ...(sample === undefined ? [] : [sampleLine(sample, lang)]),
    '',
    ...columns([heads, ...rows]),
    '',
    word(['Dengan cara hitung lain:', 'With other methods:']),
    ...others,
  ].join('\n')
}

function sampleLine(sample: SampleProgress, lang: Lang): string {
  const words: Words = sample.enough
    ? [
        'Sampel: {achieved} dari {target} yang diperlukan (populasi {population}), terpenuhi.',
        'Sample: {achieved} of {target} needed (population {population}), reached.',
      ]
    : [
        'Sampel: {achieved} dari {target} yang diperlukan (populasi {population}), kurang {short}.',
        'Sample: {achieved} of {target} needed (population {population}), {short} short.',
      ]
  const { achieved, target, population, short } = sample
  return say(words, lang, { achieved, target, short, population: numberText(population, lang) })
}

/** First and last column to the left, figures to the right. */
function columns(rows: readonly (readonly string[])[]): readonly string[] {
  const widths = rows[0]!.map((_, c) => Math.max(...rows.map(row => row[c]!.length)))
  const left = (c: number) => c === 0 || c === widths.length - 1
  return rows.map(row =>
    row
      .map((cell, c) => (left(c) ? cell.padEnd(widths[c]!) : cell.padStart(widths[c]!)))
      .join('  ')
      .trimEnd(),
  )
}
