import { describe, expect, it } from 'vitest'
import { isCommonPassword } from '../../server/services/identity/common-passwords.ts'
import { createPasswords, hashPassword } from '../../server/services/identity/passwords.ts'
import { passwordForm, passwordProblem } from '../../shared/office/passwords.ts'
import { fc } from '../helpers/property.ts'

const own = [
  'Dewi Contoh Lestari',
  'dewi.lestari',
  'dewi@kantor.example',
  '199001012015032001',
  'Disdukcapil Kota Samarinda',
]
const judged = (password: string) => passwordProblem(password, own, isCommonPassword)

describe('a password', () => {
  it('has twelve signs at least and a hundred and twenty-eight at most, as people count them [A15]', () => {
    expect(judged('kuda-biru-9')).toBe('short')
    expect(judged('kuda-biru-97')).toBeUndefined()
    expect(judged('🐎🌧️☕🧱🪁🫖🧭🪵')).toBe('short')
    expect(judged('🐎🌧☕🧱🪁🫖🧭🪵🧵🪣🪡🧶')).toBeUndefined()
    const long = Array.from({ length: 32 }, (_, i) => `k${i}x?`).join('')
    expect(judged(long.slice(0, 128))).toBeUndefined()
    expect(judged(`${long.slice(0, 128)}z`)).toBe('long')
  })

  it.each([
    'tanggap-demo',
    'qwerty123456',
    'PASSWORD2026',
    'Indonesia2026!',
    '!!bismillah123',
    'rahasia-sayang',
    'Rahasia123rahasia',
    'abcabcabcabc',
    'aaaaaaaaaaaa',
    '123456789012',
    'abcdefghijklmn',
    '987654321098',
    '1q2w3e4r5t6y',
  ])('that everybody tries first is refused, also with signs around it: %s [A15]', password => {
    expect(judged(password)).toBe('common')
  })

  it.each(['DewiLestari90', 'samarinda-dewi1', '199001012015032001', 'dewi@kantor.example', 'Disdukcapil-Dewi!'])(
    'that is hardly more than the own name, number or office is refused: %s [A15]',
    password => {
      expect(judged(password)).toBe('ownName')
    },
  )

  it.each([
    'kucing makan hujan',
    'Dewi minum kopi di teras',
    'siang itu panas benar',
    'x7#kq9!mz2@p',
    '  spasi di depan  ',
  ])('needs no kinds of signs and may hold blanks and the own name: %s [A15]', password => {
    expect(judged(password)).toBeUndefined()
  })

  it('is the same however a keyboard makes its signs [A15]', () => {
    expect(passwordForm('ｋｏｐｉ cafe\u0301')).toBe('kopi café')
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 140 }), text => {
        expect(judged(passwordForm(text))).toBe(judged(text))
      }),
    )
  })

  it('is stored by Argon2id with 19 MiB and two passes, and known again however it is typed [A15]', async () => {
    const passwords = createPasswords()
    const stored = [await hashPassword('kopi café 2026'), await passwords.accept('kopi café 2026', own)]
    for (const text of stored) expect(text).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
    expect(await passwords.isRight(stored[0], 'kopi cafe\u0301 2026')).toBe(true)
    expect(await passwords.isRight(stored[0], 'kopi cafe 2026')).toBe(false)
    expect(await passwords.isRight(undefined, 'kopi café 2026')).toBe(false)
  })
})
