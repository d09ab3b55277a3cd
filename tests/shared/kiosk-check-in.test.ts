import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import type * as Arrival from '../../kiosk/check-in/arrival.ts'
import { claimIn, numberClaim } from '../../kiosk/parts/claim.ts'
import { NOTHING_READ, withKey } from '../../kiosk/check-in/scan.ts'
import type * as Sentences from '../../kiosk/parts/sentences.ts'
import { cardsOf, fewLeft, isFull } from '../../kiosk/parts/services.ts'
import type { Page, Take } from '../../kiosk/parts/flow.ts'
import { createSigner } from '../../server/services/identity/secrets.ts'
import { MINUTE } from '../../shared/kit/time.ts'
import { NOW, checkedIn, day, estimates, nearlyFull, office, paused, slot, taken } from '../helpers/kiosk-office.ts'

let arrival: typeof Arrival
let sentences: typeof Sentences

// The sentences ask the page for its language, which a test without a browser has to give.
beforeAll(async () => {
  vi.stubGlobal('document', { documentElement: {} })
  arrival = await import('../../kiosk/check-in/arrival.ts')
  sentences = await import('../../kiosk/parts/sentences.ts')
})
afterAll(() => vi.unstubAllGlobals())

/** As the server makes it. */
const TOKEN = createSigner(randomBytes(32), 'ticket').sign(randomBytes(16).toString('base64url'))

describe('what a scanner reads', () => {
  it('is the link of a ticket, with or without what follows it, or its bare token', () => {
    for (const text of [
      `https://antre.example/t/${TOKEN}`,
      `http://10.0.0.5:8080/t/${TOKEN}?lang=en`,
      TOKEN,
      ` ${TOKEN} `,
    ])
      expect(claimIn(text)).toEqual({ token: TOKEN })
  })

  it('is a booking number however it is written', () => {
    for (const text of ['AR-12', 'ar12', 'aR 012', 'Ar-12']) expect(claimIn(text)).toEqual({ number: 'AR-12' })
    expect(claimIn('ar7')).toEqual({ number: 'AR-07' })
    expect(claimIn('ABR-130')).toEqual({ number: 'ABR-130' })
  })

  it('is nothing for a walk-in number, another paper, or an address of another kind', () => {
    for (const text of ['A-012', '12', '', 'https://antre.example/in?code=4827', '6401-invented'])
      expect(claimIn(text)).toBe(null)
  })

  it('is no number zero', () => {
    expect(numberClaim('A', '0')).toBe(null)
    expect(numberClaim('A', '')).toBe(null)
  })

  it('begins anew after a pause', () => {
    const read = [...'ar1'].reduce((all, key, i) => withKey(all, key, i * 10), NOTHING_READ)
    expect(read.text).toBe('ar1')
    expect(withKey(read, 'b', 5_000).text).toBe('b')
  })
})

describe('what a checked-in citizen is told', () => {
  const told = (it: typeof taken, now = NOW) => arrival.arrivalText(it, day, now, 'WITA')

  it('is from when calls begin, while the slot lies ahead', () => {
    expect(told(checkedIn())).toBe('Jam Anda 11.00, lebih awal bila sepi')
    expect(told(checkedIn(), slot.start)).toBe('Anda sudah dalam antrean')
  })

  it('is that a late one joins as a walk-in, and since when', () => {
    expect(told(checkedIn(true))).toBe('Check-in lewat 11.10: Anda masuk sebagai antrean langsung')
    expect(arrival.arrivalText(checkedIn(true), undefined, NOW, 'WITA')).toContain('antrean langsung')
  })

  it('is nothing for somebody who took a number', () => expect(told(taken)).toBe(''))
})

describe('what stands in the way of a check-in', () => {
  const trouble = (take: Take, claim: { number: string } | { token: string } = { number: 'AR-12' }) => {
    const blank = { name: 'checkIn', letter: '', digits: '', asks: null, proof: '', sheet: 0 } as const
    const page: Extract<Page, { name: 'checkIn' }> = { ...blank, claim, take }
    return arrival.checkInTrouble(page, NOW, 'WITA')
  }
  const refused = (
    code:
      | 'TIME_LOST'
      | 'CHECK_IN_PROOF'
      | 'LINK_LOOKS'
      | 'TOO_MANY_ATTEMPTS'
      | 'CHECK_IN_EARLY'
      | 'TICKET_UNKNOWN'
      | 'TICKET_STATE',
    data = {},
  ): Take => ({
    state: 'refused',
    key: 'k',
    code,
    data,
  })

  it('is the time: come back at, or the other day', () => {
    const from = slot.start - 20 * MINUTE
    expect(trouble(refused('CHECK_IN_EARLY', { from }))!.words).toBe(
      'Check-in dibuka pukul 10.40. Silakan duduk, lalu kembali ke sini pukul 10.40.',
    )
    expect(trouble(refused('CHECK_IN_EARLY', { from: from + 24 * 60 * MINUTE }))!.words).toContain(
      'untuk besok, Rabu 10 Juni. Check-in hari itu dibuka pukul 10.40',
    )
  })

  it('is a number or a code that is not of today', () => {
    expect(trouble(refused('TICKET_UNKNOWN'))!.words).toContain('AR-12 tidak ada dalam reservasi hari ini')
    expect(trouble(refused('TICKET_UNKNOWN'), { token: TOKEN })!.words).toContain('Kode itu bukan reservasi')
  })

  it('is a family link, which only looks [B16]', () => {
    expect(trouble(refused('LINK_LOOKS'), { token: TOKEN })!.words).toContain('Kode itu hanya untuk melihat')
  })

  it('is a time that the office itself took, with what to do [H14]', () => {
    expect(trouble(refused('TIME_LOST'))!.words).toContain('jadwal kantor berubah. Pilih waktu lain')
  })

  it('is a proof that does not fit the number, or too many of them; the QR code and the front desk are left [I12]', () => {
    expect(trouble(refused('CHECK_IN_PROOF'))!.words).toContain('AR-12 dan angka itu tidak cocok')
    expect(trouble(refused('TOO_MANY_ATTEMPTS'))!.words).toBe(
      'Terlalu sering salah. Silakan pindai kode QR atau ke meja depan.',
    )
  })

  it('is a number that has checked in already, named', () => {
    const data = { number: 'AR-12', state: 'waiting' }
    expect(trouble(refused('TICKET_STATE', data), { token: TOKEN })!.words).toContain('AR-12 sudah check-in')
    expect(trouble(refused('TICKET_STATE', { ...data, state: 'cancelled' }))!.words).toContain('tidak berlaku')
  })

  it('is an answer that never came, and may be asked for again', () => {
    expect(trouble({ state: 'unsaved', key: 'k' })).toMatchObject({ final: false })
  })
})

describe('a service without a place', () => {
  const card = (it: typeof day, wasFull: string[] = []) =>
    cardsOf(office, it, estimates, NOW, true, new Set(wasFull)).find(c => c.service.id === 'ktp-el')!
  const resting: Take = { state: 'resting' }

  it('is full when its quota is given, and opens by itself with the places that came back', () => {
    expect(isFull(card(nearlyFull(0)))).toBe(true)
    expect(sentences.showsFull(card(nearlyFull(0)), resting)).toBe(true)
    const back = card(nearlyFull(3), ['ktp-el'])
    expect(isFull(back)).toBe(false)
    expect(sentences.leftText(back)).toBe('3 tempat dibuka kembali')
  })

  it('tells the places only when few are left', () => {
    expect(sentences.leftText(card(nearlyFull(9)))).toBe('sisa 9')
    expect(fewLeft(card(nearlyFull(10)))).toBe(null)
    expect(fewLeft(card(day))).toBe(null)
  })

  it('says why and until when it is closed for a while', () => {
    const closed = card(paused)
    expect(closed.open).toBe(false)
    expect(sentences.pausedLines(closed.paused!)).toEqual(['Tutup sampai 11.30', 'Sistem pusat sedang gangguan'])
    expect(sentences.trouble(resting, false, closed)!.words).toContain('Perkiraan buka pukul 11.30')
  })

  it('never hides an act whose answer may still come', () => {
    const unsaved: Take = { state: 'unsaved', key: 'k' }
    expect(sentences.trouble(unsaved, false, card(paused))!.words).toContain('tidak dobel')
    expect(sentences.showsFull(card(nearlyFull(0)), unsaved)).toBe(false)
  })

  it('lets somebody try again who lost the last place', () => {
    const lost: Take = { state: 'refused', key: 'k', code: 'QUOTA_FULL' }
    expect(sentences.trouble(lost, false, card(nearlyFull(1)))).toMatchObject({ final: false })
  })
})
