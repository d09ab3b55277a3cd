import type { Lang } from '../shared/kit/words.ts'

const SLOW = 0.7

/** A voice of this browser that speaks the language; without one nothing is read aloud, rather than mispronounced. */
export function voiceFor(lang: Lang): SpeechSynthesisVoice | undefined {
  if (!('speechSynthesis' in window)) return undefined
  return speechSynthesis.getVoices().find(voice => voice.lang.toLowerCase().startsWith(lang))
}

/** Reads one caption aloud, in place of whatever is being read. */
export function speak(words: string, lang: Lang, slow: boolean): void {
  const voice = voiceFor(lang)
  if (!voice) return
  const utterance = new SpeechSynthesisUtterance(words)
  utterance.voice = voice
  utterance.lang = voice.lang
  utterance.rate = slow ? SLOW : 1
  speechSynthesis.cancel()
  speechSynthesis.speak(utterance)
}

/** Stops reading. */
export function hush(): void {
  if ('speechSynthesis' in window) speechSynthesis.cancel()
}

/** Calls `listener` when the browser has found its voices; the returned function ends that. */
export function onVoices(listener: () => void): () => void {
  if (!('speechSynthesis' in window)) return () => {}
  speechSynthesis.addEventListener('voiceschanged', listener)
  return () => speechSynthesis.removeEventListener('voiceschanged', listener)
}
