import { describe, expect, it } from 'vitest'
import { draftOf, followed, isDirty, patchOf, problemsOf, type Draft } from '../../console/admin/admin-draft.ts'
import { ramadanSpecial } from '../../console/admin/draft-special.ts'
import type { DraftService } from '../../console/admin/draft-services.ts'
import { demoOffice } from '../../server/demo/samarinda.ts'
import { api } from '../../shared/contracts/api.ts'
import { DEFAULT_SERVICE_BOOKING } from '../../shared/office/defaults.ts'

const office = demoOffice
const draft = draftOf(office)
const withRules = (change: Partial<Draft['booking']>): Draft => ({
  ...draft,
  booking: { ...draft.booking, ...change },
})
const withService = (id: string, change: Partial<DraftService>): Draft => ({
  ...draft,
  services: draft.services.map(s => (s.id === id ? { ...s, ...change } : s)),
})
/** What would be sent, which the server must take. */
function sent(next: Draft) {
  const { seen: _, ...change } = api['PATCH /api/offices/:office/settings'].body.parse(patchOf(next, office))
  return change
}

describe('the settings as they are typed', () => {
  it('are clean at first: nothing wrong, nothing to send', () => {
    expect(problemsOf(draft)).toEqual({})
    expect([isDirty(draft, office), patchOf(draft, office)]).toEqual([false, { seen: {} }])
  })

  it('send only the fields that were typed over, and what they held before', () => {
    const days = draft.days.map((day, i) => (i === 1 ? { ...day, to: '14:00' } : day))
    const rules = { ...draft.rules, returnPlaces: '7' }
    expect(patchOf({ ...draft, days, rules, closed: ['ktp-el'] }, office)).toEqual({
      hours: { 1: { ...office.hours[1], close: '14:00' } },
      rules: { returnPlaces: 7 },
      services: [{ id: 'ktp-el', open: false }],
      seen: {
        hours: { 1: office.hours[1] },
        rules: { returnPlaces: office.rules.returnPlaces },
        services: [{ id: 'ktp-el', open: true }],
      },
    })
  })

  it('follow the office where nothing was typed, also within a day, a table and the closed services', () => {
    const days = draft.days.map((day, i) => (i === 1 ? { ...day, to: '14:00' } : day))
    const mine = { ...draft, days, rules: { ...draft.rules, returnPlaces: '7' }, closed: ['ktp-el'] }
    const theirs = {
      ...draft,
      textId: 'Baru',
      days: draft.days.map((day, i) => (i === 2 ? { ...day, to: '13:00' } : day)),
      rules: { ...draft.rules, returnPlaces: '9', returnGraceMinutes: '33' },
      closed: ['legalisir'],
    }
    expect(followed(mine, draft, theirs)).toEqual({
      ...theirs,
      days: theirs.days.map((day, i) => (i === 1 ? { ...day, to: '14:00' } : day)),
      rules: { ...theirs.rules, returnPlaces: '7' },
      closed: office.services.map(s => s.id).filter(id => id === 'ktp-el' || id === 'legalisir'),
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
    expect(problemsOf(withRules({ [name]: typed }))).toEqual({
      [`booking.${name}`]: { word: 'wrong.number', values: { min, max } },
    })
  })

  it('know a wrong percentage and a missing time', () => {
    expect(problemsOf(withRules({ walkInReserve: '101', priorityShare: '51', releaseTime: '' }))).toMatchObject({
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
    expect(problemsOf({ ...draft, special: [{ ...ramadan, nameEn: ' ', to: '2027-02-01', days }] })).toEqual({
      'special.0.name': { word: 'wrong.name' },
      'special.0.dates': { word: 'wrong.dates' },
      'special.0.day.1': { word: 'wrong.hours' },
    })
  })
})

describe('how a service is booked', () => {
  it('is sent for the changed service only, with its quota and its document', () => {
    const next = withService('ktp-el', { dailyQuota: '80', files: true, document: true, workingDays: '2' })
    expect(sent(next)).toEqual({
      services: [
        {
          id: 'ktp-el',
          booking: { ...DEFAULT_SERVICE_BOOKING, release: { kind: 'open' }, dailyQuota: 80, files: true },
          document: { name: ['KTP-el', 'Electronic ID card'], workingDays: 2 },
        },
      ],
    })
  })

  it('is found by the words that are typed for it, parted by commas or lines, each once [Q3]', () => {
    const next = withService('ktp-el', { keywords: ' ktp, ka te pe\n\nktp ,kartu\n' })
    expect(sent(next).services).toEqual([{ id: 'ktp-el', keywords: ['ktp', 'ka te pe', 'kartu'] }])
    expect(sent(withService('ktp-el', { advises: true })).services).toEqual([{ id: 'ktp-el', advises: true }])
    expect(problemsOf(withService('ktp-el', { keywords: 'x'.repeat(61) }))).toMatchObject({
      'service.ktp-el.keywords': { word: 'wrong.keyword' },
    })
  })

  it('is none for walk-in only', () => {
    expect(sent(withService('ktp-el', { booked: false, dailyQuota: 'x' })).services![0]!.booking).toBeNull()
  })

  it('gives the last wave the rest, so that three thirds are all', () => {
    const { services } = sent(withService('ktp-el', { release: 'waves' }))
    const { release } = services![0]!.booking!
    expect(release).toMatchObject({ kind: 'waves', waves: [{ daysAhead: 7 }, { daysAhead: 3 }, { daysAhead: 1 }] })
  })

  it('keeps stored thirds as they are shown', () => {
    const waves = [7, 3, 1].map(daysAhead => ({ daysAhead, share: 1 / 3 }))
    const booking = {
      ...DEFAULT_SERVICE_BOOKING,
      release: { kind: 'waves' as const, waves },
      dailyQuota: null,
      files: false,
    }
    const stored = { ...office, services: office.services.map(s => ({ ...s, booking })) }
    expect(problemsOf(draftOf(stored))).toEqual({})
    expect(patchOf(draftOf(stored), stored)).toEqual({ seen: {} })
  })

  it.each([
    ['waves that total 90', { release: 'waves', waves: [{ daysAhead: '3', share: '90' }] }, 'waves', 'wrong.shares'],
    ['a wave of nothing', { release: 'waves', waves: [{ daysAhead: '3', share: '0' }] }, 'waves', 'wrong.percent'],
    ['a draw that closes first', { release: 'draw', opens: '2', closes: '3' }, 'draw', 'wrong.draw'],
    ['a quota of none', { dailyQuota: '0' }, 'dailyQuota', 'wrong.number'],
    ['a document without a name', { document: true, docEn: '' }, 'name', 'wrong.name'],
    ['a document in two years', { document: true, workingDays: '366' }, 'workingDays', 'wrong.number'],
  ] as const)('cannot have %s', (_, change, field, word) => {
    expect(problemsOf(withService('ktp-el', change))).toMatchObject({ [`service.ktp-el.${field}`]: { word } })
  })

  it('is not judged by what is switched off', () => {
    expect(problemsOf(withService('ktp-el', { booked: false, dailyQuota: '0', document: false, docId: '' }))).toEqual(
      {},
    )
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
    expect(problemsOf({ ...draft, elsewhere: line })).toMatchObject({ elsewhere: { word: 'wrong.elsewhere' } })
  })
})
