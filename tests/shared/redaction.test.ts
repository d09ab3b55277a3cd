import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { partsOfNames } from '../../shared/survey/redaction/names.ts'
import { redacted } from '../../shared/survey/redaction/redacted.ts'
import { textsAbout, topicsOf } from '../../shared/survey/topics.ts'

const SET = JSON.parse(readFileSync(new URL('../fixtures/suggestions.json', import.meta.url), 'utf8')) as {
  readonly known: readonly string[]
  readonly aside: readonly string[]
}
const MARKED = /\{([nkpo]) ([^}]+)\}/g
const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{Nd}]+/gu) ?? []

/** How many of the secrets of some marked suggestions are gone, how many ordinary words are, and which are wrong. */
function measured(marked: readonly string[]) {
  const of = { secrets: 0, gone: 0, words: 0, lost: 0, wrong: [] as string[] }
  for (const one of marked) {
    const secrets = [...one.matchAll(MARKED)].filter(m => m[1] !== 'o').map(m => m[2]!)
    const told = redacted(one.replace(MARKED, '$2'))
    const left = wordsOf(told)
    const ordinary = wordsOf(one.replace(MARKED, ' '))
    const stays = [...left]
    const lost = ordinary.filter(word => {
      const place = stays.indexOf(word)
      if (place >= 0) stays.splice(place, 1)
      return place < 0
    })
    const still = secrets.filter(secret => wordsOf(secret).some(word => stays.includes(word)))
    of.secrets += secrets.length
    of.gone += secrets.length - still.length
    of.words += ordinary.length
    of.lost += lost.length
    if (lost.length + still.length > 0) of.wrong.push(`${told}   (left: ${still.join(', ')}; lost: ${lost.join(' ')})`)
  }
  return of
}

describe('two hundred suggestions', () => {
  it.each(['known', 'aside'] as const)('tell no name, telephone or NIK, and keep their words (%s) [S40]', half => {
    const { secrets, gone, words, lost, wrong } = measured(SET[half])
    expect(gone / secrets, wrong.join('\n')).toBeGreaterThanOrEqual(0.98)
    expect(lost / words, wrong.join('\n')).toBeLessThanOrEqual(0.02)
  })

  it('are masked in a moment also where somebody wrote a thousand letters to that end [S40]', () => {
    for (const text of [
      'Jl '.repeat(333),
      `Jl ${'A'.repeat(997)}`,
      'Pak '.repeat(250),
      'hp 1-'.repeat(200),
      'gang a '.repeat(140),
    ]) {
      const start = performance.now()
      redacted(text)
      expect(performance.now() - start).toBeLessThan(100)
    }
  })
})

describe('a name that no list has', () => {
  it.each([
    ['a.n. Sukmaraga, tiga kali datang belum selesai', 'a.n. •••, tiga kali datang belum selesai'],
    ['kata pak i ketut besok, kata bu ni luh hari ini', 'kata pak i ••• besok, kata bu ni ••• hari ini'],
  ])('is known by what stands before it: %s [S40]', (said, told) => expect(redacted(said)).toBe(told))
})

describe('a suggestion about somebody of the office', () => {
  it('names nobody of the staff, whatever the letters [S40]', () => {
    const staff = partsOfNames(['Ngatimin Contoh', 'Petugas Loket'])
    expect(redacted('petugas loket ngatimin ramah', staff)).toBe('petugas loket ••• ramah')
    expect(redacted('petugas loket ngatimin ramah')).toBe('petugas loket ngatimin ramah')
  })

  it('keeps a word that is a name as well where it is none [S40]', () => {
    for (const text of [
      'Indah sekali ruang tunggunya',
      'Lampu kurang cahaya',
      'Kertas putih habis',
      'Budi pekerti',
      'Sejak bulan Mei',
    ])
      expect(redacted(text)).toBe(text)
    expect(redacted('Mbak Indah ramah')).toBe('Mbak ••• ramah')
    expect(redacted('Saya dilayani Cahaya di loket 2')).toBe('Saya dilayani ••• di loket 2')
  })

  it('tells no street, house or plate [S40]', () => {
    expect(redacted('Rumah saya di Jl. Mawar Merah No. 12 RT 05, jauh')).toBe('Rumah saya di •••, jauh')
    expect(redacted('jalan kenanga no 7 banjir')).toBe('••• banjir')
    expect(redacted('Mobil KT 1234 AB parkir')).toBe('Mobil ••• parkir')
    expect(redacted('Jalan terus, jangan menyerah')).toBe('Jalan terus, jangan menyerah')
  })
})

describe('the topics of suggestions', () => {
  it('are found by their words, several in one and none in another [S40]', () => {
    expect(topicsOf('Menunggu dua jam, kursi kurang')).toEqual(['time', 'place'])
    expect(topicsOf('Dipersulit, syaratnya berubah')).toEqual(['requirements'])
    expect(topicsOf('Petugas ramah')).toEqual(['manner'])
    expect(topicsOf('Sistem mati terus')).toEqual(['system'])
    expect(topicsOf('Terima kasih')).toEqual([])
    expect(topicsOf('Macet di mana-mana')).toEqual([])
  })

  it('leave those that hold the words that are looked for [S40]', () => {
    const texts = ['Antrean lama', 'Kursi kurang', 'Lama sekali, kursi penuh']
    expect(textsAbout(texts, undefined, '')).toEqual(texts)
    expect(textsAbout(texts, 'time', 'KURSI')).toEqual(['Lama sekali, kursi penuh'])
    expect(textsAbout(texts, undefined, 'parkir')).toEqual([])
  })
})
