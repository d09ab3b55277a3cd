import { describe, expect, it } from 'vitest'
import { fitsName } from '../../shared/search/name-words.ts'

describe('a name that is looked for', () => {
  it.each([
    ['Siti Nurhayati', 'siti', true],
    ['Siti Nurhayati', 'NURHA siti', true],
    ['Siti Nurhayati', 'hayati', false],
    ['Siti Nurhayati', 'siti siti', false],
    ['Siti Sitinjak', 'siti siti', true],
    ['Andi Andika', 'and andi', true],
    ["M. Yusuf Al-Ma'ruf", 'al maruf', true],
    ['M. Yusuf Alatas', 'al yusuf', false],
    ['José Contoh', 'jose', true],
    ['Siti Nurhayati', 'si ti', false],
    ['Siti Nurhayati', '...', false],
    ['', 'siti', false],
  ])('%s by "%s": %s [P17]', (name, typed, fits) => {
    expect(fitsName(name, typed)).toBe(fits)
  })
})
