import type { Instant, LocalDate } from '../shared/kit/time.ts'
import {
  defaultVoiceRules,
  hearCalls,
  nextReading,
  silentQueue,
  unhearCalls,
  voiceIsBehind,
  type VoiceCall,
  type VoiceRules,
} from '../shared/voice/call-queue.ts'
import { announcement, type VoiceSettings } from '../shared/voice/spoken.ts'
import { recallVoice, rememberVoice, type VoiceStorage } from './announcer-memory.ts'

/** Speaks clips one after another; resolves when they have been heard, or would have been. */
export interface Player {
  play(clips: readonly string[]): Promise<void>
}
export interface AnnouncerSettings extends VoiceSettings {
  readonly office: string
  /** The queue day: `seq` counts from one on each, so a new day needs a new announcer. */
  readonly date: LocalDate
  readonly rules?: VoiceRules
}
export interface AnnouncerOptions {
  readonly player: Player
  readonly storage: VoiceStorage
  /** The server's clock as this screen knows it; a hall television's own clock is often wrong. */
  readonly now: () => Instant
  readonly settings: AnnouncerSettings
  readonly onChange?: () => void
}
export interface AnnouncerLogEntry {
  readonly seq: number
  readonly what: 'started' | 'repeated' | 'finished'
  readonly at: Instant
}
export interface Announcer {
  /** Takes every call the screen knows of, from the snapshot and from pushes; what was begun before is ignored. */
  hear(calls: readonly VoiceCall[]): void
  /** Drops the calls of a number before `seq`, which were taken back. */
  unhear(number: string, seq: number): void
  readonly current: VoiceCall | undefined
  readonly waiting: readonly VoiceCall[]
  /** Calls come faster than speech: they are shortened, and the office should be warned. */
  readonly behind: boolean
  /** The last 500 things the voice did. */
  readonly log: readonly AnnouncerLogEntry[]
  /** Nothing further is begun; the reading under way ends by itself. */
  dispose(): void
}

const LOG_LENGTH = 500

/**
 * Speaks calls strictly one after another in the order of `seq`. A call counts as announced when its reading BEGINS and is
 * remembered first, so a reload never doubles it; calls still waiting are remembered too and spoken after a reload.
 */
export function createAnnouncer({ player, storage, now, settings, onChange }: AnnouncerOptions): Announcer {
  const rules = settings.rules ?? defaultVoiceRules
  const remembered = recallVoice(storage, settings.office, settings.date)
  let queue = { ...silentQueue, started: remembered.started }
  let log: readonly AnnouncerLogEntry[] = []
  let disposed = false

  function hear(calls: readonly VoiceCall[]): void {
    if (disposed) return
    const before = queue
    queue = hearCalls(queue, calls, rules, now())
    if (queue === before) return
    if (queue.current) changed()
    else advance()
  }

  function advance(): void {
    const ended = queue.current
    queue = nextReading(queue, rules)
    const reading = queue.current
    if (ended && reading?.call !== ended.call) note(ended.call.seq, 'finished')
    if (reading) note(reading.call.seq, reading.turn === 1 ? 'started' : 'repeated')
    changed()
    if (reading) void speak(announcement(reading.call, settings, reading.manner))
  }

  async function speak(clips: readonly string[]): Promise<void> {
    try {
      await player.play(clips)
    } catch {
      // A voice that fails must not hold up the calls behind it.
    }
    if (!disposed) advance()
  }

  function note(seq: number, what: AnnouncerLogEntry['what']): void {
    log = [...log.slice(1 - LOG_LENGTH), { seq, what, at: now() }]
  }

  function changed(): void {
    rememberVoice(storage, settings.office, { date: settings.date, started: queue.started, waiting: queue.waiting })
    onChange?.()
  }

  hear(remembered.waiting)

  return {
    hear,
    unhear(number, seq) {
      queue = unhearCalls(queue, number, seq)
      changed()
    },
    get current() {
      return queue.current?.call
    },
    get waiting() {
      return queue.waiting
    },
    get behind() {
      return voiceIsBehind(queue, rules)
    },
    get log() {
      return log
    },
    dispose() {
      disposed = true
    },
  }
}
