import { expect, it } from 'vitest'
import { deactivation, otherAgency, otherRoles } from '../../server/store/accounts/membership.ts'
import {
  administrationRow,
  hasOwner,
  leftWithout,
  noAdministration,
  officesBeyond,
} from '../../server/store/people/administrations.ts'
import { observationRow } from '../../server/store/people/oversight.ts'
import { insertStaff } from '../../server/store/staff.ts'
import { overDialects } from '../helpers/dialects.ts'

overDialects('who sets an office up', store => {
  const join = (id: string, officeId: string, of: object = {}) =>
    insertStaff(store.db, {
      ...{ id, officeId, username: id, name: `Contoh ${id}`, roles: ['administrator'], active: true },
      ...{ passwordHash: 'hash', passwordChangedAt: 1 },
      ...of,
    })
  const guest = (staffId: string, office: string) =>
    store.db.atomic([administrationRow(store.db, { staffId, office, by: 'staff:a', at: 2 })])
  const done = ({ first, then }: ReturnType<typeof deactivation>) => store.db.claim(first, then)
  const ends = (staffId: string, office: string) => store.db.claim(noAdministration(store.db, staffId, office), [])
  const owned = async () => [await hasOwner(store.db, 'barat'), await hasOwner(store.db, 'timur')]

  it('is whoever can come in and administers the whole of it, at home or as a guest [A95 A96]', async () => {
    await join('invited', 'barat', { passwordHash: '' })
    await join('agency', 'barat', { agency: 'sipil' })
    await join('off', 'barat', { active: false })
    await join('officer', 'barat', { roles: ['officer'] })
    expect(await owned()).toEqual([false, false])
    await join('a', 'barat')
    expect(await owned()).toEqual([true, false])
    await guest('a', 'timur')
    expect(await owned()).toEqual([true, true])
  })

  it('is never nobody: the last one is not dismissed, switched off, moved to an agency or given other roles [A98]', async () => {
    await join('a', 'barat')
    await guest('a', 'timur')
    expect([await ends('a', 'timur'), await leftWithout(store.db, 'a')]).toEqual([false, ['timur']])
    for (const deed of [
      deactivation(store.db, 'a', 3, '2026-06-09'),
      otherRoles(store.db, 'a', ['officer']),
      otherAgency(store.db, 'a', 'sipil'),
    ])
      expect(await done(deed)).toBe(false)
    await join('b', 'timur')
    expect([await leftWithout(store.db, 'a'), await ends('a', 'timur')]).toEqual([[], true])
    expect(await done(deactivation(store.db, 'a', 3, '2026-06-09'))).toBe(false)
    await guest('b', 'barat')
    expect(await done(deactivation(store.db, 'a', 3, '2026-06-09'))).toBe(true)
    expect(await owned()).toEqual([true, true])
  })

  it('reaches beyond home where they set up, and where they read from this day on [A98]', async () => {
    await join('a', 'barat')
    await guest('a', 'timur')
    await guest('a', 'barat')
    const read = (office: string, to_date: string | null) =>
      observationRow(store.db, {
        ...{ id: `lihat-${office}`, staff_id: 'a', office, from_date: '2026-01-01', to_date },
        ...{ decided_by: 'b', decided_at: 2 },
      })
    await store.db.atomic([
      read('utara', null),
      read('selatan', '2026-06-09'),
      read('lama', '2026-06-08'),
      read('timur', null),
    ])
    const beyond = await officesBeyond(store.db, { id: 'a', officeId: 'barat' }, '2026-06-09')
    expect([...beyond].sort()).toEqual(['selatan', 'timur', 'utara'])
  })
})
