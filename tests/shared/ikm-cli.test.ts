import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const NUMBERS = 'u1,u2,u3,u4,u5,u6,u7,u8,u9'
/** Nine columns, u8 low and u9 high, so that the order of the last two shows. */
const TWO_PEOPLE = `${NUMBERS}\r\n3,3,3,4,3,3,4,1,4\r\n4,4,3,4,3,3,4,2,\r\n`

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'ikm-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

interface Run {
  readonly code: number
  readonly out: string
  readonly err: string
}

function run(command: string, args: readonly string[]): Promise<Run> {
  return new Promise(resolve => {
    const child = execFile(command, args, { cwd: ROOT }, (_, out, err) => resolve({ code: child.exitCode!, out, err }))
  })
}

const ikm = (...args: string[]) => run(process.execPath, ['scripts/ikm.mjs', ...args])

function paper(name: string, text: string | Uint8Array): string {
  const path = join(folder, name)
  writeFileSync(path, text)
  return path
}

describe.concurrent('npm run ikm', { timeout: 60_000 }, () => {
  it('prints the whole result as one line of JSON after the header of npm', async () => {
    const { code, out } = await run('npm', [
      'run',
      'ikm',
      '--',
      paper('npm.csv', TWO_PEOPLE),
      '--json',
      '--population',
      '40',
    ])
    const printed = JSON.parse(out.trimEnd().split('\n').at(-1)!)
    expect(code).toBe(0)
    expect(printed).toMatchObject({ ikm: 81.94, mutu: 'B', kinerja: 'Baik', n: 2, method: 'exact', incomplete: [] })
    expect(printed.unsur.pengaduan).toEqual({ n: 2, sum: 3, nrr: 1.5, weighted: 1 / 6, mutu: 'D' })
    expect(printed.unsur.sarana).toMatchObject({ n: 1, sum: 4, nrr: 4 })
    expect(printed.audit).toContainEqual({ method: '0.11', ikm: 81.13, mutu: 'B' })
    expect(printed.sample).toEqual({ population: 40, target: 36, achieved: 2, short: 34, enough: false })
  })

  it('prints nothing but JSON on its own standard output', async () => {
    const { out } = await ikm(paper('pure.csv', TWO_PEOPLE), '--json')
    expect(Object.keys(JSON.parse(out))).toEqual([
      'ikm',
      'mutu',
      'kinerja',
      'n',
      'method',
      'unsur',
      'incomplete',
      'audit',
    ])
  })

  it('uses the method the office chose', async () => {
    const fours = paper('fours.csv', `${NUMBERS}\n4,4,4,4,4,4,4,4,4\n`)
    const printed = await Promise.all(
      ['exact', '0.11', '0.111', '0.1111'].map(async method =>
        JSON.parse((await ikm(fours, '--json', '--method', method)).out),
      ),
    )
    expect(printed.map(result => [result.method, result.ikm])).toEqual([
      ['exact', 100],
      ['0.11', 99],
      ['0.111', 99.9],
      ['0.1111', 99.99],
    ])
  })

  it('reads u8 as sarana when the paper form follows the annex', async () => {
    const { out } = await ikm(paper('annex.csv', TWO_PEOPLE), '--json', '--order', 'annex')
    expect(JSON.parse(out).unsur.sarana).toMatchObject({ n: 2, sum: 3 })
  })

  it('reads a semicolon file with a byte order mark and mentions the columns it ignored', async () => {
    const text = '\uFEFF"Waktu isi";' + NUMBERS.replaceAll(',', ';') + '\r\n"9 Juni; 10.24";4;4;4;4;4;4;4;4;4\r\n'
    const { code, out, err } = await ikm(paper('semi.csv', text), '--json')
    expect(code).toBe(0)
    expect(JSON.parse(out)).toMatchObject({ ikm: 100, n: 1 })
    expect(err).toContain('Kolom yang diabaikan: Waktu isi.')
  })

  it('reads the sheet of an office and says what it left out of it and took words for [S23]', async () => {
    const sheet = [
      ['PENGOLAHAN DATA SURVEI KEPUASAN MASYARAKAT', '', '', '', '', '', '', '', '', ''],
      ['No. Resp', 'U 1', 'U-2', 'U3', 'Biaya/Tarif', 'U5', 'U6', 'Perilaku Pelaksana', 'U8', 'U9'],
      ['1', '4,0', '3.0', '4', '4', '4', '4', '4', '-', 'Sangat baik'],
      ['2', '4', '3', '4', 'Gratis', '4', '4', '4', '4', '4'],
      ['Σ Nilai/Unsur', '8', '6', '8', '8', '8', '8', '8', '4', '8'],
      ['Keterangan: U1–U9 = unsur pelayanan'],
    ]
    const tabs = 'sep=\t\r\n' + sheet.map(row => row.join('\t') + '\r\n').join('')
    const path = paper('sheet.csv', Buffer.from('\uFEFF' + tabs, 'utf16le'))
    const { code, out, err } = await ikm(path, '--json', '--lang', 'id')
    expect(code).toBe(0)
    expect(JSON.parse(out)).toMatchObject({ ikm: 97.22, n: 2, unsur: { pengaduan: { n: 1 }, sarana: { sum: 8 } } })
    expect(err.split('\n')).toEqual([
      'Kolom yang diabaikan: No. Resp.',
      'Kata yang dibaca sebagai nilai: Sangat baik = 4, Gratis = 4.',
      'Baris di atas judul kolom dilewati: 1 (PENGOLAHAN DATA SURVEI …).',
      'Baris jumlah atau rata-rata dilewati, bukan responden: 5 (Σ Nilai/Unsur).',
      'Baris keterangan di bawah jumlah dilewati: 6 (Keterangan: U1–U9 = uns…).',
      '',
    ])
  })

  it('says that it took bytes which are no UTF-8 for Windows-1252 [S23]', async () => {
    const path = paper('1252.csv', Buffer.from(`${NUMBERS},caf\xE9\n4,4,4,4,4,4,4,4,4,\n`, 'latin1'))
    const { code, err } = await ikm(path, '--json')
    expect(code).toBe(0)
    expect(err).toContain('Berkas dibaca sebagai Windows-1252, karena bukan UTF-8.')
    expect(err).toContain('Kolom yang diabaikan: café.')
  })

  it('prints null instead of an invented IKM when nobody answered an unsur', async () => {
    const text = `${NUMBERS}\n4,4,4,4,4,4,4,4,\n`
    const { code, out } = await ikm(paper('gap.csv', text), '--json')
    expect(code).toBe(0)
    expect(JSON.parse(out)).toMatchObject({ ikm: null, mutu: null, kinerja: null, incomplete: ['sarana'] })
    const shown = await ikm(paper('gap-table.csv', text))
    expect(shown.out).toContain('IKM tidak dapat dihitung: belum ada jawaban untuk Sarana dan Prasarana.')
  })

  it('prints a table in Indonesian, with the sample and the other methods', async () => {
    const { code, out, err } = await ikm(paper('table.csv', TWO_PEOPLE), '--population', '2')
    expect(code).toBe(0)
    expect(err).toBe('')
    expect(out).toMatch(/^IKM 81,94 · mutu B · Baik\n2 responden · bobot 1\/9/)
    expect(out).toContain('Kurang dari 10 responden: jangan diumumkan')
    expect(out).toContain('Sampel: 2 dari 2 yang diperlukan (populasi 2), terpenuhi.')
    expect(out).toMatch(/Waktu Penyelesaian +2 +6 +3,000 +0,333 +C/)
    expect(out).toMatch(/81,13 B {2}bobot 0,11\n/)
  })

  const refusals: readonly [string, () => string[], number, string][] = [
    ['no file', () => [], 2, 'Sebutkan satu berkas CSV. (Name one CSV file.)'],
    ['two files', () => ['a.csv', 'b.csv'], 2, 'Sebutkan satu berkas CSV.'],
    ['a file that is not there', () => [join(folder, 'tidak-ada.csv')], 1, 'tidak dapat dibaca.'],
    ['a folder', () => [folder], 1, 'tidak dapat dibaca.'],
    ['an unknown method', () => ['a.csv', '--method', '0.2'], 2, 'Nilai --method harus salah satu dari: exact, 0.11,'],
    ['a method left out', () => ['a.csv', '--method'], 2, 'Nilai --method harus salah satu dari'],
    ['an unknown option', () => ['a.csv', '--metode=exact'], 2, 'Pilihan tidak dikenal: --metode.'],
    ['no population', () => ['a.csv', '--population', '-3'], 2, '--population harus bilangan bulat'],
    ['a missing column', () => [paper('m.csv', 'u1,u2\n1,2\n')], 1, 'Kolom waktu, biaya, produk,'],
    [
      'a heading it does not know and tells which it does',
      () => [paper('h.csv', 'u1,u2,Tempo,u4,u5,u6,u7,u8,u9\n')],
      1,
      'Kolom waktu tidak ditemukan pada baris 1; judul yang terbaca: u1, u2, Tempo, u4, u5, u6, u7, u8, u9. ' +
        'Judul yang diterima: U3 = waktu = Waktu Penyelesaian.',
    ],
    [
      'a wrong mark',
      () => [paper('w.csv', `${NUMBERS}\n1,2,7\n`)],
      1,
      'Nilai "7" pada baris 2, kolom u3 bukan 1, 2, 3, 4,',
    ],
    ['an empty file', () => [paper('e.csv', '')], 1, 'Berkas ini kosong.'],
    [
      'a workbook that is no text',
      () => [paper('b.csv', Buffer.from([0x50, 0x4b, 0x03, 0x04, 0xff]))],
      1,
      'bukan teks CSV',
    ],
  ]
  it.each(refusals)('refuses %s with one sentence and prints no half result', async (_, args, code, sentence) => {
    const result = await ikm(...args(), '--json')
    expect(result.code).toBe(code)
    expect(result.out).toBe('')
    expect(result.err).toContain(sentence)
    expect(result.err).not.toMatch(/\n\s+at /)
  })

  it('speaks one language when it is told which', async () => {
    const { err } = await ikm('--lang', 'en')
    expect(err).toMatch(/^Name one CSV file\.\nUsage: /)
  })
})
