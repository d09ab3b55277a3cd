import { markup, type Markup } from '../shared/booking/markup.ts'
import { drawnIcon } from '../shared/booking/ticket-drawings.ts'
import { bookingText as words } from '../shared/text/booking.ts'
import { say, type Lang } from '../shared/text/text.ts'

const TONES = [659, 880] as const
const LOUDNESS = 0.12

/** Tells the holder that the turn is near, by a soft sound and a short shake of the phone. */
export interface Alert {
  readonly on: boolean
  toggle(): void
  ring(): void
}

/** An alert that is off until it is touched: a browser gives sound and vibration only after a touch. */
export function softAlert(): Alert {
  let sound: AudioContext | undefined
  let on = false
  const ring = () => {
    if (!on) return
    navigator.vibrate?.([200, 100, 200])
    if (sound) play(sound)
  }
  return {
    get on() {
      return on
    },
    toggle() {
      on = !on
      if (!on) return
      sound ??= new AudioContext()
      void sound.resume()
      ring()
    },
    ring,
  }
}

/** The switch, as a row of the page. */
export function alertRow(on: boolean, near: boolean, lang: Lang): Markup {
  const state = markup`<span class="tag${on && ' go'}">${say(words[on ? 'alert.on' : 'alert.off'], lang)}</span>`
  const label = say(words[near ? 'alert.called' : 'alert.label'], lang)
  return markup`<button type="button" class="row" data-act="alert" aria-pressed="${String(on)}" aria-describedby="alert-how">${drawnIcon('bell')}<span>${label}</span>${state}</button><p id="alert-how" class="how">${say(words['alert.how'], lang)}</p>`
}

function play(sound: AudioContext): void {
  TONES.forEach((frequency, place) => {
    const tone = new OscillatorNode(sound, { frequency })
    const volume = new GainNode(sound, { gain: 0 })
    const from = sound.currentTime + place * 0.22
    volume.gain.setValueAtTime(0, from)
    volume.gain.linearRampToValueAtTime(LOUDNESS, from + 0.03)
    volume.gain.exponentialRampToValueAtTime(0.001, from + 0.5)
    tone.connect(volume).connect(sound.destination)
    tone.start(from)
    tone.stop(from + 0.55)
  })
}
