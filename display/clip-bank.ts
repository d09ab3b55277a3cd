import type { VoiceLanguage } from '../shared/voice/spoken.ts'

/** A decoded word without the silence around it; times in seconds. */
export interface Clip {
  readonly buffer: AudioBuffer
  readonly from: number
  readonly seconds: number
}
/** Gives the clip of a key such as `id/nol`, or nothing when it is missing, broken or late. */
export type ClipBank = (key: string) => Promise<Clip | undefined>

const WAIT_MS = 1500
/** About −48 dBFS: what is softer at the ends is silence, of the encoder or of an office's own recording. */
const SILENCE = 0.004

/** Fetches and decodes each clip once; a clip that failed is tried again the next time it is needed. */
export function createClipBank(context: BaseAudioContext, folder: string): ClipBank {
  const clips = new Map<string, Promise<Clip | undefined>>()

  async function load(key: string): Promise<Clip | undefined> {
    try {
      const answer = await fetch(`${folder}${key}.mp3`)
      if (!answer.ok) throw new Error(`clip ${key}: ${answer.status}`)
      const buffer = await context.decodeAudioData(await answer.arrayBuffer())
      return { buffer, ...soundingPart(buffer.getChannelData(0), buffer.sampleRate) }
    } catch {
      clips.delete(key)
      return undefined
    }
  }

  return key => {
    const clip = clips.get(key) ?? load(key)
    clips.set(key, clip)
    return Promise.race([clip, new Promise<undefined>(late => setTimeout(late, WAIT_MS))])
  }
}

/** Fetches every word of the office's languages ahead, so that the hall speaks on while the server is away. */
export async function preload(folder: string, language: VoiceLanguage, clipOf: ClipBank): Promise<void> {
  try {
    const manifest = (await (await fetch(`${folder}manifest.json`)).json()) as Readonly<Record<string, unknown>>
    for (const key of Object.keys(manifest)) if (language === 'id+en' || !key.startsWith('en/')) void clipOf(key)
  } catch {
    // Each clip is still fetched when it is first needed.
  }
}

/** Where the sound begins and how long it lasts, in seconds. */
export function soundingPart(samples: Float32Array, rate: number): { readonly from: number; readonly seconds: number } {
  let first = 0
  let last = samples.length - 1
  while (first < last && Math.abs(samples[first]!) < SILENCE) first++
  while (last > first && Math.abs(samples[last]!) < SILENCE) last--
  return { from: first / rate, seconds: (last - first + 1) / rate }
}
