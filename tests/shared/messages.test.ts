import { describe, expect, it } from 'vitest'
import { isStale, MESSAGE_KINDS, MOST_TRIES, pauseAfter } from '../../shared/messages/message.ts'
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
      expect(values).toHaveLength(MESSAGES[kind].values.length)
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
