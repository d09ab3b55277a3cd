import { describe, expect, it } from 'vitest'
import { textOf } from '../../shared/ticket/markup.ts'
import { ownStub } from '../../shared/ticket/own-stub.ts'
import type { OwnTicket } from '../../shared/ticket/own-ticket.ts'
import { ticketFace } from '../../shared/ticket/ticket-parts.ts'
import { at, ownTicket } from '../helpers/own-ticket.ts'
import { wordsIn } from '../helpers/page-words.ts'

const drawn = (own: OwnTicket) => ticketFace(own, 'id', { base: '/t/x' })
const words = (own: OwnTicket) => wordsIn(Object.values(drawn(own).parts).map(textOf).join(' '))
const stub = (own: OwnTicket) => wordsIn(textOf(ownStub(own, '/t/x', 'id')))
const closed = { since: at('10:20'), reason: 'systemDown', until: at('13:00') } as const

describe('the page of a number whose line stands still', () => {
  it('says that its service is closed, why, until when, and that the number stands; nothing of a turn that is near', () => {
    const own = ownTicket({ ahead: 2, closed, range: null })
    expect(words(own)).toContain(
      'KTP-el sedang ditutup Sistem pusat sedang tidak bisa dipakai. Diperkirakan buka lagi pukul 13.00. Nomor Anda tetap berlaku',
    )
    expect(words(own)).toContain('Menunggu dibuka lagi')
    expect(words(own)).not.toMatch(/lalu Anda|Berikutnya giliran|sebentar lagi|Loket belum buka/)
    expect(drawn(own).title).toBe('A-047 · 2 orang di depan')
    expect(stub(own)).toContain('layanan ditutup')
  })

  it('says that the office is closed that day', () => {
    const own = ownTicket({ ahead: 0, shut: true, range: null })
    expect(words(own)).toContain('Kantor tutup hari ini Bila Anda masih di kantor, tanyakan kepada petugas')
    expect(words(own)).not.toMatch(/lalu Anda|Berikutnya giliran/)
    expect(stub(own)).toContain('kantor tutup')
  })

  it('calls nobody to the hall before a counter of the service is open', () => {
    const own = ownTicket({ ahead: 0, counters: [], range: null })
    expect(words(own)).not.toMatch(/Berikutnya|ruang tunggu\. Siapkan|lalu Anda/)
    expect(words(own)).toContain('Loket belum buka')
    expect(stub(own)).not.toContain('Berikutnya')
  })
})

describe('a number whose visit is served', () => {
  const serving = (but: Partial<Omit<OwnTicket, 'ticket'>> = {}) =>
    words(ownTicket(but, { state: 'serving', counterId: '3' }))

  it('promises a rating on its page only to whom its page will ask [S15]', () => {
    expect(serving()).toContain('bisa menilai layanan di sini')
    expect(serving({ mayRate: false })).not.toContain('di sini')
    expect(serving({ mayRate: false })).toContain('di tablet di loket, bila ada')
    expect(serving({ mayRate: false, sharePath: null })).not.toContain('menilai')
  })
})

describe('what a page says of messages', () => {
  it('says plainly that none is sent, and what a phone number that was given is for [M15]', () => {
    expect(words(ownTicket())).toContain('Kami tidak mengirim pesan untuk nomor ini.')
    const given = words(ownTicket({ told: { phone: { channel: null, end: '34' }, push: false } }))
    expect(given).toContain('Nomor ponsel ••34 dipakai meja depan untuk menemukan reservasi Anda')
    expect(given).not.toContain('Kami tidak mengirim pesan')
  })
})

describe('a missed call', () => {
  it('is mended alike on the page that calls and on the one that was missed', () => {
    const called = ownTicket({}, { state: 'called', counterId: '3', calledAt: at('10:20') })
    for (const own of [called, ownTicket({}, { state: 'missed' })])
      expect(words(own)).toMatch(/entuh “Saya di sini”.*meja depan/)
  })
})

describe('a document past its promise', () => {
  it('stands before the thanks for the visit', () => {
    const late = {
      document: ['KTP-el', 'ID card'] as [string, string],
      state: 'processing',
      promisedOn: '2026-06-08',
      changedAt: at('10:20'),
      late: 1,
      hours: [],
    } as const
    const page = words(ownTicket({ application: late }, { state: 'done' }))
    expect(page.indexOf('KTP-el Anda terlambat')).toBeGreaterThan(-1)
    expect(page.indexOf('KTP-el Anda terlambat')).toBeLessThan(page.indexOf('Terima kasih, layanan selesai'))
  })
})
