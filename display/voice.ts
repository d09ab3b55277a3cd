import { isRehearsal } from '../shared/web/rehearsal.ts'
import type { Instant, LocalDate } from '../shared/kit/time.ts'
import type { HallOffice } from '../shared/office/office.ts'
import { createAnnouncer, type Announcer } from './announcer.ts'
import type { VoiceStorage } from './announcer-memory.ts'
import { createSound, type Sound } from './sound.ts'

const CLIPS = '/display/clips/'

/** The loudspeaker and who speaks through it, for one day and the office's choices. */
export interface Voice {
  readonly key: string
  readonly sound: Sound
  readonly announcer: Announcer
  dispose(): void
}

export interface VoiceOptions {
  readonly office: HallOffice
  readonly date: LocalDate
  /** The server's clock. */
  readonly now: () => Instant
  readonly onChange: () => void
}

/** The voice for this office and day: the one that speaks already while nothing about it has changed, else a new one. */
export function createVoice(before: Voice | undefined, { office, date, now, onChange }: VoiceOptions): Voice {
  const key = [office.id, date, office.reading, office.voice].join(' ')
  if (before?.key === key) return before
  before?.dispose()
  const sound = createSound({ clips: CLIPS, language: office.voice, onChange })
  const settings = { office: office.id, date, reading: office.reading, language: office.voice }
  const announcer = createAnnouncer({
    player: sound,
    storage: isRehearsal() ? FORGETFUL : openStorage,
    now,
    settings,
    onChange,
  })
  return {
    key,
    sound,
    announcer,
    dispose() {
      announcer.dispose()
      sound.dispose()
    },
  }
}

/** The day begins anew after a rehearsal: what was called in it must neither be said then nor keep a call silent. */
const FORGETFUL: VoiceStorage = { getItem: () => null, setItem: () => {} }

/** Named only when used: a browser without storage throws at its very name, and the memory bears that inside. */
const openStorage: VoiceStorage = {
  getItem: key => localStorage.getItem(key),
  setItem: (key, value) => localStorage.setItem(key, value),
}
