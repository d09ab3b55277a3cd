import { describe, expect, it } from 'vitest'
import { isStale, MESSAGE_KINDS, type MessageKind, MOST_TRIES, pauseAfter } from '../../shared/messages/message.ts'
import type { Words } from '../../shared/kit/words.ts'
import {
  HOUSE_WORDS,
  OWN_KINDS,
  PLACES,
  wordsProblem,
  type OwnKind,
  type OwnMessages,
} from '../../shared/messages/own-words.ts'
import { HOUR, MINUTE } from '../../shared/kit/time.ts'
import { MESSAGES, writeMessage } from '../../shared/text/messages.ts'

const all = {
  number: 'A-012',
  service: 'KTP-el',
  time: '09.00',
  place: 'Jalan Contoh No. 10',
  papers: 'Bawa 2 berkas',
  counter: 'Loket 3',
  path: '/t/abc',
  text: 'Halo',
}

describe('a message', () => {
  it.each(MESSAGE_KINDS)('of kind %s leaves no value open in either language', kind => {
    for (const lang of ['id', 'en'] as const) {
      const { title, text, template, values } = writeMessage(kind, all, lang, 'https://antre.example')
      expect(title + text).not.toMatch(/[{}]/)
      expect(text.length).toBeLessThan(180)
      expect(template).toMatch(/^tanggap_[a-z]+_(id|en)$/)
      expect(values).toHaveLength(kind === 'chatReply' ? 1 : PLACES[kind].length)
    }
  })

  it('puts number and link first to last where a template wants them', () => {
    expect(writeMessage('threeLeft', all, 'id', 'https://antre.example')).toMatchObject({
      title: '3 lagi: A-012',
      template: 'tanggap_threeleft_id',
      values: ['A-012', 'KTP-el', 'https://antre.example/t/abc'],
    })
  })

  it('ends its sentence where no link is known', () => {
    expect(writeMessage('threeLeft', all, 'id', undefined).text).toMatch(/ruang tunggu\.$/)
  })

  it('is tried eight times within two hours, whatever the dice say [M2]', () => {
    for (const dice of [() => 0, () => 0.999]) {
      const pauses = Array.from({ length: MOST_TRIES - 1 }, (_, i) => pauseAfter(i + 1, dice)!)
      expect(pauses.reduce((sum, p) => sum + p, 0)).toBeLessThan(2 * HOUR)
      expect(pauses).toEqual([...pauses].sort((a, b) => a - b))
    }
    expect(pauseAfter(MOST_TRIES, () => 0)).toBeUndefined()
  })

  it.each([
    ['called', 5 * MINUTE],
    ['threeLeft', 10 * MINUTE],
    ['putBack', 10 * MINUTE],
    ['chatReply', 10 * MINUTE],
    ['placeOffered', 15 * MINUTE],
    ['serviceOpened', 30 * MINUTE],
    ['reminder', HOUR],
    ['booked', 2 * HOUR],
  ] as const)('of kind %s is worth sending for its time, to the instant [M3]', (kind, ms) => {
    expect([isStale(kind, 0, ms), isStale(kind, 0, ms + 1)]).toEqual([false, true])
  })
})

describe('what an office says in its own words', () => {
  const own = (kind: OwnKind, words: Words): OwnMessages => ({ ...HOUSE_WORDS, [kind]: words })
  const said: Words = ['{number} ke {counter}: {link}', '{number} to {counter}: {link}']
  const values = { number: 'A-012', counter: 'Loket 3', path: '/t/x' }

  it('is sent in place of the usual sentence, of that message alone, and the title stays [M16]', () => {
    const write = (kind: MessageKind) => writeMessage(kind, values, 'id', 'https://a.example', own('called', said))
    expect(write('called')).toMatchObject({ title: 'A-012 dipanggil', text: 'A-012 ke Loket 3: https://a.example/t/x' })
    expect(write('called').values).toEqual(writeMessage('called', values, 'id', 'https://a.example').values)
    expect(write('putBack')).toEqual(writeMessage('putBack', values, 'id', 'https://a.example'))
  })

  it('is refused where it knows too little or too much, or speaks one language [M16]', () => {
    const problem = (kind: OwnKind, id: string, en = id) => wordsProblem(kind, [id, en])
    expect(wordsProblem('called', said)).toBeUndefined()
    expect(wordsProblem('called', ['', ' '])).toBeUndefined()
    expect(problem('called', '{number} {counter}: {link}', '')).toEqual({ problem: 'oneLanguage', with: '' })
    expect(problem('called', '{number} {counter}')).toEqual({ problem: 'placeMissing', with: '{link}' })
    expect(problem('called', said[0], '{number}: {link}')).toEqual({ problem: 'placeMissing', with: '{counter}' })
    expect(problem('called', '{number} {counter} {link} {nama}')).toEqual({ problem: 'placeUnknown', with: '{nama}' })
    expect(problem('drawn', '{service}: {link} {number}')).toEqual({ problem: 'placeUnknown', with: '{number}' })
    expect(problem('reminder', '{number} {time} {link}')).toBeUndefined()
  })

  it('is nothing that the usual sentences lack: each of them could be an own one [M16]', () => {
    for (const kind of OWN_KINDS) expect([kind, wordsProblem(kind, MESSAGES[kind].text)]).toEqual([kind, undefined])
  })
})
