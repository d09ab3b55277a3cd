import { describe, expect, it } from 'vitest'
import { demoOffice } from '../../server/demo/samarinda.ts'
import { caseNamed } from '../../shared/search/case-named.ts'
import { plain } from '../../shared/search/plain.ts'
import { adviceOf, search } from '../../shared/search/search.ts'
import { formsOf } from '../../shared/search/stem.ts'
import { wordsToCount } from '../../shared/search/unfound.ts'
import { oneSlip } from '../../shared/search/typo.ts'
import { fc, runs } from '../helpers/property.ts'
import { ELSEWHERE, FIRST, NOTHING, SECOND, THIRD, type Table } from '../helpers/search-queries.ts'

const found = (query: string) => search(demoOffice, query).services.map(s => s.id)
const SHOWN = 3

/** The searches of a table that do not give what they mean, and how many there are in all. */
function missed(table: Table, gives: (query: string) => readonly string[]) {
  const all = Object.entries(table).flatMap(([id, queries]) => queries.split('|').map(query => ({ id, query })))
  return { n: all.length, missed: all.filter(({ id, query }) => !gives(query).slice(0, SHOWN).includes(id)) }
}

describe('the case that a search names', () => {
  const named = (id: string, query: string) =>
    caseNamed(
      demoOffice.services.find(s => s.id === id)!,
      query,
    )

  it('is known from an everyday word, also with a slip, and asked for where the words name none or several [Q6]', () => {
    expect(named('ktp-el', 'ktp ilang')).toBe('hilang')
    expect(named('ktp-el', 'KTP kehilangan')).toBe('hilang')
    expect(named('ktp-el', 'ktp rusak')).toBe('rusak')
    for (const query of ['ktp', '', 'ktp tidak bisa', 'ktp hilang atau rusak'])
      expect(named('ktp-el', query)).toBe(undefined)
  })
})

describe('the search for a service', () => {
  it('knows more than two hundred things that people type, and gives 95 % of them in the first three [Q1]', () => {
    const tables = [FIRST, SECOND, THIRD].map(table => missed(table, found))
    const n = tables.reduce((sum, t) => sum + t.n, 0)
    expect(n).toBeGreaterThanOrEqual(200)
    for (const table of tables) expect(table.missed.length / table.n, JSON.stringify(table.missed)).toBeLessThan(0.05)
  })

  it('says of what other offices do where that is, before whatever shares a word with it [Q4]', () => {
    const first = (query: string) => {
      const { elsewhere, elsewhereFirst } = search(demoOffice, query)
      return elsewhereFirst ? [elsewhere[0]!.name[0]] : []
    }
    expect(missed(ELSEWHERE, first).missed).toEqual([])
    const { services, elsewhere } = search(demoOffice, 'ktp sim ilang')
    expect([services[0]!.id, elsewhere[0]!.name[0]]).toEqual(['ktp-el', 'SIM'])
  })

  it('names another office beside services only where it was meant, not for one word that they share [Q4]', () => {
    const others = (query: string) => search(demoOffice, query).elsewhere.map(e => e.name[0])
    // `meninggal` is no `tinggal`, and whoever prints a card at home asks for no land.
    expect([found('suami meninggal')[0], ...others('suami meninggal')]).toEqual(['akta-kematian'])
    expect([found('cetak kk dari rumah')[0], ...others('cetak kk dari rumah')]).toEqual(['kartu-keluarga'])
    expect(search(demoOffice, 'surat keterangan tidak mampu')).toMatchObject({ elsewhereFirst: true })
    expect(others('surat keterangan tidak mampu')[0]).toBe('Surat kelurahan')
    expect(found('wna')).toEqual(['ktp-el'])
  })

  it('finds no service for what nobody here does', () => {
    expect(NOTHING.filter(query => found(query).length > 0)).toEqual([])
  })

  it('lets a word of few services count more than one of many, and a phrase said whole most [Q1]', () => {
    expect(found('ktp digital')[0]).toBe('identitas-digital')
    expect(found('ktp anak')[0]).toBe('kartu-identitas-anak')
    expect(found('ganti alamat ktp')[0]).toBe('perubahan-data')
  })

  it('takes nothing away for words that nobody knows or that say nothing [Q1]', () => {
    const plainly = found('kk hilang')
    expect(found('selamat siang kak mau tanya cara ngurus kk yang hilang bolak balik')[0]).toBe(plainly[0])
    expect(search(demoOffice, 'mau ambil nomor antrean')).toMatchObject({ asked: false, services: demoOffice.services })
    expect(search(demoOffice, '').asked).toBe(false)
  })

  it('keeps the service among the answers as it is typed, letter by letter [Q2]', () => {
    for (let n = 2; n <= 'hilang'.length; n++) expect(found('hilang'.slice(0, n))).toContain('ktp-el')
    expect(found('k')).toEqual(['konsultasi'])
    expect(search(demoOffice, 'z').asked).toBe(false)
  })

  it('says how it read a word with a slip, and only then [Q2]', () => {
    expect(search(demoOffice, 'akta kelahran').read).toBe('akta kelahiran')
    expect(search(demoOffice, 'akta kelahiran').read).toBe('')
    expect(search(demoOffice, 'kehilangan ktp').read).toBe('')
  })

  it('goes by the words that the office gave its services [Q3]', () => {
    const services = demoOffice.services.map(s => (s.id === 'legalisir' ? { ...s, keywords: ['anu banyu'] } : s))
    const office = { ...demoOffice, services }
    expect(search(office, 'banyu').services.map(s => s.id)).toEqual(['legalisir'])
    expect(search(office, 'stempel').services).toEqual([])
  })

  it('finds what still fits though one letter of a long word slipped, nearly always [Q2]', () => {
    const words = Object.entries(FIRST).flatMap(([id, queries]) => queries.split('|').map(query => ({ id, query })))
    const slips = words.flatMap(({ id, query }) => {
      const long = query.split(' ').sort((a, b) => b.length - a.length)[0]!
      if (long.length < 6) return []
      const at = long.length >> 1
      const slipped = [
        long.slice(0, at) + long.slice(at + 1),
        long.slice(0, at) + long[at] + long.slice(at),
        long.slice(0, at) + long[at + 1] + long[at] + long.slice(at + 2),
      ]
      return slipped.map(word => ({ id, query: query.replace(long, word) }))
    })
    const lost = slips.filter(({ id, query }) => !found(query).slice(0, SHOWN).includes(id))
    expect(slips.length).toBeGreaterThan(200)
    expect(lost.length / slips.length, JSON.stringify(lost)).toBeLessThan(0.05)
  })

  it('answers any text at all with services of the office, each once', () => {
    const ids = demoOffice.services.map(s => s.id)
    fc.assert(
      fc.property(fc.oneof(fc.string({ maxLength: 80 }), fc.string({ unit: 'grapheme', maxLength: 40 })), query => {
        const answer = found(query)
        return new Set(answer).size === answer.length && answer.every(id => ids.includes(id))
      }),
      { numRuns: runs(300) },
    )
  })

  it('has a service that takes whoever does not know theirs, while it is open [Q5]', () => {
    expect(adviceOf(demoOffice)!.id).toBe('konsultasi')
    expect(adviceOf({ services: demoOffice.services.map(s => ({ ...s, open: false })) })).toBeUndefined()
  })
})

describe('a typed word', () => {
  it.each([
    ['kehilangan', 'hilang'],
    ['kelahiran', 'lahir'],
    ['perkawinan', 'kawin'],
    ['pencatatan', 'catat'],
    ['merekam', 'rekam'],
    ['perekaman', 'rekam'],
    ['memindahkan', 'pindah'],
    ['mencetak', 'cetak'],
    ['penggantian', 'ganti'],
    ['mengaktifkan', 'aktif'],
    ['diaktifkan', 'aktif'],
    ['menyalin', 'salin'],
    ['mengirim', 'kirim'],
    ['menikahkan', 'nikah'],
    ['ngurusin', 'urus'],
    ['nyalin', 'salin'],
    ['dicetaknya', 'cetak'],
    ['ktpnya', 'ktp'],
    ['kkku', 'kk'],
  ])('%s is of the root %s [Q2]', (word, root) => {
    expect(formsOf(word)).toContain(root)
  })

  it.each(['mati', 'kawin', 'data', 'akta', 'ktp'])('%s stays what it is [Q2]', word => {
    expect(formsOf(word)).toEqual([word])
  })

  it.each([
    ['kelahran', 'kelahiran'],
    ['aktta', 'akta'],
    ['katru', 'kartu'],
    ['pinfah', 'pindah'],
  ])('%s is a slip away from %s [Q2]', (a, b) => {
    expect([oneSlip(a, b), oneSlip(b, a)]).toEqual([true, true])
  })

  it.each([
    ['akta', 'akta'],
    ['klahran', 'kelahiran'],
    ['karut', 'kartu'.slice(0, 3)],
    ['abcd', 'badc'],
  ])('%s is no slip away from %s [Q2]', (a, b) => {
    expect([oneSlip(a, b), oneSlip(b, a)]).toEqual([false, false])
  })

  it('is read with antri and antrian as the dictionary writes them', () => {
    expect(plain('Antri: antrian!')).toBe('antre antrean')
    expect(plain('KTP-el café')).toBe('ktp el cafe')
  })
})

describe('a search that found nothing', () => {
  it.each([
    ['mau bikin visum dong kak', ['visum']],
    ['Visum VISUM luka', ['visum', 'luka']],
    ['sertifikasi halal 2026', ['sertifikasi', 'halal']],
    ['nama saya budi santoso minta visum', ['visum']],
    ['cari pak joko widodo', []],
    ['a/n siti aminah visum', ['visum']],
    ['visum 6472011212900001', []],
    ['hubungi 0812 3456 7890 visum', []],
    ['tetangga saya bernama si anu kemarin malam bertengkar lalu minta visum', []],
    ['zz qq', []],
  ])('%j is counted by %j [Q7]', (query, words) => {
    expect(wordsToCount(query)).toEqual(words)
  })
})
