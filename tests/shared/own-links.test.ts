import { describe, expect, it } from 'vitest'
import { forgetBefore, forgetTicket, rememberTicket, ticketsOf } from '../../shared/web/own-links.ts'
import { isBookingNumber, ownBookings } from '../../shared/ticket/in-parts.ts'
import { textOf } from '../../shared/ticket/markup.ts'

const TODAY = '2026-06-09'

function aPhone(kept = new Map<string, string>()) {
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
  }
}

const link = (n: number, date = TODAY) => ({ token: `token-${n}`, number: `AR-${10 + n}`, date })

describe('the tickets that a phone knows as its own', () => {
  it('are those of the day, newest first, each once', () => {
    const phone = aPhone()
    for (const it of [link(1), link(2), link(1), link(3, '2026-06-10')]) rememberTicket(it, TODAY, phone)
    expect(ticketsOf([TODAY], phone).map(t => t.number)).toEqual(['AR-11', 'AR-12'])
    expect(ticketsOf([TODAY, '2026-06-10'], phone)).toHaveLength(3)
  })

  it('are ten at most, and none of days that are over', () => {
    const phone = aPhone()
    rememberTicket(link(0, '2026-06-08'), '2026-06-08', phone)
    for (let n = 1; n <= 12; n++) rememberTicket(link(n), TODAY, phone)
    expect(ticketsOf([TODAY], phone)).toHaveLength(10)
    expect(ticketsOf(['2026-06-08'], phone)).toEqual([])
    rememberTicket(link(0, '2026-06-08'), TODAY, phone)
    expect(ticketsOf(['2026-06-08'], phone)).toEqual([])
  })

  it('keep nothing but link, number and date', () => {
    const kept = new Map<string, string>()
    rememberTicket({ ...link(1), name: 'invented' } as never, TODAY, aPhone(kept))
    expect([...kept.values()].join()).not.toContain('invented')
  })

  it('are gone once somebody says that this is not their phone, and once their day is over [R12]', async () => {
    const kept = new Map<string, string>()
    const phone = aPhone(kept)
    for (const it of [link(1), link(2), link(3, '2026-06-10')]) rememberTicket(it, TODAY, phone)
    await forgetTicket('token-1', phone)
    expect(kept.get('tanggap.tickets')).not.toContain('token-1')
    await forgetBefore('2026-06-10', phone)
    expect(kept.get('tanggap.tickets')).not.toContain('token-2')
    expect(ticketsOf(['2026-06-10'], phone)).toHaveLength(1)
  })

  it('are none where the store is broken, refused or full', () => {
    expect(ticketsOf([TODAY], aPhone(new Map([['tanggap.tickets', '{"a":1}']])))).toEqual([])
    expect(ticketsOf([TODAY], aPhone(new Map([['tanggap.tickets', 'no JSON']])))).toEqual([])
    const full = {
      ...aPhone(),
      setItem: () => {
        throw new Error('full')
      },
    }
    expect(() => rememberTicket(link(1), TODAY, full)).not.toThrow()
  })
})

describe('the page behind the code of the hall', () => {
  it('offers the bookings alone, each with the code it was opened with', () => {
    const page = textOf(ownBookings([link(1), { ...link(2), number: 'A-012' }], '4827', 'id'))
    expect(page).toContain('action="/t/token-1/check-in?lang=id"')
    expect(page).toContain('name="code" value="4827"')
    expect(page).not.toContain('token-2')
  })

  it('opens every number of today where no code is known', () => {
    const page = textOf(ownBookings([link(1), { ...link(2), number: 'A-012' }], '', 'id'))
    expect(page).toContain('href="/t/token-1?lang=id"')
    expect(page).toContain('Buka A-012')
    expect(page).not.toContain('<form')
  })

  it('offers nothing without a booking, or where the phone knows no number', () => {
    expect(textOf(ownBookings([], '', 'id'))).toBe('')
    expect(textOf(ownBookings([], '4827', 'id'))).toBe('')
  })

  it('knows a booking by its series, also of a service with the letter R', () => {
    expect(['AR-07', 'ABR-130', 'RR-01'].map(isBookingNumber)).toEqual([true, true, true])
    expect(['A-012', 'R-012', 'AB-001'].map(isBookingNumber)).toEqual([false, false, false])
  })
})
