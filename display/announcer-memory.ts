import type { LocalDate } from '../shared/kit/time.ts'
import type { VoiceCall } from '../shared/voice/call-queue.ts'

/** The two doors of the browser's storage that the voice needs. */
export type VoiceStorage = Pick<Storage, 'getItem' | 'setItem'>

/** What survives a reload: how far the voice has come on a day, and what it still had to say. No personal data. */
export interface VoiceMemory {
  readonly date: LocalDate
  readonly started: number
  readonly waiting: readonly VoiceCall[]
}

/** What the voice remembers of `date`; another day, a damaged note or a closed storage mean a fresh start. */
export function recallVoice(storage: VoiceStorage, office: string, date: LocalDate): VoiceMemory {
  try {
    const memory: unknown = JSON.parse(storage.getItem(keyOf(office)) ?? 'null')
    if (isMemory(memory) && memory.date === date) return memory
  } catch {
    // Not ours or not readable.
  }
  return { date, started: 0, waiting: [] }
}

/** Notes how far the voice has come; a full or closed storage costs only the memory, never a call. */
export function rememberVoice(storage: VoiceStorage, office: string, memory: VoiceMemory): void {
  try {
    storage.setItem(keyOf(office), JSON.stringify(memory))
  } catch {
    // The voice goes on without a memory.
  }
}

function keyOf(office: string): string {
  return `tanggap.announced.${office}`
}

function isMemory(value: unknown): value is VoiceMemory {
  const memory = value as Partial<VoiceMemory> | null
  return typeof memory?.started === 'number' && Array.isArray(memory.waiting) && memory.waiting.every(isCall)
}

function isCall(value: unknown): value is VoiceCall {
  const call = value as Partial<VoiceCall> | null
  return (
    typeof call?.seq === 'number' &&
    typeof call.at === 'number' &&
    typeof call.number === 'string' &&
    typeof call.counterName === 'string'
  )
}
