import { describe, expect, it } from 'vitest'
import { after, NEW_CHAT, reply } from '../../shared/chat/chat.ts'
import type { ChatFacts, ChatService, ChatState, ChatTicket } from '../../shared/chat/chat-state.ts'
import { numberIn, wishOf } from '../../shared/chat/chat-words.ts'
import { atClock } from '../../shared/kit/time.ts'
import { fc } from '../helpers/property.ts'

const ktp: ChatService = {
  ...{ id: 'ktp-el', name: ['KTP-el', 'Electronic ID card'], keywords: ['ktp', 'kartu tanda penduduk'], cases: [] },
}
const kk: ChatService = { id: 'kk', name: ['Kartu Keluarga', 'Family card'], keywords: ['kk'], cases: [] }
const mine: ChatTicket = {
  ...{ ticketId: 't1', number: 'AR-07', service: ktp.name, state: 'booked' },
  ...{ start: atClock('2026-06-10', '09:00', 'WITA'), cancellable: true, rateable: false },
}
const facts = (tickets: readonly ChatTicket[] = []): ChatFacts => ({ zone: 'WITA', services: [ktp, kk], tickets })
const slots = ['09:00', '09:30', '10:00'].map(time => ({ id: `s${time}`, start: atClock('2026-06-10', time, 'WITA') }))

/** Talks on with what was said before, and gives all answers. */
function talk(texts: readonly string[], known = facts(), from: ChatState = NEW_CHAT) {
  return texts.reduce((turn, text) => reply(turn.state, text, known), { state: from, say: '' } as ReturnType<
    typeof reply
  >)
}

describe('words that name no service', () => {
  it.each([
    ['kartu kelurga', 'Kartu Keluarga'],
    ['antri kartu penduduk', 'KTP-el'],
  ])('offer what the search finds: %j [Q6]', (text, name) => {
    const turn = talk([text])
    expect(turn.say).toContain(`1. ${name}`)
    expect(turn.state).toMatchObject({ step: 'service' })
    expect(turn.act).toBeUndefined()
  })
})

describe('everyday spelling', () => {
  it.each([
    ['ANTRI', 'queue'],
    ['antre dong', 'queue'],
    ['mau ngantri pak', 'queue'],
    ['Antriii!!', 'queue'],
    ['ambil nomor', 'queue'],
    ['Status', 'status'],
    ['nomor berapa sekarang?', 'status'],
    ['BATAL', 'cancel'],
    ['ga jadi', 'cancel'],
    ['nilai 4', 'rate'],
    ['halo', 'help'],
    ['?', 'help'],
    ['Ya', 'yes'],
    ['iya', 'yes'],
    ['gak', 'no'],
    ['EN', 'en'],
    ['hujan', undefined],
  ] as const)('%s means %s', (text, wish) => expect(wishOf(text)).toBe(wish))

  it.each([
    ['nomor dua ya', 2],
    ['12', 12],
    ['2 atau 3', undefined],
    ['constructor', undefined],
  ] as const)('%s names the number %s', (text, number) => expect(numberIn(text)).toBe(number))
})

describe('a chat', () => {
  it('leads from ANTRI over the menu and three free times to a number', () => {
    const menu = talk(['ANTRI'])
    expect(menu.say).toBe('Layanan mana? Balas dengan angka.\n1. KTP-el\n2. Kartu Keluarga')
    const asked = reply(menu.state, '1', facts())
    expect(asked.act).toEqual({ type: 'slots', serviceId: 'ktp-el' })
    const offered = after(asked.state, { type: 'slots', serviceId: 'ktp-el', slots }, facts())
    expect(offered.say).toContain('2. Rabu, 10 Juni, 09.30 WITA')
    const chosen = reply(offered.state, 'nomor dua ya', facts())
    expect(chosen.act).toEqual({ type: 'book', serviceId: 'ktp-el', slotId: 's09:30' })
    const booked = after(chosen.state, { type: 'booked', ticket: mine }, facts())
    expect(booked.say).toContain('Nomor Anda AR-07.\nKTP-el, Rabu, 10 Juni, 09.00 WITA.')
    expect(booked.state).toEqual(NEW_CHAT)
  })

  it('skips the menu when the service is named', () => {
    expect(talk(['mau antri ktp']).act).toEqual({ type: 'slots', serviceId: 'ktp-el' })
    expect(talk(['kartu keluarga']).act).toEqual({ type: 'slots', serviceId: 'kk' })
  })

  it('offers other times when one was taken meanwhile, and says when there are none', () => {
    const state: ChatState = { lang: 'id', step: 'slot', serviceId: 'kk', slots }
    const offered = after(state, { type: 'slots', serviceId: 'kk', slots: slots.slice(1), taken: true }, facts())
    expect(offered.say).toMatch(/^Waktu itu baru saja terisi.*\nKartu Keluarga/)
    expect(after(state, { type: 'slots', serviceId: 'kk', slots: [] }, facts()).say).toContain(
      'semua tempat sudah terisi',
    )
  })

  it('repeats its question at a choice that is not there, and goes back at 0', () => {
    const state: ChatState = { lang: 'id', step: 'slot', serviceId: 'kk', slots }
    expect(reply(state, '9', facts())).toMatchObject({ state, say: expect.stringContaining('Pilihan itu tidak ada.') })
    expect(reply(state, '0', facts()).state.step).toBe('service')
  })

  it('cancels only after YA [M9]', () => {
    const asked = talk(['batal'], facts([mine]))
    expect(asked.say).toBe('Batalkan AR-07 (KTP-el)? Balas YA untuk membatalkan.')
    expect(reply(asked.state, 'ya', facts([mine])).act).toEqual({ type: 'cancel', ticketId: 't1' })
    for (const text of ['tidak', 'hm', '1']) {
      const kept = reply(asked.state, text, facts([mine]))
      expect([kept.act, kept.say]).toEqual([undefined, 'Nomor AR-07 tetap berlaku.'])
    }
    expect(reply(NEW_CHAT, 'ya', facts([mine])).act).toBeUndefined()
  })

  it('asks which number, when there are several', () => {
    const both = facts([mine, { ...mine, ticketId: 't2', number: 'BR-02', service: kk.name }])
    const asked = talk(['batal'], both)
    expect(asked.say).toContain('2. BR-02, Kartu Keluarga')
    expect(reply(asked.state, '2', both).state).toEqual({ lang: 'id', step: 'sure', ticketId: 't2' })
  })

  it('tells the state of every number, in the other language too', () => {
    const waiting: ChatTicket = { ...mine, state: 'waiting', ahead: 3 }
    expect(talk(['status'], facts([waiting])).say).toBe('AR-07, KTP-el: 3 nomor di depan Anda.')
    expect(talk(['EN', 'status'], facts([waiting])).say).toBe('AR-07, Electronic ID card: 3 numbers before yours.')
    expect(talk(['status']).say).toContain('belum punya nomor')
  })

  it('takes a rating once a visit is over, and a bare digit only after asking for it', () => {
    const done = facts([{ ...mine, state: 'done', cancellable: false, rateable: true }])
    expect(talk(['nilai 4'], done).act).toEqual({ type: 'rate', ticketId: 't1', rating: 4 })
    expect(talk(['nilai', '3'], done).act).toMatchObject({ rating: 3 })
    expect(talk(['3'], done).act).toBeUndefined()
    expect(talk(['nilai 9'], done).act).toBeUndefined()
    expect(talk(['nilai 4']).say).toContain('Belum ada layanan selesai')
  })

  it('answers whatever is written, and books nothing that was not offered [M9]', () => {
    const words = fc.constantFrom(
      'antri',
      '1',
      '2',
      '0',
      'ya',
      'batal',
      'ktp',
      'status',
      'nilai 3',
      'EN',
      '',
      '🙏',
      'x',
    )
    fc.assert(
      fc.property(fc.array(fc.oneof(words, fc.string({ maxLength: 40 })), { maxLength: 12 }), texts => {
        let state: ChatState = NEW_CHAT
        for (const text of texts) {
          const turn = reply(state, text, facts([mine]))
          expect(turn.say !== '' || turn.act !== undefined).toBe(true)
          if (turn.act?.type === 'book') expect(state.step).toBe('slot')
          if (turn.act?.type === 'cancel') expect(state.step).toBe('sure')
          state = turn.act?.type === 'slots' ? after(turn.state, { ...turn.act, slots }, facts()).state : turn.state
        }
      }),
    )
  })
})

describe('what has happened', () => {
  const lost = { id: 'hilang', label: ['Hilang', 'Lost'] as const }
  const broken = { id: 'rusak', label: ['Rusak', 'Damaged'] as const }
  const known: ChatFacts = { zone: 'WITA', services: [{ ...ktp, cases: [lost, broken] }, kk], tickets: [] }

  it('is asked before the time where the papers differ by it, and goes with the booking [B22]', () => {
    const asked = talk(['antri ktp'], known)
    expect(asked.say).toBe('KTP-el: apa yang terjadi? Balas dengan angka, 0 bila bukan itu.\n1. Hilang\n2. Rusak')
    const answered = reply(asked.state, '2', known)
    expect(answered.act).toEqual({ type: 'slots', serviceId: 'ktp-el', case: 'rusak' })
    const offered = after(answered.state, { type: 'slots', serviceId: 'ktp-el', case: 'rusak', slots }, known)
    expect(reply(offered.state, '1', known).act).toEqual({
      ...{ type: 'book', serviceId: 'ktp-el', case: 'rusak', slotId: slots[0]!.id },
    })
  })

  it('is answered in words too, and by 0 where it is none of them [B22]', () => {
    const { state } = talk(['antri ktp'], known)
    expect(reply(state, 'ktp saya hilang', known).act).toEqual({ type: 'slots', serviceId: 'ktp-el', case: 'hilang' })
    expect(reply(state, '0', known).act).toEqual({ type: 'slots', serviceId: 'ktp-el', case: undefined })
    expect(reply(state, '7', known).say).toContain('Pilihan itu tidak ada.')
  })

  it('is not asked where a service has no cases [B22]', () => {
    expect(talk(['antri kk'], known).act).toMatchObject({ type: 'slots', serviceId: 'kk' })
  })
})
