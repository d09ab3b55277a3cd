import { describe, expect, it } from 'vitest'
import { plainPhone } from '../../shared/kit/phone.ts'

const nbsp = '\u00a0'
const enDash = '\u2013'

describe('a phone number', () => {
  it.each([
    '0812-0000-0001',
    '0812 0000 0001',
    '+62 812 0000 0001',
    '+62 0812 0000 0001',
    '+62 (0) 812 0000 0001',
    '62812 0000 0001',
    '0062 812 0000 0001',
    '0062 0812 0000 0001',
    '812 0000 0001',
    '(0812) 0000.0001',
    '(+62) 812/0000/0001',
    `0812${nbsp}0000${nbsp}0001`,
    `0812${enDash}0000${enDash}0001`,
    '\u202a0812\u22120000\u22120001\u202c',
    '\uff10812 0000 0001',
    ' 0812 0000 0001\t',
    '001 62 812 0000 0001',
    '00762 812-0000-0001',
    '008 62 0812 0000 0001',
  ])('spelled %j is the same one [B3]', spelled => {
    expect(plainPhone(spelled)).toBe('6281200000001')
  })

  it('of a house or of another country is one as well [B3]', () => {
    expect(['0541 000 001', '(021) 0000-0001', '+60 12 000 0001', '00 65 0000 0001'].map(plainPhone)).toEqual([
      '62541000001',
      '622100000001',
      '60120000001',
      '6500000001',
    ])
  })

  it('behind a country code that nobody has cannot be, nor one too short or too long for its country [M11]', () => {
    const cannot = [
      '+99999999999',
      '+999 812 0000 0001',
      '+210 0000 0000',
      '+383',
      '+8590000000',
      '+1 628 120 0000 0001',
    ]
    expect(cannot.map(plainPhone)).toEqual(cannot.map(() => undefined))
    const can = [
      '+1 628 555 0100',
      '001 628 555 0100',
      '007 916 000 0001',
      '+966 50 000 0001',
      '+886 900 000 001',
      '+44 7700 900000',
    ]
    expect(can.map(plainPhone)).toEqual([
      '16285550100',
      '16285550100',
      '79160000001',
      '966500000001',
      '886900000001',
      '447700900000',
    ])
  })

  it.each([
    '',
    '0812',
    '0812 0000',
    '0812 0000 0000 0001',
    '+62 0000 0000 01',
    '0000000000',
    '65 0000 0001',
    '+0812 0000 0001',
    '+1 000',
    '+60 0000 0000 0000 01',
    '0812 0000 0001 ext 5',
    '0812+0000+0001',
    'rumah',
    '-----------',
  ])('cannot be %j [M11]', typed => {
    expect(plainPhone(typed)).toBeUndefined()
  })
})
