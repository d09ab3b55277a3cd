import { describe, expect, it } from 'vitest'
import { changeOf, draftOf, followed, type Draft } from '../../console/admin/admin-draft.ts'
import { Conflicts } from '../../console/admin/conflicts.ts'
import { taken } from '../../console/admin/draft-taken.ts'
import { demoOffice as office } from '../../server/demo/samarinda.ts'
import {
  changedOffice,
  editedOffice,
  fieldsOf,
  standingOf,
  type OfficeChange,
} from '../../shared/office/structure/change.ts'

/** Another value for every kind of field that the form has. */
const other: OfficeChange = {
  hours: { 1: { open: '09:00', close: '12:00', breaks: [] }, 2: null },
  holidays: ['2026-08-17', '2026-12-25'],
  specialHours: [{ name: ['Ramadan', 'Ramadan'], from: '2026-02-18', to: '2026-03-19', hours: office.hours }],
  runningText: ['Selamat datang', 'Welcome'],
  elsewhere: [{ name: ['SIM', 'Licence'], where: ['Satpas', 'Police'], keywords: ['sim'] }],
  minRatings: office.minRatings + 1,
  rules: { returnPlaces: office.rules.returnPlaces + 1 },
  booking: { horizonDays: office.booking.horizonDays + 1 },
}
const theirs = editedOffice(office, other)
const fields = [...fieldsOf(standingOf(theirs))].filter(
  ([field, value]) => JSON.stringify(fieldsOf(standingOf(office)).get(field)) !== JSON.stringify(value),
)

describe('a field that two administrators changed', () => {
  it.each(fields)('%s is taken whole from another draft, and nothing beside it [A13]', (field, value) => {
    const change = changeOf(taken(draftOf(office), draftOf(theirs), field), office)
    expect([...fieldsOf(change)]).toEqual([[field, value]])
  })

  it('takes theirs, then mine again, and loses neither it nor what was typed beside it [A13]', () => {
    const draft: Draft = {
      ...draftOf(office),
      textId: 'Tutup lebih awal',
      rules: { ...draftOf(office).rules, returnPlaces: '9' },
    }
    const conflicts = new Conflicts({ draftOf, changeOf, followed, taken })
    let typed = conflicts.follow({ draft, stored: office }, theirs)
    const shown = () => conflicts.fields(typed).map(({ field, take }) => [field, take])
    expect(shown()).toEqual([
      ['rules.returnPlaces', undefined],
      ['runningText', undefined],
    ])
    typed = conflicts.take(typed, 'runningText', 'theirs')
    expect([typed.draft.textId, typed.draft.rules.returnPlaces]).toEqual(['Selamat datang', '9'])
    typed = conflicts.take(typed, 'runningText', 'mine')
    typed = conflicts.take(typed, 'rules.returnPlaces', 'theirs')
    expect([typed.draft.textId, typed.draft.rules.returnPlaces]).toEqual([
      'Tutup lebih awal',
      String(office.rules.returnPlaces + 1),
    ])
    expect(shown()).toEqual([
      ['rules.returnPlaces', 'theirs'],
      ['runningText', 'mine'],
    ])
    const change = changeOf(typed.draft, typed.stored)
    expect([...fieldsOf(change).keys()]).toEqual(['runningText'])
  })

  it('stands open again when it is changed once more after it was decided [A13]', () => {
    const draft: Draft = { ...draftOf(office), rules: { ...draftOf(office).rules, returnPlaces: '9' } }
    const conflicts = new Conflicts({ draftOf, changeOf, followed, taken })
    let typed = conflicts.follow({ draft, stored: office }, theirs)
    typed = conflicts.take(typed, 'rules.returnPlaces', 'mine')
    const later = changedOffice(theirs, { rules: { returnPlaces: 8 } })
    typed = conflicts.follow(typed, later)
    expect(conflicts.fields(typed)).toMatchObject([
      { field: 'rules.returnPlaces', theirs: 8, mine: 9, take: undefined },
    ])
  })
})
