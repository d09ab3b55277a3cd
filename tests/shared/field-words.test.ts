import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import type * as FieldWords from '../../console/admin/said/field-words.ts'
import { officeInfo } from '../../shared/contracts/schemas.ts'
import { demoOffice } from '../../server/demo/samarinda.ts'
import type { OfficeInfo } from '../../shared/office/office.ts'
import { changedOffice, fieldsOf, LISTS, standingOf } from '../../shared/office/structure/change.ts'

/** One that has something in every list, and a role of its own. */
const office: OfficeInfo = {
  ...changedOffice(demoOffice, {
    agencies: [{ id: 'samsat', code: 'SM', name: ['Samsat', 'Vehicle registry'] }],
    areas: [{ id: 'lobi', name: ['Lobi', 'Lobby'] }],
  }),
  roles: [{ id: 'peran-1', name: ['Penjaga pintu', 'Doorkeeper'], permissions: ['device.approve'] }],
}
const held = new Map([
  ...fieldsOf(standingOf(office)),
  ...LISTS.map(list => [`${list}.${office[list][0]!.id}.removed`, true] as const),
  ['openedAt', 0] as const,
])

let said: typeof FieldWords
beforeAll(async () => {
  vi.stubGlobal('document', { documentElement: {} })
  said = await import('../../console/admin/said/field-words.ts')
})
afterAll(() => vi.unstubAllGlobals())

describe('the fields of an office in words', () => {
  it('are all there, as many as its record can have: also its own roles, and what was taken away', () => {
    const { fieldName, fieldText } = said
    const shape = Object.keys(officeInfo.shape).filter(key => key !== 'id')
    const groups = new Set([...held.keys()].map(field => field.split('.')[0]))
    expect([...shape, 'roles'].filter(key => !groups.has(key))).toEqual([])
    for (const [field, value] of held) {
      const name = fieldName(field, office)
      expect(name, field).toMatch(/^\p{Lu}/u)
      // Nobody reads the name that the program has for it.
      expect(name.split(': ').at(-1), field).not.toBe(field.split('.').at(-1))
      expect(fieldText(field, value, office), field).toMatch(/^(?!.*(undefined|\[object)).+/s)
      expect(fieldText(field, undefined, office)).toBe('–')
    }
  })

  it('say the own roles by their names, and let a field that nobody knows any more be read', () => {
    const { fieldName, fieldText } = said
    expect([fieldName('roles', office), fieldText('roles', office.roles, office)]).toEqual([
      'Peran kantor ini',
      'Penjaga pintu',
    ])
    expect(fieldText('roles', [], office)).toBe('–')
    expect(fieldName('formerly', office)).toBe('formerly')
    expect(fieldName('services.gone.formerly', office)).toBe('gone: formerly')
  })
})
