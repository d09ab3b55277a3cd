import { describe, expect, it } from 'vitest'
import { DAY } from '../../shared/kit/time.ts'
import { textOf } from '../../shared/ticket/markup.ts'
import type { OwnTicket } from '../../shared/ticket/own-ticket.ts'
import { ticketFace } from '../../shared/ticket/ticket-parts.ts'
import { bookedTicket as booked } from '../helpers/booking-desk.ts'
import { at, ownTicket } from '../helpers/own-ticket.ts'
import { wordsIn } from '../helpers/page-words.ts'

const BASE = '/t/token-of-a-booking-0001'
const html = (own: OwnTicket) =>
  Object.values(ticketFace(own, 'id', { base: BASE }).parts)
    .map(textOf)
    .join(' ')

describe('a ticket’s page', () => {
  it('lets three people pass by one tap in the dock, which says the price; the same form twice is one act [Z9]', () => {
    const { dock } = ticketFace(ownTicket(), 'id', { base: BASE }).parts
    expect(textOf(dock)).toContain('name="people" value="3"')
    expect(wordsIn(textOf(dock))).toContain(
      'Saya butuh waktu Saya di sini Butuh waktu: mundur paling banyak 3 orang, nomor tetap milik Anda.',
    )
    const moment = (own: OwnTicket) => /let-pass[^]*?name="moment" value="([^"]*)"/.exec(html(own))?.[1]
    expect(moment(ownTicket())).toBe(moment(ownTicket({ ahead: 11 })))
    expect(moment(ownTicket({}, { due: at('10:40') }))).not.toBe(moment(ownTicket()))
  })

  it('says by the other button that its holder is there, and then that the staff know; whoever checked in is not asked [L12 Z9]', () => {
    const dock = (own: OwnTicket) => ticketFace(own, 'id', { base: BASE }).parts.dock
    for (const own of [ownTicket(), ownTicket({ ahead: 2 }), ownTicket({}, { joined: 'priority' })]) {
      expect(textOf(dock(own))).toContain(`action="${BASE}/here?lang=id"`)
      expect(wordsIn(textOf(dock(own)))).toContain('Saya butuh waktu Saya di sini Butuh waktu: mundur')
      expect(textOf(dock(own)).match(/button primary/g)).toHaveLength(1)
    }
    const said = dock(ownTicket({}, { hereAt: at('10:20') }))
    expect(textOf(said)).not.toContain('/here')
    expect(wordsIn(textOf(said))).toContain('Petugas tahu Anda sudah di sini. Saya butuh waktu')
    for (const joined of ['booked', 'late', 'returned', 'transferred'] as const)
      expect(wordsIn(textOf(dock(ownTicket({}, { joined }))))).not.toContain('di sini')
    expect(textOf(dock(ownTicket({ sharePath: null })))).toBe('')
  })

  it('comes back after a missed call with one instruction and one button [Z9]', () => {
    const missed = ownTicket({ now: at('10:58'), returnUntil: at('11:07') }, { state: 'missed', since: at('10:52') })
    const { news, ticket, dock, help } = ticketFace(missed, 'id', { base: BASE }).parts
    expect(wordsIn(textOf(news))).toContain(
      'A-047 terlewat pukul 10.52 Nomor Anda masih berlaku. Sentuh “Saya di sini”, lalu tunggu',
    )
    expect(wordsIn(textOf(ticket))).toContain('Bisa kembali sampai 11.07 Tersisa 9 menit')
    expect(textOf(dock).match(/<(button|a) /g)).toHaveLength(1)
    expect(textOf(dock)).toContain(`action="${BASE}/here?lang=id"`)
    expect(wordsIn(textOf(help))).toMatch(/Mengapa terlewat\?.*Tidak bisa kembali\? Pesan hari lain/)
  })

  it('is given up from the list, never from the dock [Z9]', () => {
    const face = (state: OwnTicket['ticket']['state']) =>
      ticketFace(ownTicket({}, { state }), 'id', { base: BASE }).parts
    for (const state of ['waiting', 'missed', 'parked', 'waitlisted', 'offered'] as const) {
      expect([state, textOf(face(state).dock).includes('data-act="cancel"')]).toEqual([state, false])
      expect([state, textOf(face(state).help).includes('data-act="cancel"')]).toEqual([state, true])
    }
  })

  it('leads on from every ticket that is over, released or cancelled [Z9]', () => {
    const ends = [
      ownTicket({}, { state: 'cancelled' }),
      ownTicket({}, { state: 'unserved' }),
      ownTicket({ over: true }, { state: 'missed' }),
      ownTicket({}, { state: 'done' }),
      booked({}, { state: 'released' }),
    ]
    for (const own of ends)
      expect(textOf(ticketFace(own, 'id', { base: BASE }).parts.dock)).toMatch(
        /<a class="button[^"]*" href="\/(b\/[^"]+)?\?lang=id"/,
      )
  })

  it('is offered a time by one tap once the service that was switched off returns [H13]', () => {
    const moveTo = {
      slotId: '2026-06-10T11:00',
      slot: { start: at('11:00') + DAY, end: at('11:30') + DAY },
      date: '2026-06-10',
    }
    const lost = (to: OwnTicket['moveTo']) => html(booked({ moveTo: to }, { state: 'cancelled', why: 'serviceOff' }))
    expect(lost(moveTo)).toContain(`action="${BASE}/jadwal?lang=id"`)
    expect(lost(moveTo)).toContain('Pindah ke besok, Rabu 10 Juni, 11.00')
    expect(lost(null)).not.toContain('/jadwal')
  })
})
