import { describe, expect, it } from 'vitest'
import { targetsOf } from '../../console/desk/sheets/targets.ts'
import { boardOf } from '../../display/board.ts'
import { typedIn } from '../../shared/search/begun.ts'
import { wordsOf } from '../../shared/search/plain.ts'
import { HALL_NOW, hallDay, hallEstimates } from '../helpers/large-hall-day.ts'
import { largeHall } from '../helpers/large-hall.ts'
import { office } from '../helpers/kiosk-office.ts'

describe('300 services on the wall and at the desk', () => {
  it('stand on the wall as one row for each agency that is there, its people added up [Q9]', () => {
    const input = { day: hallDay, estimates: hallEstimates, office: largeHall, now: HALL_NOW, stale: false }
    const { waits } = boardOf(input)
    expect(waits.length).toBe(31)
    const passports = largeHall.services.filter(s => s.agency === 'im').map(s => hallDay.waiting[s.id]!.length)
    const row = waits.find(w => w.letter === 'IM')!
    expect([row.name[0], row.waiting]).toEqual(['Imigrasi', passports.reduce((sum, n) => sum + n, 0)])
    expect(waits.some(w => w.letter === 'BC')).toBe(false)
  })

  it('are found at the desk by letters that begin them, or by their agency [Q9]', () => {
    const names = (typed: string) => typedIn(largeHall, typed).services.map(s => s.name[0])
    expect(names('skck')).toEqual(['SKCK baru', 'SKCK perpanjangan'])
    expect(names('tasp').length).toBe(9)
    expect(names('pasor')[0]).toMatch(/[Pp]aspor/)
    expect(typedIn(largeHall, '').services.length).toBe(300)
    // An office of one agency is asked in everyday words, as before.
    expect(typedIn(office, 'ktp ilang').services[0]!.id).toBe('ktp-el')
  })

  it('stand each among the six that the front desk shows, by four letters of a word of its name or one by which it is called [Q9]', () => {
    const begun = (name: string) => [...new Set(wordsOf(name).map(word => word.slice(0, 4)))]
    const shown = (id: string) => (letters: string) =>
      typedIn(largeHall, letters)
        .services.slice(0, 6)
        .some(s => s.id === id)
    const lost = largeHall.services.filter(s => ![s.name[0], ...s.keywords].flatMap(begun).some(shown(s.id)))
    expect(lost.map(s => s.name[0])).toEqual([])
    const byName = largeHall.services.filter(s => begun(s.name[0]).some(shown(s.id)))
    expect(byName.length).toBeGreaterThanOrEqual(299)
  })

  it('stand among the targets of a transfer with those of the same agency first, and what nobody serves last', () => {
    const targets = targetsOf(largeHall, hallDay, 'im-1', '9')
    const own = largeHall.services.filter(s => s.agency === 'im').length
    expect(targets.slice(0, own).every(t => t.service.agency === 'im')).toBe(true)
    expect(targets.map(t => t.nobody).indexOf(true)).toBe(-1)
    const shut = { ...hallDay, counters: { 9: hallDay.counters['9']! } }
    expect(targetsOf(largeHall, shut, 'im-1', '10').at(-1)!.nobody).toBe(true)
  })
})
