import { readFileSync, statSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { spell, wholeNumber } from '../../shared/voice/number-words.ts'
import {
  announcement,
  PAUSE,
  spokenCounter,
  spokenLabel,
  spokenNumber,
  spokenText,
  type Manner,
} from '../../shared/voice/spoken.ts'
import { fc } from '../helpers/property.ts'

const CLIPS = new URL('../../display/public/clips/', import.meta.url)
const manifest = JSON.parse(readFileSync(new URL('manifest.json', CLIPS), 'utf8')) as Record<
  string,
  { file: string; ms: number; db: number }
>

describe('the spoken number', () => {
  it('keeps the zeros when it is read digit by digit [V5]', () => {
    expect(spokenNumber('A-010', 'digits', 'id')).toEqual(['a', 'nol', 'satu', 'nol'])
    expect(spokenNumber('B-012', 'digits', 'id')).toEqual(['b', 'nol', 'satu', 'dua'])
    expect(spokenNumber('K-020', 'digits', 'id')).toEqual(['k', 'nol', 'dua', 'nol'])
  })

  it('says the code of a draw in the order of its signs', () => {
    expect(spokenLabel('8QP8HY7E', 'digits', 'id')).toBe('delapan Q P delapan H Y tujuh E')
    expect(spokenNumber('K27MQX3P', 'whole', 'id')).toEqual(['k', 'dua', 'tujuh', 'm', 'q', 'x', 'tiga', 'p'])
    expect(spokenNumber('8QP8HY7E', 'whole', 'en')).toEqual(['eight', 'q', 'p', 'eight', 'h', 'y', 'seven', 'e'])
  })

  it('says both letters of a booked number', () => {
    expect(spokenNumber('AR-07', 'digits', 'id')).toEqual(['a', 'r', 'nol', 'tujuh'])
    expect(spokenNumber('AR-07', 'digits', 'en')).toEqual(['a', 'r', 'zero', 'seven'])
  })

  it('reads a booked number as it is called and as a screen reader says it', () => {
    const call = { number: 'AR-07', counterName: 'Loket 3' }
    expect(spokenText(call, 'digits', 'id')).toBe('Nomor antrean A R nol tujuh, silakan menuju loket tiga')
    expect(spokenText(call, 'digits', 'en')).toBe('Number A R zero seven, please go to counter three')
    expect(spokenNumber('AR-07', 'whole', 'id')).toEqual(['a', 'r', 'tujuh'])
    expect(spokenLabel('AR-130', 'digits', 'id')).toBe('A R satu tiga nol')
  })

  it('has a clip for every word of a booked number, in both languages', () => {
    const settings = { reading: 'digits', language: 'id+en' } as const
    const keys = announcement({ number: 'AR-07', counterName: 'Loket 3' }, settings, 'full')
    expect(keys).toEqual(expect.arrayContaining(['id/r', 'en/r']))
    for (const key of keys) if (key !== PAUSE) expect(manifest).toHaveProperty([key])
  })

  it.each([
    ['A-000', 'a nol', 'a zero'],
    ['A-010', 'a sepuluh', 'a ten'],
    ['A-011', 'a sebelas', 'a eleven'],
    ['A-012', 'a dua belas', 'a twelve'],
    ['A-020', 'a dua puluh', 'a twenty'],
    ['A-021', 'a dua puluh satu', 'a twenty one'],
    ['A-100', 'a seratus', 'a one hundred'],
    ['A-111', 'a seratus sebelas', 'a one hundred eleven'],
    ['A-305', 'a tiga ratus lima', 'a three hundred five'],
    ['A-1000', 'a seribu', 'a one thousand'],
    ['A-1234', 'a seribu dua ratus tiga puluh empat', 'a one thousand two hundred thirty four'],
    ['A-4019', 'a empat ribu sembilan belas', 'a four thousand nineteen'],
  ])('reads %s as a whole number where the office wants it', (number, id, en) => {
    expect(spokenNumber(number, 'whole', 'id').join(' ')).toBe(id)
    expect(spokenNumber(number, 'whole', 'en').join(' ')).toBe(en)
  })

  it('spells what is too long for a whole number, and gives nothing for nothing', () => {
    expect(wholeNumber('12345', 'id')).toEqual(spell('12345', 'id'))
    expect(wholeNumber('', 'id')).toEqual([])
  })
})

describe('the counter', () => {
  it.each([
    ['3', 'tiga'],
    ['Loket 3', 'tiga'],
    ['LOKET 12', 'dua belas'],
    ['Loket B2', 'b dua'],
    ['Loket C', 'c'],
    ['Counter 21', 'dua puluh satu'],
  ])('%s is read as "%s"', (name, words) => {
    expect(spokenCounter(name, 'id').join(' ')).toBe(words)
  })

  it('with a name of its own is written, and left out of the voice', () => {
    const call = { number: 'A-007', counterName: 'Meja Informasi' }
    expect(spokenText(call, 'digits', 'id')).toBe('Nomor antrean A nol nol tujuh, silakan menuju Meja Informasi')
    expect(announcement(call, { reading: 'digits', language: 'id' }, 'full')).not.toContain('id/silakan-menuju')
  })
})

describe('the announcement', () => {
  const call = { number: 'A-034', counterName: 'Loket 3' }

  it('is chime, number, way and counter', () => {
    expect(announcement(call, { reading: 'digits', language: 'id' }, 'full').join(' ')).toBe(
      'chime id/nomor-antrean id/a id/nol id/tiga id/empat pause id/silakan-menuju id/loket id/tiga pause',
    )
  })

  it('is followed by English where the office wants it [V5]', () => {
    expect(announcement(call, { reading: 'digits', language: 'id+en' }, 'full').join(' ')).toMatch(
      /id\/tiga pause en\/number en\/a en\/zero en\/three en\/four pause en\/please-go-to-counter en\/three pause$/,
    )
  })

  it('has no second chime when it is repeated, and neither chime nor courtesy nor English in haste', () => {
    const settings = { reading: 'digits', language: 'id+en' } as const
    expect(announcement(call, settings, 'repeat')).not.toContain('chime')
    expect(announcement(call, settings, 'short').join(' ')).toBe(
      'id/nomor-antrean id/a id/nol id/tiga id/empat id/loket id/tiga pause',
    )
  })

  it('is written for those who do not hear', () => {
    expect(spokenText(call, 'digits', 'id')).toBe('Nomor antrean A nol tiga empat, silakan menuju loket tiga')
    expect(spokenText(call, 'digits', 'en')).toBe('Number A zero three four, please go to counter three')
    expect(spokenLabel('A-047', 'digits', 'id')).toBe('A nol empat tujuh')
  })
})

describe('the bundled clips', () => {
  const letter = fc.constantFrom(...'ABCDEFGHIJKLMNOPQRSTUVWXYZ')
  const prefix = fc.oneof(
    letter,
    fc.tuple(letter, letter).map(pair => pair.join('')),
  )

  it('hold every word of every number at every counter', () => {
    fc.assert(
      fc.property(
        prefix,
        fc.integer({ min: 0, max: 9999 }),
        fc.integer({ min: 0, max: 999 }),
        fc.constantFrom('digits' as const, 'whole' as const),
        fc.constantFrom<Manner>('full', 'repeat', 'short'),
        (letters, count, counter, reading, manner) => {
          const call = { number: `${letters}-${String(count).padStart(3, '0')}`, counterName: `Loket ${counter}` }
          const keys = announcement(call, { reading, language: 'id+en' }, manner).filter(key => key !== PAUSE)
          expect(keys.filter(key => !(key in manifest))).toEqual([])
        },
      ),
      { numRuns: 2000 },
    )
  })

  it('are audible, evenly loud, of a sensible length, and small together', () => {
    const speech = Object.entries(manifest).filter(([key]) => key !== 'chime')
    for (const [key, { ms, db }] of speech) {
      expect(ms, key).toBeGreaterThan(200)
      expect(ms, key).toBeLessThan(1500)
      expect(Math.abs(db + 21), key).toBeLessThan(1.5)
    }
    const bytes = Object.values(manifest).reduce((sum, { file }) => sum + statSync(new URL(file, CLIPS)).size, 0)
    expect(bytes).toBeLessThan(400 * 1024)
  })
})
