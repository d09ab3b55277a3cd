import { describe, expect, it } from 'vitest'
import { draftOf, followed, isDirty, patchOf, problemsOf, type Draft } from '../../console/admin/admin-draft.ts'
import { dayProblems, draftDays, likeMonday, wrongTimes } from '../../console/admin/draft-days.ts'
import { taken } from '../../console/admin/draft-taken.ts'
import { ramadanSpecial } from '../../console/admin/draft-special.ts'
import { demoOffice } from '../../server/demo/samarinda.ts'
import { api } from '../../shared/contracts/api.ts'

const office = demoOffice
const draft = draftOf(office)
const withRules = (change: Partial<Draft['booking']>): Draft => ({
  ...draft,
  booking: { ...draft.booking, ...change },
})
/** What would be sent, which the server must take. */
function sent(next: Draft) {
  const { seen: _, ...change } = api['PATCH /api/offices/:office/settings'].body.parse(patchOf(next, office))
  return change
}
const wrongIn = (typed: Draft) => problemsOf(typed, office)

describe('the settings as they are typed', () => {
  it('are clean at first: nothing wrong, nothing to send', () => {
    expect(wrongIn(draft)).toEqual({})
    expect([isDirty(draft, office), patchOf(draft, office)]).toEqual([false, { seen: {} }])
  })

  it('send only the fields that were typed over, and what they held before', () => {
    const days = draft.days.map((day, i) => (i === 1 ? { ...day, to: '14:00' } : day))
    const rules = { ...draft.rules, returnPlaces: '7' }
    expect(patchOf({ ...draft, days, rules }, office)).toEqual({
      hours: { 1: { ...office.hours[1], close: '14:00' } },
      rules: { returnPlaces: 7 },
      seen: {
        hours: { 1: office.hours[1] },
        rules: { returnPlaces: office.rules.returnPlaces },
      },
    })
  })

  it('send the name, the city and the time zone of the office, and take none of them away', () => {
    const moved = { ...draft, name: ' Kantor Contoh ', city: 'Kota Contoh', zone: 'WIT' } as const
    expect(sent(moved)).toEqual({ name: 'Kantor Contoh', city: 'Kota Contoh', zone: 'WIT' })
    const bare = { ...draft, name: ' ', city: '' }
    expect(wrongIn(bare)).toEqual({ name: { word: 'wrong.empty' }, city: { word: 'wrong.empty' } })
    expect(problemsOf(bare, { name: '', city: '' })).toEqual({})
    expect(wrongIn({ ...draft, name: 'x'.repeat(121) })).toEqual({ name: { word: 'wrong.line', values: { max: 120 } } })
    for (const field of ['name', 'city', 'zone']) expect(taken(draft, moved, field)).not.toEqual(draft)
  })

  it('follow the office where nothing was typed, also within a day and a table', () => {
    const days = draft.days.map((day, i) => (i === 1 ? { ...day, to: '14:00' } : day))
    const mine = { ...draft, days, rules: { ...draft.rules, returnPlaces: '7' } }
    const theirs = {
      ...draft,
      textId: 'Baru',
      days: draft.days.map((day, i) => (i === 2 ? { ...day, to: '13:00' } : day)),
      rules: { ...draft.rules, returnPlaces: '9', returnGraceMinutes: '33' },
    }
    expect(followed(mine, draft, theirs)).toEqual({
      ...theirs,
      days: theirs.days.map((day, i) => (i === 1 ? { ...day, to: '14:00' } : day)),
      rules: { ...theirs.rules, returnPlaces: '7' },
    })
  })

  it('send of the booking rules what changed, shares out of percentages', () => {
    expect(sent(withRules({ walkInReserve: '35', slotMinutes: '20', proof: 'always' }))).toEqual({
      booking: { walkInReserve: 0.35, slotMinutes: 20, proof: 'always' },
    })
    expect(sent(withRules({ priorityShare: '12,5' })).booking?.priorityShare).toBe(0.125)
  })

  it.each([
    ['slotMinutes', '4', 5, 240],
    ['slotMinutes', 'tiga', 5, 240],
    ['horizonDays', '61', 1, 60],
    ['perNetworkHour', '0', 1, 100_000],
    ['offerMinutes', '', 1, 120],
  ] as const)('keep %s in its bounds, so %j is no value', (name, typed, min, max) => {
    expect(wrongIn(withRules({ [name]: typed }))).toEqual({
      [`booking.${name}`]: { word: 'wrong.number', values: { min, max } },
    })
  })

  it('know a wrong percentage and a missing time', () => {
    expect(wrongIn(withRules({ walkInReserve: '101', priorityShare: '51', releaseTime: '' }))).toMatchObject({
      'booking.walkInReserve': { word: 'wrong.percent' },
      'booking.priorityShare': { word: 'wrong.percent', values: { max: 50 } },
      'booking.releaseTime': { word: 'wrong.time' },
    })
  })
})

describe('special hours', () => {
  const ramadan = { ...ramadanSpecial(office.hours), from: '2027-02-08', to: '2027-03-09' }

  it('of Ramadan begin at eight with half an hour of rest, and on a short Friday with none', () => {
    expect(ramadan.days[1]).toMatchObject({ open: true, from: '08:00', breakFrom: '12:00', breakTo: '12:30' })
    expect(ramadan.days[5]).toMatchObject({ from: '08:00', to: '11:00', breakFrom: '' })
    expect(ramadan.days[0]!.open).toBe(false)
  })

  it('are sent in the order of their dates', () => {
    const earlier = { ...ramadan, nameId: 'Cuti', nameEn: 'Leave', from: '2026-12-24', to: '2026-12-31' }
    const special = sent({ ...draft, special: [ramadan, earlier] }).specialHours!
    expect(special.map(s => s.from)).toEqual(['2026-12-24', '2027-02-08'])
    expect(special[1]).toMatchObject({
      name: ['Ramadan', 'Ramadan'],
      hours: [null, { open: '08:00', breaks: [{ from: '12:00', to: '12:30' }] }, {}, {}, {}, { breaks: [] }, null],
    })
  })

  it('need a name, dates in order, and hours that can be', () => {
    const days = ramadan.days.map((d, i) => (i === 1 ? { ...d, to: '07:00' } : d))
    expect(wrongIn({ ...draft, special: [{ ...ramadan, nameId: ' ', to: '2027-02-01', days }] })).toEqual({
      'special.0.name': { word: 'wrong.name' },
      'special.0.dates': { word: 'wrong.dates' },
      'special.0.day.1': { word: 'wrong.hours' },
    })
    expect(wrongIn({ ...draft, special: [{ ...ramadan, nameEn: '' }] })).toEqual({})
  })

  it.each([
    [{ from: '' }, 'wrong.from', ['from']],
    [{ from: '7-' }, 'wrong.from', ['from']],
    [{ to: '' }, 'wrong.to', ['to']],
    [{ from: '15:00', to: '08:00' }, 'wrong.hours', ['from', 'to']],
    [{ breakTo: '' }, 'wrong.rest', ['breakTo']],
    [{ breakFrom: '06:00' }, 'wrong.break', ['breakFrom', 'breakTo']],
    [{ breakFrom: '', breakTo: '' }, undefined, []],
    [{ open: false, from: '' }, undefined, []],
  ] as const)('of a day with %j name what is wrong, and which times', (change, word, times) => {
    const day = { ...draftDays(demoOffice.hours)[1]!, ...change }
    expect([dayProblems([day])['day.0']?.word, wrongTimes(day)]).toEqual([word, times])
  })

  it('become those of Monday from Tuesday to Thursday at one touch, and Friday stays', () => {
    const week = draftDays(demoOffice.hours).map((d, i) => (i === 1 ? { ...d, from: '07:30', to: '14:00' } : d))
    const alike = likeMonday(week)
    expect([2, 3, 4].map(i => alike[i])).toEqual([week[1], week[1], week[1]])
    expect([0, 1, 5, 6].map(i => alike[i])).toEqual([0, 1, 5, 6].map(i => week[i]))
  })
})

describe('what other offices do', () => {
  const elsewhere = 'SIM | Licence | Satpas | Police | sim, sim a\n\nPaspor|Passport|Imigrasi|Immigration|'

  it('is typed as a line each [Q3]', () => {
    expect(sent({ ...draft, elsewhere })).toEqual({
      elsewhere: [
        { name: ['SIM', 'Licence'], where: ['Satpas', 'Police'], keywords: ['sim', 'sim a'] },
        { name: ['Paspor', 'Passport'], where: ['Imigrasi', 'Immigration'], keywords: [] },
      ],
    })
  })

  it.each(['SIM | Licence | Satpas', 'SIM | Licence | Satpas | | sim', 'a|b|c|d|e|f'])('cannot be %j', line => {
    expect(wrongIn({ ...draft, elsewhere: line })).toMatchObject({ elsewhere: { word: 'wrong.elsewhere' } })
  })
})
