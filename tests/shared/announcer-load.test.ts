import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { seeded } from '../../shared/kit/random.ts'
import { HOUR } from '../../shared/kit/time.ts'
import {
  defaultVoiceRules,
  hearCalls,
  nextReading,
  silentQueue,
  voiceIsBehind,
  type VoiceCall,
} from '../../shared/voice/call-queue.ts'
import { announcement, PAUSE, type VoiceLanguage } from '../../shared/voice/spoken.ts'

const manifest = JSON.parse(
  readFileSync(new URL('../../display/public/clips/manifest.json', import.meta.url), 'utf8'),
) as Record<string, { ms: number }>

/** An hour of calls at random moments, spoken with the real lengths of the clips. */
function anHour(callsAnHour: number, language: VoiceLanguage) {
  const random = seeded(callsAnHour)
  const moments = Array.from({ length: callsAnHour }, () => random() * HOUR).sort((a, b) => a - b)
  const calls: VoiceCall[] = moments.map((at, i) => ({ seq: i + 1, number: `A-${100 + i}`, counterName: '12', at }))
  const begun: number[] = []
  let [queue, clock, longestWait, warned] = [silentQueue, 0, 0, false]
  while (begun.length < calls.length) {
    const heard = calls.filter(call => call.at <= clock && call.seq > queue.started)
    queue = nextReading(hearCalls(queue, heard, defaultVoiceRules, clock), defaultVoiceRules)
    warned ||= voiceIsBehind(queue, defaultVoiceRules)
    if (queue.current) {
      const { call, manner, turn } = queue.current
      if (turn === 1) begun.push(call.seq)
      if (turn === 1) longestWait = Math.max(longestWait, clock - call.at)
      clock += lengthOf(announcement(call, { reading: 'digits', language }, manner))
    } else clock = calls[begun.length]!.at
  }
  return { inOrder: begun.every((seq, i) => seq === i + 1), longestWait, warned }
}

function lengthOf(clips: readonly string[]): number {
  return clips.reduce((sum, key) => sum + (key === PAUSE ? 300 : manifest[key]!.ms + 60), 0)
}

describe('a busy hour', () => {
  it.each([143, 286, 429])('of %i calls is spoken in order, none later than a minute and a half', callsAnHour => {
    const hour = anHour(callsAnHour, 'id')
    expect(hour.inOrder).toBe(true)
    expect(hour.longestWait).toBeLessThan(90_000)
  })

  it('of 429 calls in two languages is shortened, with a warning, and still keeps up', () => {
    const hour = anHour(429, 'id+en')
    expect(hour).toMatchObject({ inOrder: true, warned: true })
    expect(hour.longestWait).toBeLessThan(90_000)
  })

  it('of 143 calls needs no warning', () => {
    expect(anHour(143, 'id').warned).toBe(false)
  })
})
