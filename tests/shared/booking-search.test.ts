import { describe, expect, it } from 'vitest'
import { demoOffice } from '../../server/demo/samarinda.ts'
import { matches, plain } from '../../shared/booking/search.ts'

const found = (query: string) => demoOffice.services.filter(s => matches(s, query)).map(s => s.id)

describe('the search for a service', () => {
  it.each([
    ['ktp hilang', 'ktp-el'],
    ['KTP-el', 'ktp-el'],
    ['hila', 'ktp-el'],
    ['antri buat ktp', 'ktp-el'],
    ['nomor antrian KK', 'kartu-keluarga'],
    ['birth', 'akta-kelahiran'],
  ])('of %j finds %s', (query, id) => {
    expect(found(query)).toContain(id)
  })

  it('wants every word to occur', () => {
    expect(found('ktp paspor')).toEqual([])
  })

  it('shows every service when nothing is said but that somebody wants a number', () => {
    expect(found('')).toHaveLength(demoOffice.services.length)
    expect(found('mau ambil nomor antrean')).toHaveLength(demoOffice.services.length)
  })

  it('narrows as somebody types, letter by letter', () => {
    let before = found('')
    for (let n = 1; n <= 'hilang'.length; n++) {
      const now = found('hilang'.slice(0, n))
      expect(before).toEqual(expect.arrayContaining(now))
      before = now
    }
  })

  it('reads antri and antrian as the dictionary writes them', () => {
    expect(plain('Antri: antrian!')).toBe('antre antrean')
  })
})
