import type { Instant } from '../kit/time.ts'
import type { Announced, Manner } from './spoken.ts'

/** A call or a recall as the hall learns of it; `seq` is its event's place in the queue day. */
export interface VoiceCall extends Announced {
  readonly seq: number
  readonly at: Instant
}
/** When to repeat, when to hurry, when a call is too old to be spoken. */
export interface VoiceRules {
  /** How often a call is spoken while nobody waits to be spoken (1 or more). */
  readonly readings: number
  /** From how many waiting calls on a call is spoken in short, without the chime (1 or more). */
  readonly shortFrom: number
  /** Milliseconds after which a call that the voice hears of only now is left to the picture. */
  readonly freshFor: number
}
/** The voice's memory of one queue day. */
export interface VoiceQueue {
  /** The highest `seq` whose reading has begun; 0 before the first. Nothing at or below it is ever begun again. */
  readonly started: number
  /** Calls not begun yet, in rising `seq`. */
  readonly waiting: readonly VoiceCall[]
  /** What is being spoken, in which manner, and for which time (1 is the first). */
  readonly current: { readonly call: VoiceCall; readonly manner: Manner; readonly turn: number } | undefined
}

/** Twice each; in short from four waiting calls on; two minutes cover twenty calls at once and a reload among them. */
export const defaultVoiceRules: VoiceRules = { readings: 2, shortFrom: 4, freshFor: 120_000 }

/** A day on which nothing was spoken yet. */
export const silentQueue: VoiceQueue = { started: 0, waiting: [], current: undefined }

/** Adds the calls that are new and fresh, by `seq` alone; hearing a call again, or after a later one began, changes nothing. */
export function hearCalls(queue: VoiceQueue, calls: readonly VoiceCall[], rules: VoiceRules, now: Instant): VoiceQueue {
  const bySeq = new Map(queue.waiting.map(call => [call.seq, call]))
  for (const call of calls) {
    if (call.seq > queue.started && now - call.at <= rules.freshFor && !bySeq.has(call.seq)) bySeq.set(call.seq, call)
  }
  if (bySeq.size === queue.waiting.length) return queue
  return { ...queue, waiting: [...bySeq.values()].sort((a, b) => a.seq - b.seq) }
}

/** The queue once the calls of a number before `seq` were taken back: what waits is not begun, what is spoken not repeated. */
export function unhearCalls(queue: VoiceQueue, number: string, seq: number): VoiceQueue {
  const isBack = (call: VoiceCall) => call.number === number && call.seq < seq
  const { current, waiting } = queue
  return {
    ...queue,
    waiting: waiting.filter(call => !isBack(call)),
    current: current && isBack(current.call) ? { ...current, turn: Infinity } : current,
  }
}

/** The queue once the present reading has ended: the same call again if nobody waits for the voice, else the next call. */
export function nextReading(queue: VoiceQueue, rules: VoiceRules): VoiceQueue {
  const { current, waiting } = queue
  const [next, ...others] = waiting
  if (next) {
    const manner = others.length >= rules.shortFrom ? 'short' : 'full'
    return { started: next.seq, waiting: others, current: { call: next, manner, turn: 1 } }
  }
  if (current && current.turn < rules.readings) {
    return { ...queue, current: { call: current.call, manner: 'repeat', turn: current.turn + 1 } }
  }
  return { ...queue, current: undefined }
}

/** Whether calls come faster than they can be spoken, so that the office should be told. */
export function voiceIsBehind(queue: VoiceQueue, rules: VoiceRules): boolean {
  return queue.waiting.length >= rules.shortFrom
}
