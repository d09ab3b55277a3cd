import { PAUSE, type VoiceLanguage } from '../shared/voice/spoken.ts'
import { onSigns } from '../shared/web/window-keys.ts'
import type { Player } from './announcer.ts'
import { createClipBank, preload, type Clip } from './clip-bank.ts'

export interface SoundOptions {
  /** Address of the clips' folder, with its closing slash. */
  readonly clips: string
  readonly language: VoiceLanguage
  /** Called when the browser begins or ceases to let the page sound. */
  readonly onChange?: () => void
}
export interface Sound extends Player {
  /** False until the browser allows sound; show "suara mati" meanwhile. */
  readonly allowed: boolean
  /** Asks for sound; browsers grant it inside a click or a key press, and every such gesture on the page asks by itself. */
  unlock(): void
  dispose(): void
}
/** One clip at its place in an announcement, `at` seconds after its beginning. */
interface Step {
  readonly clip: Clip | undefined
  readonly at: number
}

const GESTURES = ['click', 'keydown', 'touchend'] as const
const PAUSE_SECONDS = 0.3
const WORD_GAP_SECONDS = 0.06
/** A word without a clip leaves the time of a usual word, so the rest keeps its rhythm. */
const MISSING_SECONDS = 0.4
const LEAD_SECONDS = 0.05

/** The hall's loudspeaker. While sound is not allowed an announcement takes its real time in silence and blocks nothing. */
export function createSound({ clips, language, onChange }: SoundOptions): Sound {
  const context = new AudioContext()
  const clipOf = createClipBank(context, clips)
  const sounding = new Set<AudioBufferSourceNode>()
  let freeAt = 0

  async function play(keys: readonly string[]): Promise<void> {
    const found = await Promise.all(keys.map(key => (key === PAUSE ? undefined : clipOf(key))))
    const { steps, seconds } = planOf(keys, found)
    if (context.state !== 'running') return sleep(seconds)
    const start = Math.max(context.currentTime + LEAD_SECONDS, freeAt)
    freeAt = start + seconds
    for (const { clip, at } of steps) if (clip) sound(clip, start + at)
    await sleep(freeAt - context.currentTime)
  }

  function sound(clip: Clip, at: number): void {
    const source = context.createBufferSource()
    source.buffer = clip.buffer
    source.connect(context.destination)
    source.onended = () => sounding.delete(source)
    sounding.add(source)
    source.start(at, clip.from, clip.seconds)
  }

  function stateChanged(): void {
    if (context.state !== 'running') hush()
    onChange?.()
  }

  /** What is left when the machine sleeps must not be heard when it wakes: the call is long past. */
  function hush(): void {
    for (const source of sounding) source.stop()
    sounding.clear()
    freeAt = 0
  }

  function unlock(): void {
    if (context.state === 'suspended') void context.resume().catch(() => undefined)
  }

  context.addEventListener('statechange', stateChanged)
  const deaf = onSigns(GESTURES, unlock)
  void preload(clips, language, clipOf)

  return {
    play,
    unlock,
    get allowed() {
      return context.state === 'running'
    },
    dispose() {
      context.removeEventListener('statechange', stateChanged)
      deaf()
      hush()
      void context.close()
    },
  }
}

function planOf(keys: readonly string[], found: readonly (Clip | undefined)[]): { steps: Step[]; seconds: number } {
  const steps: Step[] = []
  let seconds = 0
  for (const [place, key] of keys.entries()) {
    const clip = found[place]
    steps.push({ clip, at: seconds })
    seconds += key === PAUSE ? PAUSE_SECONDS : (clip?.seconds ?? MISSING_SECONDS) + WORD_GAP_SECONDS
  }
  return { steps, seconds }
}

function sleep(seconds: number): Promise<void> {
  return new Promise(done => setTimeout(done, seconds * 1000))
}
